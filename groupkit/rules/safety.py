"""Rules about equality and safety."""

from __future__ import annotations

from groupkit.rules.model import Case, Hit, hit, rule

_ASSOCIATION = 25
"""Members from which equality law counts a group as an association, or in Northern Ireland as a club."""


@rule("D09")
def equality_law_for_associations(case: Case) -> Hit | None:
    """Many members and a say over who joins bring a group under equality law for associations."""
    group = case.group
    if group.members.now < _ASSOCIATION or group.members.joining != "committee":
        return None
    return hit("northern-ireland") if group.group.nation == "northern-ireland" else hit()


@rule("D10")
def lead_and_deputy_are_two(case: Case) -> Hit | None:
    """Once both are named, they are two people."""
    support = case.group.support
    lead, deputy = support.safeguarding_lead.strip(), support.safeguarding_deputy.strip()
    return hit(name=lead) if lead and lead.casefold() == deputy.casefold() else None
