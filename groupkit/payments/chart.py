"""A simple chart: the pay of each week or month as a bar, the limit as a line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from groupkit import charts as columns_of
from groupkit.payments.measures import Measure
from groupkit.payments.standing import Line, Span
from groupkit.words import month

if TYPE_CHECKING:
    from groupkit.payments.planning import Plan


@frozen
class Bar:
    """One week or month: its first day, its pay, and the limit in force, if one is known."""

    start: date
    pay: Decimal
    limit: Decimal | None


@frozen
class Chart:
    """What a chart shows. It has no words but amounts and days; what it is stands beside it."""

    id: str
    measure: Measure
    bars: tuple[Bar, ...]

    @property
    def highest(self) -> Bar:
        """The first of the weeks or months with the most pay."""
        return max(self.bars, key=lambda bar: bar.pay)

    @property
    def above(self) -> int:
        """How many bars rise above their line."""
        return sum(1 for bar in self.bars if bar.limit is not None and bar.pay > bar.limit)

    @property
    def limits(self) -> tuple[Decimal, ...]:
        """The heights of the line, lowest first."""
        return tuple(sorted({bar.limit for bar in self.bars if bar.limit is not None}))


def charts(plan: Plan) -> tuple[Chart, ...]:
    """The charts of a plan: one for each test of pay that has a figure in force, with at most 60 bars."""
    found = []
    for benefit in plan.rules:
        for measure in plan.measures(benefit.id):
            lines = [(span, line) for span, line in plan.lines(benefit.id) if line.measure == measure]
            bars = tuple(_bar(span, line) for span, line in lines)[: columns_of.MOST]
            if any(bar.limit is not None for bar in bars):
                found.append(Chart(measure.id, measure, bars))
    return tuple(found)


def _bar(span: Span, line: Line) -> Bar:
    value = line.limit.value if line.limit else None
    return Bar(span.start, span.pay, value if isinstance(value, Decimal) else None)


def draw(chart: Chart) -> bytes:
    """The chart as the bytes of a PNG picture."""
    columns = [columns_of.Column(bar.pay, _days(bar.start), bar.limit) for bar in chart.bars]
    return columns_of.draw(columns, shown=_amount)


def _days(start: date) -> str:
    """The first day of a bar, on two lines."""
    return f"{start.day} {month(start)[:3]}\n{start.year}"


def _amount(value: Decimal) -> str:
    """Pounds without their sign, which the letters that come with Pillow do not have."""
    return f"{value:,.2f}".removesuffix(".00")
