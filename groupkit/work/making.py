"""Making the papers for one piece of work, in memory, with the same machinery as a pack."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from os import PathLike
from typing import TYPE_CHECKING, Literal

from groupkit import context as contexts, render, templates
from groupkit.document.blocks import Blank
from groupkit.errors import AnswersError
from groupkit.frozen import Remembering
from groupkit.pack import PackDocument, checked, make

from .checks import problems_on, warnings_on
from .offer import Offer

if TYPE_CHECKING:
    from groupkit.folder import SaveReport

Kind = Literal["offer", "letter"]
"""What is made: the offer with its forms, or the letter for a benefits adviser or jobcentre."""


class Papers(Remembering):
    """The finished papers for one piece of work, and what whoever made them should look at."""

    offer: Offer
    kind: Kind
    date: datetime.date
    documents: tuple[PackDocument, ...]
    warnings: tuple[str, ...]

    def __iter__(self) -> Iterator[PackDocument]:
        """Give the papers in reading order."""
        return iter(self.documents)

    def __getitem__(self, name: str) -> PackDocument:
        """Give a paper by its name. Raises KeyError, naming those there are."""
        for each in self.documents:
            if each.name == name:
                return each
        raise KeyError(f"no paper {name!r}; there are: {', '.join(each.name for each in self.documents)}")

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files as they will lie in a folder, with the answers: path with forward slashes -> bytes."""
        found = {f"{self.kind}.toml": self.offer.to_toml().encode("utf-8")}
        formats = self.offer.of.pack.formats
        if "docx" in formats:
            found.update({f"{each.name}.docx": each.docx for each in self.documents})
        if "md" in formats:
            found.update({f"markdown/{each.name}.md": each.markdown.encode("utf-8") for each in self.documents})
        return found

    @property
    def blanks(self) -> tuple[tuple[str, Blank], ...]:
        """Every place still to fill in: the name of the paper, and the blank."""
        return tuple((each.name, blank) for each in self.documents for blank in each.blanks)

    def save(self, folder: str | PathLike[str]) -> SaveReport:
        """Write the papers beside a group's pack: in `folder`/work, in a folder named after the work.

        What was made before is never replaced. Raises UsageError when other papers for this work are there already,
        FolderError when the folder cannot be written.
        """
        from .saving import save

        return save(self, folder)


def papers(offer: Offer, *, date: datetime.date | None = None, kind: Kind = "offer") -> Papers:
    """Make the papers for one piece of work, as of a date (today unless given).

    Raises AnswersError when the group's answers or the dates of the offer cannot stand. A letter may be written after
    the work has begun; an offer may not.
    """
    on = date or datetime.date.today()
    if found := problems_on(offer, on) if kind == "offer" else []:
        raise AnswersError(found)
    group = offer.of
    shared = {**contexts.for_group(group, on, checked(group, on)), "offer": offer}
    chosen = [each for each in templates.documents() if kind in each.sets and render.applies(each, shared)]
    owner = offer.body.name if kind == "letter" else None  # a letter stands on the heading of whoever pays
    return Papers(
        offer=offer,
        kind=kind,
        date=on,
        documents=tuple(make(each, group, on, shared, owner=owner) for each in chosen),
        warnings=tuple(warnings_on(offer, on)),
    )
