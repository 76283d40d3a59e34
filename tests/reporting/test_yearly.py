"""The numbers of a report, each worked out by hand here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, strategies as st

from groupkit.reporting import Asked, Judged, Meeting, Report, report
from groupkit.reporting.yearly import STATES

ON = date(2028, 1, 10)


def asked(day: str, answer: str = "", answered: str = "", whom: str = "Trust", **more: str) -> Asked:
    return Asked(
        date=date.fromisoformat(day),
        asked=more.get("asked", day),
        of_whom=whom,
        answered_on=date.fromisoformat(answered) if answered else None,
        answer=answer,
        reason=more.get("reason", ""),
        changed=more.get("changed", ""),
    )


LOG = (
    asked("2027-01-10", "done", "2027-02-01"),  # 22 days: 21 left in January, 1 in February
    asked("2027-03-09", "agreed", "2027-04-01", "TRUST"),  # 23 days: 22 left in March, 1 in April
    asked("2027-05-01", "refused", "2027-06-30", "Council"),  # 60 days: 30 left in May, 30 in June
    asked("2027-06-01", whom="Council"),  # waits 223 days: 213 to the end of the year, 10 in January
    asked("2027-11-30", "done", whom=""),  # answered on a day that nobody wrote down
    asked("2027-12-20", "agreed", "2028-01-09"),  # 20 days: 11 left in December, 9 in January
    asked("2026-11-01", "done", "2027-01-15", "Council"),  # of an earlier year, answered in this one
    asked("2026-10-01", whom="Council"),  # of an earlier year, waits 466 days: 91 + 365 + 10
    asked("2026-05-01", "refused", "2026-06-01"),  # over before the year began
    asked("2028-01-03"),  # of the next year
)
MEETINGS = (Meeting(date(2027, 1, 12), 8, 1), Meeting(date(2027, 2, 9), 5, 0), Meeting(date(2026, 2, 9), 99, 9))


def year(on: date = ON) -> Report:
    return report(LOG, MEETINGS, year=2027, on=on)


def test_what_was_asked_for_in_the_year_is_counted_by_its_answer() -> None:
    assert len(year().asked) == 6
    assert [year().count(state) for state in STATES] == [2, 2, 1, 1]


def test_what_was_asked_for_earlier_and_answered_in_the_year_is_told_apart() -> None:
    assert [each.date for each in year().earlier] == [date(2026, 11, 1)]
    assert [each.date for each in year().told("done")] == [date(2026, 11, 1), date(2027, 1, 10), date(2027, 11, 30)]


def test_the_longest_wait_comes_first_and_is_counted_to_the_day_of_the_report() -> None:
    assert [(each.date, each.days(ON)) for each in year().waiting] == [
        (date(2026, 10, 1), 466),
        (date(2027, 6, 1), 223),
    ]


def test_the_days_that_answers_took() -> None:
    assert year().times == (20, 22, 23, 60)
    assert year().usual_time == 23  # half way between 22 and 23, rounded up


def test_those_who_were_asked_most_come_first_whatever_their_capitals() -> None:
    assert [(each.name, each.asked, each.counts) for each in year().whom] == [
        ("Trust", 3, (1, 2, 0, 0)),
        ("Council", 2, (0, 0, 1, 1)),
        ("", 1, (1, 0, 0, 0)),
    ]


def test_who_was_there_is_a_matter_of_numbers() -> None:
    assert (year().members, year().others, year().usual_members) == ((8, 5), 1, Decimal("6.5"))
    third = (*MEETINGS, Meeting(date(2027, 3, 9), 5, 0))
    assert str(report((), third, year=2027, on=ON).usual_members) == "6"
    assert str(report((), third[1:], year=2027, on=ON).usual_members) == "5"


def test_every_row_is_in_the_report_or_counted_as_of_another_year() -> None:
    # not in it: the refusal of 2026, the row of 2028, and the meeting of 2026
    assert (year().elsewhere, year().later, year().undone) == (3, (), ())


def test_on_an_earlier_day_what_came_later_is_not_known_yet() -> None:
    early = year(date(2027, 3, 20))
    assert [each.date for each in early.asked] == [date(2027, 1, 10), date(2027, 3, 9)]
    assert [early.count(state) for state in STATES] == [1, 0, 0, 1]
    assert [each.days(early.on) for each in early.waiting] == [170, 11]  # 91 + 79, and 11
    assert [each.date for each in early.undone] == [date(2027, 3, 9)]
    assert [each.date for each in early.later] == [date(2027, n, d) for n, d in ((5, 1), (6, 1), (11, 30), (12, 20))]
    assert early.last == date(2027, 3, 20)


def test_the_self_assessment_is_counted_by_heading_and_the_least_comes_first() -> None:
    states = ("yes", "partly", "", "not yet", "yes")
    judged = [Judged("Purpose" if n < 3 else "Impact", f"Q{n}?", state, "") for n, state in enumerate(states)]
    made = report((), (), judged, year=2027, on=ON)
    assert [(each.name, each.counts) for each in made.headings] == [("Purpose", (1, 1, 0, 1)), ("Impact", (1, 0, 1, 0))]
    assert [each.question for each in made.to_do] == ["Q3?", "Q1?"]
    assert made.assessed
    assert not report((), (), judged[2:3], year=2027, on=ON).assessed


def test_an_empty_year_is_a_report_too() -> None:
    made = report((), year=2027, on=ON)
    assert (made.asked, made.times, made.usual_time, made.usual_members, made.whom, made.headings) == (
        (), (), 0, 0, (), ()
    )  # fmt: skip


DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31))
ROWS = st.lists(
    st.builds(
        lambda day, after, answer: Asked(
            day, "x", "y", date.fromordinal(day.toordinal() + after) if answer and after < 900 else None, answer, "", ""
        ),
        DAYS,
        st.integers(0, 1000),
        st.sampled_from(STATES),
    ),
    max_size=30,
)


@given(ROWS, st.lists(st.builds(Meeting, DAYS, st.integers(0, 99), st.integers(0, 9)), max_size=9), DAYS)
def test_the_sums_agree_whatever_the_rows(rows: list[Asked], meetings: list[Meeting], on: date) -> None:
    made = report(rows, meetings, year=min(2027, on.year), on=on)
    assert sum(made.count(state) for state in STATES) == len(made.asked)
    assert sum(each.asked for each in made.whom) == len(made.asked)
    of_earlier = [each for each in made.waiting if each.date.year < made.year]
    rows_in_it = len(made.asked) + len(made.earlier) + len(of_earlier) + len(made.meetings)
    assert rows_in_it + len(made.later) + made.elsewhere == len(rows) + len(meetings)
    waits = [each.days(on) for each in made.waiting]
    assert waits == sorted(waits, reverse=True)
    assert all(wait >= 0 for wait in waits)
