"""How a group's Word files look: where its house style and its logo lie, and what its own house style lacks.

A path in the answers starts from the folder of `group.toml`. What is typed on a terminal starts from where the person
is; `rebased` turns it into a path from that folder, so that a pack can be moved with its logo.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupkit.errors import StyleFileError

if TYPE_CHECKING:
    from groupkit.group import Group
    from groupkit.writers.docx import Logo

PATHS = ("style.house_style", "style.logo")
"""The answers that may hold a path."""


def house_style(group: Group) -> str:
    """The name of the group's house style, or the path of its Word file."""
    choice = group.style.house_style
    return _found(group, choice) if _is_path(choice) else choice


def logo(group: Group) -> Logo | None:
    """The group's logo, checked; None if it has none.

    Raises:
        StyleFileError: it is not there, not a PNG or JPEG, too large, or nothing says what it shows.
    """
    if not group.style.logo:
        return None
    if not group.style.logo_alt:
        raise _unsaid(group)
    return _checked_logo(group, group.style.logo_alt)


def problems(group: Group, formats: Collection[str]) -> list[str]:
    """What is wrong with the look that the answers ask for, each line with the name of its answer."""
    found: list[str] = []
    if "docx" in formats:
        found += _told("style.house_style", lambda: missing(group))
    if group.style.logo:
        if not group.style.logo_alt:
            found.append(str(_unsaid(group)))
        found += _told("style.logo", lambda: _checked_logo(group, group.style.logo_alt or "-"))
    return found


def missing(group: Group) -> tuple[str, ...]:
    """The names of the styles that the group's own Word file lacks, so that ours are used for them.

    Raises:
        StyleFileError: the file cannot be used.
    """
    from groupkit.writers import docx

    choice = house_style(group)
    return docx.house_style(choice).missing if _is_path(choice) else ()


def missing_line(path: str, names: tuple[str, ...]) -> str:
    """One line that says which styles a Word file lacks."""
    return (
        f"{path} lacks {len(names)} of the styles we use, so ours stand in for them: {', '.join(names)}. "
        "To change how they look, add styles of these names to the file."
    )


def rebased(answers: Mapping[str, Any], start: Path, folder: Path) -> dict[str, Any]:
    """Answers by full name with their paths, given from `start`, as paths from `folder`; the others as they are."""
    return {key: _rebased(value, start, folder) if key in PATHS else value for key, value in answers.items()}


def _rebased(value: Any, start: Path, folder: Path) -> Any:
    if (
        not isinstance(value, str)
        or not value.strip()
        or Path(value).is_absolute()
        or start.resolve() == folder.resolve()
    ):
        return value
    there = start / value.strip()
    if not there.is_file():  # a name, or a path from the folder itself, or a mistake that is told later
        return value
    try:
        return Path(os.path.relpath(there.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on another drive
        return str(there.resolve())


def _is_path(choice: str) -> bool:
    return choice.lower().endswith((".docx", ".dotx"))


def _found(group: Group, path: str) -> str:
    if group.folder is None or Path(path).is_absolute():
        return path
    if ".." not in Path(path).parts:
        return str(group.folder / path)
    return os.path.normpath(group.folder.resolve() / path)  # the folder need not be there yet


def _told(key: str, look: Callable[[], object]) -> list[str]:
    """What a look at a file has to say of it, as a line that starts with the name of the answer."""
    try:
        look()
    except StyleFileError as error:
        return [str(error) if str(error).startswith(key) else f"{key}: {error}"]
    return []


def _unsaid(group: Group) -> StyleFileError:
    """The error where nobody has said what the logo shows."""
    hint = 'Say it for people who do not see it: logo_alt = "A bridge over a river".'
    return StyleFileError(f"style.logo_alt: nothing says what the logo {group.style.logo} shows.", hint)


def _checked_logo(group: Group, alt: str) -> Logo:
    path = _found(group, group.style.logo)
    try:
        state = Path(path).stat()
    except OSError:
        raise StyleFileError(f"style.logo: {path} is not there.", "Give the path of a PNG or JPEG file.") from None
    return _logo(path, alt, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _logo(path: str, alt: str, _changed: int, _size: int) -> Logo:
    from groupkit.writers.docx import Logo

    return Logo.load(path, alt)
