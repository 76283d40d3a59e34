"""The agendas and the start page: what must and must not be in them, for groups unlike each other."""

from __future__ import annotations

import re
from datetime import date, time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from groupkit import context as contexts, render, templates
from groupkit.document import blanks, number, parse
from groupkit.document.blocks import Document, Heading
from groupkit.group import Group
from groupkit.rules import Finding

ON = date(2027, 1, 5)
AGENDAS = ("agenda-first-meeting", "agenda-ordinary-meeting", "agenda-partner-meeting")
NATIONS = ("england", "wales", "scotland", "northern-ireland")
FORMS = ("informal_tor", "hosted_group", "unincorporated_association")


def group(**answers: Any) -> Group:
    """A group with these answers; `meetings__how` stands for meetings.how."""
    given_answers = {key.replace("__", "."): value for key, value in answers.items()}
    return Group.from_answers(
        {"group.name": "Riverside Voices", "group.area": "Leeds", "group.nation": "england"} | given_answers
    )


def papers(findings: tuple[Finding, ...] = (), **answers: Any) -> dict[str, str]:
    """The Markdown of the agendas and the start page that apply to a group, by name."""
    context = contexts.for_group(group(**answers), ON, findings)
    chosen = [each for each in templates.documents() if each.card in ("agendas", "start") and "starter" in each.sets]
    chosen = [each for each in chosen if render.applies(each, context)]
    context["documents"] = [contexts.Listed.of(each, context) for each in chosen]
    return {each.name: render.render(each, contexts.for_document(each, context)) for each in chosen}


def plain(text: str) -> str:
    """The text without the backslashes that keep answers apart from markup."""
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", text)


def minutes(clock: str) -> int:
    """Minutes since midnight of a time such as 2.15pm."""
    if clock in ("12 noon", "12 midnight"):
        return 720 if clock == "12 noon" else 1440
    hour, _, minute = clock[:-2].partition(".")
    return (int(hour) % 12 + (12 if clock.endswith("pm") else 0)) * 60 + int(minute or 0)


def rows(text: str) -> list[tuple[int, str]]:
    """Start in minutes, and the words, of each row of the tables of an agenda."""
    found = re.findall(r"^\| (\d[^|]*?) \| (.*?) \|", text, flags=re.M)
    return [(minutes(when), what) for when, what in found]


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("kind", FORMS)
def test_every_agenda_ends_with_access_and_helplines_of_the_nation(kind: str, nation: str) -> None:
    for name, text in papers(group__nation=nation, form__kind=kind, host__name="Mind").items():
        assert ("Someone to talk to" if name == "start-here" else "What you need, and who to talk to") in text, name
        assert "999" in text, name
        assert "116 123" in text, name
        assert (re.search(r"\b111\b", text) is None) == (nation == "northern-ireland"), name


@pytest.mark.parametrize("kind", ["informal_tor", "hosted_group"])
def test_a_group_without_a_constitution_has_a_yearly_review_and_no_agm(kind: str) -> None:
    found = papers(form__kind=kind, host__name="Mind")
    assert "agenda-yearly-review" in found
    assert "agenda-agm" not in found
    assert not [name for name, text in found.items() if "AGM" in text or "constitution" in text]


def test_an_association_has_an_agm_and_no_yearly_review() -> None:
    found = papers()
    assert "agenda-agm" in found
    assert "agenda-yearly-review" not in found


def test_no_treasurer_and_no_accounts_without_money() -> None:
    without = papers(form__kind="informal_tor")
    assert not [name for name, text in without.items() if "Treasurer" in text or "Accounts" in text]
    having = papers(money__holds=True, form__adopted=date(2026, 11, 3))
    assert "**Accounts.**" in having["agenda-agm"]
    assert "Treasurer" in having["agenda-ordinary-meeting"]


