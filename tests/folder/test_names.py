"""Names stay inside the folder and can be held by every computer."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from groupkit.errors import FolderError
from groupkit.folder.names import beside, check_name, check_names, is_safe, safe_name


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../escape.docx",
        "a/../../b.docx",
        "/etc/passwd",
        "a//b.docx",
        "C:/x.docx",
        "a\\..\\b.docx",
        "CON",
        "con.docx",
        "nul.tar.gz",
        "markdown/LPT1.md",
        "com¹.docx",
        "ends.",
        "ends ",
        " starts",
        "tab\there",
        "what?.docx",
        'q"uote.docx',
        "x" * 151,
        ".groupkit/manifest.json",
        ".GroupKit/manifest.json",
    ],
)
def test_an_unsafe_name_is_refused_by_name(name: str) -> None:
    with pytest.raises(FolderError, match="cannot be a file name"):
        check_name(name)
    assert not is_safe(name)


@pytest.mark.parametrize(
    "name", ["start-here.docx", "markdown/start-here.md", "group.toml", "Cyfansoddiad grŵp.docx", "console.md"]
)
def test_an_ordinary_name_passes(name: str) -> None:
    assert str(check_name(name)) == name


@pytest.mark.parametrize(
    "names",
    [
        ["a.docx", "A.docx"],
        ["STRASSE.md", "straße.md"],
        ["caf\u00e9.md", "cafe\u0301.md"],
        ["markdown", "markdown/a.md"],
    ],
)
def test_names_that_would_be_one_file_elsewhere_are_refused(names: list[str]) -> None:
    with pytest.raises(FolderError):
        check_names(names)


def test_the_new_version_keeps_folder_and_ending() -> None:
    assert beside("constitution.docx") == "constitution.new.docx"
    assert beside("markdown/constitution.md") == "markdown/constitution.new.md"
    assert beside("constitution.docx", 2) == "constitution.new-2.docx"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Tea & <Talk> "Tuesdays"', "tea-talk-tuesdays"),
        ("Grŵp Llais y Bobl", "grwp-llais-y-bobl"),
        ("People's Voice", "peoples-voice"),
        ("a/b\\c/../d", "a-b-c-d"),
        ("🌻🌻", "group"),
        ("আমাদের দল", "group"),
        ("", "group"),
        ("Nul", "nul-group"),
        ("CON", "con-group"),
    ],
)
def test_any_text_has_a_safe_form(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text())
def test_the_safe_form_of_any_text_is_a_safe_name(text: str) -> None:
    assert is_safe(safe_name(text))
