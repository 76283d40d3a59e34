"""A plan as a paper: the words come from templates/papers/plan.md, the numbers from the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from groupkit import stale
from groupkit.facts import Benefit, Register, Source
from groupkit.papers import Paper
from groupkit.payments import measures as texts
from groupkit.payments.chart import Chart, charts, draw
from groupkit.payments.planning import Plan

TEMPLATE = "papers/plan.md"


def paper(plan: Plan, on: date | None = None, *, name: str = "plan", house_style: str = "standard") -> Paper:
    """The paper of a plan, as of a day (today unless given). Nothing is written.

    `name` is what its files are called, without an ending; its charts are named after it.
    """
    day = on or date.today()

    def file(chart: Chart) -> str:
        return f"{name}-{chart.id}.png"

    return Paper(
        template=TEMPLATE,
        title="What this work adds up to",
        date=day,
        context=_context(plan, day, lambda chart: Markup(file(chart))),
        house_style=house_style,
        drawn=lambda: {file(chart): draw(chart) for chart in charts(plan)},
    )


def _context(plan: Plan, on: date, file: Callable[[Chart], Markup]) -> dict[str, Any]:
    register = Register.load()
    return {
        "plan": plan,
        "nation": plan.nation,
        "on": on,
        "stale": stale.last_day(on),
        "resources": register.resources(plan.nation.id),
        "words": texts.load(),
        "charts": charts(plan),
        "file": file,
        "number": number_words,
        "report": lambda benefit: _report(plan, benefit),
        "short": short,
        "sources": tuple(_sources(plan)),
        "benefits_with_savings": [each.name for each in plan.rules if each.savings_count and each.printable],
    }


def number_words(value: Decimal) -> str:
    """A number of hours as people write it: 2, 1.5."""
    return f"{value.normalize():f}"


def short(address: str) -> str:
    """A web address as it is read out: without `https://www.`."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _report(plan: Plan, benefit: Benefit) -> str:
    said = texts.load().rules.get(benefit.id)
    if said is None:
        return benefit.report
    return said.report.get(plan.nation.id) or said.report[""] or benefit.report


def _sources(plan: Plan) -> Iterator[Source]:
    """Every source of the plan once: of the figures that it shows, then of the rules."""
    found: dict[str, Source] = {}
    for benefit in plan.rules:
        lines = [line for _, line in plan.lines(benefit.id)]
        figures = [figure.source for line in lines for figure in line.figures if figure.source]
        for source in (*figures, *_rule_sources(plan, benefit)):
            found.setdefault(source.id, source)
    return iter(found.values())


def _rule_sources(plan: Plan, benefit: Benefit) -> tuple[Source, ...]:
    """Where the rule itself was read: what measures.toml names for it, else what the register does."""
    said = texts.load().rules.get(benefit.id)
    own = (said.sources.get(plan.nation.id) or said.sources[""]) if said else ()
    if own:
        return tuple(map(Register.load().source, own))
    return benefit.sources if benefit.printable else ()
