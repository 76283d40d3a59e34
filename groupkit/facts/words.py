"""Amounts and days as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal


def amount_words(value: Decimal | str, unit: str) -> str:
    """An amount as people write it: `£1,250`, `£12.50`, `55p`, `55%`, `16 hours`."""
    if isinstance(value, str):
        return value
    whole = value == value.to_integral_value()
    if unit == "pounds":
        if 0 < value < 1:
            return f"{value * 100:.0f}p"
        return f"£{value:,.0f}" if whole else f"£{value:,.2f}"
    number = f"{value:,.0f}" if whole else f"{value:,f}"
    return f"{number}%" if unit == "percent" else f"{number} {unit}".strip()


def day_words(day: date) -> str:
    """A day in words, `6 April 2026`; the same on every computer, whatever its language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    """The month of a day in words: `April 2026`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def each_words(period: str) -> str:
    """What an amount is for, with its article: `a week`, `an hour`, `for each 3 hours`."""
    if not period:
        return ""
    if period[0].isdigit():
        return f"for each {period}"
    return f"{'an' if period.startswith(('hour', 'item', 'assessment', 'activity')) else 'a'} {period}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
