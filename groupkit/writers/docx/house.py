"""House styles: what a Word file looks like, read once from a base file and shared by every document made with it.

A document says only what a paragraph is ("Clause 1", "List Bullet"); the base file says what that looks like. The
five base files of ours lie in `templates/house-style/`; an organisation's own file is read by `foreign`.
"""

from __future__ import annotations

import re
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Final

from groupkit import templates
from groupkit.errors import StyleFileError
from groupkit.near import close_to
from groupkit.store import recall
from groupkit.writers.docx import numbering, xml
from groupkit.writers.docx.fragment import Fragment
from groupkit.writers.docx.package import Entry, entry

NAMES: Final = ("standard", "clear-print", "large-print", "high-contrast", "compact")

STYLE = re.compile(r'<w:style [^>]*?w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"')
_STYLES, _BODY = "word/styles.xml", "word/document.xml"
_SAME_IN_ALL = ("word/settings.xml", "word/fontTable.xml")
_LANGUAGE = "en-GB"  # of our base files, and of every pack
_KEPT_VARIANTS = 128  # style parts kept: one a language and a set of extra styles


class HouseStyle:
    """A house style, ready to write documents in.

    `ids` maps the name of a style (lower case) to its id; `em` is the size of the body text and `width` that of the
    text column, both in twips; `page` is the page set-up as XML. `parts` are those that every document holds as they
    are. `missing` names the styles that an organisation's own file lacks, so that ours were taken. `packed` packs a
    part: one of ours may be kept for the next run, one of an organisation's own file may not.
    """

    def __init__(
        self,
        *,
        name: str,
        ids: dict[str, str],
        styles: str,
        em: int,
        width: int,
        page: str,
        height: int,
        parts: tuple[Entry, ...],
        part_names: tuple[str, ...],
        missing: tuple[str, ...] = (),
        packed: Callable[[str, str], Entry] = entry,
    ) -> None:
        self.name = name
        self.ids = ids
        self.styles = styles
        self.em = em
        self.width = width
        self.page = page
        self.height = height
        self.parts = parts
        self.part_names = part_names
        self.missing = missing
        self.taken = frozenset(ids.values())
        self.clauses = numbering.clause_definition(em, ids)
        """The clause numbering, which is the same in every document."""
        self.fragments: dict[int, tuple[bool, object, Fragment]] = {}
        self.extras: dict[str, str] = {}
        self._packed = packed
        self._entries: OrderedDict[tuple[frozenset[str], str], Entry] = OrderedDict()

    def id(self, name: str) -> str:
        """The id of the style called `name`."""
        return self.ids[name.lower()]

    def letters(self, name: str) -> dict[str, str]:
        """What the character style `name` changes, by element name."""
        style = self.styles[self.styles.index(f'w:styleId="{self.id(name)}"') :].partition("</w:style>")[0]
        properties = style.partition("<w:rPr>")[2].partition("</w:rPr>")[0]
        return {match[1]: match[2] for match in re.finditer(r"<(w:\w+) ?([^>]*?) ?/>", properties)}

    def styles_part(self, extras: frozenset[str], lang: str) -> Entry:
        """The styles part with the styles `extras` (ids of `self.extras`) added, for a document in `lang`."""
        key = (extras, lang)
        found = self._entries.get(key)
        if found is None:
            text = self.styles.replace(f'<w:lang w:val="{_LANGUAGE}"', f'<w:lang w:val="{xml.attribute(lang)}"', 1)
            added = "".join(self.extras[name] for name in sorted(extras))
            text = text.replace("</w:styles>", added + "</w:styles>")
            # A program may ask for any language: what is made then is not kept for the next run.
            pack = self._packed if lang == _LANGUAGE else entry
            found = self._entries[key] = pack(_STYLES, text)
            if len(self._entries) > _KEPT_VARIANTS:
                self._entries.popitem(last=False)
        return found


def house_style(choice: str | PathLike[str]) -> HouseStyle:
    """The house style called `choice`, or the one in the Word file at that path. Each is read once.

    Raises StyleFileError when there is no such house style or file, or the file is not a Word file of use.
    """
    name = str(choice)
    if name in NAMES:
        return _ours(name)
    path = Path(name)
    if path.is_dir():
        raise StyleFileError(f"{name} is a folder.", "Give the path of a Word file (.docx).")
    if not path.is_file():
        if path.suffix.lower() not in {".docx", ".dotx"} and not path.is_absolute():
            near = close_to(name, NAMES, 1)
            hint = f"Did you mean {near[0]}?" if near else f"Write {', '.join(NAMES)} or the path of a .docx file."
            raise StyleFileError(f'There is no house style "{name}".', hint)
        raise StyleFileError(f"{name}: there is no such file.", "Give the path of a Word file (.docx).")
    try:
        state = path.stat()
    except OSError as error:
        raise StyleFileError(f"{name}: cannot be read ({error.strerror}).", "Check its permissions.") from None
    return _theirs(name, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _theirs(path: str, _changed: int, _size: int) -> HouseStyle:
    from groupkit.writers.docx import foreign

    return foreign.read(path, _ours("standard"))


@lru_cache(maxsize=len(NAMES))
def _ours(name: str) -> HouseStyle:
    file = templates.root().joinpath("house-style", f"{name}.docx").read_bytes()
    texts = recall("parts of a base file", file, lambda: _texts(file))
    styles, body = texts[_STYLES], texts[_BODY]
    return HouseStyle(
        name=name,
        ids={match[2].lower(): match[1] for match in STYLE.finditer(styles)},
        styles=styles,
        em=_body_size(styles),
        width=text_width(body),
        page=page_setup(body),
        height=text_height(body),
        parts=tuple(_packed(part, texts[part]) for part in _SAME_IN_ALL),
        part_names=("settings", "fontTable"),
        packed=_packed,
    )


def _texts(file: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(file)) as base:
        return {part: base.read(part).decode() for part in (_STYLES, _BODY, *_SAME_IN_ALL)}


def _packed(name: str, content: str) -> Entry:
    """A part of ours, packed; from the last run if it was the same there."""
    return recall(f"part {name}", content, lambda: entry(name, content))


def _body_size(styles: str) -> int:
    """The size of Normal in twips (`w:sz` counts half points)."""
    normal = styles[styles.index('w:styleId="Normal"') :]
    size = re.search(r'<w:sz w:val="(\d+)"', normal)
    return int(size[1]) * 10 if size else 240


def page_setup(body: str) -> str:
    """Paper and margins from the last section of a document part; A4 with margins of 2 cm if it says nothing."""
    size = re.findall(r"<w:pgSz [^>]*/>", body)
    margins = re.findall(r"<w:pgMar [^>]*/>", body)
    if size and margins:
        return f"{size[-1]}{margins[-1]}"
    return (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1304" w:left="1134" '
        'w:header="680" w:footer="567" w:gutter="0"/>'
    )


def text_height(body: str) -> int:
    """The height of the text column in twips."""
    setup = page_setup(body)
    found = {name: int(value) for name, value in re.findall(r' w:(h|top|bottom)="(-?\d+)"', setup)}
    return max(found.get("h", 16838) - abs(found.get("top", 0)) - abs(found.get("bottom", 0)), 2000)


def text_width(body: str) -> int:
    """The width of the text column in twips."""
    setup = page_setup(body)
    found = {name: int(value) for name, value in re.findall(r' w:(w|left|right|gutter)="(\d+)"', setup)}
    return max(found.get("w", 11906) - found.get("left", 0) - found.get("right", 0) - found.get("gutter", 0), 2000)
