"""Figures that go out of date: series with periods, and what is in force on a date in a nation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from groupkit.errors import FactError
from groupkit.facts.model import Confidence, Source
from groupkit.facts.words import amount_words, day_words, each_words, month_words
from groupkit.frozen import Frozen
from groupkit.near import close_to

Why = Literal["nation", "not-yet", "ended", "review", "unverified"]

_REASONS: Mapping[Why, str] = {
    "nation": "It does not apply in {nation}.",
    "not-yet": "We have no figure for {day}.",
    "ended": "The last figure we know held until {end}.",
    "review": "It was due for a check by {end}.",
    "unverified": "It was never checked against a good source.",
}


class Period(Frozen):
    """One value of a series, and the days on which it holds."""

    value: Decimal | str
    start: date
    end: date | None
    """The last day; nothing when no end is known."""
    start_known: bool
    """False when the source gave no start: it then holds from the day it was read."""
    superseded: bool
    """Replaced before we read it, on a day we do not know: kept for the record, never in force."""
    source: Source
    confidence: Confidence
    note: str = ""


class Series(Frozen):
    """A figure under one id, with its values over time."""

    id: str
    name: str
    unit: str
    """`pounds`, `percent`, `hours`, `days`, `months`, `members`, `miles` or nothing."""
    period: str
    """What one unit is for: `week`, `month`, `hour`, `mile`; nothing when it stands alone."""
    nations: tuple[str, ...]
    look_up: str
    """The address where a person finds today's figure."""
    checked: date
    """The day it was read."""
    review: date
    """The day from which a value without an end must be looked up."""
    periods: tuple[Period, ...]
    """In order of time."""
    look_up_in: Mapping[str, str] = MappingProxyType({})
    """Another address for some nations."""

    def __hash__(self) -> int:
        return hash(self.id)  # a mapping among the fields cannot be hashed

    def last_day(self, period: Period) -> date:
        """The last day on which a period may be used: its end, or the day before the review."""
        return period.end or self.review - timedelta(days=1)

    def on(self, day: date) -> Period | None:
        """The period that covers the day, checked or not."""
        for period in self.periods:
            if not period.superseded and period.start <= day <= self.last_day(period):
                return period
        return None

    def latest(self, day: date) -> Period | None:
        """The last period that had begun by the day, whether or not it still holds."""
        begun = [period for period in self.periods if not period.superseded and period.start <= day]
        return begun[-1] if begun else None

    def at(self, day: date, nation: str) -> Fact | NotInForce:
        """The fact in force on a day in a nation, or an object that says why there is none."""
        if nation not in self.nations:
            return self._absent(day, nation, "nation")
        period = self.on(day)
        if period is None:
            latest = self.latest(day)
            if latest is None:
                return self._absent(day, nation, "not-yet")
            return self._absent(day, nation, "ended" if latest.end else "review")
        if period.confidence == "unverified":
            return self._absent(day, nation, "unverified")
        return Fact(self, period)

    def _absent(self, day: date, nation: str, why: Why) -> NotInForce:
        return NotInForce(self, day, nation, why, self.look_up_in.get(nation, self.look_up))


class Fact(Frozen):
    """A figure in force: true, typed, with its source."""

    series: Series
    holds: Period

    @property
    def id(self) -> str:
        """The series' id."""
        return self.series.id

    @property
    def name(self) -> str:
        """What it is, in plain words."""
        return self.series.name

    @property
    def value(self) -> Decimal | str:
        """The exact number (a Decimal), or words."""
        return self.holds.value

    @property
    def unit(self) -> str:
        """What the number counts."""
        return self.series.unit

    @property
    def period(self) -> str:
        """What one unit is for: `week`, `mile`; may be empty."""
        return self.series.period

    @property
    def start(self) -> date:
        """The first day it holds."""
        return self.holds.start

    @property
    def end(self) -> date | None:
        """The last day it holds, where one is known."""
        return self.holds.end

    @property
    def source(self) -> Source:
        """Where it was read."""
        return self.holds.source

    @property
    def confidence(self) -> Confidence:
        """How sure we are."""
        return self.holds.confidence

    @property
    def printable(self) -> bool:
        """Whether a document may state it; always true here, as an unverified figure is never in force."""
        return self.confidence != "unverified"

    @property
    def amount(self) -> str:
        """The value as people write it: `£203.50`, `55p`, `55%`, `16 hours`."""
        return amount_words(self.value, self.unit)

    @property
    def text(self) -> str:
        """The amount and what it is for: `£203.50 a week`."""
        return f"{self.amount} {each_words(self.period)}".strip()

    @property
    def dates(self) -> str:
        """When it holds, in words: `6 April 2026 to 5 April 2027`."""
        if not self.holds.start_known:
            return f"as read in {month_words(self.series.checked)}"
        start = day_words(self.start)
        return f"{start} to {day_words(self.end)}" if self.end else f"from {start}"

    def __str__(self) -> str:
        return self.text


class NotInForce(Frozen):
    """Stands where a fact would: says why there is none and where to look. It counts as false."""

    series: Series
    date: date
    nation: str
    why: Why
    look_up: str
    value: None = None
    source: None = None
    dates: str = ""
    printable: bool = False

    @property
    def id(self) -> str:
        """The series' id."""
        return self.series.id

    @property
    def name(self) -> str:
        """What it is, in plain words."""
        return self.series.name

    @property
    def last(self) -> Period | None:
        """The last value known by that date in any nation; not to be printed as current."""
        return self.series.latest(self.date)

    @property
    def reason(self) -> str:
        """Why there is no figure, in a sentence."""
        latest = self.last
        end = (latest.end or self.series.review) if latest else self.series.review
        nation = self.nation.replace("-", " ").title()
        return _REASONS[self.why].format(nation=nation, day=day_words(self.date), end=day_words(end))

    @property
    def amount(self) -> str:
        """What a document prints in place of the amount."""
        return "look this up"

    @property
    def text(self) -> str:
        """What a document prints in place of the figure."""
        return f"look this up at {self.look_up}" if self.look_up else "look this up"

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return False


class FactsInForce(Mapping[str, "Fact | NotInForce"]):
    """The register as it stands on one day in one nation.

    `facts["mileage-car"]` is a Fact, or a NotInForce where the day or the nation is not covered. Going through it, and
    `in`, meet only the facts in force.
    """

    def __init__(self, series: Mapping[str, Series], day: date, nation: str) -> None:
        self._series = series
        self.date = day
        self.nation = nation

    def __getitem__(self, id: str) -> Fact | NotInForce:
        return find_series(self._series, id).at(self.date, self.nation)

    def __contains__(self, id: object) -> bool:
        return id in self._series and bool(self[str(id)])

    def __iter__(self) -> Iterator[str]:
        return (id for id in self._series if self[id])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def absent(self) -> tuple[NotInForce, ...]:
        """Figures of this nation that must be looked up on this day."""
        found = (series.at(self.date, self.nation) for series in self._series.values())
        return tuple(fact for fact in found if isinstance(fact, NotInForce) and fact.why != "nation")


def find_series(series: Mapping[str, Series], id: str) -> Series:
    """The series of that id.

    Raises:
        FactError: when there is none, naming the nearest one.
    """
    if id in series:
        return series[id]
    near = close_to(id, series, 1)
    raise FactError(f'There is no fact "{id}" in the register.', f'Did you mean "{near[0]}"?' if near else "")
