from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from hypothesis import given, strategies as st

from groupkit.document.blocks import Document
from groupkit.writers.docx.fields import bookmark_name

Write = Callable[..., Any]


def test_a_reference_is_a_field_with_its_number_in_it(write_docx: Write, sample: Document) -> None:
    body = write_docx(sample).body
    assert "> REF quorum \\w \\h </w:instrText>" in body
    field = body[body.index("REF quorum") :].partition('w:fldCharType="end"')[0]
    assert "<w:t>1.2</w:t>" in field
    assert '<w:t xml:space="preserve">We meet in Northgate. See </w:t>' in body
    assert '<w:t xml:space="preserve">clause </w:t>' in body


def test_a_reference_to_a_heading_without_a_number_shows_its_words_between_quotation_marks(
    write_docx: Write, sample: Document
) -> None:
    field = write_docx(sample).body.partition("REF money \\h")[2].partition('w:fldCharType="end"')[0]
    assert "<w:t>Money</w:t>" in field
    assert 'w:name="money"/><w:r><w:t>Money</w:t></w:r>' in write_docx(sample).body


def test_a_reference_deep_inside_a_clause_shows_the_whole_number(write_docx: Write, sample: Document) -> None:
    field = write_docx(sample).body.partition("REF letters \\w")[2].partition('w:fldCharType="end"')[0]
    assert "<w:t>1.2(b)</w:t>" in field


def test_every_field_has_a_beginning_a_middle_and_an_end(write_docx: Write, sample: Document) -> None:
    for name, part in write_docx(sample).parts.items():
        kinds = re.findall(r'fldCharType="(\w+)"', part)
        assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3), name


def test_the_list_of_contents_is_filled_in_and_linked_and_has_no_page_numbers(
    write_docx: Write, sample: Document
) -> None:
    file = write_docx(sample)
    entries = [words for style, words in file.paragraphs() if style == "TOC1" or style == "toc1"]
    assert entries == ["1. Meetings", "2. Officers", "Money", "Forms"]
    anchors = re.findall(r'w:hyperlink w:anchor="(_Toc\d+)"', file.body)
    assert len(anchors) == 4
    assert all(f'w:name="{anchor}"' in file.body for anchor in anchors)
    assert "PAGEREF" not in file.body
    assert "updateFields" not in file.parts["word/settings.xml"]


def test_clauses_are_numbered_by_their_styles(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample)
    styles = {words: style for style, words in file.paragraphs()}
    assert styles["Meetings"] == "ClauseHeading"
    assert styles["Last one."] == "Clause1"
    assert styles["one officer"] == "Clause2"
    assert styles["the chair, or"] == "Clause3"
    assert styles["And it goes on here."] == "ClauseContinue1"
    numbered = {words for _, _, words in file.numbers()}
    assert numbered == {"a bullet", "another"}
    assert '<w:pStyle w:val="Clause1"/>' in file.parts["word/numbering.xml"]


def test_bookmarks_have_numbers_of_their_own(write_docx: Write, sample: Document) -> None:
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', write_docx(sample).body)
    assert len(ids) == len(set(ids)) > 5


@given(st.text(min_size=1, max_size=80))
def test_a_bookmark_has_a_name_that_word_takes(target: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmark_name(target))


@given(st.lists(st.text(min_size=1, max_size=50), unique=True, min_size=2, max_size=6))
def test_two_ids_never_share_a_bookmark(targets: list[str]) -> None:
    assert len({bookmark_name(target).lower() for target in targets}) == len(targets)
