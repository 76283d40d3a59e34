"""What must be known of a whole document before its blocks are written: anchors, and the list of contents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from groupkit.document.blocks import Block, Clause, Document, Form, Heading, SignOff
from groupkit.document.identity import Same, targets
from groupkit.document.text import CONTENTS_HEADING, children_of, contents_place, heading_text
from groupkit.writers.markdown_text import text
from groupkit.writers.slugs import Slugs

KEPT = 2048
"""Of how many blocks it is kept what is in them."""


class Plan:
    """Ids and their anchors; the contents as Markdown, and the position of the block it stands before (or -1)."""

    def __init__(self, document: Document) -> None:
        self.contents_before = contents_place(document)
        self.anchors: dict[str, str] = {}
        self._slugs = Slugs()
        self._here = ""
        entries: list[str] = []
        for position, block in enumerate(document.blocks):
            if position == self.contents_before:
                self._slugs.next(CONTENTS_HEADING)
            for each in _named(Same(block)):
                self._visit(each)
            if isinstance(block, Heading) and block.level == 2:
                entries.append(f"- [{text(heading_text(block), autolinks=False)}](#{self._here})")
        self.contents = "\n".join([f"## {CONTENTS_HEADING}", "", *entries])

    @property
    def all_anchors(self) -> frozenset[str]:
        """The anchors of all headings."""
        return self._slugs.given

    def anchors_of(self, block: Block) -> tuple[tuple[str, str], ...]:
        """Give the ids a block points to, each with its anchor."""
        pointed_to = targets(Same(block))
        if not pointed_to:
            return ()
        return tuple((target, self.anchors[target]) for target in pointed_to if target in self.anchors)

    def _visit(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._here = self._slugs.next(heading_text(block))
            if block.id:
                self.anchors[block.id] = self._here
        elif isinstance(block, Form | SignOff):
            if block.title:
                self._slugs.next(block.title)
        elif isinstance(block, Clause):
            self.anchors[block.id] = self._here


@lru_cache(maxsize=KEPT)
def _named(same: Same) -> tuple[Block, ...]:
    """Give what readers can find by name in a block, itself included: headings, titled forms, clauses with an id."""
    return tuple(_all_named(same.block))


def _all_named(block: Block) -> Iterator[Block]:
    if isinstance(block, Heading | Form | SignOff) or (isinstance(block, Clause) and block.id):
        yield block
    for child in children_of(block):
        yield from _all_named(child)
