"""Clock times: whatever the length and the start, nobody sits for over an hour, and the meeting ends in time."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from groupkit.errors import AnswersError
from groupkit.meetings import Row, Slot, timetable

ITEMS = [
    Slot("Welcome", 15, 5),
    Slot("Last notes", 10, 5),
    Slot("What came back", 15, 5, can_wait=True),
    Slot("Main item", 25, 10),
    Slot("Tea", kind="break"),
    Slot("Second item", 20, 10, can_wait=True),
    Slot("Money", 5, 5, can_wait=True),
    Slot("Close", 10, 5),
    Slot("The end", kind="end"),
]
TWO_PARTS = [[Slot("Before", 25, 5), Slot("Tea", kind="break")], [Slot("Talk", 70, 15), Slot("Agree", 10, 5)]]
LENGTHS = st.integers(30, 240)
STARTS = st.integers(0, 20 * 60 - 1).map(lambda minutes: time(minutes // 60, minutes % 60))
SLOTS = st.builds(
    lambda least, more, waits: Slot("Item", least + more, least, can_wait=waits),
    st.integers(1, 20),
    st.integers(0, 40),
    st.booleans(),
)


def sittings(rows: list[Row]) -> list[int]:
    """How long people sit between breaks."""
    runs = [0]
    for row in rows:
        if row.kind == "break":
            runs.append(0)
        else:
            runs[-1] += row.minutes
    return runs


def assert_holds(rows: list[Row], start: time, length: int) -> None:
    begin = start.hour * 60 + start.minute
    assert rows[0].start == begin
    assert all(after.start == before.end for before, after in pairwise(rows))
    assert begin + sum(row.minutes for row in rows) == rows[-1].end
    assert rows[-1].end - begin <= length
    assert max(sittings(rows)) <= 60
    assert {row.minutes for row in rows if row.kind == "break"} <= {10 if length <= 75 else 15}


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_break_stands_where_one_was_written_if_nobody_then_sits_too_long(after: int) -> None:
    items = [Slot("Item", 20, 20)] * 4
    rows = timetable([[*items[:after], Slot("Tea", kind="break"), *items[after:]]], time(14), 95)[0]
    assert [row.kind for row in rows].index("break") == after
    assert sittings(rows) == [20 * after, 80 - 20 * after]


@given(LENGTHS, STARTS)
def test_a_meeting_of_any_length_holds_together(length: int, start: time) -> None:
    rows = timetable([ITEMS], start, length)[0]
    assert_holds(rows, start, length)
    assert sum(row.minutes for row in rows) == length
    if length <= 60:
        assert not [row for row in rows if row.kind == "break"]


@given(LENGTHS, STARTS)
def test_two_parts_have_a_break_between_them(length: int, start: time) -> None:
    first, second = timetable(TWO_PARTS, start, length)
    assert_holds([*first, *second], start, length)
    assert (first[-1].kind == "break") == (length > 60)


@given(st.lists(SLOTS, min_size=1, max_size=9), LENGTHS, STARTS)
def test_any_items_keep_their_least_length_and_their_order(slots: list[Slot], length: int, start: time) -> None:
    named = [Slot(f"Item {number}", s.minutes, s.minimum, can_wait=s.can_wait) for number, s in enumerate(slots)]
    try:
        rows = timetable([named], start, length)[0]
    except AnswersError:
        least = sum(slot.minimum for slot in named if not slot.can_wait)
        assert least + 10 > min(length, 40)  # refused only where little room is left beside the least lengths
        return
    assert_holds(rows, start, length)
    items = {row.what: row for row in rows if row.kind == "item"}
    assert list(items) == [slot.what for slot in named if slot.what in items]
    for slot in named:
        assert slot.what in items or slot.can_wait
        if slot.what in items:
            assert items[slot.what].minutes >= slot.minimum


@pytest.mark.parametrize("length", range(60, 241, 5))
def test_lengths_in_fives_give_times_in_fives(length: int) -> None:
    assert all(row.start % 5 == 0 for row in timetable([ITEMS], time(14), length)[0])


def test_two_hours_are_as_the_guide_has_them_but_with_the_break_in_time() -> None:
    before = [Slot("Welcome", 15, 5), Slot("Last notes", 10, 5), Slot("What came back", 15, 5), Slot("One", 25, 10)]
    after = [Slot("Two", 20, 10), Slot("Money", 5, 5), Slot("News", 5, 5), Slot("Words", 5, 2), Slot("Close", 10, 5)]
    rows = timetable([[*before, Slot("Tea", kind="break"), *after]], time(14), 120)[0]
    assert [(row.time, row.what) for row in rows] == [
        ("2pm", "Welcome"),
        ("2.15pm", "Last notes"),
        ("2.25pm", "What came back"),
        ("2.40pm", "One"),
        ("3pm", "Tea"),
        ("3.15pm", "Two"),
        ("3.35pm", "Money"),
        ("3.40pm", "News"),
        ("3.45pm", "Words"),
        ("3.50pm", "Close"),
    ]


def test_an_item_that_wants_only_its_least_is_never_stretched() -> None:
    rows = timetable([[Slot("Talk", 20, 5), Slot("Vote", 5, 5)]], time(14), 60)[0]
    assert [row.minutes for row in rows] == [55, 5]


def test_what_can_wait_goes_first_from_the_end_when_time_is_short() -> None:
    kept = [row.what for row in timetable([ITEMS], time(14), 30)[0]]
    assert kept == ["Welcome", "Last notes", "What came back", "Main item", "Close", "The end"]


def test_a_meeting_may_end_at_midnight_but_not_after() -> None:
    assert timetable([ITEMS], time(22), 120)[0][-1].time == "12 midnight"
    with pytest.raises(AnswersError, match=r"meetings\.start: a meeting of 120 minutes from 10\.01pm .* past midnight"):
        timetable([ITEMS], time(22, 1), 120)


def test_noon_is_said_as_noon() -> None:
    assert timetable([[Slot("Talk", 30, 30), Slot("Close", 5, 5)]], time(11, 30), 60)[0][1].time == "12 noon"


def test_a_length_that_cannot_hold_the_items_is_refused_with_one_that_can() -> None:
    items = [Slot(name, 60, 40) for name in ("One", "Two", "Three")]
    with pytest.raises(AnswersError, match=r"meetings\.length: 90 minutes is too short .* Write 150 or more"):
        timetable([items], time(14), 90)
    assert_holds(timetable([items], time(14), 150)[0], time(14), 150)


def test_a_very_long_meeting_ends_early_rather_than_keep_people_in_their_seats() -> None:
    rows = timetable([[Slot("Talk", 60, 30)]], time(14), 200)[0]
    assert [row.minutes for row in rows] == [60]
