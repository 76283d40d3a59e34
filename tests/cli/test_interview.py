"""`groupkit new` on a terminal: it asks, saves every answer, stops and goes on."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from helpers.commands import AREA, DATE, NAME, NEEDED, surroundings
from helpers.folders import contents

pty = pytest.importorskip("pty", reason="a terminal of our own needs a pty")

PROMPT = "Answer: "
PATIENCE = 30


def _listen_to_ctrl_c() -> None:
    """What a shell starts in the background does not listen, and neither would what it starts itself."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Terminal:
    """A person at a terminal: waits for a question, types, looks at what comes back."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "groupkit", *arguments]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=surroundings({}),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_listen_to_ctrl_c,
        )
        os.close(theirs)
        self.seen = ""
        self.at = 0

    def read_until(self, text: str) -> None:
        """Wait for some text, after what was waited for before."""
        while text not in self.seen[self.at :] and self._more():
            pass
        assert text in self.seen[self.at :], self.seen
        self.at = self.seen.index(text, self.at) + len(text)

    def _more(self) -> bool:
        """Read what comes next; False at the end."""
        assert select.select([self.ours], [], [], PATIENCE)[0], f"nothing more came after: {self.seen}"
        try:
            more = os.read(self.ours, 4096)
        except OSError:  # the other end is closed
            return False
        self.seen += more.decode()
        return bool(more)

    def answer(self, *lines: str) -> None:
        """Wait for each question and type a line."""
        for line in lines:
            self.read_until(PROMPT)
            os.write(self.ours, f"{line}\n".encode())

    def end(self) -> int:
        """Read to the end; give the exit code."""
        while self._more():
            pass
        os.close(self.ours)
        return self.process.wait(PATIENCE)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def finish(folder: Path, answers: Sequence[str], *arguments: str) -> Terminal:
    """Start, give these answers, and take the usual ones for the rest."""
    with Terminal(folder, "new", "pack", *DATE, *arguments) as terminal:
        terminal.answer(*answers, "!")
        code = terminal.end()
    assert code == 0, terminal.seen
    return terminal


def test_a_finished_interview_gives_the_same_files_as_the_other_doors(tmp_path: Path, groupkit) -> None:
    (tmp_path / "asked").mkdir()
    terminal = finish(tmp_path / "asked", [NAME, AREA, "2", "", ""])
    assert "Open start-here.docx first." in terminal.seen
    assert groupkit("new", "pack", "--defaults", *NEEDED, *DATE).code == 0
    assert contents(tmp_path / "asked/pack") == contents(tmp_path / "pack")
    assert len({(f / "pack/.groupkit/manifest.json").read_bytes() for f in (tmp_path, tmp_path / "asked")}) == 1


def test_ctrl_c_loses_nothing_and_the_next_run_goes_on(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "pack") as terminal:
        terminal.answer(NAME, AREA)
        terminal.read_until(PROMPT)
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.end() == 130
    assert "Stopped. Your answers so far are in pack/group.toml" in terminal.seen
    assert "To go on: groupkit new pack" in terminal.seen
    assert "Traceback" not in terminal.seen
    assert tomllib.loads((tmp_path / "pack/group.toml").read_text())["group"] == {"name": NAME, "area": AREA}
    assert [path.name for path in (tmp_path / "pack").iterdir()] == ["group.toml"]
    finish(tmp_path, ["2"])
    assert tomllib.loads((tmp_path / "pack/group.toml").read_text())["group"]["nation"] == "wales"
    assert (tmp_path / "pack/constitution.docx").exists()


def test_stopping_before_the_first_answer_makes_nothing(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "pack") as terminal:
        terminal.read_until(PROMPT)
        os.write(terminal.ours, b"\x04")
        assert terminal.end() == 130
    assert list(tmp_path.iterdir()) == []


def test_what_was_given_on_the_command_line_is_not_asked(tmp_path: Path) -> None:
    terminal = finish(tmp_path, [], *NEEDED)
    assert "What is your group called?" not in terminal.seen
    assert (tmp_path / "pack/constitution.docx").exists()


def test_answers_that_somebody_broke_meanwhile_are_named_with_their_file_and_left(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "pack") as terminal:
        terminal.answer(NAME)
        terminal.read_until("2 of ")
        (tmp_path / "pack/group.toml").write_text("[grou\n")
        terminal.answer(AREA)
        assert terminal.end() == 1
    assert "error: pack/group.toml: line 1: " in terminal.seen
    assert (tmp_path / "pack/group.toml").read_text() == "[grou\n"


def test_answers_that_break_a_rule_are_saved_and_the_way_on_is_told(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "pack", *NEEDED, "--set", "form.kind=scio_two_tier") as terminal:
        terminal.answer("", "!")
        assert terminal.end() == 1
    assert "error: " in terminal.seen
    assert "your answers are in pack/group.toml. Change them there, then: groupkit build pack" in terminal.seen
    assert [path.name for path in (tmp_path / "pack").iterdir()] == ["group.toml"]
