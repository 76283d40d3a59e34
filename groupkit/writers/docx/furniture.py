"""What stands around the text on every page: the header with the group and the title, the footer with page x of y."""

from __future__ import annotations

from groupkit.document.blocks import Document
from groupkit.writers.docx import fields, images, xml
from groupkit.writers.docx.house import HouseStyle
from groupkit.writers.docx.images import Logo
from groupkit.writers.docx.paragraphs import CLOSE
from groupkit.writers.docx.relations import Relations

_LONGEST = 70  # characters of a name before it is cut short in the header
_LOGO_WIDTH = 3400  # twips: 6 cm
_LOGO_HEIGHT = 1020  # twips: 1.8 cm
_LOGO_ID = 1_000_000  # the pictures in the text count from 1


def header(document: Document, house: HouseStyle, logo: Logo | None, relations: Relations) -> str:
    """The header part: the logo, then the group's short name and the title; "" if there is nothing to say."""
    opening = f'<w:p><w:pPr><w:pStyle w:val="{house.id("Header")}"/></w:pPr>'
    lines: list[str] = []
    if logo:
        relation = relations.part("image", logo_name(logo))
        lines.append(images.drawing(logo.picture, relation, _LOGO_ID, logo.alt, width=_LOGO_WIDTH, height=_LOGO_HEIGHT))
    if document.owner:
        words = " | ".join(shortened(name) for name in (document.owner, document.title) if name)
        lines.append(f"<w:r>{xml.text_element(xml.escape(words))}</w:r>")
    if not lines:
        return ""
    return xml.root("w:hdr", "".join(f"{opening}{line}{CLOSE}" for line in lines), "w", "r", "wp")


def logo_name(logo: Logo) -> str:
    """The name of the part that holds the logo, below `word/`."""
    return f"media/logo.{logo.picture.kind}"


def footer(house: HouseStyle) -> str:
    """The footer part. Word works both numbers out as it lays the pages out."""
    one = "<w:r><w:t>1</w:t></w:r>"
    return xml.root(
        "w:ftr",
        f'<w:p><w:pPr><w:pStyle w:val="{house.id("Footer")}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">Page </w:t></w:r>{fields.field("PAGE", one)}'
        f'<w:r><w:t xml:space="preserve"> of </w:t></w:r>{fields.field("NUMPAGES", one)}</w:p>',
        "w",
        "r",
    )


def shortened(name: str) -> str:
    """A name that fits a header: cut at a space if it is long, with a mark that shows it."""
    name = " ".join(name.split())
    if len(name) <= _LONGEST:
        return name
    cut = name[:_LONGEST]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[_LONGEST // 2 :] else cut}…"
