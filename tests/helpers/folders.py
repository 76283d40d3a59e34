"""A disk that fails on command, and a short way to write down and compare folders."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from groupkit.folder.disk import Disk
from groupkit.folder.names import CONTROL


def run_out() -> None:
    """Be a full disk."""
    raise OSError(28, "No space left on device")


def die() -> None:
    """Be killed: no handler, no `finally`, nothing flushed."""
    os._exit(9)


class FaultyDisk(Disk):
    """Does what a disk does until the nth step, which fails halfway; counts its steps."""

    def __init__(self, fail_at: int = 0, fault: Callable[[], None] = run_out, *, for_good: bool = False) -> None:
        self.steps = 0
        self.fail_at = fail_at
        self.fault = fault
        self.for_good = for_good

    def _step(self) -> bool:
        self.steps += 1
        return bool(self.fail_at) and (self.steps == self.fail_at or (self.for_good and self.steps > self.fail_at))

    def make_folder(self, path: Path) -> None:
        self._before()
        super().make_folder(path)

    def write(self, path: Path, data: bytes, *, wait: bool = True) -> None:
        if self._step():
            path.write_bytes(data[: len(data) // 2])
            self.fault()
        super().write(path, data, wait=wait)

    def replace(self, source: Path, target: Path) -> None:
        self._before()
        super().replace(source, target)

    def rename_folder(self, source: Path, target: Path) -> None:
        self._before()
        super().rename_folder(source, target)

    def remove(self, path: Path) -> None:
        self._before()
        super().remove(path)

    def remove_folder(self, path: Path) -> None:
        self._before()
        super().remove_folder(path)

    def _before(self) -> None:
        if self._step():
            self.fault()


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file that people see, by relative name."""
    return {
        str(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and CONTROL not in path.relative_to(folder).parts
    }


def hidden(folder: Path) -> set[str]:
    """Give what lies in the hidden folder."""
    return {path.name for path in (folder / CONTROL).iterdir()}


def in_a_process_that_dies(action: Callable[[], object]) -> bool:
    """Run something in a forked process; say whether it was killed on the way."""
    child = os.fork()
    if child == 0:
        try:
            action()
        except BaseException:
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9), f"the process ended with {code}"
    return code == 9
