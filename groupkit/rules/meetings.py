"""Rules about general meetings: majorities, notice and quorum."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from groupkit.meetings.bank_holidays import BankHolidays
from groupkit.rules.model import Case, Hit, hit, rule
from groupkit.words import clock, day, duration

if TYPE_CHECKING:
    from groupkit.group import Group

_HALF, _TWO_THIRDS, _THREE_QUARTERS = Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)
_LEAST_NOTICE, _LONGEST_NOTICE, _LONGEST_GAP = 14, 42, 15
_DAY = 24 * 60


def members_quorum(group: Group) -> int:
    """How many members a general meeting really needs: the number or the share, whichever is more."""
    decisions = group.decisions
    return max(decisions.members_quorum, ceil(decisions.members_quorum_share * group.members.now))


def special_meeting(group: Group) -> int:
    """How many members can really call a special meeting: the number or the share, whichever is more."""
    decisions = group.decisions
    return max(decisions.special_number, ceil(decisions.special_share * group.members.now))


def _shares(group: Group) -> dict[str, Fraction]:
    return {"change the rules": group.decisions.change_share, "close the group": group.decisions.close_share}


@rule("M01")
def majorities_are_majorities(case: Case) -> Hit | None:
    """Changing and closing take more than half."""
    wrong = {what: share for what, share in _shares(case.group).items() if not _HALF < share <= 1}
    what, share = next(iter(wrong.items()), ("", Fraction()))
    return hit(what=what, share=share) if what else None


@rule("M02")
def usual_majority(case: Case) -> Hit | None:
    """Two thirds is usual; at half or less M01 speaks."""
    shares = _shares(case.group).values()
    return hit() if any(_HALF < share < _TWO_THIRDS for share in shares) else None


@rule("M03")
def cio_majority(case: Case) -> Hit | None:
    """A CIO has three quarters, neither more nor less."""
    return hit() if any(share != _THREE_QUARTERS for share in _shares(case.group).values()) else None


@rule("M04")
def scio_majority(case: Case) -> Hit | None:
    """A SCIO has two thirds at least."""
    return hit() if any(share < _TWO_THIRDS for share in _shares(case.group).values()) else None


@rule("M05")
def enough_notice(case: Case) -> Hit | None:
    """14 clear days, for closing too."""
    decisions = case.group.decisions
    return hit() if min(decisions.notice_days, decisions.closing_notice_days) < _LEAST_NOTICE else None


@rule("M06")
def notice_not_too_long(case: Case) -> Hit | None:
    """Six weeks at most."""
    return hit() if case.group.decisions.notice_days > _LONGEST_NOTICE else None


@rule("M07")
def yearly_meetings(case: Case) -> Hit | None:
    """At most 15 months between them; the first as soon as the form's model says."""
    decisions, form = case.group.decisions, case.group.form
    if decisions.agm_gap_months > _LONGEST_GAP:
        return hit()
    limit = 18 if form.is_cio else 15 if form.is_scio else 12
    return hit("first", limit=limit) if decisions.first_agm_months > limit else None


@rule("M08")
def quorum_within_reach(case: Case) -> Hit | None:
    """Members enough for a general meeting."""
    needed, members = members_quorum(case.group), case.group.members.now
    return hit(needed=needed, members=members) if needed > members else None


@rule("M09")
def quorum_not_tiny(case: Case) -> Hit | None:
    """Three members at least, where there are three."""
    needed, members = members_quorum(case.group), case.group.members.now
    return hit(needed=needed, members=members) if needed < min(3, members) else None


@rule("M10")
def members_beside_the_committee(case: Case) -> Hit | None:
    """A general meeting needs more people than a committee meeting, where there are more."""
    needed, quorum = members_quorum(case.group), case.group.committee.quorum
    return hit() if needed <= quorum < case.group.members.now else None


@rule("M11")
def special_meeting_within_reach(case: Case) -> Hit | None:
    """More than one member and fewer than all can call one; two people need no rule for it."""
    needed, members = special_meeting(case.group), case.group.members.now
    return hit(needed=needed, members=members) if members > 2 and not 1 < needed < members else None


@rule("M13")
def committee_meets(case: Case) -> Hit | None:
    """Three committee meetings a year."""
    return hit() if case.group.committee.meetings_a_year < 3 else None


@rule("M17")
def ends_on_the_same_day(case: Case) -> Hit | None:
    """No meeting runs past midnight; to end at midnight is allowed."""
    start, length = case.group.meetings.start, case.group.meetings.length
    late = start.hour * 60 + start.minute + length > _DAY
    return hit(length=duration(length), start=clock(start)) if late else None


@rule("M18")
def first_meeting_on_a_bank_holiday(case: Case) -> Hit | None:
    """The first meeting, where a date is given that is still to come, is not on a bank holiday of the nation."""
    first = case.group.meetings.first
    if first is None or first < case.on or first not in BankHolidays(case.group.group.nation):
        return None
    return hit(day=day(first))
