"""One command at a time in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groupkit.errors import FolderError


@contextmanager
def lock(control: Path, folder: Path) -> Iterator[None]:
    """Hold a folder for as long as the block runs. The system lets go by itself when a command is killed.

    Raises:
        FolderError: another groupkit command is at work there.
    """
    handle = _take(control)
    if handle == -1:
        raise FolderError(f"Another groupkit command is at work in {folder}.", "Wait until it is done, then try again.")
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def is_locked(control: Path) -> bool:
    """Say whether another command holds a folder."""
    handle = _take(control)
    if handle is not None and handle != -1:
        os.close(handle)
    return handle == -1


def _take(control: Path) -> int | None:
    """Give an open handle that holds the lock, -1 if someone else has it, None where locks are not to be had."""
    if sys.platform == "win32":
        try:  # the system removes this file when the handle closes, however the command ends
            return os.open(control / "lock", os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_TEMPORARY)
        except FileExistsError:
            return -1
        except PermissionError:
            return -1 if (control / "lock").exists() else None
    import fcntl

    handle = os.open(control, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return -1
    except OSError:  # some network disks know no locks; one person at a time is the usual case there too
        os.close(handle)
        return None
    return handle
