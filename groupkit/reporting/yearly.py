"""Counting a year: what was asked for in it, what came of that, what still waits, and who was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from attrs import frozen

from groupkit.involvement import self_assessment
from groupkit.reporting.logs import Answer, Asked, Judged, Meeting

STATES: tuple[Answer, ...] = ("done", "agreed", "refused", "")
"""What can come of something, in the order in which a report has it."""


@frozen
class Whom:
    """Those who were asked, and what came of it."""

    name: str
    """Empty where nobody is named."""
    asked: int
    counts: tuple[int, ...]
    """In the order of `STATES`."""


@frozen
class HeadingCount:
    """A heading of the self-assessment, with how often each state was given, and how often none."""

    name: str
    counts: tuple[int, ...]
    """In the order of the self-assessment's states; the last is for questions without a state."""


@frozen
class Report:
    """The year in numbers. What was answered after the day of the report counts as waiting."""

    year: int
    on: date
    """The day of the report."""
    asked: tuple[Asked, ...]
    """What was asked for in the year, oldest first."""
    earlier: tuple[Asked, ...]
    """What was asked for before the year and answered in it, oldest first."""
    waiting: tuple[Asked, ...]
    """What waits for an answer, of this year or an earlier one, longest first."""
    meetings: tuple[Meeting, ...]
    """The meetings of the year, oldest first."""
    judged: tuple[Judged, ...]
    """The self-assessment; it has no date, so it is taken as that of the year."""
    later: tuple[Asked | Meeting, ...]
    """Rows of the year that are dated after the day of the report, and so are not in it."""
    undone: tuple[Asked, ...]
    """Rows whose answer came after the day of the report, and so is not in it."""
    elsewhere: int
    """How many rows belong to other years."""

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day that the report looks at."""
        return min(date(self.year, 12, 31), self.on)

    def with_answer(self, answer: Answer) -> tuple[Asked, ...]:
        """What was asked for in the year and got this answer."""
        return tuple(each for each in self.asked if each.answer == answer)

    def count(self, answer: Answer) -> int:
        """How much of what was asked for in the year got this answer."""
        return len(self.with_answer(answer))

    def told(self, answer: Answer) -> tuple[Asked, ...]:
        """What got this answer, asked for in the year or answered in it."""
        return tuple(each for each in (*self.earlier, *self.asked) if each.answer == answer)

    @property
    def times(self) -> tuple[int, ...]:
        """How many days each answer took, for what was asked for in the year; shortest first."""
        return tuple(sorted(each.days(self.on) for each in self.asked if each.answered_on))

    @property
    def usual_time(self) -> int:
        """The days in which half of these answers came."""
        return int(Decimal(str(median(self.times))).to_integral_value(ROUND_HALF_UP)) if self.times else 0

    @property
    def whom(self) -> tuple[Whom, ...]:
        """Those who were asked in the year, most asked first; capitals do not make two of one."""
        names: dict[str, list[Asked]] = {}
        for each in self.asked:
            names.setdefault(each.of_whom.casefold(), []).append(each)
        found = [
            Whom(rows[0].of_whom, len(rows), tuple(sum(row.answer == state for row in rows) for state in STATES))
            for rows in names.values()
        ]
        return tuple(sorted(found, key=lambda each: (-each.asked, each.name.casefold())))

    @property
    def members(self) -> tuple[int, ...]:
        """How many members were at each meeting."""
        return tuple(each.members for each in self.meetings)

    @property
    def usual_members(self) -> Decimal:
        """How many members were there on average, to one decimal place at most."""
        if not self.meetings:
            return Decimal(0)
        mean = Decimal(sum(self.members)) / len(self.meetings)
        short = mean.quantize(Decimal("0.1"), ROUND_HALF_UP)
        return Decimal(int(short)) if short == int(short) else short

    @property
    def others(self) -> int:
        """How often someone else was there, over all meetings."""
        return sum(each.others for each in self.meetings)

    @property
    def headings(self) -> tuple[HeadingCount, ...]:
        """The self-assessment, heading by heading, in the order of the file."""
        states = (*self_assessment().states, "")
        found: dict[str, list[str]] = {}
        for each in self.judged:
            found.setdefault(each.heading, []).append(each.state)
        return tuple(HeadingCount(name, tuple(map(given.count, states))) for name, given in found.items())

    @property
    def assessed(self) -> bool:
        """Whether a question of the self-assessment has a state."""
        return any(each.state for each in self.judged)

    @property
    def to_do(self) -> tuple[Judged, ...]:
        """The questions that got less than the best state, the least first."""
        less = self_assessment().states[1:]
        return tuple(each for state in reversed(less) for each in self.judged if each.state == state)


def report(
    impact: Sequence[Asked], presence: Sequence[Meeting] = (), judged: Sequence[Judged] = (), *, year: int, on: date
) -> Report:
    """Count a calendar year, as of a day.

    Args:
        impact: what was asked for, in any year.
        presence: the meetings, of any year.
        judged: the self-assessment.
        year: which year.
        on: the day of the report.
    """
    now = [each.as_of(on) for each in sorted(impact, key=lambda each: each.date) if each.date <= on]
    asked = tuple(each for each in now if each.date.year == year)
    earlier = tuple(each for each in now if each.date.year < year and _year(each.answered_on) == year)
    waiting = tuple(each for each in now if each.waiting and each.date.year <= year)
    meetings = tuple(sorted((m for m in presence if m.date.year == year and m.date <= on), key=lambda m: m.date))
    used = {id(each) for each in (*asked, *earlier, *waiting)}
    answered_later = (each for each in impact if each.date <= on and each.date.year <= year and each != each.as_of(on))
    later = (*_later(impact, year, on), *_later(presence, year, on))
    total = len(impact) + len(presence)
    return Report(
        year=year,
        on=on,
        asked=asked,
        earlier=earlier,
        waiting=waiting,
        meetings=meetings,
        judged=tuple(judged),
        later=later,
        undone=tuple(answered_later),
        elsewhere=total - len(used) - len(meetings) - len(later),
    )


def _later(rows: Iterable[Asked | Meeting], year: int, on: date) -> list[Asked | Meeting]:
    return [each for each in rows if each.date.year == year and each.date > on]


def _year(day: date | None) -> int | None:
    return day.year if day else None
