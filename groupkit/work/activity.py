"""[work], [when] and [support]: what people are asked to do, on which days, and what helps them do it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from ..group.answers import Values, answer, answers_class
from ..group.kinds import Clock, Day, Many, Text, Whole
from .usual import Usual, usual_words

if TYPE_CHECKING:
    from .offer import Offer


def _usual_support(offer: Offer) -> tuple[str, ...]:
    support = offer.of.support
    there = {"breaks": True, "quiet_space": support.quiet_space, "supporter": support.supporter}
    return tuple(text for name, text in usual_words("support").items() if there[name])


@answers_class
class Work(Values):
    """The piece of work."""

    title: str = answer(
        "What is the work called?",
        Text(longest=100, lettered=True),
        help="A few words. They stand on every paper, and name the folder.",
        example="Review of the crisis line",
        ask="always",
    )
    what: str = answer(
        "What will people do?",
        Text(longest=500),
        default="",
        help="A sentence or two, in plain words. Leave out anyone's health: this paper may be shown to others.",
        example="Say what works on the crisis line and what does not, and read the draft report.",
        ask="always",
    )
    asked_by: str = answer(
        "Who wants to hear people's views?",
        Text(),
        default=Usual(lambda o: o.of.meetings.partner, "from the partner of the group's meetings"),
        help="The service or body that asks. The letter for an adviser names it.",
        example="Riverside Mental Health Trust",
        ask="always",
    )
    changes: str = answer(
        "What will change as a result?",
        Text(longest=500),
        default="",
        help="People want to know what their time is for. If nobody has said, ask before you offer.",
        example="The trust answers each point in writing by June, and changes the line in autumn.",
        ask="always",
    )


@answers_class
class When(Values):
    """The days and hours."""

    dates: tuple[date, ...] = answer(
        "On which dates is it?",
        Many(Day(), commas=True),
        default=(),
        help="All of them, the first one first. Leave it out if they are not known yet.",
        example="2027-03-09; 2027-03-23",
        ask="always",
    )
    start: time | None = answer("What time does it start?", Clock(), default=None, example="14:00")
    length: int | None = answer(
        "How long is each date, in minutes?",
        Whole(5, 1440, such_as=120),
        default=None,
        help="The amount is worked out from it, and some benefits have limits on hours.",
        example="120",
        ask="always",
    )
    preparation: int = answer(
        "How many minutes does it take to get ready for each date?",
        Whole(0, 6000, such_as=60),
        default=0,
        help="Reading counts. It is part of the work, so say it.",
        example="60",
    )
    place: str = answer(
        "Where is it?",
        Text(),
        default="",
        example="Riverside Library, or by phone",
        ask="always",
    )
    reply_by: date | None = answer(
        "By which day should people say yes or no?",
        Day(),
        default=None,
        help="Leave weeks for taking advice: some benefit forms have to be in before the first paid day.",
        example="2027-02-26",
    )


@answers_class
class Support(Values):
    """What helps people take part."""

    offered: tuple[str, ...] = answer(
        "What support is there?",
        Many(Text(longest=200)),
        default=Usual(_usual_support, "from the group's answers on support"),
        help="Short words that can stand in a list, with ; between them.",
        example="breaks when you want them; a call the day after",
    )
    person: str = answer(
        "Who can people ask about this work?",
        Text(),
        default=Usual(lambda o: o.of.contact.name, "from the group's contact"),
        example="Ann Jones",
    )
    reach: str = answer(
        "And how can people reach them?",
        Text(),
        default=Usual(lambda o: o.of.contact.phone or o.of.contact.email, "from the group's contact"),
        example="01632 960123",
    )
