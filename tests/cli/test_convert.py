"""`groupkit convert`: any Markdown file as a Word file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest


def test_a_markdown_file_becomes_a_word_file(groupkit, tmp_path: Path) -> None:
    import docx

    Path("minutes.md").write_text("\ufeff# Minutes\n\n- [ ] Ask about the *room*\n", encoding="utf-8")
    assert groupkit("convert", "minutes.md", "-o", "minutes.docx").code == 0
    document = docx.Document(BytesIO((tmp_path / "minutes.docx").read_bytes()))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == ["Minutes"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["minutes.docx", "minutes.md"]


def test_a_word_file_that_is_there_is_replaced(groupkit, tmp_path: Path) -> None:
    Path("a.md").write_text("# A")
    Path("a.docx").write_bytes(b"old")
    assert groupkit("convert", "a.md", "-o", "a.docx").code == 0
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.md", "-o", "a.docx"], "nowhere.md"),
        ([".", "-o", "a.docx"], "folder"),
        (["a.md", "-o", "."], "is a folder"),
        (["a.md", "-o", "a.md"], "is the file to convert"),
        (["a.md", "-o", "deep/er/a.docx"], "deep/er/a.docx"),
        (["a.md"], "-o"),
        (["latin.md", "-o", "a.docx"], "UTF-8"),
        (["", "-o", "a.docx"], "there is no name"),
        (["a.md", "-o", ""], "there is no name"),
        (["/dev/zero", "-o", "a.docx"], "too large to be Markdown"),
    ],
)
def test_what_cannot_be_converted_is_named(groupkit, tmp_path: Path, arguments: list[str], told: str) -> None:
    Path("a.md").write_text("# A")
    Path("latin.md").write_bytes(b"caf\xe9")
    result = groupkit("convert", *arguments)
    assert result.code == 2
    assert told in result.errors[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "latin.md"]
    assert Path("a.md").read_text() == "# A"


def test_an_unknown_house_style_is_named(groupkit, tmp_path: Path) -> None:
    Path("a.md").write_text("# A")
    result = groupkit("convert", "a.md", "-o", "a.docx", "--house-style", "fancy")
    assert result.code in (1, 2)
    assert "fancy" in result.errors[0]
    assert not (tmp_path / "a.docx").exists()


def test_a_folder_that_is_not_there_is_told(groupkit) -> None:
    Path("a.md").write_text("# A\n")
    result = groupkit("convert", "a.md", "-o", "nowhere/a.docx")
    assert result.code == 2
    wanted = f"error: {Path('nowhere/a.docx')} cannot be written: the folder for it is not there."
    assert [line.startswith(wanted) for line in result.errors] == [True]
