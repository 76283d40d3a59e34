"""How one week or month stands to one test. All sums are exact; only a share of pay is rounded, to the penny."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from attrs import evolve, frozen

from groupkit.facts import Fact, NotInForce
from groupkit.payments.activities import Activity
from groupkit.payments.measures import Measure

Standing = Literal[
    "within",  # at or under the limit, of hours too where the rule has one
    "lower",  # at or under the lower limit, where hours do not count
    "over-pay",
    "over-hours",
    "over-both",
    "under-hours",
    "at-hours",  # at or over the hours of a test that looks at hours alone
    "nothing-above",
    "above",
    "changes",  # the figure changes inside the week, and the answer with it
    "look-up",  # no figure is in force
]
Figure = Fact | NotInForce
Known = Callable[[str, date], Figure]
"""Gives the figure of an id on a day."""

OVER: frozenset[Standing] = frozenset({"over-pay", "over-hours", "over-both", "at-hours"})
PENNY = Decimal("0.01")


@frozen
class Line:
    """How one week or month stands to one test, with the figures it was compared with."""

    measure: Measure
    standing: Standing
    by_work: Standing
    """The same if pay counted in the week or month of the work, and not of the payment."""
    limit: Figure | None
    hours_limit: Figure | None
    lower: Figure | None
    share: Figure | None
    above: Decimal
    """Pay above the limit, or above what is ignored."""
    taken: Decimal | None
    """The share of it that comes off; nothing where the rule has no share."""
    changed: bool
    """Whether a figure changes inside the week."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure used, in the order in which the rule names them."""
        return tuple(each for each in (self.limit, self.hours_limit, self.lower, self.share) if each is not None)

    @property
    def crosses(self) -> bool:
        """Whether a limit is crossed here; for an amount that may be earned first, whether there is more."""
        allowance = self.measure.span == "month" and bool(self.measure.pay)
        return self.standing in OVER or (allowance and self.standing == "above")


@frozen
class Span:
    """One week or month, its sums, and how they stand to each test."""

    start: date
    end: date
    pay: Decimal
    """Pay that arrives in it."""
    hours: Decimal
    """Hours worked in it."""
    earned: Decimal
    """Pay for the work done in it, whenever it arrives."""
    payments: tuple[Activity, ...]
    """The activities whose pay arrives in it."""
    lines: tuple[Line, ...]


def measure_span(start: date, end: date, done: Iterable[Activity], tests: Iterable[Measure], known: Known) -> Span:
    """The sums of one week or month, put to each test."""
    done = tuple(done)
    worked = [each for each in done if start <= each.date <= end]
    paid = tuple(each for each in done if start <= each.paid <= end)
    bare = Span(
        start=start,
        end=end,
        pay=sum((each.amount for each in paid), Decimal(0)),
        hours=sum((each.hours for each in worked), Decimal(0)),
        earned=sum((each.amount for each in worked), Decimal(0)),
        payments=paid,
        lines=(),
    )
    return evolve(bare, lines=tuple(line(test, bare, known) for test in tests))


def line(test: Measure, span: Span, known: Known) -> Line:
    """Put one week or month to one test.

    The figures are those of its first day. A week in which a figure changes is put to those of its last day too; a
    month is not, since Universal Credit takes new figures from the first assessment period that begins with them.
    """
    first = _Figures.on(test, span.start, known)
    last = _Figures.on(test, span.end, known) if test.span == "week" else first
    changed = [each and each.value for each in first.all] != [each and each.value for each in last.all]
    standing = _both(first, last, span.pay, span)
    counted = test.effect != "hours" and standing != "look-up"
    above = max(Decimal(0), span.pay - (first.number("limit") or Decimal(0))) if counted else Decimal(0)
    share = first.number("share")
    taken = (above * share / 100).quantize(PENNY, ROUND_HALF_UP) if counted and share is not None else None
    return Line(
        measure=test,
        standing=standing,
        by_work=_both(first, last, span.earned, span),
        limit=first.limit,
        hours_limit=first.hours,
        lower=first.lower,
        share=first.share,
        above=above,
        taken=taken,
        changed=changed and standing != "look-up",
    )


@frozen
class _Figures:
    """The figures of a test on one day."""

    test: Measure
    limit: Figure | None
    hours: Figure | None
    lower: Figure | None
    share: Figure | None

    @classmethod
    def on(cls, test: Measure, day: date, known: Known) -> _Figures:
        names = (test.pay, test.hours, test.lower, test.share)
        return cls(test, *(known(name, day) if name else None for name in names))

    @property
    def all(self) -> tuple[Figure | None, ...]:
        return (self.limit, self.hours, self.lower, self.share)

    @property
    def complete(self) -> bool:
        return all(isinstance(each, Fact) for each in self.all if each is not None)

    def number(self, name: str) -> Decimal | None:
        value = getattr(getattr(self, name), "value", None)
        return value if isinstance(value, Decimal) else None

    def stand(self, pay: Decimal, span: Span) -> Standing:
        if not self.complete:
            return "look-up"
        limit, hours, lower = self.number("limit"), self.number("hours"), self.number("lower")
        late = hours is not None and span.hours >= hours
        if self.test.effect == "hours":
            return "at-hours" if late else "under-hours"
        over = pay > (limit or Decimal(0))
        if self.test.effect == "above":
            return "above" if over else "nothing-above"
        if over:
            return "over-both" if late else "over-pay"
        if not late:
            return "within"
        return "lower" if lower is not None and max(span.pay, span.earned) <= lower else "over-hours"


def _both(first: _Figures, last: _Figures, pay: Decimal, span: Span) -> Standing:
    one, other = first.stand(pay, span), last.stand(pay, span)
    if "look-up" in (one, other):
        return "look-up"
    return one if one == other else "changes"
