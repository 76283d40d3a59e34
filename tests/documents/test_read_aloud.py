"""What readers of whole packs stumbled over: papers of one pack that said different things, or spoke past the group."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from helpers.groups import ON, group

from groupkit import build
from groupkit.document import plain_text
from groupkit.meetings import first_year


@cache
def pack(**answers: Any) -> dict[str, str]:
    made = build(group(**{"pack__kind": "full", "pack__formats": ("md",)} | answers), date=ON)
    return {each.name: plain_text(each.document) for each in made}


CIC = {"form__kind": "cic", "form__charitable_aims": "no"}
CIO = {"form__kind": "cio_association", "form__charitable_aims": "yes"}
HOSTED = {"form__kind": "hosted_group", "host__name": "Lough Mind"}
ORGANISATION = {"pack__kind": "organisation"}


def paper(name: str, **answers: Any) -> str:
    return pack(**answers)[name]


@pytest.mark.parametrize("answers", [{}, {"meetings__how": "online"}, HOSTED, {"money__holds": False}])
def test_each_agenda_keeps_all_its_items_in_one_table_up_to_the_end(answers: dict[str, Any]) -> None:
    agendas = {name: text for name, text in pack(**answers).items() if name.startswith("agenda-")}
    assert len(agendas) == 4
    for name, text in agendas.items():
        assert "We finish" in text, name
        assert "| 5" not in text, name


def test_removing_someone_takes_no_shorter_notice_than_the_meeting_that_decides_it() -> None:
    text = paper("constitution", decisions__notice_days=28)
    assert "written reasons and at least twenty-eight (28) clear days' notice" in text
    assert "written reasons and at least fourteen (14) clear days' notice" in paper("constitution")


def test_no_paper_of_a_company_says_how_many_votes_change_its_articles() -> None:
    for name in ("agenda-agm", "agm-notice"):
        assert "The articles say how many" in paper(name, **CIC), name
        assert "wo thirds" not in paper(name, **CIC), name


@pytest.mark.parametrize("answers", [CIC, CIO])
def test_where_the_official_constitution_sets_terms_no_other_paper_does(answers: dict[str, Any]) -> None:
    assert "The official constitution says how long people serve." in paper("nomination-form", **answers)
    assert "Those whose term is over" in paper("agenda-agm", **answers)
    assert not re.search(r"election of \w+ \(\d", paper("agm-notice", **answers))


def test_a_company_has_directors_in_every_paper() -> None:
    for name in ("payment-policy", "nomination-form", "agenda-agm", "leaflet"):
        assert "committee" not in paper(name, members__joining="committee", **CIC), name


def test_a_trustee_of_a_cio_signs_the_age_that_the_other_papers_ask_for() -> None:
    assert "Our own answer is 18 or over." in paper("trustee-declaration", **CIO)
    assert "Our own answer" not in paper("trustee-declaration", committee__youngest=16, **CIO)


def test_a_hosted_group_has_people_who_organise_and_no_committee() -> None:
    for name in ("payment-policy", "privacy-notice"):
        assert "ommittee" not in paper(name, **HOSTED), name


def test_an_association_with_charitable_aims_reads_the_same_limits_everywhere() -> None:
    answers = {"form__charitable_aims": "yes", "payments__committee_payments": "involvement"}
    assert "only as charity law allows" in paper("constitution", **answers)
    assert "Anything left must go to charities" in paper("constitution", **answers)
    assert "the committee as its trustees" in paper("payment-policy", **answers)
    assert "charity law allows" not in paper("constitution", group__nation="scotland", **answers)


def test_committee_members_are_not_among_those_paid_where_they_get_expenses_only() -> None:
    assert "The group may pay other members for set tasks" in paper("constitution")
    mixed = paper("constitution", payments__committee_payments="involvement")
    assert "The group may pay members for set tasks" in mixed


def test_a_form_names_who_pays() -> None:
    for name in ("choice-form", "expenses-claim"):
        assert "Riverside Voices" in paper(name).split("What it cost")[0].split("My choice")[0], name
        assert "name of whoever pays" in paper(name, payments__who_pays="partner-pays-person"), name


def test_only_a_paper_that_gives_figures_asks_for_a_figure_to_be_checked() -> None:
    assert "Please check a figure again" in paper("payment-policy")
    assert "Please check the page again" in paper("equality")


def test_an_online_group_looks_for_no_room() -> None:
    online = {"meetings__how": "online", "form__kind": "informal_tor"}
    assert "Book a place" not in paper("first-year-plan", **online)
    assert "insurance" not in paper("first-year-plan", **online)
    assert "the link and phone calls" in paper("start-here", **online)
    assert "show of hands" not in paper("agenda-ordinary-meeting", decisions__style="vote", **online)


def test_an_organisation_asks_about_people_and_not_about_itself() -> None:
    evaluation = paper("yearly-evaluation", **ORGANISATION)
    assert "Why are we asking? Why do people take part?" in evaluation
    assert "because of us" not in evaluation
    assert "Agreed: we said yes" in paper("impact-log", **ORGANISATION)
    assert "Someone here to talk to" in paper("resource-list", **ORGANISATION)


def test_a_group_whose_rules_stand_is_not_told_to_hold_its_first_meeting() -> None:
    adopted = {"form__adopted": date(2026, 10, 1)}
    assert "First meeting." not in paper("first-year-plan", **adopted)
    assert first_year(group(**adopted), ON).agm <= date(2027, 10, 1)


def test_the_second_meeting_begins_on_the_rules_in_the_plan_and_on_its_agenda() -> None:
    assert "Begin to read the draft constitution aloud." in paper("first-year-plan")
    assert "Our draft constitution: read it aloud" in paper("agenda-ordinary-meeting")
    assert "Our answers for the official constitution" in paper("agenda-ordinary-meeting", **CIO)
    assert "draft constitution" not in paper("agenda-ordinary-meeting", **CIO) + paper("first-year-plan", **CIO)


def test_an_organisation_that_pays_costs_only_speaks_of_no_payment_of_its_own() -> None:
    policy = paper("payment-policy-organisation", payments__who_pays="expenses-only", **ORGANISATION)
    for words in ("your payment", "No paid work", "called off", "people who are paid", "no form from you"):
        assert words not in policy
