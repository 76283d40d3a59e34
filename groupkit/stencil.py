"""Stencils: documents finished but for the answers in them.

Most papers of most groups differ in a few words only: a name, a place, a date. A stencil is such a paper with a letter
in place of each of these words (`groupkit.marks`), read, numbered and written once. The next group's paper is the
stencil with its own words put in: the same bytes that the long way gives, at a fraction of the time.

That they are the same rests on two things. Only plain words have a stand-in, which mean the same to every reader and
writer as one letter does. And the stand-ins may stand in running text only, where nothing else depends on the words:
not in a table (its columns fit their words), in a heading that others refer to, in a label or a link. A text that does
not keep to this has no stencil, and its document is made the long way.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from groupkit import marks
from groupkit.document.blocks import (
    Block,
    BulletList,
    Clause,
    Document,
    Emphasis,
    Heading,
    Inline,
    Note,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Text,
)
from groupkit.document.identity import Same
from groupkit.document.text import children_of, heading_text, inline_text
from groupkit.errors import GroupkitError
from groupkit.writers import docx as docx_writer, markdown as markdown_writer, markdown_text
from groupkit.writers.docx import direction, xml
from groupkit.writers.docx.write import Inner, bound, inner
from groupkit.writers.markdown_plan import Plan
from groupkit.writers.slugs import slug

if TYPE_CHECKING:
    from groupkit.filled import Manner
    from groupkit.writers.docx import HouseStyle, Logo

KEPT = 128
"""How many stencils are kept: some 100 KB each."""

Answers = Mapping[int, str]
"""The answers to put in, by the numbers of their letters."""


def find(text: str, manner: Manner, contents: bool, known: tuple[str, ...] = ()) -> tuple[Stencil, Answers] | None:
    """Give the stencil of a filled-in text, and the answers to put in; None if it must be made the long way."""
    found = marks.cut(text, known, manner.notes)
    if found is None:
        return None
    shape, answers = found
    made = _stencil(shape, manner, contents)
    return (made, answers) if made else None


@lru_cache(maxsize=KEPT)
def _stencil(shape: str, manner: Manner, contents: bool) -> Stencil | None:
    try:
        return Stencil(Document(blocks=manner.blocks(shape), contents=contents), Counter(_letters(shape)))
    except (GroupkitError, UnsoundError):  # the long way tells what is wrong, in the words of the text itself
        return None


class UnsoundError(Exception):
    """A stand-in stands where more depends on it than its own place."""


class Stencil:
    """One document with letters in place of answers, and its files, each made when it is first asked for."""

    def __init__(self, document: Document, letters: Counter[int]) -> None:
        """`letters` are the stand-ins of the text, and how often each is there. Raises UnsoundError."""
        self.document = document
        self._letters = letters
        if Counter(letter for block in _checked(document.blocks) for letter in _standing(Same(block))) != letters:
            raise UnsoundError

    def markdown(self, answers: Answers) -> str | None:
        """Give the document as Markdown with these answers; None if it must be made the long way."""
        written, title, anchors = self._markdown
        if written is None or (title.holes and slug(title.filled(answers)) in anchors):
            return None
        return written.filled(
            {which: markdown_text.text(answer) if "@" in answer else answer for which, answer in answers.items()}
        )

    def docx(
        self, answers: Answers, about: Document, house_style: str, date: datetime.date, logo: Logo | None
    ) -> bytes | None:
        """Give the Word file with these answers, as `markdown` does; its properties are those of `about`."""
        house = docx_writer.house_style(house_style)
        written = _word(self, house, date, bool(logo or about.owner))
        if written is None:
            return None
        made, body, comments = written
        escaped = {which: xml.escape(answer) for which, answer in answers.items()}
        made = made._replace(body=body.filled(escaped), comments=comments.filled(escaped))
        return bound(made, about, house, date, logo)

    @cached_property
    def _markdown(self) -> tuple[Pieces | None, Pieces, frozenset[str]]:
        """The text, the title, and the anchors that a title with an answer in it must not have."""
        written = Pieces(markdown_writer.write(self.document))
        first = self.document.blocks[0] if self.document.blocks else None
        title = Pieces(heading_text(first) if isinstance(first, Heading) else "")
        anchors = Plan(self.document).all_anchors if title.holes else frozenset()
        return written if self.holds(written) else None, title, anchors

    def holds(self, *texts: Pieces) -> bool:
        """Tell whether every stand-in is in these texts as often as in the tree."""
        return Counter(which for each in texts for _, which in each.holes) == self._letters


@lru_cache(maxsize=KEPT)
def _word(
    stencil: Stencil, house: HouseStyle, date: datetime.date, header: bool
) -> tuple[Inner, Pieces, Pieces] | None:
    """Give what is inside the Word file, its body and its comments cut where answers go."""
    made = inner(stencil.document, house, date, header)
    body, comments = Pieces(made.body), Pieces(made.comments)
    return (made, body, comments) if stencil.holds(body, comments) else None


class Pieces:
    """A text cut where answers go: `holes` are the places in the list of pieces, each with the number of its answer."""

    __slots__ = ("_pieces", "holes")

    def __init__(self, text: str) -> None:
        self._pieces = marks.STAND_IN.split(text)
        self.holes = [(at, marks.number(self._pieces[at])) for at in range(1, len(self._pieces), 2)]

    def filled(self, answers: Answers) -> str:
        """Give the text with the answers in their places."""
        pieces = self._pieces.copy()
        for at, which in self.holes:
            pieces[at] = answers[which]
        return "".join(pieces)


# ---------------------------------------------------------------- where a stand-in may stand

# Marks beside which the letters around them decide what they are.
_NEAR = re.compile(rf"[\\`*_~<>&@\[\]|#]\S*{marks.STAND_IN.pattern}|{marks.STAND_IN.pattern}\S*[\\`*_~<>&@\[\]|#]")


def _checked(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give the blocks to look at: the title of the document is running text, unless something refers to it."""
    for position, block in enumerate(blocks):
        if position == 0 and isinstance(block, Heading) and block.level == 1 and not block.id:
            yield Paragraph(block.children)
        else:
            yield block


# A mail address with nothing beside it that could belong to it.
_MAIL_ALONE = re.compile(rf"(?<![^\s(]){marks.MAIL}(?=[.,;:!?)]*(?:\s|$))")
_MAIL = re.compile(marks.MAIL)


@lru_cache(maxsize=2048)
def _standing(same: Same) -> tuple[int, ...]:
    """Give the stand-ins that stand in a block where they may. Raises UnsoundError if words beside one matter."""
    return tuple(_in_block(same.block))


def _in_block(block: Block) -> Iterator[int]:
    if isinstance(block, Paragraph):
        words = inline_text(block.children)
        if marks.STAND_IN.search(words):
            if _NEAR.search(words) or direction.holds_right(words):
                raise UnsoundError
            if len(_MAIL.findall(words)) != len(_MAIL_ALONE.findall(words)):
                raise UnsoundError
            yield from _in_words(block.children)
    elif isinstance(block, BulletList | OrderedList | Quote | Note | Clause):
        for child in children_of(block):
            yield from _in_block(child)


def _in_words(inlines: Iterable[Inline]) -> Iterator[int]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield from _letters(inline.text)
        elif isinstance(inline, Strong | Emphasis | Span):
            if _MAIL.search(inline_text(inline.children)):  # its angle brackets would stand beside other marks
                raise UnsoundError
            yield from _in_words(inline.children)


def _letters(text: str) -> list[int]:
    return [marks.number(letter) for letter in marks.STAND_IN.findall(text)]
