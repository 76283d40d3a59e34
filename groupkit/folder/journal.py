"""A rebuild, written down before it starts, so that the next command can finish what was cut off.

The order is everything. New files are staged in `.groupkit/staging`; then the journal appears in one step. From that
moment the rebuild will be finished; before it the rebuild never happened. Every step may be done twice without harm.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from groupkit.folder.disk import Disk, explain, fingerprint_of
from groupkit.folder.manifest import NAME, Manifest
from groupkit.folder.names import ANSWERS, CONTROL, JOURNAL, STAGING, is_safe
from groupkit.folder.plan import Plan, Put
from groupkit.folder.report import Kept, SaveReport
from groupkit.frozen import Frozen


class Journal(Frozen):
    """Everything needed to finish a rebuild, with nothing from memory."""

    plan: Plan
    about: Mapping[str, Any]
    """What the new manifest says of the pack: version, date, formats."""

    @property
    def names(self) -> list[str]:
        """Every file that the journal may write or remove."""
        return [*(name for put in self.plan.puts for name, _ in put.targets), *self.plan.removals]

    def to_json(self) -> bytes:
        """Give the journal as JSON."""
        plan = vars(self.plan) | {"puts": [put.as_dict() for put in self.plan.puts]}
        return json.dumps({"plan": plan, "about": dict(self.about)}, indent=1).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Journal:
        """Read a journal, with every name checked: anyone may have written the file.

        Raises:
            ValueError, KeyError, TypeError: it is not a journal, or a name in it leads out of the folder.
        """
        content = json.loads(data)
        raw = content["plan"]
        puts = [
            Put(
                put["name"], put["sha256"], tuple((name, mark) for name, mark in put["targets"]), put["was"], put["why"]
            )
            for put in raw["puts"]
        ]
        plan = Plan(
            puts,
            dict(raw["removals"]),
            dict(raw["files"]),
            {name: (of, sha) for name, (of, sha) in raw["beside"].items()},
            dict(raw["kept"]),
            list(raw["unchanged"]),
            [(name, place, why) for name, place, why in raw["held"]],
            list(raw["left"]),
        )
        journal = cls(plan, dict(content["about"]))
        if not all(map(is_safe, journal.names)):
            raise ValueError("a name that leads out of the folder")
        return journal


def stage(folder: Path, journal: Journal, files: Mapping[str, bytes], disk: Disk) -> None:
    """Write the new files and the journal into hiding. Nothing that people see has changed when it returns.

    Raises:
        OSError: the disk is full or cannot be written; what was staged may be thrown away.
    """
    staging = folder / CONTROL / STAGING
    disk.make_folder(staging)
    for number, put in enumerate(journal.plan.puts):
        disk.write(staging / str(number), files[put.name])
    disk.write(staging / JOURNAL, journal.to_json())
    disk.settle(staging)
    disk.replace(staging / JOURNAL, folder / CONTROL / JOURNAL)
    disk.settle(folder / CONTROL)


def finish(folder: Path, journal: Journal, disk: Disk) -> SaveReport:
    """Do every step of the journal that is not done yet, write the manifest and tidy up.

    Raises:
        FolderError: the disk refuses; the journal stays, and the next command tries again.
    """
    control = folder / CONTROL
    plan = journal.plan
    files, beside = dict(plan.files), dict(plan.beside)
    written, kept = [], [Kept(name, place, why) for name, place, why in plan.held]
    path = folder
    try:
        for number, put in enumerate(plan.puts):
            path = folder / put.name
            place, why = _put(folder, control / STAGING / str(number), put, disk)
            if place == put.name:
                files[put.name] = put.sha256
                written.append(put.name)
                continue
            files |= {put.name: put.was} if put.was else {}
            beside |= {place: (put.name, put.sha256)} if place else {}
            kept.append(Kept(put.name, place, why))
        removed, stayed = _remove(folder, {n: sha for n, sha in plan.removals.items() if n not in beside}, disk)
        path = control / NAME
        manifest = Manifest(journal.about, files, beside, dict(plan.kept) | stayed)
        disk.write(control / STAGING / NAME, manifest.to_json())
        disk.replace(control / STAGING / NAME, path)
        disk.settle(control)
        disk.remove(control / JOURNAL)
        disk.clear(control / STAGING)
    except OSError as error:
        raise explain(error, path) from error
    return SaveReport(folder, tuple(written), tuple(kept), removed, tuple(plan.unchanged), (*plan.left, *stayed))


def _put(folder: Path, staged: Path, put: Put, disk: Disk) -> tuple[str, str]:
    """Put one staged file in the first place that takes it; say where it lies (empty: nowhere), and why there."""
    if not staged.exists():  # done before the cut: the fingerprint says where
        for name, _ in put.targets:
            if fingerprint_of(folder / name) == put.sha256:
                return name, put.why
        return put.targets[0][0], put.why
    why = put.why
    for name, expected in put.targets:
        target = folder / name
        if fingerprint_of(target) != expected:  # someone was here between the plan and now
            why = "changed"
            continue
        _make_parents(folder, target, disk)
        try:
            disk.replace(staged, target)
        except PermissionError:  # open in Word on Windows
            if name == put.targets[-1][0] and name != ANSWERS:
                raise
            why = "open"
            continue
        return name, why
    return "", why


def _make_parents(folder: Path, target: Path, disk: Disk) -> None:
    """Make the folders on the way to a file."""
    for parent in reversed(target.relative_to(folder).parents[:-1]):
        if not (folder / parent).exists():
            disk.make_folder(folder / parent)


def _remove(folder: Path, removals: Mapping[str, str], disk: Disk) -> tuple[tuple[str, ...], dict[str, str]]:
    """Remove files that are as they were, and folders this leaves empty; give what went, and what had to stay."""
    removed, stayed = [], {}
    for name, sha in removals.items():
        target = folder / name
        there = fingerprint_of(target)
        if there == sha:
            try:
                disk.remove(target)
            except PermissionError:  # open in Word on Windows
                stayed[name] = sha
                continue
            removed.append(name)
        elif there is not None:
            stayed[name] = sha
        parent = target.parent
        if parent != folder and parent.is_dir() and not any(parent.iterdir()):
            disk.remove_folder(parent)
    return tuple(removed), stayed
