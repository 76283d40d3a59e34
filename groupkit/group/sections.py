"""The sections in the order in which they are asked, and every answer in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .about import About
from .answers import Answer, Questions, Section, described
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
from .style import Style
from .support import Support


def _section(name: str, title: str, model: type) -> Section:
    return Section(name=name, title=title, model=model, answers=described(model, name))


GROUP = Questions.of(
    _section("group", "Who we are", About),
    _section("form", "What the group is in law", Form),
    _section("host", "The host", Host),
    _section("members", "The members", Members),
    _section("committee", "The committee", Committee),
    _section("decisions", "How we decide", Decisions),
    _section("meetings", "Our meetings", Meetings),
    _section("money", "Money", Money),
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
