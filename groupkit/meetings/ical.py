"""Text in the form of iCalendar (RFC 5545): lines of a name and a value, gathered in components.

Written here rather than by a library, for the few kinds of line that our calendar needs: loading a library for all of
the standard takes longer than making the rest of a pack. The tests read our file with one and have it write it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

_END = "\r\n"
_LONGEST = 74
"""Bytes of a line before it is folded; the standard's 75 counts the space that a folded line begins with."""
_UNIT = re.compile(r"\\.|.")
"""A character, or a backslash with what it escapes: never parted, since some programs unfold badly."""


def component(name: str, lines: Iterable[str]) -> str:
    """Give a component that holds `lines`: its properties, or other components, each with its line end."""
    return f"BEGIN:{name}{_END}{''.join(lines)}END:{name}{_END}"


def line(name: str, value: str) -> str:
    """Give one property, folded, with its line end; `value` is in the form that the property asks for."""
    written = f"{name}:{value}"
    if len(written) <= _LONGEST and written.isascii():
        return written + _END
    return f"{_END} ".join(_folds(written)) + _END


def text(words: str) -> str:
    """Give words as a value of the kind TEXT: what has a meaning there is escaped, line ends too."""
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def moment(value: datetime | date) -> str:
    """Give a date and time as iCalendar writes it: `20270109T140000`; a date alone is its midnight."""
    return value.strftime("%Y%m%dT%H%M%S")


def _folds(written: str) -> Iterator[str]:
    fold, size = "", 0
    for found in _UNIT.finditer(written):
        unit = found[0]
        length = len(unit.encode())
        if size + length > _LONGEST:
            yield fold
            fold, size = "", 0
        fold, size = fold + unit, size + length
    yield fold
