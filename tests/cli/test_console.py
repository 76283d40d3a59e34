"""On any console: no traceback, no crash on letters it cannot show, no complaint when nobody reads on."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.commands import DATE, NEEDED, process, surroundings

from groupkit import __version__
from groupkit.cli import COMMANDS, output, run


def test_help_and_version(groupkit) -> None:
    assert groupkit("--version").out.strip() == f"groupkit {__version__}"
    for arguments in ([], ["--help"]):
        result = groupkit(*arguments)
        assert result.code == 0
        assert all(name in result.out for name in COMMANDS)
    for name in COMMANDS:
        assert groupkit(name, "--help").code == 0


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["--nonsense"], ["new"], ["build", "a", "b"], ["list", "--nonsense"]]
)
def test_wrong_use_is_one_line_and_exit_code_2(groupkit, arguments: list[str]) -> None:
    result = groupkit(*arguments)
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    (line,) = result.errors
    assert "For how to write it: groupkit" in line
    assert line.endswith(" --help")
    assert result.out == ""


def test_the_schema_is_json(groupkit) -> None:
    result = groupkit("schema")
    assert result.code == 0
    assert "group" in json.loads(result.out)["properties"]


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from groupkit.cli import run; run(['--help']); print(','.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=surroundings({}), capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split(","))
    assert not loaded & {"docx", "lxml", "jinja2", "attrs", "cattrs", "markdown_it", "tomlkit", "cookiecutter"}


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_letters_that_a_console_cannot_show_do_not_stop_it(tmp_path: Path, encoding: str) -> None:
    name = "Grŵp Llais 🌻 আমাদের"
    arguments = ["new", "pack-🌻", "--defaults", *NEEDED, "--set", f"group.name={name}", *DATE]
    result = process(*arguments, folder=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="1")
    assert (result.code, result.errors) == (0, [])
    assert name in (tmp_path / "pack-🌻/markdown/constitution.md").read_text(encoding="utf-8")
    result = process(
        "build", "pack-🌻", "--set", "meetings.start=🌻", folder=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="1"
    )
    assert result.code == 1
    assert "Traceback" not in result.err


@pytest.mark.parametrize("what", ["schema", "list", "--help"])
def test_nobody_reading_on_is_no_error(what: str) -> None:
    command = f'"{sys.executable}" -m groupkit {what} | true; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], env=surroundings({}), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_closed_streams_are_no_error(tmp_path: Path) -> None:
    for command, code in (
        ("list >&-", 0),
        ("list >&- 2>&- <&-", 0),
        ("build nowhere 2>&-", 2),
        ("new pack --defaults <&- >&-", 1),
        ("new pack <&-", 2),
        (f"new pack --defaults {shlex.join(NEEDED)} >&- 2>&- <&-", 0),
    ):
        shell = f'"{sys.executable}" -m groupkit {command}'
        done = subprocess.run(
            ["bash", "-c", shell], env=surroundings({}), capture_output=True, text=True, check=False, cwd=tmp_path
        )
        assert "Traceback" not in done.stderr
        assert done.returncode == code, command
    assert (tmp_path / "pack/constitution.docx").read_bytes().startswith(b"PK")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to be had")
@pytest.mark.parametrize("what", ["schema", "list", "--version"])
def test_a_full_disk_under_the_output_is_explained(what: str) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "groupkit", what]
        done = subprocess.run(
            command, env=surroundings({}), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("error: The output")
    assert len(done.stderr.splitlines()) == 1


def test_no_colour_and_no_control_characters(groupkit, pack: Path) -> None:
    result = groupkit("build", "pack", "--set", "group.nme\x1b[31m=x")
    assert result.code == 1
    assert "\x1b" not in result.out + result.err


def test_nothing_turns_a_line_of_the_console_round(groupkit) -> None:
    turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
    answers = f'[pack]\nadd = ["a\u202eb"]\n[style]\nlogo = "{turning[:9]}.png"\n'
    Path("turned.toml").write_text(answers, encoding="utf-8")
    for arguments in (
        ["new", f"a{turning}b", "--answers", f"{turning}.toml"],
        ["new", "pack", "--defaults", *NEEDED, "--set", f"{turning}=x", "--set", f"group.people={turning}"],
        ["new", "pack", "--answers", "turned.toml", *NEEDED],
        ["new", "pack", "--defaults", *NEEDED, *DATE, "--set", "group.name=Gr\u202eoup"],
        ["build", "nowhere", f"--{turning}"],
        ["list", "pack"],
    ):
        result = groupkit(*arguments)
        assert result.out + result.err
        assert not set(turning) & set(result.out + result.err), arguments
    assert "ক্\u200dষ" in groupkit("list", "pack", "--set", "group.name=আমাদের ক্\u200dষ").out


def test_a_name_of_bytes_that_are_no_letters_is_refused_by_name(groupkit) -> None:
    result = groupkit("new", "pack", "--defaults", *NEEDED, "--set", "group.name=caf\udce9")
    assert result.code == 1
    assert "group.name" in result.errors[0]


def test_a_fault_of_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(output, "say", broken)
    with pytest.raises(ZeroDivisionError):
        run(["schema"])
