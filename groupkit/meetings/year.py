"""The dates of a group's first year: first meeting, the one after, a meeting with a partner, the AGM, and deadlines."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from groupkit.frozen import Frozen
from groupkit.meetings.bank_holidays import BankHolidays
from groupkit.meetings.pattern import dates, parse_pattern
from groupkit.words import month

if TYPE_CHECKING:
    from groupkit.group import Group

Days: TypeAlias = BankHolidays | tuple[date, ...]

LEAST_WEEKS_TO_FIRST = 3
"""Word of mouth, posters and access needs take at least this long before a first meeting."""
PARTNER_MONTHS = 6
SPARE_WEEKS = 4
"""Kept free before the last day for an AGM, so that one that must be called again is still in time."""
EARLIEST_AGM_MONTHS = 6
"""Nearer to the first meeting than this there is too little to report on."""


class MeetingDates(Frozen):
    """The dates a group's papers speak of, each worked out from its pattern.

    `regular` is every meeting of the first year after the first one, in order; `ordinary` is the next of them.
    `stepped_round` are the days of that year on which the pattern would have had a meeting, but for a bank holiday.
    `papers_days` and `notice_days` are the group's own, for the deadlines.
    """

    first: date
    ordinary: date
    partner: date
    agm: date
    regular: tuple[date, ...]
    stepped_round: tuple[date, ...]
    papers_days: int
    notice_days: int

    def papers(self, meeting: date) -> date:
        """The last day to send the papers of a meeting."""
        return meeting - timedelta(days=self.papers_days)

    def items(self, meeting: date) -> date:
        """The last day to ask for an item on the agenda: three days before the papers go."""
        return self.papers(meeting) - timedelta(days=3)

    def notice(self, meeting: date) -> date:
        """The last day to send the notice of a general meeting."""
        return send_by(meeting, self.notice_days)

    def access(self, meeting: date) -> date:
        """The day by which to say what you need: two weeks before, so that an interpreter can be booked."""
        return meeting - timedelta(weeks=2)


def send_by(meeting: date, clear_days: int) -> date:
    """The last day for a notice of so many clear days: neither the day of sending nor that of the meeting counts."""
    return meeting - timedelta(days=clear_days + 1)


def first_meeting(group: Group, on: date, skip: Days = ()) -> date:
    """The date given for the first meeting, else the first of the pattern that is at least three weeks after `on`."""
    if group.meetings.first:
        return group.meetings.first
    return dates(group.meetings.pattern, on + timedelta(weeks=LEAST_WEEKS_TO_FIRST), count=1, skip=skip)[0]


@lru_cache(maxsize=8)  # the papers and the calendar file of one pack ask one after the other
def first_year(group: Group, on: date) -> MeetingDates:
    """All dates of the first year, for papers made on the day `on`; bank holidays of the nation are stepped round."""
    return calendar(group, on, skip=BankHolidays(group.group.nation))


def calendar(group: Group, on: date, skip: Days = ()) -> MeetingDates:
    """All dates of the first year, for papers made on the day `on`; dates in `skip` are stepped round.

    A group whose first meeting is already past gets the dates that come next.
    """
    first = first_meeting(group, on, skip)
    now = max(first, on)
    regular = _regular(group.meetings.pattern, first, _add_months(now, 36), skip)
    ahead = [day for day in regular if day > now]
    agm = _agm(group, first, now, [day for day in ahead if send_by(day, group.decisions.notice_days) > on])
    half_year, year = _add_months(now, PARTNER_MONTHS), _add_months(now, 12)
    return MeetingDates(
        first=first,
        ordinary=ahead[0],
        partner=next(day for day in ahead if day >= half_year and day != agm),
        agm=agm,
        regular=tuple(day for day in ahead if day <= year),
        stepped_round=tuple(day for day in _regular(group.meetings.pattern, first, year) if day > now and day in skip),
        papers_days=group.meetings.papers_days,
        notice_days=group.decisions.notice_days,
    )


@lru_cache(maxsize=256)
def _regular(pattern: str, first: date, until: date, skip: Days = ()) -> tuple[date, ...]:
    """The meetings after the first. A first meeting that is off the pattern is followed a week later at least."""
    kind = parse_pattern(pattern)
    fits = next(kind.days_from(first)) == first
    begin = first if fits else first + timedelta(weeks=1)
    return tuple(day for day in dates(kind, begin, until=until, skip=skip) if day > first)


def _agm(group: Group, first: date, now: date, possible: list[date]) -> date:
    """The next AGM, one of the `possible` dates: in the group's month where that is in time, else as late as is safe.

    In time is at least half a year from `now` and before the limit; safe is weeks before the limit. The limit of the
    first is `decisions.first_agm_months` after the first meeting, or after the rules were adopted if that came before;
    later ones, and those that the pattern cannot reach, follow every twelve months.
    """
    begin = min(first, group.form.adopted or first)
    months = group.decisions.first_agm_months
    while _add_months(begin, months) < possible[0]:
        months += 12
    limit = _add_months(begin, months)
    not_before = _add_months(now, EARLIEST_AGM_MONTHS)
    in_time = [day for day in possible if day <= limit]
    wanted = [day for day in in_time if day >= not_before and month(day).split()[0] == group.meetings.agm_month]
    safe = [day for day in in_time if day <= limit - timedelta(weeks=SPARE_WEEKS)]
    return (wanted or safe[-1:] or in_time[-1:])[0]


def _add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    after = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (after - first).days))
