"""`groupkit new`: answers in, a pack out, and never a touch on what is somebody's."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest
from helpers.commands import ANSWERS, AREA, DATE, NAME, NATION, NEEDED, Result
from helpers.folders import contents

from groupkit import pack as pack_module


def answers_in(folder: Path) -> dict:
    return tomllib.loads((folder / "group.toml").read_text(encoding="utf-8"))


def test_the_three_needed_answers_make_a_pack(groupkit, tmp_path: Path) -> None:
    result = groupkit("new", "pack", "--defaults", *NEEDED, *DATE)
    assert result.code == 0
    assert result.errors == []
    assert "Open start-here.docx first." in result.out
    files = contents(tmp_path / "pack")
    for name in ("start-here", "constitution", "agenda-first-meeting", "payment-policy", "resource-list"):
        assert files[f"{name}.docx"].startswith(b"PK")
        assert files[f"markdown/{name}.md"].startswith(b"# ")
    assert answers_in(tmp_path / "pack")["group"] == {"name": NAME, "area": AREA, "nation": NATION}
    record = json.loads((tmp_path / "pack/.groupkit/manifest.json").read_text())
    assert (record["date"], record["formats"]) == ("2027-01-05", ["docx", "md"])


def test_the_same_answers_give_the_same_files_whichever_way_they_come(groupkit, tmp_path: Path) -> None:
    Path("answers.toml").write_text(
        ANSWERS + '# mine\n[meetings]\nstart = "18:30"\n[members]\nnow = 8\n', encoding="utf-8"
    )
    by_file = groupkit("new", "a", "--answers", "answers.toml", *DATE)
    by_options = groupkit("new", "b", "--defaults", *NEEDED, "--set", "meetings.start=18:30", *DATE)
    (tmp_path / "c").mkdir()
    Path("c/group.toml").write_bytes((tmp_path / "a/group.toml").read_bytes())
    by_saved = groupkit("new", "c", "--defaults", *DATE)
    assert (by_file.code, by_options.code, by_saved.code) == (0, 0, 0)
    assert contents(tmp_path / "a") == contents(tmp_path / "b") == contents(tmp_path / "c")
    records = {(tmp_path / name / ".groupkit/manifest.json").read_bytes() for name in "abc"}
    assert len(records) == 1


def test_set_wins_over_answers_and_answers_over_what_was_saved(groupkit, tmp_path: Path) -> None:
    Path("pack").mkdir()
    Path("pack/group.toml").write_text(
        ANSWERS + "# keep me\n[meetings]\nstart = 10:00:00\nlength = 90\nplace = 'Hall'\n"
    )
    Path("answers.toml").write_text("[meetings]\nstart = '11:00'\nlength = 60\n")
    assert groupkit("new", "pack", "--answers", "answers.toml", "--set", "meetings.start=12:00", *DATE).code == 0
    meetings = answers_in(tmp_path / "pack")["meetings"]
    assert str(meetings["start"]).startswith("12:00")
    assert (meetings["length"], meetings["place"]) == (60, "Hall")
    assert "# keep me" in Path("pack/group.toml").read_text()


def test_set_takes_plain_text(groupkit, tmp_path: Path) -> None:
    hostile = 'Tea & <Talk> "Tuesdays" = {{ 7*7 }}'
    assert groupkit("new", "pack", "--defaults", *NEEDED, "--set", f"group.name={hostile}", *DATE).code == 0
    assert answers_in(tmp_path / "pack")["group"]["name"] == hostile


@pytest.mark.parametrize("how", [["--defaults"], ["--answers", "empty.toml"]])
def test_all_that_is_missing_is_named_and_nothing_is_made(groupkit, tmp_path: Path, how: list[str]) -> None:
    Path("empty.toml").write_text("")
    result = groupkit("new", "pack", *how)
    assert result.code == 1
    assert [line.split(": ")[1] for line in result.errors] == ["group.name", "group.area", "group.nation"]
    assert not (tmp_path / "pack").exists()


def test_every_problem_is_named_with_where_it_came_from(groupkit) -> None:
    Path("answers.toml").write_text(ANSWERS + '[meetings]\nstrat = "18:30"\n[committee]\nquorum = "lots"\n')
    result = groupkit("new", "pack", "--answers", "answers.toml", "--set", "members.now=many")
    assert result.code == 1
    assert len(result.errors) == 3
    assert any(
        "answers.toml: meetings.strat: " in line and "Did you mean meetings.start?" in line for line in result.errors
    )
    assert any('answers.toml: committee.quorum: "lots"' in line for line in result.errors)
    assert any('error: members.now: "many"' in line for line in result.errors)


def test_a_key_that_cannot_be_seen_is_named_with_its_file(groupkit) -> None:
    Path("answers.toml").write_text(ANSWERS + '"\\u202Enoitan" = "wales"\n', encoding="utf-8")
    result = groupkit("new", "pack", "--answers", "answers.toml")
    assert (result.code, len(result.errors)) == (1, 1)
    assert result.errors[0].startswith("error: answers.toml: group.\\u202enoitan: no such answer.")


@pytest.mark.parametrize(
    ("text", "told"),
    [(b"[group", "answers.toml:1"), (b"\xff\xfe", "UTF-8"), (b"[group]\nname = 'a\x00b'", "answers.toml")],
)
def test_a_file_of_answers_that_cannot_be_read_is_named(groupkit, text: bytes, told: str) -> None:
    Path("answers.toml").write_bytes(text)
    result = groupkit("new", "pack", "--answers", "answers.toml")
    assert result.code == 1
    assert told in result.errors[0]


@pytest.mark.parametrize("name", ["nowhere.toml", "."])
def test_a_file_of_answers_that_is_none_is_wrong_use(groupkit, name: str) -> None:
    result = groupkit("new", "pack", "--answers", name)
    assert result.code == 2
    assert len(result.errors) == 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices to be had")
def test_a_file_of_answers_may_be_a_pipe_and_need_not_end(groupkit, tmp_path: Path) -> None:
    read, write = os.pipe()
    os.write(write, ANSWERS.encode())
    os.close(write)
    assert groupkit("new", "pack", "--answers", f"/dev/fd/{read}", *DATE).code == 0
    os.close(read)
    result = groupkit("new", "endless", "--answers", "/dev/zero")
    assert (result.code, len(result.errors)) == (1, 1)
    assert "too large to hold answers" in result.errors[0]
    result = groupkit("new", "nothing", "--answers", "/dev/null")
    assert result.code == 1
    assert result.errors[0].startswith("error: group.name: this answer is missing.")
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_a_rule_that_is_broken_stops_the_pack_before_anything_is_written(groupkit, tmp_path: Path) -> None:
    result = groupkit(
        "new", "pack", "--defaults", *NEEDED, "--set", "form.kind=cio_association", "--set", "group.nation=scotland"
    )
    assert result.code == 1
    assert result.errors
    assert not (tmp_path / "pack").exists()


def test_without_answers_and_without_a_terminal_nothing_is_asked(groupkit, tmp_path: Path, monkeypatch) -> None:
    with Path(os.devnull).open() as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        result = groupkit("new", "pack", *NEEDED)
    assert result.code == 2
    assert "no terminal" in result.errors[0]
    assert not (tmp_path / "pack").exists()


def test_a_finished_pack_is_not_touched(groupkit, pack: Path) -> None:
    before = contents(pack)
    result = groupkit("new", "pack", "--defaults", *NEEDED, "--set", "group.name=Other")
    assert result.code == 2
    assert "groupkit build pack" in result.errors[0]
    assert contents(pack) == before


@pytest.mark.parametrize("there", [False, True])
def test_of_two_at_once_one_makes_the_pack_and_the_other_says_so(
    groupkit, tmp_path: Path, monkeypatch, there: bool
) -> None:
    """The second starts when the first has looked at the folder, and is done before the first writes."""
    build = pack_module.build
    between: list[Result] = []

    def meanwhile(*arguments, **options):
        monkeypatch.setattr(pack_module, "build", build)
        between.append(groupkit("new", "pack", "--defaults", *NEEDED, *DATE, "--set", "group.name=Second"))
        return build(*arguments, **options)

    monkeypatch.setattr(pack_module, "build", meanwhile)
    if there:
        (tmp_path / "pack").mkdir()
    first = groupkit("new", "pack", "--defaults", *NEEDED, *DATE, "--set", "group.name=First")
    assert (between[0].code, first.code) == (0, 2)
    assert len(first.errors) == 1
    assert "groupkit build pack" in first.errors[0]
    files = contents(tmp_path / "pack")
    assert b"Second" in files["markdown/constitution.md"]
    assert not any(b"First" in data for name, data in files.items() if name.endswith((".md", ".toml", ".ics")))
    assert not any(".new" in name for name in files)


def test_somebodys_files_are_not_touched(groupkit, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack/minutes.docx").write_bytes(b"mine")
    result = groupkit("new", "pack", "--defaults", *NEEDED)
    assert result.code == 2
    assert list((tmp_path / "pack").iterdir()) == [tmp_path / "pack/minutes.docx"]


def test_a_file_in_place_of_the_folder_is_named(groupkit, tmp_path: Path) -> None:
    (tmp_path / "pack").write_bytes(b"mine")
    assert groupkit("new", "pack", "--defaults", *NEEDED).code == 2
    assert groupkit("new", "pack/inside", "--defaults", *NEEDED).code == 2
    assert (tmp_path / "pack").read_bytes() == b"mine"


def test_what_shapes_the_pack_is_kept_for_the_next_build(groupkit, tmp_path: Path) -> None:
    assert groupkit("new", "pack", "--defaults", *NEEDED, "--format", "md", "--no-notes", *DATE).code == 0
    first = contents(tmp_path / "pack")
    assert not any(name.endswith(".docx") for name in first)
    assert answers_in(tmp_path / "pack")["pack"] == {"formats": ["md"], "notes": False}
    assert groupkit("build", "pack").code == 0
    assert contents(tmp_path / "pack") == first


@pytest.mark.parametrize("day", ["5/1/2027", "2027-13-01", "soon", "", "9999-12-31", "0001-01-01"])
def test_a_date_that_is_none_is_wrong_use(groupkit, tmp_path: Path, day: str) -> None:
    result = groupkit("new", "pack", "--defaults", *NEEDED, "--date", day)
    assert result.code == 2
    assert "--date" in result.errors[0]
    assert not (tmp_path / "pack").exists()


@pytest.mark.parametrize("wrong", [["--set", "name"], ["--set", "=x"], ["--format", "pdf"], ["--colour"], ["--set"]])
def test_wrong_options_are_wrong_use(groupkit, tmp_path: Path, wrong: list[str]) -> None:
    result = groupkit("new", "pack", "--defaults", *NEEDED, *wrong)
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "pack").exists()


def test_what_was_cut_off_is_finished_first(groupkit, pack: Path) -> None:
    (pack / ".groupkit/staging").mkdir()
    (pack / ".groupkit/staging/0").write_bytes(b"half")
    assert groupkit("new", "pack", "--defaults", *NEEDED).code == 2
    assert not (pack / ".groupkit/staging").exists()
