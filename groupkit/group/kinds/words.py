"""Answers that are words: a line of text, yes or no, one of several choices, lists of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...near import close_to
from .base import Kind, UnreadableError, shown

if TYPE_CHECKING:
    from ..model import Group

LONGEST_LIST = 100

_YES = frozenset({"yes", "y", "true", "on"})
_NO = frozenset({"no", "n", "false", "off"})


def _is_forbidden(char: str) -> bool:
    """Whether XML 1.0 does not allow it, or it is a control character that no document should hold."""
    code = ord(char)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF)


class Text(Kind):
    """One line of text, kept as typed except for spaces at both ends."""

    noun = "text"
    instead = "Write it in quotation marks."

    def __init__(self, longest: int = 200, lettered: bool = False) -> None:
        self.longest = longest
        self.lettered = lettered
        """Whether it must hold a letter or a digit."""

    def read(self, value: object) -> str:
        """The text, without spaces at its ends."""
        if not isinstance(value, str):
            raise self.refuse(value)
        text = value.strip()
        first, *others = text.splitlines(keepends=True) or [""]
        if others:
            raise UnreadableError(f"{shown(first)} holds a line break.", "Write it on one line.")
        forbidden = "" if text.isprintable() else next(filter(_is_forbidden, text), "")
        if forbidden:
            wrong = f"holds a character that documents cannot hold (U+{ord(forbidden):04X})"
            raise UnreadableError(f"{shown(text)} {wrong}.", "Take it out.")
        if len(text) > self.longest:
            instead = f"Write {self.longest} characters at most."
            raise UnreadableError(f"{shown(text)} has {len(text)} characters.", instead)
        if self.lettered and not any(char.isalnum() for char in text):
            raise UnreadableError(f"{shown(text)} has no letter or digit.", "Write at least one.")
        return text

    def schema(self) -> dict[str, Any]:
        """A string up to its longest length."""
        return {"type": "string", "maxLength": self.longest, **({"minLength": 1} if self.lettered else {})}


class YesNo(Kind):
    """Yes or no; in `group.toml` true or false."""

    type = bool
    noun = "yes or no"
    instead = "Write yes or no."

    def read(self, value: object) -> bool:
        """True or false, from either or from the words."""
        if isinstance(value, bool):
            return value
        word = value.strip().casefold() if isinstance(value, str) else ""
        if word in _YES or word in _NO:
            return word in _YES
        raise self.refuse(value)

    def text(self, value: Any) -> str:
        """Yes or no."""
        return "yes" if value else "no"

    def toml(self, value: Any) -> Any:
        """True or false."""
        return value

    def schema(self) -> dict[str, Any]:
        """A boolean, or a word for it."""
        return {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]}]}


class Choice(Kind):
    """One of several values, each with a label; either may be written, capitals and hyphens do not matter."""

    noun = "one of the choices"

    def __init__(self, choices: Mapping[str, str], offered: Callable[[Group, str], bool] | None = None) -> None:
        self._choices = dict(choices)
        self.offered = offered
        """Whether a choice is worth offering, given the answers before; others can still be written."""

    @property
    def choices(self) -> Mapping[str, str]:
        """The values to choose from, each with its label."""
        return self._choices

    def read(self, value: object) -> str:
        """The value of the choice, from itself or from its label."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if isinstance(value, str):
            wanted = folded(value)
            for choice, label in self._choices.items():
                if wanted in (folded(choice), folded(label)):
                    return choice
        raise self.refuse(value, self._instead(value))

    def _instead(self, value: object) -> str:
        listed = "Choose one of: " + ", ".join(self._choices) + "."
        near = nearest(folded(value), self._choices) if isinstance(value, str) else ""
        return f"Did you mean {near}? {listed}" if near else listed

    def schema(self) -> dict[str, Any]:
        """One of the values."""
        return {"enum": list(self._choices)}


class HouseStyle(Choice):
    """One of our house styles, or the path of an organisation's own Word file."""

    noun = "a house style"

    def read(self, value: object) -> str:
        """The name of the style, or the path as written."""
        if isinstance(value, str) and value.strip().casefold().endswith((".docx", ".dotx")):
            return Text(longest=1000).read(value)
        return super().read(value)

    def _instead(self, value: object) -> str:
        return super()._instead(value) + " Or give the path of a .docx file of your own."

    def schema(self) -> dict[str, Any]:
        """One of the names, or a path."""
        return {"anyOf": [super().schema(), {"type": "string", "pattern": r"\.([dD][oO][cC]|[dD][oO][tT])[xX]$"}]}


class Many(Kind):
    """A list. In `group.toml` a list of texts; typed on one line, parts with `;` between them.

    Lists of single names also take commas. A text with neither is a list of one.
    """

    type = tuple
    noun = "a list"
    instead = 'Write a list such as ["one", "two"], or "one; two".'

    def __init__(self, item: Kind, commas: bool = False, fewest: int = 0) -> None:
        self.item = item
        self.commas = commas
        self.fewest = fewest

    @property
    def choices(self) -> Mapping[str, str]:
        """The values that its items may have, each with its label."""
        return self.item.choices

    def read(self, value: object) -> tuple[Any, ...]:
        """The items in order; empty ones and repetitions are left out."""
        items = tuple(dict.fromkeys(self.item.read(part) for part in self.parts(value)))
        if len(items) > LONGEST_LIST:
            raise UnreadableError(f"{len(items)} items are too many.", f"Write {LONGEST_LIST} at most.")
        if len(items) < self.fewest:
            raise UnreadableError("The list is empty.", self.instead)
        return items

    def parts(self, value: object) -> Sequence[object]:
        """The items as written, without empty ones."""
        if isinstance(value, str):
            mark = "," if self.commas and ";" not in value else ";"
            value = value.split(mark)
        if not isinstance(value, list | tuple):
            raise self.refuse(value)
        return [part for part in value if not (isinstance(part, str) and not part.strip())]

    def text(self, value: Any) -> str:
        """The items with `;` between them."""
        return "; ".join(self.item.text(part) for part in value)

    def toml(self, value: Any) -> Any:
        """A list of texts."""
        return [self.item.toml(part) for part in value]

    def schema(self) -> dict[str, Any]:
        """An array, or the same in one text."""
        return {"anyOf": [{"type": "array", "items": self.item.schema(), "maxItems": LONGEST_LIST}, {"type": "string"}]}


def folded(text: str) -> str:
    """Text for comparing: no capitals, and hyphens where there are spaces or underlines."""
    return re.sub(r"[\s_-]+", "-", text.strip().casefold())


def nearest(word: str, known: Mapping[str, object] | Sequence[str]) -> str:
    """The known word most like this one, or nothing."""
    return next(iter(close_to(word[:100], known)), "")
