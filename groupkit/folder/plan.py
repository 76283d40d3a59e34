"""Deciding, before anything is touched, what a rebuild does with each file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from groupkit.folder.manifest import Manifest
from groupkit.folder.names import ANSWERS, LOGS, beside
from groupkit.frozen import Frozen

Look = Callable[[str], str | None]
"""Gives the fingerprint of what is in the folder under a name, None for nothing."""


class Put(Frozen):
    """A new file and where it may go."""

    name: str
    """The file of the pack that it is."""
    sha256: str
    targets: tuple[tuple[str, str | None], ...]
    """Places to try in order, each with the fingerprint that must be there still (None: nothing)."""
    was: str | None = None
    """The fingerprint of the version generated before."""
    why: str = "changed"
    """Why it may have to go beside: `changed` by someone, or `open` in another program."""


@dataclass
class Plan:
    """What will be done, and what the manifest will say of the files that stay as they are."""

    puts: list[Put] = field(default_factory=list)
    removals: dict[str, str] = field(default_factory=dict)
    """Files to remove, with the fingerprint that they must still have."""
    files: dict[str, str] = field(default_factory=dict)
    beside: dict[str, tuple[str, str]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    held: list[tuple[str, str, str]] = field(default_factory=list)
    """Changed or open files whose new version lies beside them already: name, place, why."""
    left: list[str] = field(default_factory=list)
    """Changed files that are no longer part of the pack."""


def make_plan(new: Mapping[str, str], old: Manifest, look: Look, is_open: Callable[[str], bool]) -> Plan:
    """Compare what was generated, what is there and what is wanted.

    Args:
        new: names of the new pack and the fingerprints of their bytes.
        old: what was written last time.
        look: the fingerprint of what is there now.
        is_open: whether another program seems to have the file open.
    """
    plan = Plan()
    for name, sha in new.items():
        _place(plan, name, sha, old, look, is_open, taken=frozenset(new))
    for name, sha in (dict(old.files) | dict(old.kept)).items():
        if name not in new:
            _retire(plan, name, sha, look(name), is_open(name))
    for name, (of, sha) in old.beside.items():
        if name not in plan.beside and name not in new:
            _clear_beside(plan, name, of, sha, look(name), is_open(name))
    return plan


def _place(
    plan: Plan, name: str, sha: str, old: Manifest, look: Look, is_open: Callable[[str], bool], *, taken: frozenset[str]
) -> None:
    """Decide about one file of the new pack."""
    there = look(name)
    was = old.files.get(name) or old.kept.get(name)
    if there == sha:
        plan.files[name] = sha
        plan.unchanged.append(name)
        return
    if name == ANSWERS:  # whoever calls has read it and merged what people wrote there
        plan.puts.append(Put(name, sha, ((name, there),), was))
        return
    # A new version that someone moved into place counts as untouched.
    ours = {was, *(mark for of, mark in old.beside.values() if of == name)}
    if name in LOGS and there is not None and there not in ours:
        plan.files |= {name: was} if was else {}
        plan.unchanged.append(name)
        return
    opened = is_open(name)
    second, second_there = _second_place(name, sha, old, look, taken)
    if there is None or (there in ours and not opened):
        plan.puts.append(Put(name, sha, ((name, there), (second, second_there)), was, "open"))
        return
    why = "open" if there in ours else "changed"
    if second_there == sha:
        plan.held.append((name, second, why))
        plan.beside[second] = (name, sha)
        plan.files |= {name: was} if was else {}
    else:
        plan.puts.append(Put(name, sha, ((second, second_there),), was, why))


def _second_place(name: str, sha: str, old: Manifest, look: Look, taken: frozenset[str]) -> tuple[str, str | None]:
    """Find the place beside a file: free, or held by a version of ours that nobody touched."""
    number = 1
    while True:
        place = beside(name, number)
        there = look(place)
        ours = old.beside.get(place)
        if place not in taken and (there is None or there == sha or (ours and ours == (name, there))):
            return place, there
        number += 1


def _retire(plan: Plan, name: str, sha: str, there: str | None, opened: bool) -> None:
    """Decide about a file that the new pack does not have."""
    if there is None or name == ANSWERS:
        return
    if there == sha and not opened:
        plan.removals[name] = sha
    else:
        plan.left.append(name)
        plan.kept[name] = sha


def _clear_beside(plan: Plan, name: str, of: str, sha: str, there: str | None, opened: bool) -> None:
    """Decide about a new version of last time that nothing needs any more; one that people changed is theirs."""
    if there != sha:
        return
    if opened:
        plan.beside[name] = (of, sha)
    else:
        plan.removals[name] = sha
