"""What a template can see: the answers by section, the nation's words, facts in force, dates, and what it cited."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from groupkit import involvement, meetings, render
from groupkit.facts import Fact, FactsInForce, NotInForce, Register, Source
from groupkit.group import Group, sections
from groupkit.rules import Finding
from groupkit.templates import Template
from groupkit.work.offer import Offer


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as another document names it (the table in start-here)."""

    name: str
    title: str
    purpose: str
    required_by: str
    who: str

    @classmethod
    def of(cls, template: Template, context: Mapping[str, Any]) -> Listed:
        """Make the entry of one template."""
        return cls(template.name, render.title(template, context), template.purpose, template.required_by, template.who)


@dataclass(slots=True)
class Cited:
    """What one document rests on, gathered while it is filled in: each fact and source once, in order of use."""

    facts: FactsInForce
    register: Register
    figures: dict[str, Fact | NotInForce] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def fact(self, name: str) -> Fact | NotInForce:
        """Give the figure in force on the date and in the nation of the pack, and remember that it was used."""
        found = self.facts[name]
        self.figures[name] = found
        return found

    def cite(self, name: str) -> None:
        """Remember a source that the document rests on."""
        self.sources[name] = self.register.source(name)


def for_group(group: Group, on: datetime.date, findings: Sequence[Finding]) -> dict[str, Any]:
    """Give what every document of the pack sees."""
    register = Register.load()
    nation = group.group.nation
    jargon = register.jargon(nation)
    return {
        **{section.name: getattr(group, section.name) for section in sections()},
        "on": on,
        "nation": register.nation(nation),
        "form_facts": register.form(group.form.kind),
        "helplines": register.helplines(nation),
        "resources": register.resources(nation),
        "own_resources": group.resources.local,
        "dates": meetings.first_year(group, on),
        "agenda": _agenda,
        "standards": register.standards(nation),
        "self_assessment": involvement.self_assessment(),
        "jargon": jargon,
        "unexplained": involvement.unexplained(group, (term.id for term in jargon)),
        "findings": [each for each in findings if each.severity == "warning"],
        "register": register,
        "facts_in_force": register.at(on, nation),
        "offer": Offer.blank(group),
    }


def for_document(template: Template, shared: Mapping[str, Any]) -> dict[str, Any]:
    """Give what one document sees: the shared things, and `fact`, which remembers what was used."""
    cited = Cited(shared["facts_in_force"], shared["register"])
    for name in template.sources:
        cited.cite(name)
    return {**shared, "fact": cited.fact, "cited": cited}


def _agenda(start: datetime.time, length: int, caller: Callable[[], str]) -> Markup:
    """Give the agenda with clock times; its items come from the template, with the answers in them escaped."""
    return Markup(meetings.agenda(start, length, caller))


def sources_part(context: Mapping[str, Any]) -> str:
    """Give the Markdown that lists what the document rests on, or nothing when it rests on nothing."""
    cited: Cited = context["cited"]
    if not cited.figures and not cited.sources:
        return ""
    return "\n" + render.render_part("parts/sources.md", context)
