"""Which files of a folder are documents that people read."""

from __future__ import annotations

import os
from pathlib import Path


def word_files(folder: Path) -> list[Path]:
    """The Word files in a folder and below it, by name; hidden folders and the marks of open files are left out."""
    return _files(folder, ".docx")


def markdown_files(folder: Path) -> list[Path]:
    """The Markdown files in a folder and below it, by name."""
    return _files(folder, ".md")


def _files(folder: Path, ending: str) -> list[Path]:
    found: list[Path] = []
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(at, name) for name in sorted(names) if _counts(name, ending)]
    return sorted(found, key=lambda path: (len(path.parts), str(path)))


def _counts(name: str, ending: str) -> bool:
    return name.lower().endswith(ending) and not name.startswith(("~$", "."))