@settings(max_examples=30, deadline=None)
@given(
    st.integers(30, 240),
    st.integers(5 * 60, 19 * 60).map(lambda start: time(start // 60, start % 60)),
    st.sampled_from(FORMS),
    st.sampled_from(["in-person", "online", "mixed"]),
)
def test_agendas_of_any_length_start_on_time_break_in_time_and_end_in_time(
    length: int, start: time, kind: str, how: str
) -> None:
    found = papers(
        meetings__length=length, meetings__start=start, form__kind=kind, host__name="Mind", meetings__how=how
    )
    begin = start.hour * 60 + start.minute
    for name, text in found.items():
        if name == "start-here":
            continue
        table = rows(text)
        assert table[0][0] == begin, name
        assert "**We finish" in table[-1][1], name
        assert table[-1][0] <= begin + length, name
        sat = 0
        for (now, what), (then, _) in pairwise(table):
            assert then > now, name
            sat = 0 if "**Break.**" in what else sat + then - now
            assert sat <= 60, name


@pytest.mark.parametrize("name", [*AGENDAS, "agenda-agm"])
def test_agendas_keep_people_safe(name: str) -> None:
    text = papers(support__wellbeing="Sam")[name]
    for promise in ("leave at any time", "you may pass", "Nobody has to speak for others", "person’s health"):
        assert promise in text
    assert "Sam is there for you" in text
    assert "quiet space" in text
    assert "quiet space" not in papers(support__quiet_space=False)[name]


def test_the_agm_counts_its_quorum_in_words_and_figures_for_this_many_members() -> None:
    text = plain(
        papers(members__now=20, decisions__members_quorum=7, decisions__members_quorum_share="1/2")["agenda-agm"]
    )
    assert "seven (7) members, or half of the members if that is more" in text
    assert "With twenty (20) members it is ten (10)." in text
    assert "We need ten (10)." in text


def test_the_agm_notice_leaves_clear_days() -> None:
    text = plain(papers(decisions__notice_days=14)["agenda-agm"])
    assert "Tuesday 11 January 2028" in text
    assert "Send the notice to every member by Monday 27 December" in text
    assert "fourteen (14) clear days" in text


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"decisions__style": "vote"}, "vote by a show of hands"),
        ({"decisions__style": "consensus-only"}, "nothing changes for now"),
        ({"decisions__style": "consensus-then-vote"}, "Then we vote"),
        ({"decisions__casting_vote": True}, "the chair has one vote more"),
        ({"decisions__casting_vote": True, "committee__chairs": "co-chairs"}, "the co-chair who leads has one vote"),
        ({"committee__chairs": "rotating"}, "Today’s facilitator"),
        (
            {"meetings__how": "online", "meetings__link": "https://example.org/meet"},
            "[our meeting link](<https://example.org/meet>) (example.org/meet)",
        ),
        ({"meetings__how": "mixed", "meetings__phone": "01632 960123"}, "**By phone:** 01632 960123"),
        ({"meetings__interpreter": "British Sign Language"}, "**Interpreter:** British Sign Language"),
        ({"meetings__place": "Old School", "meetings__address": "1 Bridge St"}, "Old School, 1 Bridge St"),
        ({"payments__who_pays": "nothing"}, "cannot pay them yet"),
        ({"form__adopted": date(2026, 3, 1)}, "[what we decide or plan]"),
        ({"form__kind": "hosted_group", "host__name": "Lough Mind"}, "People from Lough Mind are guests"),
    ],
)
def test_an_answer_shapes_the_ordinary_agenda(answers: dict[str, Any], words: str) -> None:
    assert words in plain(papers(**answers)["agenda-ordinary-meeting"])
    if "adopted" not in str(answers) and answers.get("decisions__style") != "consensus-then-vote":
        assert words not in plain(papers()["agenda-ordinary-meeting"])


@pytest.mark.parametrize("kind", ["informal_tor", "unincorporated_association", "scio_two_tier"])
def test_no_agenda_names_an_officer_before_anyone_is_chosen(kind: str) -> None:
    answers = {"form__kind": kind, "group__nation": "scotland", "money__holds": kind != "informal_tor"}
    text = papers(**answers)["agenda-ordinary-meeting"]
    assert not re.search(r"\| (Chair|Co-chair|Secretary|Treasurer)", text)
    assert "| Whoever leads today |" in text
    assert "Agree at the start who leads" in text
    chosen = papers(**answers, committee__people="Ann Jones (chair)")["agenda-ordinary-meeting"]
    assert "| Chair |" in chosen
    assert ("| Secretary |" in chosen) == (kind != "informal_tor")
    assert "Agree at the start" not in chosen


def test_an_informal_group_has_a_note_taker_as_its_terms_say() -> None:
    text = plain(papers(form__kind="informal_tor", form__adopted=date(2026, 11, 3))["agenda-ordinary-meeting"])
    assert "| Note-taker |" in text
    assert "| Chair |" in text


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, "Once we have a constitution, what we agree here guides the committee, which runs the group."),
        ({"form__adopted": date(2026, 11, 3)}, "\nWhat we agree here guides the committee, which runs the group."),
        ({"form__kind": "cio_foundation"}, "what we agree here guides the trustees, who run the group."),
        ({"form__kind": "cic"}, "what we agree here guides the directors, who run the group."),
    ],
)
def test_an_ordinary_meeting_guides_those_who_run_the_group(answers: dict[str, Any], says: str) -> None:
    assert says in plain(papers(**answers)["agenda-ordinary-meeting"])


@pytest.mark.parametrize("kind", ["informal_tor", "hosted_group"])
def test_where_there_is_no_committee_the_meeting_itself_decides(kind: str) -> None:
    assert "guides" not in papers(form__kind=kind, host__name="Mind")["agenda-ordinary-meeting"]


