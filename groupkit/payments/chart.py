"""A simple chart of a plan: the pay of each week or month as a bar, the limit as a line. Pillow is loaded only to draw."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from attrs import frozen

from groupkit.payments.measures import Measure
from groupkit.payments.standing import Line, Span
from groupkit.words import month

if TYPE_CHECKING:
    from groupkit.payments.planning import Plan

MOST_BARS = 60
WIDTH, HEIGHT, DPI = 1500, 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 30, 20, 110
_INK, _BAR, _LINE = "#000000", "#1f4e79", "#b00020"


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
            bars = tuple(_bar(span, line) for span, line in lines)[:MOST_BARS]
            if any(bar.limit is not None for bar in bars):
                found.append(Chart(measure.id, measure, bars))
    return tuple(found)


def _bar(span: Span, line: Line) -> Bar:
    value = line.limit.value if line.limit else None
    return Bar(span.start, span.pay, value if isinstance(value, Decimal) else None)


def draw(chart: Chart) -> bytes:
    """The chart as the bytes of a PNG picture: black and dark blue on white, the amounts written on the bars."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(image)
    small = ImageFont.load_default(_size(len(chart.bars)))
    top = max([bar.pay for bar in chart.bars] + [bar.limit for bar in chart.bars if bar.limit is not None])
    room = HEIGHT - _TOP - _BOTTOM - 40
    step = (WIDTH - _LEFT - _RIGHT) / len(chart.bars)
    floor = HEIGHT - _BOTTOM

    def height(amount: Decimal) -> int:
        return floor - int(amount / top * room) if top else floor

    for place, bar in enumerate(chart.bars):
        left = _LEFT + place * step
        pen.rectangle((left + step * 0.15, height(bar.pay), left + step * 0.85, floor), fill=_BAR)
        _column_words(pen, bar, left + step / 2, height(bar.pay), floor, small)
        if bar.limit is not None:
            pen.line((left, height(bar.limit), left + step, height(bar.limit)), fill=_LINE, width=5)
    pen.line((_LEFT, floor, WIDTH - _RIGHT, floor), fill=_INK, width=3)
    saved = BytesIO()
    image.save(saved, "PNG", dpi=(DPI, DPI), optimize=True)
    return saved.getvalue()


def _column_words(pen: Any, bar: Bar, middle: float, top: int, floor: int, font: Any) -> None:
    """Write the amount on top of a bar, and its first day under it."""
    pen.text((middle, top - 6), f"£{bar.pay:,.2f}".removesuffix(".00"), fill=_INK, font=font, anchor="mb")
    days = f"{bar.start.day} {month(bar.start)[:3]}\n{bar.start.year}"
    pen.multiline_text((middle, floor + 10), days, fill=_INK, font=font, anchor="ma", align="center")


def _size(bars: int) -> int:
    """Letters as large as the bars leave room for."""
    return max(9, min(30, 360 // bars))
