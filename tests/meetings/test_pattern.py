"""Patterns in words, and the dates that follow from them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from groupkit.meetings import MonthlyDay, MonthlyWeekday, Pattern, Weekly, dates, parse_pattern
from groupkit.meetings.pattern import EXAMPLES, LAST

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))
EVERY = st.integers(1, 12)
WEEKDAY = st.integers(0, 6)
NTHS = st.lists(st.sampled_from([1, 2, 3, 4, LAST]), min_size=1, max_size=5, unique=True).map(
    lambda nths: tuple(sorted(nths, key=lambda nth: (nth == LAST, nth)))
)
MONTHLY = st.builds(MonthlyWeekday, NTHS, WEEKDAY, EVERY)
MONTHLY_DAY = st.builds(MonthlyDay, st.sampled_from([*range(1, 29), LAST]), EVERY)
PATTERNS = st.one_of(st.builds(Weekly, WEEKDAY, EVERY), MONTHLY, MONTHLY_DAY)


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        ("second Tuesday of the month", MonthlyWeekday((2,), 1)),
        ("2nd Tuesday", MonthlyWeekday((2,), 1)),
        ("every month on the second Tuesday", MonthlyWeekday((2,), 1)),
        ("We meet on the SECOND tuesday, every month.", MonthlyWeekday((2,), 1)),
        ("first and third Monday", MonthlyWeekday((1, 3), 0)),
        ("3rd & 1st Mon of each month", MonthlyWeekday((1, 3), 0)),
        ("last Friday of the month", MonthlyWeekday((LAST,), 4)),
        ("once a month, on the last Thursday", MonthlyWeekday((LAST,), 3)),
        ("first Monday of every other month", MonthlyWeekday((1,), 0, 2)),
        ("quarterly on the first Tuesday", MonthlyWeekday((1,), 1, 3)),
        ("every Thursday", Weekly(3)),
        ("Thursdays", Weekly(3)),
        ("weekly on Tuesday", Weekly(1)),
        ("once a week on Sat", Weekly(5)),
        ("every two weeks on Monday", Weekly(0, 2)),
        ("every 2 weeks on a Monday", Weekly(0, 2)),
        ("Mondays, fortnightly", Weekly(0, 2)),
        ("every other Wednesday", Weekly(2, 2)),
        ("alternate Wednesdays", Weekly(2, 2)),
        ("every third week on Thursday", Weekly(3, 3)),
        ("15th of the month", MonthlyDay(15)),
        ("monthly on the 3rd", MonthlyDay(3)),
        ("last day of every month", MonthlyDay(LAST)),
    ],
)
def test_words_people_use_are_understood(words: str, pattern: Pattern) -> None:
    assert parse_pattern(words) == pattern


@given(PATTERNS)
def test_a_pattern_in_its_own_words_is_understood_again(pattern: Pattern) -> None:
    assert parse_pattern(str(pattern)) == pattern
    assert parse_pattern(f"  {str(pattern).upper()}. ") == pattern


@pytest.mark.parametrize(
    "words",
    [
        "",
        "whenever we can",
        "fifth Monday",
        "Monday and Thursday",
        "every 13 weeks on Monday",
        "every week",
        "2027-01-12",
    ],
)
def test_other_words_are_refused_with_every_kind_that_is_understood(words: str) -> None:
    with pytest.raises(ValueError, match="does not say on which days you meet") as caught:
        parse_pattern(words)
    assert all(f'"{example}"' in str(caught.value) for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_the_message_offers_is_understood(example: str) -> None:
    assert str(parse_pattern(example)) == example


@pytest.mark.parametrize(
    "words", ["29th of the month", "31st of every month", "monthly on the 99th", "0th of the month"]
)
def test_a_day_that_some_months_lack_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="last day of the month"):
        parse_pattern(words)


def test_every_second_wednesday_is_refused_for_its_two_meanings() -> None:
    with pytest.raises(ValueError, match='"second Wednesday of the month" or "every two weeks on Wednesday"'):
        parse_pattern("every second Wednesday")


@given(st.text(max_size=60))
def test_any_text_gives_a_pattern_or_a_plain_refusal(text: str) -> None:
    try:
        pattern = parse_pattern(text)
    except ValueError as refusal:
        message = str(refusal)
    else:
        message = f'"{pattern}"'
    assert message.startswith('"')


def fits(pattern: Pattern, day: date) -> bool:
    """Whether a day is of the pattern, told without the code under test (which weeks and months is told apart)."""
    length = monthrange(day.year, day.month)[1]
    if isinstance(pattern, Weekly):
        return day.weekday() == pattern.weekday
    if isinstance(pattern, MonthlyDay):
        return day.day == (length if pattern.day == LAST else pattern.day)
    nth = (day.day - 1) // 7 + 1
    return day.weekday() == pattern.weekday and (nth in pattern.nths or (LAST in pattern.nths and day.day + 7 > length))


@given(PATTERNS, DAYS, st.integers(0, 40))
def test_dates_fit_the_pattern_and_only_go_up(pattern: Pattern, start: date, count: int) -> None:
    found = dates(pattern, start, count=count)
    assert len(found) == count
    assert all(fits(pattern, day) and day >= start for day in found)
    assert found == sorted(set(found))


@given(PATTERNS, DAYS)
def test_no_date_is_left_out(pattern: Pattern, start: date) -> None:
    """Within the span that dates come from, every day that fits is there, in the right weeks or months."""
    found = dates(pattern, start, count=12)
    span = (start + timedelta(days=offset) for offset in range((found[-1] - start).days + 1))
    fitting = [day for day in span if fits(pattern, day)]
    if isinstance(pattern, Weekly):
        expected = [day for day in fitting if (day - found[0]).days % (7 * pattern.every) == 0]
    else:
        base = found[0].year * 12 + found[0].month
        expected = [day for day in fitting if (day.year * 12 + day.month - base) % pattern.every == 0]
    assert found == expected
    assert found[0] == fitting[0]


@given(PATTERNS, DAYS, st.integers(1, 20))
def test_until_gives_what_count_gives(pattern: Pattern, start: date, count: int) -> None:
    found = dates(pattern, start, count=count)
    assert dates(pattern, start, until=found[-1]) == found
    assert dates(pattern, start, until=found[-1] - timedelta(days=1)) == found[:-1]


@given(PATTERNS, DAYS, st.data())
def test_a_date_to_skip_moves_a_week_on_and_the_others_stay(pattern: Pattern, start: date, data: st.DataObject) -> None:
    plain = dates(pattern, start, count=12)
    skip = data.draw(st.sets(st.sampled_from(plain), max_size=4))
    found = dates(pattern, start, until=plain[-1] + timedelta(weeks=6), skip=skip)
    assert not skip.intersection(found)
    assert found == sorted(set(found))
    assert set(plain) - skip <= set(found)
    assert all(day in plain or not fits(pattern, day) or day > plain[-1] or _moved(day, skip) for day in found)
    assert all(any(day + timedelta(weeks=weeks) in found for weeks in range(1, 6)) for day in skip)


def _moved(day: date, skip: set[date]) -> bool:
    return any(day - timedelta(weeks=weeks) in skip for weeks in range(1, 6))


def test_a_bank_holiday_moves_a_meeting_by_one_week() -> None:
    found = dates("first Monday of the month", date(2027, 4, 1), count=3, skip=[date(2027, 5, 3)])
    assert found == [date(2027, 4, 5), date(2027, 5, 10), date(2027, 6, 7)]


def test_dates_must_be_told_where_to_stop() -> None:
    with pytest.raises(ValueError, match="count or until"):
        dates("every Thursday", date(2027, 1, 5))
