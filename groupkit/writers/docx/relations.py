"""Relationships: how a part of a Word file leads to other parts, to pictures, and to addresses in the world."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from groupkit.writers.docx import xml

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

# What a click must never start, whatever Markdown says.
_NEVER: Final = frozenset({"javascript", "vbscript", "data", "file", "mhtml", "search-ms", "shell"})
_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|^`\\\x7f]")
_BAD_HOST = re.compile(r"[\s<>\"{}|^`\\]")


class Relations:
    """The relationships of one part; ids are handed out in order."""

    __slots__ = ("_known", "_written")

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}
        self._written: list[str] = []

    def part(self, kind: str, target: str) -> str:
        """The id of the relationship to the part `target`; `kind` is the last word of its type, or a whole type."""
        return self._add(kind if ":" in kind else _OFFICE + kind, target, "")

    def address(self, target: str) -> str:
        """The id of the relationship to an address outside the file."""
        return self._add(f"{_OFFICE}hyperlink", target, ' TargetMode="External"')

    def _add(self, kind: str, target: str, mode: str) -> str:
        found = self._known.get((kind, target))
        if found is None:
            found = self._known[kind, target] = f"rId{len(self._known) + 1}"
            self._written.append(f'<Relationship Id="{found}" Type="{kind}" Target="{xml.attribute(target)}"{mode}/>')
        return found

    def __bool__(self) -> bool:
        return bool(self._written)

    def xml(self) -> str:
        """The relationships part."""
        return f'{xml.DECLARATION}<Relationships xmlns="{_PACKAGE}">{"".join(self._written)}</Relationships>'


@lru_cache(maxsize=1024)
def safe_address(href: str) -> str:
    """`href` as Word can follow it, with what an address may not hold percent-encoded; "" if it cannot or must not."""
    address = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), href.strip())
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    # "ms-" starts programs of Windows, and a single letter is a drive.
    if scheme in _NEVER or scheme.startswith("ms-") or len(scheme) == 1 or address.startswith("//"):
        return ""
    if parts.scheme in ("http", "https") and (not host or _BAD_HOST.search(host)):
        return ""
    if scheme == "mailto" and parts.path.count("@") > 1:
        return ""
    # A colon before the first slash would make the words before it a scheme.
    return f"./{address}" if not parts.scheme and ":" in address.partition("/")[0].partition("#")[0] else address
