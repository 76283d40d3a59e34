"""[person] and [letter]: who the papers are for, and which rule the letter points to. Never anything about them."""

from __future__ import annotations

from ..group.answers import Values, answer, answers_class
from ..group.kinds import Choice, Text, YesNo

NO_LIMB = "none"

LIMBS = {
    "statutory-body": "It must by law provide health care, social care or social housing, or asks for such a body",
    "research-monitoring": "It does research or checks, so as to plan or improve such services",
    "social-security": "It asks about benefits, child support or help to find work",
    NO_LIMB: "None of these, or we do not know",
}
"""Which part of the service user rules fits whoever asks for views; the first three are ids of the register."""


@answers_class
class Someone(Values):
    """The person the papers are for, if they are for one person. Their reasons, health and benefits are never asked."""

    name: str = answer(
        "Who is it for?",
        Text(longest=100),
        default="",
        help="Leave it out for papers that anyone can fill in by hand.",
        example="Cerys Evans",
        ask="always",
    )


@answers_class
class Letter(Values):
    """What only the letter for a benefits adviser or jobcentre says."""

    limb: str = answer(
        "Which of these is true of whoever asks for people's views?",
        Choice(LIMBS),
        default=NO_LIMB,
        help="Benefit rules treat “service users” in a special way. The letter names the rules only where one of these "
        "is true. Do not guess: ask whoever asks for the views, or a benefits adviser.",
        example="statutory-body",
    )
    carer: bool = answer(
        "Does the letter say that the person comes as a carer of someone who is asked?",
        YesNo(),
        default=False,
        help="The rules count a carer of the person who is asked as well. Say yes only if the person wants it said.",
        example="no",
    )
