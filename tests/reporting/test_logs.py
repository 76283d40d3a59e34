"""Reading the three files: as spreadsheets write them, and with a line for whatever is wrong."""

from __future__ import annotations

import contextlib
import csv
import io
from datetime import date

import pytest
from hypothesis import given, strategies as st

from groupkit.errors import AnswersError
from groupkit.involvement import self_assessment
from groupkit.reporting import FILES, Asked, Meeting, empty_files, read_impact, read_presence, read_self_assessment
from groupkit.rows import decoded

HEAD = "date,asked,of_whom,answered_on,answer,reason,changed\n"
ROW = "2027-03-09,Later closing,Riverside Trust,2027-04-01,done,,Open until 10pm\n"
ASKED = Asked(
    date(2027, 3, 9),
    "Later closing",
    "Riverside Trust",
    date(2027, 4, 1),
    "done",
    "",
    "Open until 10pm",
    "impact.csv:2",
)


def problems(text: str) -> list[str]:
    with pytest.raises(AnswersError) as caught:
        read_impact(text)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ROW,
        "\ufeff" + HEAD + ROW,
        (HEAD + ROW).replace("\n", "\r\n"),
        (HEAD + ROW).replace("\n", "\r"),
        (HEAD + ROW).replace(",", ";"),
        (HEAD + ROW).replace(",", "\t"),
        (HEAD + ROW).rstrip(),
        HEAD + ROW + ",,,,,,\n\n",
        HEAD.upper().replace("_", " ") + ROW,
        HEAD + ROW.replace("2027-03-09", "9/3/2027").replace("2027-04-01", "01/04/2027"),
        HEAD + ROW.replace("2027-03-09", "09-03-27").replace("2027-04-01", "1 Apr 2027"),
        HEAD + ROW.replace("2027-03-09", "2027-03-09 00:00:00"),
        HEAD + ROW.replace("done", " Done "),
        HEAD + ROW.replace("Later closing", '" Later\r\n closing "'),
        '"date","asked","of_whom","answered_on","answer","reason","changed"\n' + ROW,
        "of_whom,date,asked,answered_on,answer,reason,changed,ours\n"
        "Riverside Trust,2027-03-09,Later closing,2027-04-01,done,,Open until 10pm,note\n",
    ],
)
def test_a_row_reads_the_same_however_a_spreadsheet_writes_it(text: str) -> None:
    assert read_impact(text) == (ASKED,)


def test_the_line_that_names_the_mark_is_passed_over_and_counted() -> None:
    (found,) = read_impact("sep=;\r\n" + (HEAD + ROW).replace(",", ";"))
    assert (found.asked, found.where) == ("Later closing", "impact.csv:3")


def test_quotes_commas_and_line_breaks_stay_in_their_cell() -> None:
    text = HEAD + '2027-03-09,"One, ""two""\nand three",,,,,\n2027-03-10,Next,,,,,\n'
    first, second = read_impact(text)
    assert first.asked == 'One, "two" and three'
    assert (first.where, second.where) == ("impact.csv:2", "impact.csv:4")


def test_cells_missing_at_the_end_are_empty() -> None:
    (found,) = read_impact(HEAD + "2027-03-09,Later closing\n")
    assert (found.of_whom, found.answer, found.waiting) == ("", "", True)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("soon,x,,,,,", 'impact.csv:3: date: "soon" is not a date.'),
        ("2027-02-30,x,,,,,", 'impact.csv:3: date: "2027-02-30" is not a date.'),
        ("3/13/2027,x,,,,,", 'impact.csv:3: date: "3/13/2027" is not a date.'),
        (",x,,,,,", "impact.csv:3: date: this is missing."),
        ("2027-03-09,,,,,,", "impact.csv:3: asked: this is missing."),
        ("2027-03-09,x,,,doen,,", "Did you mean done?"),
        ("2027-03-09,x,,,maybe,,", "Leave it empty as long as there is no answer."),
        ("2027-03-09,x,,2027-03-08,done,,", "impact.csv:3: answered_on: 2027-03-08 is before 2027-03-09"),
        ("2027-03-09,x,,2027-03-10,,,", "impact.csv:3: answer: this is missing, but there is a day"),
        ("2027-03-09,x,,,,,,one, two", "impact.csv:3: this row has 9 cells, and the heading has 7."),
        ("2027-03-09,a\x07b,,,,,", "impact.csv:3: asked: "),
        (f"2027-03-09,{'x' * 2001},,,,,", "impact.csv:3: asked: "),
    ],
)
def test_a_wrong_row_is_named_by_file_line_and_column(row: str, expected: str) -> None:
    (problem,) = problems(HEAD + ROW + row + "\n" + ROW)
    assert problem.startswith("impact.csv:3: ")
    assert expected in problem


