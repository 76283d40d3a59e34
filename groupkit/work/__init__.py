"""One piece of work that people are asked to do: the answers about it, and the papers made from them.

    from datetime import date
    from groupkit import Group
    from groupkit.work import Offer, papers

    offer = Offer.from_answers({"work.title": "Review of the crisis line"}, of=Group.load("group.toml"))
    for paper in papers(offer, date=date(2027, 2, 1)):
        print(paper.name, len(paper.docx))

Nothing here asks for, or keeps, a reason for anyone's choice.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .activity import Support as Support, When as When, Work as Work
    from .making import Papers as Papers, papers as papers
    from .offer import Offer as Offer
    from .paying import Body as Body, Money as Money
    from .people import Letter as Letter, Someone as Someone
    from .questions import OFFER as OFFER

_HOMES = {
    "OFFER": "questions",
    "Body": "paying",
    "Letter": "people",
    "Money": "paying",
    "Offer": "offer",
    "Papers": "making",
    "Someone": "people",
    "Support": "activity",
    "When": "activity",
    "Work": "activity",
    "papers": "making",
}

__all__ = [*_HOMES]


def __getattr__(name: str) -> Any:
    """Load a name when it is first used: what every pack needs of a piece of work must not load the writers."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
