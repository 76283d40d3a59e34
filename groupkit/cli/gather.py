"""Putting answers together from where they come: what was saved, a file, the command line. Later ones win."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupkit import looks
from groupkit.errors import AnswersError, FolderError, UsageError
from groupkit.folder import ANSWERS, read_manifest, read_text, recover, state

if TYPE_CHECKING:
    from datetime import date

    from groupkit.group import Group
    from groupkit.group.answers import Questions
    from groupkit.pack import Pack
    from groupkit.work import Offer


class Gathered:
    """Answers by full name, and where each came from, so that a complaint can say where to look."""

    def __init__(self, folder: Path | None = None, asked: Questions | None = None) -> None:
        self.answers: dict[str, Any] = {}
        self.origins: dict[str, str] = {}
        """The file each came from, by its full name as complaints show it."""
        self.asked = asked
        """What they answer; None for a group."""
        self.folder = folder
        """The folder of the pack, where paths in the answers start from."""

    @property
    def questions(self) -> Questions:
        """What they answer."""
        from groupkit.group.sections import GROUP

        return self.asked or GROUP

    def add(self, answers: Mapping[str, Any], where: str, start: Path | None = None) -> None:
        """Lay answers over those there are. `answers` may hold sections, or full names; paths start from `start`."""
        from groupkit.group.kinds.base import visible

        flat = _flat(answers, self.questions)
        if start is not None and self.folder is not None:
            flat = looks.rebased(flat, start, self.folder)
        for key, value in flat.items():
            self.answers[key] = value
            self.origins[visible(key)] = where

    def add_documents(self, added: Sequence[str], dropped: Sequence[str]) -> None:
        """Add documents to the pack, or leave them out, on top of what the answers say of others.

        Raises:
            UsageError: a document is both added and left out.
        """
        from groupkit.group import read_answer
        from groupkit.group.reading import is_empty

        if both := sorted(set(added) & set(dropped)):
            raise UsageError(f"{both[0]} is given both by --with and by --without.", "Choose one of the two.")
        if not added and not dropped:
            return
        for key, wanted, unwanted in (("pack.add", added, dropped), ("pack.leave_out", dropped, added)):
            given = self.answers.get(key, ())
            with suppress(AnswersError):  # what cannot be read is complained of with the rest, when the group is made
                names = dict.fromkeys([*(() if is_empty(given) else read_answer(key, given)), *wanted])
                self.add({key: [name for name in names if name not in unwanted]}, "")

    def add_text(self, text: str, where: str, start: Path | None = None) -> None:
        """Lay the answers of a `group.toml` over those there are. Raises AnswersError where it is not TOML."""
        from groupkit.group.load import parse

        self.add(parse(text, where), where, start)

    def group(self) -> Group:
        """Make the group. Raises AnswersError with every problem, each named with the file it came from."""
        from groupkit.group import Group

        try:
            return Group.from_answers(self.answers, folder=self.folder)
        except AnswersError as error:
            raise AnswersError([self._placed(problem) for problem in error.problems]) from None

    def pack(self, group: Group, on: date | None) -> Pack:
        """Build the group's pack. Raises AnswersError as `group` does, for what the rules find."""
        from groupkit.pack import build

        try:
            return build(group, date=on)
        except AnswersError as error:
            raise AnswersError([self._placed(problem) for problem in error.problems]) from None

    def offer(self, of: Group) -> Offer:
        """Make the offer of a piece of work. Raises AnswersError as `group` does."""
        from groupkit.work import Offer

        try:
            return Offer.from_answers(self.answers, of=of)
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
                values |= {} if is_empty(value) else {key: read_answer(key, value, self.questions)}
            except AnswersError as error:
                problems += map(self._placed, error.problems)
        if problems:
            raise AnswersError(problems)
        return values

    def _placed(self, problem: str) -> str:
        """Put in front of a problem where its answer came from."""
        keys = [key.partition("[")[0] for key in problem.partition(":")[0].split(", ")]
        found = (self.origins.get(key) or self.origins.get(key.partition(".")[0]) for key in keys)
        where = next(filter(None, found), "")
        return f"{where}: {problem}" if where else problem


def _flat(answers: Mapping[str, Any], questions: Questions) -> dict[str, Any]:
    """Give sections of answers as answers by full name; whatever is neither stays, for the group to complain about."""
    flat: dict[str, Any] = {}
    for key, value in answers.items():
        if key in questions.sections and isinstance(value, Mapping):
            flat |= {f"{key}.{name}": each for name, each in value.items()}
        else:
            flat[key] = value
    return flat


def looked_at(folder: Path | None, answers: Path | None) -> tuple[Gathered, date]:
    """Give the answers of a pack, then of a file, for a command that only looks; and the day of the pack, else today.

    Raises:
        UsageError, FolderError, AnswersError: as `read_saved` and `read_answers_file` do.
    """
    from datetime import date

    gathered, on = Gathered(), None
    if folder is not None:
        recover(folder)
        gathered.add_text(read_saved(folder), str(folder / ANSWERS))
        record = read_manifest(folder)
        on = record.date if record else None
    if answers is not None:
        gathered.add_text(read_answers_file(answers), str(answers))
    return gathered, on or date.today()


def read_answers_file(path: Path) -> str:
    """Give the text of the file named with --answers.

    Raises:
        FolderError: it is not there, is a folder, or may not be read.
        AnswersError: it is not UTF-8.
    """
    text = read_text(path)
    if not text and not path.exists():
        raise FolderError(f"{path} is not there.", "Check the name of the file.")
    return text


def read_saved(folder: Path) -> str:
    """Give the text of a folder's `group.toml`.

    Raises:
        UsageError: the folder has none, or is a file.
        FolderError, AnswersError: it cannot be read.
    """
    text = read_text(folder / ANSWERS)
    found = "pack" if text else state(folder)
    if found == "pack" and not (folder / ANSWERS).exists():
        raise UsageError(f"{folder / ANSWERS} is not there any more.", "Put it back, or start a pack in a new folder.")
    if found == "file":
        raise UsageError(f"{folder} is a file, not the folder of a pack.", "Give the folder that it is in.")
    if found != "pack":
        raise UsageError(f"{folder} holds no {ANSWERS}.", f"To start a pack there: groupkit new {folder}")
    return text
