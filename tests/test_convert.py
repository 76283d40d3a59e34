from __future__ import annotations

import io
import re
import time
import tracemalloc
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from PIL import Image

from groupkit import MarkdownError, StyleFileError, markdown_to_docx
from groupkit.writers.docx import images


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
        ("- a\n  > b\n", [("List Bullet", "a"), ("Quote indent 4 in item", "b")]),
        ("> ```\n> a\n> ```\n", [("Source Code quote 2", "a")]),
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


def test_a_link_title_longer_than_word_takes_is_cut() -> None:
    tip = re.search(r'w:tooltip="([^"]*)"', body(markdown_to_docx(f"[a](https://example.org '{'t' * 300}')")))
    assert tip
    assert tip[1] == "t" * 259 + "…"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "vbscript:x",
        "//host/share",
        "ms-msdt:/id",
        "search-ms:query=x",
        "c:/windows/x.exe",
        "mailto:a@b@c",
    ],
)
def test_an_address_that_a_click_must_not_start_is_nowhere_in_the_file(address: str) -> None:
    content = markdown_to_docx(f"[x](<{address}>)")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert address not in package.read("word/_rels/document.xml.rels").decode()
    assert "w:hyperlink" not in body(content)
    assert re.search(r"<w:t>\[?x\b", body(content))


def test_a_link_to_a_heading_leads_to_it() -> None:
    content = body(markdown_to_docx("# The end\n\n[go](#the-end) [nowhere](#gone)"))
    assert 'w:anchor="the_end"' in content
    assert 'w:name="the_end"' in content


def test_a_link_leads_to_a_heading_inside_a_quote_or_list_too() -> None:
    content = body(markdown_to_docx("> # Aims\n\n- ## Aims\n\n[one](#aims) [other](#aims-1)"))
    assert re.findall(r'w:anchor="(\w+)"', content) == re.findall(r'bookmarkStart [^>]*w:name="(\w+)"', content)
    assert "_top" not in content


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


HOSTILE = {
    "five million characters": "some words here\n\n" * 300_000,
    "a thousand quotes": "> " * 1000 + "x",
    "a hundred quotes that go on": ">" * 98 + " a\n" + "b\n" * 240_000,
    "a thousand lists": "".join("  " * depth + "- x\n" for depth in range(900)),
    "a thousand emphases": "*a " * 1000 + "b*" * 1000,
    "brackets": "[" * 50_000,
    "open brackets before a long paragraph": "[a\n" * 16 + "b\n" * 200_000,
    "pictures in pictures": "![" * 1000 + "x" + "](y)" * 1000,
    "links in a row": "[a](" * 10_000,
    "angle brackets": "<" * 100_000,
    "stars": "*" * 100_000,
    "lists of two kinds": "- a\n1. b\n" * 5_000,
    "a wide table": "|" + " a |" * 2_000 + "\n|" + "---|" * 2_000 + "\n",
    "a long reference used often": f"[a]: {'x' * 100_000}\n\n" + "[a] " * 90_000,
    "a long title used often": f"[a]: x '{'y' * 100_000}'\n\n" + "![a] " * 70_000,
    "definitions": "".join(f"[r{number}]: /u{number}\n" for number in range(5_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_in_a_file_or_in_one_clear_error_in_bounded_time_and_memory(name: str) -> None:
    began = time.perf_counter()
    made = outcome(HOSTILE[name])
    assert isinstance(made, bytes) or (made.hint and len(made.lines()) == 1)
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("name", ["five million characters", "a thousand quotes", "angle brackets"])
def test_hostile_text_takes_little_memory(name: str) -> None:
    tracemalloc.start()
    outcome(HOSTILE[name])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000_000


def outcome(text: str) -> bytes | MarkdownError:
    """Make a Word file, or give the error that says why not."""
    try:
        return markdown_to_docx(text)
    except MarkdownError as error:
        return error


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png",
        "//example.org/a.png",
        "data:image/png;base64,AAAA",
        "../outside.png",
        "/etc/passwd",
        "C:\\a.png",
        "gone.png",
        "folder",
        "a%00.png",
        "a" * 5000,
        "",
    ],
)
def test_a_picture_that_is_remote_missing_or_elsewhere_shows_its_words(address: str, tmp_path: Path) -> None:
    (tmp_path / "in" / "folder").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(b"secret")
    content = markdown_to_docx(f"![A bridge](<{address}>)", base=tmp_path / "in")
    assert re.findall(r"<w:t[^>]*>([^<]*)</w:t>", body(content)) == ["A bridge"]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if "media" in name]


def test_a_picture_that_leads_out_of_the_folder_by_a_link_shows_its_words(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "outside.png")
    (tmp_path / "in/a.png").symlink_to(tmp_path / "outside.png")
    assert "w:drawing" not in body(markdown_to_docx("![A bridge](a.png)", base=tmp_path / "in"))


def test_pictures_that_are_too_large_together_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        Image.new("RGB", (4, 4), (number, 0, 0)).save(tmp_path / f"{number}.png")
    text = "".join(f"![x]({number}.png) ![x]({number}.png)" for number in range(4))
    assert markdown_to_docx(text, base=tmp_path).count(b"word/media/image") == 8  # 4 parts, each named twice in a zip
    monkeypatch.setattr(images, "MAX_TOGETHER", 300)
    with pytest.raises(MarkdownError, match="together"):
        markdown_to_docx(text, base=tmp_path)


def test_errors_are_those_of_groupkit() -> None:
    with pytest.raises(StyleFileError):
        markdown_to_docx("x", house_style="nosuch")
    with pytest.raises(MarkdownError):
        markdown_to_docx("> " * 5000 + "x")
