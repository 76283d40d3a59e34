"""Blocks as XML: one function for each kind, and `block_xml` that knows them all."""

from __future__ import annotations

from collections.abc import Iterable

from groupkit.document.blocks import (
    Block,
    BulletList,
    Clause,
    CodeBlock,
    Form,
    Heading,
    Note,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SignOff,
    Table,
)
from groupkit.writers.docx import comments, fields, keep, lists, styles, tables
from groupkit.writers.docx.fragment import Draft, Kind
from groupkit.writers.docx.inlines import inlines_xml, run
from groupkit.writers.docx.paragraphs import CLOSE, opening, paragraph, runs_right
from groupkit.writers.docx.place import TOP, Place


def blocks_xml(blocks: Iterable[Block], draft: Draft, place: Place, before: str = "") -> str:
    """The XML of blocks that stand one after another in `place`; `before` (given back too) stands before them."""
    written = [before] if before else []
    early: list[Note] = []
    above: tuple[Block, ...] = ()  # the last two blocks
    for block in blocks:
        if isinstance(block, Note):
            if written:
                written[-1] = comments.mark(written[-1], *_slots(block, draft))
            else:
                early.append(block)
            continue
        content = block_xml(block, draft, place)
        if not content:
            continue
        if written and keep.leads(above, block):
            written[-1] = keep.with_next(written[-1], draft)
        above = (*above[-1:], block)
        if written and content.startswith("<w:tbl>") and written[-1].endswith("</w:tbl>"):
            written.append(tables.gap(draft))
        for note in early:
            content = comments.mark(content, *_slots(note, draft))
        early.clear()
        written.append(content)
    return "".join(written)


def _slots(note: Note, draft: Draft) -> tuple[str, str]:
    return draft.slot(Kind.NOTE_START, note), draft.slot(Kind.NOTE_END, note)


def block_xml(block: Block, draft: Draft, place: Place) -> str:
    """The XML of one block."""
    match block:
        case Paragraph(children):
            return paragraph(_text_style(draft, place), children, draft)
        case Heading():
            return heading(block, draft, place=place)
        case BulletList() | OrderedList():
            return lists.list_xml(block, draft, place, blocks_xml)
        case Clause():
            return _clause(block, draft, place)
        case Quote(blocks):
            return blocks_xml(blocks, draft, place.in_quote())
        case CodeBlock(text):
            return _code(text, draft, place)
        case Rule():
            style = styles.indented("Horizontal Line", place, draft)
            return opening(style, draft) + CLOSE
        case Table():
            return _waiting(draft, place) + tables.table(block, draft, place)
        case Form():
            return tables.form(block, draft, place)
        case SignOff():
            return tables.sign_off(block, draft, place)
        case PageBreak():
            draft.new_page = True
            return ""
        case Note():
            return ""


def heading(block: Heading, draft: Draft, mark: str = "", place: Place = TOP) -> str:
    """A heading, with bookmarks for its id and for the list of contents (`mark`)."""
    style = styles.heading(block.level, place, draft) if not block.number else draft.house.id("Clause Heading")
    content = inlines_xml(block.children, draft)
    right = runs_right(content)
    for name in (fields.bookmark_name(block.id) if block.id else "", mark):
        if name:
            content = fields.bookmark(name, draft.new_id(), content)
    return f"{opening(style, draft, right=right)}{content}{CLOSE}"


def _text_style(draft: Draft, place: Place) -> str:
    """The style of a paragraph: an item's own if it is the first of the item, else that of running text here."""
    if draft.number and draft.number_place == place:
        return draft.number_style
    return styles.body(place, draft)


def _waiting(draft: Draft, place: Place) -> str:
    """A paragraph with nothing but its number, for an item that begins with something that cannot carry one."""
    return opening(_text_style(draft, place), draft) + CLOSE if draft.number else ""


def _clause(clause: Clause, draft: Draft, place: Place) -> str:
    """A numbered clause: its first paragraph has the clause style, which brings the number; the rest goes on inside."""
    inside = place.in_clause()
    style = draft.house.id(f"Clause {min(inside.clause, 3)}")
    lead, blocks, content = clause.blocks[:1], clause.blocks, ""
    if lead and isinstance(lead[0], Paragraph):
        blocks = blocks[1:]
        content = inlines_xml(lead[0].children, draft)
    right = runs_right(content)
    if clause.id:
        content = fields.bookmark(fields.bookmark_name(clause.id), draft.new_id(), content)
    first = f"{opening(style, draft, right=right)}{content}{CLOSE}"
    if blocks and keep.leads(lead, blocks[0]):
        first = keep.with_next(first, draft)
    return blocks_xml(blocks, draft, inside, first)


def _code(text: str, draft: Draft, place: Place) -> str:
    style = styles.indented("Source Code", place, draft)
    return f"{opening(style, draft)}{run(text.removesuffix(chr(10)), draft)}{CLOSE}"
