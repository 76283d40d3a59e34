"""What stays together on a page. Which paragraphs keep with the next is in their styles, never on themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from groupkit.writers import docx

Write = Callable[..., Any]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = "Words enough to fill a line or two of the page, so that the document is longer than a page is. " * 3
EMPTY = "| | |\n"


def sign_off(people: int) -> str:
    return f"::: sign-off Signed by\n| Name | Signature |\n|---|---|\n{people * EMPTY}:::\n"


def styles_of(file: Any, how: str) -> set[str]:
    """The ids of the paragraph styles that ask for `how` (such as keepNext) themselves."""
    styles = ElementTree.fromstring(file.parts["word/styles.xml"])
    return {
        style.get(f"{W}styleId", "") for style in styles.iter(f"{W}style") if style.find(f"{W}pPr/{W}{how}") is not None
    }


def kept(file: Any) -> list[bool]:
    """Of each paragraph whether it keeps with the next."""
    keeping = styles_of(file, "keepNext")
    return [style in keeping for style, _ in file.paragraphs()]


def kept_rows(file: Any) -> list[bool]:
    """Of each row of the first table whether the paragraphs in it keep with the next."""
    keeping = styles_of(file, "keepNext")
    table = next(file.tree().iter(f"{W}tbl"))
    rows = [{style.get(f"{W}val") in keeping for style in row.iter(f"{W}pStyle")} for row in table.iter(f"{W}tr")]
    assert all(len(row) == 1 for row in rows), "the cells of a row differ"
    return [row.pop() for row in rows]


@pytest.mark.parametrize("next_block", ["- one\n- two", "> said", "| a |\n|---|\n| b |", "More."])
def test_a_lead_that_ends_with_a_colon_stays_with_what_follows(write_docx: Write, next_block: str) -> None:
    assert kept(write_docx(f"We need **these:**\n\n{next_block}\n"))[0]
    assert not kept(write_docx(f"We need these.\n\n{next_block}\n"))[0]


@pytest.mark.parametrize(
    "next_block", ["- one\n- two", "1. one", "| a |\n|---|\n| b |", "::: form You\n- Name\n:::", sign_off(1)]
)
def test_all_that_stands_between_a_heading_and_a_list_table_or_form_stays_with_it(
    write_docx: Write, next_block: str
) -> None:
    assert kept(write_docx(f"## Treasurer\n\nWho: Ann.\n\n{next_block}\n"))[1]
    assert kept(write_docx("> ## Treasurer\n>\n> Who: Ann.\n>\n> - one\n"))[1]


@pytest.mark.parametrize("next_block", ["More.", "> said", "## Next", "::: page-break\n:::\n\n- one"])
def test_a_paragraph_below_a_heading_is_free_before_anything_else(write_docx: Write, next_block: str) -> None:
    assert not kept(write_docx(f"## Treasurer\n\nWho: Ann.\n\n{next_block}\n"))[1]


def test_of_more_paragraphs_below_a_heading_none_stays_with_a_list(write_docx: Write) -> None:
    assert kept(write_docx("## Treasurer\n\nOne.\n\nTwo.\n\n- a\n"))[1:] == [False, False, False]


@pytest.mark.parametrize("before", ["We owe nothing.", "- We owe nothing"])
def test_a_form_to_sign_is_not_parted_from_the_words_before_it(write_docx: Write, before: str) -> None:
    assert kept(write_docx(f"{before}\n\n::: form Signed\n- Treasurer: signature\n- Chair\n:::\n"))[0]
    assert not kept(write_docx(f"{before}\n\n::: form Signed\n- Treasurer: name\n- Chair\n:::\n"))[0]


def test_a_form_to_sign_does_not_draw_another_form_along(write_docx: Write) -> None:
    file = write_docx("::: form You\n- Name\n- Phone\n:::\n\n::: form Your choice\n- Signature\n- Date\n:::\n")
    assert kept(file)[:3] == [True, True, False]


def test_a_style_that_keeps_is_not_made_to_keep_twice(write_docx: Write) -> None:
    file = write_docx(f"{LONG}\n\n" * 9 + "We need:\n\n- one\n")
    assert [style for style, _ in file.paragraphs()][-2:] == ["BodyTextWithNext", "ListBullet"]


def test_a_lead_stays_in_lists_and_clauses_too(write_docx: Write) -> None:
    file = write_docx(
        "- We need:\n\n  - one\n- Two.\n\n::: clauses\n\n## Quorum\n\n1. There must be:\n   1. one\n:::\n"
    )
    assert dict(zip((words for _, words in file.paragraphs()), kept(file), strict=True)) == {
        "We need:": True,
        "one": False,
        "Two.": False,
        "Quorum": False,  # as the style it is based on, which keeps
        "There must be:": True,
    }


def test_a_page_break_parts_a_lead_from_what_follows(write_docx: Write) -> None:
    assert kept(write_docx("We need:\n\n::: page-break\n:::\n\n- one\n")) == [False, False]


def test_a_record_to_fill_in_is_cut_sooner_and_does_not_draw_words_along(write_docx: Write) -> None:
    file = write_docx(f"We write it down.\n\n{sign_off(6).replace('Signature', 'Day')}")
    assert kept(file)[0] is False
    assert kept_rows(file) == [True, True, False, False, False, True, False]


@pytest.mark.parametrize("before", ["We agreed this.", "- We agreed\n- this", "::: clauses\n\n## A\n\n1. Agreed.\n:::"])
def test_people_never_sign_on_a_page_without_words(write_docx: Write, before: str) -> None:
    file = write_docx(f"{before}\n\n{sign_off(2)}")
    caption = [words for _, words in file.paragraphs()].index("Signed by")
    assert kept(file)[caption - 1 : caption + 1] == [True, True]


def test_a_short_table_to_sign_is_not_cut_and_ends_where_it_ends(write_docx: Write) -> None:
    assert kept_rows(write_docx(sign_off(4))) == [True, True, True, True, False]


def test_of_a_long_table_two_rows_stay_together_at_both_ends(write_docx: Write) -> None:
    rows = kept_rows(write_docx(sign_off(20)))
    assert [number for number, keeps in enumerate(rows) if keeps] == [0, 1, 19]


def test_a_table_of_words_is_cut_sooner(write_docx: Write) -> None:
    table = "| Who | What |\n|---|---|\n"
    assert kept_rows(write_docx(table + "| Ann | talk |\n" * 3)) == [True, True, True, False]
    assert kept_rows(write_docx(table + "| Ann | talk |\n" * 9)) == [True, True, *[False] * 6, True, False]


@pytest.mark.parametrize("rows", range(1, 8))
def test_a_table_of_up_to_five_rows_is_not_cut_in_larger_letters_too(write_docx: Write, rows: int) -> None:
    table = "| Time | What |\n|---|---|\n" + "| 2.10pm | Our points, three at most. Who says which of them? |\n" * rows
    *keeps, last = kept_rows(write_docx(table, house_style="large-print"))
    assert not last
    assert all(keeps) is (rows <= 5)


def test_a_small_table_of_high_rows_may_be_cut(write_docx: Write) -> None:
    table = "| Who | What |\n|---|---|\n" + f"| Ann | {LONG * 5} |\n" * 3
    assert not all(kept_rows(write_docx(table))[:-1])


def test_a_form_of_few_fields_is_cut_as_soon_as_others(write_docx: Write) -> None:
    fields = "- What did you do, and what came of it for you and others? (long)\n" * 5
    assert not all(kept(write_docx(f"::: form You\n{fields}:::\n", house_style="large-print"))[:-1])


def test_larger_letters_make_a_table_long_sooner(write_docx: Write) -> None:
    assert all(kept_rows(write_docx(sign_off(7)))[:-1])
    assert not all(kept_rows(write_docx(sign_off(7), house_style="large-print"))[:-1])


def test_the_last_lines_of_a_document_stay_together(write_docx: Write) -> None:
    items = "".join(f"- item {number}\n" for number in range(9))
    assert kept(write_docx(f"{LONG}\n\n" * 9 + items))[-6:] == [False, False, True, True, True, False]


def test_a_last_paragraph_of_some_lines_is_not_cut(write_docx: Write) -> None:
    file = write_docx(f"{LONG}\n\n" * 9 + LONG * 2)
    assert file.paragraphs()[-1][0] in styles_of(file, "keepLines")
    assert kept(file)[-2] is False


def test_a_document_of_a_few_lines_is_left_alone(write_docx: Write) -> None:
    assert kept(write_docx("One.\n\nTwo.\n\nThree.\n")) == [False, False, False]


def test_headings_and_captions_keep_their_own_style(write_docx: Write) -> None:
    file = write_docx(f"{LONG}\n\n" * 9 + f"## Signing\n\n{sign_off(2)}\n## End\n\nBye.\n")
    assert [style for style, _ in file.paragraphs() if style.startswith(("Heading", "Caption"))] == [
        "Heading2",
        "Caption",
        "Heading2",
    ]


def test_a_form_stays_on_a_page_and_a_long_one_at_both_ends(write_docx: Write) -> None:
    fields = "".join(f"- Field {number}\n" for number in range(12))
    file = write_docx(f"::: form You\n{fields}:::\n\n{LONG}\n\n{LONG}\n")
    assert kept(file)[:13] == [True, True, *[False] * 9, True, False]
    signed = write_docx(f"::: form You\n{fields}- Signature\n:::\n\n{LONG}\n\n{LONG}\n")
    assert kept(signed)[:14] == [*[True] * 13, False]
    assert kept(write_docx("::: form You\n- Name\n- Date (date)\n- Yes (tick)\n:::\n")) == [True, True, True, False]


@pytest.mark.parametrize("house_style", docx.HOUSE_STYLES)
def test_the_made_styles_are_in_the_file(write_docx: Write, house_style: str) -> None:
    file = write_docx(f"# T\n\nSee:\n\n- a\n\n{LONG}\n\n{sign_off(3)}", house_style=house_style)
    made = set(re.findall(r'w:styleId="([^"]*)"', file.parts["word/styles.xml"]))
    based = set(re.findall(r'<w:basedOn w:val="([^"]*)"', file.parts["word/styles.xml"]))
    assert {style for style, _ in file.paragraphs()} | based <= made
