"""Numbers that fit a group of a certain size: committee, quorums, signatories, notice.

The table is that of safe defaults in the register's notes on governance. Every number gives way to what a person has
said already, so that a default never contradicts an answer.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .model import Group


class Row(NamedTuple):
    """What fits groups of up to this many members."""

    up_to: int
    committee_min: int
    committee_max: int
    quorum: int
    members_quorum: int
    members_share: Fraction
    special: int
    special_share: Fraction
    signatories: int
    notice_days: int
    closing_days: int


_THIRD, _QUARTER, _FIFTH, _TENTH = (Fraction(1, number) for number in (3, 4, 5, 10))

TABLE = (
    Row(2, 2, 2, 2, 2, _THIRD, 2, _FIFTH, 2, 14, 14),
    Row(3, 3, 3, 2, 2, _THIRD, 2, _FIFTH, 3, 14, 14),
    Row(4, 3, 4, 2, 3, _THIRD, 2, _FIFTH, 3, 14, 14),
    Row(8, 4, 6, 3, 4, _THIRD, 3, _FIFTH, 3, 14, 14),
    Row(15, 5, 7, 3, 5, _THIRD, 3, _FIFTH, 3, 14, 14),
    Row(30, 6, 9, 4, 7, _QUARTER, 5, _FIFTH, 3, 14, 21),
)
_LARGER = Row(0, 9, 12, 4, 10, _TENTH, 10, _TENTH, 4, 21, 21)

FEWEST_TRUSTEES = 3


def row(group: Group) -> Row:
    """The row of the table for this many members."""
    members = group.members.now
    return next((row for row in TABLE if members <= row.up_to), _LARGER)


def committee_min(group: Group) -> int:
    """The smallest committee: room for the quorum and the officers, and three trustees in a charity."""
    fewest = row(group).committee_min
    if group.form.is_charity:
        fewest = max(fewest, FEWEST_TRUSTEES)
    if "committee.quorum" in group.given:
        fewest = max(fewest, group.committee.quorum + 1)
    if "committee.officers" in group.given:
        fewest = max(fewest, officers_count(group))
    return min(fewest, group.committee.max) if "committee.max" in group.given else fewest


def committee_max(group: Group) -> int:
    """The largest committee: never more than the members, unless the smallest is."""
    return max(min(row(group).committee_max, group.members.now), group.committee.min)


def committee_quorum(group: Group) -> int:
    """A third of the largest committee or the table's number, but one fewer than the smallest committee."""
    third = (2 * group.committee.max + 3) // 6  # to the nearest whole number
    return max(2, min(max(row(group).quorum, third), group.committee.min - 1))


def officers(group: Group) -> tuple[str, ...]:
    """The usual officers, as far as the smallest committee has people for them."""
    names = ["treasurer", "secretary"] if group.money.holds else ["secretary"]
    if group.committee.chairs != "rotating":
        names.insert(0, "chair")
    while len(names) > 1 and people_needed(names, group.committee.chairs) > group.committee.min:
        names.pop()
    return tuple(names)


def officers_count(group: Group) -> int:
    """How many people the offices need; co-chairs are two."""
    return people_needed(group.committee.officers, group.committee.chairs)


def people_needed(names: list[str] | tuple[str, ...], chairs: str) -> int:
    """How many people these offices need: two for a chair who is two co-chairs."""
    return len(names) + (chairs == "co-chairs" and any(name.casefold() == "chair" for name in names))


def lived_experience_needed(size: int, share: str) -> int:
    """How many on a committee of this size need lived experience."""
    if share == "all":
        return size
    return ceil(Fraction(3, 4) * size) if share == "three-quarters" else size // 2 + 1


def co_opted(group: Group) -> int:
    """Places the committee may fill itself: two at most, and never so many that the majority could be lost."""
    least = group.committee.min
    left = least - lived_experience_needed(least, group.committee.lived_share) - group.committee.others
    return max(0, min(2, left))


def members_quorum(group: Group) -> int:
    """People needed at a general meeting: more than at the committee's, where there are enough members for that."""
    number, now = row(group).members_quorum, group.members.now
    if now > FEWEST_TRUSTEES:
        number = max(number, group.committee.quorum + 1)
    return min(number, now)


def special_number(group: Group) -> int:
    """Members who can call a special meeting: more than one, fewer than all."""
    return max(2, min(row(group).special, group.members.now - 1))


def notice_days(group: Group) -> int:
    """Notice of a general meeting: longer in a large group and in a group of groups."""
    return max(row(group).notice_days, 21 if group.members.groups else 0)


def closing_notice_days(group: Group) -> int:
    """Notice of a meeting to close: never shorter than of other meetings."""
    return max(row(group).closing_days, group.decisions.notice_days)


def first_agm_months(group: Group) -> int:
    """Months to the first yearly meeting: what each official model allows."""
    return 18 if group.form.is_cio else 15 if group.form.is_scio else 12


def vote_share(group: Group) -> Fraction:
    """The share of votes to change the rules or to close: fixed at three quarters for a CIO."""
    return Fraction(3, 4) if group.form.is_cio else Fraction(2, 3)


def signatories(group: Group) -> int:
    """People on the bank mandate: three so that one can be unwell, but no more than the committee has."""
    return max(group.money.signatories_needed, min(row(group).signatories, group.committee.max))
