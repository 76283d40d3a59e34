"""The sections in the order in which they are asked, and every answer in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from .about import About
from .answers import Answer, Questions, Section, described, for_a_group
from .committee import Committee
from .contact import Contact
from .decisions import Decisions
from .form import Form
from .host import Host
from .kinds import Text
from .meetings import Meetings
from .members import Members
from .money import Money
from .pack import PackChoices
from .payments import Payments
from .resources import Resources
from .style import Style
from .support import Support

if TYPE_CHECKING:
    from .model import Group


def _section(name: str, title: str, model: type, *, groups_only: bool = False) -> Section:
    answers = described(model, name)
    if groups_only:
        answers = {key: each.replace(when=_for_a_group(each.when)) for key, each in answers.items()}
    return Section(name=name, title=title, model=model, answers=answers)


def _for_a_group(when: Callable[[Group], bool] | None) -> Callable[[Group], bool]:
    """Ask only a group: the papers of an organisation that involves people say nothing of this."""
    return lambda group: for_a_group(group) and (when is None or when(group))


GROUP = Questions.of(
    _section("group", "Who we are", About),
    _section("form", "What the group is in law", Form, groups_only=True),
    _section("host", "The host", Host, groups_only=True),
    _section("members", "The members", Members, groups_only=True),
    _section("committee", "The committee", Committee, groups_only=True),
    _section("decisions", "How we decide", Decisions, groups_only=True),
    _section("meetings", "Our meetings", Meetings),
    _section("money", "Money", Money, groups_only=True),
    _section("payments", "Payment for taking part", Payments),
    _section("support", "Support and safety", Support),
    _section("contact", "How to reach us", Contact),
    _section("resources", "What is near us", Resources),
    _section("style", "How the papers look", Style),
    _section("pack", "What is in the pack", PackChoices),
    makes="a pack",
    top="""\
# The answers about your group. Change what stands after an = and save the file, then make the pack again.
# A line that starts with # is not read. To answer such a question, take away the # and the space after it.
""",
)
"""What is asked about a group. A new section is added here, and as a field of `Group`."""

SECTIONS: Mapping[str, Section] = GROUP.sections
ANSWERS: Mapping[str, Answer] = GROUP.answers


def fields() -> Iterator[Answer]:
    """Every answer there can be, in the order in which they are asked."""
    return iter(ANSWERS.values())


def sections() -> Iterator[Section]:
    """Every section, in order."""
    return iter(SECTIONS.values())


def texts(group: Group) -> tuple[str, ...]:
    """The answers of a group that are a line of text, in the order in which they are asked; "" for one not given."""
    return _texts()(group)


@cache
def _texts() -> Callable[[Group], tuple[str, ...]]:
    return attrgetter(*(key for key, answer in ANSWERS.items() if isinstance(answer.kind, Text)))
