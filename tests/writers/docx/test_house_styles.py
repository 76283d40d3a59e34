from __future__ import annotations

import importlib.util
import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx as python_docx
import pytest

from groupkit import store
from groupkit.document.blocks import Document
from groupkit.errors import StyleFileError
from groupkit.writers import docx
from groupkit.writers.docx import house

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "templates" / "house-style"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Write = Callable[..., Any]


def maker() -> Any:
    spec = importlib.util.spec_from_file_location("make_house_styles", FOLDER / "make_house_styles.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_files_are_what_the_script_makes() -> None:
    made = maker().make_all()
    assert set(made) == {path.name for path in FOLDER.glob("*.docx")} == {f"{name}.docx" for name in docx.HOUSE_STYLES}
    for name, content in made.items():
        assert parts(content) == parts((FOLDER / name).read_bytes()), f"{name}: run make_house_styles.py again"


def luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", docx.HOUSE_STYLES)
def test_a_house_style_keeps_the_rules_of_easy_reading(name: str) -> None:
    file = python_docx.Document(FOLDER / f"{name}.docx")
    assert (round(file.sections[0].page_width.mm), round(file.sections[0].page_height.mm)) == (210, 297)
    for style in file.styles:
        text = ElementTree.tostring(ElementTree.fromstring(style.element.xml), encoding="unicode")
        for size in re.findall(r':sz [^>]*val="(\d+)"', text):
            assert int(size) >= 24 or "Border" in text, style.name
        for colour in re.findall(r':color [^>]*val="([0-9A-F]{6})"', text):
            paper = 0.0 if 'fill="000000"' in text else 1.0
            lighter, darker = sorted((luminance(colour), paper), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (style.name, colour)
        assert (":i " in text) <= (style.name == "Emphasis"), style.name
        assert (":u " in text) <= (style.name == "Hyperlink"), style.name
        assert ":jc " not in text
        assert ":caps" not in text
    assert file.styles["Normal"].paragraph_format.widow_control
    assert all(file.styles[f"Heading {level}"].paragraph_format.keep_with_next for level in range(1, 7))


def test_an_unknown_house_style_is_an_error_with_the_nearest_name() -> None:
    with pytest.raises(StyleFileError, match=r'There is no house style "large-prnt"\. Did you mean large-print\?'):
        docx.house_style("large-prnt")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"hello", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "protected by a password"),
        (b"PK\x05\x06" + b"\0" * 18, "not a Word file with styles"),
    ],
)
def test_a_file_that_is_no_word_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "ours.docx"
    file.write_bytes(content)
    with pytest.raises(StyleFileError, match=rf"ours\.docx: .*{message}"):
        docx.house_style(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleFileError, match="there is no such file"):
        docx.house_style(tmp_path / "no.docx")


def test_a_file_with_a_document_type_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "bomb.docx"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<x/>")
        package.writestr("word/styles.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    with pytest.raises(StyleFileError, match="document type"):
        docx.house_style(file)


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    """A file such as an organisation has: headings of its own in Verdana, numbered, nothing of ours."""
    file = python_docx.Document()
    file.styles["Heading 1"].font.name = "Verdana"
    file.styles["Normal"].font.name = "Verdana"
    path = tmp_path / "ours.docx"
    file.save(path)
    return path


def test_a_file_of_an_organisation_gives_its_styles_and_lists_all_it_lacks(
    own_file: Path, write_docx: Write, sample: Document
) -> None:
    house = docx.house_style(own_file)
    assert {"Clause 1", "House Table", "Table Text", "Source Code"} <= set(house.missing)
    assert "Heading 1" not in house.missing
    file = write_docx(sample, house_style=own_file)
    styles = file.parts["word/styles.xml"]
    assert "Verdana" in styles
    ids = re.findall(r'w:styleId="([^"]+)"', styles)
    assert len(ids) == len(set(ids))
    assert {style for style, _ in file.paragraphs()} <= set(ids)
    assert "python-docx" not in file.parts["docProps/core.xml"]


def test_packed_styles_of_ours_are_kept_for_the_next_run_and_those_of_an_organisation_are_not(
    own_file: Path, write_docx: Write, sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.Store(tmp_path / "kept")
    monkeypatch.setattr(store, "store", lambda: kept)
    house._ours.cache_clear()
    write_docx(sample, house_style=own_file)
    assert not [key for key in kept.entries if key.startswith("part word/styles.xml")]
    first = write_docx(sample).parts
    assert len([key for key in kept.entries if key.startswith("part word/styles.xml")]) == 1
    write_docx(sample.replace(lang="cy"))
    assert len([key for key in kept.entries if key.startswith("part word/styles.xml")]) == 1
    house._ours.cache_clear()
    monkeypatch.setattr(house, "entry", lambda name, _: pytest.fail(f"{name} was packed again"))
    assert write_docx(sample).parts == first
    house._ours.cache_clear()


def test_clause_styles_keep_their_numbers_in_a_file_of_an_organisation(own_file: Path, write_docx: Write) -> None:
    styles = write_docx("# T", house_style=own_file).tree("word/styles.xml")
    numbered = {
        style.get(f"{W}styleId"): style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}pPr/{W}numPr") is not None
    }
    assert [name for name, number in numbered.items() if number == "1"] == [
        "ClauseHeading",
        "Clause1",
        "Clause2",
        "Clause3",
    ]
    assert {name for name, number in numbered.items() if number == "0"} == {
        "ListContinue",
        *(f"ListContinue{level}" for level in range(2, 6)),
    }


def test_one_of_our_files_changed_in_word_can_be_given_back(
    tmp_path: Path, write_docx: Write, sample: Document
) -> None:
    file = python_docx.Document(FOLDER / "standard.docx")
    file.styles["Clause 1"].font.name = "Verdana"
    path = tmp_path / "changed.docx"
    file.save(path)
    assert docx.house_style(path).missing == ()
    assert "Verdana" in write_docx(sample, house_style=path).parts["word/styles.xml"]


def test_a_changed_file_is_read_again(own_file: Path) -> None:
    first = docx.house_style(own_file)
    assert docx.house_style(own_file) is first
    file = python_docx.Document(own_file)
    file.styles.add_style("Clause 1", 1)
    file.save(own_file)
    assert "Clause 1" not in docx.house_style(own_file).missing