def test_all_wrong_rows_are_told_at_once_in_their_order() -> None:
    found = problems(HEAD + "soon,,,,x,,\n" + ROW + "2027-01-01,x,,,,,,,y\nlater,x,,,,,\n")
    assert [each.split(": ")[0].rsplit(":")[-1] for each in found] == ["2", "2", "2", "4", "5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "impact.csv: the file is empty. Its first line is date,asked,"),
        (ROW, "impact.csv:1: the columns date, asked, of_whom, answered_on, answer, reason, changed cannot be found"),
        (HEAD.replace("answer,", ""), "impact.csv:1: the column answer cannot be found in the first line."),
        (HEAD.replace("reason", "answer"), "impact.csv:1: the column reason cannot be found"),
        (HEAD.replace("changed", "changed,date"), "impact.csv:1: the column date is there twice."),
        (HEAD + ROW + '2027-03-09,"never closed,,,,,\n' + ROW, "impact.csv:3: this row cannot be read"),
    ],
)
def test_a_file_that_is_wrong_as_a_whole_says_so(text: str, expected: str) -> None:
    assert problems(text)[0].startswith(expected)


def test_presence_counts_people_and_refuses_names() -> None:
    assert read_presence("date,members,others\n2027-02-09,5,\n12/1/2027,8,1\n") == (
        Meeting(date(2027, 1, 12), 8, 1, "presence.csv:3"),
        Meeting(date(2027, 2, 9), 5, 0, "presence.csv:2"),
    )
    with pytest.raises(AnswersError) as caught:
        read_presence('date,members,others\n2027-02-09,"Ann, Bo",1\n2027-02-10,-1,1\n2027-02-11,,1\n')
    names, fewer, nothing = caught.value.problems
    assert names.startswith('presence.csv:2: members: "Ann, Bo" is not a whole number.')
    assert names.endswith("Write how many, and no names.")
    assert fewer.startswith("presence.csv:3: members: ")
    assert nothing.startswith("presence.csv:4: members: this is missing.")


def test_the_self_assessment_knows_the_states_of_the_paper() -> None:
    rows = "".join(f"Purpose,Q{n}?,{state.upper()},n\n" for n, state in enumerate(self_assessment().states))
    found = read_self_assessment("heading,question,state,note\n" + rows + "Impact,Last?,,\n")
    assert [each.state for each in found] == [*self_assessment().states, ""]
    with pytest.raises(AnswersError, match=r"self-assessment.csv:2: state: "):
        read_self_assessment("heading,question,state,note\nPurpose,Q?,8 out of 10,\n")


@pytest.mark.parametrize("kind", ["full", "organisation"])
def test_the_empty_files_can_be_read_and_hold_the_questions(kind: str) -> None:
    files = empty_files(kind)
    assert tuple(files) == FILES
    assert all(data.startswith(b"\xef\xbb\xbf") for data in files.values())
    texts = {name: decoded(data, name)[0] for name, data in files.items()}
    assert read_impact(texts["impact.csv"]) == ()
    assert read_presence(texts["presence.csv"]) == ()
    judged = read_self_assessment(texts["self-assessment.csv"])
    assert [(each.heading, each.question) for each in judged] == list(self_assessment().rows(kind))
    assert not any(each.state or each.note for each in judged)


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]))
def test_any_words_come_back_as_they_were_written(rows, mark: str, end: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator=end)
    writer.writerow(HEAD.strip().split(","))
    for asked, whom, reason in rows:
        writer.writerow(["2027-01-01", "a" + asked, whom, "", "", reason, ""])
    found = read_impact(out.getvalue())
    assert [(each.asked, each.of_whom, each.reason) for each in found] == [
        tuple(" ".join(cell.split()) for cell in ("a" + asked, whom, reason)) for asked, whom, reason in rows
    ]


@given(st.text(max_size=200))
def test_no_text_at_all_ends_in_anything_but_rows_or_told_problems(text: str) -> None:
    for read in (read_impact, read_presence, read_self_assessment):
        with contextlib.suppress(AnswersError):
            assert isinstance(read(text), tuple)
