"""What is left to fill in is told from the files as they are, not from what was generated."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx as python_docx
from helpers.groups import ON, group

from groupkit import build
from groupkit.checking import left_in_markdown, left_in_word


def labels(path: Path) -> list[str]:
    return [each.label for each in left_in_word(path)]


def test_each_place_is_told_with_its_label_and_heading_and_a_table_once(sound: Path) -> None:
    assert [(each.label, each.heading) for each in left_in_word(sound)] == [
        ("bank name", "Money"),
        ("date", "Money"),
        ("rows of a table: Name, Signature", "Rates"),
    ]


def test_a_place_that_was_filled_in_is_not_left(sound: Path) -> None:
    with zipfile.ZipFile(sound) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    # As Word does it: the words take the place of the placeholder, and the mark goes.
    filled = re.sub(
        r'(<w:alias w:val="bank name"/>.*?)<w:showingPlcHdr/>(.*?<w:t>)[^<]*', r"\1\2Unity Bank", text, count=1
    )
    assert filled != text
    parts["word/document.xml"] = filled.encode()
    with zipfile.ZipFile(sound, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert labels(sound) == ["date", "rows of a table: Name, Signature"]


def test_a_place_stays_left_when_a_program_takes_marks_and_names_off_its_control(sound: Path) -> None:
    # LibreOffice takes off w:showingPlcHdr and w:tag, and of dates and choices the title too.
    left = labels(sound)
    with zipfile.ZipFile(sound) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = re.sub(r"<w:showingPlcHdr/>|<w:tag [^>]*>", "", parts["word/document.xml"].decode())
    assert "showingPlcHdr" not in text
    for kept in (text, text.replace('<w:alias w:val="date"/>', "")):
        with zipfile.ZipFile(sound, "w") as package:
            for name, content in (parts | {"word/document.xml": kept.encode()}).items():
                package.writestr(name, content)
        assert labels(sound) == left


def test_of_a_line_with_choices_the_label_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("Pay me: ________ (in cash / later)\n\nWe meet ________ (day: Monday / Friday)\n", encoding="utf-8")
    assert [each.label for each in left_in_markdown(path)] == ["Pay me", "day"]


def test_lines_to_write_on_count_where_a_program_dropped_the_controls(tmp_path: Path) -> None:
    file = python_docx.Document()
    file.add_paragraph("We meet at ________ (place), on ________ (day: Monday / Tuesday). Name: ________")
    file.add_paragraph("A line __ is short.")
    table = file.add_table(3, 2)
    for number, words in enumerate(("Name", "Signature", "________", "________", "________", "________")):
        table.cell(number // 2, number % 2).text = words
    file.save(str(tmp_path / "x.docx"))
    assert labels(tmp_path / "x.docx") == ["place", "day", "Name", "rows of a table: Name, Signature"]


def test_markdown_tells_the_same(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(
        "# Form\n\nBank: ________ (bank name)\n\n## Who\n\n- \\_\\_\\_\\_\\_\\_ (your name)\n\n"
        "| Name | Signature |\n|---|---|\n| ________ | ________ |\n| ________ | ________ |\n",
        encoding="utf-8",
    )
    assert [(each.label, each.heading) for each in left_in_markdown(path)] == [
        ("bank name", "Form"),
        ("your name", "Who"),
        ("rows of a table: Name, Signature", "Who"),
    ]


def test_both_formats_of_a_pack_leave_the_same_number(tmp_path: Path) -> None:
    for each in build(group(), date=ON):
        (tmp_path / "a.docx").write_bytes(each.docx)
        (tmp_path / "a.md").write_text(each.markdown, encoding="utf-8")
        assert len(left_in_word(tmp_path / "a.docx")) == len(left_in_markdown(tmp_path / "a.md")), each.name
