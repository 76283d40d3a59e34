"""The zip file around a Word document, put together from parts that may already be compressed.

Most parts of a document (styles, settings, footer) are the same in every document of a process. The standard
library compresses them anew each time; here an `Entry` keeps its compressed bytes and checksum, so that packing
is joining. The result is a plain zip file: fixed dates, entries sorted by name, nothing that a reader must guess.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from groupkit.frozen import Frozen

_DATE = (1 << 5) | 1  # 1 January 1980, the zip format's first day
_VERSION = 20
_DEFLATED = 8
_STORED = 0
_WORTH_COMPRESSING = 400  # below this many bytes, setting up the compressor costs more than it saves
_LEVEL = 6


class Entry(Frozen):
    """One part, ready to be written: its name in the zip file, local header with data, and directory record."""

    name: str
    local: bytes
    record: bytes


def entry(name: str, content: str | bytes, *, compress: bool = True) -> Entry:
    """The part `name` with `content`; pictures are passed with `compress=False`, since they are compressed already."""
    data = content.encode() if isinstance(content, str) else content
    body, method = data, _STORED
    if compress and len(data) > _WORTH_COMPRESSING:
        squeeze = _compressor(len(data))
        body, method = squeeze.compress(data) + squeeze.flush(), _DEFLATED
    raw = name.encode("ascii")
    common = struct.pack(
        "<HHHHHIIIHH", _VERSION, 0, method, 0, _DATE, zlib.crc32(data), len(body), len(data), len(raw), 0
    )
    local = b"".join((b"PK\x03\x04", common, raw, body))
    return Entry(name, local, b"".join((b"PK\x01\x02", struct.pack("<H", _VERSION), common)))


def _compressor(size: int) -> zlib._Compress:
    """A compressor with as much memory as `size` bytes need: setting up all it can use costs more than a small part.

    The window (a power of two, 32 KB at most) holds the whole part and the 262 bytes that deflate keeps free, and the
    symbols of the part fit one block, as they would with the usual window; so the compressed bytes are the same.
    """
    window = max(9, min(15, (size + 262).bit_length()))
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, -window, max(1, min(8, size.bit_length() - 4)))


def pack(entries: Iterable[Entry]) -> bytes:
    """The zip file that holds `entries`, sorted by name so that equal parts give equal bytes.

    `[Content_Types].xml` sorts first, which is where programs that guess a file's type look for it.
    """
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for item in sorted(entries, key=lambda part: part.name):
        chunks.append(item.local)
        # comment length, disk number, internal and external attributes, offset of the local header
        directory.append(item.record + struct.pack("<HHHII", 0, 0, 0, 0, offset) + item.name.encode("ascii"))
        offset += len(item.local)
    listing = b"".join(directory)
    count = len(directory)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*chunks, listing, end))
