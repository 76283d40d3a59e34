"""A document's template filled in with the answers: from here on it becomes a tree, Markdown, and a Word file.

The files are made from a stencil where there is one (`groupkit.stencil`), else from the tree. Both ways give the same
bytes; the first is some times quicker, since most groups' papers differ in their answers only.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from groupkit import marks, stale, stencil
from groupkit.document import blanks, number, parse, without_notes
from groupkit.document.blocks import Blank, Block, Document
from groupkit.frozen import Remembering
from groupkit.writers import docx as docx_writer, markdown as markdown_writer

if TYPE_CHECKING:
    from groupkit.stencil import Stencil
    from groupkit.writers.docx import Logo


class Manner(NamedTuple):
    """How a text is read into blocks.

    `where` is the template's path, for errors; `stale_on` the date of the pack if the document is to say that its
    figures have grown old, should they have.
    """

    where: str
    notes: bool
    stale_on: datetime.date | None

    def blocks(self, text: str) -> tuple[Block, ...]:
        """Read a text and number it. Raises TemplateError when the template is at fault."""
        blocks = parse(text, where=self.where)
        if not self.notes:
            blocks = without_notes(blocks)
        if self.stale_on:
            blocks = stale.with_notice(blocks, self.stale_on)
        return number(blocks, where=self.where)


class Filled(Remembering):
    """The text of one document (its answers marked, see `groupkit.marks`), and what its files say of themselves.

    `known` are answers that may be in it, the same ones in the same order for every group.
    """

    text: str
    manner: Manner
    title: str
    owner: str
    author: str
    subject: str
    contents: bool
    known: tuple[str, ...] = ()

    @cached_property
    def document(self) -> Document:
        """The document as a tree."""
        return self._document(self.manner.blocks(marks.unmarked(self.text)))

    def markdown(self) -> str:
        """Give the document as Markdown."""
        quick = self._stencil and self._stencil[0].markdown(self._stencil[1])
        return markdown_writer.write(self.document) if quick is None else quick

    def docx(self, house_style: str, date: datetime.date, logo: Logo | None) -> bytes:
        """Give the document as the bytes of a Word file."""
        about = self._document(())
        quick = self._stencil and self._stencil[0].docx(self._stencil[1], about, house_style, date, logo)
        return quick or docx_writer.write(self.document, house_style=house_style, date=date, logo=logo)

    def blanks(self) -> tuple[Blank, ...]:
        """Give every place still to fill in, in reading order. No stand-in for an answer can be in one."""
        return tuple(blanks(self._stencil[0].document if self._stencil else self.document))

    @cached_property
    def _stencil(self) -> tuple[Stencil, Mapping[int, str]] | None:
        return stencil.find(self.text, self.manner, self.contents, self.known)

    def _document(self, blocks: tuple[Block, ...]) -> Document:
        return Document(
            blocks=blocks,
            title=self.title,
            owner=self.owner,
            author=self.author,
            subject=self.subject,
            contents=self.contents,
        )
