"""[money] and [body]: what is paid, and who pays it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from ..group.answers import Values, answer, answers_class
from ..group.kinds import Day, Many, Pounds, Text
from .usual import Usual, usual_words

if TYPE_CHECKING:
    from .offer import Offer

PAID = ("group", "partner-pays-person", "partner-pays-group")
"""The answers to `payments.who_pays` with which people are paid for their time."""

LONGEST_MEETING = 120
"""Minutes that the rate for a meeting covers."""


def _usual_amount(offer: Offer) -> Decimal | None:
    """The group's rate for a meeting, or for the hours with those to get ready; None if neither gives whole pence."""
    rates, when = offer.of.payments, offer.when
    if rates.who_pays not in PAID:
        return Decimal(0)
    if when.length is None:
        return None
    if when.length <= LONGEST_MEETING and rates.rate_meeting is not None:
        return Decimal(rates.rate_meeting)
    if rates.rate_hour is None:
        return None
    pence, rest = divmod(int(rates.rate_hour * 100) * (when.length + when.preparation), 60)
    return None if rest else Decimal(pence) / 100


def _usual_pay_dates(offer: Offer) -> tuple[date, ...]:
    days = timedelta(days=offer.of.payments.days_to_pay)
    return tuple(each + days for each in offer.when.dates) if offer.money.amount != 0 else ()


def _usual_way(offer: Offer) -> str:
    rates = offer.of.payments
    if rates.who_pays not in PAID or rates.who_pays == "partner-pays-person":
        return ""
    return str(usual_words("bank_or_cash" if rates.cash else "bank"))


def _usual_costs(offer: Offer) -> tuple[str, ...]:
    return () if offer.of.payments.who_pays == "nothing" else tuple(usual_words("costs"))


def _usual_body(offer: Offer) -> str:
    group = offer.of
    if group.payments.who_pays in ("partner-pays-person", "nothing"):
        return str(offer.work.asked_by)
    return str(group.host.name if group.form.kind == "hosted_group" else group.group.name)


def _about_the_group(offer: Offer) -> str:
    about = offer.of.group
    if offer.body.name != about.name:
        return ""
    return str(usual_words("about_us")).format(name=about.name, service=about.service, area=about.area)


def _of_the_group(name: str) -> Usual:
    """The group's own way to be reached, as long as it is the group that pays."""
    return Usual(
        lambda o: getattr(o.of.contact, name) if o.body.name == o.of.group.name else "",
        "from the group's contact, if the group pays",
    )


@answers_class
class Money(Values):
    """What people get."""

    amount: Decimal | None = answer(
        "How much is offered for each date, in pounds?",
        Pounds(most=2_000),
        default=Usual(_usual_amount, "from the group's rates and the length"),
        help="The whole amount for one date, with the time to get ready. Write 0 if there is no payment.",
        example="30",
        ask="always",
    )
    paid_on: tuple[date, ...] = answer(
        "On which days is it paid?",
        Many(Day(), commas=True),
        default=Usual(_usual_pay_dates, "from the dates and the group's days to pay"),
        help="One for each date. Some benefits count money on the day it arrives, so a promised day has to be kept.",
        example="2027-03-23; 2027-04-06",
    )
    how: str = answer(
        "How is it paid?",
        Text(),
        default=Usual(_usual_way, "from the group's answers, unless the service pays"),
        example="into a bank account, or in cash to someone who has none",
    )
    expenses: tuple[str, ...] = answer(
        "Which costs are paid?",
        Many(Text(longest=200)),
        default=Usual(_usual_costs, "from who pays"),
        help="What it really costs people, never a round sum.",
        example="travel; food and drink; childcare",
    )


@answers_class
class Body(Values):
    """Whoever pays. The letter for an adviser stands on its heading, and it fills the letter in."""

    name: str = answer(
        "Who pays?",
        Text(),
        default=Usual(_usual_body, "from the group's answer on who pays"),
        example="Riverside Mental Health Trust",
    )
    about: str = answer(
        "What does it do, and why does it ask people for their views?",
        Text(longest=500),
        default=Usual(_about_the_group, "from the group's name, services and area, if the group pays"),
        help="A sentence or two for someone who has never heard of it.",
        example="The trust runs services in Riverside. It asks people what works, so that it can make them better.",
    )
    address: str = answer("What is its address?", Text(), default=_of_the_group("address"), example="1 Bridge Street")
    email: str = answer("And its email?", Text(), default=_of_the_group("email"), example="involve@riverside.example")
    phone: str = answer("And its phone number?", Text(), default=_of_the_group("phone"), example="01632 960123")
    contact: str = answer(
        "Who there can be asked about the work?", Text(), default=_of_the_group("name"), example="Ann Jones"
    )
    signed_by: str = answer("Who signs for it?", Text(), default="", example="Bo Li")
    role: str = answer("What is their role?", Text(), default="", example="Involvement manager")
    tax: str = answer(
        "What was decided on tax, by whom and when?",
        Text(longest=300),
        default="",
        help="Only what whoever pays has really checked. Without it the papers have a line to fill in.",
        example="Our finance lead checked this role with HMRC's online tool on 4 January 2027. The result is kept.",
    )
