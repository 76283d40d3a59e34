"""`groupkit report`: the yearly report of involvement, from what a group has written down."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output, piece
from groupkit.errors import AnswersError, UsageError

if TYPE_CHECKING:
    from groupkit.folder import SaveReport
    from groupkit.group import Group
    from groupkit.papers import Paper
    from groupkit.reporting import Report

LARGEST = 5_000_000
"""More bytes than any log has."""


@click.command("report")
@options.FOLDER
@click.option("--year", type=int, required=True, metavar="YEAR", help="The calendar year to report on.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the report. Today unless told.")
def command(folder: Path, year: int, day: str | None) -> None:
    """Make the yearly report of involvement, for the AGM and for services.

    It is counted from impact.csv, presence.csv and self-assessment.csv in FOLDER, and put in FOLDER/reports/YEAR. If a
    row cannot be read, each such row is named by its line, and no report is made until they are put right.
    """
    from groupkit.reporting import paper

    on = _day(year, options.read_day(day))
    group = piece.group_of(folder)
    made, files = _counted(folder, year, on)
    saved = _save(paper(made, group, files), group, folder, year)
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


def _counted(folder: Path, year: int, on: datetime.date) -> tuple[Report, list[str]]:
    """Read the files and count them; give the names of those that are there.

    Raises:
        AnswersError: rows that cannot be read, with a line for each, from all files.
        UsageError: none of the files is there.
    """
    from groupkit.reporting import FILES, IMPACT, PRESENCE, SELF_ASSESSMENT, report
    from groupkit.reporting.logs import read_impact, read_presence, read_self_assessment

    texts = {name: text for name in FILES if (text := _text(folder / name)) is not None}
    if not texts:
        raise UsageError(
            f"{folder} holds none of {', '.join(FILES)}.",
            f"They come with the full pack: groupkit build {folder} --pack full",
        )
    for name in FILES:
        if name not in texts:
            output.note(f"{folder / name} is not there, so the report does without it.")
    problems: list[str] = []
    read: dict[str, tuple[object, ...]] = {}
    readers = {IMPACT: read_impact, PRESENCE: read_presence, SELF_ASSESSMENT: read_self_assessment}
    for name, text in texts.items():
        try:
            read[name] = readers[name](text, str(folder / name))
        except AnswersError as error:
            problems += error.problems
    if problems:
        raise AnswersError(problems)
    rows = [read.get(name, ()) for name in (IMPACT, PRESENCE, SELF_ASSESSMENT)]
    return report(*rows, year=year, on=on), list(texts)  # type: ignore[arg-type]


def _text(path: Path) -> str | None:
    """Give the text of a log; None where it is not there."""
    from groupkit.folder import explained
    from groupkit.reporting.rows import decoded

    with explained(path, "read"):
        if not path.exists():
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise AnswersError(["the file is too large to be a log. Check that it is the right one."], str(path))
    text, windows = decoded(data, str(path))
    if windows:
        output.note(f"{path} is not in UTF-8, so it was read as Windows text. Check letters such as é in the report.")
    return text


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
