"""The register itself: opens each file only when something in it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from importlib import resources as package_files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from groupkit.errors import FactError
from groupkit.facts import parse
from groupkit.facts.figures import FactsInForce, NotInForce, Series, find_series
from groupkit.facts.model import (
    NATIONS,
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
from groupkit.facts.parse_figures import parse_series
from groupkit.facts.read import Entry, entries, read_toml
from groupkit.near import close_to

T = TypeVar("T")

_DATES = ("read_on", "review_on")
_HOLDS: Mapping[str, tuple[str, ...]] = {
    "sources.toml": ("source",),
    "figures.toml": (*_DATES, "fact"),
    "forms.toml": ("form",),
    "nations.toml": ("nation",),
    "benefits.toml": ("benefit", "limb"),
    "helplines.toml": (*_DATES, "helpline"),
    "resources.toml": (*_DATES, "heading", "resource"),
    "standards.toml": ("standard",),
    "jargon.toml": ("term",),
}
"""What may stand at the top of each file."""


class Register:
    """Every fact that groupkit knows. A file is read at first need, checked then, and kept."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._files: dict[str, dict[str, Any]] = {}

    @classmethod
    def load(cls, folder: Traversable | None = None) -> Register:
        """The register that comes with groupkit, the same object each time, or another one from a folder.

        Raises:
            FactError: later, when a file is first needed and is malformed; the message names file and entry.
        """
        return _packaged() if folder is None else cls(folder)

    def check(self) -> None:
        """Read every file now.

        Raises:
            FactError: when one of them is malformed.
        """
        loaded = (self.figures, self.forms, self.nations, self.all_benefits, self.limbs, self.all_standards, self.terms)
        assert all(part is not None for part in loaded)
        self.all_helplines, self.all_resources  # noqa: B018  (reading them is the check)

    # -- figures

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        return parse.all_of(self._entries("sources.toml", "source"), parse.source)

    @cached_property
    def figures(self) -> Mapping[str, Series]:
        """Every series of figures, by id, in the order of the file."""
        checked, review = self._dates("figures.toml")
        found = self._entries("figures.toml", "fact")
        return {id: parse_series(entry, self.sources, checked, review) for id, entry in found.items()}

    @property
    def checked(self) -> date:
        """The day on which the figures were read."""
        return self._dates("figures.toml")[0]

    @property
    def review(self) -> date:
        """The day from which figures without an end must be looked up again."""
        return self._dates("figures.toml")[1]

    def at(self, day: date, nation: str) -> FactsInForce:
        """The figures as they stand on a day in a nation.

        Raises:
            FactError: for a nation that is not one of the four.
        """
        if nation not in NATIONS:
            raise FactError(f'"{nation}" is not a nation of the register.', f"Nations are: {', '.join(NATIONS)}.")
        return FactsInForce(self.figures, day, nation)

    def entry(self, id: str) -> Series:
        """One series with all its periods.

        Raises:
            FactError: when there is none of that id, naming the nearest one.
        """
        return find_series(self.figures, id)

    def stale(self, day: date) -> tuple[NotInForce, ...]:
        """The series whose last value has ended, or is past its review, by the day."""
        found = (series.at(day, series.nations[0]) for series in self.figures.values())
        return tuple(fact for fact in found if isinstance(fact, NotInForce) and fact.why in ("ended", "review"))

    def source(self, id: str) -> Source:
        """One source.

        Raises:
            FactError: when there is none of that id.
        """
        return _find(self.sources, id, "source")

    # -- forms, nations, benefits

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The forms a group can take, by id."""
        return parse.all_of(self._entries("forms.toml", "form"), lambda entry: parse.form(entry, self.sources))

    def form(self, kind: str) -> Form:
        """One form.

        Raises:
            FactError: when there is none of that id.
        """
        return _find(self.forms, kind, "form")

    def forms_for(self, nation: str) -> tuple[Form, ...]:
        """The forms that exist in a nation."""
        return tuple(form for form in self.forms.values() if nation in form.nations)

    @cached_property
    def nations(self) -> Mapping[str, Nation]:
        """The four nations, by id."""
        return parse.all_of(self._entries("nations.toml", "nation"), lambda entry: parse.nation(entry, self.sources))

    def nation(self, id: str) -> Nation:
        """One nation.

        Raises:
            FactError: when there is none of that id.
        """
        return _find(self.nations, id, "nation")

    @cached_property
    def all_benefits(self) -> Mapping[str, Benefit]:
        """The benefits that involvement payments may touch, by id."""
        found = parse.all_of(
            self._entries("benefits.toml", "benefit"), lambda entry: parse.benefit(entry, self.sources)
        )
        for benefit in found.values():
            for id_ in benefit.figures:
                self.entry(id_)
        return found

    def benefits(self, nation: str) -> tuple[Benefit, ...]:
        """The benefits of a nation."""
        return tuple(benefit for benefit in self.all_benefits.values() if nation in benefit.nations)

    def benefit(self, id: str) -> Benefit:
        """One benefit.

        Raises:
            FactError: when there is none of that id.
        """
        return _find(self.all_benefits, id, "benefit")

    @cached_property
    def limbs(self) -> Mapping[str, Limb]:
        """The ways in which someone counts as a service user in the benefit rules, by id."""
        return parse.all_of(self._entries("benefits.toml", "limb"), lambda entry: parse.limb(entry, self.sources))

    # -- people to turn to

    @cached_property
    def all_helplines(self) -> Mapping[str, Helpline]:
        """Every helpline, printable or not, by id."""
        return parse.all_of(
            self._entries("helplines.toml", "helpline"), lambda entry: parse.helpline(entry, self.sources)
        )

    @property
    def helplines_review(self) -> date:
        """The day from which the helplines must be looked up again."""
        return self._dates("helplines.toml")[1]

    def helplines(self, nation: str, *, unverified: bool = False) -> tuple[Helpline, ...]:
        """The helplines that serve a nation, in the order to print them; unverified ones only when asked for."""
        order = self.nation(nation).helplines
        serving = [line for line in self.all_helplines.values() if nation in line.nations]
        serving.sort(key=lambda line: order.index(line.id) if line.id in order else len(order))
        return tuple(line for line in serving if unverified or line.printable)

    @cached_property
    def headings(self) -> Mapping[str, Heading]:
        """The headings of the resource list, in order."""
        return parse.all_of(self._entries("resources.toml", "heading"), parse.heading)

    @cached_property
    def all_resources(self) -> Mapping[str, Resource]:
        """Every resource, by id."""
        read_on, review_on = self._dates("resources.toml")
        return parse.all_of(
            self._entries("resources.toml", "resource"),
            lambda entry: parse.resource(entry, self.headings, read_on, review_on),
        )

    def resources(self, nation: str, topics: Sequence[str] | None = None) -> tuple[Resource, ...]:
        """The resources for a nation, by heading; with topics (or ids of headings), only those that fit one of them."""
        wanted = None if topics is None else set(topics)
        order = list(self.headings)
        found = [
            resource
            for resource in self.all_resources.values()
            if nation in resource.nations and (wanted is None or wanted & {resource.heading, *resource.topics})
        ]
        return tuple(sorted(found, key=lambda resource: order.index(resource.heading)))

    # -- involvement

    @cached_property
    def all_standards(self) -> Mapping[str, Standard]:
        """Every standard for involvement, by id."""
        found = self._entries("standards.toml", "standard")
        return parse.all_of(found, lambda entry: parse.standard(entry, self.sources))

    def standards(self, nation: str) -> tuple[Standard, ...]:
        """The standards that hold in a nation, in the order of the file."""
        return tuple(standard for standard in self.all_standards.values() if nation in standard.nations)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Every short form and hard word of the jargon buster."""
        return parse.all_of(self._entries("jargon.toml", "term"), parse.term)

    def jargon(self, nation: str) -> tuple[Term, ...]:
        """The short forms and hard words that are used in a nation, from A to Z."""
        used = (term for term in self.terms.values() if nation in term.nations)
        return tuple(sorted(used, key=lambda term: term.id.casefold()))

    # -- files

    def _file(self, name: str) -> dict[str, Any]:
        if name not in self._files:
            data = read_toml(self._folder, name)
            if unknown := sorted(set(data) - set(_HOLDS[name])):
                raise FactError(f"{name}: no such key: {', '.join(unknown)}.", f"Keys are: {', '.join(_HOLDS[name])}.")
            self._files[name] = data
        return self._files[name]

    def _entries(self, name: str, kind: str) -> dict[str, Entry]:
        return entries(name, self._file(name), kind)

    def _dates(self, name: str) -> tuple[date, date]:
        top = Entry(name, "the top of the file", self._file(name))
        return top.day("read_on"), top.day("review_on")


@cache
def _packaged() -> Register:
    return Register(package_files.files("groupkit.facts"))


def _find(found: Mapping[str, T], id: str, kind: str) -> T:
    if id in found:
        return found[id]
    near = close_to(id, found, 1)
    raise FactError(f'There is no {kind} "{id}" in the register.', f'Did you mean "{near[0]}"?' if near else "")
