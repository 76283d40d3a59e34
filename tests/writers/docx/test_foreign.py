"""House styles from files that programs and people make: each gives a sound document, or one line that says why not."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import docx as python_docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from groupkit import markdown_to_docx
from groupkit.errors import StyleFileError
from groupkit.writers import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MIXED = """# Title

- a

  more

  > quote

> > deeper

1. one

| a | b |
|:-:|--:|
| 1 | 2 |

after ***both***
"""
Change = Callable[[str], str]


class Made:
    """A document made with a house style: its styles and its body."""

    def __init__(self, house_style: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(markdown_to_docx(MIXED, house_style=str(house_style)))) as package:
            self.parts = {
                name: package.read(name).decode() for name in package.namelist() if name.endswith(("xml", "rels"))
            }
        self.styles = ElementTree.fromstring(self.parts["word/styles.xml"]).findall(f"{W}style")
        self.body = ElementTree.fromstring(self.parts["word/document.xml"])

    def kinds(self) -> dict[str, str]:
        """The kind of each style, by id."""
        return {style.get(f"{W}styleId", ""): style.get(f"{W}type", "") for style in self.styles}

    def values(self, name: str) -> list[str]:
        """What elements of a name say, in the styles."""
        return [each.get(f"{W}val", "") for style in self.styles for each in style.iter(f"{W}{name}")]

    def check(self) -> None:
        """Ids and names differ, what is named is there and of the right kind, one default a kind."""
        kinds = self.kinds()
        assert len(kinds) == len(self.styles)
        assert len(set(self.values("name"))) == len(self.styles)
        for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
            assert {kinds.get(each.get(f"{W}val", "")) for each in self.body.iter(f"{W}{tag}")} <= {kind}
        for link in ("basedOn", "next", "link"):
            assert set(self.values(link)) <= set(kinds)
        defaults = [style.get(f"{W}type") for style in self.styles if style.get(f"{W}default") == "1"]
        assert sorted(defaults) == ["character", "numbering", "paragraph", "table"]


@pytest.fixture
def theirs(tmp_path: Path) -> Callable[..., Path]:
    """Make a Word file, changed in one of its parts, with parts called something else, or with more parts."""

    def make(part: str = "", change: Change = str, names: Change = str, **more: str) -> Path:
        content = io.BytesIO()
        python_docx.Document().save(content)
        path = tmp_path / "theirs.docx"
        with zipfile.ZipFile(content) as package, zipfile.ZipFile(path, "w") as written:
            for name in package.namelist():
                data = package.read(name)
                if name == part:
                    changed = change(data.decode())
                    assert changed != data.decode()
                    data = changed.encode("utf-16" if "UTF-16" in changed[:60] else "utf-8")
                elif name.endswith((".rels", "Types].xml")):
                    data = names(data.decode()).encode()
                written.writestr(names(name), data)
            for name, text in more.items():
                written.writestr(name, text)
        return path

    return make


STYLES = "word/styles.xml"
MAIN = "word/document.xml"


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (STYLES, lambda text: text.replace('w:styleId="Heading1"', 'w:styleId="a&quot;&lt;b 1"')),
        (STYLES, lambda text: text.replace('w:styleId="BodyText"', 'w:styleId="13"')),
        (STYLES, lambda text: re.sub(r'(<w:style [^>]*w:styleId="Quote".*?</w:style>)', r"\1\1", text, flags=re.S)),
        (STYLES, lambda text: re.sub(r"<w:style .*</w:style>", "", text, flags=re.S)),
        (STYLES, lambda text: text.replace(' w:default="1"', "")),
        (STYLES, lambda text: text.replace('<w:name w:val="Normal"/>', '<w:name w:val="Standard"/>')),
        (STYLES, lambda text: text.replace('<w:name w:val="Body Text"/>', '<w:basedOn w:val="Heading1"/>')),
        (
            STYLES,
            lambda text: text.replace(
                '<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="BodyText"/>'
            ),
        ),
        (STYLES, lambda text: text.replace('"HeaderChar"', '"Gone"')),
        (STYLES, lambda text: text.replace("UTF-8", "UTF-16")),
        (STYLES, lambda text: re.sub(r"\bw:", "x:", text.replace("xmlns:w=", "xmlns:x="))),
        (MAIN, lambda text: re.sub(r"\bw:", "x:", text.replace("xmlns:w=", "xmlns:x="))),
    ],
    ids=[
        "ids with signs",
        "a number as id",
        "a style twice",
        "no styles",
        "no defaults",
        "a translated name",
        "a style without name",
        "based on itself",
        "links to nothing",
        "UTF-16",
        "another prefix",
        "another prefix in the body",
    ],
)
def test_whatever_their_styles_are_the_document_is_sound(
    theirs: Callable[..., Path], part: str, change: Change
) -> None:
    Made(theirs(part, change)).check()


def test_a_name_of_ours_for_another_kind_of_style_counts_as_missing(tmp_path: Path) -> None:
    file = python_docx.Document()
    for name in ("Quote", "Strong"):
        file.styles[name].delete()
    file.styles.add_style("Quote", WD_STYLE_TYPE.CHARACTER)
    file.styles.add_style("Strong", WD_STYLE_TYPE.PARAGRAPH)
    file.styles.add_style("House Table", WD_STYLE_TYPE.PARAGRAPH)
    path = tmp_path / "theirs.docx"
    file.save(path)
    assert {"Quote", "Strong", "House Table"} <= set(docx.house_style(path).missing)
    Made(path).check()


def test_a_document_of_ours_can_be_the_house_style_of_the_next(tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(markdown_to_docx(MIXED))
    file = python_docx.Document(path)
    file.styles["Quote indent 4"].font.name = "Verdana"
    file.styles["List Bullet loose"].name = "Airy bullets"  # the id stays, as in Word
    file.save(path)
    assert docx.house_style(path).missing == ()
    made = Made(path)
    made.check()
    assert "Verdana" in made.parts[STYLES]
    assert {"Airy bullets", "List Bullet loose"} <= set(made.values("name"))


def test_the_language_is_that_of_the_document_and_not_of_their_file(theirs: Callable[..., Path]) -> None:
    german = theirs(
        STYLES,
        lambda text: text.replace("en-US", "de-DE").replace(
            '<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rPr><w:lang w:val="de-DE"/></w:rPr>'
        ),
    )
    content = markdown_to_docx("# T", house_style=str(german), lang="cy")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert re.findall(r"<w:lang [^>]*>", package.read(STYLES).decode()) == ['<w:lang w:val="cy" />']


def test_a_language_cannot_break_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(markdown_to_docx("# T", lang='"/><x>&'))) as package:
        ElementTree.fromstring(package.read(STYLES))


def test_parts_are_found_by_their_relationships(theirs: Callable[..., Path]) -> None:
    path = theirs(names=lambda text: text.replace("document.xml", "document2.xml").replace("styles.xml", "styles7.xml"))
    assert "Heading 1" not in docx.house_style(path).missing
    Made(path).check()


@pytest.mark.parametrize(
    ("size", "margins", "page"),
    [
        ('w:w="595pt" w:h="297mm"', 'w:top="2cm" w:left="1in" w:gutter="0"', ("11900", "16838", "1134", "1440")),
        ('w:w="16838" w:h="11906" w:orient="landscape"', 'w:left="1000"', ("16838", "11906", "0", "1000")),
        ('w:w="abc" w:h="1"', 'w:left="1000"', ("11906", "16838", "1418", "1134")),
        ('w:w="99999" w:h="1"', 'w:left="1000"', ("11906", "16838", "1418", "1134")),
    ],
)
def test_paper_and_margins_are_theirs_if_word_can_use_them(
    theirs: Callable[..., Path], size: str, margins: str, page: tuple[str, ...]
) -> None:
    def change(text: str) -> str:
        text = re.sub(r"<w:pgSz [^>]*>", f'<w:pgSz {size} w:evil="1"/>', text)
        return re.sub(r"<w:pgMar [^>]*>", f"<w:pgMar {margins}/>", text)

    section = Made(theirs(MAIN, change)).body.find(f".//{W}sectPr")
    assert section is not None
    paper, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert paper is not None
    assert margin is not None
    assert "evil" not in str(paper.attrib)
    assert (paper.get(f"{W}w"), paper.get(f"{W}h"), margin.get(f"{W}top"), margin.get(f"{W}left")) == page


PICTURE = (
    '<a:bgFillStyleLst><a:blipFill xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<a:blip r:embed="rId1"/></a:blipFill>'
)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("<a:bgFillStyleLst>", PICTURE),
        lambda text: text[:200],
        lambda text: text.replace("?>", '?><!DOCTYPE a [<!ENTITY b "x">]>', 1),
    ],
    ids=["with a picture", "cut off", "with a document type"],
)
def test_a_theme_that_cannot_stand_alone_is_left_out(theirs: Callable[..., Path], change: Change) -> None:
    made = Made(theirs("word/theme/theme1.xml", change))
    assert "word/theme/theme1.xml" not in made.parts
    assert "theme" not in made.parts["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    ("part", "change", "reason"),
    [
        (STYLES, lambda text: text[:500], "damaged"),
        (STYLES, lambda text: text.replace("UTF-8", "klingon"), "damaged"),
        (STYLES, lambda text: text.replace("UTF-8", "UTF-16").replace("?>", "?><!DOCTYPE x>", 1), "document type"),
        (STYLES, lambda text: text.replace("</w:styles>", f"{'<w:style>' * 90_000}"), "nested too deep"),
        (STYLES, lambda text: text.replace("schemas.openxmlformats.org/word", "purl.oclc.org/ooxml/word"), "Strict"),
        (STYLES, lambda text: text + " " * 21_000_000, "too large"),
        (MAIN, lambda text: text[:500], "damaged"),
        ("word/fontTable.xml", lambda text: text[:200], "damaged"),
    ],
)
def test_a_file_that_cannot_be_used_ends_in_one_line(
    theirs: Callable[..., Path], part: str, change: Change, reason: str
) -> None:
    with pytest.raises(StyleFileError, match=rf"theirs\.docx: this file .*{reason}") as caught:
        docx.house_style(theirs(part, change))
    assert caught.value.hint


def test_a_part_that_lies_about_its_size_is_not_unpacked_beyond_it(theirs: Callable[..., Path]) -> None:
    size = 30_000_000
    path = theirs(STYLES, lambda text: text + " " * (size - len(text.encode())))
    with (
        zipfile.ZipFile(path) as package,
        zipfile.ZipFile(path.with_name("lie.docx"), "w", zipfile.ZIP_DEFLATED) as lie,
    ):
        for name in package.namelist():
            lie.writestr(name, package.read(name))
    content = path.with_name("lie.docx").read_bytes()
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    with pytest.raises(StyleFileError, match="damaged"):
        docx.house_style(path)


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    with pytest.raises(StyleFileError, match="is a folder"):
        docx.house_style(tmp_path)
