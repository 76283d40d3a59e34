"""`groupkit offer`: the papers for one piece of work."""

from __future__ import annotations

from pathlib import Path

import click

from groupkit.cli import options, piece


@click.command("offer")
@options.FOLDER
@piece.answering
def command(folder: Path, answers: Path | None, settings: tuple[str, ...], day: str | None) -> None:
    """Make the papers for one piece of work: the offer, and the forms that go with it.

    FOLDER holds the pack of the group. The papers are put in FOLDER/work, in a folder of their own, with the answers
    they were made from. What was offered before is never changed. With --answers or --set nothing is asked.
    """
    on = options.read_day(day)
    group = piece.group_of(folder)
    gathered = piece.gather(answers, settings)
    if gathered.answers or answers:
        offer = gathered.offer(group)
    else:
        offer = piece.ask(gathered, group, folder, "offer", lambda answer: answer.ask == "always")
    piece.finish(offer, folder, "offer", on)
