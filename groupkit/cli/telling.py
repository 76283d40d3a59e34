"""Telling a person what was made."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from groupkit import looks, stale
from groupkit.cli import output

if TYPE_CHECKING:
    from groupkit.folder import SaveReport
    from groupkit.pack import Pack


def tell(pack: Pack, report: SaveReport) -> None:
    """Say what was written and what to look at first; warnings last, where they are seen."""
    output.say(f"{_counted(len(pack.documents), 'document')} in {report.folder}")
    output.table((document.name, document.title) for document in pack)
    for name in report.removed:
        output.say(f"Removed, because it no longer belongs to the pack: {name}")
    if pack.blanks:
        output.say(f"There are {_counted(len(pack.blanks), 'blank')} to fill in, each with a label.")
    start = pack.documents[0].name
    output.say(f"Open {f'{start}.docx' if 'docx' in pack.formats else f'markdown/{start}.md'} first.")
    for each in pack.left_out if pack.group.pack.add else ():
        if each.name in pack.group.pack.add:
            output.warn(f"{each.name} is not in the pack: {each.reason}")
    for line in report.lines():
        output.warn(line)
    if names := pack.missing_styles:
        output.warn(looks.missing_line(looks.house_style(pack.group), names))
    for finding in pack.findings:
        if finding.severity == "warning":
            output.warn(finding.message)
    if pack.date < datetime.date.today():  # an old date keeps old figures; whoever builds today should know
        for finding in stale.finding(datetime.date.today()):
            if finding.id not in {each.id for each in pack.findings}:
                output.warn(finding.message)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
