"""What one document rests on: the facts and sources it named while it was filled in."""

from __future__ import annotations

from dataclasses import dataclass, field

from groupkit.facts import Fact, FactsInForce, NotInForce, Register, Source


@dataclass(slots=True)
class Cited:
    """Gathers each fact and source once, in order of use."""

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
