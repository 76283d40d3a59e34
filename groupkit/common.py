"""Parts of documents that are the same for every group of a nation on one day: filled in once, then kept.

Such a part sees no answers at all, only the register, so nothing of one group can reach another through what is
kept. A template prints one with `common("parts/limits.md")`; the facts and sources that the part cites count as cited
by the document, whether the part was kept or not.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from markupsafe import Markup

from groupkit import render
from groupkit.cited import Cited
from groupkit.facts import Register

KEPT = 512
"""How many filled-in parts are kept: some twenty for each nation and day."""


class Later:
    """Something that few documents need: made when a template first reads an attribute of it."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # whoever copies it asks for these before it is whole
            raise AttributeError(name)
        value = getattr(self._made, name)
        self.__dict__[name] = value
        return value

    @cached_property
    def _made(self) -> object:
        return self._make()


class _Filled(NamedTuple):
    text: Markup
    figures: tuple[str, ...]
    sources: tuple[str, ...]


@lru_cache(maxsize=32)
def known(nation: str, on: datetime.date) -> Mapping[str, Any]:
    """Give what every template sees that is not an answer: what the register holds for a nation on a day."""
    register = Register.load()
    return {
        "on": on,
        "nation": register.nation(nation),
        "helplines": register.helplines(nation),
        "resources": register.resources(nation),
        "self_assessment": Later(_self_assessment),
        "register": register,
        "facts_in_force": register.at(on, nation),
    }


def _self_assessment() -> object:
    from groupkit.involvement import self_assessment

    return self_assessment()


def common(cited: Cited, path: str, **words: str) -> Markup:
    """Print a part that holds no answers. `words` are what it is to be about, such as the heading of a list."""
    facts = cited.facts
    filled = _filled(facts.nation, facts.date, path, tuple(words.items()))
    for figure in filled.figures:
        cited.fact(figure)
    for source in filled.sources:
        cited.cite(source)
    return filled.text


@lru_cache(maxsize=KEPT)
def _filled(nation: str, on: datetime.date, path: str, words: tuple[tuple[str, str], ...]) -> _Filled:
    shared = known(nation, on)
    cited = Cited(shared["facts_in_force"], shared["register"])
    text = render.render_part(path, {**shared, **dict(words), "fact": cited.fact, "cited": cited})
    return _Filled(Markup(text.removesuffix("\n")), tuple(cited.figures), tuple(cited.sources))


def sources_list(cited: Cited) -> str:
    """Give the list of what a document rests on; those that rest on the same have the very same list."""
    facts = cited.facts
    return _sources_list(facts.nation, facts.date, tuple(cited.figures), tuple(cited.sources))


@lru_cache(maxsize=KEPT)
def _sources_list(nation: str, on: datetime.date, figures: tuple[str, ...], sources: tuple[str, ...]) -> str:
    shared = known(nation, on)
    cited = Cited(shared["facts_in_force"], shared["register"])
    for figure in figures:
        cited.fact(figure)
    for source in sources:
        cited.cite(source)
    return render.render_part("parts/sources.md", {"on": on, "cited": cited})
