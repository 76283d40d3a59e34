"""The styles of somebody else's Word file, put in order so that our documents can stand on them.

Styles are found by name and kind. What such a file may hold and ours must not: ids with any characters, ids and names
used twice, styles based on themselves or on nothing, numbers, another language, extensions of Word's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from groupkit.writers.docx import xml
from groupkit.writers.docx.house import STYLE, HouseStyle
from groupkit.writers.docx.numbering import CLAUSES

_W: Final = f"{{{xml.NAMESPACES['w']}}}"
_OUR_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]+)".*?</w:style>', re.S)
_KIND = re.compile(r'w:type="(\w+)"')
_PLAIN_ID = re.compile(r"[\w-]+")
_LINKS: Final = ("basedOn", "next", "link")
_ON: Final = ("1", "true", "on")
_DEFAULTS: Final = {
    "paragraph": "normal",
    "character": "default paragraph font",
    "table": "normal table",
    "numbering": "no list",
}
_AFTER_LANGUAGE: Final = ("eastAsianLayout", "specVanish", "oMath")


def fit(styles: ElementTree.Element, ours: HouseStyle) -> tuple[dict[str, str], list[str]]:
    """Put `styles` in order, and add those of `ours` that it lacks.

    Gives the ids of all styles by name, and the names of those that were added.
    """
    kinds = {match[2].lower(): (_KIND.search(match[0]) or ("", ""))[1] for match in STYLE.finditer(ours.styles)}
    _drop_doubles(styles, kinds)
    _rename_odd_ids(styles)
    _settle(styles)
    _speak_our_language(styles)
    ids = {_name(style): _id(style) for style in _styles(styles)}
    default = next((style for style in _styles(styles) if _kind(style) == "paragraph" and _is_default(style)), None)
    if default is not None:
        ids.setdefault("normal", _id(default))  # "Standard", where a program translates the name
    missing = [name for name in ours.ids if name not in ids]
    taken = set(ids.values())
    for name in missing:
        ids[name] = _free(ours.ids[name], taken)
    styles.extend(_adopted(missing, ours, ids))
    _mend_links(styles)
    _one_default_each(styles, ids)
    _tie_numbers(styles, ids)
    return ids, missing


def _styles(styles: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return iter(styles.findall(f"{_W}style"))


def _id(style: ElementTree.Element) -> str:
    return style.get(f"{_W}styleId") or ""


def _name(style: ElementTree.Element) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else (name.get(f"{_W}val") or "").lower()


def _kind(style: ElementTree.Element) -> str:
    return style.get(f"{_W}type") or "paragraph"


def _is_default(style: ElementTree.Element) -> bool:
    return style.get(f"{_W}default") in _ON


def _free(style_id: str, taken: set[str]) -> str:
    """An id that is not taken yet, like `style_id`; it is taken from now on."""
    while style_id in taken:
        style_id = f"Groupkit{style_id}"
    taken.add(style_id)
    return style_id


def _drop_doubles(styles: ElementTree.Element, kinds: dict[str, str]) -> None:
    """Drop styles without id or name, the second of two with the same, and those that use a name of ours otherwise."""
    seen: set[tuple[str, str]] = set()
    for style in _styles(styles):
        marks = {("id", _id(style)), ("name", _name(style))}
        wrong = kinds.get(_name(style), _kind(style)) != _kind(style)
        if wrong or not (_id(style) and _name(style)) or marks & seen:
            styles.remove(style)
        else:
            seen |= marks


def _rename_odd_ids(styles: ElementTree.Element) -> None:
    """Give plain ids to styles whose ids hold more than letters, digits, hyphens and underscores."""
    taken = {_id(style) for style in _styles(styles)}
    odd = [style_id for style_id in sorted(taken) if not _PLAIN_ID.fullmatch(style_id)]
    renamed = {style_id: _free(re.sub(r"[^\w-]", "", style_id) or "Style", taken) for style_id in odd}
    for style in _styles(styles):
        if _id(style) in renamed:
            style.set(f"{_W}styleId", renamed[_id(style)])
        for link in _linked(style):
            target = link.get(f"{_W}val") or ""
            link.set(f"{_W}val", renamed.get(target, target))


def _linked(style: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for name in _LINKS:
        yield from style.findall(f"{_W}{name}")


def _settle(styles: ElementTree.Element) -> None:
    """Make the styles stand alone: no numbering of theirs, no extensions of Word's own."""
    for parent in list(styles.iter()):
        for child in list(parent):
            if child.tag == f"{_W}numPr" or not child.tag.startswith(_W):
                parent.remove(child)
        for key in [key for key in parent.attrib if key.startswith("{") and not key.startswith(_W)]:
            del parent.attrib[key]


