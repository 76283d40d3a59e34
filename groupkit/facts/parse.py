"""Making the register's other entries from their files: sources, nations, forms, benefits, helplines, resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from groupkit.facts.model import (
    NATIONS,
    STATUSES,
    Benefit,
    Form,
    Heading,
    Helpline,
    Limb,
    Nation,
    Resource,
    Source,
    Standard,
    Term,
)
from groupkit.facts.read import Entry

Sources = Mapping[str, Source]
T = TypeVar("T")


def all_of(found: Mapping[str, Entry], make: Callable[[Entry], T]) -> dict[str, T]:
    """Make each entry, in the file's order, and refuse keys that were not asked for."""
    made = {}
    for id_, entry in found.items():
        made[id_] = make(entry)
        entry.done()
    return made


def source(entry: Entry) -> Source:
    """A source."""
    return Source(
        id=entry.text("id"),
        title=entry.text("title"),
        publisher=entry.text("publisher"),
        address=entry.text("address", ""),
        date=entry.source_date("date"),
    )


def named(entry: Entry, sources: Sources, key: str = "sources") -> tuple[Source, ...]:
    """The sources that an entry names.

    Raises:
        FactError: when sources.toml does not hold one of them.
    """
    ids = entry.texts(key)
    unknown = [id_ for id_ in ids if id_ not in sources]
    if unknown:
        raise entry.wrong(key, f"names {', '.join(unknown)}, which sources.toml does not hold.")
    return tuple(sources[id_] for id_ in ids)


def one(entry: Entry, sources: Sources) -> Source:
    """The one source that an entry names."""
    id_ = entry.text("source")
    if id_ not in sources:
        raise entry.wrong("source", f'is "{id_}", which sources.toml does not hold.')
    return sources[id_]


_NATION_TEXTS = (
    "name", "regulator", "regulator_short", "regulator_address", "registers", "charity_test", "calls_itself_charity",
    "consents", "accounts", "trustee_names", "equality_law", "equality_body", "local_support", "local_support_resource",
    "voice_body", "voice_body_note", "health_service", "health_body", "commissioner", "adult_at_risk", "languages",
    "carer_benefit", "disability_benefit", "council_help", "benefits_adviser",
)  # fmt: skip


def nation(entry: Entry, sources: Sources) -> Nation:
    """A nation."""
    return Nation(
        id=entry.choice("id", ("england", "wales", "scotland", "northern-ireland")),
        equality_grounds=entry.texts("equality_grounds"),
        figures=entry.texts("figures"),
        helplines=entry.texts("helplines"),
        sources=named(entry, sources),
        **{key: entry.text(key) for key in _NATION_TEXTS},
    )


_FORM_TEXTS = (
    "id", "name", "short", "regulator", "registers_with", "min_trustees_basis", "income_threshold", "liability", "agm",
    "costs", "fits", "does_not_fit", "work",
)  # fmt: skip


def form(entry: Entry, sources: Sources) -> Form:
    """A legal form."""
    return Form(
        nations=entry.nations(),
        charity=entry.flag("charity"),
        registered=entry.flag("registered"),
        legal_person=entry.flag("legal_person"),
        official_model=entry.flag("official_model"),
        min_trustees=entry.whole("min_trustees"),
        threshold=entry.text("threshold", ""),
        min_members=entry.whole("min_members"),
        needs_clauses=entry.texts("needs_clauses"),
        confidence=entry.confidence(),
        sources=named(entry, sources),
        **{key: entry.text(key) for key in _FORM_TEXTS},
    )


def benefit(entry: Entry, sources: Sources) -> Benefit:
    """A benefit."""
    return Benefit(
        nations=entry.nations(),
        savings_count=entry.flag("savings_count"),
        choice=entry.text("choice", ""),
        figures=entry.texts("figures", ()),
        confidence=entry.confidence(),
        sources=named(entry, sources),
        **{key: entry.text(key) for key in ("id", "name", "status", "earnings", "expenses", "report")},
    )


def limb(entry: Entry, sources: Sources) -> Limb:
    """A way in which someone counts as a service user."""
    return Limb(
        id=entry.text("id"),
        text=entry.text("text"),
        nations=entry.nations(),
        confidence=entry.confidence(),
        source=one(entry, sources),
    )


def helpline(entry: Entry, sources: Sources) -> Helpline:
    """A helpline."""
    optional = {key: entry.text(key, "") for key in ("phone", "text", "email", "web", "hours", "note")}
    return Helpline(
        id=entry.text("id"),
        name=entry.text("name"),
        nations=entry.nations(),
        confidence=entry.confidence(),
        source=one(entry, sources),
        **optional,
    )


def heading(entry: Entry) -> Heading:
    """A heading of the resource list."""
    return Heading(id=entry.text("id"), title=entry.text("title"))


def resource(entry: Entry, headings: Mapping[str, Heading], read_on: date, review_on: date) -> Resource:
    """A resource, under one of the list's headings."""
    optional = {key: entry.text(key, "") for key in ("authors", "year", "address", "caution")}
    return Resource(
        nations=entry.nations(),
        heading=entry.choice("heading", list(headings)),
        topics=entry.texts("topics"),
        status=entry.choice("status", STATUSES),
        founding=entry.flag("founding", False),
        confidence=entry.confidence(),
        read_on=read_on,
        review_on=review_on,
        **{key: entry.text(key) for key in ("id", "title", "publisher", "summary", "format", "cost")},
        **optional,
    )


def standard(entry: Entry, sources: Sources) -> Standard:
    """A standard for involvement."""
    return Standard(
        parts=entry.texts("parts"),
        whole=entry.flag("whole"),
        nations=entry.nations(),
        source=one(entry, sources),
        **{key: entry.text(key) for key in ("id", "name", "year", "about", "caution")},
    )


def term(entry: Entry) -> Term:
    """A short form or a hard word."""
    return Term(
        id=entry.text("id"),
        long=entry.text("long", ""),
        meaning=entry.text("meaning"),
        nations=entry.nations() if entry.has("nations") else NATIONS,
    )
