from __future__ import annotations

import datetime
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from groupkit import markdown_to_docx
from groupkit.document import parse
from groupkit.document.blocks import Document
from groupkit.errors import MarkdownError, StyleFileError
from groupkit.writers import docx
from groupkit.writers.docx import Logo, images

Open = Callable[[bytes], Any]


def png(width: int = 40, height: int = 20, dpi: int = 0) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    physical = chunk(b"pHYs", struct.pack(">IIB", *[round(dpi / 0.0254)] * 2, 1)) if dpi else b""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * (width + 1) * min(height, 50)))
    return b"\x89PNG\r\n\x1a\n" + header + physical + pixels + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\x01\x01\x01" + struct.pack(">HH", 300, 300) + b"\0\0"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\0"
    return b"\xff\xd8" + jfif + frame + b"\xff\xd9"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a b.png").write_bytes(png())
    (tmp_path / "photo.jpg").write_bytes(jpeg(600, 300))
    (tmp_path / "text.png").write_text("not a picture")
    return tmp_path


def test_a_picture_of_this_computer_is_put_in_with_its_alternative_text(folder: Path, open_docx: Open) -> None:
    file = open_docx(markdown_to_docx("![A red & round ball](a%20b.png)", base=folder))
    assert 'descr="A red &amp; round ball"' in file.body
    assert "word/media/image1.png" in file.content.decode("latin-1")
    assert 'cx="381000" cy="190500"' in file.body  # 40 by 20 pixels at 96 to the inch


def test_pictures_in_the_text_in_a_note_and_in_the_header_have_different_ids() -> None:
    text = "# T\n\n![chart](c.png)\n\n::: note\nSee ![chart](c.png)\n:::\n"
    document = Document(parse(text), title="T", owner="Us")
    logo = Logo(images.look(png()), "A logo")
    content = docx.write(document, date=datetime.date(2027, 1, 5), logo=logo, pictures={"c.png": png()})
    ids: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in ("document", "header1", "comments"):
            tree = ElementTree.fromstring(package.read(f"word/{name}.xml"))
            ids += [each.get("id", "") for each in tree.iter() if each.tag.endswith("}docPr")]
    assert len(ids) == len(set(ids)) == 3


def test_the_same_picture_twice_is_kept_once(folder: Path, open_docx: Open) -> None:
    file = open_docx(markdown_to_docx("![a](photo.jpg) ![b](photo.jpg)", base=folder))
    assert file.body.count("<pic:pic ") == 2
    assert file.content.count(b"PK\x03\x04") == len(file.parts) + 1


def test_a_picture_without_words_is_marked_as_decoration(folder: Path, open_docx: Open) -> None:
    assert "decorative" in open_docx(markdown_to_docx("x ![](photo.jpg)", base=folder)).body


@pytest.mark.parametrize(
    "src", ["no.png", "https://example.org/a.png", "../secret.png", "/etc/passwd", "//host/a.png", "a%00b.png", "."]
)
def test_a_picture_that_is_missing_or_elsewhere_shows_its_words(folder: Path, open_docx: Open, src: str) -> None:
    (folder.parent / "secret.png").write_bytes(png())
    file = open_docx(markdown_to_docx(f"![the words]({src})", base=folder))
    assert file.paragraphs() == [("BodyText", "the words")]


def test_a_file_that_is_no_picture_is_named(folder: Path) -> None:
    with pytest.raises(MarkdownError, match=r"text\.png: this is not a PNG or JPEG picture\."):
        markdown_to_docx("![x](text.png)", base=folder)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (png(30_000, 30_000), "30000 by 30000 pixels"),
        (png(20_000, 20_000), "more than 200 million pixels"),
        (png()[:-20], "damaged"),
    ],
)
def test_a_huge_or_cut_off_picture_is_refused(folder: Path, content: bytes, reason: str) -> None:
    (folder / "huge.png").write_bytes(content)
    with pytest.raises(MarkdownError, match=reason):
        markdown_to_docx("![x](huge.png)", base=folder)


def test_a_wide_picture_is_made_to_fit_and_a_small_one_is_not_enlarged(folder: Path, open_docx: Open) -> None:
    (folder / "wide.png").write_bytes(png(4000, 100))
    assert f'cx="{9638 * 635}"' in open_docx(markdown_to_docx("![x](wide.png)", base=folder)).body


def test_size_and_resolution_are_read() -> None:
    assert images.look(png(10, 20, dpi=300)).dpi == 300
    read = images.look(jpeg(600, 300))
    assert (read.kind, read.width, read.height, read.dpi) == ("jpeg", 600, 300, 300)


@given(
    st.binary(max_size=200), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", png()[:30], jpeg(9, 9)[:20]])
)
def test_bytes_that_are_no_picture_are_refused_or_read_but_never_break(rest: bytes, start: bytes) -> None:
    with suppress(ValueError):
        assert 0 < images.look(start + rest).width <= images.MAX_SIDE


def test_a_logo_stands_in_the_header(folder: Path, write_docx: Callable[..., Any], sample: Document) -> None:
    file = write_docx(sample, logo=Logo.load(folder / "a b.png", "The group's sign"))
    assert 'descr="The group\'s sign"' in file.parts["word/header1.xml"]
    assert "media/logo.png" in file.parts["word/_rels/header1.xml.rels"]


@pytest.mark.parametrize(
    ("name", "alt", "message"),
    [
        ("photo.jpg", " ", "has no alternative text"),
        ("no.png", "x", "there is no such file"),
        ("text.png", "x", "not a PNG or JPEG"),
    ],
)
def test_a_logo_that_cannot_be_used_is_named(folder: Path, name: str, alt: str, message: str) -> None:
    with pytest.raises(StyleFileError, match=message):
        Logo.load(folder / name, alt)


def test_a_picture_does_not_show_all_its_bytes(folder: Path) -> None:
    assert repr(Logo.load(folder / "photo.jpg", "a photo").picture) == "<jpeg picture, 600 x 300>"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no device without an end")
def test_a_logo_that_is_no_plain_file_is_named_and_not_read() -> None:
    with pytest.raises(StyleFileError, match="/dev/zero: this is not a plain file"):
        Logo.load("/dev/zero", "Nothing")
