"""Keeping what is slow to make between runs: compiled templates, parsed data files, outlines of texts.

A run of the command line would otherwise spend most of its time compiling the same templates again. What is kept
lies in one file, in the folder where Python keeps the package's own compiled modules. It is only ever a copy: each
entry is found by a digest of the text it was made from, a file that cannot be read or was damaged counts as empty, and
one that cannot be written is not written. The library only reads it; the command line writes it when it is done.

Trust is that of Python's compiled modules: whoever can write there can change the program itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import zlib
from collections.abc import Callable
from functools import cache
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from typing import TypeVar

from groupkit import __version__

T = TypeVar("T")

LARGEST = 8_000_000
"""Bytes. A file that has grown beyond this, from many changed templates, is begun anew."""


class Store:
    """What is kept, by digest. Read from its file at first need."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._entries: dict[str, bytes] | None = None
        self._changed = False

    @property
    def entries(self) -> dict[str, bytes]:
        """Everything kept; empty when there is no file, or it is not one of ours."""
        if self._entries is None:
            self._entries = _read(self.file)
        return self._entries

    def put(self, key: str, content: bytes) -> None:
        """Keep some bytes until `save`."""
        self.entries[key] = content
        self._changed = True

    def save(self) -> None:
        """Write what is new to the file, whole or not at all. A folder that cannot be written is let be."""
        if not self._changed:
            return
        import tempfile

        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.file.parent, prefix=self.file.name)
            try:
                content = pickle.dumps(self.entries, pickle.HIGHEST_PROTOCOL)
                with os.fdopen(handle, "wb") as out:
                    out.write(_checksum(content) + content)
                Path(name).replace(self.file)
            except OSError:
                Path(name).unlink()
                raise
            self._changed = False


@cache
def store() -> Store:
    """Give the store of this version of groupkit under this Python."""
    folder = Path(cache_from_source(__file__)).parent
    return Store(folder / f"kept-{__version__}.{sys.implementation.cache_tag}.pickle")


def recall(kind: str, source: str | bytes, make: Callable[[], T]) -> T:
    """Give what `make` makes from `source`, from the store when it was made before.

    The value has to be plain data that pickle keeps; `kind` tells apart two things made from the same text.
    """
    key = digest(kind, source)
    kept = store().entries.get(key)
    if kept is not None:
        value: T = pickle.loads(kept)
        return value
    value = make()
    store().put(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    return value


def digest(kind: str, source: str | bytes) -> str:
    """Give the name of an entry."""
    content = source.encode() if isinstance(source, str) else source
    return f"{kind} {hashlib.sha256(content).hexdigest()}"


@cache
def release(package: str, distribution: str) -> str:
    """Give what marks the installed release of a package, found without loading it; "" where nothing does."""
    spec = find_spec(package)
    around = Path(spec.origin).parent.parent if spec and spec.origin else None
    return next((each.name for each in around.glob(f"{distribution}-*.dist-info")), "") if around else ""


def _read(file: Path) -> dict[str, bytes]:
    try:
        with file.open("rb") as kept:
            if os.fstat(kept.fileno()).st_size > LARGEST:
                return {}
            checksum, content = kept.read(_CHECKSUM), kept.read()
        found = pickle.loads(content) if checksum == _checksum(content) else {}
    except Exception:
        return {}  # from another Python, or not ours: as good as not there
    return found if isinstance(found, dict) else {}


_CHECKSUM = 4
"""Bytes at the beginning of the file: whatever was cut off or changed since it was written counts as not there."""


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECKSUM, "big")
