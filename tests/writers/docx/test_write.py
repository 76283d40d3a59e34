from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx as python_docx
import pytest
from hypothesis import given, settings, strategies as st

from groupkit.document import number, parse
from groupkit.document.blocks import Document, Heading, Paragraph, Text
from groupkit.document.text import plain_text
from groupkit.writers import docx
from groupkit.writers.docx import xml

from datetime import date  # isort: skip

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATE = date(2027, 1, 5)
GOLDEN = Path(__file__).parent / "golden"
Write = Callable[..., Any]

STORIES = re.compile(r"word/(document|comments|header\d|footer\d)\.xml")
# Marks of structure (which list, which direction), not of looks.
STRUCTURE = {"pStyle", "numPr", "bidi"}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def test_the_same_document_gives_the_same_bytes_also_when_it_was_written_before(sample: Document) -> None:
    first = docx.write(sample, date=DATE)
    docx.write(sample, date=DATE, notes=False, house_style="compact")
    assert docx.write(sample, date=DATE) == first


def test_blocks_written_in_other_documents_before_do_not_change_this_one(sample: Document) -> None:
    fresh = docx.write(sample, date=DATE)
    docx.write(sample.replace(blocks=tuple(reversed(sample.blocks)), contents=False), date=DATE)
    assert docx.write(sample, date=DATE) == fresh


def test_emphasis_is_kept_apart_between_packs_and_plain_markdown(sample: Document) -> None:
    document = Document(parse("*word*"), title="T")
    bold, italic = docx.write(document, date=DATE), docx.write(document, date=DATE, italics=True)
    assert bold != italic
    assert docx.write(document, date=DATE) == bold


def test_python_docx_reads_what_was_written(sample: Document) -> None:
    read = python_docx.Document(io.BytesIO(docx.write(sample, date=DATE)))
    assert read.paragraphs[0].style.name == "Heading 1"
    assert (read.core_properties.title, read.core_properties.author) == ("Constitution", "Us")
    assert read.core_properties.language == "en-GB"
    assert read.core_properties.created.date() == DATE
    section = read.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text == "Our group | Constitution"
    assert section.footer.paragraphs[0].text == "Page 1 of 1"


def test_the_words_are_those_every_format_shows(write_docx: Write, sample: Document) -> None:
    without_notes = sample.replace(blocks=number(parse(TEXT_WITHOUT_NOTES, "t"), "t"), contents=False)
    shown = " ".join(text for _, text in write_docx(without_notes).paragraphs())
    wanted = re.sub(r"^(\d+\.\d*|\([a-z]+\)) ", "", plain_text(without_notes), flags=re.M)
    assert words(shown) == words(wanted)


TEXT_WITHOUT_NOTES = """# Title & <b>

::: clauses

## First

1. {#a} One.
   1. two
2. Three, see [](#a). **Bold** and `code`.

:::

- list
- [link](https://example.org) and [blank](blank:)

> quote

| a | b |
|---|---|
| c | d |
"""


@pytest.mark.parametrize("style", docx.HOUSE_STYLES)
def test_nothing_is_formatted_directly_and_everything_names_a_style(
    write_docx: Write, sample: Document, style: str
) -> None:
    file = write_docx(sample, house_style=style)
    known = set(re.findall(r'w:styleId="([^"]+)"', file.parts["word/styles.xml"]))
    for name in filter(STORIES.fullmatch, file.parts):
        for paragraph in file.tree(name).iter(f"{W}p"):
            tags = {child.tag.removeprefix(W) for child in paragraph.find(f"{W}pPr")}
            assert "pStyle" in tags
            assert tags <= STRUCTURE
            assert paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in known
        for properties in file.tree(name).iter(f"{W}rPr"):
            assert {child.tag.removeprefix(W) for child in properties} <= {"rStyle", "rtl", "lang"}
        for style_id in re.findall(r'<w:(?:rStyle|tblStyle) w:val="([^"]+)"', file.parts[name]):
            assert style_id in known


def test_no_paragraph_is_empty(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample)
    assert [style for style, text in file.paragraphs() if not text.strip()] == []


def test_children_stand_in_the_order_of_the_schema_everywhere(write_docx: Write, sample: Document) -> None:
    for name, part in write_docx(sample).parts.items():
        for element in ElementTree.fromstring(part).iter():
            order = xml.ORDER.get(f"w:{element.tag.removeprefix(W)}")
            if order:
                tags = [re.sub(r"\{.*/(main|wordml)\}", short, child.tag) for child in element]
                places = [order.index(tag) for tag in tags]
                assert places == sorted(places), (name, tags)


