"""Words inside a paragraph: runs of text, links, references, pictures and blanks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

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
from groupkit.writers.docx import controls, direction, fields, styles, xml
from groupkit.writers.docx.fragment import Draft, Kind
from groupkit.writers.docx.relations import safe_address

_LONGEST_TIP = 260  # characters of a tip that Word takes


class Manner(NamedTuple):
    """How words are marked: the sum of the marks of `styles`, and their language if it is not the document's."""

    marks: int = 0
    lang: str = ""

    def with_mark(self, mark: int) -> Manner:
        """The same with a mark added."""
        return Manner(self.marks | mark, self.lang)


PLAIN = Manner()


def inlines_xml(inlines: Iterable[Inline], draft: Draft, manner: Manner = PLAIN) -> str:
    """The XML of words that stand one after another."""
    written: list[str] = []
    text = ""
    for inline in inlines:
        if isinstance(inline, Text):
            text += inline.text.replace("\n", " ")  # only `Break` ends a line
            continue
        if isinstance(inline, Break) and not inline.hard:
            text += " "
            continue
        if text:
            written.append(run(text, draft, manner))
            text = ""
        written.append(_inline(inline, draft, manner))
    if text:
        written.append(run(text, draft, manner))
    return "".join(written)


def _inline(inline: Inline, draft: Draft, manner: Manner) -> str:
    match inline:
        case Strong(children):
            return inlines_xml(children, draft, manner.with_mark(styles.STRONG))
        case Emphasis(children):
            mark = styles.EMPHASIS if draft.italics else styles.STRONG
            return inlines_xml(children, draft, manner.with_mark(mark))
        case Code(text):
            return run(text, draft, manner.with_mark(styles.CODE))
        case Break():
            return f"<w:r>{_properties(manner, False, draft)}<w:br/></w:r>"
        case Link():
            return _link(inline, draft, manner)
        case Image():
            return draft.slot(Kind.IMAGE, inline)
        case Ref(target, text):
            return fields.reference(target, text, lambda words: run(words, draft, manner))
        case Blank():
            return controls.blank(inline, draft)
        case Span(lang, children):
            return inlines_xml(children, draft, Manner(manner.marks, lang))
        case _:
            return ""


def _link(link: Link, draft: Draft, manner: Manner) -> str:
    if link.href and not link.href.startswith("#") and not safe_address(link.href):
        return inlines_xml(link.children, draft, manner)
    words = inlines_xml(link.children, draft, manner.with_mark(styles.LINK))
    if not words:
        return ""
    title = link.title if len(link.title) <= _LONGEST_TIP else f"{link.title[: _LONGEST_TIP - 1]}…"
    tip = f' w:tooltip="{xml.attribute(title)}"' if title else ""
    return f'<w:hyperlink {draft.slot(Kind.LINK, link.href)}{tip} w:history="1">{words}</w:hyperlink>'


def run(text: str, draft: Draft, manner: Manner = PLAIN) -> str:
    """Text in one manner; cut where the direction of writing changes."""
    if manner == PLAIN and text.isascii():
        return f"<w:r>{xml.run_text(text)}</w:r>"
    return "".join(
        f"<w:r>{_properties(manner, right, draft)}{xml.run_text(part)}</w:r>" for part, right in direction.runs(text)
    )


def _properties(manner: Manner, right: bool, draft: Draft) -> str:
    children: dict[str, str] = {}
    if manner.marks:
        children["w:rStyle"] = f'w:val="{styles.character(manner.marks, draft)}"'
    if right:
        children["w:rtl"] = ""
    if manner.lang:
        # Word reads the language of letters from right to left from another attribute.
        children["w:lang"] = f'w:{"bidi" if right else "val"}="{xml.attribute(manner.lang)}"'
    return xml.ordered("w:rPr", children)