def test_no_deadline_comes_before_the_group_has_met() -> None:
    begin = {"meetings__first": date(2027, 1, 20), "meetings__pattern": "last Thursday of the month"}
    none = papers(**begin, meetings__papers_days=10)["agenda-ordinary-meeting"]
    assert "Thursday 28 January" in none
    assert "**Add an item:**" not in none
    assert "**Papers**" not in none
    papers_only = papers(**begin, meetings__papers_days=7)["agenda-ordinary-meeting"]
    assert "**Add an item:**" not in papers_only
    assert "**Papers** come by Thursday 21 January" in papers_only
    begun = papers(meetings__first=date(2026, 12, 1))["agenda-ordinary-meeting"]
    assert "**Add an item:**" in begun


def test_nobody_is_promised_money_at_a_first_meeting() -> None:
    text = papers(payments__cash=True)["agenda-first-meeting"]
    assert "tell us before you travel" in text
    assert "on the day" not in text


def test_online_meetings_have_no_door_and_no_quiet_space() -> None:
    text = papers(meetings__how="online")["agenda-first-meeting"]
    assert "**Where:**" not in text
    assert "quiet space" not in text
    assert "camera off is fine" in text
    for words in ("A lift", "this room", "travel", "on paper", "talk outside"):
        assert words not in text
        assert words in papers()["agenda-first-meeting"]
    assert "Captions, large print" in text
    assert "Costs:** tell us before the day" in text


def test_a_partner_is_met_with_time_alone_before_and_after() -> None:
    text = papers(meetings__partner="North Trust")["agenda-partner-meeting"]
    assert "# Agenda for a meeting with North Trust" in text
    assert text.index("## Before: only us") < text.index("## The meeting") < text.index("## After: only us")
    assert text.count("**Break.**") == 2
    assert "Never one person alone" in text


def test_deadlines_that_have_passed_are_not_printed() -> None:
    text = papers(meetings__first=date(2027, 1, 9))["agenda-first-meeting"]
    assert "**Tell us what you need** as soon as you can" in text
    assert "December" not in text


def test_the_start_page_lists_every_other_file_and_the_warnings() -> None:
    warning = Finding(
        id="X1",
        severity="warning",
        message="Two people share a home.",
        reason="",
        sources=(),
        keys=("committee.people",),
    )
    found = papers(findings=(warning,))
    text = plain(found["start-here"])
    for name in found:
        assert (f"- **{name}:** " in text) == (name != "start-here")
    assert "- Two people share a home." in text
    assert "not legal advice" in text
    assert "Please look at these" not in papers()["start-here"]


@pytest.mark.parametrize(
    ("nation", "body"),
    [
        ("england", "council for voluntary service"),
        ("wales", "county voluntary council"),
        ("scotland", "Third Sector Interface"),
        ("northern-ireland", "NICVA"),
    ],
)
def test_the_start_page_says_who_helps_in_the_nation(nation: str, body: str) -> None:
    assert body in papers(group__nation=nation)["start-here"]


@pytest.mark.parametrize(
    "hostile", ['Tea & <Talk> "x"', "# Heading", "| a | b", "{{ 7*7 }}", "](javascript:1)", "::: note"]
)
def test_answers_stay_text_in_every_agenda(hostile: str) -> None:
    answers = {"contact__name": hostile, "meetings__place": hostile, "meetings__partner": hostile}
    for name, text in papers(support__wellbeing=hostile, meetings__how="mixed", **answers).items():
        document = Document(number(parse(text, where=name), where=name))
        ordinary = Document(number(parse(papers(meetings__how="mixed")[name], where=name), where=name))
        assert [type(block) for block in document.blocks] == [type(block) for block in ordinary.blocks]


def test_each_paper_has_one_title_and_every_blank_a_label() -> None:
    for name, text in papers(form__kind="hosted_group", host__name="Mind").items():
        document = Document(number(parse(text, where=name), where=name))
        levels = [block.level for block in document.blocks if isinstance(block, Heading)]
        assert levels[0] == 1
        assert set(levels[1:]) == {2}
        assert all(blank.label.strip() for blank in blanks(document))


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("kind", FORMS)
def test_sentences_are_short(kind: str, nation: str) -> None:
    for name, text in papers(group__nation=nation, form__kind=kind, host__name="Mind").items():
        words = [
            len(sentence.split())
            for line in plain(text).splitlines()
            if not line.startswith(("#", "|", ":::"))
            for sentence in re.split(r"(?<=[.?!:])\s", re.sub(r"\]\([^)]*\)", "]", line))
            if sentence.strip(" -*")
        ]
        assert max(words) <= 25, name
        assert sum(words) / len(words) <= 15, name
