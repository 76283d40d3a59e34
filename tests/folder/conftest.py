"""Where the packs of these tests go."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def pack_folder(tmp_path: Path) -> Path:
    """Where a pack goes: a folder that is not there yet."""
    return tmp_path / "our group"


@pytest.fixture
def as_somebody(tmp_path: Path) -> Iterator[None]:
    """Be someone to whom things can be forbidden: nothing is forbidden to root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    opened = [parent for parent in tmp_path.parents if parent.stat().st_mode & 0o055 != 0o055]
    for parent in opened:
        parent.chmod(0o755)
    os.chown(tmp_path, 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
