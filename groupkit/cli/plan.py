"""`groupkit plan`: what planned work adds up to, and how that stands to benefit limits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output
from groupkit.errors import AnswersError, FolderError, UsageError

if TYPE_CHECKING:
    from groupkit.papers import Paper

FILES = ("activities.toml", "activities.csv")
EXAMPLE = "date,hours,amount,paid_on"

_OPTIONS = {
    "rules": "--rule",
    "nation": "--nation",
    "period_start": "--period-start",
    "week_start": "--week-start",
    "case": "--case",
}
"""What the library calls an argument, and the option that gives it here."""


@click.command("plan")
@options.FOLDER
@click.option("--activities", type=options.PATH, metavar="FILE", help="The planned work, as TOML or CSV.")
@click.option(
    "--rule", "rules", multiple=True, metavar="ID", help="A benefit whose rule to show, such as uc or esa-ns."
)
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Only this amount of a rule, such as housing.")
@click.option(
    "--period-start", default=1, metavar="DAY", type=int, help="The day on which an assessment period begins, 1 to 31."
)
@click.option("--week-start", default="monday", metavar="DAY", help="The day on which weeks begin. Monday unless told.")
@click.option("--nation", metavar="NATION", help="The nation whose rules hold. The folder's unless told.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The date on the paper. Today unless told.")
@click.option(
    "-o",
    "--output",
    "targets",
    type=options.PATH,
    multiple=True,
    metavar="FILE",
    help="Write a paper too: FILE.docx or FILE.md, with its charts.",
)
def command(
    folder: Path,
    activities: Path | None,
    rules: tuple[str, ...],
    cases: tuple[str, ...],
    period_start: int,
    week_start: str,
    nation: str | None,
    day: str | None,
    targets: tuple[Path, ...],
) -> None:
    """Add up planned work, week by week and month by month, and show how it stands to benefit limits.

    The work is in FOLDER/activities.toml or FOLDER/activities.csv (date, hours, amount, paid_on). The rules to show are
    given here and kept nowhere. It never says what to do: that is for a benefits adviser.
    """
    import datetime

    from groupkit.cli.paper import lines
    from groupkit.payments import paper, plan, read_file

    on = options.read_day(day) or datetime.date.today()
    _check(targets)
    where = nation or nation_of(folder)
    if where is None:
        raise UsageError(f"{folder} holds no group.toml with a nation.", "Say which: --nation wales")
    done = read_file(activities or _activities(folder))
    try:
        made = plan(done, rules, where, period_start, week_start=week_start.lower(), cases=cases)
    except AnswersError as error:
        _refuse_options(error)
        raise
    for line in lines(paper(made, on).document):
        output.say(line)
    if not rules:
        _offer(where)
    _warn(on)
    for target in targets:
        _write(paper(made, on, name=target.stem), target)


def _refuse_options(error: AnswersError) -> None:
    """Raise UsageError if options are at fault, and not the activities; those before the last are printed."""
    fields = [problem.partition(":") for problem in error.problems]
    told = [f"{_OPTIONS[field]}:{what}" for field, _, what in fields if field in _OPTIONS]
    for line in told[:-1]:
        output.error(line)
    if told:
        raise UsageError(told[-1]) from None


def nation_of(folder: Path) -> str | None:
    """Give the nation in the `group.toml` of a folder; None where there is none.

    Raises:
        AnswersError: the file cannot be read, or its nation is not one.
        FolderError: the folder is a file, or cannot be read.
    """
    from groupkit.cli.gather import Gathered
    from groupkit.folder import ANSWERS, read_text

    path = folder / ANSWERS
    if not (text := read_text(path)):
        return None
    gathered = Gathered()
    gathered.add_text(text, str(path))
    gathered.answers = {key: value for key, value in gathered.answers.items() if key == "group.nation"}
    found = gathered.values().get("group.nation")
    return str(found) if found else None


def _activities(folder: Path) -> Path:
    """Give the file of activities in a folder."""
    found = [folder / name for name in FILES if (folder / name).is_file()]
    if len(found) == 2:
        raise UsageError(f"{folder} holds both {FILES[0]} and {FILES[1]}.", "Say which: --activities FILE")
    if not found:
        raise UsageError(
            f"{folder} holds no {FILES[0]} or {FILES[1]}.", f"Write a CSV file whose first line is {EXAMPLE}"
        )
    return found[0]


def _check(targets: tuple[Path, ...]) -> None:
    """Refuse wrong targets before anything is made."""
    for target in targets:
        if target.suffix.lower() not in (".docx", ".md"):
            raise UsageError(f"{target}: a paper is FILE.docx or FILE.md.", "Give the file one of these endings.")
        if target.is_dir() or not target.parent.is_dir():
            what = "is a folder" if target.is_dir() else f"cannot be written: {target.parent} is not there"
            raise FolderError(f"{target} {what}.", "Name a file in a folder that is there.")


def _write(made: Paper, target: Path) -> None:
    """Write one paper; the charts of a Markdown one lie beside it."""
    from groupkit.folder import put_file

    if target.suffix.lower() == ".docx":
        put_file(target, made.docx)
    else:
        for name, data in made.pictures.items():
            put_file(target.with_name(name), data)
        put_file(target, made.markdown.encode())
    output.say(f"The paper is in {target}")


def _offer(nation: str) -> None:
    from groupkit.facts import Register

    output.say("These are sums only. To see how they stand to a rule, add --rule and one of these:")
    output.table((each.id, each.name) for each in Register.load().benefits(nation))


def _warn(on: object) -> None:
    """Say loudly that this release's figures have grown old."""
    from datetime import date

    from groupkit.stale import notice

    assert isinstance(on, date)
    if text := notice(on):
        output.warn(text)
