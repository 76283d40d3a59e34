"""From markdown-it's block tokens to the blocks of the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from groupkit.document.blocks import (
    Align,
    Block,
    Break,
    BulletList,
    Clause,
    CodeBlock,
    Heading,
    Inline,
    Item,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
)
from groupkit.document.inlines import inlines
from groupkit.document.markdown import valid_id
from groupkit.document.reading import MisuseError, Place, Reading
from groupkit.forbidden import without_forbidden

if TYPE_CHECKING:
    from markdown_it.token import Token

UNNUMBERED = "?"
"""The number of a clause heading before numbering has been at work."""

DEEPEST_CLAUSE = 4
_TASK = re.compile(r"\[([ xX])\]\s+(?=\S)")


class Blocks:
    """Walks the tokens once. In a clause group (`clause_level` 2) numbered lists are clauses, not lists."""

    def __init__(self, tokens: Sequence[Token], reading: Reading, clause_level: int = 0) -> None:
        self.tokens = tokens
        self.reading = reading
        self.clause_level = clause_level
        self.at = 0
        self.id: Place | None = None

    def read(self, close: str = "") -> tuple[Block, ...]:
        """Give the blocks up to the token `close`, or to the end. Raises MisuseError where the dialect is misused."""
        found: list[Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == close:
                break
            self._check_id(token)
            self._block(token, found)
        self._check_id(None)
        return tuple(found)

    def _block(self, token: Token, found: list[Block]) -> None:
        match token.type:
            case "paragraph_open":
                if children := self._inlines():
                    found.append(Paragraph(children))
            case "heading_open":
                found.append(self._heading(token))
            case "bullet_list_open":
                items, tight = self._items("bullet_list_close")
                found.append(BulletList(items, tight))
            case "ordered_list_open" if self.clause_level:
                found.extend(self._clauses())
            case "ordered_list_open":
                items, tight = self._items("ordered_list_close")
                start = token.attrGet("start")
                found.append(OrderedList(items, 1 if start is None else int(start), tight))
            case "blockquote_open":
                found.append(Quote(self._plainly("blockquote_close")))
            case "table_open":
                found.append(self._table())
            case "fence" | "code_block":
                found.append(_code(token))
            case "hr":
                found.append(Rule())
            case "html_block":
                found.append(_source(token.content))
            case "anchor":
                self.id = Place(token.content, _line(token))
            case other:  # pragma: no cover - a token type of a plug-in that is not installed
                raise AssertionError(f"unknown block token {other}")

    def _check_id(self, token: Token | None) -> None:
        """An id belongs to the heading or clause on the very next line."""
        if self.id and not (token and (token.type == "heading_open" or self._opens_clauses(token))):
            raise MisuseError(
                self.id.line, f"{{#{self.id.id}}} has nothing to name. Put it before a heading or a clause."
            )

    def _opens_clauses(self, token: Token) -> bool:
        return bool(self.clause_level) and token.type == "ordered_list_open"

    def _take_id(self, inline: Token | None) -> str:
        """Give the id set on the line before, or at the start of `inline`; and note it as set."""
        place, self.id = self.id, None
        if inline and inline.children and inline.children[0].type == "anchor":
            anchor = inline.children.pop(0)
            place = Place(valid_id(anchor.content, _line(inline)), _line(inline))
        if place:
            self.reading.ids.append(place)
        return place.id if place else ""

    def _inlines(self) -> tuple[Inline, ...]:
        """Give the inlines of the inline token at hand, and step over the closing token after it."""
        token = self.tokens[self.at]
        self.at += 2
        self.reading.line = _line(token)
        return inlines(token.children or (), self.reading)

    def _heading(self, token: Token) -> Heading:
        level = int(token.tag[1])
        name = self._take_id(self.tokens[self.at])
        number = UNNUMBERED if self.clause_level == 2 and level == 2 else ""
        return Heading(level, self._inlines(), name, number)

    def _plainly(self, close: str) -> tuple[Block, ...]:
        """Read what is inside a list or quote: numbered lists there are lists, in a clause group too."""
        level, self.clause_level = self.clause_level, 0
        blocks = self.read(close)
        self.clause_level = level
        return blocks

    def _items(self, close: str) -> tuple[tuple[Item, ...], bool]:
        items: list[Item] = []
        tight = True
        while self.tokens[self.at].type != close:
            level = self.tokens[self.at].level + 1
            start = self.at = self.at + 1
            checked = self._task()
            items.append(Item(self._plainly("list_item_close"), checked))
            tight = tight and all(
                each.hidden
                for each in self.tokens[start : self.at]
                if each.type == "paragraph_open" and each.level == level
            )
        self.at += 1
        return tuple(items), tight

    def _task(self) -> bool | None:
        """Take the `[ ]` off a task item (GFM, section 5.3); None for any other item."""
        if self.tokens[self.at].type != "paragraph_open":
            return None
        inline = self.tokens[self.at + 1]
        children = inline.children or []
        found = _TASK.match(inline.content)
        if not found or not children or children[0].type != "text" or children[0].content[:1] != "[":
            return None
        words = children[0].content[3:].lstrip()
        if not words and len(children) > 1 and children[1].type == "softbreak":
            del children[:2]
        else:
            children[0] = children[0].copy(content=words)  # the token itself is kept for the next text
        return found[1] != " "

    def _clauses(self) -> list[Clause]:
        clauses: list[Clause] = []
        level = self.clause_level
        if level > DEEPEST_CLAUSE:
            raise MisuseError(_line(self.tokens[self.at]), "clauses go four levels deep (1, 1.1, (a), (i)), no deeper.")
        while self.tokens[self.at].type != "ordered_list_close":
            self.at += 1
            first = self.tokens[self.at]
            if first.type == "anchor":  # the id of a clause without words
                self.id = Place(first.content, _line(first))
                self.at += 1
            name = self._take_id(self.tokens[self.at + 1] if first.type == "paragraph_open" else None)
            self.clause_level = level + 1
            clauses.append(Clause(self.read("list_item_close"), level, name))
            self.clause_level = level
        self.at += 1
        return clauses

    def _table(self) -> Table:
        rows: list[tuple[tuple[Inline, ...], ...]] = []
        aligns: list[Align | None] = []
        row: list[tuple[Inline, ...]] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type in ("th_open", "td_open"):
                if token.type == "th_open":
                    style = str(token.attrGet("style") or "")
                    aligns.append(cast(Align, style.removeprefix("text-align:")) if style else None)
                row.append(self._inlines())
            elif token.type == "tr_close":
                rows.append(tuple(row))
                row = []
        self.at += 1
        return Table(rows[0], tuple(rows[1:]), tuple(aligns))


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _code(token: Token) -> CodeBlock:
    from markdown_it.common.utils import unescapeAll

    info = unescapeAll(token.info).strip() if token.info else ""
    text = token.content if token.content.endswith("\n") or not token.content else f"{token.content}\n"
    return CodeBlock(without_forbidden(text), without_forbidden(info))


def _source(html: str) -> Paragraph:
    """Show raw HTML as it was written, line by line; empty lines say nothing."""
    children: list[Inline] = []
    for line in without_forbidden(html).split("\n"):
        if line.strip():
            children += [Break(hard=True), Text(line)] if children else [Text(line)]
    return Paragraph(tuple(children))
