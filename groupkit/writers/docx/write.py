"""Writing a document: its body, then the parts around it, then the package.

`inner` and `bound` are two steps, so that answers can be put into the words between them (`groupkit.stencil`).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import Final, NamedTuple

from groupkit.document.blocks import Document
from groupkit.writers.docx import comments, furniture, keep, properties, relations, xml
from groupkit.writers.docx.body import Body
from groupkit.writers.docx.fragment import Draft
from groupkit.writers.docx.house import HouseStyle, house_style as find_house_style
from groupkit.writers.docx.images import Logo
from groupkit.writers.docx.package import Entry, entry, pack
from groupkit.writers.docx.relations import Relations
from groupkit.writers.docx.story import Story

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_WORD: Final = f"{_OFFICE}wordprocessingml."


def write(
    doc: Document,
    *,
    house_style: str | PathLike[str] | HouseStyle = "standard",
    date: datetime.date,
    notes: bool = True,
    logo: Logo | None = None,
    italics: bool = False,
    base: Path | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The document as the bytes of a Word file: the same document, house style and date give the same bytes.

    Args:
        doc: the document, numbered already (`groupkit.document.number`).
        house_style: the name of a house style, the path of an organisation's own .docx, or one that was read before.
        date: the date of the pack; comments and file properties carry it.
        notes: write notes to adopters as comments; without them it is the clean copy to sign.
        logo: a picture for the page header.
        italics: show emphasised words in italics; the papers of a pack show them in bold, which is easier to read.
        base: the folder that pictures are looked for in; without it their alternative text is shown.
        pictures: pictures in memory (PNG or JPEG), by the name that the document gives them; they go before files.

    Raises:
        StyleFileError: the house style cannot be used.
        MarkdownError: a picture cannot be used.
    """
    house = house_style if isinstance(house_style, HouseStyle) else find_house_style(house_style)
    made = inner(doc, house, date, bool(logo), notes=notes, italics=italics, base=base, pictures=pictures)
    return bound(made, doc, house, date, logo)


class Inner(NamedTuple):
    """What the blocks of a document come to: its words as XML, and what goes around them.

    `section` is what stands at the end of the body; `styles` are those it needs beside the usual ones.
    """

    body: str
    comments: str
    section: str
    styles: frozenset[str]
    parts: tuple[Entry, ...]


def inner(
    doc: Document,
    house: HouseStyle,
    date: datetime.date,
    logo: bool,
    *,
    notes: bool = True,
    italics: bool = False,
    base: Path | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> Inner:
    """Write all but the page header and the properties; of them it matters only whether there is a header."""
    story = Story(doc, house, date, italics=italics, notes=notes, base=base, pictures=pictures)
    body = Body(doc, story).xml()
    header = bool(logo or doc.owner)
    parts = [
        *_fixed(house),
        entry("word/numbering.xml", story.numbering()),
        *story.media.values(),
        _types("theme" in house.part_names, header, bool(story.comments)),
    ]
    links = story.relations
    for kind in ("styles", "numbering", *house.part_names):
        links.part(kind, "theme/theme1.xml" if kind == "theme" else f"{kind}.xml")
    if story.comments:
        links.part("comments", "comments.xml")
        if story.comment_relations:
            parts.append(entry("word/_rels/comments.xml.rels", story.comment_relations.xml()))
    section = f'<w:footerReference w:type="default" r:id="{links.part("footer", "footer1.xml")}"/>{house.page}'
    if header:
        section = f'<w:headerReference w:type="default" r:id="{links.part("header", "header1.xml")}"/>{section}'
    parts.append(entry("word/_rels/document.xml.rels", links.xml()))
    said = comments.part(story.comments) if story.comments else ""
    return Inner(body, said, f"<w:sectPr>{section}</w:sectPr>", frozenset(story.styles), tuple(parts))


def bound(made: Inner, doc: Document, house: HouseStyle, date: datetime.date, logo: Logo | None) -> bytes:
    """Put a Word file together: what `inner` gave, the styles, the properties, and the page header."""
    draft = Draft(house)
    body = keep.last_lines(made.body, draft)
    content = xml.root("w:document", f"<w:body>{body}{made.section}</w:body>", "w", "r", "wp", "w14", "mc")
    parts = [
        *made.parts,
        house.styles_part(made.styles | draft.styles, doc.lang),
        entry("word/document.xml", content),
        entry("docProps/core.xml", properties.core(doc, date)),
        *_header(doc, house, logo),
    ]
    return pack([*parts, entry("word/comments.xml", made.comments)] if made.comments else parts)


def _header(doc: Document, house: HouseStyle, logo: Logo | None) -> list[Entry]:
    links = Relations()
    content = furniture.header(doc, house, logo, links)
    if not content:
        return []
    parts = [entry("word/header1.xml", content)]
    if logo:
        parts.append(entry("word/_rels/header1.xml.rels", links.xml()))
        parts.append(entry(f"word/{furniture.logo_name(logo)}", logo.picture.data, compress=False))
    return parts


@lru_cache(maxsize=16)
def _fixed(house: HouseStyle) -> tuple[Entry, ...]:
    """The parts that are the same in every document of a house style."""
    root = Relations()
    root.part("officeDocument", "word/document.xml")
    root.part(relations.CORE, "docProps/core.xml")
    root.part("extended-properties", "docProps/app.xml")
    return (
        *house.parts,
        entry("_rels/.rels", root.xml()),
        entry("docProps/app.xml", properties.app()),
        entry("word/footer1.xml", furniture.footer(house)),
    )


@lru_cache(maxsize=16)
def _types(theme: bool, header: bool, notes: bool) -> Entry:
    """What kind of content each part is."""
    overrides = {
        "/docProps/app.xml": f"{_OFFICE}extended-properties+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{_WORD}document.main+xml",
        "/word/footer1.xml": f"{_WORD}footer+xml",
    }
    overrides.update(
        {f"/word/{kind}.xml": f"{_WORD}{kind}+xml" for kind in ("fontTable", "numbering", "settings", "styles")}
    )
    if theme:
        overrides["/word/theme/theme1.xml"] = f"{_OFFICE}theme+xml"
    if header:
        overrides["/word/header1.xml"] = f"{_WORD}header+xml"
    if notes:
        overrides["/word/comments.xml"] = f"{_WORD}comments+xml"
    defaults = {
        "jpeg": "image/jpeg",
        "png": "image/png",
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    written = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
    written += "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(overrides.items())
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return entry("[Content_Types].xml", f'{xml.DECLARATION}<Types xmlns="{types}">{written}</Types>')
