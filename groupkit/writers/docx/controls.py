"""Blanks as content controls: places to type, to choose from a list, to pick a date or to tick.

The words a reader sees are those every format shows (`groupkit.document.text`). In Word the control's title says what
goes there, also to people who hear the document; its tag lets programs find it again.
"""

from __future__ import annotations

import re
from typing import Final

from groupkit.document.blocks import Blank
from groupkit.document.text import blank_text
from groupkit.writers.docx import xml
from groupkit.writers.docx.fragment import Draft

MAX_TITLE: Final = 64  # Word cuts the title and the tag of a control after this many characters
BOX: Final = "☐"
TICKED_BOX: Final = "☒"
_FONT: Final = "Segoe UI Symbol"
_DATE: Final = (
    '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/><w:storeMappedDataAs w:val="dateTime"/>'
    '<w:calendar w:val="gregorian"/></w:date>'
)
_NOT_IN_TAGS = re.compile(r"[^a-z0-9]+")


def blank(field: Blank, draft: Draft) -> str:
    """A blank in running text: `________ (date)`, or a box to tick with its label behind it."""
    if field.kind == "tick":
        return f"{tick_box(field.label, draft)}<w:r>{_text(f' {field.label}')}</w:r>"
    return control(field, blank_text(field), draft)


def control(field: Blank, shown: str, draft: Draft) -> str:
    """A content control of the kind that `field` asks for, with `shown` standing in it until somebody fills it in."""
    style = f'<w:rPr><w:rStyle w:val="{draft.house.id("Placeholder Text")}"/></w:rPr>'
    return _wrapped(field.label, {**_kind(field), "w:showingPlcHdr": ""}, style, shown, draft)


def tick_box(label: str, draft: Draft, *, ticked: bool = False) -> str:
    """A box to tick, called `label`."""
    state = (
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2612" w14:font="{_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{_FONT}"/></w14:checkbox>'
    )
    style = f'<w:rPr><w:rStyle w:val="{draft.house.id("Checkbox")}"/></w:rPr>'
    return _wrapped(label, {"w14:checkbox": state}, style, TICKED_BOX if ticked else BOX, draft)


def signature(label: str, line: str, draft: Draft) -> str:
    """A place to write in a cell, shown as `line`; `label` names the row and the column."""
    return control(Blank(label), line, draft)


def tag(label: str) -> str:
    """The tag of a control: its label in small letters and hyphens."""
    return _NOT_IN_TAGS.sub("-", label.lower()).strip("-")[:MAX_TITLE].strip("-") or "blank"


def _wrapped(label: str, kind: dict[str, str], style: str, shown: str, draft: Draft) -> str:
    title = " ".join(label.split())[:MAX_TITLE] or "Blank"
    properties = xml.ordered(
        "w:sdtPr",
        {
            "w:alias": f'w:val="{xml.attribute(title)}"',
            "w:tag": f'w:val="{tag(label)}"',
            "w:id": f'w:val="{draft.new_id()}"',
            **kind,
        },
    )
    return f"<w:sdt>{properties}<w:sdtContent><w:r>{style}{_text(shown)}</w:r></w:sdtContent></w:sdt>"


def _text(words: str) -> str:
    return xml.run_text(words)


def _kind(field: Blank) -> dict[str, str]:
    if field.kind == "date":
        return {"w:date": _DATE}
    if field.kind == "choice":
        return _choice(field)
    return {"w:text": 'w:multiLine="1"' if field.kind == "long" else ""}


def _choice(field: Blank) -> dict[str, str]:
    options = "".join(
        f'<w:listItem w:displayText="{xml.attribute(option)}" w:value="{xml.attribute(option)}"/>'
        for option in dict.fromkeys(field.choices)
    )
    return {"w:dropDownList": f"<w:dropDownList>{options}</w:dropDownList>"}
