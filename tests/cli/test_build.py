"""`groupkit build`: the same pack again until told otherwise, with people's changes kept."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from helpers.commands import ANSWERS
from helpers.folders import contents

from groupkit import pack as pack_module


def test_building_again_gives_the_same_pack(groupkit, pack: Path) -> None:
    before = contents(pack)
    record = (pack / ".groupkit/manifest.json").read_bytes()
    result = groupkit("build", "pack")
    assert result.code == 0
    assert contents(pack) == before
    assert (pack / ".groupkit/manifest.json").read_bytes() == record


def test_a_changed_answer_changes_the_papers_and_leaves_the_answers_as_written(groupkit, pack: Path) -> None:
    text = (pack / "group.toml").read_text().replace('name = "Riverside Voices"', 'name  =  "Hilltop Voices" # new!')
    (pack / "group.toml").write_text(text)
    assert groupkit("build", "pack").code == 0
    assert (pack / "group.toml").read_text() == text
    assert "Hilltop Voices" in (pack / "markdown/constitution.md").read_text()


def test_an_answer_given_here_is_written_into_the_file_and_comments_stay(groupkit, pack: Path) -> None:
    (pack / "group.toml").write_text("# my own words\n" + (pack / "group.toml").read_text())
    assert groupkit("build", "pack", "--set", "meetings.place=The Old School", "--format", "md").code == 0
    text = (pack / "group.toml").read_text()
    assert "# my own words" in text
    assert 'place = "The Old School"' in text
    assert not list(pack.glob("*.docx"))


def test_answers_that_somebody_saves_meanwhile_are_not_lost(groupkit, pack: Path, monkeypatch) -> None:
    before = contents(pack)
    theirs = (pack / "group.toml").read_bytes().replace(b'"Riverside"', b'"Riverside and Hilltop"')
    build = pack_module.build

    def meanwhile(*arguments, **options):
        (pack / "group.toml").write_bytes(theirs)
        return build(*arguments, **options)

    monkeypatch.setattr(pack_module, "build", meanwhile)
    result = groupkit("build", "pack", "--set", "meetings.start=18:30")
    assert result.code == 2
    assert [line.partition(" was changed")[0] for line in result.errors] == [f"error: {Path('pack/group.toml')}"]
    assert contents(pack) == before | {"group.toml": theirs}
    monkeypatch.setattr(pack_module, "build", build)
    assert groupkit("build", "pack", "--set", "meetings.start=18:30").code == 0
    assert b"Hilltop" in (pack / "group.toml").read_bytes()


def test_answers_that_are_gone_are_named(groupkit, pack: Path) -> None:
    (pack / "group.toml").unlink()
    before = contents(pack)
    for command in (["build", "pack"], ["list", "pack"], ["forms", "pack"]):
        result = groupkit(*command)
        assert (result.code, len(result.errors)) == (2, 1)
        assert result.errors[0].startswith(f"error: {Path('pack/group.toml')} is not there any more. ")
    assert contents(pack) == before


def test_an_empty_answer_takes_one_back(groupkit, pack: Path) -> None:
    before = contents(pack)
    assert groupkit("build", "pack", "--set", "contact.phone=01632 960123").code == 0
    assert 'phone = "01632 960123"' in (pack / "group.toml").read_text()
    assert groupkit("build", "pack", "--set", "contact.phone=").code == 0
    after = contents(pack)
    assert (
        tomllib.loads(after.pop("group.toml").decode())["group"]
        == tomllib.loads(before.pop("group.toml").decode())["group"]
    )
    assert after == before


def test_a_new_date_is_kept(groupkit, pack: Path) -> None:
    assert groupkit("build", "pack", "--date", "2028-03-01").code == 0
    assert groupkit("build", "pack").code == 0
    assert json.loads((pack / ".groupkit/manifest.json").read_text())["date"] == "2028-03-01"


def test_a_changed_paper_is_kept_and_the_command_says_so(groupkit, pack: Path) -> None:
    (pack / "constitution.docx").write_bytes(b"mine")
    result = groupkit("build", "pack", "--set", "group.name=Hilltop Voices")
    assert result.code == 0
    assert "warning: constitution.docx was changed since it was made, so it was kept." in result.err
    assert (pack / "constitution.docx").read_bytes() == b"mine"
    assert (pack / "constitution.new.docx").read_bytes().startswith(b"PK")


def test_a_paper_that_no_longer_applies_goes_and_the_command_says_so(groupkit, pack: Path) -> None:
    result = groupkit("build", "pack", "--set", "form.kind=informal_tor")
    assert result.code == 0
    assert "Removed, because it no longer belongs to the pack: constitution.docx" in result.out
    assert (pack / "terms-of-reference.docx").exists()
    assert not (pack / "constitution.docx").exists()


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_without_answers_is_wrong_use(groupkit, folder: str) -> None:
    result = groupkit("build", folder)
    assert result.code == 2
    assert result.errors == [f"error: {folder} holds no group.toml. To start a pack there: groupkit new {folder}"]


def test_a_file_in_place_of_the_folder_is_wrong_use(groupkit, pack: Path) -> None:
    for command in ("build", "list", "forms", "offer", "letter"):
        result = groupkit(command, "pack/group.toml")
        assert result.code == 2
        assert result.errors == [
            "error: pack/group.toml is a file, not the folder of a pack. Give the folder that it is in."
        ]


def test_a_folder_without_a_name_is_wrong_use_and_not_this_folder(groupkit, pack: Path, monkeypatch) -> None:
    monkeypatch.chdir(pack)
    before = contents(pack)
    result = groupkit("build", "", "--set", "meetings.start=19:00")
    assert result.code == 2
    assert "there is no name" in result.errors[0]
    assert contents(pack) == before


def test_answers_alone_are_enough(groupkit, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack/group.toml").write_text(ANSWERS)
    assert groupkit("build", "pack").code == 0
    assert (tmp_path / "pack/constitution.docx").exists()
    assert (tmp_path / "pack/group.toml").read_text() == ANSWERS


@pytest.mark.parametrize("text", ["[group", ANSWERS + "[meetings]\nstrat = 1\n", "", "group = 3"])
def test_answers_with_a_fault_change_nothing(groupkit, pack: Path, text: str) -> None:
    (pack / "group.toml").write_text(text)
    before = contents(pack)
    result = groupkit("build", "pack")
    assert result.code == 1
    assert result.errors
    assert contents(pack) == before
