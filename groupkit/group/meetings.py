"""[meetings]: when, where and how the group meets."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from ..words import MONTHS
from .answers import Derived, Values, Wording, answer, answers_class, for_a_group
from .kinds import Choice, Clock, Day, DaysOfMeeting, Text, Whole, YesNo

if TYPE_CHECKING:
    from .model import Group

_MONTHS_AFTER_YEAR_END = 3
_SHORTEST = 30
"""The agendas need half an hour at least."""


def _in_a_room(group: Group) -> bool:
    return group.meetings.how != "online"


def _on_a_line(group: Group) -> bool:
    return group.meetings.how != "in-person"


def _agm_month(group: Group) -> str:
    year_end = MONTHS.index(group.money.year_end.split()[-1])
    return MONTHS[(year_end + _MONTHS_AFTER_YEAR_END) % len(MONTHS)]


@answers_class
class Meetings(Values):
    """When, where and how the group meets."""

    start: time = answer(
        "What time do meetings start?",
        Clock(),
        default=time(14),
        help="Early afternoon suits many people: mornings can be hard.",
        example="14:00",
        ask="always",
    )
    length: int = answer(
        "How long is a meeting, in minutes?",
        Whole(_SHORTEST, 480, such_as=120),
        default=120,
        help="Two hours with a break is as long as most people want.",
        example="120",
    )
    pattern: str = answer(
        "Which day do you meet?",
        DaysOfMeeting(longest=100),
        default="second Tuesday of the month",
        help="The dates of your meetings are worked out from it.",
        example="second Tuesday of the month",
        ask="always",
        to_organisations=Wording(question="Which day do you meet with people?"),
    )
    first: date | None = answer(
        "When is the first meeting, if there is a date?",
        Day(),
        default=None,
        help="Allow three weeks for people to hear of it. Leave it out and a date is worked out from the day you meet.",
        example="2027-01-12",
    )
    how: str = answer(
        "How do you meet?",
        Choice({"in-person": "In a room", "online": "Online or by phone", "mixed": "Both at once"}),
        default="in-person",
        example="in-person",
        ask="always",
        to_organisations=Wording(question="How do you meet with people?"),
    )
    place: str = answer(
        "Where do you meet?",
        Text(),
        default="",
        help="The name of the place. Leave it out if you do not know yet.",
        example="The Old School, Riverside",
        ask="always",
        to_organisations=Wording(question="Where do you meet with people?"),
        when=_in_a_room,
    )
    address: str = answer(
        "What is the address?",
        Text(),
        default="",
        example="12 Bridge Street, Riverside",
        when=_in_a_room,
    )
    link: str = answer(
        "What is the link for joining online?",
        Text(longest=500),
        default="",
        example="https://example.org/our-meeting",
        when=_on_a_line,
    )
    phone: str = answer(
        "What is the number for joining by phone?",
        Text(longest=100),
        default="",
        example="01632 960123",
        when=_on_a_line,
    )
    papers_days: int = answer(
        "How many days ahead do papers go out?",
        Whole(0, 60, such_as=7),
        default=7,
        help="A week is usual. Two weeks is kinder.",
        example="7",
    )
    partner: str = answer(
        "Which service do you want to meet first?",
        Text(),
        default="",
        help="The service or commissioner that you want to work with.",
        example="Riverside Community Mental Health Team",
        when=for_a_group,
    )
    interpreter: str = answer(
        "Is there an interpreter? For which language?",
        Text(),
        default="",
        example="British Sign Language",
    )
    agm_month: str = answer(
        "In which month is the yearly meeting?",
        Choice({month: month for month in MONTHS}),
        default=Derived(_agm_month, "from the end of the money year"),
        example="June",
        when=for_a_group,
    )
    refreshments: bool = answer(
        "Are there drinks and something to eat?",
        YesNo(),
        default=True,
        example="yes",
    )
