from __future__ import annotations

import io
import re
import zipfile

import docx as python_docx
import pytest

from groupkit import MarkdownError, StyleFileError, markdown_to_docx


def body(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("word/document.xml").decode()


def shown(markdown: str) -> list[tuple[str, str]]:
    """Style and words of each paragraph."""
    file = python_docx.Document(io.BytesIO(markdown_to_docx(markdown)))
    return [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs]


@pytest.mark.parametrize(
    ("markdown", "paragraphs"),
    [
        ("# A\n\n###### B", [("Heading 1", "A"), ("Heading 6", "B")]),
        ("a\nb", [("Body Text", "a b")]),
        ("a  \nb", [("Body Text", "a\nb")]),
        ("<b>x</b> &amp; &copy;", [("Body Text", "<b>x</b> & ©")]),
        ("<div>\nx\n</div>", [("Body Text", "<div>\nx\n</div>")]),
        ("    code\n      more", [("Source Code", "code\n  more")]),
        ("> a\n>\n> > b", [("Quote", "a"), ("Quote indent 4", "b")]),
        ("- a\n\n  b\n", [("List Bullet loose", "a"), ("List Continue", "b")]),
        ("- a\n  > b\n", [("List Bullet", "a"), ("Quote indent 4", "b")]),
        ("---", [("Horizontal Line", "")]),
        ("tab\tinside", [("Body Text", "tab\tinside")]),
        ("::: note\nx\n:::", [("Body Text", "::: note x :::")]),
        ("", []),
    ],
)
def test_each_construct_has_its_form_in_word(markdown: str, paragraphs: list[tuple[str, str]]) -> None:
    assert shown(markdown) == paragraphs


def test_words_that_are_two_things_at_once_have_one_style_made_of_both() -> None:
    content = body(markdown_to_docx("***x*** [**y**](https://example.org) `z`"))
    assert re.findall(r'<w:rStyle w:val="(\w+)"/>', content) == ["StrongEmphasis", "HyperlinkStrong", "VerbatimChar"]
    assert "<w:i/>" not in content


def test_links_keep_address_and_title() -> None:
    with zipfile.ZipFile(io.BytesIO(markdown_to_docx('[a](https://example.org/?q=1&r=2 "Say \\"hi\\"")'))) as package:
        assert "https://example.org/?q=1&amp;r=2" in package.read("word/_rels/document.xml.rels").decode()
        assert 'w:tooltip="Say &quot;hi&quot;"' in package.read("word/document.xml").decode()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "vbscript:x", "//host/share"])
def test_an_address_that_a_click_must_not_start_is_nowhere_in_the_file(address: str) -> None:
    content = markdown_to_docx(f"[x](<{address}>)")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert address not in package.read("word/_rels/document.xml.rels").decode()
    assert "x" in body(content)


def test_a_link_to_a_heading_leads_to_it() -> None:
    content = body(markdown_to_docx("# The end\n\n[go](#the-end) [nowhere](#gone)"))
    assert 'w:anchor="the_end"' in content
    assert 'w:name="the_end"' in content


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert shown("a\x01b\ufffec") == [("Body Text", "abc")]


def test_nothing_is_added_and_the_same_text_gives_the_same_bytes() -> None:
    content = markdown_to_docx("Hello", title="A title")
    assert re.findall(r"<w:t[^>]*>([^<]*)</w:t>", body(content)) == ["Hello"]
    assert content == markdown_to_docx("Hello", title="A title")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "word/header1.xml" not in package.namelist()


@pytest.mark.parametrize(
    ("markdown", "given", "title"),
    [("# First *words*", "", "First words"), ("# First", "Given", "Given"), ("Only text", "", "Only text")],
)
def test_the_title_is_the_one_given_or_the_first_words(markdown: str, given: str, title: str) -> None:
    file = python_docx.Document(io.BytesIO(markdown_to_docx(markdown, title=given, lang="cy")))
    assert (file.core_properties.title, file.core_properties.language) == (title, "cy")


def test_errors_are_those_of_groupkit() -> None:
    with pytest.raises(StyleFileError):
        markdown_to_docx("x", house_style="nosuch")
    with pytest.raises(MarkdownError):
        markdown_to_docx("> " * 5000 + "x")
