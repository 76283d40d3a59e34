"""An organisation's own Word file as a house style: its styles are found by name, what it lacks comes from ours.

Only the looks are taken: styles, theme, fonts, paper and margins. Its text, headers, numbering and macros are not.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import Final
from xml.etree import ElementTree

from groupkit.errors import StyleFileError
from groupkit.writers.docx import xml
from groupkit.writers.docx.house import STYLE, HouseStyle, page_setup, text_height, text_width
from groupkit.writers.docx.numbering import CLAUSES
from groupkit.writers.docx.package import entry

MAX_PART: Final = 20_000_000  # bytes of one part when unpacked
_W: Final = f"{{{xml.NAMESPACES['w']}}}"
_MAIN: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_THEME: Final = "word/theme/theme1.xml"
_FONTS: Final = "word/fontTable.xml"
_OUR_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]+)".*?</w:style>', re.S)
_LINKED: Final = ("basedOn", "next", "link")
_RELATION: Final = f"{{{xml.NAMESPACES['r']}}}"


def read(path: str, ours: HouseStyle) -> HouseStyle:
    """The house style in the Word file at `path`; styles it lacks are those of `ours`, and listed in `missing`.

    Raises StyleFileError when the file is not a Word file, is protected by a password, or is too large to be one.
    """
    parts = _parts(path)
    styles = _tree(path, _STYLES, parts[_STYLES])
    ids = _names(styles)
    called = {match[2].lower(): match[2] for match in STYLE.finditer(ours.styles)}
    missing = [name for name in ours.ids if name not in ids]
    taken = {style.get(f"{_W}styleId") for style in styles.iter(f"{_W}style")}
    for name in missing:
        ids[name] = ours.ids[name] if ours.ids[name] not in taken else f"Groupkit{ours.ids[name]}"
    _settle(styles)
    for name in missing:
        styles.append(_adopted(name, ours, ids))
    _tie_numbers(styles, ids)
    body = parts[_MAIN].decode("utf-8", "replace")
    kept = [part for part in (_THEME, _FONTS) if part in parts]
    if _FONTS in parts:
        parts[_FONTS] = _without_embedded(path, parts[_FONTS]).encode()
    settings = next(part for part in ours.parts if part.name == "word/settings.xml")
    fonts = next(part for part in ours.parts if part.name == _FONTS)
    fixed = [settings, *(entry(name, parts[name]) for name in kept)]
    if _FONTS not in parts:
        fixed.append(fonts)
    return HouseStyle(
        name=path,
        ids=ids,
        styles=ElementTree.tostring(styles, encoding="unicode", xml_declaration=False),
        em=_body_size(styles, ids),
        width=text_width(body),
        page=page_setup(body),
        height=text_height(body),
        parts=tuple(fixed),
        part_names=("settings", "fontTable", *(["theme"] if _THEME in parts else [])),
        missing=tuple(called[name] for name in missing),
    )


def _parts(path: str) -> dict[str, bytes]:
    wrong = "Save it in Word as a Word document (.docx) and try again."
    try:
        with open(path, "rb") as file:  # noqa: PTH123  (the path is the caller's own text)
            start = file.read(8)
        if start.startswith(b"\xd0\xcf\x11\xe0"):
            raise StyleFileError(f"{path}: this file is protected by a password, or in the old .doc format.", wrong)
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            if _MAIN not in names or _STYLES not in names:
                raise StyleFileError(f"{path}: this is not a Word file with styles.", wrong)
            found: dict[str, bytes] = {}
            for name in (_MAIN, _STYLES, _THEME, _FONTS):
                if name in names:
                    if package.getinfo(name).file_size > MAX_PART:
                        raise StyleFileError(
                            f"{path}: {name} is too large.", "Give a file with styles and little else."
                        )
                    found[name] = package.read(name)
            return found
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
        raise StyleFileError(f"{path}: this is not a Word file (.docx), or it is damaged.", wrong) from None
    except OSError as error:
        raise StyleFileError(f"{path}: cannot be read ({error.strerror}).", "Check its permissions.") from None


def _tree(path: str, name: str, content: bytes) -> ElementTree.Element:
    # Entities could unfold to gigabytes; no Word program writes them.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise StyleFileError(f"{path}: {name} declares a document type, which Word files never do.", "Save it anew.")
    for prefix, namespace in xml.NAMESPACES.items():
        ElementTree.register_namespace(prefix, namespace)
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError:
        raise StyleFileError(f"{path}: {name} cannot be read; the file is damaged.", "Save it in Word anew.") from None


def _names(styles: ElementTree.Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        name, style_id = style.find(f"{_W}name"), style.get(f"{_W}styleId")
        if name is not None and style_id:
            found.setdefault((name.get(f"{_W}val") or "").lower(), style_id)
    return found


def _settle(styles: ElementTree.Element) -> None:
    """Make the styles stand alone: no numbering of theirs, no extensions of Word's own, our language, no numbering."""
    for key in list(styles.attrib):
        if key.startswith("{http://schemas.openxmlformats.org/markup-compatibility"):
            del styles.attrib[key]
    for parent in list(styles.iter()):
        for child in list(parent):
            if child.tag == f"{_W}numPr" or not child.tag.startswith(_W):
                parent.remove(child)
        for key in [key for key in parent.attrib if key.startswith("{") and not key.startswith(_W)]:
            del parent.attrib[key]
    defaults = _child(_child(_child(styles, "docDefaults", 0), "rPrDefault", 0), "rPr", 0)
    for lang in defaults.findall(f"{_W}lang"):
        defaults.remove(lang)
    defaults.append(ElementTree.Element(f"{_W}lang", {f"{_W}val": "en-GB"}))


