"""What in a plan deserves a look: lines that are crossed, payments that come late or together, figures to look up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from groupkit.facts import Benefit, NotInForce
from groupkit.facts.words import day_words
from groupkit.payments import measures as texts
from groupkit.payments.measures import Severity
from groupkit.payments.standing import OVER, Line, Span
from groupkit.words import pounds

if TYPE_CHECKING:
    from groupkit.payments.planning import Plan


@frozen
class Finding:
    """One thing that deserves a look."""

    id: str
    """What it is: `over-pay`, `bunched`, `late`, ... as measures.toml lists them."""
    severity: Severity
    message: str
    rule: str = ""
    """The benefit (by id); empty when it is about the whole plan."""
    start: date | None = None
    """The first day of the week or month that it is about."""
    values: dict[str, Any] = field(factory=dict, hash=False)
    """What the message was made from."""

    def __str__(self) -> str:
        return self.message


def look(plan: Plan) -> tuple[Finding, ...]:
    """Everything in a plan that deserves a look: warnings first, then in the order of rules and time."""
    found: dict[str, Finding] = {}
    for benefit in plan.rules:
        if not benefit.printable:
            each = _finding("not-checked", benefit=benefit)
            found[each.message] = each
        for span, line in plan.lines(benefit.id):
            found |= {each.message: each for each in _about(plan, benefit, span, line)}
        if any(each.span == "month" for each in plan.measures(benefit.id)):
            found |= {each.message: each for each in _landing(plan, benefit)}
    if undated := sum(1 for each in plan.activities if each.paid_on is None and each.amount):
        each = _finding("no-pay-date", count=undated)
        found[each.message] = each
    return tuple(sorted(found.values(), key=lambda each: each.severity == "note"))


def _about(plan: Plan, benefit: Benefit, span: Span, line: Line) -> Iterator[Finding]:
    """What one line of the plan gives rise to."""
    finding = partial(_finding, benefit=benefit, span=span, line=line)
    for figure in line.figures:
        if isinstance(figure, NotInForce):
            yield _finding("look-up", benefit=benefit, figure=figure.name, look_up=figure.look_up)
    if line.standing == "look-up":
        return
    if line.changed:
        yield finding("changes")
    if line.crosses:
        yield finding("hours" if line.standing == "at-hours" else line.standing)
        others = _weeks_of_work(plan, span, line)
        if line.standing in ("over-pay", "over-both", "above") and others:
            yield finding("bunched", others=others)
    elif line.by_work in OVER and line.measure.effect == "limit":
        yield finding("by-work")


def _weeks_of_work(plan: Plan, span: Span, line: Line) -> int:
    """The number of weeks (or months) of the work that is paid here; 0 where one of them crosses the line by itself."""
    spans = plan.spans(line.measure.benefit)
    places = {
        other.start: each
        for other in spans
        for each in other.lines
        if each.measure == line.measure and any(other.start <= paid.date <= other.end for paid in span.payments)
    }
    if any(each.by_work != "within" and each.by_work != "nothing-above" for each in places.values()):
        return 0
    return len(places)


def _landing(plan: Plan, benefit: Benefit) -> Iterator[Finding]:
    """Payments that land in a later assessment period than their work, or on the edge of one."""
    for span in plan.months:
        for paid in span.payments:
            if not paid.amount:
                continue
            finding = partial(
                _finding, benefit=benefit, span=span, amount=pounds(paid.amount), paid=day_words(paid.paid)
            )
            if paid.date < span.start:
                yield finding("late", worked=day_words(paid.date))
            if paid.paid in (span.start, span.end):
                yield finding("edge", which="first" if paid.paid == span.start else "last")


def _finding(
    id: str, *, benefit: Benefit | None = None, span: Span | None = None, line: Line | None = None, **values: Any
) -> Finding:
    words = texts.load().findings[id]
    if benefit:
        values["benefit"] = benefit.name
    if span:
        values |= {"start": day_words(span.start), "pay": pounds(span.pay), "earned": pounds(span.earned)}
        values |= {"hours": f"{span.hours.normalize():f}", "span": "week"}
    if line:
        values |= {"span": line.measure.span, "label": line.measure.label}
        values |= {"case": f" ({line.measure.label})" if line.measure.label else ""}
        values |= {"limit": getattr(line.limit, "amount", ""), "hours_limit": getattr(line.hours_limit, "amount", "")}
    return Finding(
        id=id,
        severity=words.severity,
        message=words.message.format_map(values),
        rule=benefit.id if benefit else "",
        start=span.start if span else None,
        values=values,
    )
