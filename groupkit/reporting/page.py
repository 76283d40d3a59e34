"""The yearly report as a paper: the words come from papers/involvement-report.md, the numbers from the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from groupkit import charts, looks
from groupkit.charts import Column
from groupkit.involvement import self_assessment
from groupkit.papers import Paper
from groupkit.reporting.files import FILES
from groupkit.reporting.yearly import STATES, Report
from groupkit.words import month

if TYPE_CHECKING:
    from groupkit.group import Group

TEMPLATE = "papers/involvement-report.md"
_UNDER = {"done": "done", "agreed": "agreed", "refused": "refused", "": "no answer yet"}
_MARGIN = 30


def paper(made: Report, group: Group, files: Sequence[str] = FILES) -> Paper:
    """The paper of a report. Nothing is written; the charts are drawn when its pictures or its Word file are wanted.

    `files` names the files that it was counted from.
    """
    name = f"involvement-report-{made.year}"
    columns = _columns(made)
    pictures = {id_: f"{name}-{id_}.png" for id_ in columns}
    title = f"{group.group.name}: what changed in {made.year}"
    return Paper(
        template=TEMPLATE,
        title=title,
        date=made.on,
        context={
            "report": made,
            "title": title,
            "group": group.group,
            "pack": group.pack,
            "on": made.on,
            "files": files,
            "states": STATES,
            "assessment": self_assessment(),
            "charts": {id_: Markup(file) for id_, file in pictures.items()},
        },
        house_style=looks.house_style(group),
        owner=group.group.name,
        drawn=partial(_draw, columns, pictures),
    )


def _columns(made: Report) -> dict[str, list[Column]]:
    """What each chart shows, by its id; a chart that would show nothing is not there."""
    found: dict[str, list[Column]] = {}
    if made.asked:
        found["answers"] = [Column(Decimal(made.count(state)), _UNDER[state]) for state in STATES]
    if made.meetings and len(made.meetings) <= charts.MOST:
        found["presence"] = [
            Column(Decimal(each.members), f"{each.date.day}\n{month(each.date)[:3]}") for each in made.meetings
        ]
    return found


def _draw(columns: Mapping[str, list[Column]], pictures: Mapping[str, str]) -> dict[str, bytes]:
    return {pictures[id_]: charts.draw(each, margin=_MARGIN) for id_, each in columns.items()}
