"""What groupkit wrote into a folder, so that it can tell later what people changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from groupkit.errors import FolderError
from groupkit.folder.disk import explain
from groupkit.folder.names import CONTROL, is_safe
from groupkit.frozen import Frozen

NAME = "manifest.json"
_NONE: Mapping[str, Any] = MappingProxyType({})


class Manifest(Frozen):
    """The record of a pack in `.groupkit/manifest.json`. Fingerprints are SHA-256 of what was generated, as hex."""

    about: Mapping[str, Any] = _NONE
    """What the pack says of itself: `version`, `date` (ISO) and `formats`."""
    files: Mapping[str, str] = _NONE
    """Each file of the pack, with its fingerprint as it was generated."""
    beside: Mapping[str, tuple[str, str]] = _NONE
    """Each new version put beside a changed file: the file it belongs to, and its fingerprint."""
    kept: Mapping[str, str] = _NONE
    """Each file that no longer belongs to the pack but was changed, or open, and so stayed."""

    @property
    def date(self) -> date | None:
        """The date of the pack, if one is recorded."""
        try:
            return date.fromisoformat(str(self.about.get("date", "")))
        except ValueError:
            return None

    def to_json(self) -> bytes:
        """Give the record as JSON: sorted, so that the same pack gives the same bytes."""
        content = dict(self.about) | {"files": dict(self.files)}
        if self.beside:
            content["beside"] = {name: {"of": of, "sha256": sha} for name, (of, sha) in self.beside.items()}
        if self.kept:
            content["kept"] = dict(self.kept)
        return (json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()

    @classmethod
    def from_json(cls, data: bytes) -> Manifest:
        """Read a record. Names are checked like those of a pack, since anyone may have written the file.

        Raises:
            ValueError, KeyError, TypeError: it is not such a record, or a name in it leads out of the folder.
        """
        content = json.loads(data)
        if not isinstance(content, dict):
            raise ValueError("not a table")
        files = _strings(content.pop("files", {}))
        kept = _strings(content.pop("kept", {}))
        beside: dict[str, tuple[str, str]] = {}
        for name, entry in dict(content.pop("beside", {})).items():
            parts = _strings(entry)
            beside[name] = (parts["of"], parts["sha256"])
        if not all(map(is_safe, [*files, *kept, *beside, *(of for of, _ in beside.values())])):
            raise ValueError("a name that leads out of the folder")
        return cls(content, files, beside, kept)


def _strings(value: object) -> dict[str, str]:
    """Insist on a table of text."""
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise ValueError("not a table of text")
    return value


def read_manifest(folder: Path) -> Manifest | None:
    """Read the record of a pack; None where there is none.

    Raises:
        FolderError: the record is there but cannot be used.
    """
    path = folder / CONTROL / NAME
    try:
        return Manifest.from_json(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise explain(error, path, "read") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "Delete it: groupkit then treats every file in the folder as yours and puts new ones beside them."
        raise FolderError(f"{path} is damaged.", hint) from error
