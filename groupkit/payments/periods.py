"""Weeks, and the monthly assessment periods of Universal Credit."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def week_of(day: date, first: int = 0) -> tuple[date, date]:
    """The first and last day of the week that holds a day; `first` is the day it begins on, 0 for Monday."""
    start = day - timedelta(days=(day.weekday() - first) % 7)
    return start, start + timedelta(days=6)


def month_of(day: date, start_day: int = 1) -> tuple[date, date]:
    """The first and last day of the assessment period that holds a day.

    `start_day` is the day of the month on which the first period began, 1 to 31. With 1 it is the calendar month.
    Source: Universal Credit Regulations 2013, regulation 21(2); in Northern Ireland regulation 22(3).
    """
    start = begin(day.year, day.month, start_day)
    if start > day:
        start = begin(*_month_before(day.year, day.month), start_day)
    following = begin(*_month_after(start.year, start.month), start_day)
    return start, following - timedelta(days=1)


def begin(year: int, month: int, start_day: int) -> date:
    """The day of a month on which an assessment period begins.

    The 31st stands for the last day of each month. The 29th and 30th stay, but in February it is the 27th, in a leap
    year the 28th.
    """
    last = calendar.monthrange(year, month)[1]
    if start_day == 31:
        return date(year, month, last)
    if start_day >= 29 and month == 2:
        return date(year, 2, last - 1)
    return date(year, month, start_day)


def _month_after(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _month_before(year: int, month: int) -> tuple[int, int]:
    return (year - 1, 12) if month == 1 else (year, month - 1)
