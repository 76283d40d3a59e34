"""The words of a document as a reader sees them, the same in every format; and the blanks left in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from groupkit.document.blocks import (
    Blank,
    Block,
    Break,
    BulletList,
    Clause,
    Code,
    CodeBlock,
    Document,
    Form,
    Heading,
    Image,
    Inline,
    Item,
    Note,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Ref,
    Rule,
    SignOff,
    Table,
    Text,
)

LINE = "________"
"""What a place to write on looks like on paper."""

NOTE_HEADING = "Note"
CONTENTS_HEADING = "Contents"


def blank_text(blank: Blank) -> str:
    """Give a blank inside running text as it is seen: `________ (date)`, with its choices, or a box to tick."""
    if blank.kind == "tick":
        return f"☐ {blank.label}"
    if blank.choices:
        return f"{LINE} ({blank.label}: {' / '.join(blank.choices)})"
    return f"{LINE} ({blank.label})"


def field_text(blank: Blank) -> str:
    """Give a field of a form as it is seen: `Name: ________`; a tick field is its label, after a box."""
    if blank.kind == "tick":
        return f"☐ {blank.label}"
    label = blank.label if blank.label.endswith((":", "?", ".")) else f"{blank.label}:"
    return f"{label} {LINE} ({' / '.join(blank.choices)})" if blank.choices else f"{label} {LINE}"


def inline_text(inlines: Iterable[Inline]) -> str:
    """Give the visible text: of a picture its alternative text, of a hard break a line end, of a soft one a space."""
    return "".join(_inline_text(inline) for inline in inlines)


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text) | Ref(_, text):
            return text
        case Break(hard):
            return "\n" if hard else " "
        case Image():
            return inline.alt
        case Blank():
            return blank_text(inline)
        case _:
            return inline_text(inline.children)


def heading_text(heading: Heading) -> str:
    """Give a heading as it is seen, with its number: `7. Quorum`."""
    words = inline_text(heading.children).replace("\n", " ")
    return f"{heading.number}. {words}" if heading.number else words


def contents(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """Give the headings that a list of contents names: those of level 2."""
    return tuple(block for block in blocks if isinstance(block, Heading) and block.level == 2)


def contents_place(document: Document) -> int:
    """Give the position of the block that the list of contents stands before, or -1 when there is none.

    It comes after the first heading, or first of all in a document that does not begin with a heading.
    """
    if not document.contents or not contents(document.blocks):
        return -1
    return 1 if isinstance(document.blocks[0], Heading) and document.blocks[0].level == 1 else 0


def plain_text(document: Document) -> str:
    """Give everything a reader sees, one block (item, table row, field) a line, cells parted by tabs.

    Clause numbers, references, blanks, titles of tables and the list of contents are included; bullets, list numbers,
    the boxes of task items and the descriptions of tables are not.
    """
    lines: list[str] = []
    place = contents_place(document)
    for position, block in enumerate(document.blocks):
        if position == place:
            lines += [CONTENTS_HEADING, *(heading_text(heading) for heading in contents(document.blocks))]
        lines += _lines(block)
    return "\n".join(lines)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield heading_text(block)
        case Paragraph(children):
            yield inline_text(children)
        case CodeBlock(text):
            yield text.rstrip("\n")
        case Rule() | PageBreak():
            return
        case Table():
            if block.title:
                yield block.title
            for row in (block.head, *block.rows):
                yield "\t".join(inline_text(cell) for cell in row)
        case Form():
            if block.title:
                yield block.title
            for blank in block.fields:
                yield field_text(blank)
        case SignOff():
            if block.title:
                yield block.title
            yield "\t".join(block.columns)
            for cells in block.rows:
                yield "\t".join(cell or LINE for cell in cells)
        case Note():
            yield NOTE_HEADING
            yield from _all_lines(block.blocks)
        case Clause():
            first, *rest = _all_lines(block.blocks) or [""]
            yield f"{block.number} {first}".strip(" ")
            yield from rest
        case _:
            for child in children_of(block):
                yield from _lines(child)


def _all_lines(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in _lines(block)]


def children_of(block: Block) -> Iterator[Block]:
    """Give the blocks directly inside a block, those of list items included."""
    match block:
        case BulletList() | OrderedList():
            for item in block.items:
                yield from item.blocks
        case Quote() | Note() | Clause() | Item():
            yield from block.blocks
        case _:
            return


def inlines_of(block: Block) -> Iterator[Inline]:
    """Give every inline of a block and of all that is inside it, in reading order, nested ones included."""
    match block:
        case Heading() | Paragraph():
            yield from _nested(block.children)
        case Table():
            for row in (block.head, *block.rows):
                for cell in row:
                    yield from _nested(cell)
        case _:
            for child in children_of(block):
                yield from inlines_of(child)


def _nested(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if not isinstance(inline, Text | Code | Break | Image | Ref | Blank):
            yield from _nested(inline.children)


def blanks(document: Document) -> list[Blank]:
    """Give every place still to fill in, fields of forms included, in reading order."""
    return [blank for block in document.blocks for blank in _blanks(block)]


def _blanks(block: Block) -> Iterator[Blank]:
    if isinstance(block, Form):
        yield from block.fields
    elif isinstance(block, Heading | Paragraph | Table):
        yield from (inline for inline in inlines_of(block) if isinstance(inline, Blank))
    else:
        for child in children_of(block):
            yield from _blanks(child)


def without_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the blocks without the guidance to adopters, wherever it stands."""
    return tuple(_without_notes(block) for block in blocks if not isinstance(block, Note))


def _without_notes(block: Block) -> Block:
    match block:
        case Quote() | Clause() if any(isinstance(child, Note) for child in block.blocks):
            return block.replace(blocks=without_notes(block.blocks))
        case _:
            return block
