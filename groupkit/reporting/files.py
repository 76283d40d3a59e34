"""The files in which a group keeps its log: their names, their columns, and how they look while they are empty."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from groupkit.involvement import self_assessment

IMPACT, PRESENCE, SELF_ASSESSMENT = "impact.csv", "presence.csv", "self-assessment.csv"
FILES = (IMPACT, PRESENCE, SELF_ASSESSMENT)
"""They belong to the people who fill them in: see `groupkit.folder.names.LOGS`."""

COLUMNS = {
    IMPACT: ("date", "asked", "of_whom", "answered_on", "answer", "reason", "changed"),
    PRESENCE: ("date", "members", "others"),
    SELF_ASSESSMENT: ("heading", "question", "state", "note"),
}


def empty_files(kind: str) -> dict[str, bytes]:
    """The files as they come with a pack of this kind: a heading, and the questions of the self-assessment.

    They start with a mark (BOM) and have the line ends of Windows, so that every spreadsheet reads them right.
    """
    questions = [(heading, question, "", "") for heading, question in self_assessment().rows(kind)]
    rows: dict[str, Iterable[tuple[str, ...]]] = {IMPACT: (), PRESENCE: (), SELF_ASSESSMENT: questions}
    return {name: _written([COLUMNS[name], *rows[name]]) for name in FILES}


def _written(rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")
