"""The logs that a group keeps in its folder, all read at once."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import TypeVar

from groupkit.errors import AnswersError
from groupkit.folder import explained
from groupkit.frozen import Frozen
from groupkit.reporting.files import FILES, IMPACT, PRESENCE, SELF_ASSESSMENT
from groupkit.reporting.logs import Asked, Judged, Meeting, read_impact, read_presence, read_self_assessment
from groupkit.rows import read_text

_T = TypeVar("_T")


class Logs(Frozen):
    """What the files of a folder hold, and which of them are there."""

    impact: tuple[Asked, ...]
    presence: tuple[Meeting, ...]
    judged: tuple[Judged, ...]
    names: tuple[str, ...]
    """Those of `FILES` that are there. A file that is not is read as nothing."""
    windows: tuple[str, ...]
    """Those that are not in UTF-8, and were read as Windows text: letters such as é may be wrong."""


def read_folder(folder: str | PathLike[str]) -> Logs:
    """The logs in a folder.

    Raises:
        AnswersError: with a line for each row of each file that cannot be read.
        FolderError: the folder may not be looked into.
    """
    home = Path(folder)
    with explained(home, "read"):
        names = tuple(name for name in FILES if (home / name).exists())
    windows: list[str] = []
    problems: list[str] = []

    def rows(name: str, read: Callable[[str, str], tuple[_T, ...]]) -> tuple[_T, ...]:
        if name not in names:
            return ()
        try:
            text, is_windows = read_text(home / name)
            windows.extend([name] if is_windows else [])
            return read(text, str(home / name))
        except AnswersError as error:
            problems.extend(error.lines())
            return ()

    impact, presence = rows(IMPACT, read_impact), rows(PRESENCE, read_presence)
    judged = rows(SELF_ASSESSMENT, read_self_assessment)
    if problems:
        raise AnswersError(problems)
    return Logs(impact, presence, judged, names, tuple(windows))
