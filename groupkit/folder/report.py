"""What a save did, for the command line to tell and for programs to look at."""

from __future__ import annotations

from pathlib import Path

from groupkit.frozen import Frozen


class Kept(Frozen):
    """A file that was left alone because someone changed it, or has it open."""

    name: str
    beside: str
    """Where the new version lies; empty if there was no place for it."""
    why: str
    """`changed` or `open`."""


class SaveReport(Frozen):
    """What happened to each file. Names are relative to the folder, with forward slashes."""

    folder: Path
    written: tuple[str, ...] = ()
    """New files, and files replaced because nobody had changed them."""
    kept: tuple[Kept, ...] = ()
    """Files left alone, with the new version beside them."""
    removed: tuple[str, ...] = ()
    """Untouched files that no longer belong to the pack."""
    unchanged: tuple[str, ...] = ()
    """Files that already were what they should be."""
    left: tuple[str, ...] = ()
    """Changed files that no longer belong to the pack; they stay."""

    def lines(self) -> list[str]:
        """Say, a line a file, which of people's files were kept, and where the new versions are."""
        told = [_tell(kept) for kept in self.kept]
        told += [
            f"{name} no longer belongs to the pack. It was changed or is open, so it was kept." for name in self.left
        ]
        return told


def _tell(kept: Kept) -> str:
    """Say why a file was kept and where the new version is."""
    reason = "looks open in another program" if kept.why == "open" else "was changed since it was made"
    if not kept.beside:
        return f"{kept.name} {reason}, so it was kept. Close it and build again for the new version."
    return f"{kept.name} {reason}, so it was kept. The new version is beside it: {kept.beside}"
