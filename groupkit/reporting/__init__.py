"""The yearly report of involvement: what was asked for, what was answered, what changed, and who was there.

    from datetime import date
    from groupkit import Group
    from groupkit.reporting import paper, read_impact, read_presence, report

    impact = read_impact(open("impact.csv", encoding="utf-8").read())
    made = report(impact, year=2027, on=date(2028, 1, 10))
    print(made.count("done"), paper(made, Group.load("group.toml")).markdown)

Reading and counting are pure: nothing is written, and the date is an argument.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .files import FILES, IMPACT, PRESENCE, SELF_ASSESSMENT, empty_files
    from .logs import Asked, Judged, Meeting, read_impact, read_presence, read_self_assessment
    from .page import paper
    from .yearly import Report, report

_HOMES = {
    "FILES": "files",
    "IMPACT": "files",
    "PRESENCE": "files",
    "SELF_ASSESSMENT": "files",
    "Asked": "logs",
    "Judged": "logs",
    "Meeting": "logs",
    "Report": "yearly",
    "empty_files": "files",
    "paper": "page",
    "read_impact": "logs",
    "read_presence": "logs",
    "read_self_assessment": "logs",
    "report": "yearly",
}

__all__ = [
    "FILES",
    "IMPACT",
    "PRESENCE",
    "SELF_ASSESSMENT",
    "Asked",
    "Judged",
    "Meeting",
    "Report",
    "empty_files",
    "paper",
    "read_impact",
    "read_presence",
    "read_self_assessment",
    "report",
]


def __getattr__(name: str) -> Any:
    """Load a name when it is first used: a pack needs the empty files, and not what counts them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
