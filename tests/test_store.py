"""What is kept between runs is only ever a copy: without it, or with a broken one, everything is made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from groupkit import store as stored
from groupkit.meetings import bank_holidays


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> stored.Store:
    kept = stored.Store(tmp_path / "deep" / "kept.pickle")
    monkeypatch.setattr(stored, "store", lambda: kept)
    return kept


def test_what_was_made_is_recalled_by_the_next_run_until_its_source_changes(store: stored.Store, monkeypatch) -> None:
    made: list[str] = []

    def make(source: str) -> dict[str, str]:
        return stored.recall("test", source, lambda: made.append(source) or {"is": source})

    assert make("a") == {"is": "a"}
    store.save()
    later = stored.Store(store.file)
    monkeypatch.setattr(stored, "store", lambda: later)
    assert make("a") == {"is": "a"}
    assert make("b") == {"is": "b"}
    assert made == ["a", "b"]


@pytest.mark.parametrize("content", [b"", b"not a pickle", b"\x80\x05N."])
def test_a_broken_file_counts_as_empty(store: stored.Store, content: bytes) -> None:
    store.file.parent.mkdir()
    store.file.write_bytes(content)
    assert stored.recall("test", "a", lambda: 1) == 1
    store.save()
    assert stored.Store(store.file).entries


def test_a_file_with_one_changed_byte_counts_as_empty(store: stored.Store) -> None:
    store.put("a", b"right")
    store.save()
    content = store.file.read_bytes()
    for at in range(len(content)):
        damaged = bytearray(content)
        damaged[at] ^= 0x22
        store.file.write_bytes(damaged)
        assert stored.Store(store.file).entries == {}


def test_a_folder_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = stored.Store(tmp_path / "file" / "kept.pickle")
    kept.put("a", b"1")
    kept.save()
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(store: stored.Store, monkeypatch) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    store.put("a", b"1")
    store.save()
    assert list(store.file.parent.iterdir()) == []


def test_a_file_that_grew_too_large_is_begun_anew(store: stored.Store, monkeypatch) -> None:
    store.put("a", b"1" * 100)
    store.save()
    assert stored.Store(store.file).entries
    monkeypatch.setattr(stored, "LARGEST", 100)
    assert stored.Store(store.file).entries == {}


def test_bank_holidays_are_kept_for_one_release_of_their_package(store: stored.Store) -> None:
    assert stored.release("holidays", "holidays").startswith("holidays-")
    assert stored.release("no_such_package", "holidays") == ""
    bank_holidays._in_year.cache_clear()
    first = bank_holidays._in_year("scotland", 2027)
    assert [key for key in store.entries if key.startswith("bank holidays")]
    bank_holidays._in_year.cache_clear()
    assert bank_holidays._in_year("scotland", 2027) == first
    bank_holidays._in_year.cache_clear()
