from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from groupkit.document.blocks import Document
from groupkit.writers.docx.controls import tag

Write = Callable[..., Any]


def control(body: str, title: str) -> str:
    found = re.search(rf'<w:sdt><w:sdtPr><w:alias w:val="{re.escape(title)}"/>.*?</w:sdt>', body)
    assert found, title
    return found[0]


def test_a_blank_is_a_control_with_title_tag_and_visible_words(write_docx: Write) -> None:
    found = control(write_docx("Bank: [bank name](blank:)").body, "bank name")
    assert '<w:tag w:val="bank-name"/>' in found
    assert "<w:showingPlcHdr/><w:text/>" in found
    assert "<w:t>________ (bank name)</w:t>" in found


def test_a_date_is_picked_and_a_choice_is_offered(write_docx: Write) -> None:
    body = write_docx('[day](blank:date) and [pay](blank:choice "full|a & b")').body
    assert '<w:dateFormat w:val="d MMMM yyyy"/>' in control(body, "day")
    assert '<w:listItem w:displayText="a &amp; b" w:value="a &amp; b"/>' in control(body, "pay")
    assert "________ (pay: full / a &amp; b)" in control(body, "pay")


def test_a_tick_is_a_box_with_its_label_behind_it(write_docx: Write) -> None:
    file = write_docx("[I agree](blank:tick)")
    assert '<w14:checked w14:val="0"/>' in control(file.body, "I agree")
    assert file.paragraphs()[0][1] == "☐ I agree"


def test_a_form_is_a_title_and_labelled_places(write_docx: Write, sample: Document) -> None:
    words = [words for _, words in write_docx(sample).paragraphs()]
    start = words.index("Your details")
    assert words[start + 1 : start + 6] == [
        "Name: ________",
        "Date of birth: ________",
        "Pay: ________ (full / lower)",
        "☐ I agree",
        "Anything else? ________",
    ]


def test_a_line_to_write_on_goes_to_the_right_edge(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample)
    name, pay = control(file.body, "Name"), control(file.body, "Pay")
    assert "<w:t>________</w:t><w:tab/></w:r>" in name
    assert "<w:tab/>" not in pay
    assert control(file.body, "Anything else?").count("<w:tab/>") == 2
    style = next(style for style, words in file.paragraphs() if words.startswith("Name:"))
    made = file.parts["word/styles.xml"].partition(f'w:styleId="{style}"')[2].partition("</w:style>")[0]
    based = re.search(r'<w:basedOn w:val="([^"]*)"', made)
    assert based
    assert f'w:styleId="{based[1]}"' in file.parts["word/styles.xml"]
    assert '<w:tab w:val="right" w:leader="underscore" w:pos="9638"/>' in file.parts["word/styles.xml"]


def test_a_long_label_goes_on_beside_its_box(write_docx: Write) -> None:
    file = write_docx("::: form You\n- I agree (tick)\n:::\n")
    assert file.paragraphs()[1] == ("BodyTextToTick", "☐ I agree")
    assert '<w:ind w:left="276" w:hanging="276"/>' in file.parts["word/styles.xml"]


def test_controls_have_numbers_of_their_own_even_if_a_label_comes_twice(write_docx: Write) -> None:
    body = write_docx("[date](blank:date) [date](blank:date)\n\n[date](blank:date)").body
    ids = re.findall(r'<w:id w:val="(\d+)"/>', body)
    assert len(ids) == len(set(ids)) == 3


def test_titles_and_tags_are_no_longer_than_word_keeps(write_docx: Write) -> None:
    body = write_docx(f"[{'long label ' * 20}](blank:)").body
    for value in re.findall(r'<w:(?:alias|tag) w:val="([^"]*)"', body):
        assert 0 < len(value) <= 64


def test_a_label_without_latin_letters_still_has_a_tag() -> None:
    assert tag("التاريخ") == "blank"
    assert tag("Name (in full)") == "name-in-full"
