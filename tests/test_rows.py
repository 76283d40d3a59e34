"""Reading a file of rows as a spreadsheet wrote it: its letters, the mark between its cells, its dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from groupkit.errors import AnswersError
from groupkit.rows import Row, by_line, decoded, read_date, read_table

COLUMNS = ("date", "hours", "what")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_is_that_which_finds_the_most_columns(mark: str) -> None:
    heading = mark.join(["date", "what", "hours"])
    table = read_table(f"{heading}\n1/2/27{mark}a{mark}2\n", COLUMNS, "x")
    assert table.rows == (Row("x:2", {"date": "1/2/27", "what": "a", "hours": "2"}),)


def test_where_no_column_is_known_the_most_frequent_mark_splits_the_heading() -> None:
    assert read_table("datum;stunden\n", COLUMNS, "x").heading == ("datum", "stunden")


def test_columns_that_are_not_needed_may_be_missing_and_those_of_other_names_are_kept() -> None:
    table = read_table("hours,ours,date\n2,b\n", COLUMNS, "x", needed=("date", "hours"))
    assert table.problems == ()
    assert table.rows == (Row("x:2", {"hours": "2", "ours": "b"}),)
    assert read_table("hours,ours,date\n2,b\n", COLUMNS, "x").problems[0].startswith("x:1: the column what cannot")


def test_problems_are_sorted_by_the_line_they_name() -> None:
    problems = ["a.csv:10: b", "a.csv:9: c: 11", "a.csv: d", "C:\\a.csv:2: e"]
    assert [by_line(each) for each in problems] == [10, 9, 0, 2]


def test_a_file_has_at_most_ten_thousand_rows() -> None:
    table = read_table("date,hours,what\n" + "1/2/27,1,a\n" * 10_001, COLUMNS, "x")
    assert table.rows == ()
    assert table.problems == ("x: there are 10001 rows. 10000 are the most.",)


def test_what_excel_saves_in_other_encodings_is_read() -> None:
    text = "date,asked\r\n2027-01-01,Café’s hours\r\n"
    assert decoded(text.encode("utf-8"), "x") == (text, False)
    assert decoded(text.encode("utf-8-sig"), "x") == (text, False)
    assert decoded(text.encode("utf-16"), "x") == (text, False)
    assert decoded(text.encode("cp1252"), "x") == (text, True)


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0", b"a\n\x81\x8d"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(AnswersError, match="x"):
        decoded(data, "x")


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_way_to_write_a_date_means_the_same_day(day: date) -> None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d %b %Y", "%d-%b-%y", "%d %B %Y"):
        assert read_date(day.strftime(form)) == day
