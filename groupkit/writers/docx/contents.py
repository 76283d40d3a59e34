"""The list of contents: filled in, each line a link to its heading, without page numbers.

It is a field, so "Update field" in Word makes it anew from the headings; the document never asks for that by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from groupkit.document.blocks import Heading
from groupkit.document.text import CONTENTS_HEADING, heading_text
from groupkit.writers.docx import xml
from groupkit.writers.docx.house import HouseStyle
from groupkit.writers.docx.paragraphs import CLOSE

_CODE = ' TOC \\o "2-2" \\n \\h \\z \\t "Clause Heading,2" '


def mark(position: int) -> str:
    """The bookmark of the heading at `position` in the list; Word knows such names as its own."""
    return f"_Toc{position + 100000001}"


def contents(headings: Sequence[Heading], house: HouseStyle) -> str:
    """The list of contents of `headings`, with its own heading."""
    line = f'<w:p><w:pPr><w:pStyle w:val="{house.id("toc 1")}"/></w:pPr>'
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{xml.escape(_CODE)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    style = f'<w:rPr><w:rStyle w:val="{house.id("Hyperlink")}"/></w:rPr>'
    title = f'<w:p><w:pPr><w:pStyle w:val="{house.id("TOC Heading")}"/></w:pPr>'
    written = [f"{title}<w:r><w:t>{CONTENTS_HEADING}</w:t></w:r>{CLOSE}"]
    last = len(headings) - 1
    for position, heading in enumerate(headings):
        link = (
            f'<w:hyperlink w:anchor="{mark(position)}" w:history="1"><w:r>{style}'
            f"<w:t>{xml.escape(heading_text(heading))}</w:t></w:r></w:hyperlink>"
        )
        written.append(f"{line}{begin if not position else ''}{link}{end if position == last else ''}{CLOSE}")
    return "".join(written)
