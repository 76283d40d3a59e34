"""Meetings: dates from a pattern in words, the dates of a group's first year, agendas with clock times.

>>> from datetime import date
>>> from groupkit.meetings import dates
>>> dates("second Tuesday of the month", date(2027, 1, 5), count=2)
[datetime.date(2027, 1, 12), datetime.date(2027, 2, 9)]
"""

from __future__ import annotations

from groupkit.meetings.agenda import agenda
from groupkit.meetings.bank_holidays import BankHolidays
from groupkit.meetings.pattern import MonthlyDay, MonthlyWeekday, Pattern, Weekly, dates, parse_pattern
from groupkit.meetings.timetable import Row, Slot, timetable
from groupkit.meetings.year import MeetingDates, calendar, first_meeting, first_year, send_by

__all__ = [
    "BankHolidays",
    "MeetingDates",
    "MonthlyDay",
    "MonthlyWeekday",
    "Pattern",
    "Row",
    "Slot",
    "Weekly",
    "agenda",
    "calendar",
    "dates",
    "first_meeting",
    "first_year",
    "parse_pattern",
    "send_by",
    "timetable",
]
