"""What happens around a command: before it can speak for itself."""

from __future__ import annotations

import pytest

from groupkit import __main__, cli


def test_a_stop_before_the_command_line_is_ready_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", stop)
    monkeypatch.setattr(__main__, "gc", type("NoCollector", (), {"disable": lambda: None, "freeze": lambda: None}))
    with pytest.raises(SystemExit) as left:
        __main__.main()
    assert (left.value.code, capsys.readouterr().err) == (cli.STOPPED, "note: stopped.\n")


def test_a_stop_while_copies_are_kept_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_keep", stop)
    assert cli.run(["--version"]) == 0
