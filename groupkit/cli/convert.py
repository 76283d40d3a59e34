"""`groupkit convert`: any Markdown file as a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from groupkit.cli import options, output
from groupkit.errors import FolderError, UsageError

_LARGEST = 50_000_000
"""Bytes that are read of a file. Markdown of fewer may still have too many characters, which is said with both."""


@click.command("convert")
@click.argument("source", type=options.PATH, metavar="FILE.md")
@click.option(
    "-o", "--output", "target", type=options.PATH, required=True, metavar="FILE.docx", help="Where to write it."
)
@click.option("--house-style", default="standard", metavar="NAME", help="How it looks: a name or a Word file.")
def command(source: Path, target: Path, house_style: str) -> None:
    """Turn a Markdown file into a Word file.

    It gets the look of the packs. A FILE.docx that is there already is replaced.
    """
    from groupkit import markdown_to_docx
    from groupkit.folder import explained, put_file
    from groupkit.looks import missing_line
    from groupkit.writers import docx

    with explained(source, "read"):
        with source.open("rb") as file:  # no more than can be used: a film, or a device, may have no end
            data = file.read(_LARGEST + 1)
        if target.exists() and target.samefile(source):
            raise UsageError(f"{target} is the file to convert.", "Give the Word file another name.")
        if target.is_dir():
            raise UsageError(f"{target} is a folder.", f"Write, for example, -o {target / source.stem}.docx")
    if len(data) > _LARGEST:
        raise FolderError(f"{source} is too large to be Markdown.", "Check that it is the right file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FolderError(
            f"{source} is not saved as UTF-8 (at byte {error.start}).", "Save it again as UTF-8."
        ) from error
    put_file(target, markdown_to_docx(text, house_style=house_style, base=source.parent))
    output.say(f"{source} is now {target}")
    if names := docx.house_style(house_style).missing:
        output.warn(missing_line(house_style, names))
