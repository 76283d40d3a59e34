"""Running cookiecutter for real, with a home of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from helpers.commands import Result, surroundings

TEMPLATE = Path(__file__).parents[2] / "templates" / "involvement-group"


@pytest.fixture
def cookiecutter(tmp_path: Path) -> Callable[..., Result]:
    """Run cookiecutter in a fresh folder `work`; `typed` is what a person types, None is nobody there."""
    work, home = tmp_path / "work", tmp_path / "home"
    work.mkdir()
    home.mkdir()

    def call(
        *arguments: str,
        template: str = str(TEMPLATE),
        typed: str | None = None,
        command: tuple[str, ...] = ("-m", "cookiecutter"),
        changes: Mapping[str, str] | None = None,
    ) -> Result:
        given = [template, *arguments] if command[-1] == "cookiecutter" and "groupkit" not in command else arguments
        done = subprocess.run(
            [sys.executable, *command, *given],
            cwd=work,
            env=surroundings({"HOME": str(home), "USERPROFILE": str(home), "COLUMNS": "200", **(changes or {})}),
            input=(typed or "").encode(),
            capture_output=True,
            timeout=120,
        )
        return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    return call


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Give the folder in which cookiecutter runs."""
    return tmp_path / "work"
