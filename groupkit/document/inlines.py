"""From markdown-it's inline tokens to the inlines of the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from groupkit.document.blocks import (
    Blank,
    BlankKind,
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
from groupkit.document.links import is_live
from groupkit.document.markdown import MAX_NESTING, too_deep
from groupkit.document.reading import Place, Reading
from groupkit.document.text import inline_text
from groupkit.forbidden import without_forbidden
from groupkit.near import close_to

if TYPE_CHECKING:
    from markdown_it.token import Token

BLANK_KINDS: tuple[BlankKind, ...] = get_args(BlankKind)
_CHOICE = re.compile(r"(?:[^\\|]|\\.)+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def inlines(tokens: Sequence[Token], reading: Reading) -> tuple[Inline, ...]:
    """Give the inlines of one paragraph, heading or cell. Raises MisuseError where the dialect is misused."""
    runs: list[list[Inline]] = [[]]
    opened: list[Token] = []
    for token in tokens:
        if token.nesting == 1:
            opened.append(token)
            runs.append([])
            if len(opened) > MAX_NESTING:
                raise too_deep()
        elif token.nesting == -1:
            children = tuple(runs.pop())
            _add(runs[-1], _wrapped(opened.pop(), children, reading))
        else:
            _leaf(runs[-1], token, reading)
    return tuple(runs[0])


def _add(run: list[Inline], inline: Inline) -> None:
    """Append, joining neighbouring texts into one."""
    if isinstance(inline, Text) and run and isinstance(run[-1], Text):
        run[-1] = Text(run[-1].text + inline.text)
    else:
        run.append(inline)


def _leaf(run: list[Inline], token: Token, reading: Reading) -> None:
    kind = token.type
    if kind in ("text", "text_special"):  # markdown-it joins the two, but not in words of a picture in such words
        if token.content:
            _add(run, Text(without_forbidden(token.content)))
    elif kind in ("softbreak", "hardbreak"):
        run.append(Break(hard=kind == "hardbreak"))
    elif kind == "code_inline":
        run.append(Code(without_forbidden(token.content)))
    elif kind == "image":
        alt = inline_text(inlines(token.children or (), reading)).replace("\n", " ")
        run.append(Image(_attr(token, "src", reading), alt, _attr(token, "title", reading)))
    elif kind == "html_inline":
        for number, line in enumerate(token.content.split("\n")):
            if number:
                run.append(Break(hard=False))
            _add(run, Text(without_forbidden(line)))
    elif kind == "anchor":
        raise reading.fault(f"{{#{token.content}}} can name a heading or a clause, nothing else.")
    else:  # pragma: no cover - a token type of a plug-in that is not installed
        raise AssertionError(f"unknown inline token {kind}")


def _wrapped(token: Token, children: tuple[Inline, ...], reading: Reading) -> Inline:
    if token.type == "em_open":
        return Emphasis(children)
    if token.type == "strong_open":
        return Strong(children)
    href, title = _attr(token, "href", reading), _attr(token, "title", reading)
    if not reading.dialect:
        return Link(href, title, children)
    if href.startswith("#"):
        reading.targets.append(Place(href[1:], reading.line))
        return Link(href, title, children) if children else Ref(href[1:])
    if href.startswith("blank:"):
        return _blank(href[6:], title, children, reading)
    if href.startswith("lang:"):
        if not _LANGUAGE.fullmatch(href[5:]):
            raise reading.fault(f'"{href[5:]}" is not a language. Write its code, such as lang:cy for Welsh.')
        return Span(href[5:], children)
    if not is_live(href):
        raise reading.fault(f'"{href}" is not a link that can be followed. Use https:, mailto:, tel: or a file name.')
    if not inline_text(children).strip():
        raise reading.fault(f'the link to "{href}" has no words to show.')
    return Link(href, title, children)


def _blank(kind: str, offered: str, children: tuple[Inline, ...], reading: Reading) -> Blank:
    label = inline_text(children).strip(" ")
    if not label:
        raise reading.fault("a blank needs a label that says what goes there: [Date of the meeting](blank:date).")
    return blank(label, kind or "text", choices(offered), reading)


def blank(label: str, kind: str, offered: tuple[str, ...], reading: Reading) -> Blank:
    """Make a blank. Raises MisuseError for an unknown kind, or where a choice and its choices do not go together."""
    known = next((each for each in BLANK_KINDS if each == kind), None)
    if known is None:
        near = close_to(kind, BLANK_KINDS, 1)
        hint = f"Did you mean {near[0]}?" if near else f"The kinds are {', '.join(BLANK_KINDS)}."
        raise reading.fault(f'"{kind}" is not a kind of blank. {hint}')
    if (known == "choice") != bool(offered):
        raise reading.fault(f'the blank "{label}" needs the kind choice together with its choices: "one|two|three".')
    return Blank(label, known, offered)


def choices(offered: str) -> tuple[str, ...]:
    r"""Split `one|two`; a bar or backslash inside a choice stands as `\|` or `\\`."""
    return tuple(re.sub(r"\\(.)", r"\1", each).strip(" ") for each in _CHOICE.findall(offered) if each.strip(" "))


def _attr(token: Token, name: str, reading: Reading) -> str:
    return without_forbidden(reading.took(str(token.attrGet(name) or "")))
