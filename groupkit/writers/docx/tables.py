"""Tables with one header row, forms, and blocks to sign.

A table says its title and description to people who hear it, marks its first row as header and repeats it on every
page, and keeps each row whole. Columns are as wide as what stands in them asks for. A short table is not cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from groupkit.document.blocks import Align, Blank, Form, Inline, SignOff, Table, Text
from groupkit.document.text import LINE, field_text, inline_text
from groupkit.errors import MarkdownError
from groupkit.writers.docx import controls, keep, styles, xml
from groupkit.writers.docx.fragment import Draft
from groupkit.writers.docx.inlines import run
from groupkit.writers.docx.paragraphs import CLOSE, opening, paragraph, plain
from groupkit.writers.docx.place import Place

MAX_COLUMNS = 63
MAX_ROWS = 32_767
"""Word opens no file with a larger table."""

_LONGEST = 120  # characters: more than this in a cell does not make its column wider
_LONGEST_WORD = 24  # characters: a longer word is broken
_MAY_BREAK = re.compile(r"[^\S\xa0]+")  # no line ends at a non-breaking space, as in a phone number
_LONGEST_SIGNED = 24  # the same where people sign: names leave room for what is to be written
_LINE_WORDS = "_____ _____ _____"  # how wide an empty cell wants to be; the first word is what it needs
_PADDING = 260  # twips: the space at both sides of a cell, and a little to spare
_MAX_TITLE = 120
_SHORT = 0.2  # of a page: a table that needs no more is not cut
_SHORT_FORM = 0.3  # the same for a form
_SHORT_SIGNED = 0.5  # the same where people sign
_SHORT_SMALL = 0.5  # the same for a table of few rows, which is read at a glance
_FEW_ROWS = 5  # below the head
_AROUND = 0.4  # ems above and below the words of a row
_AROUND_SIGNED = 1.5  # ems above and below the words of a row to sign
_FEWEST_LINES = 3  # underscores in the narrowest cell
_LONG = 2  # lines where there is much to write; more tabs in a row count as poor access
_AROUND_FIELD = 0.6  # ems above and below the words of a field
_LOOK = 'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'


def table(block: Table, draft: Draft, place: Place) -> str:
    """A table of cells with words in them. Raises MarkdownError when it is larger than tables in Word can be."""
    count = len(block.head)
    _check_size(count, len(block.rows) + 1)
    before = plain(draft.house.id("Caption"), block.title, draft) if block.title else _page_break(draft, place)
    aligns: list[Align | None] = [*block.aligns, *[None] * count][:count]
    headings = [styles.aligned("Table Heading", align, draft) for align in aligns]
    texts = [styles.aligned("Table Text", align, draft) for align in aligns]
    words = [[inline_text(cell) for cell in row] for row in (block.head, *block.rows)]
    widths = _widths(words, count, draft, place)
    kept = keep.rows([keep.row_height(row, widths, draft, around=_AROUND) for row in words], _share(block), draft)
    rows = [[_cell(cell, style, draft) for cell, style in zip(block.head, headings, strict=True)]]
    for row, keeps in zip(block.rows, kept[1:], strict=True):
        cells = [cell for cell, _ in zip_longest(row[:count], range(count), fillvalue=())]
        row_styles = [styles.keeping(style, draft) for style in texts] if keeps else texts
        rows.append([_cell(cell, style, draft) for cell, style in zip(cells, row_styles, strict=True)])
    return before + _grid(rows, widths, block.title, block.description, draft, place)


def _share(block: Table | SignOff) -> float:
    """How much of a page a table may need and not be cut."""
    return _SHORT_SMALL if len(block.rows) <= _FEW_ROWS else _SHORT


def _check_size(columns: int, rows: int) -> None:
    for found, most, things in ((columns, MAX_COLUMNS, "columns"), (rows, MAX_ROWS, "rows")):
        if found > most:
            raise MarkdownError(
                f"a table has {found:,} {things}; Word can hold {most:,} at most.", "Make several tables of it."
            )


def form(block: Form, draft: Draft, place: Place) -> str:
    """A form: its title, then each label with its place to fill in. Tick fields have their box in front."""
    written = [plain(draft.house.id("Form Title"), block.title, draft)] if block.title else []
    column = [draft.house.width - place.indent * draft.house.em]
    heights = [0.0, *(_field_height(field, column, draft) for field in block.fields)]
    share = _SHORT_SIGNED if keep.is_signed(field.label for field in block.fields) else _SHORT_FORM
    for field, keeps in zip(block.fields, keep.rows(heights, share, draft)[1:], strict=True):
        style, content = _field(field, draft, place)
        if keeps:
            style = styles.keeping(style, draft)
        written.append(f"{opening(style, draft)}{content}{CLOSE}")
    return "".join(written)


def _field_height(field: Blank, column: Sequence[int], draft: Draft) -> float:
    height = keep.row_height([field_text(field)], column, draft, around=_AROUND_FIELD)
    return height * _LONG if field.kind == "long" else height


def _field(field: Blank, draft: Draft, place: Place) -> tuple[str, str]:
    """The style of a field of a form, and its words and control. A line to write on goes to the right edge."""
    style = styles.body(place, draft)
    if field.kind == "tick":
        return styles.to_tick(style, place, draft), controls.blank(field, draft)
    label, line, rest = field_text(field).partition(LINE)
    if not rest:
        style = styles.to_write_on(style, draft)
        # A tab goes to the right edge, so the next one draws a line of its own; LibreOffice loses breaks in a control.
        line += "\t" * (_LONG if field.kind == "long" else 1)
    return style, run(label, draft) + controls.control(field, line + rest, draft)


def sign_off(block: SignOff, draft: Draft, place: Place) -> str:
    """A block to sign: a title, and a table with a row for each person. Empty cells are places to fill in."""
    before = plain(draft.house.id("Caption"), block.title, draft) if block.title else _page_break(draft, place)
    heading, signature = draft.house.id("Table Heading"), draft.house.id("Table Signature")
    rows = [[_cell((Text(name),), heading, draft) for name in block.columns]]
    filled = [[cell or "" for _, cell in zip_longest(block.columns, row[: len(block.columns)])] for row in block.rows]
    words = [[cell[:_LONGEST_SIGNED] or _LINE_WORDS for cell in row] for row in filled]
    widths = _widths([list(block.columns), *words], len(block.columns), draft, place)
    heights = [keep.row_height(row, widths, draft, around=_AROUND_SIGNED) for row in (block.columns, *filled)]
    kept = keep.rows(heights, _SHORT_SIGNED if keep.is_signed(block.columns) else _share(block), draft)
    for number, row in enumerate(filled, start=1):
        style = styles.keeping(signature, draft) if kept[number] else signature
        cells: list[str] = []
        for name, cell, width in zip(block.columns, row, widths, strict=True):
            label = f"{name}, row {number}" if name else f"Row {number}"
            content = run(cell, draft) if cell else controls.signature(label, _line(width, draft), draft)
            cells.append(f"{opening(style, draft)}{content}{CLOSE}")
        rows.append(cells)
    return before + _grid(rows, widths, block.title, _description(block), draft, place)


def _line(width: int, draft: Draft) -> str:
    """A line to write on that fits a cell."""
    room = int((width - _PADDING) / (0.556 * draft.house.em))
    return LINE[: max(room, _FEWEST_LINES)]


def _description(block: SignOff) -> str:
    return f"Each row: {', '.join(block.columns)}. Empty cells are there to fill in." if block.columns else ""


def gap(draft: Draft) -> str:
    """A paragraph between two tables, which Word would else join into one."""
    return opening(draft.house.id("Table Gap"), draft) + CLOSE


def _page_break(draft: Draft, place: Place) -> str:
    """A paragraph that takes a waiting page break: a table cannot."""
    return opening(draft.house.id("Table Gap"), draft) + CLOSE if draft.new_page else ""


def _cell(children: Sequence[Inline], style: str, draft: Draft) -> str:
    return paragraph(style, children, draft)


def _grid(rows: list[list[str]], widths: list[int], title: str, description: str, draft: Draft, place: Place) -> str:
    properties = {
        "w:tblStyle": f'w:val="{draft.house.id("House Table")}"',
        "w:tblW": f'w:w="{sum(widths)}" w:type="dxa"',
        "w:tblLayout": 'w:type="fixed"',
        "w:tblLook": _LOOK,
    }
    if title:
        properties["w:tblCaption"] = f'w:val="{xml.attribute(title[:_MAX_TITLE])}"'
    if place.indent:
        properties["w:tblInd"] = f'w:w="{place.indent * draft.house.em}" w:type="dxa"'
    if description:
        properties["w:tblDescription"] = f'w:val="{xml.attribute(description)}"'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_row(cells, widths, header=number == 0) for number, cells in enumerate(rows))
    return f"<w:tbl>{xml.ordered('w:tblPr', properties)}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _row(cells: list[str], widths: list[int], *, header: bool) -> str:
    repeat = "<w:tblHeader/>" if header else ""
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{written}</w:tr>"


def _capped(needs: list[float], room: float) -> list[float]:
    """The needs, the largest cut down alike until they fit: better one address broken than a word in each column."""
    left, count = room, len(needs)
    for need in sorted(needs):
        if need * count > left:
            return [min(each, left / count) for each in needs]
        left, count = left - need, count - 1
    return needs


def _widths(words: list[list[str]], count: int, draft: Draft, place: Place) -> list[int]:
    """Widths in twips that fill the text column: room for the longest word, the rest by how much there is to say."""
    room = max(draft.house.width - place.indent * draft.house.em, count * 400)
    needs: list[float] = []
    wishes: list[float] = []
    for column in range(count):
        cells = [row[column] for row in words if column < len(row)]
        pieces = (piece[:_LONGEST_WORD] for cell in cells for piece in _MAY_BREAK.split(cell))
        longest_word = max(map(keep.letters, pieces), default=1.0)
        longest = max((keep.letters(cell[:_LONGEST]) for cell in cells), default=1.0)
        needs.append(longest_word * draft.house.em + _PADDING)
        wishes.append(longest * draft.house.em + _PADDING)
    if sum(needs) >= room:
        shares = _capped(needs, room)
    elif sum(wishes) <= room:
        shares = wishes
    else:
        spare, wanted = room - sum(needs), sum(w - n for w, n in zip(wishes, needs, strict=True) if w > n) or 1
        shares = [need + max(wish - need, 0) * spare / wanted for need, wish in zip(needs, wishes, strict=True)]
    total = sum(shares)
    widths = [int(share * room / total) for share in shares]
    widths[-1] += room - sum(widths)
    return widths
