"""What a Word file says about itself: title, author, language, and the day it was made for."""

from __future__ import annotations

import datetime

from groupkit.document.blocks import Document
from groupkit.writers.docx import xml

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core(document: Document, date: datetime.date) -> str:
    """The core properties. The dates are those of the pack, not of the clock: same input, same file."""
    day = f"{date.isoformat()}T00:00:00Z"
    fields = (
        ("dc:title", document.title),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("cp:keywords", ", ".join(document.keywords)),
        ("cp:lastModifiedBy", document.author),
        ("dc:language", document.lang),
    )
    written = "".join(f"<{tag}>{xml.escape(text)}</{tag}>" for tag, text in fields if text)
    dates = "".join(
        f'<dcterms:{which} xsi:type="dcterms:W3CDTF">{day}</dcterms:{which}>' for which in ("created", "modified")
    )
    return f"{xml.DECLARATION}<cp:coreProperties {_CORE}>{written}{dates}</cp:coreProperties>"


def app() -> str:
    """The extended properties: which program made the file."""
    return f'{xml.DECLARATION}<Properties xmlns="{_APP}"><Application>groupkit</Application></Properties>'
