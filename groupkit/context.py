"""What a template can see: the answers by section, the nation's words, facts in force, dates, and what it cited."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from groupkit import common, involvement, meetings, render
from groupkit.cited import Cited
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


def for_group(group: Group, on: datetime.date, findings: Sequence[Finding]) -> dict[str, Any]:
    """Give what every document of the pack sees."""
    shared = common.known(group.group.nation, on)
    return {
        **{section.name: getattr(group, section.name) for section in sections()},
        **shared,
        "form_facts": shared["register"].form(group.form.kind),
        "own_resources": group.resources.local,
        "dates": meetings.first_year(group, on),
        "agenda": _agenda,
        "unexplained": partial(involvement.unexplained, group, [term.id for term in shared["jargon"]]),
        "findings": [each for each in findings if each.severity == "warning"],
        "offer": Offer.blank(group),
    }


def for_document(template: Template, shared: Mapping[str, Any]) -> dict[str, Any]:
    """Give what one document sees: the shared things, and `fact`, which remembers what was used."""
    cited = Cited(shared["facts_in_force"], shared["register"])
    for name in template.sources:
        cited.cite(name)
    return {**shared, "fact": cited.fact, "cited": cited, "common": partial(common.common, cited)}


def _agenda(start: datetime.time, length: int, caller: Callable[[], str]) -> Markup:
    """Give the agenda with clock times; its items come from the template, with the answers in them escaped."""
    return Markup(meetings.agenda(start, length, caller))


def sources_part(context: Mapping[str, Any]) -> str:
    """Give the Markdown that lists what the document rests on, or nothing when it rests on nothing."""
    cited: Cited = context["cited"]
    if not cited.figures and not cited.sources:
        return ""
    return "\n" + common.sources_list(cited)
