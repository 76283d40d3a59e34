"""What planned work adds up to, week by week and month by month, and how that stands to each rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from attrs import evolve, frozen

from groupkit.errors import AnswersError
from groupkit.facts import NATIONS, Benefit, Nation, Register
from groupkit.facts.words import day_words
from groupkit.near import close_to
from groupkit.payments import measures as texts
from groupkit.payments.activities import Activity, read_all
from groupkit.payments.findings import Finding, look
from groupkit.payments.measures import Measure, Measures, SpanKind
from groupkit.payments.periods import DAYS, month_of, week_of
from groupkit.payments.standing import Line, Span, measure_span


@frozen
class Plan:
    """The sums of some planned work. It says how they stand to the rules asked for; it never says what to do."""

    nation: Nation
    rules: tuple[Benefit, ...]
    """The benefits whose rules were asked for, in that order."""
    activities: tuple[Activity, ...]
    """In order of date."""
    weeks: tuple[Span, ...]
    """Each week that has work or pay in it."""
    months: tuple[Span, ...]
    """The same for months that begin on the start day: the assessment periods of Universal Credit."""
    findings: tuple[Finding, ...]
    """What deserves a look; those that cross a line first."""
    week_start: str
    period_start: int
    cases: frozenset[str]

    @property
    def total(self) -> Decimal:
        """All the pay of the plan."""
        return sum((each.amount for each in self.activities), Decimal(0))

    def spans(self, benefit: str) -> tuple[Span, ...]:
        """The weeks or months in which the rules of a benefit are counted."""
        kinds = {each.span for each in self.measures(benefit)}
        return (self.months if "month" in kinds else self.weeks) if kinds else ()

    def measures(self, benefit: str) -> tuple[Measure, ...]:
        """The tests of a benefit in this plan."""
        return texts.load().of(benefit, self.cases)

    def lines(self, benefit: str) -> tuple[tuple[Span, Line], ...]:
        """How each week or month stands to each test of a benefit, in order of time."""
        return tuple(
            (span, line) for span in self.spans(benefit) for line in span.lines if line.measure.benefit == benefit
        )

    def crossings(self, benefit: str) -> tuple[Crossing, ...]:
        """The weeks or months of a benefit that cross a line, each once, with what the choices would add up to."""
        highest = max((span.earned for span in self.spans(benefit)), default=Decimal(0))
        found = {span.start: (span, line) for span, line in self.lines(benefit) if line.crosses and span.pay}
        return tuple(Crossing(line.measure.span, start, span.pay, highest) for start, (span, line) in found.items())


@frozen
class Crossing:
    """One week or month that crosses a line, and what the choices would add up to. They are shown, never weighed."""

    span: SpanKind
    start: date
    full: Decimal
    """The full amount on the planned days."""
    by_work: Decimal
    """The most in any one week or month, if each payment came in the one of its work: an example of other dates."""


def plan(
    activities: Iterable[Activity | Mapping[str, Any]],
    rules: Collection[str],
    nation: str,
    period_start: int = 1,
    *,
    week_start: str = "monday",
    cases: Collection[str] = (),
    register: Register | None = None,
) -> Plan:
    """Work out what some activities add up to, and how that stands to the rules of some benefits. Nothing is kept.

    Args:
        activities: `Activity` objects, or mappings with `date`, `hours`, `amount`, and if known `paid_on` and `what`.
        rules: ids of benefits in the register, such as `esa-ns` or `uc`. None is fine: then there are only sums.
        nation: `england`, `wales`, `scotland` or `northern-ireland`.
        period_start: the day of the month on which a Universal Credit assessment period begins, 1 to 31.
        week_start: the day on which weeks begin. A benefit week can begin on another day than Monday.
        cases: for benefits with more than one amount, those to show (`housing`, `single`, ...); all unless given.
        register: other facts than those that come with groupkit.

    Raises:
        AnswersError: with every problem, naming the activity and the field: an unknown benefit or nation, an amount
            that is negative or huge, dates in the wrong order, a year of which no figures are known.
    """
    facts = register or Register.load()
    benefits = _checked(rules, nation, period_start, week_start, cases, facts)
    done = read_all(activities)
    if problems := _years(done, nation, facts):
        raise AnswersError(problems)
    tests = [test for each in benefits for test in texts.load().of(each.id, frozenset(cases))]
    known = partial(_known, facts, nation)
    weeks = _spans(done, partial(week_of, first=DAYS.index(week_start)), [t for t in tests if t.span == "week"], known)
    months = _spans(done, partial(month_of, start_day=period_start), [t for t in tests if t.span == "month"], known)
    made = Plan(
        nation=facts.nation(nation),
        rules=benefits,
        activities=done,
        weeks=weeks,
        months=months,
        findings=(),
        week_start=week_start,
        period_start=period_start,
        cases=frozenset(cases),
    )
    return evolve(made, findings=look(made))


def _known(facts: Register, nation: str, figure: str, day: date) -> Any:
    return facts.at(day, nation)[figure]


def _spans(
    done: tuple[Activity, ...],
    holding: Callable[[date], tuple[date, date]],
    tests: list[Measure],
    known: Callable[[str, date], Any],
) -> tuple[Span, ...]:
    found = sorted({holding(day) for each in done for day in {each.date, each.paid}})
    return tuple(measure_span(start, end, done, tests, known) for start, end in found)


# -------------------------------------------------------------- checking what was asked


def _checked(
    rules: Collection[str], nation: str, period_start: int, week_start: str, cases: Collection[str], facts: Register
) -> tuple[Benefit, ...]:
    problems: list[str] = []
    if nation not in NATIONS:
        problems.append(_none("nation", nation, NATIONS))
    if isinstance(period_start, bool) or not isinstance(period_start, int) or not 1 <= period_start <= 31:
        problems.append(f"period_start: {period_start!r} is not a day of the month. Write a number from 1 to 31.")
    if week_start not in DAYS:
        problems.append(_none("week_start", week_start, DAYS))
    known: Measures = texts.load()
    problems += [_none("case", case, known.cases) for case in cases if case not in known.cases]
    for id in rules:
        if id not in facts.all_benefits:
            problems.append(_none("rules", id, facts.all_benefits))
        elif nation in NATIONS and nation not in facts.benefit(id).nations:
            there = facts.nation(nation).name
            hint = f" Here it is {facts.nation(nation).carer_benefit}: csp." if id == "ca" else ""
            problems.append(f"rules: {id} ({facts.benefit(id).name}) does not exist in {there}.{hint}")
    if problems:
        raise AnswersError(problems)
    return tuple(facts.benefit(id) for id in dict.fromkeys(rules))


def _none(field: str, given: object, known: Iterable[str]) -> str:
    names = list(known)
    near = close_to(str(given), names, 1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}."
    return f'{field}: there is no "{given}". {hint}'


def _years(done: tuple[Activity, ...], nation: str, facts: Register) -> list[str]:
    """What is wrong with activities in years of which no limit is known."""
    first, last = _covered(nation, facts)
    return [
        f"{each.where}: date: we have no benefit figures for {day_words(each.date)}. "
        f"Those we have run from {day_words(first)} to {day_words(last)}."
        for each in done
        if not first <= each.date <= last
    ]


def _covered(nation: str, facts: Register) -> tuple[date, date]:
    """The first and last day for which the nation has yearly limits: those that were given an end."""
    wanted = {name for each in texts.load().measures for name in each.figures}
    periods = [
        period
        for name in wanted
        if nation in facts.entry(name).nations
        for period in facts.entry(name).periods
        if period.end and period.confidence != "unverified"
    ]
    return min(each.start for each in periods), max(each.end for each in periods if each.end)
