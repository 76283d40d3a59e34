"""Weeks, and assessment periods on every edge that a month has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from groupkit.payments.periods import month_of, week_of

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(
    ("day", "start_day", "first", "last"),
    [
        (date(2027, 1, 13), 14, date(2026, 12, 14), date(2027, 1, 13)),
        (date(2027, 1, 14), 14, date(2027, 1, 14), date(2027, 2, 13)),
        (date(2027, 1, 1), 1, date(2027, 1, 1), date(2027, 1, 31)),
        # the 28th is an ordinary day, in February too
        (date(2027, 2, 28), 28, date(2027, 2, 28), date(2027, 3, 27)),
        # the 29th and 30th: in February the 27th, in a leap year the 28th
        (date(2027, 2, 26), 29, date(2027, 1, 29), date(2027, 2, 26)),
        (date(2027, 2, 27), 29, date(2027, 2, 27), date(2027, 3, 28)),
        (date(2028, 2, 27), 29, date(2028, 1, 29), date(2028, 2, 27)),
        (date(2028, 2, 28), 29, date(2028, 2, 28), date(2028, 3, 28)),
        (date(2027, 2, 27), 30, date(2027, 2, 27), date(2027, 3, 29)),
        (date(2028, 2, 29), 30, date(2028, 2, 28), date(2028, 3, 29)),
        # the 31st: the last day of every month
        (date(2027, 2, 27), 31, date(2027, 1, 31), date(2027, 2, 27)),
        (date(2027, 2, 28), 31, date(2027, 2, 28), date(2027, 3, 30)),
        (date(2027, 4, 30), 31, date(2027, 4, 30), date(2027, 5, 30)),
        (date(2028, 2, 29), 31, date(2028, 2, 29), date(2028, 3, 30)),
    ],
)
def test_an_assessment_period_begins_where_regulation_21_says(
    day: date, start_day: int, first: date, last: date
) -> None:
    assert month_of(day, start_day) == (first, last)


@given(DAYS, st.integers(1, 31))
def test_assessment_periods_hold_their_day_and_follow_each_other_without_gap(day: date, start_day: int) -> None:
    first, last = month_of(day, start_day)
    assert first <= day <= last
    assert month_of(last + timedelta(days=1), start_day)[0] == last + timedelta(days=1)
    assert month_of(first - timedelta(days=1), start_day)[1] == first - timedelta(days=1)
    assert 27 <= (last - first).days + 1 <= 32


@given(DAYS, st.integers(0, 6))
def test_a_week_has_seven_days_begins_on_its_day_and_holds_the_day_asked_for(day: date, first: int) -> None:
    start, end = week_of(day, first)
    assert start <= day <= end
    assert (end - start).days == 6
    assert start.weekday() == first
