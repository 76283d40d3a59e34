"""Bank holidays, against the days of 2027 listed by hand, nation by nation."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest

from groupkit.group import Group
from groupkit.meetings import BankHolidays, first_year

ENGLAND = {
    date(2027, 1, 1),  # New Year
    date(2027, 3, 26),  # Good Friday
    date(2027, 3, 29),  # Easter Monday
    date(2027, 5, 3),
    date(2027, 5, 31),
    date(2027, 8, 30),
    date(2027, 12, 27),  # for Christmas Day, a Saturday
    date(2027, 12, 28),  # for Boxing Day, a Sunday
}
BY_HAND = {
    "england": ENGLAND,
    "wales": ENGLAND,
    "scotland": ENGLAND - {date(2027, 3, 29), date(2027, 8, 30)}
    | {date(2027, 1, 4), date(2027, 8, 2), date(2027, 11, 30)},  # for 2 January; summer; St Andrew
    "northern-ireland": ENGLAND | {date(2027, 3, 17), date(2027, 7, 12)},  # St Patrick; Boyne
}


@pytest.mark.parametrize("nation", BY_HAND)
def test_the_working_days_off_of_2027_are_those_of_the_nation(nation: str) -> None:
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    found = {day for day in days if day in BankHolidays(nation) and day.weekday() < 5}
    assert found == BY_HAND[nation]


@pytest.mark.parametrize(
    ("nation", "day"),
    [
        ("england", date(2028, 1, 3)),  # New Year's Day is a Saturday
        ("scotland", date(2028, 1, 4)),  # and so 2 January a Sunday
        ("scotland", date(2030, 12, 2)),  # St Andrew's Day is a Saturday
        ("northern-ireland", date(2029, 3, 19)),  # St Patrick's Day is a Saturday
        ("northern-ireland", date(2031, 7, 14)),  # 12 July is a Saturday
        ("wales", date(2032, 12, 27)),  # Christmas Day is a Saturday
        ("england", date(2060, 4, 19)),  # Easter Monday, far ahead
    ],
)
def test_substitute_days_and_years_far_ahead(nation: str, day: date) -> None:
    assert day in BankHolidays(nation)
    assert day + timedelta(days=2) not in BankHolidays(nation)


def test_a_year_beyond_what_is_known_has_none_and_is_no_fault() -> None:
    assert date(2190, 12, 25) not in BankHolidays("england")


@pytest.mark.parametrize(
    ("nation", "pattern", "planned", "met"),
    [
        ("england", "first Monday of the month", date(2027, 5, 3), date(2027, 5, 10)),
        ("scotland", "first Monday of the month", date(2027, 8, 2), date(2027, 8, 9)),
        ("northern-ireland", "second Monday of the month", date(2027, 7, 12), date(2027, 7, 19)),
        ("wales", "every Friday", date(2027, 3, 26), date(2027, 4, 2)),
        ("scotland", "last Tuesday of the month", date(2027, 11, 30), date(2027, 12, 7)),
    ],
)
def test_meetings_step_round_the_bank_holidays_of_their_nation(
    nation: str, pattern: str, planned: date, met: date
) -> None:
    answers = {"group.name": "Open Minds", "group.area": "Leeds", "group.nation": nation, "meetings.pattern": pattern}
    found = first_year(Group.from_answers(answers), date(2027, 1, 5))
    assert planned in found.stepped_round
    assert planned not in found.regular
    assert met in found.regular
    assert all(day not in BankHolidays(nation) for day in (found.first, found.agm, found.partner, *found.regular))


def test_a_day_off_in_one_nation_is_a_meeting_in_another() -> None:
    answers = {"group.name": "Open Minds", "group.area": "Leeds", "meetings.pattern": "first Monday of the month"}
    found = first_year(Group.from_answers(answers | {"group.nation": "england"}), date(2027, 1, 5))
    assert date(2027, 8, 2) in found.regular
    assert date(2027, 8, 2) not in found.stepped_round


def test_only_the_uk_is_loaded_and_only_when_a_date_is_asked_about() -> None:
    program = (
        "import sys, datetime\n"
        "from groupkit.meetings import BankHolidays\n"
        "assert 'holidays' not in sys.modules\n"
        "assert datetime.date(2027, 5, 3) in BankHolidays('wales')\n"
        "assert 'holidays.countries' not in sys.modules\n"
        "assert len([name for name in sys.modules if name.startswith('holidays')]) < 100\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
