"""When a group meets, as people say it ("second Tuesday of the month"), and the dates that follow from it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date, timedelta
from itertools import count as numbers
from typing import TypeAlias

from groupkit.frozen import Frozen
from groupkit.words import WEEKDAYS

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
EXAMPLES = (
    "second Tuesday of the month",
    "first and third Monday of the month",
    "last Friday of the month",
    "every Thursday",
    "every two weeks on Monday",
    "first Monday of every two months",
    "15th of the month",
)
LAST = -1
WEEK = timedelta(weeks=1)


# ------------------------------------------------------------------ the kinds of pattern


class Weekly(Frozen):
    """The same weekday (0 is Monday) every week, or every so many weeks counted from the first meeting."""

    weekday: int
    every: int = 1

    def __str__(self) -> str:
        day = WEEKDAYS[self.weekday]
        return f"every {day}" if self.every == 1 else f"every {NUMBERS[self.every - 2]} weeks on {day}"

    def days_from(self, start: date) -> Iterator[date]:
        """All its dates on or after `start`, without end."""
        first = start + timedelta(days=(self.weekday - start.weekday()) % 7)
        return (first + step * WEEK for step in numbers(0, self.every))


class MonthlyWeekday(Frozen):
    """The nth (1 to 4, or LAST) such weekday of the month; `every` is the months from one month to the next."""

    nths: tuple[int, ...]
    weekday: int
    every: int = 1

    def __str__(self) -> str:
        nths = " and ".join("last" if nth == LAST else ORDINALS[nth - 1] for nth in self.nths)
        return f"{nths} {WEEKDAYS[self.weekday]} of {_months(self.every)}"

    def days_from(self, start: date) -> Iterator[date]:
        """All its dates on or after `start`, without end. Months are counted from the first that still has a date."""
        return _monthly(self, start)

    def days_in(self, year: int, month: int) -> list[date]:
        """Its dates in that month, in order."""
        first = date(year, month, 1)
        first += timedelta(days=(self.weekday - first.weekday()) % 7)
        last = first + 4 * WEEK
        if last.month != month:
            last -= WEEK
        return sorted({last if nth == LAST else first + (nth - 1) * WEEK for nth in self.nths})


class MonthlyDay(Frozen):
    """The same day of the month: 1 to 28, which every month has, or LAST; `every` as in MonthlyWeekday."""

    day: int
    every: int = 1

    def __str__(self) -> str:
        day = "last day" if self.day == LAST else f"{self.day}{_ending(self.day)}"
        return f"{day} of {_months(self.every)}"

    def days_from(self, start: date) -> Iterator[date]:
        """All its dates on or after `start`, without end. Months are counted from the first that still has a date."""
        return _monthly(self, start)

    def days_in(self, year: int, month: int) -> list[date]:
        """Its one date in that month."""
        if self.day != LAST:
            return [date(year, month, self.day)]
        return [date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)]


Pattern: TypeAlias = Weekly | MonthlyWeekday | MonthlyDay


def _monthly(pattern: MonthlyWeekday | MonthlyDay, start: date) -> Iterator[date]:
    month = start.year * 12 + start.month - 1
    if not any(day >= start for day in pattern.days_in(month // 12, month % 12 + 1)):
        month += 1
    for index in numbers(month, pattern.every):
        yield from (day for day in pattern.days_in(index // 12, index % 12 + 1) if day >= start)


def _months(every: int) -> str:
    return "the month" if every == 1 else f"every {NUMBERS[every - 2]} months"


def _ending(day: int) -> str:
    return "th" if 4 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


# ------------------------------------------------------------------ dates


def dates(
    pattern: Pattern | str,
    start: date,
    *,
    count: int | None = None,
    until: date | None = None,
    skip: Container[date] = (),
) -> list[date]:
    """The dates of a pattern on or after `start`: the first `count`, or all up to and with `until`.

    A date in `skip` (a bank holiday, say) moves to the same weekday a week later, again if need be; where the
    pattern has a meeting on that day anyway, the two become one. The dates returned only ever go up.

    Raises:
        ValueError: neither `count` nor `until` is given, or the pattern in words is not understood.
    """
    if count is None and until is None:
        raise ValueError("dates() needs to know where to stop: give count or until.")
    kind = parse_pattern(pattern) if isinstance(pattern, str) else pattern
    found: list[date] = []
    for planned in kind.days_from(start):
        if (count is not None and len(found) >= count) or (until is not None and planned > until):
            break
        day = planned
        while day in skip:
            day += WEEK
        if (not found or day > found[-1]) and (until is None or day <= until):
            found.append(day)
    return found


# ------------------------------------------------------------------ reading the words

_DROP = frozenset(("the", "on", "of", "in", "and", "a", "an", "at", "our", "we", "meet", "meets", "once"))
_SAME = {
    "each": "every",
    "weeks": "week",
    "months": "month",
    "days": "day",
    "weekly": "every week",
    "monthly": "every month",
    "quarterly": "every 3 month",
    "fortnightly": "every 2 week",
    "fortnight": "2 week",
    "alternate": "every 2",
    "other": "2",
    "last": "#-1",
    "weds": "wed",
    **{word: f"#{number}" for number, word in enumerate(ORDINALS, 1)},
    **{word: str(number) for number, word in enumerate(NUMBERS, 2)},
}
_GAP = r"(?:#?(?P<gap>[2-9]|1[0-2]) )?"
_NTHS = r"(?P<nths>(?:#(?:[1-4]|-1) )+)"
_DAY = "(?P<weekday>" + "|".join(name[:3].lower() for name in WEEKDAYS) + ")"
_DATE = r"#(?P<date>\d+|-1)(?: day)?"
# Each shape of words that is understood, once fillers are gone and words that mean the same are one. No words fit two
# of them, so the usual one comes first; the others need not even be compiled then.
_SHAPES = (
    rf"(?:every )?{_NTHS}{_DAY}(?: (?:every )?{_GAP}month)?",
    rf"(?:every )?{_DAY}",
    rf"every (?P<gap>[2-9]|1[0-2]) {_DAY}",
    rf"(?:every )?{_GAP}week {_DAY}",
    rf"{_DAY} (?:every )?{_GAP}week",
    rf"(?:every )?{_GAP}month {_NTHS}{_DAY}",
    rf"(?:every )?{_DATE} (?:every )?{_GAP}month",
    rf"(?:every )?{_GAP}month {_DATE}",
)
_TWO_MEANINGS = rf"every #[2-4] {_DAY}"


def parse_pattern(text: str) -> Pattern:
    """The pattern that the words of `text` mean; capitals, fillers and "2nd" for "second" make no difference.

    `str()` of a pattern gives it back in words that are understood again.

    Raises:
        ValueError: the words are not understood, or could mean two things; the message says what to write instead.
    """
    words = _plain(text)
    if words.startswith("every #") and re.fullmatch(_TWO_MEANINGS, words):
        _refuse_two_meanings(text, words)
    for shape in _SHAPES:
        if match := re.fullmatch(shape, words):
            return _pattern(text, {name: found for name, found in match.groupdict().items() if found})
    listed = ", ".join(f'"{example}"' for example in EXAMPLES[:-1]) + f' or "{EXAMPLES[-1]}"'
    raise ValueError(f'"{text}" does not say on which days you meet. Write it like one of these: {listed}.')


def _plain(text: str) -> str:
    words = re.sub(r"[,;.&/+]", " ", text.lower()).split()
    return " ".join(_word(word) for word in words if word not in _DROP)


def _word(word: str) -> str:
    if digits := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return f"#{int(digits[1])}"
    word = _SAME.get(word, word)
    for name in WEEKDAYS:
        if len(word) >= 3 and f"{name.lower()}s".startswith(word):
            return name[:3].lower()
    return word


def _pattern(text: str, found: dict[str, str]) -> Pattern:
    every = int(found.get("gap", 1))
    if "date" in found:
        day = int(found["date"])
        if day != LAST and not 1 <= day <= 28:
            raise ValueError(
                f'"{text}" does not work: not every month has that day. '
                'Write a day from 1st to 28th, or "last day of the month".'
            )
        return MonthlyDay(day, every)
    weekday = [name[:3].lower() for name in WEEKDAYS].index(found["weekday"])
    if "nths" not in found:
        return Weekly(weekday, every)
    nths = {int(nth.lstrip("#")) for nth in found["nths"].split()}
    return MonthlyWeekday(tuple(sorted(nths, key=lambda nth: (nth == LAST, nth))), weekday, every)


def _refuse_two_meanings(text: str, words: str) -> None:
    nth, day = int(words[7]), next(name for name in WEEKDAYS if words.endswith(name[:3].lower()))
    raise ValueError(
        f'"{text}" can mean two things. Write "{ORDINALS[nth - 1]} {day} of the month" '
        f'or "every {NUMBERS[nth - 2]} weeks on {day}".'
    )
