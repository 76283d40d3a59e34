"""Putting a pack on the disk, and finishing what was cut off."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from groupkit.errors import FolderError
from groupkit.folder.disk import DISK, OTHER, Disk, explained, fingerprint, fingerprint_of
from groupkit.folder.lock import is_locked, lock
from groupkit.folder.manifest import NAME, Manifest
from groupkit.folder.names import ANSWERS, CONTROL, JOURNAL, STAGING, check_names
from groupkit.folder.report import SaveReport


def save(
    files: Mapping[str, bytes],
    folder: Path,
    *,
    manifest: Mapping[str, Any],
    disk: Disk = DISK,
    check: Callable[[], None] = lambda: None,
) -> SaveReport:
    """Write a pack. A folder that is not there yet appears complete, in one step; one that is there is rebuilt by file.

    A file that someone changed, or has open, is never overwritten: the new version goes beside it. `group.toml` is the
    exception: it is always replaced, so a caller passes what people wrote there, merged.

    Args:
        files: relative paths with forward slashes, and the bytes of each.
        folder: where to. Folders on the way are made.
        manifest: what to record of the pack: `version`, `date` (ISO) and `formats`.
        disk: the seam through which tests cut a save off.
        check: called before anything is changed in a folder that is there, when no other command can change it any
            more. It raises where the folder is not as the caller takes it to be.

    Raises:
        FolderError: a name is unsafe, the folder is a file, or the disk is full or refuses. The folder is as it was,
            or the next command finishes the work.
    """
    check_names(files)
    folder = _real(folder)
    recover(folder, disk=disk)
    with explained(folder):
        if folder.is_dir():
            from groupkit.folder.rebuild import rebuild

            return rebuild(files, folder, manifest, disk, check)
        if folder.exists():
            raise FolderError(f"{folder} is a file, not a folder.", "Choose another name for the folder.")
        return _first(files, folder, manifest, disk)


def recover(folder: Path, *, disk: Disk = DISK) -> SaveReport | None:
    """Finish or undo what a killed command left half done; called at the start of every command on a folder.

    Returns:
        What was finished now, or None if there was nothing to finish. Undoing changes nothing that people see.

    Raises:
        FolderError: the disk refuses, or another command is at work in the folder.
    """
    folder = _real(folder)
    _clear_neighbours(folder, disk)
    control = folder / CONTROL
    with explained(control):
        if not (control / STAGING).exists() and not (control / JOURNAL).exists():
            return None
        from groupkit.folder.rebuild import finish_or_undo

        return finish_or_undo(folder, disk)


def _real(folder: Path) -> Path:
    """Give the folder itself, where a link leads to it. The system refuses where the folder one is in was removed."""
    with explained(folder):
        return Path(os.path.realpath(folder))


def _first(files: Mapping[str, bytes], folder: Path, about: Mapping[str, Any], disk: Disk) -> SaveReport:
    """Make the whole pack in a hidden folder next door, then rename that."""
    staging = folder.with_name(f"{_neighbour(folder)}{os.urandom(4).hex()}")
    record = Manifest(dict(about), {name: fingerprint(data) for name, data in files.items()})
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        disk.make_folder(staging)
        with lock(staging, folder):
            for parent in sorted({CONTROL, *(str(p) for n in files for p in Path(n).parents if str(p) != ".")}):
                disk.make_folder(staging / parent)
            for name, data in files.items():
                disk.write(staging / name, data, wait=name == ANSWERS)  # the papers can be made again, the answers not
            disk.write(staging / CONTROL / NAME, record.to_json())
            disk.settle(staging)
        disk.rename_folder(staging, folder)
        disk.settle(folder.parent)
    except OSError:
        with suppress(OSError):
            disk.clear(staging)
        raise
    return SaveReport(folder, written=tuple(files))


def _neighbour(folder: Path) -> str:
    """Begin the name of the hidden folder in which a first pack is made, the same for every try at one folder."""
    return f".groupkit-new-{fingerprint(folder.name.encode('utf-8', 'surrogatepass'))[:12]}-"


def _clear_neighbours(folder: Path, disk: Disk) -> None:
    """Remove what a killed first pack left next door, unless a command is still at work there.

    It is moved away in one step first: a command that has just finished there then finds all of it or nothing.
    """
    ours = _neighbour(folder)
    with suppress(OSError):
        for path in sorted(each for each in folder.parent.iterdir() if each.name.startswith(ours)):
            if not re.fullmatch("[0-9a-f]{8}", path.name.removeprefix(ours)):
                continue
            if path.is_dir() and not path.is_symlink() and not is_locked(path):
                gone = path.with_name(f"{ours}{os.urandom(4).hex()}")
                disk.rename_folder(path, gone)
                disk.clear(gone)


def state(folder: Path) -> str:
    """Say what is there: `absent`, `empty`, `answers` (just a group.toml), `pack`, `file`, `other` (their files).

    Raises:
        FolderError: it cannot be looked into.
    """
    with explained(folder, "read"):
        try:
            found = folder.stat()
        except FileNotFoundError:
            return "absent"
        if not stat.S_ISDIR(found.st_mode):
            return "file"
        if (folder / CONTROL / NAME).exists():
            return "pack"
        names = {path.name for path in folder.iterdir()} - _LITTER
    if not names:
        return "empty"
    return "answers" if names == {ANSWERS} and fingerprint_of(folder / ANSWERS) != OTHER else "other"


_LITTER = {CONTROL, ".group.toml.part", ".DS_Store", "Thumbs.db", "desktop.ini", "~$group.toml", ".~lock.group.toml#"}
