"""[payments]: what people get for taking part."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .answers import Derived, Values, Wording, answer, answers_class, for_a_group
from .kinds import Choice, Pounds, Whole, YesNo

if TYPE_CHECKING:
    from .model import Group

_UNPAID = ("expenses-only", "nothing")


def _who_pays(group: Group) -> str:
    if group.form.kind == "hosted_group":
        return "partner-pays-group"
    return "group" if group.money.holds else "partner-pays-person"


def _paid(group: Group) -> bool:
    return group.payments.who_pays not in _UNPAID


def _offered(group: Group, who: str) -> bool:
    return for_a_group(group) or not who.startswith("partner")


@answers_class
class Payments(Values):
    """Who pays people for involvement work, how much and how soon."""

    who_pays: str = answer(
        "Who pays people for taking part?",
        Choice(
            {
                "group": "We do, from our own money",
                "partner-pays-person": "The service pays each person",
                "partner-pays-group": "The service pays the group or host, which pays people",
                "expenses-only": "People get their expenses back, and no payment",
                "nothing": "Nobody pays yet",
            },
            offered=_offered,
        ),
        default=Derived(_who_pays, "from the kind of group"),
        help="This is about work that a service asks for. Nobody has to take a payment.",
        example="partner-pays-person",
        ask="always",
        to_organisations=Wording(
            help="This is about work that you ask people for. Nobody has to take a payment.", example="group"
        ),
    )
    rate_hour: Decimal | None = answer(
        "What is the rate for an hour, in pounds?",
        Pounds(),
        default=None,
        help="Leave it out if it is not agreed yet: the policy then has a line for it.",
        example="15.00",
        when=_paid,
    )
    rate_meeting: Decimal | None = answer(
        "What is the rate for a meeting of up to two hours, in pounds?",
        Pounds(),
        default=None,
        example="30.00",
        when=_paid,
    )
    days_to_pay: int = answer(
        "Within how many days are people paid?",
        Whole(1, 365, such_as=14),
        default=14,
        example="14",
    )
    cash: bool = answer(
        "Can people have their fares in cash on the day?",
        YesNo(),
        default=True,
        help="Many people cannot wait for their fares.",
        example="yes",
    )
    committee_payments: str = answer(
        "What do committee members get?",
        Choice(
            {
                "none": "Nothing",
                "expenses": "Their expenses",
                "involvement": "Expenses, and payment for set tasks like any member",
                "other": "Something else",
            }
        ),
        default="expenses",
        help="Nobody is paid for being on the committee. Charities have rules about paying trustees for other work.",
        example="expenses",
        when=for_a_group,
    )
    review_months: int = answer(
        "After how many months do you look at the policy again?",
        Whole(1, 60, such_as=12),
        default=12,
        example="12",
    )
    notice_cancel_days: int = answer(
        "If work is called off fewer than how many days ahead, are people still paid?",
        Whole(0, 60, such_as=2),
        default=2,
        example="2",
        when=_paid,
    )
