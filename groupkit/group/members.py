"""[members]: who can join."""

from __future__ import annotations

from decimal import Decimal

from .answers import Values, answer, answers_class
from .kinds import Choice, Pounds, Whole, YesNo


@answers_class
class Members(Values):
    """How many members there are, and who can be one."""

    now: int = answer(
        "About how many of you are there now?",
        Whole(1, 100_000, such_as=8),
        default=8,
        help="A guess will do. The size of the committee and the quorum are worked out from it.",
        example="8",
        ask="always",
    )
    youngest: int = answer(
        "From what age can people join?",
        Whole(0, 120, such_as=18),
        default=18,
        help="With members under 18 you need rules that keep children safe.",
        example="18",
    )
    carers: str = answer(
        "Can carers and family join?",
        Choice(
            {
                "members": "Yes, as members",
                "own-group": "They have their own group beside ours",
                "no": "No",
            }
        ),
        default="members",
        example="members",
    )
    allies: bool = answer(
        "Can friends and allies take part, without a vote?",
        YesNo(),
        default=False,
        help="People who support the aims but have no lived experience. They are not members.",
        example="no",
    )
    groups: bool = answer(
        "Can other groups be members?",
        YesNo(),
        default=False,
        example="no",
    )
    joining: str = answer(
        "How does someone join?",
        Choice({"open": "They tell us, and they are in", "committee": "The committee agrees"}),
        default="open",
        example="open",
    )
    fee: Decimal = answer(
        "Is there a fee for members, in pounds a year?",
        Pounds(1_000),
        default=Decimal(0),
        help="Most groups ask for nothing, so that nobody is kept out.",
        example="0",
    )
