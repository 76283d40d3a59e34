"""The Markdown parser: markdown-it-py with tables, our `{#id}` rules, and limits that bound time and memory."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from groupkit.document.reading import MisuseError
from groupkit.errors import MarkdownError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MAX_CHARACTERS = 500_000
MAX_NESTING = 100
MAX_BRACKETS = 32
"""How deep square brackets may stand inside one another: every level is looked through again for links."""

MAX_LOOKED_THROUGH = 2_000_000
"""Characters of a paragraph that are looked through for links, counted once for each level of brackets in it."""

MAX_TOKENS = 100_000
MAX_LAZY_LINES = 250_000
"""Lines that go on in a quote without a mark, counted once for each quote: all the rest is tried on each of them."""

KEPT = 4096
"""How many paragraphs, headings and cells of templates are kept read."""

_INLINE_ID = re.compile(r"\{#([^}\n]*)\}[ \t]*")
_BRACKET = re.compile(r"\\.|[\[\]]", re.S)
_VALID_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@cache
def parser(dialect: bool) -> MarkdownIt:
    """Give the parser of our templates (`dialect`), or that of plain CommonMark with tables.

    In the dialect raw HTML is not recognised at all. In plain CommonMark it is recognised, so that everything
    around it is read exactly as the specification says, and shown as text later.
    """
    from markdown_it import MarkdownIt

    # markdown-it drops what is nested deeper than maxNesting without a word; the `limits` rule speaks up before.
    md = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING + 20}).enable("table")
    md.block.ruler.before("table", "limits", _limits, {"alt": ["blockquote"]})
    md.core.ruler.before("inline", "brackets", _brackets)
    if dialect:
        md.disable(["html_block", "html_inline"])
        md.core.ruler.at("inline", _inline)
        md.block.ruler.before("table", "anchor", _anchor_block, {"alt": ["paragraph", "reference", "blockquote"]})
        md.inline.ruler.before("text", "anchor", _anchor_inline)
    return md


def too_deep() -> MarkdownError:
    """Make the error for lists, quotes or emphasis nested too deep."""
    return MarkdownError(
        f"this Markdown is nested more than {MAX_NESTING} levels deep.", "Use fewer lists or quotes inside one another."
    )


def _limits(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Refuse text that would cost too much; never matches anything.

    It is asked (`silent`) at every line that goes on in a quote without a mark, once for each quote around it.
    """
    if silent:
        state.env["lazy"] = state.env.get("lazy", 0) + 1
        if state.env["lazy"] > MAX_LAZY_LINES:
            raise MarkdownError(
                "this Markdown has too many lines in quotes inside one another.", "Put > before each line of a quote."
            )
        return False
    if state.level > MAX_NESTING:
        raise too_deep()
    if len(state.tokens) > MAX_TOKENS:
        raise MarkdownError("this Markdown holds too many parts.", "Cut it into several documents.")
    return False


def _inline(state: StateCore) -> None:
    """Read the words of paragraphs, headings and cells: most are the same as in the text before, and are kept read."""
    from markdown_it.rules_core import inline

    if state.inlineMode or state.env.get("references"):
        inline(state)
        return
    for token in state.tokens:
        if token.type == "inline":
            token.children = list(_children(token.content))


@lru_cache(maxsize=KEPT)
def _children(content: str) -> tuple[Token, ...]:
    return tuple(parser(dialect=True).parseInline(content)[0].children or ())


def _brackets(state: StateCore) -> None:
    """Refuse paragraphs with brackets within brackets without end: looking for links in them takes too long."""
    for token in state.tokens:
        count = token.content.count("[") if token.type == "inline" else 0
        if count > MAX_BRACKETS or count * len(token.content) > MAX_LOOKED_THROUGH:
            depth = _depth(token.content)
            if depth > MAX_BRACKETS or depth * len(token.content) > MAX_LOOKED_THROUGH:
                raise MarkdownError(
                    f"this Markdown has square brackets more than {MAX_BRACKETS} levels deep, or open ones in front of "
                    "a very long paragraph.",
                    r"Close them, or write \[ for a bracket that is text.",
                )


def _depth(text: str) -> int:
    """Give how deep square brackets stand inside one another at most."""
    depth = deepest = 0
    for found in _BRACKET.finditer(text):
        depth = depth + 1 if found[0] == "[" else max(0, depth - 1) if found[0] == "]" else depth
        deepest = max(deepest, depth)
        if deepest > MAX_BRACKETS:
            break
    return deepest


def _anchor_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `{#id}` alone on a line."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("{#", begin) or state.is_code_block(start):
        return False
    line = state.src[begin : state.eMarks[start]].rstrip(" \t")
    if not line.endswith("}") or "}" in line[:-1]:
        return False
    if not silent:
        token = state.push("anchor", "", 0)
        token.content = valid_id(line[2:-1], start)
        token.map = [start, start + 1]
    state.line = start + 1
    return True


def _anchor_inline(state: StateInline, silent: bool) -> bool:
    """Read `{#id}` at the start of a clause's or heading's own text."""
    if state.pos or not state.src.startswith("{#"):
        return False
    found = _INLINE_ID.match(state.src)
    if not found:
        return False
    if not silent:
        token = state.push("anchor", "", 0)
        token.content = found[1]
    state.pos = found.end()
    return True


def valid_id(text: str, line: int) -> str:
    """Give the id back. Raises MisuseError when it is not a letter followed by letters, digits, `-` and `_`."""
    if not _VALID_ID.fullmatch(text):
        raise MisuseError(line, f'"{text}" cannot be an id. Use letters, digits and hyphens, and begin with a letter.')
    return text
