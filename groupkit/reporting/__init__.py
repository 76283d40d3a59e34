"""The yearly report of involvement: what was asked for, what was answered, what changed, and who was there.

    from datetime import date
    from groupkit import Group
    from groupkit.reporting import paper, read_folder, report

    logs = read_folder("our-group")
    made = report(logs.impact, logs.presence, logs.judged, year=2027, on=date(2028, 1, 10))
    print(made.count("done"), paper(made, Group.load("our-group/group.toml")).markdown)

`read_impact`, `read_presence` and `read_self_assessment` take the text of one file. Reading and counting are pure:
nothing is written, and the date is an argument.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .files import (
        FILES as FILES,
        IMPACT as IMPACT,
        PRESENCE as PRESENCE,
        SELF_ASSESSMENT as SELF_ASSESSMENT,
        empty_files as empty_files,
    )
    from .folder import Logs as Logs, read_folder as read_folder
    from .logs import (
        Asked as Asked,
        Judged as Judged,
        Meeting as Meeting,
        read_impact as read_impact,
        read_presence as read_presence,
        read_self_assessment as read_self_assessment,
    )
    from .page import paper as paper
    from .yearly import Report as Report, report as report

_HOMES = {
    "FILES": "files",
    "IMPACT": "files",
    "PRESENCE": "files",
    "SELF_ASSESSMENT": "files",
    "Asked": "logs",
    "Judged": "logs",
    "Logs": "folder",
    "Meeting": "logs",
    "Report": "yearly",
    "empty_files": "files",
    "paper": "page",
    "read_folder": "folder",
    "read_impact": "logs",
    "read_presence": "logs",
    "read_self_assessment": "logs",
    "report": "yearly",
}

__all__ = [*_HOMES]


def __getattr__(name: str) -> Any:
    """Load a name when it is first used: a pack needs the empty files, and not what counts them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
