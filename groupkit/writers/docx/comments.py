"""Notes to the people who adopt a document, as Word comments beside the words they are about."""

from __future__ import annotations

import datetime
from typing import Final

from groupkit.writers.docx import xml
from groupkit.writers.docx.house import HouseStyle
from groupkit.writers.docx.paragraphs import CLOSE, PROPERTIES_END

AUTHOR: Final = "Guidance"
INITIALS: Final = "G"


def mark(content: str, start: str, end: str) -> str:
    """`content` with the first of its paragraphs marked as what a comment is about, between `start` and `end`."""
    close = content.index(CLOSE)
    begin = content.index(PROPERTIES_END) + len(PROPERTIES_END)
    return f"{content[:begin]}{start}{content[begin:close]}{end}{content[close:]}"


def range_start(number: int) -> str:
    """Where the words begin that comment `number` is about."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def range_end(number: int, house: HouseStyle) -> str:
    """Where they end, with the mark of the comment."""
    reference = f'<w:commentReference w:id="{number}"/>'
    return f'<w:commentRangeEnd w:id="{number}"/>{_sign(reference, house)}'


def _sign(content: str, house: HouseStyle) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{house.id("annotation reference")}"/></w:rPr>{content}</w:r>'


def comment(number: int, content: str, date: datetime.date, house: HouseStyle) -> str:
    """Comment `number`; `content` are its paragraphs. It is dated the day of the pack."""
    if content.endswith("</w:tbl>"):  # the last thing in a comment has to be a paragraph
        content += f'<w:p><w:pPr><w:pStyle w:val="{house.id("Table Gap")}"/></w:pPr></w:p>'
    begin = content.index(PROPERTIES_END) + len(PROPERTIES_END)
    sign = _sign("<w:annotationRef/>", house)
    return (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{date.isoformat()}T00:00:00Z" w:initials="{INITIALS}">'
        f"{content[:begin]}{sign}{content[begin:]}</w:comment>"
    )


def part(comments: list[str]) -> str:
    """The comments part."""
    content = "".join(comments)
    pictures = ("wp",) if "<wp:" in content else ()
    return xml.root("w:comments", content, "w", "r", "w14", "mc", *pictures)
