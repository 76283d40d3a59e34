"""What people write into their log is theirs: no build touches it, puts anything beside it or complains of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from groupkit.folder import save
from groupkit.folder.names import LOGS
from groupkit.reporting.files import FILES

ABOUT = {"version": "1", "date": "2027-01-05", "formats": ["docx"]}
EMPTY = dict.fromkeys(FILES, b"heading\r\n")
OTHER = {"impact-log.docx": b"one"}


def test_the_names_are_those_of_the_files_that_come_with_a_pack() -> None:
    assert frozenset(FILES) == LOGS


@pytest.mark.parametrize("name", FILES)
def test_a_log_with_something_in_it_stays_as_it_is_through_any_number_of_builds(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    save({**OTHER, **EMPTY}, folder, manifest=ABOUT)
    (folder / name).write_bytes(b"heading\r\nours\r\n")
    for round_ in range(3):
        report = save({**OTHER, **EMPTY, name: b"heading %d\r\n" % round_}, folder, manifest=ABOUT)
        assert report.lines() == []
        assert name in report.unchanged
    assert (folder / name).read_bytes() == b"heading\r\nours\r\n"
    assert sorted(path.name for path in folder.iterdir()) == sorted([".groupkit", *OTHER, *FILES])


def test_a_log_that_was_there_before_the_pack_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "impact.csv").write_bytes(b"ours")
    for _ in range(2):
        assert save({**OTHER, **EMPTY}, tmp_path, manifest=ABOUT).kept == ()
    assert (tmp_path / "impact.csv").read_bytes() == b"ours"


def test_an_empty_log_follows_the_release(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    save({**OTHER, **EMPTY}, folder, manifest=ABOUT)
    save({**OTHER, **EMPTY, "self-assessment.csv": b"new questions"}, folder, manifest=ABOUT)
    assert (folder / "self-assessment.csv").read_bytes() == b"new questions"


def test_a_log_that_was_deleted_is_made_again_and_an_open_one_does_not_matter(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    save({**OTHER, **EMPTY}, folder, manifest=ABOUT)
    (folder / "impact.csv").unlink()
    (folder / "presence.csv").write_bytes(b"ours")
    (folder / ".~lock.presence.csv#").write_bytes(b"")
    assert save({**OTHER, **EMPTY}, folder, manifest=ABOUT).lines() == []
    assert (folder / "impact.csv").read_bytes() == b"heading\r\n"


def test_a_smaller_pack_takes_empty_logs_away_and_leaves_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    save({**OTHER, **EMPTY}, folder, manifest=ABOUT)
    (folder / "impact.csv").write_bytes(b"ours")
    save({**OTHER, **EMPTY}, folder, manifest=ABOUT)
    report = save(OTHER, folder, manifest=ABOUT)
    assert set(report.removed) == {"presence.csv", "self-assessment.csv"}
    assert report.left == ("impact.csv",)
    assert (folder / "impact.csv").read_bytes() == b"ours"
