"""[money]: what the group holds, and who approves payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import sizes
from .answers import Derived, Values, answer, answers_class
from .form import WITHOUT_MONEY
from .kinds import DayOfYear, Text, Whole, YesNo

if TYPE_CHECKING:
    from .model import Group


def _holds(group: Group) -> bool:
    return group.money.holds


@answers_class
class Money(Values):
    """Whether the group holds money, how much, and who approves payments."""

    holds: bool = answer(
        "Does the group hold money itself?",
        YesNo(),
        default=Derived(lambda g: g.form.kind not in WITHOUT_MONEY, "from the kind of group"),
        help="An informal group does not. For a hosted group the host holds it.",
        example="yes",
    )
    income_expected: int = answer(
        "How many pounds a year do you expect to come in?",
        Whole(0, 100_000_000, pounds=True, such_as=2000),
        default=0,
        help="A guess is fine. In England and Wales it decides whether a charity has to register.",
        example="2000",
    )
    year_end: str = answer(
        "On which day does the money year end?",
        DayOfYear(),
        default="31 March",
        example="31 March",
        when=_holds,
    )
    signatories: int = answer(
        "How many people can approve payments?",
        Whole(1, 20),
        default=Derived(sizes.signatories, "from the size of the committee"),
        help="Three, so that payments can go on when one is unwell.",
        example="3",
        when=_holds,
    )
    signatories_needed: int = answer(
        "How many of them for each payment?",
        Whole(1, 20, such_as=2),
        default=2,
        help="Two, who are not family and do not live together.",
        example="2",
        when=_holds,
    )
    lottery: bool = answer(
        "Do you plan to ask the National Lottery for a grant?",
        YesNo(),
        default=False,
        example="no",
    )
    bank: str = answer(
        "Which bank is the account with, if there is one?",
        Text(),
        default="",
        help="Only the name of the bank. No account numbers here.",
        example="Riverside Credit Union",
        when=_holds,
    )
