"""What the three files hold, row by row, each row checked. Whatever is wrong is told with its file, line and column."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar

from attrs import evolve, frozen

from groupkit.errors import AnswersError
from groupkit.group.kinds import Choice, Text, UnreadableError, Whole
from groupkit.involvement import self_assessment
from groupkit.reporting.files import COLUMNS, IMPACT, PRESENCE, SELF_ASSESSMENT
from groupkit.rows import Row, by_line, read_date, read_table

Answer = Literal["", "done", "agreed", "refused"]
"""What came of something; empty while nobody has answered."""

_ANSWERS = Choice({"done": "Done", "agreed": "Agreed", "refused": "Refused"})
_WORDS = Text(longest=2000)
_PEOPLE = Whole(0, 100_000, such_as=8)
_T = TypeVar("_T")


@frozen
class Asked:
    """Something that was asked for, and what came of it."""

    date: datetime.date
    asked: str
    of_whom: str
    answered_on: datetime.date | None
    answer: Answer
    reason: str
    changed: str
    where: str = ""
    """Where it was read: `impact.csv:4`."""

    @property
    def waiting(self) -> bool:
        """Whether nobody has answered."""
        return not self.answer

    def as_of(self, day: datetime.date) -> Asked:
        """As it stood on a day: what was answered later was waiting then."""
        if self.answered_on is None or self.answered_on <= day:
            return self
        return evolve(self, answered_on=None, answer="", reason="", changed="")

    def days(self, until: datetime.date) -> int:
        """How many days it took, or has waited so far."""
        return ((self.answered_on or until) - self.date).days


@frozen
class Meeting:
    """Who was at a meeting: numbers, and never names."""

    date: datetime.date
    members: int
    others: int
    where: str = ""


@frozen
class Judged:
    """A question of the self-assessment, with the state that the group gave it; empty where it gave none."""

    heading: str
    question: str
    state: str
    note: str
    where: str = ""


def read_impact(text: str, where: str = IMPACT) -> tuple[Asked, ...]:
    """The impact log in a text, oldest first. Raises AnswersError with a line for each row that is wrong."""
    found = _read(text, IMPACT, where, _asked)
    return tuple(sorted(found, key=lambda each: each.date))


def read_presence(text: str, where: str = PRESENCE) -> tuple[Meeting, ...]:
    """The meetings in a text, oldest first. Raises AnswersError with a line for each row that is wrong."""
    found = _read(text, PRESENCE, where, _meeting)
    return tuple(sorted(found, key=lambda each: each.date))


def read_self_assessment(text: str, where: str = SELF_ASSESSMENT) -> tuple[Judged, ...]:
    """The self-assessment in a text, in its order. Raises AnswersError with a line for each row that is wrong."""
    return tuple(_read(text, SELF_ASSESSMENT, where, _judged))


def _read(text: str, kind: str, where: str, make: Callable[[_Cells], _T]) -> list[_T]:
    """Each row made into an object; every problem of every row is gathered."""
    table = read_table(text, COLUMNS[kind], where)
    problems = list(table.problems)
    made: list[_T] = []
    for row in table.rows:
        cells = _Cells(row)
        item = make(cells)
        if cells.problems:
            problems += cells.problems
        else:
            made.append(item)
    if problems:
        raise AnswersError(sorted(problems, key=by_line))
    return made


class _Cells:
    """The cells of one row, read one by one; what cannot be read is kept as a problem, and read as nothing."""

    def __init__(self, row: Row) -> None:
        self.where = row.where
        self._cells = row.cells
        self.problems: list[str] = []

    def wrong(self, column: str, problem: str) -> None:
        """Keep a problem of this row."""
        self.problems.append(f"{self.where}: {column}: {problem}")

    def read(self, column: str, read: Callable[[str], Any], missing: str = "", instead: str = "") -> Any:
        """A cell; None where it is empty or wrong. An empty one is wrong where `missing` says what to write."""
        cell = self._cells.get(column, "")
        if not cell:
            if missing:
                self.wrong(column, f"this is missing. {missing}")
            return None
        try:
            return read(cell)
        except UnreadableError as error:
            self.wrong(column, f"{error} {instead}".strip())
            return None

    def text(self, column: str, missing: str = "") -> str:
        """A cell of words."""
        return self.read(column, _WORDS.read, missing) or ""


def _asked(cells: _Cells) -> Asked:
    day = cells.read("date", read_date, "Write the day on which it was asked for.")
    asked = cells.text("asked", "Write what was asked for.")
    of_whom = cells.text("of_whom")
    answered = cells.read("answered_on", read_date)
    no_answer = "Leave it empty as long as there is no answer."
    answer: Answer = cells.read("answer", _ANSWERS.read, instead=no_answer) or ""
    made = Asked(day, asked, of_whom, answered, answer, cells.text("reason"), cells.text("changed"), cells.where)
    if not cells.problems:
        if answered and not answer:
            cells.wrong("answer", "this is missing, but there is a day on which they answered. Write both, or neither.")
        elif answered and answered < day:
            cells.wrong("answered_on", f"{answered} is before {day}, when it was asked for. Check both days.")
    return made


def _meeting(cells: _Cells) -> Meeting:
    def number(column: str, missing: str) -> int:
        found: int | None = cells.read(column, _PEOPLE.read, missing, "Write how many, and no names.")
        return found or 0

    day = cells.read("date", read_date, "Write the day of the meeting.")
    return Meeting(day, number("members", "Write how many members were there."), number("others", ""), cells.where)


def _judged(cells: _Cells) -> Judged:
    states: Sequence[str] = self_assessment().states
    heading = cells.text("heading", "Write the heading, such as Purpose.")
    question = cells.text("question", "Write the question.")
    state = cells.read("state", Choice({each: each.capitalize() for each in states}).read) or ""
    return Judged(heading, question, state, cells.text("note"), cells.where)
