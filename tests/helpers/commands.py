"""Running groupkit as a person does, and the few answers that every group needs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME, AREA, NATION = "Riverside Voices", "Riverside", "wales"
NEEDED = ["--set", f"group.name={NAME}", "--set", f"group.area={AREA}", "--set", f"group.nation={NATION}"]
"""The three answers that have no usual value, as options."""

ANSWERS = f"""\
[group]
name = "{NAME}"
area = "{AREA}"
nation = "{NATION}"
"""
"""The same as a file."""

DATE = ["--date", "2027-01-05"]


@dataclass(frozen=True)
class Result:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """The lines on the error stream that name an error."""
        return [line for line in self.err.splitlines() if line.startswith("error: ")]


def process(*arguments: str, folder: Path | None = None, **environment: str) -> Result:
    """Run `groupkit` in a process of its own, as an installed command would."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "groupkit", *arguments],
        cwd=folder,
        env=surroundings(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
    )
    return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def surroundings(changes: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of a process: ours, with this checkout first on the path, and some changes."""
    path = os.pathsep.join(filter(None, [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, **changes}
