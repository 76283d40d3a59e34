"""Amounts and days as people write them."""

from __future__ import annotations

from decimal import Decimal

from groupkit.words import long_date as day_words, month as month_words, pounds

__all__ = ["amount_words", "day_words", "each_words", "month_words"]


def amount_words(value: Decimal | str, unit: str) -> str:
    """An amount as people write it: `£1,250`, `£12.50`, `55p`, `55%`, `16 hours`."""
    if isinstance(value, str):
        return value
    if unit == "pounds":
        return f"{value * 100:.0f}p" if 0 < value < 1 else pounds(value)
    number = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,f}"
    return f"{number}%" if unit == "percent" else f"{number} {unit}".strip()


def each_words(period: str) -> str:
    """What an amount is for, with its article: `a week`, `an hour`, `for each 3 hours`."""
    if not period:
        return ""
    if period[0].isdigit():
        return f"for each {period}"
    return f"{'an' if period.startswith(('hour', 'item', 'assessment', 'activity')) else 'a'} {period}"
