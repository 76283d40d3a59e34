"""Pictures: PNG and JPEG from this computer, checked, with their size and alternative text.

A picture is looked at byte by byte, without a library: what it is, and how large. Only the header is read; a file
that says it is larger than any sensible picture is refused.
"""

from __future__ import annotations

import stat
import struct
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from groupkit.errors import MarkdownError, StyleFileError
from groupkit.frozen import Frozen
from groupkit.writers.docx import xml

MAX_BYTES: Final = 20_000_000
MAX_SIDE: Final = 20_000  # pixels
MAX_PIXELS: Final = 200_000_000  # unpacked, that is 800 MB: few computers open more
MAX_TOGETHER: Final = 100_000_000  # bytes of all pictures of a document
_EMU_PER_TWIP: Final = 635
_EMU_PER_INCH: Final = 914_400
_DEFAULT_DPI: Final = 96
_JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE: Final = (
    f'<a:extLst xmlns:a="{_DRAWING}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


class Picture(Frozen):
    """A picture that has been checked: its bytes, kind ("png" or "jpeg"), size in pixels and pixels per inch."""

    data: bytes
    kind: str
    width: int
    height: int
    dpi: int = _DEFAULT_DPI

    def __repr__(self) -> str:
        return f"<{self.kind} picture, {self.width} x {self.height}>"  # not all its bytes


class Logo(Frozen):
    """A picture for the page header, and the words for people who cannot see it."""

    picture: Picture
    alt: str

    @classmethod
    def load(cls, path: str | PathLike[str], alt: str) -> Logo:
        """The logo in the file at `path`.

        Raises StyleFileError when it is not there, not a PNG or JPEG, too large, or without alternative text.
        """
        if not alt.strip():
            raise StyleFileError(f"{path}: the logo has no alternative text.", "Say in a few words what it shows.")
        try:
            return cls(look(_read(Path(path))), alt.strip())
        except FileNotFoundError:
            raise StyleFileError(f"{path}: there is no such file.", "Give the path of a PNG or JPEG file.") from None
        except (OSError, ValueError) as error:
            raise StyleFileError(f"{path}: {_reason(error)}.", "Give a PNG or JPEG file of a usual size.") from None


def given(src: str, pictures: Mapping[str, bytes]) -> Picture | None:
    """The picture that goes by the name `src` among pictures in memory; None if there is none.

    Raises MarkdownError when it is not a PNG or JPEG, or is too large.
    """
    name = unquote(src)
    if name not in pictures:
        return None
    try:
        return look(pictures[name])
    except ValueError as error:
        raise MarkdownError(f"{name}: {error}.", "Use a PNG or JPEG picture of a usual size.") from None


def load(src: str, base: Path) -> Picture | None:
    """The picture that Markdown names as `src`, from the folder `base` or below; None if it is not there or remote.

    Raises MarkdownError when a file is there but is not a PNG or JPEG, or is too large.
    """
    if ":" in src.split("/")[0] or src.startswith(("//", "\\")):
        return None
    try:
        path = (base / unquote(src.partition("?")[0].partition("#")[0])).resolve()
        if not path.is_relative_to(base.resolve()) or not path.is_file():
            return None
        return look(_read(path))
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) or "null" in str(error):
            return None
        raise MarkdownError(f"{src}: {_reason(error)}.", "Use a PNG or JPEG picture of a usual size.") from None


def check_room(size: int) -> None:
    """Raise MarkdownError when the pictures of a document have more than MAX_TOGETHER bytes."""
    if size > MAX_TOGETHER:
        raise MarkdownError(
            f"the pictures have more than {MAX_TOGETHER // 1_000_000} megabytes together.", "Make them smaller."
        )


def _read(path: Path) -> bytes:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):  # a device may have no end
        raise ValueError("this is not a plain file")
    if found.st_size > MAX_BYTES:
        raise ValueError(f"the picture has more than {MAX_BYTES // 1_000_000} megabytes")
    return path.read_bytes()


def _reason(error: Exception) -> str:
    return (error.strerror or "cannot be read") if isinstance(error, OSError) else str(error)


def look(data: bytes) -> Picture:
    """What kind of picture `data` is and how large. Raises ValueError when it is neither PNG nor JPEG, or too large."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        found = _png(data)
    elif data.startswith(b"\xff\xd8\xff"):
        found = _jpeg(data)
    else:
        raise ValueError("this is not a PNG or JPEG picture")
    if found is None or not (found.width and found.height):
        raise ValueError("the picture is damaged")
    if max(found.width, found.height) > MAX_SIDE:
        raise ValueError(f"the picture is {found.width} by {found.height} pixels; {MAX_SIDE} a side is the most")
    if found.width * found.height > MAX_PIXELS:
        raise ValueError(f"the picture has more than {MAX_PIXELS // 1_000_000} million pixels")
    return found


def _png(data: bytes) -> Picture | None:
    if len(data) < 33 or data[12:16] != b"IHDR" or b"IEND" not in data:  # without its end it is cut off
        return None
    width, height = struct.unpack(">II", data[16:24])
    at = data.find(b"pHYs", 33, 4096)
    dpi = _DEFAULT_DPI
    if at > 0 and len(data) > at + 13 and data[at + 12] == 1:
        dpi = round(struct.unpack(">I", data[at + 4 : at + 8])[0] * 0.0254)
    return Picture(data, "png", width, height, _sensible(dpi))


def _jpeg(data: bytes) -> Picture | None:
    dpi = _DEFAULT_DPI
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xFF:
            at += 1
            continue
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return Picture(data, "jpeg", width, height, _sensible(dpi))
        if marker == 0xE0 and data[at + 4 : at + 9] == b"JFIF\0" and len(data) > at + 14 and data[at + 11] == 1:
            dpi = int.from_bytes(data[at + 12 : at + 14], "big")
        if length < 2:
            return None
        at += 2 + length
    return None


def _sensible(dpi: int) -> int:
    return dpi if 30 <= dpi <= 2400 else _DEFAULT_DPI


def drawing(picture: Picture, relation: str, number: int, alt: str, *, width: int, height: int) -> str:
    """The picture in a line of text, no wider and higher than `width` and `height` (twips), never enlarged.

    `relation` leads to its bytes, `number` is unique among the pictures of the part. Without `alt` it is decoration.
    """
    wide, high = (side * _EMU_PER_INCH // picture.dpi for side in (picture.width, picture.height))
    scale = min(1.0, width * _EMU_PER_TWIP / wide, height * _EMU_PER_TWIP / high)
    size = f'cx="{max(int(wide * scale), 1)}" cy="{max(int(high * scale), 1)}"'
    named = f'id="{number}" name="Picture {number}"'
    outside = f"{named} " + (f'descr="{xml.attribute(alt)}"/>' if alt else f'descr="">{_DECORATIVE}</wp:docPr>')
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {outside}'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
