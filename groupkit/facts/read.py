"""Reading the register's TOML files: each error names the file and the entry."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from importlib.resources.abc import Traversable
from typing import Any

from groupkit.errors import FactError
from groupkit.facts.model import CONFIDENCES, NATIONS
from groupkit.store import recall

_SOURCE_DATE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?\Z")


def read_toml(folder: Traversable, name: str) -> dict[str, Any]:
    """Read one file of the register. Decimal numbers stay exact.

    Raises:
        FactError: when the file is missing or is not TOML, naming the file (and the line, where TOML knows it).
    """
    try:
        text = folder.joinpath(name).read_text(encoding="utf-8")
        return recall("toml", text, lambda: tomllib.loads(text, parse_float=Decimal))
    except OSError as error:
        raise FactError(f"{name}: this file of the register cannot be read.", "Install groupkit again.") from error
    except tomllib.TOMLDecodeError as error:
        raise FactError(f"{name}: this is not valid TOML: {error}.") from error


class Entry:
    """One entry of a file, read key by key; keys that nobody asked for are refused at the end by `done`."""

    def __init__(self, file: str, name: str, data: object) -> None:
        self.where = f"{file}: {name}"
        if not isinstance(data, Mapping):
            raise FactError(f"{self.where} is not a table of keys and values.")
        self._data: Mapping[str, object] = data
        self._asked: set[str] = set()

    def wrong(self, key: str, problem: str) -> FactError:
        """The error to raise about a key of this entry."""
        return FactError(f"{self.where}: {key} {problem}")

    def has(self, key: str) -> bool:
        """Whether the entry holds the key."""
        return key in self._data

    def says(self, key: str, value: object) -> bool:
        """Whether the key is there with exactly that value."""
        self._asked.add(key)
        return self._data.get(key) == value

    def _get(self, key: str, default: object) -> object:
        self._asked.add(key)
        value = self._data.get(key, default)
        if value is None:
            raise self.wrong(key, "is missing.")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A line of text."""
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, f"is {value!r}, not text.")
        return value

    def texts(self, key: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
        """A list of lines of text."""
        value = self._get(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, f"is {value!r}, not a list of texts.")
        return tuple(value)

    def choice(self, key: str, choices: Sequence[str]) -> Any:
        """A text that is one of the choices."""
        value = self.text(key)
        if value not in choices:
            raise self.wrong(key, f'is "{value}". It can be: {", ".join(choices)}.')
        return value

    def confidence(self) -> Any:
        """How sure we are: primary, secondary or unverified."""
        return self.choice("confidence", CONFIDENCES)

    def flag(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, f"is {value!r}, not true or false.")
        return value

    def whole(self, key: str) -> int:
        """A whole number."""
        value = self._get(key, None)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, f"is {value!r}, not a whole number.")
        return value

    def amount(self, key: str) -> Decimal | str:
        """An exact number, or text for a fact that is not a number."""
        value = self._get(key, None)
        if isinstance(value, str) or (isinstance(value, Decimal) and value.is_finite()):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return Decimal(value)
        raise self.wrong(key, f"is {value!r}, not a number or text.")

    def day(self, key: str) -> date:
        """A calendar day."""
        value = self._get(key, None)
        if type(value) is not date:
            raise self.wrong(key, f"is {value!r}, not a date. Write a date such as 2026-04-06.")
        return value

    def source_date(self, key: str) -> str:
        """A year, month or day as text, or nothing."""
        value = self.text(key, "")
        if not _SOURCE_DATE.match(value):
            raise self.wrong(key, f'is "{value}", not a date. Write 2026, 2026-04 or 2026-04-06, or leave it out.')
        return value

    def nations(self, key: str = "nations") -> tuple[str, ...]:
        """The nations where the entry holds."""
        nations = self.texts(key)
        unknown = [nation for nation in nations if nation not in NATIONS]
        if unknown or not nations:
            raise self.wrong(key, f"names {', '.join(unknown) or 'no nation'}. Nations are: {', '.join(NATIONS)}.")
        return nations

    def entries(self, key: str) -> list[Entry]:
        """The entries of a list inside this one, numbered from 1 in errors."""
        value = self._get(key, None)
        if not isinstance(value, list) or not value:
            raise self.wrong(key, "is not a list of entries.")
        return [Entry(self.where, f"{key} {number}", item) for number, item in enumerate(value, 1)]

    def tables(self, key: str) -> dict[str, Entry]:
        """The named tables inside this entry; none when the key is not there."""
        value = self._get(key, {})
        if not isinstance(value, Mapping):
            raise self.wrong(key, "is not a table.")
        return {name: Entry(self.where, f"{key} {name}", part) for name, part in value.items()}

    def done(self) -> None:
        """Refuse keys that nobody asked for: a misspelt key must not be lost in silence."""
        unknown = sorted(set(self._data) - self._asked)
        if unknown:
            raise FactError(f"{self.where}: no such key: {', '.join(unknown)}.")


def entries(file: str, data: Mapping[str, object], kind: str) -> dict[str, Entry]:
    """The entries of a kind in a file, by id.

    Raises:
        FactError: when an id is missing or used twice.
    """
    listed = data.get(kind, [])
    if not isinstance(listed, list):
        raise FactError(f"{file}: write each {kind} under [[{kind}]].")
    found: dict[str, Entry] = {}
    for number, item in enumerate(listed, 1):
        id_ = Entry(file, f"{kind} {number}", item).text("id")
        if id_ in found:
            raise FactError(f'{file}: {kind} "{id_}" is there twice. Each id may be used once.')
        found[id_] = Entry(file, f'{kind} "{id_}"', item)
    return found
