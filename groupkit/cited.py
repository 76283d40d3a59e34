"""What one document rests on: the facts and sources it named while it was filled in."""

from __future__ import annotations

from groupkit.facts import Fact, FactsInForce, NotInForce, Register, Source


class Cited:
    """Gathers each fact and source once, in order of use."""

    def __init__(self, facts: FactsInForce, register: Register) -> None:
        self.facts = facts
        self.register = register
        self.figures: dict[str, Fact | NotInForce] = {}
        self.sources: dict[str, Source] = {}

    def fact(self, name: str) -> Fact | NotInForce:
        """Give the figure in force on the date and in the nation of the pack, and remember that it was used."""
        found = self.facts[name]
        self.figures[name] = found
        return found

    def cite(self, name: str) -> None:
        """Remember a source that the document rests on."""
        self.sources[name] = self.register.source(name)
