"""The containers that hold no other: note, form, sign-off, table and page-break."""

from __future__ import annotations

import re
from collections.abc import Callable

from groupkit.document.blocks import Blank, Block, Form, Note, PageBreak, SignOff, Table
from groupkit.document.inlines import BLANK_KINDS, blank, inlines
from groupkit.document.markdown import parser
from groupkit.document.reading import MisuseError, Reading, Stretch
from groupkit.document.text import inline_text
from groupkit.document.tokens import Blocks
from groupkit.near import close_to

_FIELD = re.compile(r"[-*+][ \t]+(\S.*)")
_KIND = re.compile(r"(.*\S)[ \t]+\(([a-z]+)(?::[ \t]*(.*\S))?[ \t]*\)")
_BAR = re.compile(r"(?<!\\)\|")


def read(kind: str, title: str, body: str) -> Stretch:
    """Read a container. Raises MisuseError, its line counted from the opening line, for what cannot be read."""
    reading = Reading(dialect=True)
    block = _MAKERS[check_kind(kind)](title, body, reading)
    return Stretch((block,), tuple(reading.ids), tuple(reading.targets))


def check_kind(kind: str) -> str:
    """Give the kind back when there is such a container. Raises MisuseError when there is none."""
    if kind not in _MAKERS:
        near = close_to(kind, [*_MAKERS, "clauses"], 1)
        hint = f"Did you mean {near[0]}?" if near else f"There are clauses, {', '.join(_MAKERS)}."
        raise MisuseError(0, f'"::: {kind}" is not a container. {hint}')
    return kind


def _blocks(body: str, reading: Reading) -> tuple[Block, ...]:
    # The line before the body is the opening one: an empty line in its place keeps the lines of faults right.
    return Blocks(parser(dialect=True).parse(f"\n{body}"), reading).read()


def _plain(markdown: str, reading: Reading) -> str:
    """Give the visible text of a title, label or choice."""
    tokens = parser(dialect=True).parseInline(markdown.strip(" \t"))[0].children or []
    return inline_text(inlines(tokens, reading)).strip(" ")


def _note(title: str, body: str, reading: Reading) -> Note:
    blocks = _blocks(body, reading)
    if title or not blocks:
        raise MisuseError(0, "a note holds its text on the lines after ::: note, and has no title.")
    return Note(blocks)


def _form(title: str, body: str, reading: Reading) -> Form:
    fields: list[Blank] = []
    for number, line in enumerate(body.split("\n"), 1):
        reading.line = number
        if not line.strip():
            continue
        found = _FIELD.fullmatch(line.strip())
        if not found or line.startswith((" ", "\t")):
            raise reading.fault("a form is a list of labels, one a line: - Name, or - Date of birth (date).")
        fields.append(_field(found[1], reading))
    if not fields:
        raise MisuseError(0, "a form needs at least one label: - Name.")
    return Form(_plain(title, reading), tuple(fields))


def _field(text: str, reading: Reading) -> Blank:
    """Read `Label`, `Label (date)` or `Label (choice: one | two)`. Any other words in brackets belong to the label."""
    found = _KIND.fullmatch(text)
    if not found or not close_to(found[2], BLANK_KINDS, 1, 0.75):
        return blank(_plain(text, reading), "text", (), reading)
    offered = tuple(_plain(each, reading) for each in _BAR.split(found[3] or "") if each.strip())
    return blank(_plain(found[1], reading), found[2], offered, reading)


def _only_table(kind: str, body: str, reading: Reading) -> Table:
    blocks = _blocks(body, reading)
    if len(blocks) != 1 or not isinstance(blocks[0], Table):
        raise MisuseError(0, f"::: {kind} holds one table and nothing else.")
    return blocks[0]


def _sign_off(title: str, body: str, reading: Reading) -> SignOff:
    table = _only_table("sign-off", body, reading)
    head, *rows = (tuple(inline_text(cell).strip(" ") for cell in row) for row in (table.head, *table.rows))
    return SignOff(_plain(title, reading), head, tuple(rows))


def _table(title: str, body: str, reading: Reading) -> Table:
    name, *description = (_plain(part, reading) for part in _BAR.split(title, 1))
    if not name:
        raise MisuseError(0, "::: table needs a title: ::: table What we pay | One row for each kind of work.")
    return _only_table("table", body, reading).replace(title=name, description="".join(description))


def _page_break(title: str, body: str, reading: Reading) -> PageBreak:
    if title or body.strip():
        raise MisuseError(0, "::: page-break holds nothing.")
    return PageBreak()


_MAKERS: dict[str, Callable[[str, str, Reading], Block]] = {
    "note": _note,
    "form": _form,
    "sign-off": _sign_off,
    "table": _table,
    "page-break": _page_break,
}
