"""`groupkit resources`: the resource list, filtered, and a check of its dates and addresses."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output
from groupkit.errors import FolderError, UsageError

if TYPE_CHECKING:
    from groupkit.addresses import Outcome
    from groupkit.group import Group
    from groupkit.resource_list import Entry

REPORT = "resources-check.md"
_WIDTH = 100


@click.command("resources")
@click.argument("folder", type=options.PATH, required=False)
@click.option("--nation", metavar="NATION", help="Only what serves this nation. The folder's unless told.")
@click.option("--topic", "topics", multiple=True, metavar="TOPIC", help="Only this topic, such as payment.")
@click.option("--heading", "under", metavar="HEADING", help="Only this heading of the list, such as be-paid.")
@click.option("--check", is_flag=True, help="Look at review dates and ask every address if it still answers.")
@click.option("-o", "--output", "target", type=options.PATH, metavar="FILE", help=f"Where the check goes. {REPORT}.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day to look at. Today unless told.")
def command(
    folder: Path | None,
    nation: str | None,
    topics: tuple[str, ...],
    under: str | None,
    check: bool,
    target: Path | None,
    day: str | None,
) -> None:
    """List the resources and helplines there are; with a FOLDER, those of its nation and the group's own.

    With --check, say which entries are past their review date and which addresses no longer answer. The result is a
    file of its own, and nothing else is changed.
    """
    from groupkit import resource_list

    on = options.read_day(day) or datetime.date.today()
    if target is not None and not check:
        raise UsageError("-o says where the result of --check goes.", "Add --check, or leave it out.")
    where, group = _whose(folder, nation)
    heading = resource_list.heading(under).id if under else ""
    wanted = [resource_list.topic(each) for each in topics]
    found = resource_list.entries(where, group, topics=wanted, heading=heading, on=on)
    if check:
        _check(found, on, where, target or Path(REPORT))
        return
    for line in _lines(found, where):
        output.say(line)


def _whose(folder: Path | None, nation: str | None) -> tuple[str | None, Group | None]:
    """Give the nation to look at, and the group whose own entries to show."""
    from groupkit.cli.piece import group_of
    from groupkit.facts import NATIONS

    if nation is not None and nation not in NATIONS:
        raise UsageError(f'--nation: there is no "{nation}".', f"There are: {', '.join(NATIONS)}.")
    group = group_of(folder) if folder is not None else None
    return nation or (group.group.nation if group else None), group


def _place(nation: str | None) -> str:
    from groupkit.facts import Register

    return Register.load().nation(nation).name if nation else "all four nations"


def _lines(found: Sequence[Entry], nation: str | None) -> Iterator[str]:
    """Give the list as lines for a console."""
    from groupkit import resource_list
    from groupkit.facts import Register
    from groupkit.facts.words import month_words

    register = Register.load()
    if not found:
        yield f"Nothing on the list fits, for {_place(nation)}. Leave out --topic or --heading to see more."
        return
    read = month_words(next(iter(register.all_resources.values())).read_on)
    yield f"Resources for {_place(nation)}, as read in {read}:"
    for heading, entries in groupby(found, lambda each: each.heading):
        yield ""
        yield f"{register.headings[heading].title} ({heading})"
        for each in entries:
            yield from _entry(each)
    if any(resource_list.CHECK_THIS in each.marks for each in found):
        yield ""
        yield "“Check this” means that nobody has read it, or not for a long time."


def _entry(entry: Entry) -> Iterator[str]:
    marks = f" ({', '.join(entry.marks)})" if entry.marks else ""
    yield from _wrapped(f"{entry.title}{marks}", "  ")
    for part in (entry.words, entry.reach, f"Topics: {', '.join(entry.topics)}." if entry.topics else ""):
        yield from _wrapped(part, "      ")
    if entry.address:
        yield f"      {entry.address}"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


# ------------------------------------------------------------------- the check


def _check(found: Sequence[Entry], on: datetime.date, nation: str | None, target: Path) -> None:
    """Look at the dates, ask the addresses, and write what came of it."""
    from groupkit.addresses import OfflineError
    from groupkit.folder import put_file

    _check_target(target)
    overdue = [each for each in found if each.overdue(on)]
    offline = False
    outcomes: dict[str, Outcome] = {}
    try:
        for outcome in _asked(found):
            outcomes[outcome.address] = outcome
    except OfflineError:
        offline = True
        outcomes.clear()
        output.note("there is no network, so no address was asked.")
    asked = [(each, outcomes[each.address]) for each in found if each.address in outcomes]
    put_file(target, _report(found, overdue, asked, offline, on, nation).encode())
    wrong = sum(outcome.state in ("gone", "silent", "unreachable") for outcome in outcomes.values())
    output.say(f"Past the review date, or never checked: {len(overdue)} of {len(found)}")
    if not offline:
        output.say(f"Addresses that no longer answer: {wrong} of {len(outcomes)}")
    output.say(f"The check is in {target}")


def _asked(found: Sequence[Entry]) -> Iterator[Outcome]:
    """Ask every address, with a line for each on the error stream."""
    from groupkit.addresses import ask_all

    addresses = list(dict.fromkeys(each.address for each in found if each.address))
    for number, outcome in enumerate(ask_all(addresses), 1):
        said = {"answers": "answers", "moved": f"moved to {outcome.detail}"}.get(outcome.state, outcome.detail)
        output.note(f"{number} of {len(addresses)}: {outcome.address}: {said}")
        yield outcome


def _check_target(target: Path) -> None:
    """Refuse a wrong place before anyone is asked."""
    if target.suffix.lower() != ".md":
        raise UsageError(f"{target}: the check is a Markdown file.", "Give it a name that ends in .md.")
    if target.is_dir() or not target.parent.is_dir():
        what = "is a folder" if target.is_dir() else f"cannot be written: {target.parent} is not there"
        raise FolderError(f"{target} {what}.", "Name a file in a folder that is there.")


def _report(
    found: Sequence[Entry],
    overdue: Sequence[Entry],
    asked: Sequence[tuple[Entry, Outcome]],
    offline: bool,
    on: datetime.date,
    nation: str | None,
) -> str:
    """Give the check as Markdown."""
    from groupkit import papers

    context = {"entries": found, "overdue": overdue, "asked": asked, "offline": offline, "on": on}
    context["place"] = _place(nation)
    return papers.Paper("papers/resources-check.md", "Check of the resource list", on, context).markdown
