"""What stays together on a page: a lead with what it leads to, a short table, the last lines of a document.

Word breaks pages as it lays them out, so no page is known here. It can only be told which paragraph to keep with the
next. Lengths are estimates, good enough to tell a short table from a long one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from groupkit.document.blocks import (
    Block,
    BulletList,
    Code,
    Form,
    Heading,
    Inline,
    OrderedList,
    PageBreak,
    Paragraph,
    Ref,
    SignOff,
    Table,
    Text,
)
from groupkit.writers.docx import styles
from groupkit.writers.docx.fragment import Draft

_START: Final = '<w:p><w:pPr><w:pStyle w:val="'
_LEAST_LINES: Final = 4  # on the last page
_WHOLE_LINES: Final = 8  # a last paragraph of no more lines is not cut
_ROW_LINE: Final = 1.5  # ems: the height of a line in a cell
_FEW: Final = 3  # rows: of so few only the last two are paired
_PAIR: Final = 0.2  # of a page: two rows that need no more stay together
_CELL_PADDING: Final = 0.8  # ems, at both sides
_PAGE: Final = 2000  # characters of XML: a body with fewer needs no second page
_LED_TO: Final = (BulletList, OrderedList, Table, Form, SignOff)
_TAG = re.compile(r"<[^>]*>")


def leads(above: Sequence[Block], block: Block) -> bool:
    """Tell whether the last of the blocks `above` leads to `block`.

    A paragraph does if it ends with a colon, or if it is all that stands between a heading and a list, table or form;
    anything does if people sign what it says. How long a paragraph is does not count: answers may still be missing.
    """
    if not above:
        return False
    before = above[-1]
    if isinstance(before, Paragraph):
        if _ends_with_colon(before.children):
            return not isinstance(block, PageBreak)
        if len(above) > 1 and isinstance(above[-2], Heading) and isinstance(block, _LED_TO):
            return True
    if isinstance(block, Form):  # a form before it has words of its own, and may be long
        return not isinstance(before, Form) and is_signed(field.label for field in block.fields)
    return isinstance(block, SignOff) and is_signed(block.columns)


def is_signed(labels: Iterable[str]) -> bool:
    """Tell whether people sign where these labels stand; else it is a record, or a form with no promise in it."""
    return any("signature" in label.lower() for label in labels)


def _ends_with_colon(children: Sequence[Inline]) -> bool:
    """Tell whether the words end with a colon."""
    while children:
        match children[-1]:
            case Text(text) | Code(text) | Ref(_, text):
                return text.rstrip().endswith(":")
            case _ as last:
                children = getattr(last, "children", ())
    return False


def with_next(content: str, draft: Draft) -> str:
    """`content` (blocks as XML) with its last paragraph kept on the page of what follows; a table stays as it is."""
    start = content.rfind(_START)
    if start < 0 or content.endswith("</w:tbl>"):
        return content
    return content[:start] + _restyled(content[start:], "keepNext", draft)


def rows(heights: Sequence[float], share: float, draft: Draft) -> list[bool]:
    """Which rows of a table keep with the next: all of one that needs no more than `share` of a page.

    Of a longer table the first two and the last two stay together, so no row stands alone on a page; not if they are
    high, as that would leave much of the page before empty. The head (row 0) always stays with the first row.
    """
    last = len(heights) - 1
    if sum(heights) <= share * draft.house.height:
        return [number < last for number in range(last + 1)]
    firsts = (1, last - 1) if last > _FEW else (last - 1,)
    pairs = {first for first in firsts if sum(heights[first : first + 2]) <= _PAIR * draft.house.height}
    return [number < last and (number == 0 or number in pairs) for number in range(last + 1)]


def row_height(cells: Sequence[str], columns: Sequence[int], draft: Draft, *, around: float) -> float:
    """About how high a row is in twips; `around` is the space above and below its words in ems."""
    em = draft.house.em
    rooms = (max(width / em - _CELL_PADDING, 1) for width in columns)
    lines = max((math.ceil(letters(cell) / room) for cell, room in zip(cells, rooms, strict=False)), default=1)
    return (max(lines, 1) * _ROW_LINE + around) * em


def last_lines(body: str, draft: Draft) -> str:
    """A whole body whose last lines stay together: no last page holds only one or two."""
    room = draft.house.width / draft.house.em
    if len(body) < _PAGE:
        return body
    head, tail, lines = body, "", 0
    while lines < _LEAST_LINES and (start := head.rfind(_START)) > 0:
        piece = head[start:]
        if "</w:tc>" in piece or "<w:tbl>" in piece:
            break
        length = math.ceil(letters(_TAG.sub("", piece)) / room)
        if tail:
            piece = _restyled(piece, "keepNext", draft)
        elif _LEAST_LINES <= length <= _WHOLE_LINES:
            piece = _restyled(piece, "keepLines", draft)
        head, tail, lines = head[:start], piece + tail, lines + max(length, 1)
    return head + tail


@lru_cache(maxsize=4096)
def letters(text: str) -> float:
    """About how many ems a text is wide in bold Arial: capitals and the widest letters take more."""
    wide = sum(letter.isupper() or letter in "mw@%" for letter in text)
    return wide * 0.78 + (len(text) - wide) * 0.55


def _restyled(paragraph: str, how: str, draft: Draft) -> str:
    """The paragraph that `paragraph` begins with, in a style made of its own that also keeps."""
    style, quote, rest = paragraph[len(_START) :].partition('"')
    made = styles.keeping(style, draft) if how == "keepNext" else styles.whole(style, draft)
    return f"{_START}{made}{quote}{rest}"
