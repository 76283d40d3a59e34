"""The body of a document: its blocks one after another, with what depends on their neighbours.

Four things do: a note belongs to the block before it, a page break to the block after it, a lead stays on the page of
what it leads to, and what follows a table needs some space; two tables need a paragraph between them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from groupkit.document.blocks import Block, Document, Heading, Note, PageBreak
from groupkit.document.text import contents as headings_of, contents_place
from groupkit.writers.docx import comments, contents, keep, styles, tables
from groupkit.writers.docx.fragment import Draft
from groupkit.writers.docx.story import Story

# Styles without much space of their own above: after a table they need some.
_CLOSE_TO_TABLES: Final = ("Body Text", "List Bullet", "List Number", "List Task", "Quote")


class Body:
    """The paragraphs and tables of one document, as they are written."""

    def __init__(self, document: Document, story: Story) -> None:
        self.document = document
        self.story = story
        self._written: list[str] = []
        self._early: list[Note] = []  # notes that stand before anything they could belong to
        self._last = -1  # where the last block is in what has been written
        self._above: tuple[Block, ...] = ()  # the last two blocks
        self._new_page = False
        self._marks: dict[int, str] = {}

    def xml(self) -> str:
        """Everything in the body, section properties left out; its last lines are still to be kept together."""
        place = contents_place(self.document)
        headings = headings_of(self.document.blocks) if place >= 0 else ()
        self._marks = {id(heading): contents.mark(position) for position, heading in enumerate(headings)}
        for position, block in enumerate(self.document.blocks):
            if position == place:
                self._written.append(contents.contents(headings, self.story.house))
            if isinstance(block, PageBreak):
                self._new_page = True
            elif isinstance(block, Note):
                self._note(block)
            else:
                self._block(block)
        return "".join(self._written)

    def _styled(self, change: Callable[[str, Draft], str], content: str) -> str:
        """`content` changed, with the styles that the change asks for."""
        draft = Draft(self.story.house)
        changed = change(content, draft)
        self.story.styles |= draft.styles
        return changed

    def _block(self, block: Block) -> None:
        mark = self._marks.get(id(block))
        if mark and isinstance(block, Heading):
            content = self.story.marked_heading(block, mark, new_page=self._new_page)
        else:
            content = self.story.block(block, new_page=self._new_page)
        if not content:
            return
        if self._written and not self._new_page and keep.leads(self._above, block):
            self._written[-1] = self._styled(keep.with_next, self._written[-1])
        self._new_page = False
        self._above = (*self._above[-1:], block)
        if self._written and self._written[-1].endswith("</w:tbl>"):
            content = self._styled(_after_table, content)
        self._last = len(self._written)
        self._written.append(content)
        if self._early:
            early, self._early = self._early, []
            for note in early:
                self._note(note)

    def _note(self, note: Note) -> None:
        """Make the note a comment on the first paragraph of the block before it."""
        if not self.story.notes:
            return
        if self._last < 0:
            self._early.append(note)
            return
        start = self.story.note_start(note)
        self._written[self._last] = comments.mark(self._written[self._last], start, self.story.note_end(note))


def _after_table(content: str, draft: Draft) -> str:
    """What follows a table: another table needs a paragraph before it, and text some space."""
    if content.startswith("<w:tbl>"):
        return tables.gap(draft) + content
    for name in _CLOSE_TO_TABLES:
        opening = f'<w:p><w:pPr><w:pStyle w:val="{draft.house.id(name)}"/>'
        if content.startswith(opening):
            return f'<w:p><w:pPr><w:pStyle w:val="{styles.after_table(name, draft)}"/>{content[len(opening) :]}'
    return content
