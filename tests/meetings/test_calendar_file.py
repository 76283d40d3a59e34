"""meetings.ics: read back as a calendar program would."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from icalendar import Calendar, Event

from groupkit.errors import AnswersError
from groupkit.group import Group
from groupkit.meetings import first_year
from groupkit.meetings.calendar_file import calendar_file

ON = date(2027, 1, 5)
BASE = {"group.name": "Riverside Voices", "group.area": "Leeds", "group.nation": "england"}
HOSTILE = ['Tea; & <Talk>, "x" \\n', "END:VEVENT", "Tŷ " * 40, "مجموعة", "🙂" * 60 + " a", "a\\,b;c:d", "{link} {0} %s"]


def group(**answers: Any) -> Group:
    """A group with these answers; `meetings__how` stands for meetings.how."""
    return Group.from_answers(BASE | {key.replace("__", "."): value for key, value in answers.items()})


def events(made: Group, on: date = ON, agenda: str = "agenda-agm") -> list[Event]:
    """The events of its file, as icalendar reads them."""
    return list(Calendar.from_ical(calendar_file(made, on, [agenda])).walk("VEVENT"))


def titles(found: list[Event]) -> dict[date, str]:
    return {event["dtstart"].dt.date(): str(event["summary"]) for event in found}


def test_the_meetings_of_the_year_are_there_each_once() -> None:
    dates = first_year(group(), ON)
    found = titles(events(group()))
    assert list(found) == sorted({dates.first, *dates.regular, dates.agm})
    assert found[dates.first] == "Riverside Voices: our first meeting"
    assert found[dates.ordinary] == "Riverside Voices: meeting"
    assert found[dates.partner] == "Riverside Voices: meeting with mental health services"
    assert found[dates.agm] == "Riverside Voices: annual general meeting (AGM)"


def test_a_group_without_an_agm_has_a_yearly_review() -> None:
    made = group(form__kind="informal_tor")
    found = titles(events(made, agenda="agenda-yearly-review"))
    assert found[first_year(made, ON).agm] == "Riverside Voices: yearly review"
    assert not [title for title in found.values() if "AGM" in title]


def test_times_are_those_of_the_place_in_summer_and_winter() -> None:
    found = events(group(meetings__start="18:30", meetings__length=90))
    for event in found:
        begin, end = event["dtstart"].dt, event["dtend"].dt
        assert str(begin.tzinfo) == "Europe/London"
        assert begin.time() == time(18, 30)
        assert end - begin == timedelta(minutes=90)
    assert {event["dtstart"].dt.utcoffset() for event in found} == {timedelta(0), timedelta(hours=1)}


def test_meetings_end_when_their_agendas_say() -> None:
    made = group(meetings__length=180)
    dates = first_year(made, ON)
    lengths = {event["dtstart"].dt.date(): event["dtend"].dt - event["dtstart"].dt for event in events(made)}
    assert lengths[dates.first] == timedelta(minutes=120)
    assert lengths[dates.ordinary] == timedelta(minutes=180)
    assert lengths[dates.agm] == timedelta(minutes=90)


def test_the_zone_is_in_the_file_and_turns_on_the_last_sundays() -> None:
    zone = next(iter(Calendar.from_ical(calendar_file(group(), ON, [])).walk("VTIMEZONE"))).to_tz()
    for day, hours in ((date(2027, 3, 27), 0), (date(2027, 3, 29), 1), (date(2027, 10, 30), 1), (date(2027, 11, 1), 0)):
        assert datetime.combine(day, time(12), zone).utcoffset() == timedelta(hours=hours)


def test_the_same_answers_give_the_same_bytes() -> None:
    assert calendar_file(group(), ON, ["agenda-agm"]) == calendar_file(group(), ON, ["agenda-agm"])
    assert {event["dtstamp"].dt.date() for event in events(group())} == {ON}


def test_a_meeting_keeps_its_uid_while_it_keeps_its_day() -> None:
    before = {event["dtstart"].dt.date(): str(event["uid"]) for event in events(group())}
    later = events(group(meetings__start="11:00", meetings__first=date(2027, 2, 9)), date(2027, 4, 1))
    after = {event["dtstart"].dt.date(): str(event["uid"]) for event in later}
    assert len(set(before.values())) == len(before)
    assert before.keys() & after.keys()
    assert all(before[day] == after[day] for day in before.keys() & after.keys())
    other = {str(event["uid"]) for event in events(group(group__name="Lough Side"))}
    assert not other & set(before.values())


def test_past_meetings_are_left_out() -> None:
    found = titles(events(group(meetings__first=date(2019, 6, 11))))
    assert min(found) >= ON
    assert not [title for title in found.values() if "first meeting" in title]


def test_online_meetings_carry_the_link_and_the_number() -> None:
    answers = {"meetings__link": "https://example.org/meet?a=1,2;b", "meetings__phone": "01632 960123"}
    event = events(group(meetings__how="online", meetings__place="Hall", **answers))[0]
    assert str(event["location"]) == answers["meetings__link"]
    assert str(event["url"]) == answers["meetings__link"]
    assert "Join by phone: 01632 960123" in str(event["description"])


def test_meetings_in_a_room_carry_the_place_and_no_link() -> None:
    event = events(
        group(meetings__place="Old School", meetings__address="1 Bridge St", meetings__link="https://a.org")
    )[0]
    assert str(event["location"]) == "Old School, 1 Bridge St"
    assert "url" not in event
    assert "https" not in str(event["description"])


def test_nobody_is_named_as_invited_or_inviting() -> None:
    text = calendar_file(group(contact__email="ann@example.org", contact__name="Ann"), ON, []).decode()
    assert not [word for word in ("ATTENDEE", "ORGANIZER", "Ann", "ann@") if word in text]


@pytest.mark.parametrize("text", ["Riverside Voices", *HOSTILE])
@pytest.mark.parametrize("how", ["in-person", "online"])
def test_the_file_is_byte_for_byte_what_icalendar_writes_of_it(text: str, how: str) -> None:
    link = "https://example.org/meet?a=1,2;b"
    answers = {"group__name": text, "meetings__place": text, "meetings__how": how, "meetings__link": link}
    raw = calendar_file(group(**answers), ON, ["agenda-agm"])
    assert Calendar.from_ical(raw).to_ical() == raw


def check_hostile(text: str) -> None:
    made = group(
        group__name=text, meetings__place=text, meetings__partner=text, meetings__how="mixed", meetings__link=text
    )
    raw = calendar_file(made, ON, ["agenda-agm"])
    plain = calendar_file(group(meetings__how="mixed"), ON, ["agenda-agm"])
    assert raw.count(b"BEGIN:VEVENT") == plain.count(b"BEGIN:VEVENT")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    found = events(made)
    assert str(found[0]["summary"]) == f"{made.group.name}: our first meeting"
    assert str(found[0]["location"]) == made.meetings.place
    assert "url" not in found[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_answers_stay_text(text: str) -> None:
    check_hostile(text)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_answer_that_is_allowed_stays_text(text: str) -> None:
    try:
        group(group__name=text, meetings__place=text)
    except AnswersError:
        return
    check_hostile(text)
