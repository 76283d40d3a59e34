"""From Markdown to the blocks of a document.

Templates are written in our dialect (docs/reference/dialect.md); anything else is CommonMark with tables and task
items. What has been read once is kept: the same stretch of template text gives the very same blocks in every
document, so writers can keep what they made of a block.

What reads anew (`tokens`, `containers`, and markdown-it below them) is loaded when there is something to read: where
outlines were kept (`kept`), there is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from groupkit.document import kept
from groupkit.document.blocks import Block, Clause, Heading
from groupkit.document.chunks import Fence, chunks, code_spans, fences
from groupkit.document.markdown import MAX_CHARACTERS, parser
from groupkit.document.reading import MisuseError, Reading, Stretch
from groupkit.errors import MarkdownError, TemplateError
from groupkit.forbidden import without_forbidden
from groupkit.near import close_to

KEPT = 4096
"""How many stretches of text, and how many containers, are kept read."""

References = tuple[tuple[str, str, str], ...]


def parse(text: str, where: str = "", dialect: bool = True) -> tuple[Block, ...]:
    """Read Markdown into blocks. Clause numbers and references are still to be filled in, by `number`.

    Args:
        text: the Markdown.
        where: the name of the file, for errors.
        dialect: read `:::` containers, ids, references and blanks; raw HTML is not recognised. Without it, CommonMark
            with tables and task items: raw HTML is shown as text, and characters that XML forbids are dropped.

    Raises:
        TemplateError: the dialect is misused; names file and line.
        MarkdownError: the text is too large, or nested too deep.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_CHARACTERS:
        raise MarkdownError(
            f"{_at(where)}this Markdown has {len(text):,} characters; at most {MAX_CHARACTERS:,} can be read.",
            "Cut it into several documents.",
        )
    if not dialect:
        from groupkit.document.tokens import Blocks

        tokens = parser(dialect=False).parse(without_forbidden(text))
        return Blocks(tokens, Reading(dialect=False)).read()
    return _Template(text, where).read()


class _Template:
    """Reads one text in the dialect, stretch by stretch, and checks its ids as a whole."""

    def __init__(self, text: str, where: str) -> None:
        self.text = text
        self.where = where
        self.code = code_spans(text)
        self.references = _references(text)
        self.blocks: list[Block] = []
        self.ids: dict[str, int] = {}
        self.targets: list[tuple[str, int, int]] = []

    def read(self) -> tuple[Block, ...]:
        position, clauses = 0, None
        lines = iter(fences(self.text, self.code))
        for fence in lines:
            self._chunks(position, fence.start, clauses is not None)
            position = fence.end
            if fence.indent:
                raise self._error(fence.start, 0, "::: stands at the beginning of the line, without spaces before it.")
            if fence.kind == "clauses":
                if clauses or fence.title:
                    raise self._error(fence.start, 0, "::: clauses has no title, and cannot stand inside another.")
                clauses = fence
                self._headed = False
            elif fence.kind:
                position = self._container(fence, lines)
            elif clauses:
                clauses = None
            else:
                raise self._error(fence.start, 0, "this ::: closes nothing.")
        if clauses:
            raise self._error(clauses.start, 0, "::: clauses is not closed. End it with ::: on a line of its own.")
        self._chunks(position, len(self.text), False)
        self._check_targets()
        return tuple(self.blocks)

    _headed = False

    def _chunks(self, start: int, end: int, clauses: bool) -> None:
        for begin, chunk in chunks(self.text, start, end, clauses, self.code):
            self._add(begin, self._tried(begin, _read_chunk, chunk, clauses, self.references), clauses)

    def _container(self, fence: Fence, lines: Iterator[Fence]) -> int:
        """Read the container that `fence` opens; give where it ends."""
        close = next(lines, None)
        if close is None or close.kind or close.indent:
            from groupkit.document import containers

            known = self._tried(fence.start, containers.check_kind, fence.kind)
            raise self._error(fence.start, 0, f"::: {known} is not closed. End it with ::: on a line of its own.")
        body = self.text[fence.end + 1 : close.start]
        self._add(fence.start, self._tried(fence.start, _read_container, fence.kind, fence.title, body), False)
        return close.end

    def _add(self, begin: int, stretch: Stretch, clauses: bool) -> None:
        if clauses:
            self._check_headed(begin, stretch.blocks)
        self.blocks.extend(stretch.blocks)
        for place in stretch.ids:
            if place.id in self.ids:
                raise self._error(
                    begin, place.line, f'the id "{place.id}" is used twice. Ids differ within a document.'
                )
            self.ids[place.id] = begin
        self.targets.extend((place.id, begin, place.line) for place in stretch.targets)

    def _check_headed(self, begin: int, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Heading) and block.number:
                self._headed = True
            elif isinstance(block, Clause) and not self._headed:
                raise self._error(begin, 0, "clauses need a heading of level 2 (## Quorum) before them.")

    def _check_targets(self) -> None:
        for target, begin, line in self.targets:
            if target not in self.ids:
                near = close_to(target, self.ids, 1)
                hint = f'Did you mean "{near[0]}"?' if near else "Set it with {#" + target + "}."
                raise self._error(begin, line, f'nothing in this document has the id "{target}". {hint}')

    def _tried(self, begin: int, step: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return step(*arguments)
        except MisuseError as fault:
            raise self._error(begin, fault.line, fault.message) from None
        except MarkdownError as error:
            raise MarkdownError(_at(self.where) + error.message, error.hint) from None

    def _error(self, begin: int, line: int, message: str) -> TemplateError:
        number = self.text.count("\n", 0, begin) + line + 1
        quoted = self.text.split("\n")[number - 1].strip()
        shown = quoted if len(quoted) <= 60 else f"{quoted[:57]}..."
        return TemplateError(f"{_at(self.where, number)}{message}", f"The line reads: {shown}" if shown else "")


def _at(where: str, line: int = 0) -> str:
    place = ", ".join(part for part in (where, f"line {line}" if line else "") if part)
    return f"{place}: " if place else ""


def _references(text: str) -> References:
    """Give the link reference definitions of a whole text (label, address, title): any chunk may use them."""
    if "]:" not in text:
        return ()
    found: dict[str, Any] = {}
    parser(dialect=True).parse(text, found)
    return tuple((label, each["href"], each["title"]) for label, each in found.get("references", {}).items())


@lru_cache(maxsize=KEPT)
def _read_chunk(chunk: str, clauses: bool, references: References) -> Stretch:
    return kept.recall(f"{clauses} {references}", chunk, partial(_read, chunk, clauses, references))


def _read(chunk: str, clauses: bool, references: References) -> Stretch:
    from groupkit.document.tokens import Blocks

    reading = Reading(dialect=True)
    known = {"references": {label: {"href": href, "title": title} for label, href, title in references}}
    tokens = parser(dialect=True).parse(chunk, known if references else {})
    blocks = Blocks(tokens, reading, clause_level=2 if clauses else 0).read()
    return Stretch(blocks, tuple(reading.ids), tuple(reading.targets))


@lru_cache(maxsize=KEPT)
def _read_container(kind: str, title: str, body: str) -> Stretch:
    def read() -> Stretch:
        from groupkit.document import containers

        return containers.read(kind, title, body)

    return kept.recall(kind, f"{title}\n{body}", read)
