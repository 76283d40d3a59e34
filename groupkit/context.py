"""What a template can see: the answers by section, the nation's words, facts in force, dates, and what it cited."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from groupkit import common, meetings, render
from groupkit.cited import Cited
from groupkit.frozen import Frozen
from groupkit.group import Group, sections
from groupkit.marks import unmarked
from groupkit.rules import Finding
from groupkit.templates import Template

if TYPE_CHECKING:
    from groupkit.facts import Register
    from groupkit.work.offer import Offer


class Listed(Frozen):
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
        **shared,  # `resources` are the register's from here on; the group's own are `own_resources`
        "form_facts": shared["register"].form(group.form.kind),
        "own_resources": group.resources.local,
        "dates": common.Later(partial(meetings.first_year, group, on)),
        "agenda": _agenda,
        "unexplained": partial(_unexplained, group, shared["register"]),
        "findings": [each for each in findings if each.severity == "warning"],
        "offer": common.Later(partial(_no_offer, group)),
    }


def for_document(template: Template, shared: Mapping[str, Any]) -> dict[str, Any]:
    """Give what one document sees: the shared things, and `fact`, which remembers what was used."""
    cited = Cited(shared["facts_in_force"], shared["register"])
    for name in template.sources:
        cited.cite(name)
    return {**shared, "fact": cited.fact, "cited": cited, "common": partial(common.common, cited)}


def _unexplained(group: Group, register: Register) -> tuple[str, ...]:
    """Give the abbreviations in a group's own answers that the jargon buster does not explain."""
    from groupkit.involvement import unexplained

    return tuple(unexplained(group, [term.id for term in register.jargon(group.group.nation)]))


def _no_offer(group: Group) -> Offer:
    """Give an offer with nothing filled in, for papers about a piece of work that nobody has described yet."""
    from groupkit.work.offer import Offer

    return Offer.blank(group)


def _agenda(start: datetime.time, length: int, caller: Callable[[], str]) -> Markup:
    """Give the agenda with clock times; its items come from the template, with the answers in them escaped."""
    return Markup(meetings.agenda(start, length, unmarked(caller())))


def sources_part(context: Mapping[str, Any]) -> str:
    """Give the Markdown that lists what the document rests on, or nothing when it rests on nothing."""
    cited: Cited = context["cited"]
    if not cited.figures and not cited.sources:
        return ""
    return "\n" + common.sources_list(cited)