def _child(parent: ElementTree.Element, name: str, position: int) -> ElementTree.Element:
    found = parent.find(f"{_W}{name}")
    if found is None:
        found = ElementTree.Element(f"{_W}{name}")
        parent.insert(position, found)
    return found


def _adopted(name: str, ours: HouseStyle, ids: dict[str, str]) -> ElementTree.Element:
    """One of our styles, made to fit among theirs: its links lead to their ids."""
    wanted = ours.ids[name]
    text = next(match[0] for match in _OUR_STYLE.finditer(ours.styles) if match[1] == wanted)
    style = ElementTree.fromstring(text.replace("<w:style ", f'<w:style xmlns:w="{xml.NAMESPACES["w"]}" ', 1))
    style.set(f"{_W}styleId", ids[name])
    style.attrib.pop(f"{_W}default", None)
    back = {style_id: known for known, style_id in ours.ids.items()}
    for link in _LINKED:
        found = style.find(f"{_W}{link}")
        if found is not None:
            found.set(f"{_W}val", ids[back[found.get(f"{_W}val") or ""]])
    return style


def _tie_numbers(styles: ElementTree.Element, ids: dict[str, str]) -> None:
    """Tie the clause styles to the clause numbering, and those that go on in an item to none.

    In a file of theirs they may have lost it, or never have had it.
    """
    clauses = ("clause heading", "clause 1", "clause 2", "clause 3")
    numbers = {ids[name]: (level, str(CLAUSES)) for level, name in enumerate(clauses)}
    numbers |= {found: (0, "0") for name, found in ids.items() if name.startswith("list continue")}
    for style in styles.iter(f"{_W}style"):
        level, instance = numbers.get(style.get(f"{_W}styleId") or "", (0, ""))
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
        early = {f"{_W}{tag}" for tag in ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}
        properties.insert(sum(child.tag in early for child in properties), number)


def _body_size(styles: ElementTree.Element, ids: dict[str, str]) -> int:
    """The size of their body text in twips: of Normal, or of the defaults; 10 points if nothing says."""
    normal = next((s for s in styles.iter(f"{_W}style") if s.get(f"{_W}styleId") == ids.get("normal")), None)
    for place in (normal, styles.find(f"{_W}docDefaults")):
        size = None if place is None else place.find(f".//{_W}sz")
        if size is not None and (size.get(f"{_W}val") or "").isdigit():
            return max(int(size.get(f"{_W}val") or "20"), 8) * 10
    return 200


def _without_embedded(path: str, content: bytes) -> str:
    """The font table without fonts that are inside the file: those parts are not taken."""
    fonts = _tree(path, _FONTS, content)
    for font in fonts:
        for child in list(font):
            if any(key.startswith(_RELATION) for key in child.attrib) or not child.tag.startswith(_W):
                font.remove(child)
    for key in [key for key in fonts.attrib if key.startswith("{")]:
        del fonts.attrib[key]
    return ElementTree.tostring(fonts, encoding="unicode")
