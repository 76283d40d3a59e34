"""A document as Markdown that every reader shows alike: CommonMark with tables and task items, nothing else.

Clause numbers are part of the text, because no Markdown reader could count them: a clause heading is `## 7. Quorum`, a
clause a paragraph that begins `7.2`, one inside it a list item that begins `(a)`. Everything inside a list item stands
four spaces in, since some readers want that. A page break leaves no mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from groupkit.document.blocks import (
    Block,
    BulletList,
    Clause,
    CodeBlock,
    Document,
    Form,
    Heading,
    Item,
    Note,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SignOff,
    Table,
    Text,
)
from groupkit.document.identity import Same
from groupkit.document.text import LINE, NOTE_HEADING, field_text
from groupkit.writers.markdown_inline import Anchors, one_line, paragraph
from groupkit.writers.markdown_plan import Plan
from groupkit.writers.markdown_table import table
from groupkit.writers.markdown_text import free_fence, text

KEPT = 2048
"""How many written blocks are kept."""

RULE = "___"  # `---` under a line makes a heading, on top of a file front matter; `***` in a list may be an item
INDENT = 4


def write(document: Document) -> str:
    """Give the document as Markdown, with a line end at its end. Its numbers must have been filled in."""
    plan = Plan(document)
    written = ""
    last: Block | None = None
    level, other = 1, False
    for position, block in enumerate(document.blocks):
        if position == plan.contents_before:
            written += ("\n\n" if written else "") + plan.contents
            last = None
        if isinstance(block, Heading):
            level = block.level
        other = _meets(last, block) and not other
        if part := _kept(Same(block), plan.anchors_of(block), level, other):
            written += (_gap(last, block) if written else "") + part
            last = block
    return written + "\n" if written else ""


@lru_cache(maxsize=KEPT)
def _kept(same: Same, anchors: tuple[tuple[str, str], ...], level: int, other: bool) -> str:
    return _Writer(dict(anchors), level).block(same.block, other)


def _gap(last: Block | None, block: Block, tight: bool = False) -> str:
    """Give what parts two blocks: an empty line, or less where they belong together."""
    if isinstance(last, Note) and isinstance(block, Note):
        return "\n>\n"  # one quote; two with only an empty line between are read as one by some
    if isinstance(last, Clause) and isinstance(block, Clause) and block.level > 2:
        return "\n"
    starts_late = isinstance(block, OrderedList) and block.start != 1 and isinstance(last, Paragraph)
    return "\n" if tight and not starts_late and not isinstance(block, Paragraph | Table) else "\n\n"


def _meets(last: Block | None, block: Block) -> bool:
    """Tell whether a list directly follows a list, so that another mark must keep them apart."""
    if isinstance(last, Clause) and last.level == 2:
        return bool(last.blocks) and _meets(last.blocks[-1], block)
    if isinstance(block, OrderedList):
        return isinstance(last, OrderedList)
    if isinstance(block, BulletList) or (isinstance(block, Form) and not block.title):
        return isinstance(last, BulletList | Form | Clause)
    return isinstance(block, Clause) and block.level > 2 and isinstance(last, BulletList)


class _Writer:
    """Turns blocks into Markdown. `level` is that of the last heading, for the titles of forms."""

    def __init__(self, anchors: Anchors, level: int) -> None:
        self.anchors = anchors
        self.level = level

    def block(self, block: Block, other: bool = False, mark: str = "") -> str:
        """Give one block. `other` asks for the other list mark; `mark` goes before the text of a paragraph."""
        match block:
            case Paragraph(children):
                return paragraph(children, self.anchors, mark)
            case Heading():
                return self._heading(block)
            case Clause():
                return self._clause(block, other)
            case BulletList(items, tight):
                return self._list(items, ["*" if other else "-"] * len(items), tight)
            case OrderedList(items, start, tight):
                marks = [f"{number}{')' if other else '.'}" for number in range(start, start + len(items))]
                return self._list(items, marks, tight)
            case Table():
                rows = (block.head, *block.rows)
                title = f"{paragraph((Text(block.title),), self.anchors)}\n\n" if block.title else ""
                return title + table([[one_line(cell, self.anchors) for cell in row] for row in rows], block.aligns)
            case Quote(blocks):
                return _quoted(self.blocks(blocks))
            case Note(blocks):
                return _quoted(f"**{NOTE_HEADING}**\n\n{self.blocks(blocks)}")
            case CodeBlock():
                return _code(block)
            case Rule():
                return RULE
            case Form():
                return self._titled(block.title, _fields(block, "*" if other else "-"))
            case SignOff():
                cells = [[text(cell) if cell else LINE for cell in row] for row in (block.columns, *block.rows)]
                return self._titled(block.title, table(cells, [None] * len(block.columns)))
            case PageBreak():
                return ""

    def blocks(self, blocks: Sequence[Block], tight: bool = False, mark: str = "") -> str:
        """Give blocks one after the other; `mark` goes before the text of the first."""
        written, other = "", False
        last: Block | None = None
        for block in blocks:
            other = _meets(last, block) and not other
            if part := self.block(block, other, mark):
                written += (_gap(last, block, tight) if written else "") + part
                last, mark = block, ""
        return written

    def _heading(self, block: Heading) -> str:
        words = re.sub(r"(?:^|(?<=\s))(?=#+$)", r"\\", one_line(block.children, self.anchors))
        return f"{'#' * block.level} {block.number}{'. ' if block.number else ''}{words}".rstrip(" ")

    def _clause(self, clause: Clause, other: bool) -> str:
        starts_with_text = bool(clause.blocks) and isinstance(clause.blocks[0], Paragraph)
        body = self.blocks(clause.blocks, tight=clause.level > 2, mark=clause.number if starts_with_text else "")
        if not starts_with_text:
            body = f"{clause.number}\n\n{body}".rstrip("\n")
        return body if clause.level == 2 else _item("*" if other else "-", body)

    def _list(self, items: Sequence[Item], marks: Sequence[str], tight: bool) -> str:
        return ("\n" if tight else "\n\n").join(
            self._one_item(item, mark, tight) for item, mark in zip(items, marks, strict=True)
        )

    def _one_item(self, item: Item, mark: str, tight: bool) -> str:
        box = "" if item.checked is None else "[x]" if item.checked else "[ ]"
        body = self.blocks(item.blocks, tight, box)
        if item.blocks and not isinstance(item.blocks[0], Paragraph):
            mark = mark.ljust(INDENT - 1)  # what begins the item then lines up with what follows it
        return _item(mark, body)

    def _titled(self, title: str, body: str) -> str:
        """Put a heading above a form or sign-off block, one level below the last."""
        return f"{'#' * min(self.level + 1, 6)} {text(title)}\n\n{body}" if title else body


def _item(mark: str, body: str) -> str:
    indent = "\n" + " " * max(INDENT, len(mark) + 1)
    return re.sub(r"\n(?!\n|$)", indent, f"{mark} {body}").rstrip(" ")


def _fields(form: Form, mark: str) -> str:
    """Give the fields as a list. Boxes are task items where all are: some readers cut a mixed list in pieces."""
    if all(blank.kind == "tick" for blank in form.fields):
        return "\n".join(f"{mark} [ ] {text(blank.label)}" for blank in form.fields)
    # The space makes a line to write on stand free, so that it needs no escapes.
    return "\n".join(f"{mark} {text(f'{field_text(blank)} ').rstrip(' ')}" for blank in form.fields)


def _quoted(body: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in body.split("\n"))


def _code(block: CodeBlock) -> str:
    fence = free_fence(block.text, "~" if "`" in block.info else "`")
    lines = [block.text.removesuffix("\n")] if block.text else []
    return "\n".join([fence + block.info, *lines, fence])
