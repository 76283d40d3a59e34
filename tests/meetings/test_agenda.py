"""The table of items in a template, and the table with times that comes of it."""

from __future__ import annotations

from datetime import time

import pytest

from groupkit.errors import TemplateError
from groupkit.meetings import agenda

HEAD = "| Minutes | At least | What | Who |\n| --- | --- | --- | --- |\n"


def timed(text: str, length: int = 60) -> list[str]:
    return agenda(time(14), length, text).splitlines()


def test_minutes_become_times_and_the_rest_stays() -> None:
    text = f"Before\n\n{HEAD}| 40 | 5 | **Talk.** | Ann |\n| 20 | 5 | **Plan.** | |\n| end | | Bye | |\n\nAfter\n"
    assert timed(text) == [
        "Before",
        "",
        "| Time | What | Who |",
        "| --- | --- | --- |",
        "| 2pm | **Talk.** | Ann |",
        "| 2.40pm | **Plan.** |  |",
        "| 3pm | Bye |  |",
        "",
        "After",
    ]


def test_the_words_of_a_break_are_those_of_the_break_row() -> None:
    text = f"{HEAD}| 50 | 5 | Talk | |\n| break | | **Tea.** | All |\n| 50 | 5 | Plan | |\n"
    assert timed(text, 115)[3] == "| 2.50pm | **Tea.** | All |"


def test_time_goes_on_in_the_next_table_after_a_break() -> None:
    text = f"{HEAD}| 30 | 30 | Ours | |\n| break | | Tea | |\n\n## Next\n\n{HEAD}| 30 | 30 | Theirs | |\n"
    assert [line for line in timed(text, 90) if "pm" in line] == [
        "| 2pm | Ours |  |",
        "| 2.30pm | Tea |  |",
        "| 2.45pm | Theirs |  |",
    ]
    assert "## Next" in timed(text, 90)


def test_empty_lines_that_conditions_leave_in_a_table_do_no_harm() -> None:
    assert timed(f"{HEAD}| 30 | 5 | One | |\n\n| 30 | 5 | Two | |\n")[-1] == "| 2.30pm | Two |  |"


def test_escaped_bars_belong_to_the_cell() -> None:
    assert timed(f"{HEAD}| 60 | 5 | a \\| b \\\\ | c |\n")[-1] == "| 2pm | a \\| b \\\\ | c |"


def test_another_table_stays_as_it_is() -> None:
    other = "| File | For |\n| --- | --- |\n| a | b |"
    assert "\n".join(timed(f"{other}\n\n{HEAD}| 60 | 5 | Talk | |\n")).startswith(other)


@pytest.mark.parametrize(
    "row", ["| ten | 5 | Talk | |", "| 10 | some | Talk | |", "| 10 | 5 | Talk |", "| -5 | 5 | T | |"]
)
def test_a_row_that_cannot_be_read_is_named(row: str) -> None:
    with pytest.raises(TemplateError) as caught:
        timed(f"{HEAD}{row}\n")
    assert row in str(caught.value)
    assert "a number, break or end" in str(caught.value)
