"""The accessibility points, each looked for in a Word file as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal, TypeAlias, cast

from groupkit.checking.word import WordFile
from groupkit.frozen import Frozen

Severity: TypeAlias = Literal["error", "warning", "note"]


class Trouble(Frozen):
    """Something to mend: which point it is, where, what is wrong, and what to do about it in Word."""

    point: str
    severity: Severity
    place: str
    message: str
    do: str


class Found(Frozen):
    """What a check found: the point, the place, and the words that its message needs."""

    point: str
    place: str = ""
    words: Mapping[str, object] | None = None


Check: TypeAlias = Callable[[WordFile], Iterator[Found]]

MOST_PLACES = 5
"""How many places are told of one point in one document; a last line counts the rest."""


def check_file(path: str | Path) -> list[Trouble]:
    """Everything to mend in a Word file, point by point, the worst first.

    Raises:
        FolderError: the file cannot be read as a Word file.
    """
    from groupkit.checking import structure, wording

    file = WordFile(Path(path))
    checks: tuple[Check, ...] = (*structure.CHECKS, *wording.CHECKS)
    by_point: dict[str, list[Found]] = {}
    for check in checks:
        for each in check(file):
            by_point.setdefault(each.point, []).append(each)
    found = [trouble for each in by_point.values() for trouble in _told(each)]
    return sorted(found, key=lambda trouble: ("error", "warning", "note").index(trouble.severity))


def _told(found: list[Found]) -> Iterator[Trouble]:
    for each in found[:MOST_PLACES]:
        words = _points()[each.point]
        severity = cast(Severity, words["severity"])
        yield Trouble(
            each.point,
            severity,
            each.place,
            words["message"].format_map(each.words or {}),
            words["do"].format_map(each.words or {}),
        )
    if (more := len(found) - MOST_PLACES) > 0:
        first = _points()[found[0].point]
        place = f"{more} more place{'' if more == 1 else 's'}"
        yield Trouble(found[0].point, cast(Severity, first["severity"]), place, "The same again.", "")


@cache
def _points() -> Mapping[str, Mapping[str, str]]:
    import tomllib

    text = resources.files("groupkit.checking").joinpath("points.toml").read_text(encoding="utf-8")
    return cast(Mapping[str, Mapping[str, str]], tomllib.loads(text))
