"""Answers that are times: a time of day, a date, a day of the year, a month."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from ...words import MONTHS
from .base import Kind, UnreadableError, shown
from .words import Text

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::00)?)? ?(am|pm)?")


class Clock(Kind):
    """A time of day, to the minute."""

    type = time
    noun = "a time of day"
    instead = "Write a time such as 18:30."

    def read(self, value: object) -> time:
        """The time, from `18:30`, `18.30`, `6.30pm` or a TOML time."""
        if isinstance(value, time):
            if value.second or value.microsecond or value.tzinfo:
                raise self.refuse(value)
            return value
        match = _CLOCK.fullmatch(_spelt_out(value)) if isinstance(value, str) else None
        hour = self._hour(match) if match else None
        minute = int(match[2] or 0) if match else 60
        if hour is None or minute > 59:
            raise self.refuse(value)
        return time(hour, minute)

    def _hour(self, match: re.Match[str]) -> int | None:
        hour, half = int(match[1]), match[3]
        if not half:
            return hour if hour <= 23 and match[2] else None
        return hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else None

    def text(self, value: Any) -> str:
        """As `18:30`."""
        return f"{value:%H:%M}"

    def schema(self) -> dict[str, Any]:
        """Text such as `18:30`."""
        return {"type": "string", "pattern": "[0-9]"}


class Day(Kind):
    """A date."""

    type = date
    noun = "a date"
    instead = "Write a date such as 2027-01-12."

    def read(self, value: object) -> date:
        """The date, from `2027-01-12`, `12 January 2027`, `12/1/2027` (day first) or a TOML date."""
        found = self._date(value)
        if found is None:
            raise self.refuse(value)
        if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
            raise UnreadableError(f"{shown(value)} is too far away.", self.instead)
        return found

    def _date(self, value: object) -> date | None:
        if isinstance(value, date):
            return None if isinstance(value, datetime) else value
        if not isinstance(value, str):
            return None
        text = " ".join(value.split())
        if match := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text):
            year, month, day = map(int, match.groups())
        elif match := re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})", text):
            day, month, year = map(int, match.groups())
        elif match := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)? (\w+) ([0-9]{4})", text):
            day, month, year = int(match[1]), _month_number(match[2]), int(match[3])
        else:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None

    def text(self, value: Any) -> str:
        """As `2027-01-12`."""
        return str(value.isoformat())

    def toml(self, value: Any) -> Any:
        """A TOML date."""
        return value

    def schema(self) -> dict[str, Any]:
        """Text such as `2027-01-12`."""
        return {"type": "string", "pattern": "[0-9]"}


class DaysOfMeeting(Text):
    """When a group meets, in words from which dates can be worked out; kept as typed."""

    noun = "days on which a group can meet"

    def read(self, value: object) -> str:
        """The words, without spaces at their ends."""
        from ...meetings.pattern import parse_pattern

        text = super().read(value)
        try:
            parse_pattern(text)
        except ValueError as error:
            wrong, _, instead = str(error).partition(" Write ")
            raise UnreadableError(wrong, f"Write {instead}") from None
        return text


class DayOfYear(Kind):
    """A day that comes each year, kept as `31 March`."""

    noun = "a day of the year"
    instead = "Write a day and a month, such as 31 March."

    def read(self, value: object) -> str:
        """The day and the month's full name."""
        match = re.fullmatch(
            r"([0-9]{1,2})(?:st|nd|rd|th)? (\w+)", " ".join(value.split()) if isinstance(value, str) else ""
        )
        month = _month_number(match[2]) if match else 0
        if not match or not month or not 1 <= int(match[1]) <= _LONGEST_MONTHS[month - 1]:
            raise self.refuse(value)
        return f"{int(match[1])} {MONTHS[month - 1]}"

    def schema(self) -> dict[str, Any]:
        """Text such as `31 March`."""
        return {"type": "string", "pattern": "^ *[0-9]{1,2}"}


def _month_number(word: str) -> int:
    wanted = word.casefold()
    named = (number for number, name in enumerate(MONTHS, 1) if wanted in (name.casefold(), name[:3].casefold()))
    return next(named, 0)


def _spelt_out(value: str) -> str:
    text = " ".join(value.split()).casefold().replace("a.m.", "am").replace("p.m.", "pm")
    return {"noon": "12pm", "midday": "12pm", "midnight": "12am"}.get(text, text)
