"""A document as plain lines for a console: headings, paragraphs, lists and tables, as wide as a window is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from groupkit.document.blocks import Block, BulletList, Document, Heading, Image, Inline, OrderedList, Paragraph, Table
from groupkit.document.text import children_of, heading_text, inline_text, plain_text

WIDTH = 100
_GAP = "  "


def lines(document: Document, width: int = WIDTH) -> Iterator[str]:
    """Give the lines of a document, with an empty line between blocks. Pictures are left out."""
    for block in document.blocks:
        shown = list(_block(block, width))
        if shown:
            yield from shown
            yield ""


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            words = heading_text(block)
            yield words
            yield ("=" if block.level == 1 else "-") * min(len(words), width)
        case Paragraph(children):
            if not all(isinstance(each, Image) for each in children):
                yield from textwrap.wrap(_words(children), width)
        case BulletList() | OrderedList():
            for item in block.items:
                words = " ".join(plain_text(Document(blocks=(each,))) for each in item.blocks)
                yield from textwrap.wrap(words, width, initial_indent="- ", subsequent_indent="  ")
        case Table():
            if block.title:
                yield f"{block.title}:"
            yield from table([[_words(cell) for cell in row] for row in (block.head, *block.rows)], width)
        case _:
            for child in children_of(block):
                yield from _block(child, width)


def _words(inlines: Iterable[Inline]) -> str:
    return " ".join(inline_text(inlines).split())


def table(rows: Sequence[Sequence[str]], width: int = WIDTH) -> Iterator[str]:
    """Give a table as lines, its columns side by side and their words broken to fit; the first row is its header."""
    widths = _widths(rows, width)
    for number, row in enumerate(rows):
        cells = [textwrap.wrap(cell, wide) or [""] for cell, wide in zip(row, widths, strict=True)]
        for line in range(max(map(len, cells))):
            parts = (cell[line] if line < len(cell) else "" for cell in cells)
            yield _GAP.join(part.ljust(wide) for part, wide in zip(parts, widths, strict=True)).rstrip()
        if number == 0:
            yield _GAP.join("-" * wide for wide in widths)


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Give each column its widest text; where that is too wide, the widest columns give way first."""
    widths = [max(1, *(len(row[column]) for row in rows)) for column in range(len(rows[0]))]
    spare = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > 12:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths
