"""What every kind of answer can do, and the error it raises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

SHOWN_LENGTH = 60


class UnreadableError(ValueError):
    """Raised when a value cannot be taken as an answer; says what is wrong and what to write instead."""

    def __init__(self, wrong: str, instead: str, within: str = "") -> None:
        super().__init__(f"{wrong} {instead}".strip())
        self.wrong = wrong
        self.instead = instead
        self.within = within
        """Where in the answer, for an answer with parts: `[2].age`."""


class SeveralUnreadableError(ValueError):
    """Raised when an answer with parts has more than one thing wrong."""

    def __init__(self, problems: list[UnreadableError]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Kind:
    """How one kind of answer is read, checked, written and described.

    Reading takes what TOML gives, what a person types, and values that were read before.
    """

    type: type = str
    noun = "text"
    instead = "Write some text."

    @property
    def choices(self) -> Mapping[str, str]:
        """The values to choose from, each with its label."""
        return {}

    def read(self, value: object) -> Any:
        """The value as the group holds it. Raises `UnreadableError` or `SeveralUnreadableError`."""
        raise self.refuse(value)

    def text(self, value: Any) -> str:
        """The value as a person would type it, so that `read` gives the same value back."""
        return str(value)

    def toml(self, value: Any) -> Any:
        """The value as `group.toml` holds it."""
        return self.text(value)

    def schema(self) -> dict[str, Any]:
        """What JSON Schema says of it."""
        return {"type": "string"}

    def refuse(self, value: object, instead: str = "") -> UnreadableError:
        """The error for a value that is not of this kind."""
        return UnreadableError(f"{shown(value)} is not {self.noun}.", instead or self.instead)


def shown(value: object) -> str:
    """A value for a message: text in quotes, on one line and not too long; the rest as `group.toml` would have it."""
    if isinstance(value, str):
        return f'"{visible(value)}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, date | time):
        return value.isoformat()
    return _cut(value)


def visible(text: str) -> str:
    """Text for a message: on one line, not too long, and with codes for characters that cannot be seen."""
    short = text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 3] + "..."
    return "".join(char if char.isprintable() else _code(char) for char in short)


def _code(char: str) -> str:
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


def _cut(value: object) -> str:
    try:
        return visible(str(value))
    except ValueError:  # a whole number of thousands of digits
        return "a number of that size"
