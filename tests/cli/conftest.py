"""Running commands in this process, which is fast."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.commands import DATE, NEEDED, Result

from groupkit.cli import run


@pytest.fixture
def groupkit(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Run a command in a folder of its own, and give its exit code and what it printed."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Result:
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return call


@pytest.fixture
def pack(groupkit: Callable[..., Result], tmp_path: Path) -> Path:
    """Give a folder with a finished pack."""
    assert groupkit("new", "pack", "--defaults", *NEEDED, *DATE).code == 0
    return tmp_path / "pack"
