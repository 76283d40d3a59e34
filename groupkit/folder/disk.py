"""Every change groupkit makes to a disk goes through one small class, so that tests can cut it off anywhere."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groupkit.errors import FolderError

OTHER = "not a plain file"
"""Stands in for the fingerprint of a link, a folder or a file that cannot be read: never equal to a real one."""


class Disk:
    """The steps that change a disk. Each is all or nothing, except `write`, which is only used on hidden files."""

    def make_folder(self, path: Path) -> None:
        """Make one folder."""
        path.mkdir()

    def write(self, path: Path, data: bytes, *, wait: bool = True) -> None:
        """Write a file and wait until the disk really holds it.

        Without `wait` a power cut soon after can lose it; a kill cannot. That is enough for what can be made again.
        """
        with path.open("wb") as file:
            file.write(data)
            if wait:
                file.flush()
                os.fsync(file.fileno())

    def replace(self, source: Path, target: Path) -> None:
        """Put a finished file in its place in one step; whoever reads the target sees the old file or the new."""
        source.replace(target)

    def rename_folder(self, source: Path, target: Path) -> None:
        """Put a finished folder in its place in one step; the target must not exist."""
        source.rename(target)

    def remove(self, path: Path) -> None:
        """Remove one file or link."""
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        """Remove one empty folder."""
        path.rmdir()

    def settle(self, folder: Path) -> None:
        """Wait until the names in a folder are on the disk; where the system cannot do that, go on."""
        try:
            handle = os.open(folder, os.O_RDONLY)
        except OSError:  # Windows does not open folders
            return
        try:
            os.fsync(handle)
        except OSError:
            pass
        finally:
            os.close(handle)

    def clear(self, folder: Path) -> None:
        """Remove a folder and what is in it, without following links."""
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.is_symlink():
                self.clear(path)
            else:
                self.remove(path)
        self.remove_folder(folder)


DISK = Disk()


def fingerprint(data: bytes) -> str:
    """Give the SHA-256 of some bytes as hex."""
    return hashlib.sha256(data).hexdigest()


def fingerprint_of(path: Path) -> str | None:
    """Give the SHA-256 of a file, None if nothing is there, `OTHER` for what is no plain file or cannot be read."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # a pipe would keep us waiting
            return OTHER
        return fingerprint(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return OTHER


def looks_open(path: Path) -> bool:
    """Say whether Word or LibreOffice left a note beside the file that it is open there."""
    name = path.name
    notes = {f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"}  # Word shortens long names
    return any(path.with_name(note).exists() for note in notes)


_REASONS = {
    errno.ENOSPC: ("the disk is full.", "Make some room, then run the same command again."),
    errno.EDQUOT: ("your share of the disk is full.", "Make some room, then run the same command again."),
    errno.EFBIG: ("this disk does not take files of that size.", "Choose a folder on another disk."),
    errno.EROFS: ("this disk can only be read.", "Choose a folder on another disk."),
    errno.EACCES: (
        "permission was denied.",
        "Choose a folder that is yours, or ask whoever looks after this computer.",
    ),
    errno.EPERM: ("permission was denied.", "Choose a folder that is yours, or ask whoever looks after this computer."),
    errno.ENAMETOOLONG: ("the name is too long.", "Choose a shorter one."),
    errno.EEXIST: ("a file is in the way.", "Choose another name for the folder."),
    errno.ENOTEMPTY: ("something was put there meanwhile.", "Look what it is, or choose another name for the folder."),
    errno.ENOTDIR: ("something on the way there is a file, not a folder.", "Choose another folder."),
    errno.ELOOP: ("the links there lead in a circle.", "Choose another folder."),
    errno.EISDIR: ("it is a folder, not a file.", "Name a file."),
    errno.ENOENT: ("it is not there.", "Check the name."),
}


def explain(error: OSError, path: Path, doing: str = "written") -> FolderError:
    """Turn what the system said into a line for people: which file, what is in the way, what to do."""
    reason, hint = _REASONS.get(error.errno or 0, (f"{error.strerror or error}.", ""))
    if error.errno == errno.ENOENT and doing == "written":
        reason, hint = "the folder for it is not there.", "Check its name, or make the folder first."
    return FolderError(f"{path} cannot be {doing}: {reason}", hint)


@contextmanager
def explained(path: Path, doing: str = "written") -> Iterator[None]:
    """Turn whatever the system refuses inside the block into a FolderError about `path`."""
    try:
        yield
    except FolderError:
        raise
    except OSError as error:
        raise explain(error, path, doing) from error


def put_file(target: Path, data: bytes, disk: Disk = DISK) -> None:
    """Write one file so that it is whole at every moment: hidden beside its place first, then put there.

    A device or pipe, such as `/dev/null`, is written to and never replaced.

    Raises:
        FolderError: the disk is full, or refuses.
    """
    part = target.with_name(f".{target.name[:100]}.part")
    with explained(target):
        if target.exists() and not target.is_file() and not target.is_dir():
            disk.write(target, data, wait=False)
            return
        try:
            disk.write(part, data)
            disk.replace(part, target)
        except OSError:
            part.unlink(missing_ok=True)
            raise
