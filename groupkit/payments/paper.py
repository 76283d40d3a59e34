"""A plan as a paper: the words come from templates/papers/plan.md, the numbers from the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import define
from markupsafe import Markup

from groupkit import render, stale
from groupkit.document import number, parse
from groupkit.document.blocks import Document
from groupkit.facts import Benefit, Register, Source
from groupkit.payments import measures as texts
from groupkit.payments.chart import Chart, charts, draw
from groupkit.payments.planning import Plan

TEMPLATE = "papers/plan.md"


@define(slots=False)
class PlanPaper:
    """The paper of one plan, in each format. `name` is what its files are called, without an ending."""

    plan: Plan
    date: date
    name: str = "plan"
    house_style: str = "standard"

    @cached_property
    def text(self) -> str:
        """The paper in the dialect, as the template gives it."""
        return render.render_part(TEMPLATE, _context(self.plan, self.date, lambda chart: Markup(self._file(chart))))

    @cached_property
    def document(self) -> Document:
        """The paper as a document tree."""
        blocks = number(parse(self.text, where=TEMPLATE), where=TEMPLATE)
        return Document(blocks=blocks, title="What this work adds up to")

    @cached_property
    def pictures(self) -> dict[str, bytes]:
        """The charts as PNG pictures, by file name. Drawing them needs Pillow."""
        return {self._file(chart): draw(chart) for chart in charts(self.plan)}

    @cached_property
    def markdown(self) -> str:
        """The paper as Markdown. Its charts lie beside it, under the names of `pictures`."""
        from groupkit.writers import markdown

        return markdown.write(self.document)

    @cached_property
    def docx(self) -> bytes:
        """The paper as the bytes of a Word file, charts and all."""
        from groupkit.writers import docx

        return docx.write(self.document, house_style=self.house_style, date=self.date, pictures=self.pictures)

    def _file(self, chart: Chart) -> str:
        return f"{self.name}-{chart.id}.png"


def paper(plan: Plan, on: date | None = None, *, name: str = "plan", house_style: str = "standard") -> PlanPaper:
    """The paper of a plan, as of a day (today unless given). Nothing is written."""
    return PlanPaper(plan, on or date.today(), name, house_style)


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
