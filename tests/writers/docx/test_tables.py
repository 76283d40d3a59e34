from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from groupkit import MarkdownError, markdown_to_docx

Write = Callable[..., Any]

TABLE = "| Work | Who | Pay |\n|---|:-:|--:|\n| Talk | Ann | £10 |\n| A longer piece of work | Bob | £200 |\n"


def test_the_first_row_is_a_header_that_comes_again_on_each_page(write_docx: Write) -> None:
    rows = re.findall(r"<w:trPr>(.*?)</w:trPr>", write_docx(TABLE).body)
    assert rows == ["<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>", "<w:cantSplit/>"]


def test_columns_fill_the_page_and_follow_what_is_in_them(write_docx: Write) -> None:
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', write_docx(TABLE).body)]
    assert sum(widths) == 9638
    assert widths[0] > 2 * widths[1]


def test_alignment_is_a_style(write_docx: Write) -> None:
    file = write_docx(TABLE)
    styles = {words: style for style, words in file.paragraphs()}
    assert styles["Bob"] == "TableTextCenter"
    assert styles["£200"] == "TableTextRight"
    assert styles["A longer piece of work"] == "TableText"
    assert "<w:jc" not in file.body


def test_title_and_description_are_there_for_people_who_hear_the_table(write_docx: Write) -> None:
    body = write_docx(f"::: table Our rates | One row for each kind of work\n{TABLE}:::\n").body
    assert '<w:tblCaption w:val="Our rates"/><w:tblDescription w:val="One row for each kind of work"/>' in body


def test_places_to_sign_are_a_table_with_header_row_and_controls(write_docx: Write) -> None:
    body = write_docx("::: sign-off Signed by\n| Name | Date |\n|---|---|\n| Ann | |\n| | |\n:::\n").body
    assert body.count("<w:tblHeader/>") == 1
    assert re.findall(r'<w:alias w:val="([^"]*)"/>', body) == ["Date, row 1", "Name, row 2", "Date, row 2"]


def test_two_tables_in_a_row_are_kept_apart(write_docx: Write) -> None:
    blocks = [style for style, words in write_docx(f"{TABLE}\n<!-- -->\n").paragraphs() if style == "TableGap"]
    assert blocks == []
    from groupkit.document import parse
    from groupkit.document.blocks import Document

    table = parse(TABLE)[0]
    assert "</w:tbl><w:p><w:pPr><w:pStyle" in write_docx(Document((table, table), title="T")).body


def test_every_row_has_as_many_cells_as_the_head(write_docx: Write) -> None:
    body = write_docx("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n").body
    assert [row.count("<w:tc>") for row in re.findall(r"<w:tr>.*?</w:tr>", body)] == [2, 2, 2]


def test_where_words_do_not_fit_the_widest_column_gives_way(write_docx: Write) -> None:
    address = "a-very-long-address-indeed@example.org"
    text = (
        f"| Name | Address | Hours | Other |\n|---|---|---|---|\n| Hopeline247, | {address} | evenings | mornings |\n"
    )
    needed = {style: write_docx(text, house_style=style) for style in ("standard", "large-print")}
    for file in needed.values():
        widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', file.body)]
        assert widths[1] == max(widths)
        assert widths[0] > widths[2]


def test_a_column_has_room_for_words_that_no_line_may_part(write_docx: Write) -> None:
    rest = "Whoever answers knows what to do, and says what comes next. " * 2
    widths = []
    for number in ("0800 068 4141", "0800\xa0068\xa04141"):
        body = write_docx(f"| Who | Phone | When |\n|---|---|---|\n| Al | {number} | {rest} |\n").body
        widths.append(int(re.findall(r'<w:gridCol w:w="(\d+)"/>', body)[1]))
    parted, whole = widths
    assert whole > parted


RECORD = "::: sign-off Payments\n| Name | Work | Payment £ | Expenses £ | Paid on, and how | Agreed by |\n"
RECORD += "|---|---|---|---|---|---|\n| | | | | | |\n:::\n"


def test_where_people_write_no_word_of_the_head_is_broken_and_every_line_fits(write_docx: Write) -> None:
    file = write_docx(RECORD, house_style="large-print")
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', file.body)]
    assert widths[3] > 1900  # "Expenses" in bold, 18 points
    lines = [len(words) for _, words in file.paragraphs() if set(words) == {"_"}]
    assert len(lines) == 6
    assert all(line * 0.556 * 360 < width - 216 for line, width in zip(lines, widths, strict=True))


def test_names_leave_room_to_sign(write_docx: Write) -> None:
    name = "Bartholomew Featherstonehaugh-Cholmondeley of the Alliance of People with Lived Experience"
    text = f"::: sign-off Signed by\n| Name | Signature | Date |\n|---|---|---|\n| {name} | | |\n:::\n"
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', write_docx(text).body)]
    assert widths[0] > widths[1] > 2000


@pytest.mark.parametrize(
    ("columns", "rows", "reason"),
    [(63, 5, ""), (64, 5, "64 columns; Word can hold 63"), (1, 32_767, "32,768 rows; Word can hold 32,767")],
)
def test_a_table_larger_than_word_can_open_is_an_error(columns: int, rows: int, reason: str) -> None:
    text = "|a" * columns + "|\n" + "|-" * columns + "|\n" + ("|b" * columns + "|\n") * rows
    if not reason:
        assert markdown_to_docx(text)
        return
    with pytest.raises(MarkdownError, match=reason):
        markdown_to_docx(text)
