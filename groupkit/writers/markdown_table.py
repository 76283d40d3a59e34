"""Tables in Markdown, their columns aligned where that stays readable."""

from __future__ import annotations

from collections.abc import Sequence

from groupkit.document.blocks import Align

WIDEST = 120
"""A row longer than this is not padded: aligned columns would only push the text apart."""

_RULES = {"left": ":{}-", "center": ":{}:", "right": "-{}:", None: "-{}-"}


def table(rows: Sequence[Sequence[str]], aligns: Sequence[Align | None]) -> str:
    """Give a table whose first row is its header. Cells are Markdown on one line; bars in them are escaped here."""
    cells = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    widths = [max(3, *(len(row[column]) for row in cells)) for column in range(len(aligns))]
    if sum(widths) + 3 * len(widths) + 1 > WIDEST:
        widths = [3] * len(aligns)
    rule = [_RULES[align].format("-" * (width - 2)) for align, width in zip(aligns, widths, strict=True)]
    lines = [_row(row, widths) for row in cells]
    return "\n".join([lines[0], _row(rule, widths), *lines[1:]])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"
