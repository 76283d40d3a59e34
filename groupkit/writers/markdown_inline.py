"""Inlines as Markdown: emphasis, links, references and blanks, with what each needs around it to be read as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from groupkit.document.blocks import (
    Blank,
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
    Link,
    Ref,
    Span,
    Strong,
    Text,
)
from groupkit.document.text import LINE, blank_text, inline_text
from groupkit.writers.markdown_text import closed_ends, code, is_word, line_start, target, text, trimmed

Anchors = Mapping[str, str]
"""Ids of the document, and the anchor of the heading where each is found."""


def paragraph(inlines: Sequence[Inline], anchors: Anchors, mark: str = "") -> str:
    """Give a paragraph; `mark` (a clause's number, or a task's box) goes before its text."""
    lines = [trimmed(line) for line in _written(inlines, anchors).split("\n")]
    first = f"{mark} {lines[0]}" if mark else line_start(lines[0])
    return "  \n".join([first, *(line_start(line) for line in lines[1:] if line)])


def one_line(inlines: Sequence[Inline], anchors: Anchors) -> str:
    """Give inlines on a single line, for headings and table cells."""
    return trimmed(" ".join(_written(inlines, anchors).split("\n")))


def _written(inlines: Sequence[Inline], anchors: Anchors) -> str:
    """Write a run; where emphasis touches emphasis and two marks cannot tell them apart, with fewer marks."""
    written = _Run(anchors).written(inlines)
    if _emphasis_touches(inlines) and _read(written).split() != inline_text(inlines).split():
        return _Run(anchors).written(tuple(_flat(inlines)))
    return written


def _emphasis_touches(inlines: Sequence[Inline], inside: bool = False) -> bool:
    last: Inline | None = None
    for inline in inlines:
        emphasis = isinstance(inline, Emphasis | Strong)
        if emphasis and (inside or isinstance(last, Emphasis | Strong | Span)):
            return True
        if isinstance(inline, Emphasis | Strong | Link | Span) and _emphasis_touches(
            inline.children, inside or emphasis
        ):
            return True
        last = inline
    return False


def _flat(inlines: Sequence[Inline], inside: bool = False) -> Iterator[Inline]:
    """Give inlines with no emphasis inside emphasis or right after it."""
    last: Inline | None = None
    for inline in _plainly(inlines):
        if isinstance(inline, Emphasis | Strong):
            children = tuple(_flat(inline.children, inside=True))
            if inside or isinstance(last, Emphasis | Strong):
                yield from children
            else:
                yield type(inline)(children)
        elif isinstance(inline, Link):
            yield Link(inline.href, inline.title, tuple(_flat(inline.children, inside)))
        else:
            yield inline
        last = inline


def _read(markdown: str) -> str:
    from groupkit.document.inlines import inlines
    from groupkit.document.markdown import parser
    from groupkit.document.reading import Reading

    tokens = parser(dialect=False).parseInline(markdown)[0].children or []
    return inline_text(inlines(tokens, Reading(dialect=False)))


class _Run:
    """Writes one run of inlines, minding what stands on either side of emphasis."""

    def __init__(self, anchors: Anchors, depth: int = 0, in_link: bool = False) -> None:
        self.anchors = anchors
        self.depth = depth
        self.in_link = in_link
        self.out = ""
        self.closed = ""  # the mark and last character of emphasis that has just ended

    def written(self, inlines: Sequence[Inline]) -> str:
        for inline in _joined(inlines, self.in_link):
            match inline:
                case Text(words):
                    self._add(text(words, autolinks=not self.in_link).replace("\n", "&#10;"))
                case Break(hard):
                    self._add("\n" if hard else " ")
                case Code(words):
                    self._add(code(words))
                case Emphasis(children):
                    self._emphasise(1, children)
                case Strong(children):
                    self._emphasise(2, children)
                case Image():
                    self._add(f"![{text(inline.alt, autolinks=False)}]({target(inline.src, inline.title)})")
                case Blank():
                    self._add_blank(inline)
                case Ref():
                    self._add(self._reference(inline))
                case Link():
                    self._add(self._link(inline))
        return self.out

    def _inner(self, children: Sequence[Inline], deeper: int = 0, in_link: bool = False) -> str:
        return _Run(self.anchors, self.depth + deeper, self.in_link or in_link).written(children)

    def _add(self, piece: str) -> None:
        if not piece:
            return
        if self.closed and is_word(piece[0]) and (self.closed[0] == "_" or not is_word(self.closed[1])):
            piece = f"&#{ord(piece[0])};{piece[1:]}"  # emphasis would not close before a letter
        self.closed = ""
        if self.out.endswith("!") and piece[0] == "[":
            self.out = f"{self.out[:-1]}\\!"
        self.out += piece

    def _emphasise(self, length: int, children: Sequence[Inline]) -> None:
        whole = self._inner(children, deeper=1)
        inner = whole.strip(" \t\n")
        if not inner:
            self._add(whole)
            return
        start = whole.index(inner)
        self._add(whole[:start])
        mark = "*_"[self.depth % 2]
        if self.out.endswith(mark):
            mark = "_" if mark == "*" else "*"
        inner = closed_ends(inner)
        before = self.out[-1:]
        if before and is_word(before) and (mark == "_" or not is_word(inner[0])):
            self.out = f"{self.out[:-1]}&#{ord(before)};"
        self._add(f"{mark * length}{inner}{mark * length}")
        self.closed = mark + inner[-1]
        self._add(whole[start + len(inner) :] if whole.endswith((" ", "\t", "\n")) else "")

    def _add_blank(self, blank: Blank) -> None:
        words = text(blank_text(blank).removeprefix(LINE), autolinks=False)
        free = not self.out or self.out[-1].isspace()
        self._add(words if blank.kind == "tick" else (LINE if free else LINE.replace("_", r"\_")) + words)

    def _reference(self, ref: Ref) -> str:
        words = text(ref.text, autolinks=False)
        return f"[{words}](#{self.anchors[ref.target]})" if ref.target in self.anchors and not self.in_link else words

    def _link(self, link: Link) -> str:
        words = self._inner(link.children, in_link=True)
        plain = link.children[0].text if len(link.children) == 1 and isinstance(link.children[0], Text) else ""
        if plain and not link.title and link.href in (plain, f"mailto:{plain}") and re.fullmatch(r"[!-;=?-~]+", plain):
            return f"<{plain}>"
        href = link.href
        if href.startswith("#"):
            href = f"#{self.anchors.get(href[1:], href[1:])}"
        return f"[{words}]({target(href, link.title)})"


def _joined(inlines: Sequence[Inline], in_link: bool) -> list[Inline]:
    """Join neighbours of one kind that would touch: texts, code, emphasis."""
    joined: list[Inline] = []
    for inline in _plainly(inlines, in_link):
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + inline.text)
        elif isinstance(inline, Code) and isinstance(last, Code):
            joined[-1] = Code(last.text + inline.text)
        elif isinstance(inline, Emphasis) and isinstance(last, Emphasis):
            joined[-1] = Emphasis(last.children + inline.children)
        elif isinstance(inline, Strong) and isinstance(last, Strong):
            joined[-1] = Strong(last.children + inline.children)
        else:
            joined.append(inline)
    return joined


def _plainly(inlines: Sequence[Inline], in_link: bool = False) -> Iterator[Inline]:
    """Take the words out of spans (Markdown cannot name a language) and of links inside links."""
    for inline in inlines:
        if isinstance(inline, Span) or (in_link and isinstance(inline, Link)):
            yield from _plainly(inline.children, in_link)
        else:
            yield inline
