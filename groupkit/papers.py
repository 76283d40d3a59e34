"""A paper that is not part of a pack: its words in a template, its numbers from whoever makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from groupkit import render
from groupkit.document import number, parse
from groupkit.document.blocks import Document
from groupkit.frozen import Remembering


class Paper(Remembering):
    """One paper, in each format."""

    template: str
    """Its words: a path under the templates, such as `papers/report.md`."""
    title: str
    date: date
    context: Mapping[str, Any]
    """What the template sees."""
    house_style: str = "standard"
    owner: str = ""
    """Whose paper it is: a name for the file's properties and its pages."""
    drawn: Callable[[], Mapping[str, bytes]] = dict
    """Draws the pictures that the template names, when they are needed."""

    @cached_property
    def text(self) -> str:
        """The paper in the dialect, as the template gives it."""
        return render.render_part(self.template, self.context)

    @cached_property
    def document(self) -> Document:
        """The paper as a document tree."""
        blocks = number(parse(self.text, where=self.template), where=self.template)
        return Document(blocks=blocks, title=self.title, owner=self.owner, author=self.owner)

    @cached_property
    def pictures(self) -> Mapping[str, bytes]:
        """The pictures, by file name. Drawing them needs Pillow."""
        return self.drawn()

    @cached_property
    def markdown(self) -> str:
        """The paper as Markdown. Its pictures lie beside it, under the names of `pictures`."""
        from groupkit.writers import markdown

        return markdown.write(self.document)

    @cached_property
    def docx(self) -> bytes:
        """The paper as the bytes of a Word file, pictures and all."""
        from groupkit.writers import docx

        return docx.write(self.document, house_style=self.house_style, date=self.date, pictures=self.pictures)
