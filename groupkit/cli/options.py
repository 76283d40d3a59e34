"""Options that several commands share, and reading them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from groupkit.errors import UsageError

_Command = TypeVar("_Command", bound=Callable[..., Any])

EARLIEST, LATEST = datetime.date(2020, 1, 1), datetime.date(2100, 12, 31)
"""The dates a pack can have: outside them a typing mistake is far likelier than a wish."""


class _PathType(click.Path):
    """A path, which an empty text is not: it would stand for the folder one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("there is no name. Write the name of a file or folder; . stands for this folder.", param, ctx)
        return super().convert(value, param, ctx)


PATH: click.Path = _PathType(path_type=Path)
"""A path as it was typed; whether it is there is for the command to say, in our words."""

FOLDER = click.argument("folder", type=PATH)


def packing(command: _Command) -> _Command:
    """Add the options that choose documents: how big a pack, and which ones to add or leave out."""
    for option in reversed(
        [
            click.option("--pack", "kind", metavar="KIND", help="How big a pack: starter, full or organisation."),
            click.option(
                "--with", "added", multiple=True, metavar="NAME", help="Add this document, such as safeguarding."
            ),
            click.option("--without", "dropped", multiple=True, metavar="NAME", help="Leave this document out."),
        ]
    ):
        command = option(command)
    return command


def shaping(command: _Command) -> _Command:
    """Add the options that shape a pack: answers by --set, documents, formats, look, notes and date."""
    for option in reversed(
        [
            click.option(
                "--set",
                "settings",
                multiple=True,
                metavar="KEY=VALUE",
                help="One answer, such as meetings.start=18:30.",
            ),
            packing,
            click.option(
                "--format",
                "formats",
                multiple=True,
                type=click.Choice(["docx", "md"]),
                help="Only this format. Both unless told.",
            ),
            click.option("--house-style", metavar="NAME", help="How the Word files look: a name or a Word file."),
            click.option("--notes/--no-notes", default=None, help="With or without the guidance notes."),
            click.option("--date", "day", metavar="YYYY-MM-DD", help="The date of the pack. Today unless told."),
        ]
    ):
        command = option(command)
    return command


def read_settings(
    settings: Sequence[str] = (),
    formats: Sequence[str] = (),
    house_style: str | None = None,
    notes: bool | None = None,
    kind: str | None = None,
) -> dict[str, Any]:
    """Give what was asked for on the command line as answers by full name, with plain text as values.

    Raises:
        UsageError: a --set has no `=`.
    """
    answers: dict[str, Any] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip():
            raise UsageError(
                f"--set {setting}: there is no KEY=VALUE in it.", "Write, for example, --set meetings.start=18:30"
            )
        answers[key.strip()] = value
    if formats:
        answers["pack.formats"] = list(dict.fromkeys(formats))
    if house_style is not None:
        answers["style.house_style"] = house_style
    if notes is not None:
        answers["pack.notes"] = notes
    if kind is not None:
        answers["pack.kind"] = kind
    return answers


def read_day(text: str | None, what: str = "--date") -> datetime.date | None:
    """Read the date of a pack; None where none is given.

    Raises:
        UsageError: it is not a date, or one that nobody can mean.
    """
    if text is None:
        return None
    try:
        day = datetime.date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f'{what}: "{text}" is not a date.', "Write year-month-day, such as 2027-01-05.") from None
    if not EARLIEST <= day <= LATEST:
        raise UsageError(f"{what}: {day} is too far away.", f"Write a date between {EARLIEST} and {LATEST}.")
    return day
