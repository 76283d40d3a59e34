"""The opening of a paragraph, with its style and the number of a list item; the rest follows from the words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from groupkit.document.blocks import Inline, Text
from groupkit.writers.docx import direction, styles, xml
from groupkit.writers.docx.fragment import Draft
from groupkit.writers.docx.inlines import inlines_xml

CLOSE: Final = "</w:p>"
PROPERTIES_END: Final = "</w:pPr>"


def opening(style_id: str, draft: Draft, *, right: bool = False) -> str:
    """`<w:p>` with its properties. Takes the number of a list item, or a page break, that waits in the draft."""
    if not (draft.number or draft.new_page or right):
        return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>'
    children: dict[str, str] = {}
    if draft.new_page:
        style_id = styles.new_page(style_id, draft)
        draft.new_page = False
    if draft.number:
        children["w:numPr"] = draft.number
        draft.number = ""
    if right:
        children["w:bidi"] = ""
    children["w:pStyle"] = f'w:val="{style_id}"'
    return f"<w:p>{xml.ordered('w:pPr', children)}"


def paragraph(style_id: str, children: Iterable[Inline], draft: Draft) -> str:
    """A paragraph of words in a style."""
    content = inlines_xml(children, draft)
    right = runs_right(content)
    if draft.lead:
        content, draft.lead = draft.lead + content, ""
    return f"{opening(style_id, draft, right=right)}{content}{CLOSE}"


def runs_right(content: str) -> bool:
    """Tell whether the words in `content` (runs) begin with letters from right to left."""
    if content.isascii() or "<w:rtl/>" not in content:
        return False
    first = content.index("<w:t", content.index("<w:r>"))
    return direction.starts_right(content[content.index(">", first) :].partition("</w:t>")[0])


def plain(style_id: str, words: str, draft: Draft) -> str:
    """A paragraph of plain words in a style."""
    return paragraph(style_id, (Text(words),), draft)
