"""The group: every answer, checked, with the usual ones worked out."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar

import attrs

from . import load, reading
from .about import About
from .answered import Answered
from .answers import Questions
from .committee import Committee
from .contact import Contact
from .decisions import Decisions
from .form import Form
from .host import Host
from .meetings import Meetings
from .members import Members
from .money import Money
from .pack import PackChoices
from .payments import Payments
from .resources import Resources
from .sections import GROUP
from .style import Style
from .support import Support


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Group(Answered):
    """A group's answers, and nothing else.

    Made from a file (`Group.load`), from text (`Group.from_toml`), from a mapping (`Group.from_answers`), or from
    sections (`Group(group=About(name="...", area="...", nation="wales"), members=Members(now=12))`). All of them raise
    `AnswersError` holding every problem found.
    """

    questions: ClassVar[Questions] = GROUP

    group: About
    form: Form = attrs.field(factory=Form)
    host: Host = attrs.field(factory=Host)
    members: Members = attrs.field(factory=Members)
    committee: Committee = attrs.field(factory=Committee)
    decisions: Decisions = attrs.field(factory=Decisions)
    meetings: Meetings = attrs.field(factory=Meetings)
    money: Money = attrs.field(factory=Money)
    payments: Payments = attrs.field(factory=Payments)
    support: Support = attrs.field(factory=Support)
    contact: Contact = attrs.field(factory=Contact)
    resources: Resources = attrs.field(factory=Resources)
    style: Style = attrs.field(factory=Style)
    pack: PackChoices = attrs.field(factory=PackChoices)
    given: frozenset[str] = attrs.field(default=frozenset(), eq=False, repr=False)
    """Full names of the answers that were given, by hand or by file. Sections made in Python add those of their
    values that are not the usual ones."""
    folder: Path | None = attrs.field(default=None, eq=False, repr=False)
    """Where paths in the answers (of a logo, of a house style) start from: the folder of the file that the answers
    were loaded from. None stands for the working folder."""

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Group:
        """The group whose answers are in this file. Raises `AnswersError` naming the file."""
        file = Path(path)
        return cls.from_toml(load.read_file(file), where=str(path), folder=file.parent)

    @classmethod
    def from_toml(cls, text: str, where: str = "", folder: Path | None = None) -> Group:
        """The group whose answers are in this text, as `group.toml` has them; `where` names it in errors."""
        return cls._read(load.parse(text, where), where, folder)

    @classmethod
    def from_answers(cls, answers: Mapping[str, Any], where: str = "", folder: Path | None = None) -> Group:
        """The group with these answers: sections of answers, or full names, with values or with plain text.

        `Group.from_answers({"group": {"name": "Riverside Voices", ...}, "meetings.start": "18:30"})`
        """
        return cls._read(answers, where, folder)

    @classmethod
    def _read(cls, answers: Mapping[str, Any], where: str, folder: Path | None) -> Group:
        return cls._of(reading.read_answers(answers, where), folder=folder)

    def replace(self, changes: Mapping[str, Any]) -> Group:
        """The same group with some answers changed, and the worked-out ones worked out again.

        Args:
            changes: new values by full name; None takes an answer back, so that the usual one holds again.
        """
        return Group.from_answers(self.given_values() | dict(changes), folder=self.folder)
