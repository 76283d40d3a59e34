"""Each accessibility point is found where somebody broke it, with its place and with what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from docx.shared import Pt, RGBColor
from helpers.groups import ON, group

from groupkit import build, markdown_to_docx
from groupkit.checking import Trouble, check_file
from groupkit.errors import FolderError

Change = Callable[..., list[Trouble]]
BODY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
SMALLER = BODY.replace("BodyText", "Heading2")
LINE = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
PICTURE = (
    '<w:r><w:drawing><wp:{0} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="9" name="x"{1}/></wp:{0}></w:drawing></w:r>'
)
END = "<w:r><w:t>The end.</w:t></w:r>"


def test_a_file_as_it_was_made_has_nothing_to_mend(sound: Path) -> None:
    assert check_file(sound) == []


@pytest.mark.parametrize("style", ["standard", "clear-print", "large-print", "high-contrast", "compact"])
def test_a_pack_as_it_was_made_has_nothing_to_mend(style: str, tmp_path: Path) -> None:
    for each in build(group(style__house_style=style, pack__kind="full"), date=ON):
        path = tmp_path / f"{each.name}.docx"
        path.write_bytes(each.docx)
        assert check_file(path) == [], each.name


@pytest.mark.parametrize(
    ("part", "old", "new", "point", "place"),
    [
        ("word/styles.xml", '<w:lang w:val="en-GB"', '<w:lang w:val=""', "language", ""),
        ("word/styles.xml", '<w:lang w:val="en-GB"', '<w:lang w:val="x-none"', "language", ""),
        ("word/styles.xml", '<w:sz w:val="24"/><w:szCs', '<w:sz w:val="22"/><w:szCs', "small-style", "style “Normal”"),
        ("", "<w:body>", f"<w:body>{SMALLER}<w:r><w:t>x</w:t></w:r></w:p>", "late-title", "“Our agreement”"),
        ("", END, END + PICTURE.format("inline", ' descr="Picture 3"'), "alt-words", "“The end.”"),
        ("", END, END + PICTURE.format("inline", ' descr="IMG_2031.JPG"'), "alt-words", "“The end.”"),
        ("docProps/core.xml", "<dc:title>Our agreement</dc:title>", "", "title", ""),
        ("", 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="BodyText"', "no-heading", ""),
        ("", 'w:pStyle w:val="Heading2"', 'w:pStyle w:val="Heading1"', "many-titles", "“Money”"),
        ("", 'w:pStyle w:val="Heading2"', 'w:pStyle w:val="BodyText"', "skipped-level", "“Rates”"),
        ("", "<w:t>Money</w:t>", "", "empty-heading", "under “Our agreement”"),
        ("", "<w:tblHeader/>", "", "header-row", "table 1 (Work, Pay)"),
        ("", "<w:cantSplit/>", "", "splitting-rows", "table 2 (Name, Signature)"),
        ("", '<w:tblCaption w:val="What we pay"/>', "", "table-title", "table 1 (Work, Pay)"),
        ("", "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>', "merged-cells", "table 1 (Work, Pay)"),
        ("", END, f"{END}</w:p>{LINE}{LINE}{BODY}<w:r><w:t>x</w:t></w:r>", "empty-paragraph", "after “The end.”"),
        ("", END, END + PICTURE.format("anchor", ' descr="A bridge"'), "floating", "under “Rates”, “The end.”"),
        ("", END, END + PICTURE.format("inline", ""), "alt-text", "under “Rates”, “The end.”"),
        ("", "how we pay", "Click here", "link-text", "under “Our agreement”"),
        ("", "<w:t>how we pay</w:t>", "", "empty-link", "under “Our agreement”"),
        ("", "<w:rtl/>", "", "right-to-left", "“مرحبا بكم”"),
        ("", END, END.replace("<w:t>", '<w:rPr><w:color w:val="AAAAAA"/></w:rPr><w:t>'), "contrast", "“The end.”"),
        ("", END, END.replace("<w:t>", '<w:rPr><w:sz w:val="18"/></w:rPr><w:t>'), "small-letters", "“The end.”"),
        ("", END, END.replace("<w:t>", "<w:rPr><w:b/></w:rPr><w:t>"), "by-hand", "“The end.”"),
    ],
)
def test_a_broken_point_is_told_with_its_place_and_what_to_do(
    changed: Change, part: str, old: str, new: str, point: str, place: str
) -> None:
    found = [each for each in changed(old, new, part or "word/document.xml") if each.point == point]
    assert found
    assert any(place in each.place for each in found)
    assert all(each.message and each.do and "{" not in each.message + each.do for each in found)


@pytest.mark.parametrize(("size", "colour", "told"), [(36, "888888", 0), (34, "888888", 1), (36, "AAAAAA", 1)])
def test_letters_of_18_points_or_more_need_less_contrast(changed: Change, size: int, colour: str, told: int) -> None:
    format_ = f'<w:rPr><w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr>'
    found = changed(END, END.replace("<w:t>", f"{format_}<w:t>"))
    assert [each.point for each in found].count("contrast") == told


def test_the_words_of_a_text_box_are_told_once(changed: Change) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed words</w:t></w:r></w:p></w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    places = [each.place for each in changed(END, both) if each.point == "floating"]
    assert places == ["under “Rates”, “Boxed words”"]


def test_a_level_left_out_says_which_one_to_choose(changed: Change) -> None:
    found = changed('w:pStyle w:val="Heading2"', 'w:pStyle w:val="BodyText"')
    assert "Heading 2" in next(each.do for each in found if each.point == "skipped-level")


def test_what_people_do_in_word_is_found(sound: Path) -> None:
    file = python_docx.Document(str(sound))
    words = file.add_paragraph().add_run("Please sign")
    words.font.size, words.font.color.rgb = Pt(9), RGBColor(0xCC, 0xCC, 0xCC)
    file.add_paragraph("")
    file.add_table(2, 2).cell(0, 0).merge(file.tables[-1].cell(0, 1))
    file.save(str(sound))
    points = {each.point for each in check_file(sound)}
    assert points >= {"small-letters", "contrast", "by-hand", "header-row", "merged-cells", "table-title"}


def test_the_worst_comes_first_and_many_of_one_kind_are_counted(changed: Change) -> None:
    found = changed(END, END.replace("<w:t>", "<w:rPr><w:b/></w:rPr><w:t>") + PICTURE.format("inline", "") * 9)
    assert [each.severity for each in found] == ["error"] * 6 + ["note"]
    assert found[5].place == "4 more places"


def test_any_markdown_made_into_a_word_file_can_be_checked(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(markdown_to_docx("# A\n\n### B\n\n| a |\n|---|\n| b |\n"))
    assert {each.point for each in check_file(path)} == {"skipped-level", "table-title"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"just words", "is not a Word file"),
        (b"PK\x03\x04 cut off", "is not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "protected by a password"),
    ],
)
def test_a_file_that_is_no_word_file_ends_in_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    with pytest.raises(FolderError, match=reason):
        check_file(path)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("<w:body>", "<w:bodies>", "damaged"),
        ("<w:document ", '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document ', "document type"),
        ("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml", "Strict"),
        ('encoding="UTF-8"', 'encoding="klingon"', "damaged"),
        ("</w:body>", f"{'<w:sdt>' * 90_000}", "nested too deep"),
    ],
)
def test_a_damaged_part_ends_in_one_line(changed: Change, old: str, new: str, reason: str) -> None:
    with pytest.raises(FolderError, match=reason):
        changed(old, new)


def test_parts_are_found_whatever_they_are_called(sound: Path) -> None:
    with zipfile.ZipFile(sound) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    with zipfile.ZipFile(sound, "w") as package:
        for name, content in parts.items():
            for part in ("document.xml", "styles.xml"):
                name, content = name.replace(part, f"1{part}"), content.replace(f"{part}", f"1{part}")
            package.writestr(name, content)
    assert check_file(sound) == []


def test_a_file_cut_off_anywhere_never_ends_in_a_traceback(sound: Path) -> None:
    content = sound.read_bytes()
    for length in range(0, len(content), 997):
        sound.write_bytes(content[:length])
        with pytest.raises(FolderError):
            check_file(sound)
