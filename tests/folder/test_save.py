"""Writing, and writing again: people's files and changes are never lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from helpers.folders import FaultyDisk, contents, hidden

from groupkit.errors import FolderError
from groupkit.folder import ANSWERS, Kept, read_manifest, recover, save, state
from groupkit.folder.disk import Disk, fingerprint, put_file
from groupkit.folder.lock import lock

FILES = {"constitution.docx": b"one", "markdown/constitution.md": b"# one", ANSWERS: b"[group]\n"}
ABOUT = {"version": "1", "date": "2027-01-05", "formats": ["docx", "md"]}


def again(folder: Path, **changes: bytes | None):
    """Save again with some files changed (by stem) or left out (None)."""
    files = {name: changes.get(Path(name).stem, data) for name, data in FILES.items()}
    return save({name: data for name, data in files.items() if data is not None}, folder, manifest=ABOUT)


def test_a_first_pack_holds_the_files_and_a_record_and_nothing_else(pack_folder: Path) -> None:
    report = save(FILES, pack_folder, manifest=ABOUT)
    assert contents(pack_folder) == FILES
    assert set(report.written) == set(FILES)
    assert hidden(pack_folder) == {"manifest.json"}
    assert list(pack_folder.parent.iterdir()) == [pack_folder]
    record = json.loads((pack_folder / ".groupkit/manifest.json").read_text())
    assert record == {**ABOUT, "files": {name: fingerprint(data) for name, data in FILES.items()}}


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    save(FILES, tmp_path / "a/b/c", manifest=ABOUT)
    assert contents(tmp_path / "a/b/c") == FILES


def test_an_empty_folder_becomes_the_same_pack_and_stays_the_same_folder(tmp_path: Path) -> None:
    folder, other = tmp_path / "here", tmp_path / "new"
    folder.mkdir()
    before = folder.stat().st_ino
    save(FILES, folder, manifest=ABOUT)
    save(FILES, other, manifest=ABOUT)
    assert folder.stat().st_ino == before, "a shell that stands in the folder goes on standing in it"
    assert contents(folder) == contents(other)
    assert hidden(folder) == hidden(other)
    assert (folder / ".groupkit/manifest.json").read_bytes() == (other / ".groupkit/manifest.json").read_bytes()


def test_the_same_pack_again_changes_nothing(pack_folder: Path) -> None:
    save(FILES, pack_folder, manifest=ABOUT)
    times = {path: path.stat().st_mtime_ns for path in pack_folder.glob("*[a-z].*")}
    report = again(pack_folder)
    assert set(report.unchanged) == set(FILES)
    assert report.lines() == []
    assert (report.written, report.removed) == ((), ())
    assert {path: path.stat().st_mtime_ns for path in pack_folder.glob("*[a-z].*")} == times


def test_an_untouched_file_is_replaced_and_a_vanished_one_made_again(pack_folder: Path) -> None:
    save(FILES, pack_folder, manifest=ABOUT)
    (pack_folder / "markdown/constitution.md").unlink()
    (pack_folder / "markdown").rmdir()
    report = save({**FILES, "constitution.docx": b"two"}, pack_folder, manifest=ABOUT)
    assert set(report.written) == {"constitution.docx", "markdown/constitution.md"}
    assert contents(pack_folder) == {**FILES, "constitution.docx": b"two"}


class TestAChangedFile:
    """Someone opened the constitution and wrote in it."""

    @pytest.fixture
    def folder(self, pack_folder: Path) -> Path:
        save(FILES, pack_folder, manifest=ABOUT)
        (pack_folder / "constitution.docx").write_bytes(b"mine")
        return pack_folder

    def test_it_is_kept_and_the_new_one_goes_beside_it(self, folder: Path) -> None:
        report = save({**FILES, "constitution.docx": b"two"}, folder, manifest=ABOUT)
        assert report.kept == (Kept("constitution.docx", "constitution.new.docx", "changed"),)
        assert report.lines() == [
            "constitution.docx was changed since it was made, so it was kept. "
            "The new version is beside it: constitution.new.docx"
        ]
        assert (folder / "constitution.docx").read_bytes() == b"mine"
        assert (folder / "constitution.new.docx").read_bytes() == b"two"

    def test_the_one_beside_it_is_replaced_at_the_next_rebuild(self, folder: Path) -> None:
        for text in (b"two", b"three", b"three"):
            report = save({**FILES, "constitution.docx": text}, folder, manifest=ABOUT)
            assert [kept.beside for kept in report.kept] == ["constitution.new.docx"]
            assert (folder / "constitution.new.docx").read_bytes() == text
        assert len(contents(folder)) == len(FILES) + 1

    def test_the_one_beside_it_is_kept_too_when_it_was_changed(self, folder: Path) -> None:
        save({**FILES, "constitution.docx": b"two"}, folder, manifest=ABOUT)
        (folder / "constitution.new.docx").write_bytes(b"mine as well")
        report = save({**FILES, "constitution.docx": b"three"}, folder, manifest=ABOUT)
        assert [kept.beside for kept in report.kept] == ["constitution.new-2.docx"]
        assert (folder / "constitution.new.docx").read_bytes() == b"mine as well"

    def test_the_one_beside_it_goes_when_it_was_moved_into_place(self, folder: Path) -> None:
        save({**FILES, "constitution.docx": b"two"}, folder, manifest=ABOUT)
        (folder / "constitution.new.docx").replace(folder / "constitution.docx")
        report = save({**FILES, "constitution.docx": b"three"}, folder, manifest=ABOUT)
        assert "constitution.docx" in report.written
        assert not report.kept
        assert contents(folder) == {**FILES, "constitution.docx": b"three"}

    def test_the_one_beside_it_goes_when_the_change_is_taken_back(self, folder: Path) -> None:
        save({**FILES, "constitution.docx": b"two"}, folder, manifest=ABOUT)
        (folder / "constitution.docx").write_bytes(b"one")
        report = save({**FILES, "constitution.docx": b"two"}, folder, manifest=ABOUT)
        assert report.removed == ("constitution.new.docx",)
        assert contents(folder) == {**FILES, "constitution.docx": b"two"}

    def test_someones_own_file_of_that_name_is_not_touched(self, folder: Path) -> None:
        (folder / "constitution.new.docx").write_bytes(b"not yours")
        report = save({**FILES, "constitution.docx": b"two"}, folder, manifest=ABOUT)
        assert [kept.beside for kept in report.kept] == ["constitution.new-2.docx"]
        assert (folder / "constitution.new.docx").read_bytes() == b"not yours"

    def test_it_stays_and_is_named_when_it_no_longer_applies(self, folder: Path) -> None:
        for _ in range(2):
            report = save({ANSWERS: b"[group]\n"}, folder, manifest=ABOUT)
            assert report.left == ("constitution.docx",)
            assert "constitution.docx no longer belongs" in report.lines()[0]
        assert (folder / "constitution.docx").read_bytes() == b"mine"

    def test_it_is_still_theirs_when_it_applies_again(self, folder: Path) -> None:
        save({ANSWERS: b"[group]\n"}, folder, manifest=ABOUT)
        report = save(FILES, folder, manifest=ABOUT)
        assert [kept.name for kept in report.kept] == ["constitution.docx"]
        assert (folder / "constitution.docx").read_bytes() == b"mine"


def test_an_untouched_document_that_no_longer_applies_is_removed_with_its_empty_folder(pack_folder: Path) -> None:
    save(FILES, pack_folder, manifest=ABOUT)
    report = save({ANSWERS: b"[group]\n"}, pack_folder, manifest=ABOUT)
    assert set(report.removed) == {"constitution.docx", "markdown/constitution.md"}
    assert sorted(path.name for path in pack_folder.iterdir()) == [".groupkit", "group.toml"]


def test_files_that_are_not_ours_are_never_touched(pack_folder: Path) -> None:
    pack_folder.mkdir()
    theirs = {"constitution.docx": b"written by hand", "minutes.docx": b"minutes", "markdown/notes.md": b"notes"}
    (pack_folder / "markdown").mkdir()
    for name, data in theirs.items():
        (pack_folder / name).write_bytes(data)
    save(FILES, pack_folder, manifest=ABOUT)
    save({ANSWERS: b"[group]\n"}, pack_folder, manifest=ABOUT)
    assert contents(pack_folder) == {**theirs, ANSWERS: b"[group]\n"}


def test_the_answers_are_replaced_in_place_and_never_doubled(pack_folder: Path) -> None:
    save(FILES, pack_folder, manifest=ABOUT)
    (pack_folder / ANSWERS).write_bytes(b"[group]\n# mine\n")
    report = save({**FILES, ANSWERS: b"[group]\n# mine\nname = 'x'\n"}, pack_folder, manifest=ABOUT)
    assert report.written == (ANSWERS,)
    assert len(contents(pack_folder)) == len(FILES)


class TestAnOpenFile:
    """Windows refuses to replace a file that Word holds; Word and LibreOffice leave a note beside it."""

    @pytest.mark.parametrize("note", ["~$constitution.docx", "~$nstitution.docx", ".~lock.constitution.docx#"])
    def test_the_note_of_an_office_program_is_heeded(self, pack_folder: Path, note: str) -> None:
        save(FILES, pack_folder, manifest=ABOUT)
        (pack_folder / note).write_bytes(b"")
        report = save({**FILES, "constitution.docx": b"two"}, pack_folder, manifest=ABOUT)
        assert report.kept == (Kept("constitution.docx", "constitution.new.docx", "open"),)
        (pack_folder / note).unlink()
        report = save({**FILES, "constitution.docx": b"two"}, pack_folder, manifest=ABOUT)
        assert report.written == ("constitution.docx",)
        assert contents(pack_folder) == {**FILES, "constitution.docx": b"two"}

    def test_a_refusal_while_replacing_sends_the_new_one_beside(self, pack_folder: Path) -> None:
        save(FILES, pack_folder, manifest=ABOUT)
        disk = LockedDisk("constitution.docx", ANSWERS)
        report = save({**FILES, "constitution.docx": b"two", ANSWERS: b"new"}, pack_folder, manifest=ABOUT, disk=disk)
        assert report.kept == (Kept("constitution.docx", "constitution.new.docx", "open"), Kept(ANSWERS, "", "open"))
        assert "Close it and build again" in report.lines()[1]
        assert (pack_folder / "constitution.docx").read_bytes() == b"one"
        report = save({**FILES, "constitution.docx": b"two", ANSWERS: b"new"}, pack_folder, manifest=ABOUT)
        assert set(report.written) == {"constitution.docx", ANSWERS}
        assert report.removed == ("constitution.new.docx",)

    def test_a_refusal_while_removing_leaves_it_for_the_next_time(self, pack_folder: Path) -> None:
        save(FILES, pack_folder, manifest=ABOUT)
        report = save({ANSWERS: b"[group]\n"}, pack_folder, manifest=ABOUT, disk=LockedDisk("constitution.docx"))
        assert report.left == ("constitution.docx",)
        report = save({ANSWERS: b"[group]\n"}, pack_folder, manifest=ABOUT)
        assert report.removed == ("constitution.docx",)


class LockedDisk(Disk):
    """Refuses to touch some files, as Windows does while Word holds them."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def replace(self, source: Path, target: Path) -> None:
        if target.name in self.names:
            raise PermissionError(13, "Access is denied")
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        if path.name in self.names:
            raise PermissionError(13, "Access is denied")
        super().remove(path)


