"""`groupkit check` and `groupkit blanks`: the files of a folder as they are now."""

from __future__ import annotations

from pathlib import Path

import docx as python_docx
import pytest
from helpers.commands import ANSWERS


def test_a_new_pack_has_nothing_to_mend(groupkit, pack: Path) -> None:
    result = groupkit("check", "pack")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("Nothing to mend in 8 Word files.\n")


def test_each_line_names_document_place_and_remedy(groupkit, pack: Path) -> None:
    path = pack / "constitution.docx"
    file = python_docx.Document(str(path))
    file.add_table(1, 2).cell(0, 0).text = "Wages"
    file.save(str(path))
    result = groupkit("check", "pack")
    assert result.code == 1
    line = next(line for line in result.out.splitlines() if "header row" in line)
    assert line.startswith("constitution.docx: error: table ")
    assert "(Wages" in line
    assert "Repeat Header Rows" in line


def test_advice_alone_is_no_failure(groupkit, pack: Path) -> None:
    path = pack / "constitution.docx"
    file = python_docx.Document(str(path))
    file.paragraphs[3].insert_paragraph_before("", file.paragraphs[3].style)
    file.save(str(path))
    result = groupkit("check", "pack")
    assert result.code == 0
    assert "warning" in result.out
    assert "0 errors and 1 piece of advice" in result.out


@pytest.mark.parametrize("content", [b"", b"junk", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_looked_at(
    groupkit, pack: Path, content: bytes
) -> None:
    (pack / "broken.docx").write_bytes(content)
    (pack / "~$constitution.docx").write_bytes(b"mark of Word")
    result = groupkit("check", "pack")
    assert result.code == 1
    assert [line for line in result.out.splitlines() if "broken.docx" in line] == result.out.splitlines()[:-1]
    assert result.out.count("\n") == 2


def test_the_rules_look_at_the_answers_as_they_are_now(groupkit, pack: Path) -> None:
    with (pack / "group.toml").open("a", encoding="utf-8") as file:
        file.write("\n[extra]\nx = 1\n")
    result = groupkit("check", "pack")
    assert result.code == 1
    assert result.out.startswith("group.toml: error: extra: ")
    (pack / "group.toml").write_text(f'{ANSWERS}\n[form]\nkind = "scio"\n')
    result = groupkit("check", "pack")
    assert result.code == 1
    assert result.out.startswith("group.toml: error: ")
    (pack / "group.toml").write_text(f"{ANSWERS}\n[committee]\nmax = 20\n")
    result = groupkit("check", "pack")
    assert result.code == 0
    assert result.out.startswith("group.toml: warning: ")
    assert "of advice" in result.out


def test_one_file_can_be_looked_at(groupkit, pack: Path) -> None:
    assert groupkit("check", "pack/payment-policy.docx").out == "Nothing to mend in 1 Word file.\n"
    assert groupkit("blanks", "pack/payment-policy.docx").code == 0


@pytest.mark.parametrize("command", ["check", "blanks"])
def test_a_folder_without_papers_says_so(groupkit, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    assert groupkit(command, "empty").code == 2
    assert groupkit(command, "nowhere").errors == ["error: nowhere is not there. Check the name of the folder."]


def test_blanks_are_told_by_document_in_word_or_else_in_markdown(groupkit, pack: Path) -> None:
    in_word = groupkit("blanks", "pack").out
    assert "constitution.docx: " in in_word
    assert "rows of a table: Name, Role, Signature, Date" in in_word
    for path in pack.glob("*.docx"):
        path.unlink()
    in_markdown = groupkit("blanks", "pack").out
    assert "markdown/constitution.md: " in in_markdown
    assert in_markdown.splitlines()[-1] == in_word.splitlines()[-1]


def test_a_filled_in_folder_says_so_and_a_broken_file_is_named(groupkit, tmp_path: Path) -> None:
    (tmp_path / "done.md").write_text("# Done\n")
    assert groupkit("blanks", ".").out == "Nothing is left to fill in.\n"
    (tmp_path / "broken.docx").write_bytes(b"junk")
    result = groupkit("blanks", ".")
    assert result.code == 1
    assert "broken.docx" in result.err


@pytest.mark.parametrize("command", ["check", "blanks"])
def test_what_was_cut_off_is_finished_or_undone_before_anyone_looks(groupkit, pack: Path, command: str) -> None:
    (pack / ".groupkit/staging").mkdir()
    (pack / ".groupkit/staging/0").write_bytes(b"half a file")
    assert groupkit(command, str(pack)).code == 0
    assert not (pack / ".groupkit/staging").exists()
