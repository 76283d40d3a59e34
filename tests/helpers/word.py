"""Reading Word files in tests, with the standard library alone."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(word_file: bytes, name: str) -> str:
    """Give the text of one part of a Word file."""
    with zipfile.ZipFile(BytesIO(word_file)) as archive:
        return archive.read(name).decode("utf-8")


def parts(word_file: bytes) -> list[str]:
    """Give the names of the parts."""
    with zipfile.ZipFile(BytesIO(word_file)) as archive:
        return archive.namelist()


def paragraphs(word_file: bytes) -> list[str]:
    """Give the visible words of each paragraph of the body, in order, table cells and filled-in fields included."""
    body = ElementTree.fromstring(part(word_file, "word/document.xml"))
    return [text for text in (_text(each) for each in body.iter(f"{W}p")) if text]


def _text(paragraph: ElementTree.Element) -> str:
    pieces = []
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag in (f"{W}br", f"{W}tab", f"{W}cr"):
            pieces.append(" ")
    return squeeze("".join(pieces))


def squeeze(text: str) -> str:
    """Give the text with every run of space as one space."""
    return re.sub(r"\s+", " ", text).strip()
