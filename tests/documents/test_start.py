"""The start page, the plan for the year and the leaflet: what comes first, by form and by stage of a group."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from helpers.groups import ON, group

from groupkit import build, templates
from groupkit.document import plain_text
from groupkit.facts import NATIONS, Register

REGISTER = Register.load()
FORMS = [(form.id, nation) for nation in NATIONS for form in REGISTER.forms_for(nation)]
REGISTERED = [(kind, nation) for kind, nation in FORMS if REGISTER.form(kind).registered]
ADOPTED = {"form__adopted": date(2026, 10, 1)}


@cache
def paper(name: str, **answers: Any) -> str:
    """What people read in one paper of a full pack, or of the pack that the answers ask for."""
    charity = REGISTER.form(answers.get("form__kind", "unincorporated_association")).charity
    given = {"pack__kind": "full", "pack__formats": ("md",), "form__charitable_aims": "yes" if charity else "no"}
    return plain_text(build(group(**(given | answers)), date=ON)[name].document)


def of(kind: str, nation: str) -> dict[str, str]:
    host = {"host__name": "Lough Mind"} if kind == "hosted_group" else {}
    return {"form__kind": kind, "group__nation": nation} | host


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_only_a_registered_form_is_told_to_register_and_does_so_before_the_account(kind: str, nation: str) -> None:
    text = paper("start-here", **of(kind, nation))
    registered = REGISTER.form(kind).registered
    assert ("Register" in text.split("What each file")[0]) is registered
    if registered:
        assert text.index("Register") < text.index("open a bank account")


@pytest.mark.parametrize(("kind", "nation"), REGISTERED)
def test_the_start_page_names_who_registers_the_form(kind: str, nation: str) -> None:
    text = paper("start-here", **of(kind, nation)).split("What each file")[0]
    who = {"scotland": "Scottish Charity Regulator (OSCR)", "northern-ireland": "Northern Ireland (CCNI)"}
    assert ("Companies House" if kind == "cic" else who.get(nation, "the Charity Commission")) in text
    official = REGISTER.form(kind).official_model
    assert ("exists only once it is registered" in text) is official
    assert ("official-model-answers" in text) is official


def test_an_association_opens_its_account_once_its_rules_are_adopted() -> None:
    words = "open a bank account, with three people who can sign, once the constitution is adopted"
    assert words in paper("start-here", members__now=9)


@pytest.mark.parametrize("kind", ["unincorporated_association", "charity_association_ew", "cio_association"])
def test_a_group_with_an_account_is_not_told_to_open_one(kind: str) -> None:
    answers = of(kind, "england") | ADOPTED | {"money__bank": "River Bank"}
    assert "open a bank account" not in paper("start-here", **answers).lower()
    assert "open the bank account" not in paper("first-year-plan", **answers).lower()


def test_a_group_that_runs_already_is_not_told_to_find_others_or_to_adopt_rules() -> None:
    text = paper("start-here", **ADOPTED)
    assert "Find two or three others" not in text
    assert "can wait for" not in text
    assert "Open a bank account, with" in text
    assert "Not registered yet?" in paper("start-here", **of("charity_association_ew", "england"), **ADOPTED)


def test_a_first_meeting_that_is_over_is_not_the_one_to_invite_people_for() -> None:
    past = paper("start-here", meetings__first=date(2026, 11, 10))
    assert "Invite people for Tuesday 12 January" in past


def test_only_the_small_pack_says_how_to_get_more_papers() -> None:
    for words in ("groupkit list", "--with", "--pack full"):
        assert words in paper("start-here", pack__kind="starter")
        assert words not in paper("start-here")


def test_a_page_that_nobody_could_read_is_said_to_be_so_where_it_stands() -> None:
    assert "We could not read that page: check it first." in paper("start-here")
    scottish = {"group__nation": "scotland"}
    for name in ("choice-form", "yearly-statement", "before-you-say-yes", "payment-policy"):
        text = paper(name, **scottish)
        assert "We could not read cas.org.uk: check it first." in text, name
        assert "could not read" not in paper(name, group__nation="england"), name


def test_who_asks_for_a_paper_is_answered_with_who() -> None:
    for template in templates.documents():
        words = template.required_by.split(".")[0]
        assert words == "Nobody" or not any(each in f" {words} ".lower() for each in (" ask ", " asks ", "no law")), (
            words
        )
        assert words == "Nobody" or "." not in template.required_by, template.name


# ------------------------------------------------------------------ the plan for the year


def test_the_plan_of_a_running_group_does_not_agree_its_aims_again() -> None:
    text = paper("first-year-plan", **ADOPTED)
    assert "Agree your aims" not in text
    assert "Does everyone have a copy of the constitution?" in text
    assert text.index("Open the bank account") < text.index("privacy, safeguarding")


@pytest.mark.parametrize(("kind", "nation"), REGISTERED)
def test_the_plan_of_a_registered_form_says_when_to_apply(kind: str, nation: str) -> None:
    text = paper("first-year-plan", **of(kind, nation))
    assert "Apply to" in text or "when you can apply" in text
    assert "Not registered yet?" in paper("first-year-plan", **of(kind, nation), **ADOPTED)


def test_plan_and_agenda_begin_on_the_official_answers_on_the_same_day() -> None:
    scio = of("scio_two_tier", "scotland")
    row = next(each for each in paper("first-year-plan", **scio).splitlines() if "9 March 2027" in each)
    assert "Begin on the answers for the official constitution." in row
    agenda = paper("agenda-ordinary-meeting", **scio)
    assert "Tuesday 9 March 2027" in agenda
    assert "Our answers for the official constitution" in agenda


# ------------------------------------------------------------------ joining


@pytest.mark.parametrize(
    ("kind", "nation", "joining", "words"),
    [
        ("unincorporated_association", "england", "open", "give us your name and a way to reach you"),
        ("unincorporated_association", "england", "committee", "The committee agrees new members"),
        ("scio_two_tier", "scotland", "open", "apply to us. Everyone who fits our rules is accepted"),
        ("informal_tor", "wales", "open", "just tell us"),
        ("informal_tor", "wales", "committee", "We agree on it together"),
    ],
)
def test_the_leaflet_says_how_to_join_as_the_rules_do(kind: str, nation: str, joining: str, words: str) -> None:
    text = paper("leaflet", **of(kind, nation), members__joining=joining)
    assert words in text
    assert "come once" not in text


# ------------------------------------------------------------------ a group that meets online


def test_papers_of_an_online_group_speak_of_no_room_door_or_fare() -> None:
    online = {"meetings__how": "online"}
    for name, never in {
        "partner-agreement": "in a room",
        "agenda-partner-meeting": "Book a room",
        "publicity-checklist": "at the door",
        "notice-first-meeting": "before you travel",
        "first-year-plan": "a fare",
        "access-needs-form": "a venue",
    }.items():
        assert never not in paper(name, **online), name
        assert never in paper(name, meetings__how="in-person"), name
    assert "lift" not in paper("publicity-checklist", **online)
