"""[support]: keeping people well and safe."""

from __future__ import annotations

from .answers import Values, answer, answers_class
from .kinds import Text, YesNo

_NOT_KNOWN = "Leave it out if you do not know yet: the papers then have a line for the name."


@answers_class
class Support(Values):
    """Who looks out for people, and what there is for them at meetings."""

    wellbeing: str = answer(
        "Who can people turn to if a meeting is hard?",
        Text(),
        default="",
        help=_NOT_KNOWN,
        example="Ann Jones",
    )
    safeguarding_lead: str = answer(
        "Who is the lead for safeguarding?",
        Text(),
        default="",
        help="The person to tell if someone may be at risk of harm. " + _NOT_KNOWN,
        example="Bo Li",
    )
    safeguarding_deputy: str = answer(
        "And who stands in for them?",
        Text(),
        default="",
        help=_NOT_KNOWN,
        example="Cerys Evans",
    )
    quiet_space: bool = answer(
        "Is there a quiet place to go to during meetings?",
        YesNo(),
        default=True,
        example="yes",
    )
    supporter: bool = answer(
        "Can people bring someone to support them?",
        YesNo(),
        default=True,
        example="yes",
    )
    information_lead: str = answer(
        "Who looks after people's information?",
        Text(),
        default="",
        help=_NOT_KNOWN,
        example="Dev Shah",
    )
