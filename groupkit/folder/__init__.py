"""A pack on the disk: written in one piece, rebuilt without losing what people changed."""

from __future__ import annotations

from groupkit.folder.disk import explained, put_file
from groupkit.folder.manifest import Manifest, read_manifest
from groupkit.folder.names import ANSWERS, CONTROL, safe_name
from groupkit.folder.pack import answers_text, draft_text, read_text, save_pack
from groupkit.folder.report import Kept, SaveReport
from groupkit.folder.save import recover, save, state

__all__ = [
    "ANSWERS",
    "CONTROL",
    "Kept",
    "Manifest",
    "SaveReport",
    "answers_text",
    "draft_text",
    "explained",
    "put_file",
    "read_manifest",
    "read_text",
    "recover",
    "safe_name",
    "save",
    "save_pack",
    "state",
]
