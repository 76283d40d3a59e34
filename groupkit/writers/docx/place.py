"""Where a block stands: inside which lists, quotes and clauses. Style and indent follow from it."""

from __future__ import annotations

from typing import Final, NamedTuple

# Indents in ems of the body text, so that they grow with the letters.
LIST_STEP: Final = 2
QUOTE_STEP: Final = 2
CLAUSE_INDENTS: Final = (0, 3, 5, 7)  # by level: none, 1.1, (a), (i)
DEEPEST_LIST: Final = 8  # Word's numbering has nine levels, 0 to 8


class Place(NamedTuple):
    """The surroundings of a block: how many lists, quotes and levels of clauses it stands in."""

    lists: int = 0
    quotes: int = 0
    clause: int = 0
    loose: bool = False
    note: bool = False

    @property
    def base(self) -> int:
        """The indent in ems that quotes and clauses give, lists left out."""
        return CLAUSE_INDENTS[min(self.clause, 3)] + QUOTE_STEP * self.quotes

    @property
    def indent(self) -> int:
        """The whole indent in ems."""
        return self.base + LIST_STEP * min(self.lists, DEEPEST_LIST + 1)

    def in_list(self, *, loose: bool) -> Place:
        """The place of what stands in an item of a list here."""
        return self._replace(lists=self.lists + 1, loose=loose)

    def in_quote(self) -> Place:
        """The place of what stands in a block quote here."""
        return self._replace(quotes=self.quotes + 1)

    def in_clause(self) -> Place:
        """The place of what stands in a clause here."""
        return self._replace(clause=self.clause + 1)


TOP: Final = Place()
IN_NOTE: Final = Place(note=True)
