"""Names that every computer can hold, and that never lead out of the folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from groupkit.errors import FolderError

CONTROL = ".groupkit"
"""The hidden folder inside a pack: manifest, and while a rebuild runs, staging and journal."""

STAGING, JOURNAL = "staging", "journal.json"
"""What lies in there while a rebuild runs: its new files, and what is to be done with them."""

ANSWERS = "group.toml"
"""The answers. They belong to the person, so they never get a `.new` beside them."""

LOGS = frozenset({"impact.csv", "presence.csv", "self-assessment.csv"})
"""What people fill in over the year. Once they have, it is theirs: it is left as it is, with nothing put beside it."""

LONGEST = 150
"""Characters in one part of a name: Windows allows 260 for the whole path, most systems 255 bytes for a part."""

DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"]
)
"""Names that Windows keeps for devices, with any ending."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def check_name(name: str) -> PurePosixPath:
    """Give the relative path back if it is safe, with forward slashes.

    Raises:
        FolderError: it is absolute, climbs (`..`), or holds what Windows cannot (`CON`, a trailing dot, `?`).
    """
    parts = name.split("/")
    for part in parts:
        reason = _fault(part)
        if reason:
            raise FolderError(f"“{name}” cannot be a file name in a pack: {reason}.")
    if key(parts[0]) == CONTROL:
        raise FolderError(f"“{name}” cannot be a file name in a pack: {CONTROL} is kept for groupkit itself.")
    return PurePosixPath(name)


def is_safe(name: str) -> bool:
    """Say whether a name read from a file may be used."""
    try:
        check_name(name)
    except FolderError:
        return False
    return True


def _fault(part: str) -> str:
    """Say what is wrong with one part of a path; empty when nothing is."""
    if part in ("", ".", ".."):
        return "it must stay inside the folder"
    if _FORBIDDEN.search(part):
        return "Windows does not allow a character in it"
    if part != part.strip() or part.endswith("."):
        return "it starts or ends with a space, or ends with a dot"
    if part.split(".")[0].rstrip().lower() in DEVICES:
        return "Windows keeps that name for a device"
    if len(part) > LONGEST or len(part.encode("utf-8", "replace")) > 255:
        return f"it is longer than {LONGEST} characters"
    return ""


def check_names(names: Iterable[str]) -> None:
    """Check every name, and that no two would be one file where capitals do not count.

    Raises:
        FolderError: a name is unsafe, two names clash, or a name is both a file and a folder.
    """
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        path = check_name(name)
        if (other := seen.setdefault(key(name), name)) != name:
            raise FolderError(f"“{other}” and “{name}” would be the same file on Windows and macOS.")
        folders |= {key(str(parent)): name for parent in path.parents if str(parent) != "."}
    for clash in seen.keys() & folders.keys():
        raise FolderError(f"“{seen[clash]}” is a file, but “{folders[clash]}” needs it to be a folder.")


def key(name: str) -> str:
    """Fold a name to what a file system that ignores capitals and accents' encoding sees."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def beside(name: str, number: int = 1) -> str:
    """Name the new version of a file that someone changed: `constitution.new.docx`, then `constitution.new-2.docx`."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.new{'' if number == 1 else f'-{number}'}{path.suffix}"))


def safe_name(text: str, fallback: str = "group") -> str:
    """Turn any text into a short lower-case name for a file or folder: letters a to z, digits and hyphens.

    Letters that have no such form (Arabic, Bengali, emoji) are left out; `fallback` stands in when nothing is left.
    """
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")
    if not name:
        return fallback
    return f"{name}-{fallback}" if name in DEVICES else name
