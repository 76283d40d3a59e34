"""`groupkit blanks`: what is left to fill in, from the files as they are now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output
from groupkit.errors import FolderError, UsageError

if TYPE_CHECKING:
    from groupkit.checking import Left


@click.command("blanks")
@options.FOLDER
def command(folder: Path) -> int:
    """List what is left to fill in, by document.

    The Word files are read as they are now; the Markdown ones where there are no Word files. Boxes to tick do not
    count. The exit code is 1 when a file could not be read, else 0.
    """
    from groupkit.checking import left_in_markdown, left_in_word, markdown_files, word_files
    from groupkit.folder import explained, recover

    with explained(folder, "read"):
        if not folder.exists():
            raise UsageError(f"{folder} is not there.", "Check the name of the folder.")
        if folder.is_dir():
            recover(folder)
        files = [folder] if folder.is_file() else word_files(folder) or markdown_files(folder)
    if not files:
        raise UsageError(f"{folder} holds no Word files and no Markdown.", "Give the folder of a pack.")
    left = broken = documents = 0
    for path in files:
        read = left_in_markdown if path.suffix.lower() == ".md" else left_in_word
        found = _list(path, folder, read)
        broken += found is None
        left += len(found or ())
        documents += bool(found)
    if left:
        output.say(f"{left} left to fill in, in {documents} of {len(files)} documents.")
    elif not broken:
        output.say("Nothing is left to fill in.")
    return 1 if broken else 0


def _list(path: Path, folder: Path, read: Callable[[Path], list[Left]]) -> list[Left] | None:
    """Print what is left in one file; give it, or None when the file cannot be read."""
    name = path.name if path == folder else path.relative_to(folder).as_posix()
    try:
        found = read(path)
    except FolderError as problem:
        output.error(f"{name}: {problem}")
        return None
    if found:
        output.say(f"{name}: {len(found)}")
    heading = ""
    for each in found:
        if each.heading != heading:
            heading = each.heading
            output.say(f"  {heading}")
        output.say(f"    {each.label}")
    return found
