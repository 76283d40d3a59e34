"""The report as people read it: all of it in both formats, charts told in words, and nothing in it that acts."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from helpers.groups import group
from helpers.markdown import words_of
from helpers.word import paragraphs, part
from PIL import Image

from groupkit.document import plain_text
from groupkit.document.blocks import Image as Picture, Paragraph, Table
from groupkit.papers import Paper
from groupkit.reporting import Judged, Meeting, paper, read_impact, report

ON = date(2028, 1, 10)
ROWS = """\
date,asked,of_whom,answered_on,answer,reason,changed
2027-01-10,A phone answered until 10pm,Riverside Trust,2027-02-01,done,,The line is open until 10pm
2027-03-09,Plain letters,Riverside Trust,2027-04-01,agreed,,
2027-05-01,A room,Council,2027-06-30,refused,No money,
2027-05-02,A van,Council,2027-06-30,refused,,
2027-06-01,Longer visits,Council,,,,
2026-10-01,A map,,,,,
"""
MEETINGS = (Meeting(date(2027, 1, 12), 8, 1), Meeting(date(2027, 2, 9), 5, 0))
JUDGED = (Judged("Purpose", "Were we told?", "partly", "Late"), Judged("Impact", "Did it change?", "", ""))


def made(rows: str = ROWS, **answers: str) -> Paper:
    return paper(report(read_impact(rows), MEETINGS, JUDGED, year=2027, on=ON), group(**answers))


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


SAID = [
    "Riverside Voices: what changed in 2027",
    "It covers the whole year. It was made on 10 January 2028.",
    "We asked for 5 things.",
    "Done: 1. Agreed, not done yet: 1. Refused: 2. No answer yet: 1.",
    "The quickest answer took 22 days, the slowest 60 days.",
    "We had 2 meetings. On average, 6.5 members were there.",
    "A phone answered until 10pm (asked of Riverside Trust, 10 January 2027). Answered on 1 February 2027, "
    "after 22 days. What changed: The line is open until 10pm.",
    "Reason: No money.",
    "No reason was given.",
    "Were we told? Partly. Late.",
]


@pytest.mark.parametrize("sentence", SAID)
def test_it_says_the_same_in_markdown_and_in_word(sentence: str) -> None:
    assert sentence in words_of(made().markdown)
    assert sentence in words(" ".join(paragraphs(made().docx)))


def tables(paper: Paper) -> dict[str, list[list[str]]]:
    found = {}
    for block in paper.document.blocks:
        if isinstance(block, Table):
            rows = plain_text(type(paper.document)(blocks=(block,))).strip().splitlines()
            found[block.title] = [row.split("\t") for row in rows]
    return found


def test_the_tables_hold_the_numbers_worked_out_by_hand() -> None:
    found = tables(made())
    assert found["What came of what was asked for"][-5:] == [
        ["Done", "1"],
        ["Agreed, not done yet", "1"],
        ["Refused", "2"],
        ["No answer yet", "1"],
        ["All", "5"],
    ]
    assert found["Whom we asked"][-2:] == [
        ["Council", "3", "0", "0", "2", "1"],
        ["Riverside Trust", "2", "1", "1", "0", "0"],
    ]
    assert found["What waits for an answer"][-2:] == [
        ["A map", "Not named", "1 October 2026", "466 days"],
        ["Longer visits", "Council", "1 June 2027", "223 days"],
    ]
    assert found["Who was at our meetings"][-3:] == [
        ["12 January 2027", "8", "1"],
        ["9 February 2027", "5", "0"],
        ["All meetings", "13", "1"],
    ]
    assert found["Our self-assessment"][-2:] == [["Purpose", "0", "1", "0", "0"], ["Impact", "0", "0", "0", "1"]]


def test_the_two_charts_are_pictures_with_their_numbers_in_words() -> None:
    pictures = [
        child
        for block in made().document.blocks
        if isinstance(block, Paragraph)
        for child in block.children
        if isinstance(child, Picture)
    ]
    assert [each.src for each in pictures] == list(made().pictures)
    assert len(pictures) == 2
    assert "Done: 1. Agreed, not done yet: 1. Refused: 2. No answer yet: 1." in pictures[0].alt
    assert "The fewest: 5. The most: 8." in pictures[1].alt
    for name, data in made().pictures.items():
        assert Image.open(BytesIO(data)).size == (1500, 640)
        assert f"]({name})" in made().markdown
    assert part(made().docx, "word/document.xml").count("<w:drawing>") == 2
    assert all(each.alt in part(made().docx, "word/document.xml") for each in pictures)


def test_the_same_log_gives_the_same_bytes() -> None:
    assert made().docx == made().docx
    assert made().pictures == made().pictures


HOSTILE = [
    '=HYPERLINK("http://evil.example";"x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "x](javascript:alert(1)) ![a](b.png)",
    "<script>alert(1)</script>",
    "| a | b |",
    "# Heading",
    "{{ 7*7 }}{% raw %}",
    ":::",
    "[](#x) {#id}",
    "ends in \\",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_cell_holds_is_shown_as_those_characters(text: str) -> None:
    cell = '"' + text.replace('"', '""') + '"'
    head = ROWS.splitlines()[0]
    rows = "\n".join(
        [
            head,
            f"2027-01-10,{cell},{cell},2027-02-01,refused,{cell},{cell}",
            f"2027-01-11,{cell},{cell},,,,",
        ]
    )
    usual = made(rows.replace(cell, "x"))
    hostile = made(rows)
    assert [type(block) for block in hostile.document.blocks] == [type(block) for block in usual.document.blocks]
    shown = 2 + 3 + 2  # what was asked for, twice; of whom, twice and once in the table; the reason and the change
    assert words_of(hostile.markdown).count(text) == shown
    assert sum(each.count(text) for each in paragraphs(hostile.docx)) == shown
    assert "evil.example" not in part(hostile.docx, "word/_rels/document.xml.rels")


def test_an_organisation_reports_from_its_own_side() -> None:
    text = words_of(made(pack__kind="organisation").markdown)
    assert "We were asked for 5 things." in text
    assert "It says what people asked Riverside Voices for in 2027" in text
    assert "We said no, and give the reason." in text
    assert "They said" not in text


def test_an_empty_year_has_no_chart_and_says_what_is_not_there() -> None:
    empty = paper(report((), year=2027, on=ON), group())
    assert empty.pictures == {}
    text = words_of(empty.markdown)
    assert "We asked for nothing that is in our log for 2027." in text
    assert "No meeting of 2027 is on our list." in text
    assert "We have not filled in the self-assessment" in text
    assert "Chart" not in text


def test_a_year_that_is_not_over_says_how_far_it_goes() -> None:
    early = paper(report(read_impact(ROWS), MEETINGS, year=2027, on=date(2027, 3, 20)), group())
    text = words_of(early.markdown)
    assert "It covers 1 January to 20 March 2027." in text
    assert "3 rows are dated after the day of this report, and not in it." in text
    assert "1 answer came after the day of this report. Here, it still waits." in text


def test_more_meetings_than_a_chart_can_hold_are_in_the_table_alone() -> None:
    many = [Meeting(date.fromordinal(date(2027, 1, 1).toordinal() + n), n, 0) for n in range(61)]
    page = paper(report((), many, year=2027, on=ON), group())
    assert page.pictures == {}
    assert "There are too many meetings for a chart." in page.markdown
    assert len(tables(page)["Who was at our meetings"]) >= 62
