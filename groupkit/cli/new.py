"""`groupkit new`: ask, or read answers, and write the pack."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from groupkit.cli import options, output
from groupkit.errors import AnswersError, UsageError

if TYPE_CHECKING:
    from groupkit.cli.gather import Gathered
    from groupkit.group import Group


@click.command("new")
@options.FOLDER
@click.option(
    "--answers", type=options.PATH, metavar="FILE", help="Take the answers from a file like group.toml; never ask."
)
@click.option("--defaults", is_flag=True, help="Take the usual answer wherever none is given; never ask.")
@options.shaping
def command(
    folder: Path,
    answers: Path | None,
    defaults: bool,
    settings: tuple[str, ...],
    kind: str | None,
    added: tuple[str, ...],
    dropped: tuple[str, ...],
    formats: tuple[str, ...],
    house_style: str | None,
    notes: bool | None,
    day: str | None,
) -> None:
    """Ask about your group and write its pack into FOLDER.

    Answers are saved after every question. Stop with Ctrl-C whenever you like; the same command goes on from there.
    Answers given with --set win over those of --answers, and those over saved ones.
    """
    from groupkit.cli.gather import Gathered, read_answers_file
    from groupkit.cli.telling import tell
    from groupkit.folder import ANSWERS, read_text, save_pack

    on = options.read_day(day)
    asked = options.read_settings(settings, formats, house_style, notes, kind)
    _check(folder)
    saved = read_text(folder / ANSWERS)
    gathered = Gathered(folder=folder)
    gathered.add_text(saved, str(folder / ANSWERS))
    if answers is not None:
        gathered.add_text(read_answers_file(answers), str(answers), answers.parent)
    gathered.add(asked, "", Path())
    gathered.add_documents(added, dropped)
    group = gathered.group() if answers is not None or defaults else _ask(gathered, folder)

    try:
        pack = gathered.pack(group, on)
    except AnswersError:
        if (folder / ANSWERS).exists():
            output.note(f"your answers are in {folder / ANSWERS}. Change them there, then: groupkit build {folder}")
        raise
    tell(pack, save_pack(pack, folder, check=lambda: _refuse(folder)))


def _check(folder: Path) -> None:
    """Finish what a killed command left there, then refuse what `_refuse` does."""
    from groupkit.folder import recover

    if recover(folder) is not None:
        output.note("what the last command left half done is finished now.")
    _refuse(folder)


def _refuse(folder: Path) -> None:
    """Refuse a folder that holds anything but unfinished answers. Raises UsageError; nothing has been touched then."""
    from groupkit.folder import state

    match state(folder):
        case "pack":
            raise UsageError(f"{folder} holds a pack already.", f"To make it again: groupkit build {folder}")
        case "other":
            raise UsageError(f"{folder} holds other files.", "Choose a new folder; yours were not touched.")
        case "file":
            raise UsageError(f"{folder} is a file.", "Choose another name for the folder.")


def _ask(gathered: Gathered, folder: Path) -> Group:
    """Ask on the terminal for what is not given yet, saving every answer."""
    if not sys.stdin.isatty():
        raise UsageError(
            "There is no terminal to ask questions on.",
            "Give the answers with --answers FILE, or use --defaults and --set.",
        )
    from groupkit import looks
    from groupkit.folder import ANSWERS, draft_text, explained, put_file, read_text
    from groupkit.group import Group
    from groupkit.interview import interview

    file = folder / ANSWERS
    known = gathered.values()

    def settled(answers: Mapping[str, Any]) -> dict[str, Any]:
        """Take what was typed as paths from where the person is."""
        typed = {key: value for key, value in answers.items() if known.get(key) != value}
        return {**answers, **looks.rebased(typed, Path(), folder)}

    def save(answers: Mapping[str, Any]) -> None:
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
        try:
            text = draft_text(settled(answers), read_text(file))
        except AnswersError as error:  # somebody changed the file meanwhile, and it is no TOML now
            raise AnswersError(error.lines(), str(file)) from None
        put_file(file, text.encode())

    try:
        return Group.from_answers(settled(interview(input, output.say, save, known)), folder=folder)
    except KeyboardInterrupt:
        output.say()
        if file.exists():
            output.say(f"Stopped. Your answers so far are in {file}")
            output.say(f"To go on: groupkit new {folder}")
        raise
