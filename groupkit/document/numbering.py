"""Numbers of clauses, and the words of references to them.

Headings of clause groups count 1, 2, 3 through the whole document; the clauses under each 1.1, 1.2; clauses inside
clauses (a), (b) and then (i), (ii). What was numbered once is kept for as long as the block stays the same, so that a
document made of unchanged template text consists of the very same blocks each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

from groupkit.document.blocks import (
    Block,
    BulletList,
    Clause,
    Emphasis,
    Heading,
    Inline,
    Item,
    Link,
    Note,
    OrderedList,
    Paragraph,
    Quote,
    Ref,
    Span,
    Strong,
    Table,
)
from groupkit.document.identity import Same
from groupkit.document.text import children_of, inline_text, inlines_of
from groupkit.errors import TemplateError

KEPT = 2048
"""How many numbered blocks are kept."""

Words = tuple[tuple[str, str], ...]
"""Targets and the words of a reference to each, for those a block refers to."""


def number(blocks: Sequence[Block], where: str = "") -> tuple[Block, ...]:
    """Give the blocks with clause numbers and the words of references filled in.

    Blocks that need neither are given back as they are. Raises TemplateError for a reference to an id that is missing.
    """
    numbers = list(_numbers(blocks))
    words: dict[str, str] = {}
    for block, own in zip(blocks, numbers, strict=True):
        for each, relative in _ids(Same(block)):
            words[each] = _words(block, own, relative)
    return tuple(_numbered(block, own, words, where) for block, own in zip(blocks, numbers, strict=True))


def _numbers(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the number of each top-level block: "7", "7.2", or "" for one that has none."""
    heading = clause = 0
    for block in blocks:
        if isinstance(block, Heading) and block.number:
            heading, clause = heading + 1, 0
            yield str(heading)
        elif isinstance(block, Clause):
            clause += 1
            yield f"{heading}.{clause}"
        else:
            yield ""


def _words(block: Block, own: str, relative: str) -> str:
    if own:
        return f"clause {own}{relative}"
    heading = block if isinstance(block, Heading) else None
    return f"“{inline_text(heading.children)}”" if heading else relative


@lru_cache(maxsize=KEPT)
def _ids(same: Same) -> tuple[tuple[str, str], ...]:
    """Give the ids set in a block, with the rest of the number of each: "", "(a)", "(a)(i)"; a heading's words."""
    return tuple(_ids_in(same.block, ""))


def _ids_in(block: Block, relative: str) -> Iterator[tuple[str, str]]:
    if isinstance(block, Heading | Clause) and block.id:
        yield block.id, relative
    letters = count(1)
    for child in children_of(block):
        if isinstance(child, Clause):
            yield from _ids_in(child, f"{relative}({_mark(child.level, next(letters))})")
        elif isinstance(child, Heading) and child.id:
            yield child.id, f"“{inline_text(child.children)}”"
        else:
            yield from _ids_in(child, relative)


def _mark(level: int, position: int) -> str:
    return letters(position) if level == 3 else roman(position)


def letters(position: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa, as Word counts: the letter is doubled."""
    return chr(ord("a") + (position - 1) % 26) * ((position - 1) // 26 + 1)


def roman(position: int) -> str:
    """1 -> i, 4 -> iv, 9 -> ix."""
    marks = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, mark in marks:
        written += mark * (position // value)
        position %= value
    return written


@lru_cache(maxsize=KEPT)
def _references(same: Same) -> tuple[str, ...]:
    return tuple(dict.fromkeys(inline.target for inline in inlines_of(same.block) if isinstance(inline, Ref)))


def _numbered(block: Block, own: str, words: Mapping[str, str], where: str) -> Block:
    same = Same(block)
    targets = _references(same)
    if not own and not targets:
        return block
    for target in targets:
        if target not in words:
            raise TemplateError(f'{where}{": " if where else ""}nothing in this document has the id "{target}".')
    return _rebuilt(same, own, tuple((target, words[target]) for target in targets))


@lru_cache(maxsize=KEPT)
def _rebuilt(same: Same, own: str, words: Words) -> Block:
    """Give the block with its number, and its references in words; the block itself when nothing changes."""
    built = _block(same.block, own, own, dict(words))
    return same.block if built == same.block else built


def _block(block: Block, own: str, path: str, words: dict[str, str]) -> Block:
    match block:
        case Heading():
            return block.replace(children=_inlines(block.children, words), number=own)
        case Paragraph():
            return Paragraph(_inlines(block.children, words))
        case Clause():
            return block.replace(blocks=_inside(block.blocks, path, words), number=own, path=path)
        case Quote() | Note():
            return block.replace(blocks=_inside(block.blocks, path, words))
        case BulletList() | OrderedList():
            items = tuple(Item(_inside(item.blocks, path, words), item.checked) for item in block.items)
            return block.replace(items=items)
        case Table():
            return block.replace(head=_row(block.head, words), rows=tuple(_row(row, words) for row in block.rows))
        case _:
            return block


def _inside(blocks: Iterable[Block], path: str, words: dict[str, str]) -> tuple[Block, ...]:
    letters = count(1)
    built: list[Block] = []
    for block in blocks:
        if isinstance(block, Clause):
            own = f"({_mark(block.level, next(letters))})"
            built.append(_block(block, own, path + own, words))
        else:
            built.append(_block(block, "", path, words))
    return tuple(built)


def _row(row: tuple[tuple[Inline, ...], ...], words: dict[str, str]) -> tuple[tuple[Inline, ...], ...]:
    return tuple(_inlines(cell, words) for cell in row)


def _inlines(inlines: tuple[Inline, ...], words: dict[str, str]) -> tuple[Inline, ...]:
    return tuple(_inline(inline, words) for inline in inlines) if words else inlines


def _inline(inline: Inline, words: dict[str, str]) -> Inline:
    match inline:
        case Ref(target):
            return Ref(target, words[target])
        case Emphasis() | Strong() | Link() | Span():
            changed: Any = inline.replace(children=_inlines(inline.children, words))
            return changed  # type: ignore[no-any-return]
        case _:
            return inline
