"""One document being put together: fragments are taken in, and what differs from document to document is filled in."""

from __future__ import annotations

import datetime
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from groupkit.document.blocks import Block, Clause, Document, Heading, Image, Note
from groupkit.document.text import children_of
from groupkit.writers.docx import comments, fields, images, numbering, xml
from groupkit.writers.docx.blocks import block_xml, blocks_xml, heading
from groupkit.writers.docx.fragment import Draft, Fragment, Kind, Slot
from groupkit.writers.docx.house import HouseStyle
from groupkit.writers.docx.package import Entry, entry
from groupkit.writers.docx.place import IN_NOTE, TOP
from groupkit.writers.docx.relations import Relations, safe_address


class Story:
    """What one document has used up so far: ids, lists, comments, pictures, relationships, extra styles."""

    def __init__(
        self,
        document: Document,
        house: HouseStyle,
        date: datetime.date,
        *,
        italics: bool,
        notes: bool,
        base: Path | None,
        pictures: Mapping[str, bytes] | None = None,
    ) -> None:
        self.document = document
        self.house = house
        self.date = date
        self.italics = italics
        self.notes = notes
        self.base = base
        self.pictures = pictures or {}
        self.relations = Relations()
        self.comment_relations = Relations()
        self.comments: list[str] = []
        self.media: dict[str, Entry] = {}
        self.styles: set[str] = set()
        self._definitions: list[str] = []
        self._instances: list[str] = []
        self._next_id = 1
        self._open_comments: dict[int, int] = {}
        self._found: dict[str, images.Picture | None] = {}
        self._media_names: dict[str, str] = {}

    # ------------------------------------------------------------------ taking in

    def block(self, block: Block, *, new_page: bool = False) -> str:
        """The XML of a block at the top of the document."""
        if new_page:
            return self._taken(self._drafted(block, new_page=True))
        return self._taken(self._kept(block, self._drafted))

    def _kept(self, block: Block, make: Callable[[Block], Fragment]) -> Fragment:
        """The fragment of a block, made once for as long as the block lives."""
        kept = self.house.fragments
        found = kept.get(id(block))
        if found is not None and found[0] is self.italics:
            return found[2]
        fragment = make(block)
        key = id(block)
        # The entry goes when the block goes, so an identity is never taken for another's.
        kept[key] = (self.italics, weakref.ref(block, lambda _: kept.pop(key, None)), fragment)
        return fragment

    def marked_heading(self, block: Heading, mark: str, *, new_page: bool = False) -> str:
        """A heading at the top of the document, with a bookmark for the list of contents."""
        draft = Draft(self.house, italics=self.italics, new_page=new_page)
        return self._taken(draft.finish(heading(block, draft, mark)))

    def _drafted(self, block: Block, *, new_page: bool = False) -> Fragment:
        draft = Draft(self.house, italics=self.italics, new_page=new_page)
        return draft.finish(block_xml(block, draft, TOP))

    def _taken(self, fragment: Fragment) -> str:
        if fragment.styles:
            self.styles |= fragment.styles
        return self.fill(fragment, self.relations)

    def fill(self, fragment: Fragment, relations: Relations) -> str:
        """The XML of a fragment in this document."""
        pieces = fragment.pieces
        if len(pieces) == 1 and isinstance(pieces[0], str):
            return pieces[0]
        first_id, self._next_id = self._next_id, self._next_id + fragment.ids
        first_list = len(self._instances)
        for plan in fragment.lists:
            number = len(self._instances) + 1
            self._definitions.append(numbering.definition(number, plan, self.house.em))
            self._instances.append(numbering.instance(number + numbering.CLAUSES, number))
        written: list[str] = []
        for piece in pieces:
            written.append(piece if isinstance(piece, str) else self._slot(piece, first_id, first_list, relations))
        return "".join(written)

    def _slot(self, slot: Slot, first_id: int, first_list: int, relations: Relations) -> str:
        kind, value = slot
        if kind is Kind.ID:
            return str(first_id + value)  # type: ignore[operator]
        if kind is Kind.LIST:
            return str(first_list + value + 1 + numbering.CLAUSES)  # type: ignore[operator]
        if kind is Kind.LINK:
            return self._link(str(value), relations)
        if isinstance(value, Image):
            return self._image(value, relations)
        if isinstance(value, Note) and self.notes:
            return self.note_start(value) if kind is Kind.NOTE_START else self.note_end(value)
        return ""

    # ------------------------------------------------------------------- comments

    def note_start(self, note: Note) -> str:
        """Add a note to the comments; returns the mark where the words begin that it is about."""
        number = len(self.comments)
        self.comments.append("")
        fragment = self._kept(note, self._drafted_note)
        content = self.fill(fragment, self.comment_relations)
        self.styles |= fragment.styles
        self.comments[number] = comments.comment(number, content, self.date, self.house)
        self._open_comments[id(note)] = number
        return comments.range_start(number)

    def _drafted_note(self, note: Block) -> Fragment:
        draft = Draft(self.house)
        return draft.finish(blocks_xml(children_of(note), draft, IN_NOTE))

    def note_end(self, note: Note) -> str:
        """The mark where those words end."""
        return comments.range_end(self._open_comments.pop(id(note)), self.house)

    # ----------------------------------------------------------- links and pictures

    def _link(self, href: str, relations: Relations) -> str:
        if href.startswith("#") and href[1:] in self._anchors:
            return f'w:anchor="{fields.bookmark_name(href[1:])}"'
        address = safe_address(href)
        return f'r:id="{relations.address(address)}"' if address else 'w:anchor="_top"'

    @cached_property
    def _anchors(self) -> frozenset[str]:
        """The ids that a link in this document can lead to."""
        return frozenset(_ids(self.document.blocks))

    def _image(self, image: Image, relations: Relations) -> str:
        picture = self._picture(image.src)
        if picture is None:
            return f'<w:r><w:t xml:space="preserve">{xml.escape(image.alt)}</w:t></w:r>' if image.alt else ""
        name = f"media/{self._media_name(picture)}"
        if name not in self.media:
            self.media[name] = entry(f"word/{name}", picture.data, compress=False)
            images.check_room(sum(len(part.local) for part in self.media.values()))
        number, self._next_id = self._next_id, self._next_id + 1
        room = self.house.width, self.house.width * 5 // 4
        return images.drawing(picture, relations.part("image", name), number, image.alt, width=room[0], height=room[1])

    def _picture(self, src: str) -> images.Picture | None:
        """The picture called `src`, looked for once in a document."""
        if src not in self._found:
            picture = images.given(src, self.pictures)
            self._found[src] = images.load(src, self.base) if picture is None and self.base else picture
        return self._found[src]

    def _media_name(self, picture: images.Picture) -> str:
        """The name of a picture's part; the same picture has the same part."""
        key = sha256(picture.data).hexdigest()
        return self._media_names.setdefault(key, f"image{len(self._media_names) + 1}.{picture.kind}")

    # -------------------------------------------------------------------- numbering

    def numbering(self) -> str:
        """The numbering part."""
        clauses = numbering.instance(numbering.CLAUSES, 0)
        return numbering.part(self.house.clauses + "".join(self._definitions), clauses + "".join(self._instances))


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Clause) and block.id:
            yield block.id
        yield from _ids(children_of(block))