def _speak_our_language(styles: ElementTree.Element) -> None:
    """Name a language in the defaults only: which one it is, the document says."""
    for properties in styles.iter(f"{_W}rPr"):
        for lang in properties.findall(f"{_W}lang"):
            properties.remove(lang)
    defaults = _child(_child(_child(styles, "docDefaults"), "rPrDefault"), "rPr")
    late = [f"{_W}{name}" for name in _AFTER_LANGUAGE]
    at = next((place for place, child in enumerate(defaults) if child.tag in late), len(defaults))
    defaults.insert(at, ElementTree.Element(f"{_W}lang", {f"{_W}val": "en-GB"}))


def _child(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    found = parent.find(f"{_W}{name}")
    if found is None:
        found = ElementTree.Element(f"{_W}{name}")
        parent.insert(0, found)
    return found


def _adopted(names: list[str], ours: HouseStyle, ids: dict[str, str]) -> Iterator[ElementTree.Element]:
    """Our styles called `names`, made to fit among theirs: their links lead to their ids."""
    texts = {match[1]: match[0] for match in _OUR_STYLE.finditer(ours.styles)}
    back = {style_id: known for known, style_id in ours.ids.items()}
    opening = f'<w:style xmlns:w="{xml.NAMESPACES["w"]}" '
    for name in names:
        style = ElementTree.fromstring(texts[ours.ids[name]].replace("<w:style ", opening, 1))
        style.set(f"{_W}styleId", ids[name])
        style.attrib.pop(f"{_W}default", None)
        for link in _linked(style):
            link.set(f"{_W}val", ids[back[link.get(f"{_W}val") or ""]])
        yield style


def _mend_links(styles: ElementTree.Element) -> None:
    """Take away links to styles that are not there, and bases that lead round in a circle."""
    known = {_id(style): style for style in _styles(styles)}
    for style in known.values():
        for link in list(_linked(style)):
            if link.get(f"{_W}val") not in known:
                style.remove(link)
    for style in known.values():
        seen = {_id(style)}
        at = style
        while (base := at.find(f"{_W}basedOn")) is not None:
            target = base.get(f"{_W}val") or ""
            if target in seen:
                at.remove(base)
                break
            seen.add(target)
            at = known[target]


def _one_default_each(styles: ElementTree.Element, ids: dict[str, str]) -> None:
    """See to it that one style of each kind is the one that Word takes where nothing is named."""
    for kind, name in _DEFAULTS.items():
        some = [style for style in _styles(styles) if _kind(style) == kind]
        defaults = [style for style in some if _is_default(style)]
        for style in defaults[1:]:
            del style.attrib[f"{_W}default"]
        if not defaults:
            next(style for style in some if _id(style) == ids[name]).set(f"{_W}default", "1")


def _tie_numbers(styles: ElementTree.Element, ids: dict[str, str]) -> None:
    """Tie the clause styles to the clause numbering, and those that go on in an item to none.

    In a file of theirs they may have lost it, or never have had it.
    """
    clauses = ("clause heading", "clause 1", "clause 2", "clause 3")
    numbers = {ids[name]: (level, str(CLAUSES)) for level, name in enumerate(clauses)}
    numbers |= {found: (0, "0") for name, found in ids.items() if name.startswith("list continue")}
    for style in _styles(styles):
        level, instance = numbers.get(_id(style), (0, ""))
        if not instance:
            continue
        properties = style.find(f"{_W}pPr")
        if properties is None:
            properties = ElementTree.Element(f"{_W}pPr")
            before = [child.tag for child in style]
            late = [f"{_W}{tag}" for tag in ("rPr", "tblPr", "tblStylePr")]
            style.insert(next((at for at, tag in enumerate(before) if tag in late), len(before)), properties)
        for old in properties.findall(f"{_W}numPr"):
            properties.remove(old)
        number = ElementTree.Element(f"{_W}numPr")
        if level:
            ElementTree.SubElement(number, f"{_W}ilvl", {f"{_W}val": str(level)})
        ElementTree.SubElement(number, f"{_W}numId", {f"{_W}val": instance})
        early = {
            f"{_W}{tag}" for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
        }
        properties.insert(sum(child.tag in early for child in properties), number)
