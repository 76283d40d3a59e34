"""Which style a paragraph or a word has, from what it is and where it stands.

The base file holds the styles that are common. Rare ones (code in a list in a quote, a heading on a new page) are
made when a document needs them, each based on the common one; so nothing is ever formatted directly.
"""

from __future__ import annotations

from typing import Final

from groupkit.document.blocks import Align
from groupkit.writers.docx import xml
from groupkit.writers.docx.fragment import Draft
from groupkit.writers.docx.house import HouseStyle
from groupkit.writers.docx.place import Place

DEEPEST_STYLE: Final = 5  # Word brings five levels of list styles along
# An item's further paragraphs say that they have no number: so readers can tell them from what follows the list.
_NO_NUMBER: Final = '<w:numPr><w:numId w:val="0"/></w:numPr>'
_QUOTE_LINE: Final = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="595959"/></w:pBdr>'

_BOX: Final = 1.15  # ems: a box to tick and the space behind it
_KEEPING: Final = ("heading", "clause heading", "caption", "form title", "toc heading")

STRONG: Final = 1
EMPHASIS: Final = 2
CODE: Final = 4
LINK: Final = 8
_MARKS: Final = {CODE: "Verbatim Char", LINK: "Hyperlink", STRONG: "Strong", EMPHASIS: "Emphasis"}
_MARK_FORMATS: Final = {
    STRONG: {"w:b": "", "w:bCs": ""},
    EMPHASIS: {"w:i": "", "w:iCs": ""},
}


def body(place: Place, draft: Draft) -> str:
    """The id of the style of running text in `place`."""
    if place.note:
        return draft.house.id("annotation text")
    if place.quotes:
        return indented("Quote", place, draft) if place.indent != 2 else draft.house.id("Quote")
    if place.clause:
        if place.lists:
            return indented("List Continue", place, draft)
        return draft.house.id(f"Clause Continue {min(place.clause, 3)}")
    if place.lists:
        return draft.house.id(_numbered_name("List Continue", place.lists))
    return draft.house.id("Body Text")


def item(family: str, place: Place, draft: Draft) -> str:
    """The id of the style of the first paragraph of an item; `family` is List Bullet, List Number or List Task."""
    if place.note:
        return draft.house.id("annotation text")
    name = _numbered_name(family, place.lists)
    changes: dict[str, str] = {}
    suffix = ""
    if place.quotes:
        changes["w:pBdr"] = _QUOTE_LINE
        suffix = " in quote"
    if place.loose:
        changes["w:spacing"] = f'w:before="{draft.house.em // 3}" w:after="{draft.house.em // 3}"'
        suffix += " loose"
    return derived(name, suffix, changes, draft) if changes else draft.house.id(name)


def heading(level: int, place: Place, draft: Draft) -> str:
    """The id of the style of a heading; inside a list or a quote it is indented as they are."""
    return indented(f"Heading {level}", place, draft)


def indented(family: str, place: Place, draft: Draft) -> str:
    """The id of the style `family`, indented as `place` asks, with the line of a quote beside it inside one."""
    if not place.indent:
        return draft.house.id(family)
    changes = {"w:ind": f'w:left="{place.indent * draft.house.em}"'}
    suffix = f" indent {place.indent}"
    if place.quotes and family not in ("Quote", "Horizontal Line"):
        changes["w:pBdr"] = _QUOTE_LINE
        suffix = f" quote {place.indent}"
    if place.lists:
        changes["w:numPr"] = _NO_NUMBER
        suffix += " in item"
    return derived(family, suffix, changes, draft)


def aligned(name: str, align: Align | None, draft: Draft) -> str:
    """The id of the style `name` with its text at the left, in the middle or at the right."""
    if align not in ("center", "right"):
        return draft.house.id(name)
    return derived(name, f" {align}", {"w:jc": f'w:val="{align}"'}, draft)


def after_table(name: str, draft: Draft) -> str:
    """The id of a style like `name` with space above, for text that follows a table."""
    return derived(name, " after table", {"w:spacing": f'w:before="{draft.house.em}"'}, draft)


