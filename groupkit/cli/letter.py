"""`groupkit letter`: the letter for a benefits adviser or jobcentre."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output, piece
from groupkit.errors import UsageError

if TYPE_CHECKING:
    from groupkit.cli.gather import Gathered


@click.command("letter")
@options.FOLDER
@click.option("--work", metavar="NAME", help="The offer it is about: the name of its folder in FOLDER/work.")
@piece.answering
def command(folder: Path, work: str | None, answers: Path | None, settings: tuple[str, ...], day: str | None) -> None:
    """Make the letter about one piece of work for a benefits adviser or jobcentre.

    It starts from the offer that was saved in FOLDER/work; with several of them --work says which. It says nothing of
    anyone's health, benefits or reasons. With --answers or --set nothing is asked.
    """
    on = options.read_day(day)
    group = piece.group_of(folder)
    given = piece.gather(answers, settings)
    asking = answers is None and not settings
    found = _offer_folder(folder, work) if work or answers is None else None
    gathered = _on_top_of(found, given)
    if asking:
        offer = piece.ask(
            gathered, group, folder, "letter", lambda answer: answer.ask == "always" or answer.section == "letter"
        )
    else:
        offer = gathered.offer(group)
    piece.finish(offer, folder, "letter", on, found)
    if not offer.has_limb:
        output.note("the letter does not name the rules on service users. If they fit, give letter.limb.")


def _offer_folder(folder: Path, work: str | None) -> Path | None:
    """Find the folder of the offer; None where nothing was offered yet.

    Raises:
        UsageError: there is no offer of that name, or there are several and none was named.
    """
    from groupkit.work.saving import WORK, offers

    found = offers(folder)
    names = ", ".join(path.name for path in found)
    if work is not None:
        for path in found:
            if path.name == work:
                return path
        listed = f"There are: {names}." if found else f"To make one: groupkit offer {folder}"
        raise UsageError(f'There is no offer "{work}" in {folder / WORK}.', listed)
    if len(found) > 1:
        raise UsageError(f"{folder / WORK} holds {len(found)} offers.", f"Say which with --work. There are: {names}.")
    return found[0] if found else None


def _on_top_of(found: Path | None, given: Gathered) -> Gathered:
    """Lay what was given on the command line over the answers of the saved offer."""
    if found is None:
        return given
    from groupkit.cli.gather import Gathered
    from groupkit.folder import read_text
    from groupkit.work.saving import OFFER_FILE

    gathered = Gathered(asked=given.questions)
    gathered.add_text(read_text(found / OFFER_FILE), str(found / OFFER_FILE))
    gathered.answers |= given.answers
    gathered.origins |= given.origins
    return gathered
