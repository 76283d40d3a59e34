"""An organisation's own Word file as a house style: its styles are found by name, what it lacks comes from ours.

Only the looks are taken: styles, theme, fonts, paper and margins. Its text, headers, numbering and macros are not.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from groupkit.errors import StyleFileError
from groupkit.writers.docx import foreign_styles, opened, xml
from groupkit.writers.docx.house import STYLE, HouseStyle, page_setup, text_height, text_width
from groupkit.writers.docx.opened import FONTS, MAIN, STYLES, THEME, UnreadableError
from groupkit.writers.docx.package import entry

MAX_PART: Final = 20_000_000  # bytes of one part when unpacked
_W: Final = f"{{{xml.NAMESPACES['w']}}}"
_RELATION: Final = f"{{{xml.NAMESPACES['r']}}}"
_PAGE: Final = {
    "pgSz": ("w", "h"),
    "pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter"),
}
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi|)")
_TWIPS: Final = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4}
_MOST: Final = 31_680  # twips: the largest side of a page in Word


def read(path: str, ours: HouseStyle) -> HouseStyle:
    """The house style in the Word file at `path`; styles it lacks are those of `ours`, and listed in `missing`.

    Raises StyleFileError when the file is not a Word file, is protected by a password, or is too large to be one.
    """
    try:
        return _read(path, ours)
    except UnreadableError as error:
        raise StyleFileError(f"{path}: this file {error}.", error.hint) from None


def _read(path: str, ours: HouseStyle) -> HouseStyle:
    parts = opened.parts(Path(path), {MAIN, STYLES, THEME, FONTS}.__contains__, MAX_PART)
    if MAIN not in parts or STYLES not in parts:
        raise UnreadableError("is not a Word file with styles")
    for prefix, namespace in xml.NAMESPACES.items():
        ElementTree.register_namespace(prefix, namespace)
    page = _page(parts[MAIN])
    styles = opened.tree(parts[STYLES])
    ids, missing = foreign_styles.fit(styles, ours)
    called = {match[2].lower(): match[2] for match in STYLE.finditer(ours.styles)}
    fixed = {part.name: part for part in ours.parts}
    if FONTS in parts:
        fixed[FONTS] = entry(FONTS, _without_embedded(parts[FONTS]))
    if THEME in parts and _stands_alone(parts[THEME]):
        fixed[THEME] = entry(THEME, parts[THEME])
    return HouseStyle(
        name=path,
        ids=ids,
        styles=ElementTree.tostring(styles, encoding="unicode", xml_declaration=False),
        em=_body_size(styles, ids),
        width=text_width(page),
        page=page,
        height=text_height(page),
        parts=tuple(fixed.values()),
        part_names=("settings", "fontTable", *(["theme"] if THEME in fixed else [])),
        missing=tuple(called[name] for name in missing),
    )


def _page(content: bytes) -> str:
    """Paper and margins of the last section; ours if the file says nothing that can be used."""
    found: dict[str, str] = {}
    for element in opened.tree(content).iter():
        name = element.tag.removeprefix(_W)
        if name not in _PAGE:
            continue
        lengths = {each: _twips(element.get(f"{_W}{each}", "0")) for each in _PAGE[name]}
        if None in lengths.values() or (name == "pgSz" and not all(lengths.values())):
            continue
        written = "".join(f' w:{each}="{length}"' for each, length in lengths.items())
        turned = ' w:orient="landscape"' if element.get(f"{_W}orient") == "landscape" else ""
        found[name] = f"<w:{name}{written}{turned}/>"
    return page_setup("".join(found.values()))


def _twips(length: str) -> int | None:
    """A length in twips, None if it is none that a page can have. Word writes numbers, other programs also units."""
    match = _LENGTH.fullmatch(length)
    twips = round(float(match[1]) * _TWIPS[match[2]]) if match else _MOST + 1
    return twips if abs(twips) <= _MOST else None


def _body_size(styles: ElementTree.Element, ids: dict[str, str]) -> int:
    """The size of their body text in twips: of Normal, or of the defaults; 10 points if nothing says."""
    normal = next((s for s in styles.iter(f"{_W}style") if s.get(f"{_W}styleId") == ids.get("normal")), None)
    for place in (normal, styles.find(f"{_W}docDefaults")):
        size = None if place is None else place.find(f".//{_W}sz")
        if size is not None and (size.get(f"{_W}val") or "").isdigit():
            return max(int(size.get(f"{_W}val") or "20"), 8) * 10
    return 200


def _stands_alone(theme: bytes) -> bool:
    """Tell whether a theme can be used as it is: it can be read, and needs no pictures, which are not taken."""
    try:
        elements = opened.tree(theme).iter()
    except UnreadableError:
        return False
    return not any(key.startswith(_RELATION) for each in elements for key in each.attrib)


def _without_embedded(content: bytes) -> str:
    """The font table without fonts that are inside the file: those parts are not taken."""
    fonts = opened.tree(content)
    for font in fonts:
        for child in list(font):
            if any(key.startswith(_RELATION) for key in child.attrib) or not child.tag.startswith(_W):
                font.remove(child)
    for key in [key for key in fonts.attrib if key.startswith("{")]:
        del fonts.attrib[key]
    return ElementTree.tostring(fonts, encoding="unicode")
