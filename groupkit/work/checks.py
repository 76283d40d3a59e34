"""Looking across the answers about one piece of work: what cannot be, and what deserves a second look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from ..words import long_date, plural
from .paying import LONGEST_MEETING
from .people import NO_LIMB

if TYPE_CHECKING:
    from .offer import Offer

_WEEKS_FOR_ADVICE = 4
"""Below this a warning. Guidance of 2017 for Wales (Health and Care Research Wales) lets it take up to two months."""


def problems(offer: Offer) -> list[str]:
    """What is wrong whatever the day, as lines that start with an answer's name."""
    return [*_dates(offer), *_pay_dates(offer), *_limb(offer)]


def problems_on(offer: Offer, on: date) -> list[str]:
    """What is wrong with an offer that is made on this day."""
    first = min(offer.when.dates, default=None)
    found = []
    if first and first < on:
        found.append(
            f"when.dates: {long_date(first)} is before the day of the offer, {long_date(on)}. "
            "Write later dates, or give the day of the offer with --date."
        )
    if offer.when.reply_by and offer.when.reply_by < on:
        found.append(
            f"when.reply_by: {long_date(offer.when.reply_by)} is before the day of the offer, {long_date(on)}. "
            "Write a later day."
        )
    return found


def warnings_on(offer: Offer, on: date) -> list[str]:
    """What whoever makes the offer should look at, in plain words."""
    first = min(offer.when.dates, default=None)
    found = []
    if first and offer.paid and (left := (first - on).days) < 7 * _WEEKS_FOR_ADVICE:
        found.append(
            f"The work starts {left} {plural(left, 'day')} after the offer. People need time to take advice, and some "
            "benefit forms take weeks. Can it start later?"
        )
    if offer.paid and offer.money.amount is None:
        found.append("No amount is given, so the papers have a line for it. Fill it in before anyone is asked.")
    rate = offer.of.payments.rate_meeting
    short = offer.when.length is not None and offer.when.length <= LONGEST_MEETING
    if rate is not None and short and offer.money.amount is not None and 0 < offer.money.amount < rate:
        found.append("The amount is lower than the group's own rate for a meeting. Is that meant?")
    return found


def _dates(offer: Offer) -> Iterator[str]:
    when = offer.when
    for earlier, later in pairwise(when.dates):
        if later < earlier:
            yield f"when.dates: {long_date(later)} stands after {long_date(earlier)}. Write the first date first."
    first = min(when.dates, default=None)
    if first and when.reply_by and when.reply_by > first:
        yield (
            f"when.reply_by: {long_date(when.reply_by)} is after the first date of the work, {long_date(first)}. "
            "Write a day before it."
        )


def _pay_dates(offer: Offer) -> Iterator[str]:
    days, dates = offer.money.paid_on, offer.when.dates
    if not days:
        return
    if len(days) != len(dates):
        yield (
            f"money.paid_on: there {plural(len(days), 'is', 'are')} {len(days)} pay {plural(len(days), 'day')} for "
            f"{len(dates)} {plural(len(dates), 'date')} of work. Write one for each."
        )
        return
    for work, pay in zip(dates, days, strict=True):
        if pay < work:
            yield f"money.paid_on: {long_date(pay)} is before the work of {long_date(work)}. Write a later day."


def _limb(offer: Offer) -> Iterator[str]:
    limb, nation = offer.letter.limb, offer.of.group.nation
    if limb == NO_LIMB:
        return
    from ..facts import Register

    register = Register.load()
    known = register.limbs.get(limb)
    if known is None or nation not in known.nations or known.confidence == "unverified":
        adviser = register.resources(nation)
        names = [each.title for each in adviser if each.id == register.nation(nation).benefits_adviser]
        yield (
            f'letter.limb: we could not read "{limb}" in the rules of {register.nation(nation).name}. Write none, and '
            f"ask an adviser if it fits: {names[0] if names else 'a benefits adviser'}."
        )
