"""Reading a CSV file as people's spreadsheets write it, with the line of each row for messages.

The logs of `groupkit report` and the planned work of `groupkit plan` are read here.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from groupkit.errors import AnswersError
from groupkit.frozen import Frozen
from groupkit.group.kinds import Day
from groupkit.group.load import read_bytes

MOST = 10_000
"""The most rows in one file."""
LARGEST = 5_000_000
"""More bytes than any such file has."""
_MARKS = ",;\t|"
_UK = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2}|[A-Za-z]{3,9})[-/. ]([0-9]{4}|[0-9]{2})")
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")


class Row(Frozen):
    """One row: where it stands (`impact.csv:4`), and its cells by column, without line breaks and outer spaces."""

    where: str
    cells: dict[str, str]
    """Those with something in them, in columns of any name; where two have one name, the last."""


class Table(Frozen):
    """What a file holds: its heading and where that stands, its rows, and what is wrong with either."""

    where: str
    heading: tuple[str, ...]
    """The names of the columns, in small letters, with _ between words."""
    rows: tuple[Row, ...]
    problems: tuple[str, ...]


def read_text(path: Path) -> tuple[str, bool]:
    """The text of a file, and whether it had to be read as Windows-1252, as `decoded` says.

    Raises:
        AnswersError: it is not there, cannot be read, is too large, or no text at all.
    """
    return decoded(read_bytes(path, LARGEST, "to hold rows like these"), str(path))


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


def read_table(text: str, columns: Sequence[str], where: str, needed: Sequence[str] = ()) -> Table:
    """The rows that have something in them, and what is wrong with the file or with rows as such.

    Commas, semicolons, tabs or bars may stand between cells. Columns may be in any order; what those of other names
    mean is for the caller to say. Cells that are missing at the end of a row are empty. All `columns` have to be there,
    unless `needed` names those that do.
    """
    lines, skipped = _without_mark_line(text.removeprefix("\ufeff"))
    mark = _mark(lines, columns)
    place = where
    heading: list[str] = []
    rows: list[Row] = []
    problems: list[str] = []
    try:
        for line, cells in _records(lines, mark):
            if not any(cells):
                continue
            if not heading:
                place, heading = f"{where}:{line + skipped}", [_name(cell) for cell in cells]
                if wrong := _heading_problem(heading, columns, needed or columns):
                    return Table(place, tuple(heading), (), (f"{place}: {wrong}",))
            elif any(cells[len(heading) :]):
                problems.append(f"{where}:{line + skipped}: {_too_long(cells, heading, mark)}")
            else:
                filled = {name: cell for name, cell in zip(heading, cells, strict=False) if cell}
                rows.append(Row(f"{where}:{line + skipped}", filled))
    except csv.Error as error:
        problems.append(f"{where}:{_failed_at(lines, mark) + skipped}: this row cannot be read ({error}).")
    if not heading and not problems:
        problems.append(f"{where}: the file is empty. Its first line is {','.join(columns)}")
    if len(rows) > MOST:
        rows, problems = [], [f"{where}: there are {len(rows)} rows. {MOST} are the most."]
    return Table(place, tuple(heading), tuple(rows), tuple(problems))


def by_line(problem: str) -> int:
    """The line that a problem is on, for sorting; 0 where it names none."""
    parts = (part for part in problem.split(": ")[0].rsplit(":", 1)[-1:] if part.isdecimal())
    return int(next(parts, "0"))


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


def _without_mark_line(text: str) -> tuple[str, int]:
    """The text without the line in which Excel names the mark (`sep=;`), and how many lines that took away."""
    if not re.match(r"sep=.[\r\n]", text, re.IGNORECASE):
        return text, 0
    return re.sub(r"^[^\r\n]*(\r\n|\r|\n)", "", text, count=1), 1


def _mark(text: str, columns: Sequence[str]) -> str:
    """What stands between cells: the mark that finds the most columns in the first line, else the most frequent."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def found(mark: str) -> tuple[int, int]:
        return len({_name(cell) for cell in first.split(mark)} & set(columns)), first.count(mark)

    return max(_MARKS, key=found)


def _name(cell: str) -> str:
    return re.sub(r"[\s_-]+", "_", cell.strip().strip('"').strip().lower())


def _heading_problem(heading: Sequence[str], columns: Sequence[str], needed: Sequence[str]) -> str:
    if lacking := [name for name in needed if name not in heading]:
        which = f"the column{'s' if len(lacking) > 1 else ''} {', '.join(lacking)}"
        return f"{which} cannot be found in the first line. It should be {','.join(columns)}"
    if twice := [name for name in columns if heading.count(name) > 1]:
        return f"the column {twice[0]} is there twice."
    return ""


def _too_long(cells: Sequence[str], heading: Sequence[str], mark: str) -> str:
    counts = f"this row has {len(cells)} cells, and the heading has {len(heading)}."
    return f'{counts} Put "quotation marks" around a text with a {_CALLED[mark]} in it.'


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
