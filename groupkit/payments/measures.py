"""The tests that benefits put pay and hours to, and the sentences about them, as measures.toml holds them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources as package_files
from typing import Literal

from attrs import frozen

from groupkit.facts.read import Entry, entries, read_toml

FILE = "measures.toml"

SpanKind = Literal["week", "month"]
Effect = Literal["limit", "above", "hours"]
Severity = Literal["warning", "note"]


@frozen
class Measure:
    """One test of a benefit. `pay`, `hours`, `lower` and `share` are series of the register; empty when it has none."""

    id: str
    benefit: str
    span: SpanKind
    effect: Effect
    pay: str = ""
    hours: str = ""
    lower: str = ""
    share: str = ""
    case: str = ""
    """For whom it is, as a word for options; empty when it is for everyone."""
    label: str = ""
    """The same in words."""

    @property
    def figures(self) -> tuple[str, ...]:
        """Every series that the test needs."""
        return tuple(name for name in (self.pay, self.hours, self.lower, self.share) if name)


@frozen
class RuleWords:
    """What the planner says about a benefit: how it counts, what to ask an adviser, what to report."""

    counts: str
    ask: tuple[str, ...]
    report: Mapping[str, str]
    """By nation; the empty name is for all others. Without one, the register's own sentence holds."""
    sources: Mapping[str, tuple[str, ...]]
    """Sources (by id) of how it counts, by nation; the empty name is for all others."""


@frozen
class FindingWords:
    """How a finding is said."""

    severity: Severity
    message: str


@frozen
class Measures:
    """The whole file."""

    measures: tuple[Measure, ...]
    rules: Mapping[str, RuleWords]
    findings: Mapping[str, FindingWords]

    def of(self, benefit: str, cases: frozenset[str] = frozenset()) -> tuple[Measure, ...]:
        """The tests of a benefit; of those with cases only the ones asked for, or all when none of them was."""
        found = tuple(each for each in self.measures if each.benefit == benefit)
        chosen = tuple(each for each in found if not each.case or each.case in cases)
        return chosen if any(each.case in cases for each in found) else found

    @property
    def cases(self) -> tuple[str, ...]:
        """Every case that there is, once."""
        return tuple(dict.fromkeys(each.case for each in self.measures if each.case))


@cache
def load() -> Measures:
    """The tests that come with groupkit.

    Raises:
        FactError: when the file is malformed, naming the entry.
    """
    data = read_toml(package_files.files("groupkit.payments"), FILE)
    return Measures(
        measures=tuple(_measure(entry) for entry in entries(FILE, data, "measure").values()),
        rules={id: _rule(entry) for id, entry in entries(FILE, data, "rule").items()},
        findings={id: _finding(entry) for id, entry in entries(FILE, data, "finding").items()},
    )


def _measure(entry: Entry) -> Measure:
    optional = {key: entry.text(key, "") for key in ("pay", "hours", "lower", "share", "case", "label")}
    made = Measure(
        id=entry.text("id"),
        benefit=entry.text("benefit"),
        span=entry.choice("span", ("week", "month")),
        effect=entry.choice("effect", ("limit", "above", "hours")),
        **optional,
    )
    entry.done()
    return made


def _rule(entry: Entry) -> RuleWords:
    entry.text("id")
    ni = "northern-ireland"
    made = RuleWords(
        counts=entry.text("counts"),
        ask=entry.texts("ask"),
        report={"": entry.text("report", ""), ni: entry.text(f"report_{ni}", "")},
        sources={"": entry.texts("sources", ()), ni: entry.texts(f"sources_{ni}", ())},
    )
    entry.done()
    return made


def _finding(entry: Entry) -> FindingWords:
    entry.text("id")
    made = FindingWords(entry.choice("severity", ("warning", "note")), entry.text("message"))
    entry.done()
    return made
