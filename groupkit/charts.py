"""Plain column charts as PNG pictures: black and dark blue on white, the numbers written on the columns.

A chart holds few words, since words belong in the paper beside it, and the same numbers stand in a table there.
Pillow is loaded only to draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from attrs import frozen

MOST = 60
"""The most columns that can be told apart."""
WIDTH, HEIGHT, DPI = 1500, 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 150, 20, 120
_INK, _BAR, _LINE = "#000000", "#1f4e79", "#b00020"


@frozen
class Column:
    """One column: how high it is, the words under it, and the height of the broken line there, if there is one."""

    height: Decimal
    words: str
    """One or two short lines. Letters beyond plain Latin ones may not show."""
    line: Decimal | None = None


def draw(columns: Sequence[Column], *, shown: Callable[[Decimal], str] = str, margin: int = _RIGHT) -> bytes:
    """The chart as the bytes of a PNG picture.

    Args:
        columns: from 1 to 60 of them.
        shown: how a height is written on its column, and at the end of the line.
        margin: pixels kept free on the right, for what is written at the end of the line.
    """
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(image)
    small = ImageFont.load_default(_size(len(columns)))
    top = max([each.height for each in columns] + [each.line for each in columns if each.line is not None])
    room = HEIGHT - _TOP - _BOTTOM - 40
    step = (WIDTH - _LEFT - margin) / len(columns)
    floor = HEIGHT - _BOTTOM

    def height(amount: Decimal) -> int:
        return floor - int(amount / top * room) if top else floor

    for place, each in enumerate(columns):
        left = _LEFT + place * step
        pen.rectangle((left + step * 0.15, height(each.height), left + step * 0.85, floor), fill=_BAR)
        middle = left + step / 2
        pen.text((middle, height(each.height) - 6), shown(each.height), fill=_INK, font=small, anchor="mb")
        pen.multiline_text((middle, floor + 10), each.words, fill=_INK, font=small, anchor="ma", align="center")
        if each.line is not None:
            _dashes(pen, left, left + step, height(each.line))
    last = {each.line: place for place, each in enumerate(columns, 1) if each.line is not None}
    for line, place in last.items():  # each height of the line once, at its right end
        pen.text((_LEFT + place * step + 6, height(line)), shown(line), fill=_LINE, font=small, anchor="lm")
    pen.line((_LEFT, floor, WIDTH - margin, floor), fill=_INK, width=3)
    saved = BytesIO()
    image.save(saved, "PNG", dpi=(DPI, DPI), optimize=True)
    return saved.getvalue()


def _dashes(pen: Any, left: float, right: float, height: int) -> None:
    """A broken line, so that it is told from the columns without colour too."""
    for place in range(int(left), int(right), 24):
        pen.line((place, height, min(place + 15, int(right)), height), fill=_LINE, width=5)


def _size(columns: int) -> int:
    """Letters as large as the columns leave room for."""
    return max(9, min(40, 420 // columns))
