"""The papers around meetings, roles, host, bank and the plan for the year: what must and must not be there."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from groupkit import choosing, context as contexts, render
from groupkit.document import blanks, number, parse
from groupkit.document.blocks import Document, Heading
from groupkit.facts import Register
from groupkit.group import Group
from groupkit.meetings import first_year

ON = date(2027, 1, 5)
PAPERS = (
    "start-here first-year-plan notice-first-meeting meeting-notes agm-notice nomination-form accounts-page "
    "role-descriptions group-agreement host-agreement bank-account"
).split()
WITHOUT_AGM = ("informal_tor", "hosted_group", "cio_foundation", "scio_single_tier")
FORMS = [(form.id, nation) for form in Register.load().forms.values() for nation in form.nations]


def group(**answers: Any) -> Group:
    """A group with these answers; `meetings__how` stands for meetings.how."""
    given = {key.replace("__", "."): value for key, value in answers.items()}
    base = {"group.name": "Riverside Voices", "group.area": "Leeds", "group.nation": "england", "pack.kind": "full"}
    if given.get("form.kind") == "hosted_group":
        base["host.name"] = "Lough Mind"
    return Group.from_answers(base | given)


def papers(**answers: Any) -> dict[str, str]:
    """The Markdown of these papers as a full pack of the group has them, by name."""
    context = contexts.for_group(group(**answers), ON, ())
    chosen = choosing.choose(group(**answers), context)
    context["documents"] = [contexts.Listed.of(each, context) for each in chosen]
    return {
        each.name: plain(render.render(each, contexts.for_document(each, context)))
        for each in chosen
        if each.name in PAPERS
    }


def plain(text: str) -> str:
    """The text without the backslashes that keep answers apart from markup."""
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", text)


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_papers_apply_by_form(kind: str, nation: str) -> None:
    found = papers(form__kind=kind, group__nation=nation)
    for always in ("first-year-plan", "notice-first-meeting", "meeting-notes", "role-descriptions", "group-agreement"):
        assert always in found
    for agm in ("agm-notice", "nomination-form"):
        assert (agm in found) == (kind not in WITHOUT_AGM)
    for money in ("bank-account", "accounts-page"):
        assert (money in found) == (kind not in ("informal_tor", "hosted_group"))
    assert ("host-agreement" in found) == (kind == "hosted_group")


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_no_paper_says_what_its_form_or_nation_does_not_have(kind: str, nation: str) -> None:
    for name, text in papers(form__kind=kind, group__nation=nation).items():
        if nation == "northern-ireland":
            assert not re.search(r"Equality Act|\b111\b", text), name
        if kind in ("informal_tor", "hosted_group"):
            assert not re.search(r"\bAGM\b|[Tt]reasurer|bank account, |constitution", text), name
        if nation == "scotland" and kind not in ("charity_association_s", "scio_two_tier", "scio_single_tier"):
            assert "your charity" not in text.lower(), name
        assert not re.search(r"\b(sufferers?|None|True|False|must be permitted)\b", text), name


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_sentences_are_short_and_every_blank_has_a_label(kind: str, nation: str) -> None:
    for name, text in papers(form__kind=kind, group__nation=nation, meetings__how="mixed").items():
        document = Document(number(parse(text, where=name), where=name))
        assert all(blank.label.strip() for blank in blanks(document)), name
        assert [block.level for block in document.blocks if isinstance(block, Heading)].count(1) == 1, name
        sentences = [
            len(sentence.split())
            for line in text.splitlines()
            if not line.startswith(("#", "|", ":::"))
            for sentence in re.split(r"(?<=[.?!:;])\s", re.sub(r"\]\([^)]*\)", "]", line))
            if sentence.strip(" -*")
        ]
        assert max(sentences) <= 25, name
        assert sum(sentences) / len(sentences) <= 15, name


def test_the_notice_of_the_agm_goes_out_in_time_and_agrees_with_the_agenda() -> None:
    text = papers(decisions__notice_days=21, members__now=20, decisions__members_quorum=7)["agm-notice"]
    dates = first_year(group(decisions__notice_days=21), ON)
    assert (dates.agm - dates.notice(dates.agm)).days == 22
    assert f"Send this by {dates.notice(dates.agm):%A} {dates.notice(dates.agm).day}" in text
    assert "twenty-one (21) clear days" in text
    assert "at least seven (7) members, or one quarter of the members if that is more." in text
    assert "With twenty (20) members it is seven (7)." in text
    assert "It would say: [new words]" in text


def test_the_nomination_form_asks_for_no_proof_and_no_diagnosis() -> None:
    text = papers(committee__chairs="co-chairs", committee__lived_share="three-quarters")["nomination-form"]
    assert "I would rather not say here" in text
    assert "Nobody asks for proof" in text
    assert "At least three quarters of the committee members" in text
    assert "| co-chair |" in text
    assert "diagnos" not in text


def test_notes_keep_health_out() -> None:
    text = papers()["meeting-notes"]
    assert "No health in the notes" in text
    assert "We need three (3) for a meeting of the committee" in text
    assert "Who does what" in text


def test_notes_of_a_group_that_meets_online_name_no_room_and_no_place_to_meet() -> None:
    room, online = papers()["meeting-notes"], papers(meetings__how="online")["meeting-notes"]
    assert "who left the room and why" in room
    assert "who left and why" in online
    assert "date, time and place" in room
    assert "date, time and link" in online


@pytest.mark.parametrize(
    ("answers", "words", "not_words"),
    [
        ({}, "## Chair", "Co-chairs"),
        ({"committee__chairs": "co-chairs"}, "Agree in writing which of you runs it", "## Chair\n"),
        ({"committee__chairs": "rotating"}, "we take turns", "## Chair\n"),
        ({"form__kind": "informal_tor"}, "## Note-taker", "Treasurer"),
        ({"committee__officers": ["chair", "webmaster", "treasurer"]}, "## Webmaster", "## Secretary"),
        ({"decisions__casting_vote": True}, "you have a second vote", "You have one vote"),
        ({"support__safeguarding_lead": "Bo Li"}, "Bo Li", "[name](blank:) **Deputy"),
    ],
)
def test_roles_follow_the_answers(answers: dict[str, Any], words: str, not_words: str) -> None:
    text = papers(**answers)["role-descriptions"]
    assert words in text
    assert not_words not in text


def test_roles_are_held_by_the_people_named() -> None:
    people = [{"name": "Ann Jones", "role": "Chair"}, {"name": "Cy Doe", "role": "chair"}]
    text = papers(committee__people=people, committee__chairs="co-chairs")["role-descriptions"]
    assert "**Who:** Ann Jones and Cy Doe" in text


def test_the_host_agreement_covers_each_point_and_money_only_where_the_host_holds_it() -> None:
    hosted = papers(form__kind="hosted_group")["host-agreement"]
    for heading in ("What each side gives", "Money", "Independence", "When we disagree", "Looking back, and ending"):
        assert f"## {heading}" in hosted
    for point in (
        "cost code",
        "Staff time",
        "Rooms",
        "never details of anyone’s health",
        "in public",
        "three (3) months",
    ):
        assert point in hosted
    own = papers(host__name="Lough Mind")["host-agreement"]
    assert "The group has an account of its own" in own
    assert "cost code" not in own
    assert "do not vote" in own
    assert "fewer than a quarter of the votes" in papers(host__name="M", decisions__staff_vote=True)["host-agreement"]


def test_the_bank_gets_the_minute_in_the_exact_name_with_enough_lines_to_sign() -> None:
    text = papers(money__signatories=4, money__signatories_needed=2)["bank-account"]
    assert "in the name of **Riverside Voices**" in text
    assert "each payment needs two (2) of them" in text
    minute, copy = text.split("Signed as a true copy")
    assert minute.count("\n| | | |") == 4
    assert copy.count("\n| | | |") == 2
    assert "The bank’s own form" in copy
    assert "The minutes of the meeting that adopted it" in copy
    assert "The constitution, adopted, signed and dated" in text
    registered = papers(form__kind="cio_association")["bank-account"]
    assert "proof that you are registered" in registered
    assert "charity number" not in papers(form__kind="small_charity_unregistered")["bank-account"]


def test_people_known_to_sign_stand_in_the_minute() -> None:
    people = [{"name": "Ann Jones", "role": "chair", "signatory": True}]
    assert "| Ann Jones | chair | |" in papers(committee__people=people)["bank-account"]


def test_the_first_notice_says_what_brings_people() -> None:
    text = papers(contact__name="Ann", contact__phone="01632 960123", meetings__interpreter="BSL")[
        "notice-first-meeting"
    ]
    for words in (
        "Nobody has to speak",
        "Tuesday 9 February 2027, 2pm",
        "BSL",
        "01632 960123",
        "**Costs:**",
        "Getting in",
    ):
        assert words in text
    online = papers(meetings__how="online")["notice-first-meeting"]
    assert "## Where" not in online
    assert "quiet space" not in online
    assert "Your camera can stay off" in online


def test_the_plan_is_dated_in_order_and_calls_itself_a_suggestion() -> None:
    text = papers()["first-year-plan"]
    dates = first_year(group(), ON)
    assert "our suggestion, not a rule" in text
    shown = re.findall(r"^\| (\w+ \d+ \w+ \d{4}) \|", text, flags=re.M)
    days = [date(int(year), MONTHS.index(month) + 1, int(day)) for _, day, month, year in map(str.split, shown)]
    assert days == sorted(set(days))
    assert {dates.first, dates.partner, dates.agm, dates.notice(dates.agm)} <= set(days)
    assert "| Now |" in text


MONTHS = ("January February March April May June July August September October November December").split()


def test_the_plan_leaves_out_what_does_not_suit() -> None:
    informal = papers(form__kind="informal_tor")["first-year-plan"]
    assert not re.search(r"bank|AGM|grant|constitution", informal)
    begun = papers(meetings__first=date(2026, 9, 8), form__adopted=date(2026, 11, 10))["first-year-plan"]
    assert "First meeting" not in begun
    assert "Adopt" not in begun
    assert "Registering can take months" in papers(form__kind="cio_association")["first-year-plan"]
    assert "Open the bank account" not in papers(money__bank="Co-op")["first-year-plan"]


def test_the_plan_says_which_days_are_moved_for_a_bank_holiday() -> None:
    text = papers(meetings__pattern="first Monday of the month")["first-year-plan"]
    assert "a bank holiday on Monday 3 May 2027 and Monday 3 January 2028" in text
    assert "10 May" in text
    assert "bank holiday" not in papers()["first-year-plan"]


@pytest.mark.parametrize("pattern", ["every Thursday", "first Monday of every twelve months", "15th of the month"])
def test_the_plan_stands_for_any_pattern(pattern: str) -> None:
    assert "# Plan for the first year" in papers(meetings__pattern=pattern)["first-year-plan"]


@pytest.mark.parametrize("hostile", ['Tea & <Talk> "x"', "# Heading", "| a | b", "{{ 7*7 }}", "](javascript:1)", "*x*"])
def test_answers_stay_text_in_every_paper(hostile: str) -> None:
    names = ("contact__name", "meetings__place", "meetings__partner", "support__wellbeing", "host__name", "money__bank")
    context_free = dict.fromkeys(names, "Plain")
    made, ordinary = group(**dict.fromkeys(names, hostile)), group(**context_free)
    for name in PAPERS:
        kinds = []
        for each in (made, ordinary):
            context = contexts.for_group(each, ON, ())
            chosen = choosing.choose(each, context)
            context["documents"] = [contexts.Listed.of(one, context) for one in chosen]
            template = next(one for one in chosen if one.name == name)
            blocks = number(parse(render.render(template, contexts.for_document(template, context)), name), name)
            kinds.append([type(block) for block in blocks])
        assert kinds[0] == kinds[1], name
