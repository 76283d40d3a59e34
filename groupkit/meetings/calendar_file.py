"""`meetings.ics`: the meetings of the first year as a file that calendars import (iCalendar, RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from groupkit import templates
from groupkit.meetings.year import first_year
from groupkit.words import day as in_words

if TYPE_CHECKING:
    from icalendar import Event, Timezone

    from groupkit.group import Group
    from groupkit.meetings.year import MeetingDates

FILE = "meetings.ics"
_WORDS = "data/calendar.toml"
_PRODUCT = "-//groupkit//groupkit//EN"
_ZONE = "Europe/London"


def calendar_file(group: Group, on: date, agendas: Collection[str]) -> bytes:
    """Give the bytes of the calendar file of a pack made on the day `on`.

    `agendas` are the names of the pack's documents: they say whether the yearly meeting is an AGM or a review. The
    same answers and day give the same bytes, and a meeting keeps its UID for as long as it keeps its day, so that
    importing a later file changes the entries that are there. Meetings of the past are left out.
    """
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(group.group.name))
    calendar.add_component(_london())
    words, dates = _words(), first_year(group, on)
    for meeting, agenda in _meetings(dates, agendas):
        if meeting >= on:
            calendar.add_component(_event(group, on, meeting, words[agenda], words, dates))
    return bytes(calendar.to_ical())


@cache
def _words() -> dict[str, Any]:
    return templates.read_toml(_WORDS)


def _meetings(dates: MeetingDates, agendas: Collection[str]) -> Iterator[tuple[date, str]]:
    """Give the day of each meeting and the name of its agenda, in order; no two are on one day."""
    yearly = "agenda-agm" if "agenda-agm" in agendas else "agenda-yearly-review"
    found = dict.fromkeys(dates.regular, "agenda-ordinary-meeting")
    found |= {dates.first: "agenda-first-meeting", dates.partner: "agenda-partner-meeting", dates.agm: yearly}
    yield from sorted(found.items())


def _event(
    group: Group, on: date, meeting: date, entry: Mapping[str, Any], words: Mapping[str, Any], dates: MeetingDates
) -> Event:
    from icalendar import Event

    answers = group.meetings
    begin = datetime.combine(meeting, answers.start)
    end = begin + timedelta(minutes=min(answers.length, entry.get("longest", answers.length)))
    filled = {
        "name": group.group.name,
        "partner": answers.partner or group.group.service,
        "notice": in_words(dates.notice(meeting)),
        "link": answers.link,
        "phone": answers.phone,
    }
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"groupkit:{group.group.name}:{meeting.isoformat()}")))
    event.add("dtstamp", datetime.combine(on, time(), UTC))
    event.add("dtstart", begin, parameters={"TZID": _ZONE})
    event.add("dtend", end, parameters={"TZID": _ZONE})
    event.add("summary", entry["title"].format_map(filled))
    event.add("description", "\n".join(_about(group, entry, words, filled)))
    if location := _location(group):
        event.add("location", location)
    if answers.how != "in-person" and re.fullmatch(r"https?://[!-~]+", answers.link):
        event.add("url", answers.link)
    return event


def _about(
    group: Group, entry: Mapping[str, Any], words: Mapping[str, Any], filled: Mapping[str, object]
) -> Iterator[str]:
    yield entry["about"].format_map(filled)
    if group.meetings.how != "in-person":
        yield from (
            words[key].format_map(filled) for key, name in (("join", "link"), ("ring", "phone")) if filled[name]
        )


def _location(group: Group) -> str:
    """Give the place and address of a meeting in a room, else the link."""
    answers = group.meetings
    if answers.how == "online":
        return answers.link
    return ", ".join(filter(None, (answers.place, answers.address)))


@cache
def _london() -> Timezone:
    """Give the UK's clock, with its own rules: those of this computer may be others, and give other bytes."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", _ZONE)
    summer, winter = timedelta(hours=1), timedelta()
    for part, name, change, before, after in (
        (TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), winter, summer),
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), summer, winter),
    ):
        part.add("dtstart", change)
        part.add("rrule", {"FREQ": "YEARLY", "BYDAY": "-1SU", "BYMONTH": change.month})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone
