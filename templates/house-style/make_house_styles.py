"""Make the Word house styles that groupkit brings along, one .docx file each.

Run it from the project's folder after changing anything here:

    python templates/house-style/make_house_styles.py

Each file holds a specimen of every style, so it can be opened in Word, looked at, changed and given back to groupkit
with `--house-style`. A test makes the files again and compares them with the ones beside this script.

The rules all five keep: A4, left aligned, sans serif, body at least 12 points, bold and not italics for stress,
underline only on links, contrast of at least 4.5 to 1, headings that stay with their text, no widows or orphans.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips

from groupkit.writers.docx import numbering, skeleton, xml
from groupkit.writers.docx.place import CLAUSE_INDENTS, LIST_STEP, QUOTE_STEP


@dataclass(frozen=True)
class Look:
    """What one house style looks like: sizes in points, spaces in points, colours as RRGGBB."""

    size: int
    headings: tuple[int, int, int, int, int, int]
    line: float = 1.5
    space: float = 4  # above and below a paragraph
    margin: float = 2.0  # centimetres at the left and the right
    heading_colour: str = "1F3864"
    link_colour: str = "0B4A8F"
    quiet_colour: str = "404040"
    rule_colour: str = "595959"
    head_fill: str = "DCE6F2"
    head_colour: str = "000000"
    border: int = 4  # of tables, in eighths of a point

    @property
    def em(self) -> int:
        """The size of the body in twips."""
        return self.size * 20


LOOKS = {
    "standard": Look(size=12, headings=(22, 16, 14, 12, 12, 12)),
    "clear-print": Look(size=14, headings=(24, 18, 16, 14, 14, 14), space=5),
    "large-print": Look(size=18, headings=(28, 24, 21, 18, 18, 18), space=6, margin=1.8),
    "high-contrast": Look(
        size=14,
        headings=(24, 18, 16, 14, 14, 14),
        space=5,
        heading_colour="000000",
        link_colour="00007A",
        quiet_colour="000000",
        rule_colour="000000",
        head_fill="000000",
        head_colour="FFFFFF",
        border=12,
    ),
    "compact": Look(size=12, headings=(18, 14, 12, 12, 12, 12), line=1.15, space=3, margin=1.8),
}


class Maker:
    """Writes the styles of one look into a Word file with python-docx."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.file = docx.Document(BytesIO(skeleton.base_file(round(look.margin * 567))))
        self.ids: dict[str, str] = {}  # name in lower case -> id

    def make(self) -> bytes:
        """Return the bytes of the finished file."""
        self.defaults()
        self.body()
        self.headings()
        self.lists()
        self.clauses()
        self.tables()
        self.furniture()
        self.characters()
        self.specimen()
        for style in self.file.styles.element.iter(qn("w:style"), qn("w:pPr"), qn("w:rPr")):
            _sort(style)
        return skeleton.same_bytes(self.file)

    # ---------------------------------------------------------------- small tools

    def paragraph(self, name: str, based_on: str = "Normal", *, after: str = "", builtin: bool = True) -> Any:
        """Add a paragraph style; `after` is the style of the paragraph that Word starts after one in this style."""
        style = self.file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
        if based_on:
            style.base_style = self.file.styles[based_on]
        if after:
            style.next_paragraph_style = self.file.styles[after]
        style.quick_style = True
        style.hidden = False
        self.ids[name.lower()] = style.style_id
        return style

    def space(self, style: Any, before: float, after: float, line: float | None = None) -> None:
        """Set the space above and below in points, and the line spacing."""
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        if line:
            style.paragraph_format.line_spacing = line

    def indent(self, style: Any, left: int, hanging: int = 0) -> None:
        """Set the indents in ems of the body text."""
        style.paragraph_format.left_indent = Twips(left * self.look.em)
        if hanging:
            style.paragraph_format.first_line_indent = Twips(-hanging * self.look.em)

    def colour(self, style: Any, value: str) -> None:
        """Set the colour of the letters."""
        style.font.color.rgb = RGBColor.from_string(value)

    def border(self, style: Any, sides: str, size: int, gap: int) -> None:
        """Draw a line along the `sides` ("top bottom left") of a paragraph: its size in eighths of a point."""
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="{size}" w:space="{gap}" w:color="{self.look.rule_colour}"/>'
            for side in sides.split()
        )
        style.element.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>"))

    # --------------------------------------------------------------------- styles

    def defaults(self) -> None:
        """Normal: what every paragraph style is based on."""
        style = self.paragraph("Normal", "")
        style.element.set(qn("w:default"), "1")
        style.font.name = "Arial"
        style.font.size = Pt(self.look.size)
        fonts = style.element.rPr.rFonts
        for script in ("w:cs", "w:eastAsia"):
            fonts.set(qn(script), "Arial")
        style.element.rPr.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{self.look.size * 2}"/>'))
        self.space(style, 0, 0, self.look.line)
        style.paragraph_format.widow_control = True

    def body(self) -> None:
        """Running text, quotes and code."""
        look = self.look
        self.space(self.paragraph("Body Text"), look.space, look.space)
        quote = self.paragraph("Quote", "Body Text")
        self.indent(quote, QUOTE_STEP)
        self.border(quote, "left", 24, 10)
        code = self.paragraph("Source Code", "Body Text", builtin=False)
        code.font.name = "Courier New"
        code.paragraph_format.line_spacing = 1.15
        code.element.get_or_add_pPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F2F2F2"/>')
        )
        code.element.get_or_add_pPr().append(parse_xml(f"<w:suppressAutoHyphens {nsdecls('w')}/>"))
        rule = self.paragraph("Horizontal Line", "Body Text", builtin=False)
        rule.paragraph_format.line_spacing = 1.0
        self.space(rule, look.space * 2, look.space * 2)
        self.border(rule, "bottom", 6, 1)

    def headings(self) -> None:
        """Heading 1 to 6, each kept with what follows."""
        for level, size in enumerate(self.look.headings, start=1):
            style = self.paragraph(f"Heading {level}", "Normal", after="Body Text")
            style.font.bold = True
            style.font.size = Pt(size)
            self.colour(style, self.look.heading_colour)
            gap = self.look.space
            above = {1: 0.0, 2: gap * 5}.get(level, gap * 3.5)
            self.space(style, above, gap * 3 if level == 1 else gap, 1.15)
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.keep_together = True
            style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level - 1}"/>'))

    def lists(self) -> None:
        """Bullets, numbers, tasks, and paragraphs that go on within an item, five levels of each."""
        for family in ("List Bullet", "List Number", "List Task", "List Continue"):
            builtin = family != "List Task"
            for level in range(1, 6):
                style = self.paragraph(family if level == 1 else f"{family} {level}", "Body Text", builtin=builtin)
                self.space(style, 0, self.look.space)
                self.indent(style, LIST_STEP * level, 0 if family == "List Continue" else LIST_STEP)
                if family == "List Continue":  # no number of its own: it goes on within an item
                    style.element.get_or_add_pPr().append(
                        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>')
                    )

    def clauses(self) -> None:
        """Clause headings and three levels of clauses, tied to the numbering 1, 1.1, (a), (i)."""
        names = ["Clause Heading"]
        self.paragraph("Clause Heading", "Heading 2", after="Body Text", builtin=False)
        for level in (1, 2, 3):
            style = self.paragraph(f"Clause {level}", "Body Text", builtin=False)
            self.indent(style, CLAUSE_INDENTS[level], CLAUSE_INDENTS[1] if level == 1 else LIST_STEP)
            more = self.paragraph(f"Clause Continue {level}", "Body Text", builtin=False)
            self.indent(more, CLAUSE_INDENTS[level])
            names.append(style.name)
        for level, name in enumerate(names):
            ilvl = f'<w:ilvl w:val="{level}"/>' if level else ""
            self.file.styles[name].element.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}>{ilvl}<w:numId w:val="{numbering.CLAUSES}"/></w:numPr>')
            )

    def tables(self) -> None:
        """One table style, and the paragraphs in its cells."""
        look = self.look
        for name in ("Table Text", "Table Heading", "Table Signature"):
            style = self.paragraph(name, "Normal" if name == "Table Text" else "Table Text", builtin=False)
            self.space(style, 2, 2, min(look.line, 1.3))
        heading = self.file.styles["Table Heading"]
        heading.font.bold = True
        heading.paragraph_format.keep_with_next = True
        signature = self.file.styles["Table Signature"]
        self.space(signature, look.size * 0.8, look.size * 0.4)
        gap = self.paragraph("Table Gap", builtin=False)
        self.space(gap, 0, 0, 1.0)
        for name, builtin in (("Caption", True), ("Form Title", False)):
            title = self.paragraph(name, "Body Text", after="Body Text", builtin=builtin)
            title.font.size = Pt(look.size + 1)
            self.colour(title, look.heading_colour)
            self.space(title, look.space * 3, look.space)
            self.border(title, "bottom", 4, 2)
            title.paragraph_format.keep_with_next = True
        self.file.styles.element.append(parse_xml(_TABLE_NORMAL))
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="{look.border}" w:space="0" w:color="{look.rule_colour}"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        self.file.styles.element.append(parse_xml(_TABLE.format(nsdecls("w"), lines, look.head_colour, look.head_fill)))

    def furniture(self) -> None:
        """Page header and footer, the list of contents, comments."""
        look = self.look
        header = self.paragraph("Header")
        self.border(header, "bottom", 4, 4)
        self.space(header, 0, 10)
        footer = self.paragraph("Footer")
        for style in (header, footer):
            style.font.size = Pt(min(look.size, 14))
            style.paragraph_format.line_spacing = 1.0
            self.colour(style, look.quiet_colour)
        contents = self.paragraph("TOC Heading", "Body Text", after="Body Text")
        contents.font.bold = True
        contents.font.size = Pt(look.headings[1])
        self.colour(contents, look.heading_colour)
        contents.paragraph_format.keep_with_next = True
        for level in (1, 2, 3):
            style = self.paragraph(f"toc {level}", "Body Text")
            self.space(style, 0, look.space / 2)
            self.indent(style, LIST_STEP * (level - 1))
        comment = self.paragraph("annotation text")
        comment.font.size = Pt(12)
        self.space(comment, 0, 4, 1.15)

    def characters(self) -> None:
        """Styles for words inside a paragraph."""
        styles = self.file.styles
        default = styles.add_style("Default Paragraph Font", WD_STYLE_TYPE.CHARACTER, builtin=True)
        default.element.set(qn("w:default"), "1")
        default.hidden = True
        added = {
            name: styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=builtin)
            for name, builtin in (
                ("Strong", True),
                ("Emphasis", True),
                ("Hyperlink", True),
                ("Placeholder Text", True),
                ("annotation reference", True),
                ("Verbatim Char", False),
                ("Checkbox", False),
            )
        }
        for name, style in added.items():
            style.base_style = default
            style.quick_style = True
            self.ids[name.lower()] = style.style_id
        added["Strong"].font.bold = True
        added["Emphasis"].font.italic = True
        added["Hyperlink"].font.underline = True
        self.colour(added["Hyperlink"], self.look.link_colour)
        self.colour(added["Placeholder Text"], self.look.quiet_colour)
        added["annotation reference"].font.size = Pt(12)
        added["Verbatim Char"].font.name = "Courier New"
        added["Checkbox"].font.name = "Segoe UI Symbol"
        fonts = added["Checkbox"].element.rPr.rFonts
        for script in ("w:cs", "w:eastAsia"):
            fonts.set(qn(script), "Segoe UI Symbol")
        styles.element.append(parse_xml(_NO_LIST))

    def specimen(self) -> None:
        """A paragraph in each style, so that opening the file shows the house style."""
        self.file.core_properties.title = "House style"
        numbers = numbering.part(
            numbering.clause_definition(self.look.em, self.ids), numbering.instance(numbering.CLAUSES, 0)
        )
        skeleton.add_numbering(self.file, numbers)
        for style in self.file.styles:
            if style.type == WD_STYLE_TYPE.PARAGRAPH and style.name not in ("Normal", "Table Gap", "Horizontal Line"):
                self.file.add_paragraph(f"{style.name}: we meet every second Tuesday, and all are welcome.", style)


_TABLE_NORMAL = (
    f'<w:style {nsdecls("w")} w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_TABLE = (
    '<w:style {} w:type="table" w:customStyle="1" w:styleId="HouseTable"><w:name w:val="House Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar>'
    '<w:top w:w="40" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr>'
    '<w:b/><w:color w:val="{}"/></w:rPr><w:tblPr/><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="{}"/></w:tcPr></w:tblStylePr></w:style>'
)
_NO_LIST = (
    f'<w:style {nsdecls("w")} w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)


def _sort(element: Any) -> None:
    """Put the children of `element` into the order of the schema."""
    order = xml.ORDER[f"w:{element.tag.split('}')[1]}"]
    children = sorted(element, key=lambda child: order.index(f"w:{child.tag.split('}')[1]}"))
    for child in children:
        element.remove(child)
    element.extend(children)


def make_all() -> dict[str, bytes]:
    """Return the files by name, such as `standard.docx`."""
    return {f"{name}.docx": Maker(look).make() for name, look in LOOKS.items()}


def main(folder: Path) -> None:
    """Write all the files into `folder`."""
    for name, content in make_all().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
