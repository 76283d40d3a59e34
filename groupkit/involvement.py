"""What the papers on involvement share: the self-assessment's questions, and short forms among a group's answers.

The questions are data (`templates/data/self-assessment.toml`), so that the paper and a file of rows for a
spreadsheet are made from the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from groupkit import templates
from groupkit.frozen import Frozen
from groupkit.group import Group, fields
from groupkit.group.resources import LocalResource

_FILE = "data/self-assessment.toml"
_SHORT_FORM = r"(?<![\w.@/-])([A-Z][A-Z&]{0,4}[A-Z])s?(?![\w@])"
_NOT_PROSE = frozenset({"contact.email", "contact.website", "meetings.link", "style.logo", "style.house_style"})


class Heading(Frozen):
    """One of the five headings of 4Pi, with what a group or an organisation asks itself under it once a year."""

    id: str
    name: str
    asks: str
    organisation_asks: str
    """What it is about, as an organisation would ask it."""
    group: tuple[str, ...]
    organisation: tuple[str, ...]


class SelfAssessment(Frozen):
    """The yearly self-assessment: its headings in order, and the three states of an answer."""

    states: tuple[str, ...]
    headings: tuple[Heading, ...]

    def rows(self, kind: str) -> Iterator[tuple[str, str]]:
        """Give heading and question, in order, for the pack of a group or (`organisation`) of an organisation."""
        for heading in self.headings:
            for question in heading.organisation if kind == "organisation" else heading.group:
                yield heading.name, question


@cache
def self_assessment() -> SelfAssessment:
    """Give the self-assessment as the data file has it."""
    data = templates.read_toml(_FILE)
    return SelfAssessment(
        states=tuple(data["states"]),
        headings=tuple(
            Heading(
                id=each["id"],
                name=each["name"],
                asks=each["asks"],
                organisation_asks=each.get("organisation_asks", each["asks"]),
                group=tuple(each["group"]),
                organisation=tuple(each["organisation"]),
            )
            for each in data["heading"]
        ),
    )


def unexplained(group: Group, explained: Iterable[str]) -> list[str]:
    """Give the short forms in a group's own answers that nobody has explained, from A to Z.

    An answer of several words in capitals is shouting, not a row of short forms.
    """
    found: set[str] = set()
    for answer in fields():
        if answer.key not in _NOT_PROSE:
            for text in _texts(group.value(answer.key)):
                if not (text.isupper() and " " in text):
                    found.update(re.findall(_SHORT_FORM, text))
    return sorted(found - set(explained))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, LocalResource):  # people's names are not prose
        yield from (value.title, value.what)
