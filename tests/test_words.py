"""Proves that values are said the way people say them."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest

from groupkit import words


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "none"), (1, "one"), (13, "thirteen"), (20, "twenty"), (21, "twenty-one"), (99, "ninety-nine"), (100, "100")],
)
def test_whole_numbers_are_words_up_to_a_hundred(number: int, said: str) -> None:
    assert words.words(number) == said


def test_a_count_is_in_words_and_figures_so_that_neither_can_be_misread() -> None:
    assert words.count(3) == "three (3)"
    assert words.count(1250) == "1,250"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (time(0, 0), "12 midnight"),
        (time(0, 5), "12.05am"),
        (time(9, 30), "9.30am"),
        (time(12, 0), "12 noon"),
        (time(12, 30), "12.30pm"),
        (time(14, 0), "2pm"),
        (time(23, 59), "11.59pm"),
    ],
)
def test_clock_times_are_said_as_people_say_them(value: time, said: str) -> None:
    assert words.clock(value) == said


def test_dates_are_said_in_full_with_the_weekday() -> None:
    assert words.day(date(2027, 1, 12)) == "Tuesday 12 January 2027"
    assert words.short_day(date(2027, 2, 28)) == "Sunday 28 February"
    assert words.long_date(date(2028, 2, 29)) == "29 February 2028"
    assert words.month(date(2026, 11, 23)) == "November 2026"


@pytest.mark.parametrize(
    ("amount", "said"),
    [(12, "£12"), (Decimal("12.5"), "£12.50"), ("203.50", "£203.50"), (5000, "£5,000"), (Decimal("0.55"), "£0.55")],
)
def test_money_keeps_its_pence_and_drops_empty_ones(amount: object, said: str) -> None:
    assert words.pounds(amount) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("share", "said"),
    [("2/3", "two thirds"), ("1/2", "half"), ("3/4", "three quarters"), ("1/5", "one fifth"), ("1", "all")],
)
def test_shares_are_said_in_words(share: str, said: str) -> None:
    assert words.share(Fraction(share)) == said


def test_an_unusual_share_is_a_percentage() -> None:
    assert words.share(Fraction(9, 16)) == "56.25 per cent"


def test_lists_are_joined_as_a_sentence_joins_them() -> None:
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.either(["a", "b"]) == "a or b"


def test_lengths_of_time_are_said_in_hours_and_minutes() -> None:
    assert words.duration(120) == "2 hours"
    assert words.duration(75) == "1 hour 15 minutes"
    assert words.duration(1) == "1 minute"


def test_a_plural_fits_its_number() -> None:
    assert words.plural(1, "member") == "member"
    assert words.plural(2, "member") == "members"
    assert words.plural(2, "person", "people") == "people"


def test_a_sentence_starts_with_a_capital_and_keeps_the_rest() -> None:
    assert words.sentence("the NHS pays") == "The NHS pays"
    assert words.sentence("") == ""


def test_a_phone_number_stays_in_one_piece_and_the_prefix_of_textphones_apart() -> None:
    assert words.unbroken("0808 808 8000, or textphone 18001 0808 808 8000") == (
        "0808\xa0808\xa08000, or textphone 18001 0808\xa0808\xa08000"
    )
    assert words.unbroken("Text SHOUT to 85258") == "Text SHOUT to 85258"
