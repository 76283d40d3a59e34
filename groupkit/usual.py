"""Usual answers that are whole sentences: they stand on papers, so they are data (`templates/data/usual-answers.toml`).

Read when the first of them is worked out, so that asking for help or for the schema reads nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from groupkit import templates

_FILE = "data/usual-answers.toml"


def usual(table: str) -> dict[str, Any]:
    """The words of one table of the file: `aims` or `offer`."""
    found: dict[str, Any] = _read()[table]
    return found


@cache
def _read() -> dict[str, Any]:
    return templates.read_toml(_FILE)
