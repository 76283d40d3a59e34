"""`groupkit report`: the yearly report of involvement, from what a group has written down."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output, piece
from groupkit.errors import UsageError

if TYPE_CHECKING:
    from groupkit.folder import SaveReport
    from groupkit.group import Group
    from groupkit.papers import Paper
    from groupkit.reporting import Logs, Report


@click.command("report")
@options.FOLDER
@click.option("--year", type=int, required=True, metavar="YEAR", help="The calendar year to report on.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the report. Today unless told.")
def command(folder: Path, year: int, day: str | None) -> None:
    """Make the yearly report of involvement, for the AGM and for services.

    It is counted from impact.csv, presence.csv and self-assessment.csv in FOLDER, and put in FOLDER/reports/YEAR. If a
    row cannot be read, each such row is named by its line, and no report is made until they are put right.
    """
    from groupkit.reporting import paper, report

    on = _day(year, options.read_day(day))
    group = piece.group_of(folder)
    logs = _read(folder)
    made = report(logs.impact, logs.presence, logs.judged, year=year, on=on)
    saved = _save(paper(made, group, logs.names), group, folder, year)
    _tell(made, saved)


def _day(year: int, given: datetime.date | None) -> datetime.date:
    """Give the day of the report: today, or the last day of a year that has not begun."""
    first, last = options.EARLIEST.year, options.LATEST.year
    if not first <= year <= last:
        raise UsageError(f"--year: {year} is too far away.", f"Write a year between {first} and {last}.")
    if given is not None:
        if given.year < year:
            raise UsageError(f"--date: {given} is before {year}.", f"Write a day in {year} or later.")
        return given
    today = datetime.date.today()
    if today.year >= year:
        return today
    output.note(f"{year} has not begun, so the report is as of its last day.")
    return datetime.date(year, 12, 31)


def _read(folder: Path) -> Logs:
    """Read the files, and say which are not there and which are in Windows letters.

    Raises:
        AnswersError: rows that cannot be read, with a line for each, from all files.
        UsageError: none of the files is there.
    """
    from groupkit.reporting import FILES, read_folder

    logs = read_folder(folder)
    if not logs.names:
        raise UsageError(
            f"{folder} holds none of {', '.join(FILES)}.",
            f"They come with the full pack: groupkit build {folder} --pack full",
        )
    for name in FILES:
        path = folder / name
        if name not in logs.names:
            output.note(f"{path} is not there, so the report does without it.")
        if name in logs.windows:
            output.note(
                f"{path} is not in UTF-8, so it was read as Windows text. Check letters such as é in the report."
            )
    return logs


def _save(made: Paper, group: Group, folder: Path, year: int) -> SaveReport:
    """Write the report beside the pack, keeping what people changed in an earlier one."""
    from groupkit import __version__
    from groupkit.folder import save

    name = f"involvement-report-{year}"
    formats = group.pack.formats
    files: dict[str, bytes] = {}
    if "docx" in formats:
        files[f"{name}.docx"] = made.docx
    if "md" in formats:
        files[f"markdown/{name}.md"] = made.markdown.encode()
        files |= {f"markdown/{picture}": data for picture, data in made.pictures.items()}
    about = {"version": __version__, "date": made.date.isoformat(), "formats": list(formats)}
    return save(files, folder / "reports" / str(year), manifest=about)


def _tell(made: Report, saved: SaveReport) -> None:
    """Say what was counted and where the report is; what is not in it last."""
    output.say(f"The report on {made.year} is in {saved.folder}")
    output.say(
        f"Asked for: {len(made.asked)}. Done: {made.count('done')}. Agreed: {made.count('agreed')}. "
        f"Refused: {made.count('refused')}. No answer yet: {made.count('')}."
    )
    output.say(f"Meetings: {len(made.meetings)}.")
    for each in made.later:
        output.note(f"{each.where} is dated {each.date}, after the day of the report, so it is not in it.")
    for row in made.undone:
        output.note(
            f"{row.where} was answered on {row.answered_on}, after the day of the report, so it still waits there."
        )
    for line in saved.lines():
        output.warn(line)
