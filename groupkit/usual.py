"""Usual answers that are whole sentences: they stand on papers, so they are data (`templates/data/usual-answers.toml`).

Read when the first of them is worked out, so that asking for help or for the schema reads nothing.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from groupkit import templates
from groupkit.store import recall

_FILE = "data/usual-answers.toml"


def usual(table: str) -> dict[str, Any]:
    """The words of one table of the file: `aims` or `offer`."""
    found: dict[str, Any] = _read()[table]
    return found


@cache
def _read() -> dict[str, Any]:
    text = templates.read(_FILE)
    return recall("toml", text, lambda: tomllib.loads(text))
