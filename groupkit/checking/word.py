"""Reading a Word file: its paragraphs with their styles, under which heading each stands, and its links.

Whatever a file holds, reading it ends in bounded time and memory (`groupkit.writers.docx.opened`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from groupkit.errors import FolderError
from groupkit.frozen import Remembering
from groupkit.writers.docx import opened, xml
from groupkit.writers.docx.opened import UnreadableError

Element = ElementTree.Element

W: Final = f"{{{xml.NAMESPACES['w']}}}"
R: Final = f"{{{xml.NAMESPACES['r']}}}"
WP: Final = f"{{{xml.NAMESPACES['wp']}}}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
"""Of pictures and boxes from before Word 2010; groupkit itself writes none."""
LARGEST: Final = 50_000_000
"""The most bytes that a part may have, unpacked."""

_FALLBACK: Final = f"{{{xml.NAMESPACES['mc']}}}Fallback"
_SHOWN: Final = 8  # words that tell where a place is


class Paragraph(Remembering):
    """A paragraph, the heading it stands under, its table (counted from 1; 0 for none) and the part it is in."""

    element: Element
    heading: str
    table: int
    part: str = ""

    @cached_property
    def text(self) -> str:
        """The words of the paragraph."""
        return words(self.element)

    @property
    def place(self) -> str:
        """Where it is, for people: the part or the heading, and its first words."""
        shown = f"“{first_words(self.text)}”" if self.text.strip() else ""
        around = self.part or (
            f"table {self.table}" if self.table else f"under “{self.heading}”" if self.heading else ""
        )
        return ", ".join(piece for piece in (around, shown) if piece) or "at the beginning"


class WordFile:
    """A Word file that was read. Raises FolderError, one line, when it cannot be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._parts = opened.parts(path, _wanted, LARGEST)
        except UnreadableError as error:
            raise _wrong(path, error) from None
        body = self.tree(opened.MAIN)
        found = body.find(f"{W}body") if body is not None else None
        if found is None:
            raise _wrong(path, UnreadableError("is not a Word file (.docx), or it is damaged"))
        self.body = found

    def tree(self, name: str) -> Element | None:
        """A part of the file, None if it has none of that name."""
        content = self._parts.get(name)
        if content is None:
            return None
        try:
            return opened.tree(content)
        except UnreadableError as error:
            raise _wrong(self.path, error) from None

    @cached_property
    def styles(self) -> dict[str, Element]:
        """The styles by id."""
        tree = self.tree(opened.STYLES)
        return {} if tree is None else {each.get(f"{W}styleId", ""): each for each in tree.iter(f"{W}style")}

    def chain(self, style: str | None) -> list[Element]:
        """A style and what it is based on, nearest first."""
        found: list[Element] = []
        while style in self.styles and self.styles[style or ""] not in found:
            found.append(self.styles[style or ""])
            style = value(found[-1].find(f"{W}basedOn"))
        return found

    def style_of(self, paragraph: Element) -> list[Element]:
        """The styles of a paragraph, nearest first; those of the default style if it names none."""
        named = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        return self.chain(named if named in self.styles else self._default)

    @cached_property
    def _default(self) -> str | None:
        for name, style in self.styles.items():
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                return name
        return None

    @cached_property
    def usual_size(self) -> str:
        """The size of letters, in half points, where no style says any."""
        tree = self.tree(opened.STYLES)
        size = None if tree is None else value(tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz"))
        return size if size and size.isdigit() else "20"

    def level(self, paragraph: Element) -> int:
        """The level of a heading, 0 for a paragraph that is none."""
        for properties in (paragraph, *self.style_of(paragraph)):
            outline = value(properties.find(f"{W}pPr/{W}outlineLvl"))
            if outline is not None:
                return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0
            name = (value(properties.find(f"{W}name")) or "").lower()
            if name.startswith("heading ") and name[8:].isdigit():
                return int(name[8:])
        return 0

    @cached_property
    def tables(self) -> list[Element]:
        """The tables of the body, in order, those inside others included."""
        return list(self.body.iter(f"{W}tbl"))

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the body in order, then those of the page headers and footers."""
        numbers = {id(table): number for number, table in enumerate(self.tables, start=1)}
        found: list[Paragraph] = []
        heading = ""
        for element, table in _walk(self.body, numbers, 0):
            if self.level(element):
                heading = first_words(words(element)) or heading
            found.append(Paragraph(element, heading, table))
        for name in sorted(self._parts):
            part = "page header" if name.startswith("word/header") else "page footer"
            if name.startswith(("word/header", "word/footer")) and (tree := self.tree(name)) is not None:
                found += [Paragraph(element, "", 0, part) for element in tree.iter(f"{W}p")]
        return found


def words(element: Element) -> str:
    """The words in an element, as they are seen: nothing that was deleted, and not the words of text boxes twice."""
    signs = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " "}
    return "".join(each.text or "" if each.tag == f"{W}t" else signs.get(each.tag, "") for each in _seen(element))


def _seen(element: Element) -> Iterator[Element]:
    """An element and all in it, but for what Word keeps for older programs."""
    if next(element.iter(_FALLBACK), None) is None:
        return element.iter()
    unseen = {id(each) for fallback in element.iter(_FALLBACK) for each in fallback.iter()}
    return (each for each in element.iter() if id(each) not in unseen)


def first_words(text: str) -> str:
    """The first words of a text, with a mark if there are more."""
    parts = text.split()
    return " ".join(parts[:_SHOWN])[:80] + ("…" if len(parts) > _SHOWN else "")


def value(element: Element | None) -> str | None:
    """The `w:val` of an element."""
    return None if element is None else element.get(f"{W}val")


def is_on(element: Element | None) -> bool:
    """Tell whether a property that is on or off is there and on."""
    return element is not None and value(element) not in ("0", "false", "off")


def _walk(parent: Element, numbers: dict[int, int], table: int) -> Iterator[tuple[Element, int]]:
    stack = [(parent, table)]
    while stack:
        element, table = stack.pop()
        if element.tag == f"{W}p":
            yield element, table
        inside = numbers.get(id(element), table)
        stack += [(child, inside) for child in reversed(element)]


def _wanted(name: str) -> bool:
    return name.endswith(".xml") and name.startswith(("word/", "docProps/")) and name.count("/") == 1


def _wrong(path: Path, error: UnreadableError) -> FolderError:
    return FolderError(f"{path} {error}.", error.hint)