def short(match: re.Match[str]) -> str:
    return "w:" if match[1] == "main" else "w14:"


def test_every_relationship_leads_somewhere_and_every_part_is_led_to(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample)
    led_to = {"[Content_Types].xml"}
    for name, part in file.parts.items():
        if name.endswith(".rels"):
            led_to.add(name)
            folder = "word/" if name.startswith("word/") else ""
            targets = re.findall(r'Target="([^"]+)"(?: TargetMode="(External)")?', part)
            led_to |= {folder + target for target, mode in targets if not mode}
    assert led_to == set(file.parts)
    owners = re.findall(r'PartName="/([^"]+)"', file.parts["[Content_Types].xml"])
    assert set(owners) == {name for name in file.parts if name.endswith(".xml")} - {"[Content_Types].xml"}


def test_ids_are_unique_and_used_relationships_exist(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample)
    for pattern in (r'<w:bookmarkStart w:id="(\d+)"', r'<w:sdtPr>.*?<w:id w:val="(\d+)"', r'<wp:docPr id="(\d+)"'):
        found = re.findall(pattern, file.body)
        assert len(found) == len(set(found))
    used = set(re.findall(r'r:id="(\w+)"', file.body))
    assert used <= set(re.findall(r'Id="(\w+)"', file.parts["word/_rels/document.xml.rels"]))


def test_a_page_break_is_carried_by_the_style_of_what_follows(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample)
    styles = {text: style for style, text in file.paragraphs()}
    assert styles["Forms"] == "Heading2NewPage"
    assert '<w:basedOn w:val="Heading2"/>' in file.parts["word/styles.xml"]
    assert "<w:pageBreakBefore/>" not in file.body


def test_words_in_another_language_are_marked(write_docx: Write, sample: Document) -> None:
    body = write_docx(sample).body
    assert '<w:rPr><w:lang w:val="cy"/></w:rPr><w:t>Croeso i bawb</w:t>' in body
    assert "<w:rPr><w:rtl/></w:rPr><w:t>مرحبا</w:t>" in body


def test_a_paragraph_that_begins_from_the_right_runs_from_the_right(write_docx: Write) -> None:
    body = write_docx("مرحبا بكم abc.\n\nabc مرحبا\n").body
    assert body.count("<w:bidi/>") == 1
    assert "<w:rtl/></w:rPr><w:t>مرحبا بكم</w:t>" in body


def test_the_language_of_the_document_is_the_default_of_its_styles(write_docx: Write) -> None:
    file = write_docx(Document((Paragraph((Text("Croeso"),)),), title="T", lang="cy-GB"))
    assert '<w:lang w:val="cy-GB"' in file.parts["word/styles.xml"]
    assert "<dc:language>cy-GB</dc:language>" in file.parts["docProps/core.xml"]


@pytest.mark.parametrize("name", ["The group " * 20, "x" * 200, "  "])
def test_a_long_name_does_not_break_the_header(write_docx: Write, name: str) -> None:
    file = write_docx(Document((Heading(1, (Text(name),)),), title=name, owner=name))
    header = file.parts["word/header1.xml"]
    assert len(re.sub(r"<[^>]*>", "", header)) < 160


def test_nothing_is_left_of_the_template_of_python_docx(write_docx: Write, sample: Document) -> None:
    everything = "".join(write_docx(sample).parts.values())
    assert "python-docx" not in everything
    assert 'w:w="12240"' not in everything
    assert "Times New Roman" not in everything


@settings(max_examples=40)
@given(st.text(max_size=80), st.text(max_size=40))
def test_any_words_make_a_sound_file(text: str, title: str) -> None:
    blocks = (Heading(1, (Text(text),), id=title), Paragraph((Text(text),)))
    content = docx.write(Document(blocks, title=title, owner=text, author=title), date=DATE)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))


@pytest.mark.parametrize("part", ["document", "numbering", "comments", "header1", "footer1"])
def test_the_parts_are_those_that_were_looked_at(write_docx: Write, sample: Document, part: str) -> None:
    """The files in `golden/` were checked by eye and with Word's schema; delete one to have it written anew."""
    made = write_docx(sample).parts[f"word/{part}.xml"]
    laid_out = re.sub(r"(</w:p>|</w:tr>|</w:tblGrid>|</w:lvl>|</w:comment>|</w:num>)", r"\1\n", made)
    file = GOLDEN / f"{part}.xml"
    if not file.exists():
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(laid_out, encoding="utf-8")
        pytest.fail(f"{file.name} was missing and has been written; look at it, then run again")
    assert laid_out == file.read_text(encoding="utf-8")
