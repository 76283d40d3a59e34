"""Planned work, read from TOML, CSV or Python; errors name file, line and field."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import field, frozen

from groupkit.errors import AnswersError
from groupkit.group.kinds import Day, Pounds, Text, UnreadableError
from groupkit.near import close_to
from groupkit.rows import by_line, read_date, read_table, read_text

KEYS = ("date", "hours", "amount", "paid_on", "what")
NEEDED = ("date", "hours", "amount")
MOST = 500
"""The most pieces of work in one plan."""
LATEST = datetime.timedelta(days=366)
"""The longest that a payment can be on its way."""
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*activity[ \t]*\]\]", re.MULTILINE)


@frozen
class Activity:
    """One piece of planned work, or one part of its pay."""

    date: datetime.date
    """The day of the work."""
    hours: Decimal
    """Hours of work, with paid reading and preparing. Fractions count: 1.5."""
    amount: Decimal
    """What arrives for it in pounds, after any tax and National Insurance, and without expenses."""
    paid_on: datetime.date | None = None
    """The day on which the money arrives; nothing when nobody knows yet."""
    what: str = ""
    """A few words for it. Never anybody's name."""
    where: str = field(default="", eq=False)
    """Where it was read, for messages: `activities.csv:3`."""

    @property
    def paid(self) -> datetime.date:
        """The day on which the money counts: the pay day, or the day of the work while that is not known."""
        return self.paid_on or self.date


class _Hours(Pounds):
    """Hours on one day."""

    noun = "a number of hours"
    instead = "Write hours such as 2 or 1.5."

    def read(self, value: object) -> Decimal:
        """The hours, 0 to 24."""
        hours = self._amount(value)
        if hours is None or not hours.is_finite():
            raise self.refuse(value)
        if not 0 <= hours <= 24:
            raise UnreadableError(f"{value} is not between 0 and 24 hours.", self.instead)
        if hours != round(hours, 2):
            raise UnreadableError(f"{value} is too fine.", self.instead)
        return hours


class _Date(Day):
    """A date, in text also as spreadsheets write it: 9-Mar-27."""

    def read(self, value: object) -> datetime.date:
        """The date; the day comes before the month."""
        return read_date(value) if isinstance(value, str) else super().read(value)


_KINDS: Mapping[str, Any] = {
    "date": _Date(),
    "hours": _Hours(),
    "amount": Pounds(),
    "paid_on": _Date(),
    "what": Text(80),
}


def read_file(path: Path) -> tuple[Activity, ...]:
    """The activities of a file: TOML, or CSV by the ending of its name.

    Raises:
        AnswersError: with every problem in it, each with file, line and field.
    """
    if path.suffix.lower() == ".csv":
        return from_csv(read_text(path)[0], str(path))
    from groupkit.group.load import read_file as text_of

    return from_toml(text_of(path), str(path))


def from_toml(text: str, where: str = "activities.toml") -> tuple[Activity, ...]:
    """The activities of TOML text with one `[[activity]]` table each. Raises AnswersError."""
    from groupkit.group.load import parse

    data = parse(text, where)
    listed = data.pop("activity", [])
    problems = [f"{where}: {_unknown(key, ('activity',))}" for key in data]
    if not isinstance(listed, list):
        raise AnswersError([f"{where}: activity is not a list. Write [[activity]] above each piece of work."])
    lines = [text.count("\n", 0, found.end()) + 1 for found in _HEADER.finditer(text)]
    places = [f"{where}:{line}" for line in lines] if len(lines) == len(listed) else [where] * len(listed)
    return _all(
        [(f"{place}: activity {n}", item) for n, (place, item) in enumerate(zip(places, listed, strict=True), 1)],
        problems,
        where,
    )


def from_csv(text: str, where: str = "activities.csv") -> tuple[Activity, ...]:
    """The activities of CSV text: a heading of field names, then a row for each piece of work. Raises AnswersError."""
    table = read_table(text, KEYS, where, NEEDED)
    unknown = [f"{table.where}: {_unknown(name, KEYS)}" for name in table.heading if name and name not in KEYS]
    problems = [*unknown, *table.problems]
    if problems and not table.rows:
        raise AnswersError(problems)
    told = set(table.heading) - {"", *KEYS}  # of these the heading was complained about already
    rows = [(row.where, {key: cell for key, cell in row.cells.items() if key not in told}) for row in table.rows]
    return _all(rows, problems, where)


def read_all(given: Iterable[Activity | Mapping[str, Any]]) -> tuple[Activity, ...]:
    """Activities from Python, as objects or as mappings with the same names, checked like those of a file.

    Raises:
        AnswersError: with every problem, each with its place in the list and the field.
    """
    listed: list[tuple[str, Any]] = []
    for number, item in enumerate(given, 1):
        if isinstance(item, Activity):
            listed.append((item.where or f"activity {number}", {key: getattr(item, key) for key in KEYS}))
        else:
            listed.append((f"activity {number}", item))
    return _all(listed, [], "activities")


def _all(listed: list[tuple[str, Any]], problems: list[str], where: str) -> tuple[Activity, ...]:
    if not listed and not problems:
        raise AnswersError([f"{where}: there is no activity in it. Give a date, hours and an amount for each."])
    if len(listed) > MOST:
        raise AnswersError([f"{where}: there are {len(listed)} activities. One plan holds {MOST} at most."])
    made: list[Activity] = []
    for place, item in listed:
        values: dict[str, Any] = {}
        wrong = [f"{place}: {problem}" for problem in _problems(item, values)]
        if wrong:
            problems += wrong
        else:
            made.append(Activity(**values, where=place))
    if problems:
        raise AnswersError(sorted(problems, key=by_line))
    return tuple(sorted(made, key=lambda each: (each.date, each.paid)))


def _problems(item: object, values: dict[str, Any]) -> Iterator[str]:
    """Read one item into `values`; gives what is wrong with it."""
    if not isinstance(item, Mapping):
        yield "this is not an activity. Give a date, hours and an amount."
        return
    yield from (_unknown(str(key), KEYS) for key in item if key not in KEYS)
    for key in KEYS:
        value = item.get(key)
        if value is None or value == "":
            if key in NEEDED:
                yield f"{key}: this is missing. {_KINDS[key].instead}"
            continue
        try:
            values[key] = _KINDS[key].read(value)
        except UnreadableError as error:
            yield f"{key}: {error}"
    work, paid = values.get("date"), values.get("paid_on")
    if work and paid and paid < work:
        yield f"paid_on: {paid} is before the work on {work}. Write the day on which the money arrives."
    elif work and paid and paid - work > LATEST:
        yield f"paid_on: {paid} is more than a year after the work on {work}. Check both dates."


def _unknown(name: str, known: Iterable[str]) -> str:
    if name in ("name", "person", "who", "rule", "rules", "benefit", "benefits"):
        return f"{name}: take this out. A plan never holds anybody's name or benefits."
    near = close_to(name, known, 1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
    return f"{name or 'an empty name'}: there is no such field. {hint}"
