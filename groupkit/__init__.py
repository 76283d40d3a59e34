"""groupkit: answers in, a ready-made pack out.

What you may use is what this module lists; everything else may change without notice.

    from datetime import date
    from groupkit import Group, build

    pack = build(Group.load("group.toml"), date=date(2027, 1, 5))
    for document in pack:
        print(document.name, len(document.docx))
    pack.save("our-pack")

Errors are subclasses of `GroupkitError`; each has `.lines()`, one sentence a problem.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from groupkit.convert import markdown_to_docx as markdown_to_docx
    from groupkit.errors import (
        AnswersError as AnswersError,
        FactError as FactError,
        FolderError as FolderError,
        GroupkitError as GroupkitError,
        MarkdownError as MarkdownError,
        StyleFileError as StyleFileError,
        TemplateError as TemplateError,
        UsageError as UsageError,
    )
    from groupkit.group import Group as Group
    from groupkit.pack import Pack as Pack, PackDocument as PackDocument, build as build

__version__ = "0.1.0"

_HOMES = {
    "Group": "groupkit.group",
    "build": "groupkit.pack",
    "Pack": "groupkit.pack",
    "PackDocument": "groupkit.pack",
    "markdown_to_docx": "groupkit.convert",
    "GroupkitError": "groupkit.errors",
    "AnswersError": "groupkit.errors",
    "UsageError": "groupkit.errors",
    "TemplateError": "groupkit.errors",
    "MarkdownError": "groupkit.errors",
    "StyleFileError": "groupkit.errors",
    "FactError": "groupkit.errors",
    "FolderError": "groupkit.errors",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that `groupkit --help` need not load the writers."""
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'groupkit' has no attribute {name!r}") from None
    return getattr(import_module(home), name)
