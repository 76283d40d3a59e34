"""Rules that keep a group led by people with lived experience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groupkit.group.sizes import lived_experience_needed
from groupkit.rules.model import Case, Hit, hit, rule

if TYPE_CHECKING:
    from groupkit.group import Group


def _named(group: Group) -> tuple[int, int]:
    """The size of the committee as named so far (the smallest at least), and how many of it say they have none."""
    people = group.committee.people
    without = sum(person.lived_experience is False for person in people)
    return max(len(people), group.committee.min), without


@rule("U01")
def majority_of_those_named(case: Case) -> Hit | None:
    """More than half of a committee can still have lived experience, whoever is not named yet."""
    size, without = _named(case.group)
    return hit(people=case.group.group.people) if (size - without) * 2 <= size and without else None


@rule("U02")
def more_than_half(case: Case) -> Hit | None:
    """Some funders look for three quarters."""
    return hit() if case.group.committee.lived_share == "more-than-half" else None


@rule("U03")
def share_of_those_named(case: Case) -> Hit | None:
    """The share that the group chose can still be met; where even half cannot, U01 speaks."""
    size, without = _named(case.group)
    needed = lived_experience_needed(size, case.group.committee.lived_share)
    if size - without >= needed or (size - without) * 2 <= size:
        return None
    return hit(n=size, k=needed, without=without)


@rule("U04")
def places_for_others(case: Case) -> Hit | None:
    """Places for others, and places filled between elections, never cost the chosen share in the smallest committee."""
    committee = case.group.committee
    places = committee.others + committee.co_opted
    most = committee.min - lived_experience_needed(committee.min, committee.lived_share)
    if places <= max(0, most):
        return None
    share = committee.lived_share
    return hit("" if share == "more-than-half" else share, places=places, most=max(0, most))


@rule("U06")
def vote_after_consensus(case: Case) -> Hit | None:
    """Consensus has a vote to fall back on."""
    return hit() if case.group.decisions.style == "consensus-only" else None


@rule("U08")
def money_does_not_rotate(case: Case) -> Hit | None:
    """Roles may go round, but not the treasurer's and the names at the bank."""
    return hit() if case.group.committee.chairs == "rotating" and case.group.money.holds else None


@rule("U09")
def staff_do_not_vote(case: Case) -> Hit | None:
    """Staff speak and do not vote."""
    return hit() if case.group.decisions.staff_vote else None
