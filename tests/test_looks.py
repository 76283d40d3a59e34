"""A logo and a house style of one's own: found from where they belong, through every door, with clear errors."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from helpers.commands import ANSWERS
from helpers.groups import ON, group
from PIL import Image

from groupkit import AnswersError, Group, build
from groupkit.looks import rebased

LOOK = '\n[style]\nlogo = "pictures/logo.png"\nlogo_alt = "A bridge"\nhouse_style = "ours.docx"\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give a folder with answers, a logo, and a Word file that lacks most of our styles."""
    folder = tmp_path / "home"
    (folder / "pictures").mkdir(parents=True)
    Image.new("RGB", (40, 20), "navy").save(folder / "pictures/logo.png")
    file = python_docx.Document()
    file.styles["Heading 1"].font.name = "Georgia"
    file.save(str(folder / "ours.docx"))
    (folder / "group.toml").write_text(ANSWERS + LOOK, encoding="utf-8")
    return folder


def header(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read("word/header1.xml").decode()


def styles(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read("word/styles.xml").decode()


def test_paths_start_from_the_folder_of_the_answers(home: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack = build(Group.load(home / "group.toml"), date=ON)
    for each in pack:
        assert 'descr="A bridge"' in header(each.docx)
        assert "Georgia" in styles(each.docx)
    assert "Clause 1" in pack.missing_styles
    assert "Heading 1" not in pack.missing_styles


def test_paths_in_answers_from_a_program_start_from_where_it_runs(home: Path, monkeypatch) -> None:
    monkeypatch.chdir(home)
    pack = build(group(style__logo="pictures/logo.png", style__logo_alt="A bridge"), date=ON)
    assert 'descr="A bridge"' in header(pack["constitution"].docx)
    assert pack.missing_styles == ()


def test_a_changed_group_keeps_its_folder(home: Path) -> None:
    changed = Group.load(home / "group.toml").replace({"members.now": 12})
    assert build(changed, date=ON)["constitution"].docx


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"style.logo_alt": None}, "style.logo_alt: nothing says what the logo pictures/logo.png shows"),
        ({"style.logo": "gone.png"}, "gone.png is not there"),
        ({"style.logo": "group.toml"}, "not a PNG or JPEG"),
        ({"style.house_style": "gone.docx"}, "there is no such file"),
        ({"style.house_style": "empty.docx"}, "is empty"),
        ({"style.house_style": "locked.docx"}, "protected by a password"),
        ({"style.house_style": "huge.docx"}, "too large"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_written(home: Path, answers: dict[str, str], told: str) -> None:
    (home / "empty.docx").write_bytes(b"")
    (home / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    with zipfile.ZipFile(home / "huge.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<w:document/>")
        package.writestr("word/styles.xml", b" " * 30_000_000)
    (key,) = answers
    with pytest.raises(AnswersError, match=told) as caught:
        build(Group.load(home / "group.toml").replace(answers), date=ON)
    assert [problem.partition(":")[0] for problem in caught.value.problems] == [key]


def test_every_file_that_cannot_be_used_is_told_with_what_else_is_wrong(home: Path) -> None:
    wrong = {
        "style.logo": "gone.png",
        "style.logo_alt": None,
        "style.house_style": "gone.docx",
        "pack.add": ["safegarding"],
        "form.kind": "scio_two_tier",
    }
    with pytest.raises(AnswersError) as caught:
        build(Group.load(home / "group.toml").replace(wrong), date=ON)
    keys = ["form.kind, group.nation", "pack.add", "style.house_style", "style.logo_alt", "style.logo"]
    assert [problem.partition(":")[0] for problem in caught.value.problems] == keys


def test_a_pack_without_word_files_needs_no_house_style(home: Path) -> None:
    changed = Group.load(home / "group.toml").replace({"style.house_style": "gone.docx"})
    assert build(changed, date=ON, formats=["md"]).files


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("ours.docx", "../home/ours.docx"),
        ("large-print", "large-print"),
        ("nowhere.docx", "nowhere.docx"),
        ("", ""),
        (7, 7),
    ],
)
def test_a_path_typed_elsewhere_becomes_one_from_the_folder_of_the_pack(home: Path, value, wanted) -> None:
    moved = rebased({"style.house_style": value, "group.name": "ours.docx"}, home, home.parent / "pack")
    assert moved == {"style.house_style": wanted, "group.name": "ours.docx"}


def test_an_absolute_path_stays(home: Path) -> None:
    path = str(home / "ours.docx")
    assert rebased({"style.logo": path}, home, home.parent) == {"style.logo": path}