class TestWaysOut:
    """Nothing is written or removed outside the folder."""

    def test_a_link_on_the_way_is_refused(self, pack_folder: Path, tmp_path: Path) -> None:
        pack_folder.mkdir()
        outside = tmp_path / "outside"
        outside.mkdir()
        (pack_folder / "markdown").symlink_to(outside)
        with pytest.raises(FolderError, match="is a link or a file"):
            save(FILES, pack_folder, manifest=ABOUT)
        assert list(outside.iterdir()) == []
        assert sorted(path.name for path in pack_folder.iterdir()) == ["markdown"]

    def test_a_link_in_place_of_a_file_is_left_and_so_is_what_it_leads_to(
        self, pack_folder: Path, tmp_path: Path
    ) -> None:
        save(FILES, pack_folder, manifest=ABOUT)
        outside = tmp_path / "outside.docx"
        outside.write_bytes(b"one")
        (pack_folder / "constitution.docx").unlink()
        (pack_folder / "constitution.docx").symlink_to(outside)
        report = save({**FILES, "constitution.docx": b"two"}, pack_folder, manifest=ABOUT)
        assert [kept.name for kept in report.kept] == ["constitution.docx"]
        assert outside.read_bytes() == b"one"

    @pytest.mark.parametrize("hidden_folder", [".groupkit", ".groupkit/staging"])
    def test_a_hidden_folder_that_leads_away_is_refused(
        self, pack_folder: Path, tmp_path: Path, hidden_folder: str
    ) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        link = pack_folder / hidden_folder
        link.parent.mkdir(parents=True)
        link.symlink_to(outside)
        with pytest.raises(FolderError, match="is not a folder"):
            save(FILES, pack_folder, manifest=ABOUT)
        assert list(outside.iterdir()) == []

    def test_a_record_with_a_name_outside_is_refused(self, pack_folder: Path, tmp_path: Path) -> None:
        save(FILES, pack_folder, manifest=ABOUT)
        victim = tmp_path / "victim.txt"
        victim.write_bytes(b"precious")
        record = pack_folder / ".groupkit/manifest.json"
        record.write_text(json.dumps({"files": {"../victim.txt": fingerprint(b"precious")}}))
        with pytest.raises(FolderError, match="damaged"):
            save(FILES, pack_folder, manifest=ABOUT)
        assert victim.read_bytes() == b"precious"

    def test_a_journal_with_a_name_outside_is_thrown_away(self, pack_folder: Path, tmp_path: Path) -> None:
        save(FILES, pack_folder, manifest=ABOUT)
        victim = tmp_path / "victim.txt"
        victim.write_bytes(b"precious")
        plan = {
            "puts": [],
            "removals": {"../victim.txt": fingerprint(b"precious")},
            "files": {},
            "beside": {},
            "kept": {},
        }
        journal = {"plan": {**plan, "unchanged": [], "held": [], "left": []}, "about": {}}
        (pack_folder / ".groupkit/journal.json").write_text(json.dumps(journal))
        assert recover(pack_folder) is None
        assert victim.read_bytes() == b"precious"
        assert hidden(pack_folder) == {"manifest.json"}

    def test_answers_that_are_a_link_stay_one_and_are_not_replaced(self, pack_folder: Path, tmp_path: Path) -> None:
        save(FILES, pack_folder, manifest=ABOUT)
        kept = (pack_folder / ANSWERS).rename(tmp_path / "answers.toml")
        (pack_folder / ANSWERS).symlink_to(kept)
        again(pack_folder, constitution=b"two")
        assert (pack_folder / ANSWERS).is_symlink()
        assert (pack_folder / "constitution.docx").read_bytes() == b"two"
        with pytest.raises(FolderError, match="is a link, and the answers have changed"):
            again(pack_folder, group=b"[other]\n")
        assert kept.read_bytes() == FILES[ANSWERS]

    def test_a_link_to_the_folder_itself_is_followed(self, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "real")
        save(FILES, tmp_path / "link", manifest=ABOUT)
        assert (tmp_path / "link").is_symlink()
        assert contents(tmp_path / "real") == FILES


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"files": 3}', b'{"files": {"a": 1}}', b'{"beside": {"a": {}}}']
)
def test_a_damaged_record_is_explained(pack_folder: Path, damage: bytes) -> None:
    save(FILES, pack_folder, manifest=ABOUT)
    (pack_folder / ".groupkit/manifest.json").write_bytes(damage)
    with pytest.raises(FolderError, match=r"manifest\.json is damaged\. Delete it"):
        read_manifest(pack_folder)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"plan": {}}', b'{"plan": {"puts": [{}]}}'])
