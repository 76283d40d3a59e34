"""Putting answers together from where they come: what was saved, a file, the command line. Later ones win."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupkit.errors import AnswersError, FolderError, UsageError
from groupkit.folder import ANSWERS, read_text, state

if TYPE_CHECKING:
    from groupkit.group import Group


@dataclass
class Gathered:
    """Answers by full name, and where each came from, so that a complaint can say where to look."""

    answers: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)

    def add(self, answers: Mapping[str, Any], where: str) -> None:
        """Lay answers over those there are. `answers` may hold sections, or full names."""
        for key, value in _flat(answers).items():
            self.answers[key] = value
            self.origins[key] = where

    def add_text(self, text: str, where: str) -> None:
        """Lay the answers of a `group.toml` over those there are. Raises AnswersError where it is not TOML."""
        from groupkit.group.load import parse

        self.add(parse(text, where), where)

    def group(self) -> Group:
        """Make the group. Raises AnswersError with every problem, each named with the file it came from."""
        from groupkit.group import Group

        try:
            return Group.from_answers(self.answers)
        except AnswersError as error:
            raise AnswersError([self._placed(problem) for problem in error.problems]) from None

    def values(self) -> dict[str, Any]:
        """Check each answer on its own; what is missing may be asked for. Raises AnswersError with every problem."""
        from groupkit.group import read_answer
        from groupkit.group.reading import is_empty

        values: dict[str, Any] = {}
        problems: list[str] = []
        for key, value in self.answers.items():
            try:
                values |= {} if is_empty(value) else {key: read_answer(key, value)}
            except AnswersError as error:
                problems += map(self._placed, error.problems)
        if problems:
            raise AnswersError(problems)
        return values

    def _placed(self, problem: str) -> str:
        """Put in front of a problem where its answer came from."""
        key = problem.partition(":")[0].partition("[")[0]
        where = self.origins.get(key) or self.origins.get(key.partition(".")[0])
        return f"{where}: {problem}" if where else problem


def _flat(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Give sections of answers as answers by full name; whatever is neither stays, for the group to complain about."""
    from groupkit.group.sections import SECTIONS

    flat: dict[str, Any] = {}
    for key, value in answers.items():
        if key in SECTIONS and isinstance(value, Mapping):
            flat |= {f"{key}.{name}": each for name, each in value.items()}
        else:
            flat[key] = value
    return flat


def read_answers_file(path: Path) -> str:
    """Give the text of the file named with --answers.

    Raises:
        FolderError: it is not there, is a folder, or may not be read.
        AnswersError: it is not UTF-8.
    """
    text = read_text(path)
    if not text and not path.is_file():
        raise FolderError(f"{path} is not there.", "Check the name of the file.")
    return text


def read_saved(folder: Path) -> str:
    """Give the text of a folder's `group.toml`.

    Raises:
        UsageError: the folder has none.
        FolderError, AnswersError: it cannot be read.
    """
    text = read_text(folder / ANSWERS)
    if not text and state(folder) != "pack":
        raise UsageError(f"{folder} holds no {ANSWERS}.", f"To start a pack there: groupkit new {folder}")
    return text
