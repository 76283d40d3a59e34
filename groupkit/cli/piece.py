"""What `groupkit offer` and `groupkit letter` share: options, asking, saving, and telling what was made."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from groupkit.cli import options, output
from groupkit.errors import UsageError

if TYPE_CHECKING:
    import datetime

    from groupkit.cli.gather import Gathered
    from groupkit.folder import SaveReport
    from groupkit.group import Group
    from groupkit.group.answers import Answer
    from groupkit.work import Offer, Papers
    from groupkit.work.making import Kind

_Command = TypeVar("_Command", bound=Callable[..., Any])


def answering(command: _Command) -> _Command:
    """Add the options with which answers about one piece of work are given."""
    for option in reversed(
        [
            click.option(
                "--answers",
                type=options.PATH,
                metavar="FILE",
                help="Take the answers from a file like offer.toml; never ask.",
            ),
            click.option(
                "--set",
                "settings",
                multiple=True,
                metavar="KEY=VALUE",
                help="One answer, such as money.amount=30; never ask.",
            ),
            click.option("--date", "day", metavar="YYYY-MM-DD", help="The date of the paper. Today unless told."),
        ]
    ):
        command = option(command)
    return command


def group_of(folder: Path) -> Group:
    """Give the group whose pack is in a folder.

    Raises:
        UsageError: there is none.
        AnswersError, FolderError: its answers cannot be used, or not be read.
    """
    from groupkit.cli.gather import Gathered, read_saved
    from groupkit.folder import ANSWERS, recover

    recover(folder)
    gathered = Gathered(folder=folder)
    gathered.add_text(read_saved(folder), str(folder / ANSWERS))
    return gathered.group()


def gather(answers: Path | None, settings: tuple[str, ...]) -> Gathered:
    """Put together the answers about a piece of work that were given on the command line."""
    from groupkit.cli.gather import Gathered, read_answers_file
    from groupkit.work import OFFER

    gathered = Gathered(asked=OFFER)
    if answers is not None:
        gathered.add_text(read_answers_file(answers), str(answers))
    gathered.add(options.read_settings(settings), "")
    return gathered


def ask(gathered: Gathered, group: Group, folder: Path, kind: Kind, first: Callable[[Answer], bool]) -> Offer:
    """Ask on the terminal for what is not given yet, saving every answer until the papers are made.

    Raises:
        UsageError: there is no terminal.
    """
    if not sys.stdin.isatty():
        raise UsageError("There is no terminal to ask questions on.", "Give the answers with --answers FILE or --set.")
    from groupkit.folder import explained, put_file, read_text
    from groupkit.group.toml import fresh
    from groupkit.interview import interview
    from groupkit.work import OFFER, Offer

    draft = draft_file(folder, kind)
    beside = {"of": group}

    def save(answers: Mapping[str, Any]) -> None:
        with explained(draft.parent):
            draft.parent.mkdir(parents=True, exist_ok=True)
        put_file(draft, fresh(answers, OFFER, beside).encode())

    gathered.add_text(read_text(draft), str(draft))
    try:
        answers = interview(input, output.say, save, gathered.values(), OFFER, beside, first)
    except KeyboardInterrupt:
        output.say()
        if draft.exists():
            output.say(f"Stopped. Your answers so far are in {draft}")
            output.say(f"To go on: groupkit {kind} {folder}")
        raise
    return Offer.from_answers(answers, of=group, where=str(draft))


def draft_file(folder: Path, kind: Kind) -> Path:
    """Give the file that holds the answers of an interview that is not finished."""
    from groupkit.work.saving import WORK

    return folder / WORK / f"unfinished-{kind}.toml"


def finish(offer: Offer, folder: Path, kind: Kind, day: datetime.date | None, into: Path | None = None) -> None:
    """Make the papers, save them, and say what was made; warnings last."""
    from groupkit.folder import explained
    from groupkit.work import papers
    from groupkit.work.saving import save

    made = papers(offer, date=day, kind=kind)
    report = save(made, folder, into)
    draft = draft_file(folder, kind)
    with explained(draft):
        draft.unlink(missing_ok=True)
    _tell(made, report)


def _tell(made: Papers, report: SaveReport) -> None:
    from groupkit import stale
    from groupkit.words import plural

    count = len(made.documents)
    output.say(f"{count} {plural(count, 'paper')} in {report.folder}")
    output.table((document.name, document.title) for document in made)
    if blanks := len(made.blanks):
        output.say(f"There {plural(blanks, 'is', 'are')} {blanks} {plural(blanks, 'blank')} to fill in, with labels.")
    for line in [*report.lines(), *made.warnings, *(each.message for each in stale.finding(made.date))]:
        output.warn(line)
