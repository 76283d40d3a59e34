"""Reading planned work: what people write is understood, what cannot be meant is named by its line."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from groupkit.errors import AnswersError
from groupkit.payments import Activity, from_csv, from_toml, read_file

EXPECTED = Activity(date(2027, 1, 12), Decimal("1.5"), Decimal("30"), date(2027, 1, 26), "Ward visit")


@pytest.mark.parametrize(
    "text",
    [
        "date,hours,amount,paid_on,what\n2027-01-12,1.5,30,2027-01-26,Ward visit\n",
        "Date,Hours,Amount,Paid on,What\r\n12/01/2027,1.50,£30.00,26/01/2027,Ward visit\r\n\r\n",
        "\ufeffpaid_on;what;amount;hours;date\n26 January 2027;Ward visit;30;1.5;12 January 2027\n",
        'date\thours\tamount\tpaid_on\twhat\n2027-01-12\t1.5\t30\t2027-01-26\t"Ward visit"\n',
        "date,hours,amount,paid_on,what\n,,,,\n2027-01-12,1.5,30,2027-01-26,Ward visit",
        "sep=;\r\ndate;hours;amount;paid_on;what\r\n12/01/27;1.5;30;26-Jan-27;Ward visit\r\n",
        "date,hours,amount,paid_on,what\r2027-01-12,1.5,30,2027-01-26,Ward visit\r",
        "date,hours,amount,paid_on,what,,\n2027-01-12,1.5,30,2027-01-26,Ward visit,,,\n",
    ],
)
def test_csv_is_read_as_spreadsheets_write_it(text: str) -> None:
    assert from_csv(text) == (EXPECTED,)


def test_cells_missing_at_the_end_of_a_row_are_empty() -> None:
    (found,) = from_csv("date,hours,amount,paid_on,what\n2027-01-12,1.5,30\n")
    assert (found.paid_on, found.what) == (None, "")


def test_a_column_without_a_name_may_not_hold_anything() -> None:
    with pytest.raises(AnswersError) as raised:
        from_csv("date,hours,amount,\n2027-01-12,1,30,\n2027-01-19,1,30,Ann\n", "a.csv")
    (problem,) = raised.value.problems
    assert problem.startswith("a.csv:3: an empty name: there is no such field.")


def test_toml_is_read_with_its_own_dates_and_numbers() -> None:
    text = '[[activity]]\ndate = 2027-01-12\nhours = 1.5\namount = 30\npaid_on = 2027-01-26\nwhat = "Ward visit"\n'
    assert from_toml(text) == (EXPECTED,)


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = ["2027-01-12,1,10", "2027-01-05,1,20"]
    first, second = ("date,hours,amount\n" + "\n".join(order) for order in (rows, rows[::-1]))
    assert from_csv(first) == from_csv(second)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2027-13-12,1,10,", "a.csv:3: date: "),
        ("2027-01-12,many,10,", "a.csv:3: hours: "),
        ("2027-01-12,1,ten,", "a.csv:3: amount: "),
        ("2027-01-12,1,-10,", "a.csv:3: amount: "),
        ("2027-01-12,1,1000000,", "a.csv:3: amount: "),
        ("2027-01-12,1,1e9,", "a.csv:3: amount: "),
        ("2027-01-12,1,NaN,", "a.csv:3: amount: "),
        ("2027-01-12,1,10,2027-01-11", "a.csv:3: paid_on: "),
        ("2027-01-12,1,10,2029-01-11", "a.csv:3: paid_on: "),
        (",1,10,", "a.csv:3: date: this is missing"),
        ("2027-01-12,1", "a.csv:3: amount: this is missing"),
        ("2027-01-12,1,10,,,a", "a.csv:3: this row has 6 cells, and the heading has 4."),
        ('2027-01-12,1,"10', "a.csv:3: this row cannot be read"),
    ],
)
def test_a_wrong_row_is_named_by_file_line_and_field(row: str, message: str) -> None:
    with pytest.raises(AnswersError) as raised:
        from_csv(f"date,hours,amount,paid_on\n2027-01-05,1,10,\n{row}\n", "a.csv")
    assert len(raised.value.problems) == 1
    assert raised.value.problems[0].startswith(message)


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        ("date,hours", "a.csv:1: the column amount cannot be found in the first line."),
        ("date,hours,amount,amount", "a.csv:1: the column amount is there twice."),
        ("date,hours,amount,payd_on", "a.csv:1: payd_on: there is no such field. Did you mean paid_on?"),
        ("date,hours,amount,name", "a.csv:1: name: take this out"),
        ("date,hours,amount,benefits", "a.csv:1: benefits: take this out"),
    ],
)
def test_a_wrong_heading_is_named(heading: str, message: str) -> None:
    with pytest.raises(AnswersError) as raised:
        from_csv(heading + "\n", "a.csv")
    assert raised.value.problems[0].startswith(message)


def test_every_problem_is_named_at_once() -> None:
    text = "[[activity]]\nhours = 1\n\n[[activity]]\ndate = 2027-01-05\nhours = 99\namount = 1.001\n"
    with pytest.raises(AnswersError) as raised:
        from_toml(text, "a.toml")
    places = [problem.split(": ")[0:3:2] for problem in raised.value.problems]
    assert places == [["a.toml:1", "date"], ["a.toml:1", "amount"], ["a.toml:4", "hours"], ["a.toml:4", "amount"]]


@pytest.mark.parametrize("text", ["", "\n\n", "date,hours,amount\n"])
def test_a_file_without_activities_is_refused(text: str) -> None:
    with pytest.raises(AnswersError):
        from_csv(text)
    with pytest.raises(AnswersError):
        from_toml("")


def test_a_file_holds_neither_rules_nor_names() -> None:
    with pytest.raises(AnswersError, match="rules: take this out"):
        from_toml('rules = ["uc"]\n[[activity]]\ndate = 2027-01-05\nhours = 1\namount = 1\n')
    with pytest.raises(AnswersError, match="name: take this out"):
        from_toml('[[activity]]\nname = "Ann"\ndate = 2027-01-05\nhours = 1\namount = 1\n')


def test_a_plan_has_at_most_500_activities() -> None:
    with pytest.raises(AnswersError, match="501 activities"):
        from_csv("date,hours,amount\n" + "2027-01-05,1,10\n" * 501)


def test_the_ending_of_the_file_says_how_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("date,hours,amount\n2027-01-05,1,10\n")
    (tmp_path / "a.toml").write_text("[[activity]]\ndate = 2027-01-05\nhours = 1\namount = 10\n")
    assert read_file(tmp_path / "a.csv") == read_file(tmp_path / "a.toml")
    (tmp_path / "a.toml").write_bytes(b"\n\xff")
    with pytest.raises(AnswersError, match=r"a\.toml:2: the file is not in UTF-8"):
        read_file(tmp_path / "a.toml")
    with pytest.raises(AnswersError, match=r"b\.csv: there is no such file"):
        read_file(tmp_path / "b.csv")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_our_own_error(text: str) -> None:
    for read in (from_csv, from_toml):
        with suppress(AnswersError):
            assert read(text)
