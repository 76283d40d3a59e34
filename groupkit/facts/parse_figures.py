"""Making series of figures from figures.toml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from groupkit.errors import FactError
from groupkit.facts.figures import Period, Series
from groupkit.facts.model import NATIONS, Source
from groupkit.facts.read import Entry


def parse_series(entry: Entry, sources: Mapping[str, Source], checked: date, review: date) -> Series:
    """Make a series from its entry in figures.toml.

    Raises:
        FactError: for a malformed date, an unknown source or nation, or periods that overlap.
    """
    parsed = sorted((_parse_period(part, sources, checked) for part in entry.entries("period")), key=lambda p: p.start)
    series = Series(
        id=entry.text("id"),
        name=entry.text("name"),
        unit=entry.text("unit", ""),
        period=entry.text("per", ""),
        nations=entry.nations(),
        look_up=entry.text("look_up"),
        checked=checked,
        review=review,
        periods=tuple(parsed),
        look_up_in={key: entry.text(f"look_up_{key}") for key in _nations_named(entry)},
    )
    entry.done()
    live = [period for period in parsed if not period.superseded]
    for earlier, later in pairwise(live):
        if earlier.end is None or earlier.end >= later.start:
            raise FactError(f"{entry.where}: the periods from {earlier.start} and from {later.start} overlap.")
    return series


def _nations_named(entry: Entry) -> list[str]:
    return [nation for nation in NATIONS if entry.has(f"look_up_{nation}")]


def _parse_period(entry: Entry, sources: Mapping[str, Source], checked: date) -> Period:
    start_known = not entry.says("start", "unknown")
    start = entry.day("start") if start_known else checked
    end = entry.day("end") if entry.has("end") else None
    if end and end < start:
        raise entry.wrong("end", f"is {end}, before the start, {start}.")
    source = entry.text("source")
    if source not in sources:
        raise entry.wrong("source", f'is "{source}", which sources.toml does not hold.')
    period = Period(
        value=entry.amount("value"),
        start=start,
        end=end,
        start_known=start_known,
        superseded=entry.flag("superseded", False),
        source=sources[source],
        confidence=entry.confidence(),
        note=entry.text("note", ""),
    )
    entry.done()
    return period
