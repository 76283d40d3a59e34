"""The bank holidays of a nation, so that meetings step round them."""

from __future__ import annotations

import datetime
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

from groupkit.frozen import Frozen
from groupkit.store import recall, release

_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}


class BankHolidays(Frozen):
    """The bank holidays of one nation of the UK, substitute days too: `day in BankHolidays("scotland")`.

    Years ahead follow the rules known today; a day that is proclaimed once, such as a coronation, comes with a later
    version of the `holidays` package. Nothing is loaded before the first question.
    """

    nation: str

    def __contains__(self, day: object) -> bool:
        """Tell whether a date is a bank holiday."""
        return isinstance(day, datetime.date) and day in _in_year(self.nation, day.year)


@cache
def _in_year(nation: str, year: int) -> frozenset[datetime.date]:
    """All bank holidays of a year; dates on a weekend are in it beside the days that stand in for them."""

    def work_out() -> frozenset[datetime.date]:
        return frozenset(_united_kingdom()(subdiv=_SUBDIVISIONS[nation], years=year))

    installed = release("holidays", "holidays")
    return recall("bank holidays", f"{nation} {year} {installed}", work_out) if installed else work_out()


@cache
def _united_kingdom() -> Any:
    """Give the class of the UK's holidays.

    Its module is loaded by itself, since importing it the usual way imports those of 250 other countries first,
    which takes longer than the rest of a build's imports together.
    """
    package = import_module("holidays")
    folders = [f"{folder}/countries" for folder in package.__path__]
    spec = PathFinder.find_spec("holidays.countries.united_kingdom", folders)
    if spec is None or spec.loader is None:  # the package has been rearranged: the slower way
        return import_module("holidays.countries").UnitedKingdom
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.UnitedKingdom
