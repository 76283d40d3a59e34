"""Cut off at every step: what people see is whole, and the next command finishes or undoes the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.folders import FaultyDisk, contents, die, hidden, in_a_process_that_dies, run_out

from groupkit.errors import FolderError
from groupkit.folder import read_manifest, recover, save
from groupkit.folder.disk import Disk

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks to be killed")

OLD = {
    "a.docx": b"old a" * 50,
    "b.docx": b"b" * 50,
    "gone.docx": b"old only",
    "markdown/a.md": b"old",
    "group.toml": b"old",
}
NEW = {
    "a.docx": b"new a" * 50,
    "b.docx": b"b" * 50,
    "added.docx": b"new only",
    "plain/a.md": b"new",
    "group.toml": b"new",
}
ABOUT = {"version": "1", "date": "2027-01-05", "formats": ["docx", "md"]}
MOST_STEPS = 100


def steps_of(folder: Path, files: dict[str, bytes]) -> int:
    """Count the steps of a save that nothing disturbs."""
    disk = FaultyDisk()
    save(files, folder, manifest=ABOUT, disk=disk)
    return disk.steps


def test_a_first_pack_killed_at_any_step_is_there_in_full_or_not_at_all(tmp_path: Path) -> None:
    steps = steps_of(tmp_path / "counted", NEW)
    for step in range(1, steps + 1):
        home = tmp_path / str(step)
        folder = home / "pack"
        home.mkdir()
        assert in_a_process_that_dies(lambda: save(NEW, folder, manifest=ABOUT, disk=FaultyDisk(step, die)))  # noqa: B023
        assert not folder.exists()
        recover(folder)
        assert list(home.iterdir()) == []
        save(NEW, folder, manifest=ABOUT)
        assert contents(folder) == NEW


@pytest.mark.parametrize("edited", [False, True])
def test_a_rebuild_killed_at_any_step_leaves_each_file_whole_and_is_finished_or_undone(
    tmp_path: Path, edited: bool
) -> None:
    def prepared(name: str) -> Path:
        folder = tmp_path / name
        save(OLD, folder, manifest=ABOUT)
        if edited:
            (folder / "a.docx").write_bytes(b"mine")
            (folder / "gone.docx").write_bytes(b"mine too")
        (folder / "notes.txt").write_bytes(b"not yours")
        return folder

    counted = prepared("counted")
    before = contents(counted)
    steps = steps_of(counted, NEW)
    after = contents(counted)
    record = read_manifest(counted)
    outcomes = set()
    assert steps < MOST_STEPS
    for step in range(1, steps + 1):
        folder = prepared(str(step))
        assert in_a_process_that_dies(lambda: save(NEW, folder, manifest=ABOUT, disk=FaultyDisk(step, die)))  # noqa: B023
        for name, data in contents(folder).items():
            assert data in (before.get(name), after.get(name)), f"{name} is neither old nor new after step {step}"
        recover(folder)
        assert contents(folder) in (before, after), f"neither old nor new after step {step}"
        outcomes.add(contents(folder) == after)
        assert hidden(folder) == {"manifest.json"}
        save(NEW, folder, manifest=ABOUT)
        assert contents(folder) == after
        assert read_manifest(folder) == record
    assert outcomes == {True, False}, "some cuts are undone and some are finished"


def test_a_recovery_killed_at_any_step_is_taken_up_again(tmp_path: Path) -> None:
    def cut_off(name: str) -> Path:
        folder = tmp_path / name
        save(OLD, folder, manifest=ABOUT)
        last = FaultyDisk()
        last.fail_at, last.fault = journal_step, die
        in_a_process_that_dies(lambda: save(NEW, folder, manifest=ABOUT, disk=last))
        return folder

    journal_step = _step_after_the_journal(tmp_path / "found")
    whole = cut_off("whole")
    disk = FaultyDisk()
    assert recover(whole, disk=disk) is not None
    assert contents(whole) == NEW
    for step in range(1, disk.steps + 1):
        folder = cut_off(str(step))
        assert in_a_process_that_dies(lambda: recover(folder, disk=FaultyDisk(step, die)))  # noqa: B023
        recover(folder)
        assert contents(folder) == NEW
        assert hidden(folder) == {"manifest.json"}


def _step_after_the_journal(folder: Path) -> int:
    """Find the first step after the journal is in place: from there the rebuild must be finished."""

    class Watch(FaultyDisk):
        found = 0

        def replace(self, source: Path, target: Path) -> None:
            super().replace(source, target)
            if target.name == "journal.json":
                self.found = self.steps + 1

    save(OLD, folder, manifest=ABOUT)
    disk = Watch()
    save(NEW, folder, manifest=ABOUT, disk=disk)
    return disk.found


def test_an_edit_made_after_the_cut_is_not_overwritten_by_the_recovery(tmp_path: Path) -> None:
    step = _step_after_the_journal(tmp_path / "found")
    folder = tmp_path / "pack"
    save(OLD, folder, manifest=ABOUT)
    assert in_a_process_that_dies(lambda: save(NEW, folder, manifest=ABOUT, disk=FaultyDisk(step, die)))
    (folder / "a.docx").write_bytes(b"mine")
    (folder / "gone.docx").write_bytes(b"mine too")
    report = recover(folder)
    assert report is not None
    assert [(kept.name, kept.beside) for kept in report.kept] == [("a.docx", "a.new.docx")]
    assert report.left == ("gone.docx",)
    assert (folder / "a.docx").read_bytes() == b"mine"
    assert (folder / "a.new.docx").read_bytes() == NEW["a.docx"]
    assert (folder / "gone.docx").read_bytes() == b"mine too"


def test_a_full_disk_at_any_step_of_a_first_pack_leaves_nothing_and_is_explained(tmp_path: Path) -> None:
    steps = steps_of(tmp_path / "counted", NEW)
    for step in range(1, steps + 1):
        home = tmp_path / str(step)
        home.mkdir()
        with pytest.raises(FolderError, match="the disk is full"):
            save(NEW, home / "pack", manifest=ABOUT, disk=FaultyDisk(step, run_out))
        assert list(home.iterdir()) == []


def test_a_full_disk_at_any_step_of_a_rebuild_is_explained_and_loses_nothing(tmp_path: Path) -> None:
    counted = tmp_path / "counted"
    save(OLD, counted, manifest=ABOUT)
    steps = steps_of(counted, NEW)
    for step in range(1, steps + 1):
        folder = tmp_path / str(step)
        save(OLD, folder, manifest=ABOUT)
        with pytest.raises(FolderError, match="the disk is full"):
            save(NEW, folder, manifest=ABOUT, disk=FaultyDisk(step, run_out, for_good=True))
        for name, data in contents(folder).items():
            assert data in (OLD.get(name), NEW.get(name))
        recover(folder)
        assert contents(folder) in (OLD, NEW)
        save(NEW, folder, manifest=ABOUT)
        assert contents(folder) == NEW
        assert hidden(folder) == {"manifest.json"}


def test_a_kill_in_a_folder_with_only_answers_keeps_the_answers(tmp_path: Path) -> None:
    step = 0
    while True:
        step += 1
        folder = tmp_path / str(step)
        folder.mkdir()
        (folder / "group.toml").write_bytes(b"old")
        killed = in_a_process_that_dies(lambda: save(NEW, folder, manifest=ABOUT, disk=FaultyDisk(step, die)))  # noqa: B023
        recover(folder)
        assert contents(folder) in ({"group.toml": b"old"}, NEW)
        if not killed:
            break
    assert step > len(NEW)
    assert contents(folder) == NEW


def test_the_faulty_disk_sees_every_step_that_a_disk_has() -> None:
    changing = {name for name in vars(Disk) if not name.startswith("_")} - {"clear", "settle"}
    assert changing <= set(vars(FaultyDisk))


def test_what_a_first_pack_left_is_moved_away_before_it_is_taken_apart(tmp_path: Path) -> None:
    """A command that is about to put it in place then finds all of it or nothing."""

    class Watch(Disk):
        seen: tuple[str, ...] = ()

        def rename_folder(self, source: Path, target: Path) -> None:
            self.seen += ("moved",)
            super().rename_folder(source, target)

        def remove(self, path: Path) -> None:
            self.seen += ("removed",)
            super().remove(path)

    folder = tmp_path / "pack"
    half_way = len(NEW)
    assert in_a_process_that_dies(lambda: save(NEW, folder, manifest=ABOUT, disk=FaultyDisk(half_way, die)))
    disk = Watch()
    recover(folder, disk=disk)
    assert disk.seen[:2] == ("moved", "removed")
    assert list(tmp_path.iterdir()) == []
