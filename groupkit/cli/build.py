"""`groupkit build`: make the pack of a folder again."""

from __future__ import annotations

from pathlib import Path

import click

from groupkit.cli import options, output
from groupkit.errors import UsageError


@click.command("build")
@options.FOLDER
@options.shaping
def command(
    folder: Path,
    settings: tuple[str, ...],
    kind: str | None,
    added: tuple[str, ...],
    dropped: tuple[str, ...],
    formats: tuple[str, ...],
    house_style: str | None,
    notes: bool | None,
    day: str | None,
) -> None:
    """Make the pack again from FOLDER/group.toml.

    Files that you changed are kept, and the new ones are put beside them. The date stays that of the last time, unless
    you give another one. Answers given here are written into group.toml.
    """
    from groupkit.cli.gather import Gathered, read_saved
    from groupkit.cli.telling import tell
    from groupkit.folder import ANSWERS, read_manifest, recover, save_pack

    on = options.read_day(day)
    asked = options.read_settings(settings, formats, house_style, notes, kind)
    if recover(folder) is not None:
        output.note("what the last command left half done is finished now.")
    text = saved = read_saved(folder)
    gathered = Gathered(folder=folder)
    gathered.add_text(text, str(folder / ANSWERS))
    gathered.add(asked, "", Path())
    gathered.add_documents(added, dropped)
    group = gathered.group()
    if asked or added or dropped:
        from groupkit.group.toml import write_answers

        text = write_answers(group, text)
    record = read_manifest(folder)
    pack = gathered.pack(group, on or (record.date if record else None))

    def check() -> None:
        """Nobody wrote to the answers meanwhile: what they wrote would be lost."""
        if read_saved(folder) != saved:
            raise UsageError(f"{folder / ANSWERS} was changed just now.", "Run the same command again.")

    tell(pack, save_pack(pack, folder, answers=text, check=check))
