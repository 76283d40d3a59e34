"""All that is asked about one piece of work, in order."""

from __future__ import annotations

from ..group.answers import Questions, Section, described
from .activity import Support, When, Work
from .paying import Body, Money
from .people import Letter, Someone


def _section(name: str, title: str, model: type) -> Section:
    return Section(name=name, title=title, model=model, answers=described(model, name))


OFFER = Questions.of(
    _section("work", "The work", Work),
    _section("when", "Days and hours", When),
    _section("money", "Money", Money),
    _section("person", "Who it is for", Someone),
    _section("support", "Support", Support),
    _section("body", "Who pays", Body),
    _section("letter", "The letter for an adviser", Letter),
    makes="an offer",
    top="""\
# The answers about one piece of work, as they stood when its papers were made.
# A line that starts with # is not read.
""",
)
"""What is asked about one piece of work. A new section is added here, and as a field of `Offer`."""
