"""The dates of a group's first year, worked out from its answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from groupkit.group import Group
from groupkit.meetings import calendar, dates, first_meeting, parse_pattern, send_by
from groupkit.meetings.pattern import EXAMPLES

ON = date(2027, 1, 5)


def group(**answers: object) -> Group:
    """A group with these answers; `meetings__first` stands for meetings.first."""
    given_answers = {key.replace("__", "."): value for key, value in answers.items()}
    base = Group.from_toml('[group]\nname = "Riverside Voices"\narea = "Leeds"\nnation = "england"\n')
    return base.replace(given_answers)


def test_the_first_meeting_is_at_least_three_weeks_ahead() -> None:
    assert first_meeting(group(), ON) == date(2027, 2, 9)
    assert first_meeting(group(meetings__pattern="every Tuesday"), ON) == date(2027, 1, 26)


def test_a_date_given_for_the_first_meeting_wins() -> None:
    assert first_meeting(group(meetings__first=date(2027, 1, 9)), ON) == date(2027, 1, 9)


def test_the_ordinary_meeting_is_the_next_of_the_pattern() -> None:
    assert calendar(group(), ON).ordinary == date(2027, 3, 9)


def test_every_two_weeks_is_counted_from_the_first_meeting() -> None:
    found = calendar(group(meetings__pattern="every two weeks on Monday", meetings__first=date(2027, 2, 8)), ON)
    assert found.regular[:3] == (date(2027, 2, 22), date(2027, 3, 8), date(2027, 3, 22))


def test_after_a_first_meeting_off_the_pattern_at_least_a_week_goes_by() -> None:
    saturday_before = date(2027, 3, 6)
    found = calendar(group(meetings__pattern="every Monday", meetings__first=saturday_before), ON)
    assert found.ordinary == date(2027, 3, 15)


def test_the_partner_is_met_about_half_a_year_in() -> None:
    assert calendar(group(), ON).partner == date(2027, 8, 10)


def test_the_first_agm_leaves_weeks_to_call_it_again_in_time() -> None:
    found = calendar(group(meetings__agm_month="March"), ON)
    assert found.agm == date(2028, 1, 11)


def test_the_agm_is_the_last_meeting_that_leaves_four_weeks_before_the_limit() -> None:
    found = calendar(group(meetings__pattern="every Tuesday", meetings__agm_month="March"), ON)
    limit = date(found.first.year + 1, found.first.month, found.first.day)
    assert timedelta(weeks=4) <= limit - found.agm < timedelta(weeks=5)


def test_the_month_the_group_asked_for_is_used_when_it_is_in_time() -> None:
    assert calendar(group(meetings__agm_month="October"), ON).agm == date(2027, 10, 12)
    too_soon = calendar(group(meetings__agm_month="April"), ON).agm
    assert too_soon == date(2028, 1, 11)


def test_a_group_that_met_long_ago_gets_the_dates_that_come_next() -> None:
    found = calendar(group(meetings__first=date(2019, 6, 11), meetings__agm_month="July"), ON)
    assert found.first == date(2019, 6, 11)
    assert found.ordinary == date(2027, 1, 12)
    assert found.partner == date(2027, 7, 13)
    assert found.agm == date(2027, 5, 11)
    assert send_by(found.agm, found.notice_days) > ON


def test_clear_days_count_neither_the_day_of_sending_nor_that_of_the_meeting() -> None:
    meeting = date(2027, 3, 18)
    sent = send_by(meeting, 14)
    assert sent == date(2027, 3, 3)
    between = [sent + timedelta(days=offset) for offset in range(1, (meeting - sent).days)]
    assert len(between) == 14


def test_deadlines_follow_the_group_s_own_numbers() -> None:
    found = calendar(group(meetings__papers_days=14, decisions__notice_days=21), ON)
    assert found.papers(found.ordinary) == date(2027, 2, 23)
    assert found.items(found.ordinary) == date(2027, 2, 20)
    assert found.notice(found.agm) == send_by(found.agm, 21)
    assert found.access(found.first) == date(2027, 1, 26)


def test_dates_step_round_days_to_skip() -> None:
    found = calendar(group(meetings__pattern="first Monday of the month"), date(2027, 3, 1), skip=(date(2027, 5, 3),))
    assert found.first == date(2027, 4, 5)
    assert found.ordinary == date(2027, 5, 10)


SPARSE = "second Tuesday of every twelve months"


@pytest.mark.parametrize("pattern", [*EXAMPLES, SPARSE, "first Monday of every twelve months"])
@given(
    on=st.dates(date(2026, 1, 1), date(2032, 12, 31)),
    given_first=st.none() | st.integers(-1500, 200),
    months=st.integers(1, 18),
    notice=st.integers(1, 42),
)
def test_the_year_holds_together(pattern: str, on: date, given_first: int | None, months: int, notice: int) -> None:
    first = None if given_first is None else on + timedelta(days=given_first)
    found = calendar(
        group(
            meetings__pattern=pattern,
            meetings__first=first,
            decisions__first_agm_months=months,
            decisions__notice_days=notice,
        ),
        on,
    )
    now = max(found.first, on)
    kind = parse_pattern(pattern)
    assert now < found.ordinary <= found.partner
    assert found.agm > now
    assert found.agm != found.partner
    assert send_by(found.agm, notice) > on
    assert list(found.regular) == sorted(set(found.regular))
    assert all(next(kind.days_from(day)) == day for day in (*found.regular, found.agm, found.partner))
    if first is None:
        assert found.regular == tuple(dates(kind, found.first, count=len(found.regular) + 1)[1:])
