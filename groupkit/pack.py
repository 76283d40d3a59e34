"""The pack: every document of one group, made in memory before anything is written.

`build` checks the answers and chooses the documents. Each document is filled in, read into a tree and numbered
(`_fill_in`) when it is first asked for, and the writers turn the tree into its Word file or its Markdown.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from os import PathLike
from typing import TYPE_CHECKING, Any

from groupkit import choosing, context as contexts, looks, render, rules, stale
from groupkit.document.blocks import Blank, Document
from groupkit.errors import AnswersError
from groupkit.filled import Filled, Manner
from groupkit.frozen import Remembering
from groupkit.group import Group, read_answer, texts
from groupkit.rules import Finding
from groupkit.templates import Template

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from groupkit.folder import SaveReport
    from groupkit.writers.docx import Logo


class PackDocument(Remembering):
    """One document of a pack. It is filled in, and its bytes are made, when first asked for; then they are kept."""

    name: str
    title: str
    purpose: str
    required_by: str
    date: datetime.date
    _fill_in: Callable[[], Filled]
    house_style: str = "standard"
    logo: Logo | None = None

    @cached_property
    def document(self) -> Document:
        """The document as a tree, which the writers turn into files."""
        return self._filled.document

    @cached_property
    def markdown(self) -> str:
        """The document as Markdown text."""
        return self._filled.markdown()

    @cached_property
    def docx(self) -> bytes:
        """The document as the bytes of a Word file."""
        return self._filled.docx(self.house_style, self.date, self.logo)

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Every place still to fill in, in reading order."""
        return self._filled.blanks()

    @cached_property
    def _filled(self) -> Filled:
        return self._fill_in()

    def open(self) -> WordDocument:
        """Give the Word file opened with python-docx, for programmers who want to change it further."""
        from io import BytesIO

        import docx

        return docx.Document(BytesIO(self.docx))


class Pack(Remembering):
    """The finished set: documents in reading order, what was left out and why, and what the rules found."""

    group: Group
    date: datetime.date
    formats: tuple[str, ...]
    documents: tuple[PackDocument, ...]
    findings: tuple[Finding, ...]
    _context: Mapping[str, Any]

    def __iter__(self) -> Iterator[PackDocument]:
        """Give the documents in reading order."""
        return iter(self.documents)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self.documents)

    def __contains__(self, name: object) -> bool:
        """Tell whether a document of this name is in the pack."""
        return any(each.name == name for each in self.documents)

    def __getitem__(self, name: str) -> PackDocument:
        """Give a document by its name. Raises KeyError, naming those there are."""
        for each in self.documents:
            if each.name == name:
                return each
        raise KeyError(f"no document {name!r} in this pack; there are: {', '.join(d.name for d in self.documents)}")

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files, a calendar of the meetings among them, as they will lie in a folder: path with / -> bytes."""
        found: dict[str, bytes] = {}
        if "docx" in self.formats:
            found.update({f"{each.name}.docx": each.docx for each in self.documents})
        if "md" in self.formats:
            found.update({f"markdown/{each.name}.md": each.markdown.encode("utf-8") for each in self.documents})
        if self.group.pack.kind != "organisation":  # the meetings are those of a group
            from groupkit.meetings.calendar_file import FILE, calendar_file

            found[FILE] = calendar_file(self.group, self.date, [each.name for each in self.documents])
        if "impact-log" in self:  # the same as a file to fill in, and the others that the yearly report is made from
            from groupkit.reporting.files import empty_files

            found.update(empty_files(self.group.pack.kind))
        return found

    @cached_property
    def left_out(self) -> tuple[choosing.LeftOut, ...]:
        """The documents that are not in the pack, and why."""
        return tuple(choosing.left_out(self.group, self._context))

    @property
    def blanks(self) -> tuple[tuple[str, Blank], ...]:
        """Every place still to fill in: the name of the document, and the blank."""
        return tuple((each.name, blank) for each in self.documents for blank in each.blanks)

    @property
    def missing_styles(self) -> tuple[str, ...]:
        """The names of the styles that the group's own Word file lacks, so that ours are used for them."""
        return looks.missing(self.group) if "docx" in self.formats else ()

    def save(self, folder: str | PathLike[str]) -> SaveReport:
        """Write the pack to a folder, keeping what people changed there.

        Raises FolderError when the folder cannot be written; nothing is half-written then.
        """
        from groupkit.folder import save_pack

        return save_pack(self, folder)


def build(group: Group, *, date: datetime.date | None = None, formats: Sequence[str] | None = None) -> Pack:
    """Make the pack of a group, as of a date (today unless given).

    `formats` ("docx", "md") goes before what the answers ask for. Raises AnswersError when a rule finds
    something that cannot stand, or the answers name a document or a file that cannot be used, all of it at once, or
    a format is none; warnings and notes are in the pack's `findings`.
    """
    on = date or datetime.date.today()
    on = on.date() if isinstance(on, datetime.datetime) else on
    formats = read_answer("pack.formats", formats) if formats else group.pack.formats
    findings = checked(group, on, [*choosing.problems(group), *looks.problems(group, formats)])
    shared = contexts.for_group(group, on, findings)
    chosen = choosing.choose(group, shared)
    listed = [contexts.Listed.of(template, shared) for template in chosen]
    shared["documents"] = listed
    return Pack(
        group=group,
        date=on,
        formats=formats,
        documents=tuple(
            make(template, group, on, shared, title=each.title) for template, each in zip(chosen, listed, strict=True)
        ),
        findings=findings,
        _context=shared,
    )


def checked(group: Group, on: datetime.date, others: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Give what the rules found; an error among it stops the pack, with all errors and other problems named."""
    findings = (*rules.check(group, on), *stale.finding(on))
    if errors := [*(each.problem for each in findings if each.severity == "error"), *others]:
        raise AnswersError(errors)
    return findings


def make(
    template: Template,
    group: Group,
    on: datetime.date,
    shared: dict[str, Any],
    *,
    title: str | None = None,
    owner: str | None = None,
) -> PackDocument:
    """Make one document, to be filled in when it is asked for. `owner` is whose paper it is, if not the group's."""
    title = render.title(template, shared) if title is None else title
    return PackDocument(
        name=template.name,
        title=title,
        purpose=template.purpose,
        required_by=template.required_by,
        _fill_in=partial(_fill_in, template, group, on, shared, title, owner),
        date=on,
        house_style=looks.house_style(group),
        logo=looks.logo(group),
    )


def _fill_in(
    template: Template, group: Group, on: datetime.date, shared: dict[str, Any], title: str, owner: str | None
) -> Filled:
    """Fill in one document. Raises TemplateError when the template is at fault."""
    context = contexts.for_document(template, shared)
    text = render.render_marked(template, context) + contexts.sources_part(context)
    rests_on_figures = context["cited"].figures or template.card == "resources"
    return Filled(
        text=text,
        manner=Manner(template.path, group.pack.notes, on if rests_on_figures else None),
        title=title,
        owner=group.group.short_name if owner is None else owner,
        author=group.group.name if owner is None else owner,
        subject=template.purpose,
        contents=template.contents,
        known=texts(group),
    )
