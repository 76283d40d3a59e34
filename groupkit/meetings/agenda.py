"""Agendas as templates hold them: a table of items that people can read and change, given back with clock times.

The items are content and stay in the templates. See docs/reference/meetings.md for the form of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import time
from functools import lru_cache

from groupkit.errors import TemplateError
from groupkit.meetings.timetable import Row, Slot, timetable

_CELL = re.compile(r"((?:\\.|[^|\\])*)\|")


@lru_cache(maxsize=256)
def agenda(start: time, length: int, text: str) -> str:
    """Each table of items in `text`, with times of day in place of minutes.

    A table has the columns Minutes, At least, What, Who. Under Minutes stands a number, `break` or `end`; under
    At least a number, or `5 or skip` for an item that can wait. Other lines stay as they are. Between two tables
    there is a break.

    Raises:
        TemplateError: a row is not of that form.
        AnswersError: as `timetable`.
    """
    chunks = _chunks(text.splitlines())
    parts = [chunk for chunk in chunks if not isinstance(chunk, str)]
    tables = iter(timetable(parts, start, length))
    return "\n".join(chunk if isinstance(chunk, str) else _table(next(tables)) for chunk in chunks) + "\n"


def _chunks(lines: Iterable[str]) -> list[str | list[Slot]]:
    """Lines of text as they are, and the slots of each table in its place."""
    chunks: list[str | list[Slot]] = []
    table: list[Slot] | None = None
    for line in lines:
        cells = [cell.strip() for cell in _CELL.findall(line.strip()[1:])] if line.lstrip().startswith("|") else []
        if cells and cells[0] == "Minutes":
            table = []
            chunks.append(table)
        elif cells and table is not None:
            if not re.fullmatch(r":?-+:?", cells[0]):
                table.append(_slot(cells, line))
        elif line.strip() or table is None:
            chunks.extend(["", line] if table is not None else [line])
            table = None
    return chunks


def _slot(cells: Sequence[str], line: str) -> Slot:
    least = re.fullmatch(r"(\d*)( or skip)?", cells[1]) if len(cells) == 4 else None
    if least is None or not (cells[0].isdecimal() or cells[0] in ("break", "end")):
        raise TemplateError(
            f"This row of an agenda cannot be read: {line.strip()}",
            "Write | Minutes | At least | What | Who |, with a number, break or end under Minutes.",
        )
    if cells[0] == "break":
        return Slot(cells[2], who=cells[3], kind="break")
    if cells[0] == "end":
        return Slot(cells[2], who=cells[3], kind="end")
    minutes = int(cells[0])
    return Slot(cells[2], minutes, min(int(least[1] or minutes), minutes), cells[3], can_wait=bool(least[2]))


def _table(rows: Sequence[Row]) -> str:
    lines = [f"| {row.time} | {row.what} | {row.who} |" for row in rows]
    return "\n".join(["| Time | What | Who |", "| --- | --- | --- |", *lines])
