"""Points about a document as a whole: its language and title, headings, tables, empty lines and what floats."""

from __future__ import annotations

from collections.abc import Iterator

from groupkit.checking.points import Found
from groupkit.checking.word import VML, WP, Element, W, WordFile, first_words, is_on, value, words

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_WORTH = {f"{W}{tag}" for tag in ("drawing", "pict", "object", "sdt", "fldChar", "fldSimple", "sectPr", "sym")}


def language(file: WordFile) -> Iterator[Found]:
    """The document says which language it is in."""
    styles = file.tree("word/styles.xml")
    default = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    normal = next((style.find(f"{W}rPr/{W}lang") for style in file.chain("Normal")), None)
    if not any(value(each) not in (None, "", "x-none", "zxx") for each in (default, normal)):
        yield Found("language")


def title(file: WordFile) -> Iterator[Found]:
    """The file has a title."""
    core = file.tree("docProps/core.xml")
    found = None if core is None else core.find(_TITLE)
    if found is None or not (found.text or "").strip():
        yield Found("title")


def headings(file: WordFile) -> Iterator[Found]:
    """One heading of level 1, no level left out, none without words."""
    before, titles = 0, 0
    for paragraph in file.paragraphs:
        level = 0 if paragraph.part else file.level(paragraph.element)
        if not level:
            continue
        place = f"“{first_words(paragraph.text)}”" if paragraph.text.strip() else paragraph.place
        if not paragraph.text.strip():
            yield Found("empty-heading", place)
            continue
        if level == 1 and not titles and before:
            yield Found("late-title", place)
        titles += level == 1
        if level == 1 and titles > 1:
            yield Found("many-titles", place)
        if before and level > before + 1:
            yield Found("skipped-level", place, {"level": level, "before": before, "wanted": before + 1})
        before = level
    if not titles:
        yield Found("no-heading")


def tables(file: WordFile) -> Iterator[Found]:
    """Header rows, whole rows, titles, and no merged cells."""
    for number, table in enumerate(file.tables, start=1):
        rows = table.findall(f"{W}tr")
        cells = [words(cell) for cell in rows[0].findall(f"{W}tc")] if rows else []
        place = f"table {number} ({first_words(', '.join(cells)) or 'empty'})"
        if rows and not is_on(rows[0].find(f"{W}trPr/{W}tblHeader")):
            yield Found("header-row", place)
        if any(not is_on(row.find(f"{W}trPr/{W}cantSplit")) for row in rows):
            yield Found("splitting-rows", place)
        properties = table.find(f"{W}tblPr")
        lacking = [
            name
            for name, tag in (("title", "tblCaption"), ("description", "tblDescription"))
            if properties is None or not (value(properties.find(f"{W}{tag}")) or "").strip()
        ]
        if lacking:
            yield Found("table-title", place, {"missing": " and no ".join(lacking)})
        if any(_is_merged(cell) for row in rows for cell in row.findall(f"{W}tc")):
            yield Found("merged-cells", place)
        if any(cell.find(f".//{W}tbl") is not None for row in rows for cell in row.findall(f"{W}tc")):
            yield Found("table-in-table", place)


def _is_merged(cell: Element) -> bool:
    span = value(cell.find(f"{W}tcPr/{W}gridSpan")) or "1"
    return span not in ("0", "1") or any(cell.find(f"{W}tcPr/{W}{tag}") is not None for tag in ("vMerge", "hMerge"))


def empty_lines(file: WordFile) -> Iterator[Found]:
    """No paragraph without words, but where Word needs one: after a table, and in a cell."""
    place = ""
    before: Element | None = None
    told = False
    for child in _in_order(file.body):
        if child.tag == f"{W}p":
            text = words(child)
            if text.strip():
                place, told = f"after “{first_words(text)}”", False
            elif not told and (before is None or before.tag != f"{W}tbl") and _is_empty(child, file):
                told = True
                yield Found("empty-paragraph", place or "at the beginning")
        before = child


def _in_order(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables outside tables, in order; those inside content controls too."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _in_order(content)


def _is_empty(paragraph: Element, file: WordFile) -> bool:
    if any(each.tag in _WORTH for each in paragraph.iter()) or paragraph.find(f"{W}pPr/{W}numPr/{W}numId") is not None:
        return False
    styles = [paragraph, *file.style_of(paragraph)]
    return not any(style.find(f"{W}pPr/{W}pBdr") is not None for style in styles)


def floating(file: WordFile) -> Iterator[Found]:
    """Nothing stands beside the text."""
    for paragraph in file.paragraphs:
        element = paragraph.element
        framed = element.find(f"{W}pPr/{W}framePr") is not None
        if framed or any(_floats(each) for each in element.iter()):
            yield Found("floating", paragraph.place)
    for number, table in enumerate(file.tables, start=1):
        if table.find(f"{W}tblPr/{W}tblpPr") is not None:
            yield Found("floating", f"table {number}")


def _floats(element: Element) -> bool:
    if element.tag in (f"{WP}anchor", f"{W}txbxContent"):
        return True
    return element.tag == f"{VML}shape" and "position:absolute" in (element.get("style") or "")


CHECKS = (language, title, headings, tables, empty_lines, floating)