def new_page(style_id: str, draft: Draft) -> str:
    """The id of a style like `style_id` that begins a new page."""
    return _derive(style_id, _name_of(style_id, draft.house), " new page", {"w:pageBreakBefore": ""}, {}, draft)


def keeping(style_id: str, draft: Draft) -> str:
    """The id of a style like `style_id` that keeps with the next paragraph; some do so already, such as headings."""
    name = _name_of(style_id, draft.house)
    if name.lower().startswith(_KEEPING) or name.lower().endswith(("with next", "withnext")):
        return style_id
    return _derive(style_id, name, " with next", {"w:keepNext": ""}, {}, draft)


def whole(style_id: str, draft: Draft) -> str:
    """The id of a style like `style_id` whose paragraph is never cut by the end of a page."""
    return _derive(style_id, _name_of(style_id, draft.house), " whole", {"w:keepLines": ""}, {}, draft)


def to_write_on(style_id: str, draft: Draft) -> str:
    """The id of a style like `style_id` in which a tab draws a line to the right edge, with room for handwriting."""
    stop = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{draft.house.width}"/></w:tabs>'
    changes = {"w:tabs": stop, "w:spacing": 'w:line="360" w:lineRule="auto"'}
    return _derive(style_id, _name_of(style_id, draft.house), " to write on", changes, {}, draft)


def to_tick(style_id: str, place: Place, draft: Draft) -> str:
    """The id of a style like `style_id` for a box to tick: further lines begin under the label."""
    step = round(_BOX * draft.house.em)
    indent = f'w:left="{place.indent * draft.house.em + step}" w:hanging="{step}"'
    return _derive(style_id, _name_of(style_id, draft.house), " to tick", {"w:ind": indent}, {}, draft)


def derived(name: str, suffix: str, changes: dict[str, str], draft: Draft) -> str:
    """The id of a paragraph style like `name` but for `changes`, made and noted in the draft."""
    return _derive(draft.house.id(name), name, suffix, changes, {}, draft)


def character(marks: int, draft: Draft) -> str:
    """The id of the character style for `marks` (STRONG, EMPHASIS, CODE and LINK added up).

    A run of text has one style only; what is two things at once gets a style made of both.
    """
    wanted = [mark for mark in _MARKS if marks & mark]
    first, *others = wanted
    if not others:
        return draft.house.id(_MARKS[first])
    changes: dict[str, str] = {}
    for mark in others:
        changes.update(_MARK_FORMATS.get(mark) or draft.house.letters("Hyperlink"))
    suffix = "".join(f" {_MARKS[mark]}" for mark in others)
    return _derive(draft.house.id(_MARKS[first]), _MARKS[first], suffix, {}, changes, draft)


def _derive(
    base_id: str, base_name: str, suffix: str, paragraph: dict[str, str], letters: dict[str, str], draft: Draft
) -> str:
    theirs = draft.house.ids.get((base_name + suffix).lower())
    if theirs:  # a document of ours that somebody gives as house style brings such styles along
        return theirs
    style_id = base_id + suffix.title().replace(" ", "")
    while style_id in draft.house.taken:
        style_id += "X"
    if style_id not in draft.house.extras:
        children = {
            "w:name": f'w:val="{xml.attribute(base_name + suffix)}"',
            "w:basedOn": f'w:val="{base_id}"',
            "w:uiPriority": 'w:val="98"',
        }
        if paragraph:
            children["w:pPr"] = xml.ordered("w:pPr", paragraph)
        if letters:
            children["w:rPr"] = xml.ordered("w:rPr", letters)
        kind = "paragraph" if paragraph else "character"
        opening = f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{style_id}">'
        draft.house.extras[style_id] = xml.ordered("w:style", children).replace("<w:style>", opening, 1)
    # A style made from a made style needs its base in the document too.
    if base_id in draft.house.extras:
        draft.styles.add(base_id)
    draft.styles.add(style_id)
    return style_id


def _numbered_name(family: str, level: int) -> str:
    return family if level <= 1 else f"{family} {min(level, DEEPEST_STYLE)}"


def _name_of(style_id: str, house: HouseStyle) -> str:
    return next((name for name, known in house.ids.items() if known == style_id), style_id)
