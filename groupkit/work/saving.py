"""The papers for one piece of work on the disk: one folder each, which only ever grows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from groupkit import __version__
from groupkit.errors import UsageError
from groupkit.folder import SaveReport, explained, read_manifest, recover, safe_name, save as save_files

if TYPE_CHECKING:
    from .making import Papers
    from .offer import Offer

WORK = "work"
"""The folder beside a pack that holds a folder for each piece of work."""

OFFER_FILE = "offer.toml"
"""The answers that an offer was made from."""


def folder_name(offer: Offer) -> str:
    """Give the name of the folder for a piece of work: `2027-03-09-review-of-the-crisis-line`, and whom it is for."""
    parts = [each.isoformat() for each in offer.when.dates[:1]]
    parts.append(safe_name(offer.work.title, "work"))
    if offer.person.name:
        parts.append(safe_name(offer.person.name, "person"))
    return "-".join(parts)


def offers(folder: Path) -> list[Path]:
    """Give the folders in which an offer was saved, by name."""
    with explained(folder / WORK, "read"):
        return sorted(path.parent for path in (folder / WORK).glob(f"*/{OFFER_FILE}"))


def save(papers: Papers, folder: str | os.PathLike[str], into: Path | None = None) -> SaveReport:
    """Write papers into their folder, adding to what is there. See `Papers.save`.

    `into` is the folder of an offer that a letter starts from. It is taken if the letter is about the same work on the
    same day, for the same person; else the letter gets a folder of its own.
    """
    target = Path(folder) / WORK / folder_name(papers.offer)
    if into is not None and _same(papers.offer, into):
        target = into
    recover(target)
    files = dict(papers.files)
    with explained(target, "read"):
        there = {name: (target / name).read_bytes() for name in files if (target / name).is_file()}
    if changed := sorted(name for name, data in there.items() if data != files[name]):
        raise UsageError(
            f"{target} holds other papers of this name already: {', '.join(changed)}. What was offered stays as it is.",
            "Move that folder away, or give the work another title.",
        )
    record = read_manifest(target)
    for name in record.files if record else ():  # what another command put there belongs there
        path = target / name
        if name not in files and path.is_file():
            with explained(path, "read"):
                files[name] = path.read_bytes()
    about = {"version": __version__, "date": papers.date.isoformat(), "formats": list(papers.offer.of.pack.formats)}
    return save_files(files, target, manifest=record.about if record else about)


def _same(offer: Offer, saved: Path) -> bool:
    """Say whether a saved offer is of the same work, on the same first day, for the same person."""
    from .offer import Offer

    return folder_name(Offer.load(saved / OFFER_FILE, of=offer.of)) == folder_name(offer)
