"""How values are said in plain words: numbers, dates, times, money, shares and lists.

Each function here is a filter in the templates and keeps its name there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from fractions import Fraction

_ONES = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 8: "eighth", 10: "tenth", 20: "twentieth"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def words(number: int) -> str:
    """Give a whole number in words up to a hundred, in figures above (3 -> three, 21 -> twenty-one)."""
    if not 0 <= number < 100:
        return f"{number:,}"
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def count(number: int) -> str:
    """Give a number in words and figures, as legal papers do: 3 -> "three (3)"."""
    return f"{words(number)} ({number})" if 0 <= number < 100 else words(number)


def plural(number: int, one: str, many: str = "") -> str:
    """Give the word that fits the number: `members.now | plural("member")`; the plural adds s unless given."""
    return one if number == 1 else many or f"{one}s"


def day(value: date) -> str:
    """Give a date in full: "Tuesday 12 January 2027"."""
    return f"{WEEKDAYS[value.weekday()]} {long_date(value)}"


def long_date(value: date) -> str:
    """Give a date without its weekday: "12 January 2027"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """Give weekday, day and month: "Tuesday 12 January"."""
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]}"


def month(value: date) -> str:
    """Give month and year: "January 2027"."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def clock(value: time) -> str:
    """Give a clock time as people write it: "2pm", "6.30pm", "12 noon", "12 midnight"."""
    if value.minute == 0 and value.hour in (0, 12):
        return "12 noon" if value.hour else "12 midnight"
    hour = value.hour % 12 or 12
    half = "am" if value.hour < 12 else "pm"
    return f"{hour}.{value.minute:02}{half}" if value.minute else f"{hour}{half}"


def duration(minutes: int) -> str:
    """Give a length of time: "2 hours", "1 hour 30 minutes", "45 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} {plural(hours, 'hour')}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} {plural(rest, 'minute')}")
    return " ".join(parts)


def pounds(value: Decimal | int | float | str) -> str:
    """Give an amount of money: "£12", "£12.50", "£5,000"; never rounds a number of pence away."""
    amount = Decimal(str(value))
    whole = amount == amount.to_integral_value()
    return f"£{amount:,.0f}" if whole else f"£{amount:,.2f}"


def share(value: Fraction | str) -> str:
    """Give a share in words: 2/3 -> "two thirds", 1/2 -> "half", 1 -> "all"; unusual ones as a percentage."""
    fraction = Fraction(value)
    if fraction == 1:
        return "all"
    part = _PARTS.get(fraction.denominator)
    if part is None:
        return f"{float(fraction * 100):g} per cent"
    if part == "half":
        return "half"
    return f"{words(fraction.numerator)} {part}{'' if fraction.numerator == 1 else 's'}"


def listed(items: Iterable[object], joiner: str = "and") -> str:
    """Give a list as a sentence has it: "a, b and c"."""
    texts = [str(item) for item in items]
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {joiner} {texts[-1]}"


def either(items: Iterable[object]) -> str:
    """Give a list of which one is enough: "a, b or c"."""
    return listed(items, "or")


def sentence(text: str) -> str:
    """Give the text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def unbroken(words: str) -> str:
    """Give words with each phone number in one piece; a line may still end after 18001, the prefix of textphones."""
    return re.sub(r"(?<=\d)(?<!\b18001) (?=\d)", "\u00a0", words)


FILTERS = {
    f.__name__: f
    for f in (
        words,
        count,
        plural,
        day,
        long_date,
        short_day,
        month,
        clock,
        duration,
        pounds,
        share,
        listed,
        either,
        sentence,
        unbroken,
    )
}
