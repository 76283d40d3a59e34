"""Pieces of a document as XML, made once and used in every document that holds the same block.

What differs from one document to the next (relationship ids, list numbers, bookmark ids) cannot be in a piece that is
shared. While a piece is being written, a `Draft` puts a marker into the text for each of these; the finished
`Fragment` is cut at the markers, and a `Story` fills them in as it takes the piece into a document.

A marker is a number between two NUL characters. XML forbids NUL and `xml.escape` drops it, so no
text can look like one.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from groupkit.frozen import Frozen

if TYPE_CHECKING:
    from groupkit.document.blocks import Image, Note
    from groupkit.writers.docx.house import HouseStyle
    from groupkit.writers.docx.lists import WordList
    from groupkit.writers.docx.numbering import ListPlan
    from groupkit.writers.docx.place import Place

MARKER: Final = "\0"


class Kind(IntEnum):
    """What a marker stands for."""

    ID = 1  # a number, unique in the document; the value counts within the fragment
    LIST = 2  # the number of a list; the value is its place among the fragment's lists
    LINK = 3  # the attribute that leads a hyperlink to its target; the value is the address
    IMAGE = 4  # a picture, or its alternative text
    NOTE_START = 5  # where the words begin that a comment is about
    NOTE_END = 6  # where they end, and the mark of the comment


class Slot(NamedTuple):
    """A place to fill in when the fragment is taken into a document."""

    kind: Kind
    value: int | str | Image | Note


class Fragment(Frozen):
    """A finished piece: text and slots by turns (text first and last), and what it asks of the document around it."""

    pieces: tuple[str | Slot, ...]
    ids: int
    lists: tuple[ListPlan, ...]
    styles: frozenset[str]


class Draft:
    """A piece that is being written.

    `number` holds the numbering of a list item until the item's first paragraph takes it; if that is a paragraph of
    the item itself (it stands in `number_place`), it is written in `number_style`. `new_page` holds a page break until
    the next paragraph takes it. `lead` is written before the words of the next paragraph (the box of a task), and
    `word_list` is the list of Word's that the blocks at hand stand in.
    """

    __slots__ = (
        "_ids",
        "_slots",
        "house",
        "italics",
        "lead",
        "lists",
        "new_page",
        "number",
        "number_place",
        "number_style",
        "styles",
        "word_list",
    )

    def __init__(self, house: HouseStyle, *, italics: bool = False, new_page: bool = False) -> None:
        self.house = house
        self.italics = italics
        self.new_page = new_page
        self.number = ""
        self.number_style = ""
        self.number_place: Place | None = None
        self.lead = ""
        self.word_list: WordList | None = None
        self.lists: list[ListPlan] = []
        self.styles: set[str] = set()
        self._slots: list[Slot] = []
        self._ids = 0

    def slot(self, kind: Kind, value: int | str | Image | Note) -> str:
        """Return a marker that will be filled in; the same marker may be used more than once."""
        self._slots.append(Slot(kind, value))
        return f"{MARKER}{len(self._slots) - 1}{MARKER}"

    def new_id(self) -> str:
        """Return a marker for a number that is unique in the document."""
        self._ids += 1
        return self.slot(Kind.ID, self._ids - 1)

    def new_list(self, plan: ListPlan) -> str:
        """Return a marker for the number of a list that begins here."""
        self.lists.append(plan)
        return self.slot(Kind.LIST, len(self.lists) - 1)

    def finish(self, xml: str) -> Fragment:
        """Cut `xml` at its markers."""
        pieces: tuple[str | Slot, ...] = (xml,)
        if self._slots:
            cut = xml.split(MARKER)
            pieces = tuple(self._slots[int(text)] if place % 2 else text for place, text in enumerate(cut))
        return Fragment(pieces, self._ids, tuple(self.lists), frozenset(self.styles))
