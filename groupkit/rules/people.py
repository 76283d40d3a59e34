"""Rules about the committee: its size, offices and ages. Those about people speak once names are given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from groupkit.rules.model import Case, Hit, hit, rule

if TYPE_CHECKING:
    from groupkit.group import Group, Person

ADULT = 18
_YOUNGEST_IN_CIO = 16

_BETWEEN = re.compile(r"[,;/&+]|\band\b")
_WORD = re.compile("[a-z]+")
_ENDING = re.compile("(person|man|woman|s)$")
_NOT_IN_OFFICE = frozenset({"vice", "deputy", "assistant", "former"})


def are_related(one: Person, other: Person) -> bool:
    """Whether two people are family, partners or share a home, as either of them says."""
    return _names(one, other) or _names(other, one)


def _names(one: Person, other: Person) -> bool:
    named = {name.strip().casefold() for name in (*one.related_to, *one.same_home)}
    return other.name.strip().casefold() in named


def holders(people: Sequence[Person], office: str) -> set[str]:
    """The names of those who hold an office; a deputy or a vice does not, and co-chairs do."""
    named = (person for person in people if office in person.role.casefold())  # quick to say, and most are not
    return {person.name.strip().casefold() for person in named if office in _offices(person.role)}


def _offices(role: str) -> set[str]:
    offices: set[str] = set()
    for part in _BETWEEN.split(role.casefold()):
        words = _WORD.findall(part)
        if _NOT_IN_OFFICE.isdisjoint(words):
            offices.update(_ENDING.sub("", word) for word in words)
    return offices


def youngest(group: Group) -> int:
    """The youngest that someone on the committee may be, or is, by the ages given."""
    ages = [person.age for person in group.committee.people if person.age is not None]
    return min([group.committee.youngest, *ages])


@rule("P01")
def scio_numbers(case: Case) -> Hit | None:
    """A SCIO has three trustees and two members, by law."""
    trustees, members = case.group.committee.min, case.group.members.now
    if trustees >= 3 and members >= 2:
        return None
    return hit(trustees=_count(trustees, "trustee"), members=_count(members, "member"))


@rule("P02")
def charity_numbers(case: Case) -> Hit | None:
    """A charity has three trustees."""
    return hit(min=case.group.committee.min) if case.group.committee.min < 3 else None


@rule("P03")
def funders_ask_for_three(case: Case) -> Hit | None:
    """An association of two is hard to fund."""
    return hit() if case.group.committee.min < 3 else None


@rule("P04")
def smallest_and_largest(case: Case) -> Hit | None:
    """The smallest committee is no larger than the largest."""
    committee = case.group.committee
    return hit(min=committee.min, max=committee.max) if committee.min > committee.max else None


@rule("P05")
def quorum_within_committee(case: Case) -> Hit | None:
    """The quorum is two or more, and never more than the smallest committee."""
    committee = case.group.committee
    if committee.quorum < 2:
        return hit("low")
    return hit(quorum=committee.quorum, min=committee.min) if committee.quorum > committee.min else None


@rule("P06")
def quorum_not_too_low(case: Case) -> Hit | None:
    """The models' floor: two, or the nearest to a third of the committee."""
    committee = case.group.committee
    floor = max(2, (2 * committee.max + 3) // 6)
    return hit(max=committee.max, floor=floor, quorum=committee.quorum) if committee.quorum < floor else None


@rule("P07")
def room_for_a_conflict(case: Case) -> Hit | None:
    """One person can leave the room and the rest still decide."""
    return hit() if case.group.committee.min - 1 < case.group.committee.quorum else None


@rule("P08")
def enough_people_for_offices(case: Case) -> Hit | None:
    """Each office has a person; co-chairs are two."""
    committee = case.group.committee
    count = committee.officers_count
    return hit(n=count, min=committee.min) if count > committee.min else None


@rule("P09")
def chair_and_treasurer_are_two(case: Case) -> Hit | None:
    """Nobody is both chair and treasurer."""
    people = case.group.committee.people
    both = holders(people, "chair") & holders(people, "treasurer")
    name = next((person.name for person in people if person.name.strip().casefold() in both), "")
    return hit(name=name) if name else None


@rule("P10")
def committee_not_too_large(case: Case) -> Hit | None:
    """More than 15 is hard to run."""
    return hit() if case.group.committee.max > 15 else None


@rule("P11")
def members_beside_the_committee(case: Case) -> Hit | None:
    """Some members are not on the committee."""
    committee, now = case.group.committee, case.group.members.now
    return hit() if committee.max > now and now < committee.min + 2 else None


@rule("P12")
def adult_trustees(case: Case) -> Hit | None:
    """Trustees of an unincorporated charity in England and Wales are adults."""
    return hit() if youngest(case.group) < ADULT else None


@rule("P13")
def cio_trustees(case: Case) -> Hit | None:
    """Trustees of a CIO are 16 or over, and one is an adult."""
    people = case.group.committee.people
    ages = [person.age for person in people if person.age is not None]
    no_adult = bool(people) and len(ages) == len(people) and max(ages) < ADULT
    return hit() if youngest(case.group) < _YOUNGEST_IN_CIO or no_adult else None


@rule("P14")
def scottish_trustees(case: Case) -> Hit | None:
    """OSCR expects trustees over 16."""
    return hit() if youngest(case.group) < _YOUNGEST_IN_CIO else None


@rule("P15")
def adult_officers(case: Case) -> Hit | None:
    """Chair, treasurer and signatories are adults."""
    people = case.group.committee.people
    in_office = holders(people, "chair") | holders(people, "treasurer")
    minors = (
        person.age is not None
        and person.age < ADULT
        and (person.signatory or person.name.strip().casefold() in in_office)
        for person in people
    )
    return hit() if case.group.committee.youngest < ADULT or any(minors) else None


@rule("P16")
def young_members(case: Case) -> Hit | None:
    """Members under 18 need rules that keep children safe."""
    return hit() if case.group.members.youngest < ADULT else None


@rule("P17")
def unrelated_committee(case: Case) -> Hit | None:
    """Three on the committee are not family and do not live together."""
    people = case.group.committee.people
    if not any(are_related(one, other) for one, other in combinations(people, 2)):
        return None
    threes = combinations(people, 3)
    apart = any(not any(are_related(one, other) for one, other in combinations(three, 2)) for three in threes)
    return None if apart else hit()


@rule("P19")
def names_on_the_register(case: Case) -> Hit | None:
    """A registered charity's trustees are named in public."""
    return hit() if case.group.form.kind != "small_charity_unregistered" else None


@rule("P20")
def usual_terms(case: Case) -> Hit | None:
    """Terms are one to three years."""
    years = case.group.committee.term_years
    return None if 1 <= years <= 3 else hit(years=years)


@rule("P21")
def members_for_the_committee(case: Case) -> Hit | None:
    """There are members enough for the smallest committee."""
    members, least = case.group.members.now, case.group.committee.min
    return hit(members=members, min=least) if members < least else None


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
