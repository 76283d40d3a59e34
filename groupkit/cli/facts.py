"""`groupkit facts`: the figures that hold, those that must be looked up, and where each was read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output
from groupkit.errors import FactError, UsageError

if TYPE_CHECKING:
    from groupkit.facts import Fact, NotInForce, Period, Register, Series


@click.command("facts")
@click.argument("what", nargs=-1, metavar="[ID] [FOLDER]")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day to look at. Today unless told.")
@click.option("--nation", metavar="NATION", help="The nation to look at. The folder's unless told.")
@click.option("--stale", is_flag=True, help="Only the figures that are past their end or their review date.")
def command(what: tuple[str, ...], day: str | None, nation: str | None, stale: bool) -> None:
    """List the figures that hold on a day in a nation; with an ID, show one with its source and all its values.

    A figure that does not hold is never shown as if it did: its line says where to look it up.
    """
    from groupkit.cli.plan import nation_of
    from groupkit.facts import NATIONS, Register

    register = Register.load()
    on = options.read_day(day) or datetime.date.today()
    series, folder = _asked(what, register)
    if nation is not None and nation not in NATIONS:
        raise UsageError(f'--nation: there is no "{nation}".', f"There are: {', '.join(NATIONS)}.")
    where = nation or nation_of(folder or Path())
    if folder is not None and where is None:
        raise UsageError(f"{folder} holds no group.toml with a nation.", "Say which: --nation wales")
    if stale and series:
        raise UsageError("--stale lists figures, and does not go with an ID.", "Leave one of them out.")
    if series:
        _one(series, on, where)
    elif stale:
        _stale(register, on, where)
    else:
        _list(register, on, where)


def _asked(what: tuple[str, ...], register: Register) -> tuple[Series | None, Path | None]:
    """Tell ids of figures and folders apart: a folder is one that is there, or has a slash."""
    series: Series | None = None
    folder: Path | None = None
    for each in what:
        if each in register.figures and series is None:
            series = register.entry(each)
        elif folder is None and (Path(each).exists() or "/" in each or "\\" in each):
            folder = Path(each)
        elif series is None:
            try:
                series = register.entry(each)
            except FactError as error:
                hint = error.hint or "groupkit facts lists them all."
                raise UsageError(f'There is no figure and no folder called "{each}".', hint) from None
        else:
            raise UsageError(f"{each}: that is one too many.", "Give one ID, one folder, or one of each.")
    return series, folder


def _list(register: Register, on: datetime.date, nation: str | None) -> None:
    from groupkit.facts import NotInForce
    from groupkit.facts.words import day_words

    found = [
        (each, _at(each, on, nation)) for each in register.figures.values() if not nation or nation in each.nations
    ]
    place = register.nation(nation).name if nation else "all four nations, unless a line says otherwise"
    output.say(f"Figures that hold on {day_words(on)} in {place}, as read in {_read(register)}:")
    for series, fact in found:
        if fact:
            _entry(series, fact, nation)
    if missing := [fact for _, fact in found if isinstance(fact, NotInForce)]:
        output.say("No figure that holds: please look these up.")
        for fact in missing:
            output.say(f"  {fact.id}: {fact.name}. {_reason(fact)} {fact.look_up}")


def _entry(series: Series, fact: Fact | NotInForce, nation: str | None) -> None:
    from groupkit.facts import Fact

    assert isinstance(fact, Fact)
    where = "" if nation or len(series.nations) == 4 else f" Only {_nations(series)}."
    output.say(f"  {fact.id}: {fact.text}. {fact.name}.{where}")
    output.say(f"      {fact.dates[:1].upper()}{fact.dates[1:]}. Source: {fact.source.line}.{_sure(fact.confidence)}")


def _stale(register: Register, on: datetime.date, nation: str | None) -> None:
    from groupkit.facts.words import day_words

    found = [each for each in register.stale(on) if not nation or nation in each.series.nations]
    if not found:
        output.say(f"No figure is past its end or its review date on {day_words(on)}.")
        return
    output.say(f"Past their end or their review date on {day_words(on)}: please look these up.")
    for fact in found:
        output.say(f"  {fact.id}: {fact.name}. {_reason(fact)} {fact.look_up}")


def _one(series: Series, on: datetime.date, nation: str | None) -> None:
    from groupkit.facts.words import day_words

    fact = _at(series, on, nation)
    output.say(f"{series.id}: {series.name}")
    output.say(f"Where it holds: {_nations(series)}.")
    if fact:
        output.say(f"On {day_words(on)}: {fact.text} ({fact.dates}).")
    else:
        output.say(f"On {day_words(on)}: no figure that holds. {_reason(fact)}")
    output.say(f"Today's figure: {series.look_up}")
    for place, address in series.look_up_in.items():
        output.say(f"In {place.replace('-', ' ').title()}: {address}")
    output.say("Values:")
    for period in series.periods:
        for line in _period(series, period):
            output.say(f"  {line}")


def _period(series: Series, period: Period) -> Iterator[str]:
    """Give the lines about one value; an unverified one is named and not shown."""
    from groupkit.facts import Fact

    fact = Fact(series, period)
    dates = "replaced before it was read, on a day that is not known" if period.superseded else fact.dates
    shown = "a value that was not checked, so it is not shown" if period.confidence == "unverified" else fact.text
    yield f"{shown}: {dates}.{_sure(period.confidence)}"
    source = period.source
    yield f"    Source: {source.line}.{f' {source.address}' if source.address else ''}"
    if period.note:
        yield f"    {period.note}"


def _at(series: Series, on: datetime.date, nation: str | None) -> Fact | NotInForce:
    return series.at(on, nation or series.nations[0])


def _reason(fact: object) -> str:
    return str(getattr(fact, "reason", ""))


def _nations(series: Series) -> str:
    from groupkit.facts import Register

    return ", ".join(Register.load().nation(each).name for each in series.nations)


def _read(register: Register) -> str:
    from groupkit.facts.words import month_words

    return month_words(register.checked)


def _sure(confidence: str) -> str:
    return " Read in someone else's report of it." if confidence == "secondary" else ""
