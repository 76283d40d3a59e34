"""`check`: every finding about a group at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from groupkit.facts import Fact, Register
from groupkit.facts.words import amount_words
from groupkit.rules import form, lived, meetings, money, name, payments, people, safety  # noqa: F401  (they register)
from groupkit.rules.model import PREDICATES, SEVERITIES, Case, Finding, Hit, Rule, Variant, load_rules

if TYPE_CHECKING:
    from groupkit.group import Group

_ALWAYS = Hit({})


def check(group: Group, on: date) -> list[Finding]:
    """What the rules say about a group on a day: errors first, then warnings, then notes.

    Args:
        group: the answers.
        on: the day of the pack; figures are those in force on it. A figure that the day does not cover is never
            stated: the finding then says to look it up, and is a warning at most.
    """
    about = _organisation_rules() if group.pack.kind == "organisation" else _rules(group.form.kind)
    plain = Case(group, on)
    found: list[Finding] = []
    for rule in about:
        case = Case(group, on, _last_value(rule.figure, on)) if rule.figure else plain
        hit = PREDICATES[rule.id](case) if rule.kind == "answers" else _ALWAYS
        if hit is not None:
            found.append(_finding(rule, hit, case))
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))


@cache
def _organisation_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules().values() if rule.kind != "document" and rule.organisation)


@cache
def _rules(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules().values() if rule.kind != "document" and rule.applies(kind))


def _finding(rule: Rule, found: Hit, case: Case) -> Finding:
    group = case.group
    fact = Register.load().at(case.on, group.group.nation)[rule.figure] if rule.figure else None
    said = _wording(rule, found, in_force=fact is None or isinstance(fact, Fact))
    return Finding(
        id=rule.id,
        severity=said.severity,
        message=said.message.format_map(_Values(found.values, group, rule, case)),
        reason=said.reason,
        sources=said.sources,
        keys=rule.keys,
    )


def _wording(rule: Rule, found: Hit, *, in_force: bool) -> Variant:
    if in_force and found.variant:
        return rule.variants[found.variant]
    if in_force:
        return Variant(rule.message, rule.severity, rule.reason, rule.sources)
    return Variant(rule.stale, "warning" if rule.severity == "error" else rule.severity, rule.reason, rule.sources)


def _last_value(figure: str, on: date) -> Decimal:
    """The value to compare with: the one in force, else the last that had begun, else the first of all."""
    series = Register.load().entry(figure)
    period = series.on(on) or series.latest(on) or series.periods[0]
    assert isinstance(period.value, Decimal)
    return period.value


class _Values(dict[str, object]):
    """What fills a message: the predicate's values, and words about the group that many messages need."""

    def __init__(self, values: Mapping[str, object], group: Group, rule: Rule, case: Case) -> None:
        super().__init__(values)
        self._group = group
        self._rule = rule
        self._case = case

    def __missing__(self, key: str) -> object:
        register = Register.load()
        if key == "figure":
            return amount_words(self._case.figure, register.entry(self._rule.figure).unit)
        if key == "form":
            return register.form(self._group.form.kind).short
        if key == "nation":
            return register.nation(self._group.group.nation).name
        if key == "helper":
            return register.nation(self._group.group.nation).local_support
        raise KeyError(key)
