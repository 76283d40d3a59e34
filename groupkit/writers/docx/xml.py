"""Building XML as text: escaping, and the order in which the schema wants the children of each element.

LibreOffice forgives children in the wrong order, Word does not open the file. So every element whose children
may vary is built by `ordered`, from the sequences below (ISO/IEC 29500-1, annex A, transitional).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from groupkit.forbidden import without_forbidden

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}

ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    "w:pPr": tuple(
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers "
        "w:pBdr w:shd w:tabs w:suppressAutoHyphens w:bidi w:spacing w:ind w:contextualSpacing w:jc w:outlineLvl "
        "w:rPr".split()
    ),
    "w:rPr": tuple(
        "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:strike w:noProof w:color w:sz w:szCs w:u w:shd w:vertAlign "
        "w:rtl w:cs w:lang".split()
    ),
    "w:tblPr": tuple(
        "w:tblStyle w:bidiVisual w:tblW w:jc w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook "
        "w:tblCaption w:tblDescription".split()
    ),
    "w:sdtPr": tuple(
        "w:rPr w:alias w:tag w:id w:lock w:placeholder w:showingPlcHdr w:date w:dropDownList w:text "
        "w14:checkbox".split()
    ),
    "w:lvl": tuple("w:start w:numFmt w:lvlRestart w:pStyle w:suff w:lvlText w:lvlJc w:pPr w:rPr".split()),
    "w:style": tuple(
        "w:name w:basedOn w:next w:link w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:pPr w:rPr w:tblPr "
        "w:tblStylePr".split()
    ),
}

_IN_ATTRIBUTE = str.maketrans({'"': "&quot;", "\t": " ", "\n": " ", "\r": " "})


def escape(text: str) -> str:
    """`text` as the content of an element. Characters that XML forbids are left out."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return without_forbidden(text)


def attribute(text: str) -> str:
    """`text` as the value of an attribute between double quotes; line ends and tabs become spaces."""
    return escape(text).translate(_IN_ATTRIBUTE)


def run_text(text: str) -> str:
    """The content of a run: text, with tabs and line ends as Word has them."""
    if "\t" in text or "\n" in text:
        return _with_breaks(text)
    return text_element(escape(text))


def text_element(escaped: str) -> str:
    """Text that is escaped already; blanks at the ends, or several in a row, are kept only if Word is told to."""
    if escaped[:1] == " " or escaped[-1:] == " " or "  " in escaped:
        return f'<w:t xml:space="preserve">{escaped}</w:t>'
    return f"<w:t>{escaped}</w:t>" if escaped else ""


def _with_breaks(text: str) -> str:
    lines = text.split("\n")
    return "<w:br/>".join("<w:tab/>".join(text_element(escape(part)) for part in line.split("\t")) for line in lines)


def ordered(tag: str, children: Mapping[str, str]) -> str:
    """The element `tag` with `children` (tag to XML) in the order of the schema; "" if it has none.

    A child may be written in full, or as its attributes only ('w:val="1"'), or "" for an empty element.
    """
    if not children:
        return ""
    order = ORDER[tag]
    parts = [_child(name, children[name]) for name in sorted(children, key=order.index)]
    return f"<{tag}>{''.join(parts)}</{tag}>"


def _child(name: str, content: str) -> str:
    if content.startswith("<"):
        return content
    return f"<{name} {content}/>" if content else f"<{name}/>"


def root(tag: str, content: str, *prefixes: str) -> str:
    """A whole part: declaration and root element, with the namespaces of `prefixes` declared."""
    declared = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)
    ignorable = ' mc:Ignorable="w14"' if "w14" in prefixes else ""
    return f"{DECLARATION}<{tag}{declared}{ignorable}>{content}</{tag}>"
