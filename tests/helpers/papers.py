"""The papers of every group of the matrix, made once for all tests that go through them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from helpers import matrix
from helpers.groups import ON

from groupkit import Group, build
from groupkit.document import plain_text
from groupkit.document.blocks import Document
from groupkit.pack import Pack, PackDocument

SOURCES = "Where this comes from"

RULES = ("constitution", "terms-of-reference", "official-model-answers", "house-rules")
"""The papers that hold the rules of a group."""


@dataclass(frozen=True)
class Paper:
    """One document of one group, with its words."""

    group: Group
    made: PackDocument

    @property
    def name(self) -> str:
        return self.made.name

    @property
    def document(self) -> Document:
        return self.made.document

    @cached_property
    def text(self) -> str:
        return plain_text(self.document).replace("’", "'")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @cached_property
    def body(self) -> tuple[str, ...]:
        """The lines up to the list of sources, which names laws and bodies by their titles."""
        return self.lines[: self.lines.index(SOURCES)] if SOURCES in self.lines else self.lines

    def __str__(self) -> str:
        return f"{self.name} ({self.group.form.kind}, {self.group.group.nation})"


@cache
def all_packs() -> list[Pack]:
    """Build the pack of every group and organisation."""
    return [build(group, date=ON) for group in (*matrix.sets(), *matrix.organisations())]


@cache
def all_papers() -> list[Paper]:
    """Give every paper of every pack."""
    return [Paper(pack.group, each) for pack in all_packs() for each in pack]


def tell(faults: Iterable[tuple[str, Any]]) -> None:
    """Fail with each fault once, how often it is there and where first."""
    where: dict[str, list[str]] = defaultdict(list)
    for fault, paper in faults:
        where[fault].append(str(paper))
    shown = [f"{fault}\n    {len(places)} times, first in {places[0]}" for fault, places in where.items()]
    assert not shown, f"{len(shown)} faults:\n" + "\n".join(shown[:40])


_SAID: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
"""What was found, by pattern and line: most lines stand in many papers."""


def said(pattern: re.Pattern[str], lines: Iterable[str]) -> Iterator[str]:
    """Give each place where the pattern is, with the words around it."""
    known = _SAID[pattern.pattern]
    for line in lines:
        if line not in known:
            known[line] = tuple(line[max(0, each.start() - 50) : each.end() + 30] for each in pattern.finditer(line))
        yield from known[line]
