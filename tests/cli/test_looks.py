"""A logo and a house style of one's own on the command line: typed from where the person is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import docx as python_docx
import pytest
from helpers.commands import ANSWERS, DATE, NEEDED
from PIL import Image


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    """Put a logo and a Word file into the folder where the person is."""
    Image.new("RGB", (40, 20), "navy").save(tmp_path / "logo.png")
    python_docx.Document().save(str(tmp_path / "ours.docx"))


def style_of(folder: Path) -> dict[str, str]:
    return tomllib.loads((folder / "group.toml").read_text())["style"]


def test_a_path_on_the_command_line_starts_from_here_and_is_kept_from_the_folder(groupkit, tmp_path: Path) -> None:
    look = ["--house-style", "ours.docx", "--set", "style.logo=logo.png", "--set", "style.logo_alt=A bridge"]
    result = groupkit("new", "pack", "--defaults", *NEEDED, *DATE, *look)
    assert result.code == 0
    assert style_of(tmp_path / "pack") == {
        "house_style": "../ours.docx",
        "logo": "../logo.png",
        "logo_alt": "A bridge",
    }
    assert groupkit("build", "pack").code == 0


def test_styles_that_the_file_lacks_are_told_at_once(groupkit) -> None:
    result = groupkit("new", "pack", "--defaults", *NEEDED, *DATE, "--house-style", "ours.docx")
    (line,) = [line for line in result.err.splitlines() if "lacks" in line]
    assert line.startswith("warning: ")
    assert all(name in line for name in ("Clause 1", "Table Heading", "House Table", "Verbatim Char"))


def test_a_file_of_answers_has_its_own_folder(groupkit, tmp_path: Path) -> None:
    (tmp_path / "logo.png").rename(tmp_path / "moved.png")
    other = tmp_path / "other"
    other.mkdir()
    (tmp_path / "moved.png").rename(other / "logo.png")
    (other / "answers.toml").write_text(f'{ANSWERS}\n[style]\nlogo = "logo.png"\nlogo_alt = "A bridge"\n')
    assert groupkit("new", "pack", "--answers", "other/answers.toml", *DATE).code == 0
    assert style_of(tmp_path / "pack")["logo"] == "../other/logo.png"


def test_build_takes_a_house_style_from_here(groupkit, pack: Path) -> None:
    assert groupkit("build", "pack", "--house-style", "ours.docx").code == 0
    assert style_of(pack)["house_style"] == "../ours.docx"


def test_convert_tells_which_styles_are_missing(groupkit, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n")
    result = groupkit("convert", "a.md", "-o", "a.docx", "--house-style", "ours.docx")
    assert result.code == 0
    assert "ours.docx lacks" in result.err


@pytest.mark.parametrize("look", [["--house-style", "gone.docx"], ["--set", "style.logo=gone.png"]])
def test_a_file_that_is_not_there_is_one_line_and_nothing_is_written(groupkit, tmp_path: Path, look: list[str]) -> None:
    result = groupkit("new", "pack", "--defaults", *NEEDED, *DATE, *look, "--set", "style.logo_alt=A bridge")
    assert result.code == 1
    assert len(result.errors) == 1
    assert not (tmp_path / "pack").exists()


def test_all_that_is_wrong_with_the_look_is_told_with_the_file_that_says_so(groupkit, tmp_path: Path) -> None:
    look = '[style]\nlogo = "gone.png"\nhouse_style = "gone.docx"\n[pack]\nadd = ["safegarding"]\n'
    (tmp_path / "answers.toml").write_text(ANSWERS + look)
    result = groupkit("new", "pack", "--answers", "answers.toml", *DATE)
    assert result.code == 1
    starts = [f"error: answers.toml: {key}: " for key in ("pack.add", "style.house_style")]
    starts += ["error: style.logo_alt: ", "error: answers.toml: style.logo: "]
    assert [line.startswith(start) for line, start in zip(result.errors, starts, strict=True)] == [True] * 4
    assert not (tmp_path / "pack").exists()
