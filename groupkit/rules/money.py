"""Rules about the bank and money."""

from __future__ import annotations

from itertools import combinations

from groupkit.rules.model import Case, Hit, hit, rule
from groupkit.rules.people import are_related


@rule("B01")
def two_approve(case: Case) -> Hit | None:
    """Two approve each payment, and there are as many as are needed."""
    money = case.group.money
    fine = 2 <= money.signatories_needed <= money.signatories
    return None if fine else hit(needed=money.signatories_needed, listed=money.signatories)


@rule("B02")
def three_can_approve(case: Case) -> Hit | None:
    """Three, so that one can be unwell."""
    return hit() if case.group.money.signatories < 3 else None


@rule("B03")
def unrelated_signatories(case: Case) -> Hit | None:
    """Those who approve payments are not family and do not live together."""
    signing = [person for person in case.group.committee.people if person.signatory]
    pairs = [(one, other) for one, other in combinations(signing, 2) if are_related(one, other)]
    return hit(first=pairs[0][0].name, second=pairs[0][1].name) if pairs else None


@rule("B05")
def signatories_are_on_the_committee(case: Case) -> Hit | None:
    """No more of them than the committee has people."""
    listed, most = case.group.money.signatories, case.group.committee.max
    return hit(listed=listed, max=most) if listed > most and case.group.money.holds else None


@rule("B06")
def little_cash(case: Case) -> Hit | None:
    """The National Lottery's limit on cash, for groups that hold money."""
    return hit() if case.group.money.holds else None


@rule("B08")
def both_languages(case: Case) -> Hit | None:
    """National Lottery grants in Wales."""
    return hit() if case.group.group.nation == "wales" and case.group.money.lottery else None
