"""Opening somebody's Word file: its parts, in bounded time and memory, whatever the file holds.

Parts are found as Word finds them, by their relationships: programs are free in how they name them (Word on the web
writes `word/document2.xml`). They are handed out under their usual names.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

MAIN: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
THEME: Final = "word/theme/theme1.xml"
FONTS: Final = "word/fontTable.xml"
DEEPEST: Final = 300
"""How deep elements may stand inside one another; Word writes some dozens."""

_TOGETHER: Final = 150_000_000  # bytes of all parts that are read
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL: Final = {"styles": STYLES, "theme": THEME, "fontTable": FONTS}
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_SAVE_ANEW: Final = "Open it in Word and save it again as a Word document (.docx)."


class UnreadableError(Exception):
    """Says why a file cannot be read: `str(error)` goes on from "this file", `hint` says what to do."""

    def __init__(self, reason: str, hint: str = _SAVE_ANEW) -> None:
        super().__init__(reason)
        self.hint = hint


def parts(path: Path, wanted: Callable[[str], bool], largest: int) -> dict[str, bytes]:
    """Give the parts whose usual names are `wanted`; none may have more than `largest` bytes.

    Raises UnreadableError, with the reason.
    """
    try:
        with path.open("rb") as file:
            start = file.read(8)
        if not start:
            raise UnreadableError("is empty", "Check that it is the right file.")
        if start.startswith(b"\xd0\xcf\x11\xe0"):
            raise UnreadableError(
                "is protected by a password, or is an old .doc file", "Save it in Word as .docx, without a password."
            )
        with zipfile.ZipFile(path) as package:
            return _Package(package, largest).parts(wanted)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError):
        raise UnreadableError("is not a Word file (.docx), or it is damaged") from None
    except OSError as error:
        raise UnreadableError(f"cannot be read ({error.strerror})", "Close it in other programs.") from None


def tree(content: bytes) -> ElementTree.Element:
    """Give the tree of a part. Raises UnreadableError when it is damaged, or made to use up the computer."""
    try:
        return ElementTree.fromstring(content, ElementTree.XMLParser(target=_Shallow()))
    except (ElementTree.ParseError, ValueError, LookupError):  # the last: an encoding that nobody knows
        raise UnreadableError("is damaged") from None


class _Shallow(ElementTree.TreeBuilder):
    """Builds a tree, unless it is too deep to walk, or has entities, which could unfold to gigabytes."""

    depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> ElementTree.Element:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnreadableError("is nested too deep to be read")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ElementTree.Element:
        self.depth -= 1
        return super().end(tag)

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise UnreadableError("holds a document type, which Word files never do")


class _Package:
    """A zip file that is being read."""

    def __init__(self, package: zipfile.ZipFile, largest: int) -> None:
        self.package = package
        self.largest = largest
        self.left = _TOGETHER
        self.entries = {posixpath.normpath(each.filename).lstrip("/"): each for each in package.infolist()}

    def parts(self, wanted: Callable[[str], bool]) -> dict[str, bytes]:
        """Give the parts that are `wanted`, by their usual names."""
        usual = self._usual_names()
        return {
            name: self._read(entry)
            for own, entry in self.entries.items()
            if (name := usual.get(own, own)) and wanted(name)
        }

    def _usual_names(self) -> dict[str, str]:
        """Give the usual names of parts that are called something else; "" for what goes by the name of another."""
        main = next((target for kind, target in self._targets("") if kind == "officeDocument"), MAIN)
        found = {target: _USUAL[kind] for kind, target in self._targets(main) if kind in _USUAL} | {main: MAIN}
        return dict.fromkeys(found.values(), "") | found

    def _targets(self, part: str) -> list[tuple[str, str]]:
        """Give kind and name of what a part (the package itself: "") leads to."""
        folder, name = posixpath.split(part)
        entry = self.entries.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if entry is None:
            return []
        content = self._read(entry)
        return [
            (
                (each.get("Type") or "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, each.get("Target") or "")).lstrip("/"),
            )
            for each in tree(content).iter(_RELATION)
            if each.get("TargetMode") != "External"
        ]

    def _read(self, entry: zipfile.ZipInfo) -> bytes:
        # The size that an entry claims may be a lie, so no more is unpacked than may be.
        most = min(self.largest, self.left)
        if entry.file_size > most:
            raise UnreadableError(f"is too large to be looked at (its part {entry.filename})")
        with self.package.open(entry) as file:
            content = file.read(most + 1)
        if len(content) > most:
            raise UnreadableError(f"is too large to be looked at (its part {entry.filename})")
        if _STRICT in content[:4000]:
            raise UnreadableError("is saved as Strict Open XML", "Save it in Word as Word Document (.docx).")
        self.left -= len(content)
        return content
