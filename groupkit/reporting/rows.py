"""Reading a CSV file as people's spreadsheets write it, with the line of each row for messages."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from groupkit.errors import AnswersError
from groupkit.group.kinds import Day

MOST = 10_000
"""The most rows in one file."""
_MARKS = ",;\t|"
_UK = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2}|[A-Za-z]{3,9})[-/. ]([0-9]{4}|[0-9]{2})")
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")


@frozen
class Row:
    """One row: where it stands (`impact.csv:4`), and its cells by column, without line breaks and outer spaces."""

    where: str
    cells: dict[str, str]


def decoded(data: bytes, where: str) -> tuple[str, bool]:
    """The text of a file, and whether it had to be read as Windows-1252, as Excel saves a plain "CSV".

    Raises:
        AnswersError: it is no text at all.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in data:
        raise AnswersError(["this is not a CSV file. Save it again as CSV."], where)
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AnswersError(["this is not UTF-8 text. Save it again as CSV UTF-8."], f"{where}:{line}") from None


def read_rows(text: str, columns: Sequence[str], where: str) -> tuple[list[Row], list[str]]:
    """The rows that have something in them, and what is wrong with the file or with rows as such.

    Commas, semicolons, tabs or bars may stand between cells. Columns may be in any order; columns of other names
    are for whoever added them. Cells that are missing at the end of a row are empty.
    """
    lines = text.removeprefix("\ufeff")
    skipped = 0
    if re.match(r"sep=.[\r\n]", lines, re.IGNORECASE):  # Excel's own way to name the mark
        lines = re.sub(r"^[^\r\n]*(\r\n|\r|\n)", "", lines, count=1)
        skipped = 1
    mark = _mark(lines, columns)
    rows: list[Row] = []
    problems: list[str] = []
    heading: list[str] = []
    try:
        for line, cells in _records(lines, mark):
            place = f"{where}:{line + skipped}"
            if not any(cells):
                continue
            if not heading:
                heading = [_name(cell) for cell in cells]
                if wrong := _heading_problem(heading, columns):
                    return [], [f"{place}: {wrong}"]
            elif any(cells[len(heading) :]):
                problems.append(
                    f"{place}: this row has {len(cells)} cells, and the heading has {len(heading)}. "
                    f'Put "quotation marks" around a text with a {_CALLED[mark]} in it.'
                )
            else:
                row = dict.fromkeys(columns, "") | dict(zip(heading, cells, strict=False))
                rows.append(Row(place, {name: row[name] for name in columns}))
    except csv.Error as error:
        problems.append(f"{where}:{_failed_at(lines, mark) + skipped}: this row cannot be read ({error}).")
    if not heading and not problems:
        problems.append(f"{where}: the file is empty. Its first line is {','.join(columns)}")
    if len(rows) > MOST:
        return [], [f"{where}: there are {len(rows)} rows. {MOST} are the most."]
    return rows, problems


def read_date(text: str) -> date:
    """A date as people and spreadsheets write it: 2027-03-09, 9/3/2027, 09-03-27, 9 Mar 2027; the day comes first.

    Raises:
        UnreadableError: it is none of these.
    """
    plain = _MIDNIGHT.sub("", text.strip())
    if match := _UK.fullmatch(plain):
        day, month, year = match.groups()
        between = "/" if month.isdigit() else " "
        try:
            return Day().read(between.join((day, month, year if len(year) == 4 else f"20{year}")))
        except ValueError:
            raise Day().refuse(text) from None
    return Day().read(plain)


_CALLED = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def _mark(text: str, columns: Sequence[str]) -> str:
    """What stands between cells: the mark that finds the most columns in the first line."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_MARKS, key=lambda mark: len({_name(cell) for cell in first.split(mark)} & set(columns)))


def _name(cell: str) -> str:
    return re.sub(r"[\s_-]+", "_", cell.strip().strip('"').strip().lower())


def _heading_problem(heading: Sequence[str], columns: Sequence[str]) -> str:
    if lacking := [name for name in columns if name not in heading]:
        which = f"the column{'s' if len(lacking) > 1 else ''} {', '.join(lacking)}"
        return f"{which} cannot be found in the first line. It should be {','.join(columns)}"
    if twice := [name for name in columns if heading.count(name) > 1]:
        return f"the column {twice[0]} is there twice."
    return ""


def _records(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line on which it starts, and its cells with every run of space as one space."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    start = 1
    for cells in reader:
        yield start, [" ".join(cell.split()) for cell in cells]
        start = reader.line_num + 1


def _failed_at(text: str, mark: str) -> int:
    """The line on which the record starts that cannot be read."""
    line = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error:
        pass
    return line
