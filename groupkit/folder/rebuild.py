"""A rebuild of a folder that is there: staged, written down, then done file by file; and finishing one cut off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from groupkit.errors import FolderError
from groupkit.folder.disk import Disk, fingerprint, fingerprint_of, looks_open
from groupkit.folder.journal import Journal, finish, stage
from groupkit.folder.lock import lock
from groupkit.folder.manifest import Manifest, read_manifest
from groupkit.folder.names import ANSWERS, CONTROL, JOURNAL, STAGING
from groupkit.folder.plan import Plan, make_plan
from groupkit.folder.report import SaveReport


def rebuild(
    files: Mapping[str, bytes], folder: Path, about: Mapping[str, Any], disk: Disk, check: Callable[[], None]
) -> SaveReport:
    """Stage everything inside the folder, write the journal, then replace file by file, as `save` says."""
    _check_control(folder)
    _check_ways(files, folder)
    control = folder / CONTROL
    if not control.exists():
        with suppress(FileExistsError):  # another command was quicker
            disk.make_folder(control)
    with lock(control, folder):
        check()
        old = read_manifest(folder) or Manifest()
        _check_ways([*old.files, *old.kept, *old.beside], folder)
        plan = make_plan(
            {name: fingerprint(data) for name, data in files.items()},
            old,
            lambda name: _look(folder / name),
            lambda name: looks_open(folder / name),
        )
        _check_answers(folder, plan)
        journal = Journal(plan, dict(about))
        try:
            stage(folder, journal, files, disk)
        except OSError:
            with suppress(OSError):
                disk.clear(control / STAGING)
            with suppress(OSError):  # it goes only if it is empty
                disk.remove_folder(control)
            raise
        return finish(folder, journal, disk)


def _look(path: Path) -> str | None:
    """Give the fingerprint of what is there; of answers that are a link, what it leads to."""
    if path.name == ANSWERS and path.is_symlink() and path.is_file():
        return fingerprint_of(path.resolve())
    return fingerprint_of(path)


def _check_answers(folder: Path, plan: Plan) -> None:
    """Refuse to put new answers in the place of a link: what it leads to would no longer be the answers."""
    path = folder / ANSWERS
    if path.is_symlink() and any(put.name == ANSWERS for put in plan.puts):
        raise FolderError(
            f"{path} is a link, and the answers have changed.",
            "Change the file that it leads to, or put that file in its place.",
        )


def finish_or_undo(folder: Path, disk: Disk) -> SaveReport | None:
    """Finish the rebuild that was cut off, or forget it where it had not begun."""
    _check_control(folder)
    with lock(folder / CONTROL, folder):
        return _finish_or_undo(folder, disk)


def _finish_or_undo(folder: Path, disk: Disk) -> SaveReport | None:
    control = folder / CONTROL
    try:
        journal = Journal.from_json((control / JOURNAL).read_bytes())
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        if (control / JOURNAL).exists():
            disk.remove(control / JOURNAL)
        if (control / STAGING).exists():
            disk.clear(control / STAGING)
        return None
    _check_ways(journal.names, folder)
    if not (control / STAGING).exists():  # only tidying up was left
        disk.make_folder(control / STAGING)
    return finish(folder, journal, disk)


def _check_control(folder: Path) -> None:
    """Refuse a `.groupkit` that leads elsewhere: what is written there must stay in the folder."""
    for path in (folder / CONTROL, folder / CONTROL / STAGING):
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise FolderError(f"{path} is not a folder.", "Move it away, then run the same command again.")


def _check_ways(names: Mapping[str, object] | list[str], folder: Path) -> None:
    """Refuse folders on the way to a file that are links, which could lead out of the pack, or files."""
    ways = {parent for name in names for parent in Path(name).parents if str(parent) != "."}
    for way in sorted(ways):
        path = folder / way
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise FolderError(
                f"{path} is a link or a file, but a folder is needed there.", "Move it away and try again."
            )