def test_a_damaged_journal_means_the_rebuild_never_happened(pack_folder: Path, damage: bytes) -> None:
    save(FILES, pack_folder, manifest=ABOUT)
    (pack_folder / ".groupkit/journal.json").write_bytes(damage)
    assert recover(pack_folder) is None
    assert contents(pack_folder) == FILES
    assert hidden(pack_folder) == {"manifest.json"}


def test_a_file_in_the_way_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(FolderError, match="is a file, not a folder"):
        save(FILES, tmp_path / "file", manifest=ABOUT)
    with pytest.raises(FolderError, match="a file is in the way"):
        save(FILES, tmp_path / "file/deeper", manifest=ABOUT)
    assert (tmp_path / "file").read_bytes() == b"x"


def test_links_that_lead_in_a_circle_and_ways_through_a_file_are_explained(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(FolderError, match="lead in a circle"):
        state(tmp_path / "circle")
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(FolderError, match="on the way there is a file"):
        state(tmp_path / "file/deeper")


def test_a_folder_that_somebody_else_made_meanwhile_is_left_and_explained(pack_folder: Path) -> None:
    def meanwhile() -> None:
        pack_folder.mkdir()
        (pack_folder / "theirs").write_bytes(b"x")

    with pytest.raises(FolderError, match="something was put there meanwhile"):
        save(FILES, pack_folder, manifest=ABOUT, disk=FaultyDisk(1, meanwhile))
    assert contents(pack_folder) == {"theirs": b"x"}
    assert list(pack_folder.parent.iterdir()) == [pack_folder]


def test_a_disk_that_refuses_is_explained_and_left_as_it_was(pack_folder: Path) -> None:
    def refuse() -> None:
        raise OSError(30, "Read-only file system")

    with pytest.raises(FolderError, match="can only be read"):
        save(FILES, pack_folder, manifest=ABOUT, disk=FaultyDisk(1, refuse))
    pack_folder.mkdir()
    with pytest.raises(FolderError, match="can only be read"):
        save(FILES, pack_folder, manifest=ABOUT, disk=FaultyDisk(1, refuse))
    assert list(pack_folder.iterdir()) == []


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_that_may_not_be_written_or_read_is_explained(pack_folder: Path, mode: int, as_somebody: None) -> None:
    pack_folder.mkdir(mode=mode)
    with pytest.raises(FolderError, match="permission was denied"):
        save(FILES, pack_folder, manifest=ABOUT)
    with pytest.raises(FolderError, match="permission was denied"):
        save(FILES, pack_folder / "inside", manifest=ABOUT)


def test_one_command_at_a_time_works_in_a_folder(pack_folder: Path) -> None:
    save(FILES, pack_folder, manifest=ABOUT)
    with lock(pack_folder / ".groupkit", pack_folder), pytest.raises(FolderError, match="Another groupkit command"):
        save(FILES, pack_folder, manifest=ABOUT)
    save(FILES, pack_folder, manifest=ABOUT)


def test_a_folder_says_what_it_holds(pack_folder: Path) -> None:
    assert state(pack_folder) == "absent"
    pack_folder.mkdir()
    (pack_folder / ".DS_Store").write_bytes(b"")
    assert state(pack_folder) == "empty"
    (pack_folder / ANSWERS).write_bytes(b"")
    assert state(pack_folder) == "answers"
    assert state(pack_folder / ANSWERS) == "file"
    save(FILES, pack_folder, manifest=ABOUT)
    assert state(pack_folder) == "pack"
    (pack_folder / ".groupkit/manifest.json").unlink()
    assert state(pack_folder) == "other"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_in_place_of_a_file_is_left_and_not_waited_for(pack_folder: Path) -> None:
    save(FILES, pack_folder, manifest=ABOUT)
    (pack_folder / "constitution.docx").unlink()
    os.mkfifo(pack_folder / "constitution.docx")
    report = again(pack_folder, constitution=b"two")
    assert report.kept == (Kept("constitution.docx", "constitution.new.docx", "changed"),)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDWR)  # so that nobody waits for the other end
    try:
        put_file(tmp_path / "pipe", b"some words")
        assert os.read(reading, 100) == b"some words"
    finally:
        os.close(reading)
    assert (tmp_path / "pipe").is_fifo()
    assert list(tmp_path.iterdir()) == [tmp_path / "pipe"]
