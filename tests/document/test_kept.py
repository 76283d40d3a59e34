"""What was read is read again from its outline by the next run, and no answer is ever kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from groupkit import store as stored
from groupkit.document import kept
from groupkit.document.parse import _read
from groupkit.document.reading import Stretch


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> stored.Store:
    found = stored.Store(tmp_path / "kept.pickle")
    monkeypatch.setattr(stored, "store", lambda: found)
    monkeypatch.setattr(kept, "_new", type(kept._new)(maxlen=10))
    return found


def recalled(text: str, reads: list[str]) -> Stretch:
    def make() -> Stretch:
        reads.append(text)
        return _read(text, False, ())

    return kept.recall("plain", text, make)


def test_a_text_is_read_once_and_then_filled_in_from_its_outline(store: stored.Store) -> None:
    reads: list[str] = []
    first = recalled("Some *words*.", reads)
    kept.keep()
    assert recalled("Some *words*.", reads) == first
    assert recalled("Other *words*.", reads) != first
    assert reads == ["Some *words*.", "Other *words*."]


def test_the_library_writes_nothing_down_by_itself(store: stored.Store) -> None:
    for number in range(20):
        recalled(f"Text {number}", [])
    assert not store.entries
    kept.keep()
    assert len(store.entries) == 10  # the last ones: what nobody writes down must not grow


def test_other_code_reads_anew(store: stored.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    recalled("Some words.", reads)
    kept.keep()
    monkeypatch.setattr(kept, "_reader", lambda: "another")
    recalled("Some words.", reads)
    monkeypatch.setattr(kept, "_reader", lambda: "")
    recalled("Some words.", reads)
    assert reads == ["Some words."] * 3


def test_after_a_run_no_word_of_an_answer_is_in_the_file(tmp_path: Path) -> None:
    """And the next run gives the same pack without loading what reads Markdown."""
    words = ["Zephyrine", "Quillwort & <Moss>", "Brockenhurst*"]
    program = (
        "import sys; from pathlib import Path; from groupkit import store as stored\n"
        f"found = stored.Store(Path({str(tmp_path / 'kept')!r})); stored.store = lambda: found\n"
        "from groupkit.cli import run\n"
        "code = run(sys.argv[1:]); print('markdown_it' in sys.modules); sys.exit(code)"
    )
    said = []
    for folder in ("one", "two"):
        answers = [f"--set=group.name={words[0]}", f"--set=group.area={words[1]}", f"--set=meetings.place={words[2]}"]
        command = ["new", str(tmp_path / folder), "--defaults", "--set=group.nation=wales", "--date=2027-01-05"]
        done = subprocess.run(
            [sys.executable, "-c", program, *command, *answers], capture_output=True, text=True, check=True
        )
        said.append(done.stdout.splitlines()[-1])
    assert said == ["True", "False"]
    held = (tmp_path / "kept").read_bytes()
    assert b"outline" in held
    for word in ("Zephyrine", "Quillwort", "Brockenhurst"):
        assert word.encode() not in held
        assert word.encode("utf-16-le") not in held
    packs = [{path.name: path.read_bytes() for path in (tmp_path / each).rglob("*.docx")} for each in ("one", "two")]
    assert packs[0] == packs[1]
