"""The pack of an organisation that involves people: its own papers, none of a group's, and nothing that stops it."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import Any

import pytest
from helpers.groups import NATIONS, ON, group

from groupkit import AnswersError, build, context as contexts, render, templates
from groupkit.document import blanks, plain_text
from groupkit.document.blocks import Form
from groupkit.facts import Register
from groupkit.involvement import self_assessment
from groupkit.pack import Pack
from groupkit.rules import load_rules

NAME = "Riverside Health"
OWN = {each.name for each in templates.documents() if each.path.startswith("documents/organisation/")}
PAPERS = {
    "start-here-organisation", "involvement-policy", "payment-policy-organisation", "activity-offer",
    "access-and-feedback", "first-group-meeting", "leave-to-the-group", "yearly-evaluation",
}  # fmt: skip
SHARED = {
    "resource-list",
    "impact-log",
    "jargon-buster",
    "before-you-say-yes",
    "sharing-your-story",
    "how-are-we-doing",
}
WHO_PAYS = ("group", "expenses-only", "nothing")


@cache
def pack(**answers: Any) -> Pack:
    return build(group(**({"group__name": NAME, "pack__kind": "organisation"} | answers)), date=ON)


def text(name: str, **answers: Any) -> str:
    return plain_text(pack(**answers)[name].document)


def test_an_organisation_gets_its_own_papers_and_those_that_suit_both() -> None:
    names = [each.name for each in pack()]
    assert OWN == PAPERS
    assert set(names) >= PAPERS | SHARED
    assert names[0] == "start-here-organisation"


def test_an_organisation_gets_no_constitution_and_no_agendas_of_a_group() -> None:
    for nation in NATIONS:
        for form in Register.load().forms_for(nation):
            names = {each.name for each in pack(group__nation=nation, form__kind=form.id)}
            assert not names & {"constitution", "terms-of-reference", "official-model-answers", "house-rules"}
            assert not any(name.startswith("agenda-") for name in names)
            assert not names & {"start-here", "payment-policy"}
    assert "meetings.ics" not in pack().files


def test_a_paper_for_the_other_reader_stays_out_even_when_asked_for_and_says_why() -> None:
    asked = pack(pack__add="constitution; group-agreement")
    assert "constitution" not in asked
    assert {left.reason for left in asked.left_out if left.name in ("constitution", "group-agreement")} == {
        "It is for a group."
    }
    full = build(group(pack__kind="full", pack__add="activity-offer"), date=ON)
    assert not PAPERS & {each.name for each in full}
    assert {left.reason for left in full.left_out if left.name in PAPERS} == {"It is for an organisation."}


@pytest.mark.parametrize(
    "answers",
    [
        {"form__kind": "hosted_group"},
        {"form__kind": "informal_tor", "money__holds": True},
        {"form__kind": "scio_two_tier", "committee__min": 1},
        {"committee__min": 2, "committee__quorum": 9},
        {"decisions__style": "consensus-only", "decisions__change_share": "1/4"},
        {"form__kind": "cio_association", "group__nation": "northern-ireland"},
        {"money__signatories_needed": 1},
    ],
    ids=str,
)
def test_rules_about_committees_and_forms_do_not_stop_an_organisation(answers: dict[str, Any]) -> None:
    with pytest.raises(AnswersError):
        build(group(**answers), date=ON)
    assert pack(**answers).findings == ()


def test_rules_that_fit_an_organisation_still_speak() -> None:
    with pytest.raises(AnswersError, match="midnight"):
        pack(meetings__start="23:30")
    with pytest.raises(AnswersError, match="safeguarding lead and as deputy"):
        pack(support__safeguarding_lead="Bo Li", support__safeguarding_deputy="Bo Li")
    assert {rule.id for rule in load_rules().values() if rule.organisation} == {"N01", "M17", "D10"}


def test_the_start_page_names_every_other_paper_of_the_pack() -> None:
    start = text("start-here-organisation")
    for document in pack():
        assert (f"{document.name}:" in start) is (document.name != "start-here-organisation")


def test_the_policy_has_minimum_standards_under_each_heading_of_4pi() -> None:
    policy = text("involvement-policy")
    assert policy.count("At least, we promise:") == 5
    assert "2013, revised 2015" in policy
    parts = [policy.index(f"{heading.name}:") for heading in self_assessment().headings]
    assert parts == sorted(parts)
    for needed in ("open", "fixed", "who decides", "Never one person alone", "done, agreed or refused"):
        assert needed in policy


@pytest.mark.parametrize("nation", NATIONS)
def test_the_policy_holds_the_standards_of_the_nation_and_no_other(nation: str) -> None:
    policy = text("involvement-policy", group__nation=nation)
    for standard in Register.load().all_standards.values():
        assert (standard.name in policy) is (nation in standard.nations), standard.id


def test_the_information_standard_of_the_nhs_is_named_in_england_only() -> None:
    for nation in NATIONS:
        found = text("access-and-feedback", group__nation=nation)
        assert ("Accessible Information Standard" in found) is (nation == "england")


def test_northern_ireland_is_never_sent_to_111_or_to_the_equality_act() -> None:
    for document in pack(group__nation="northern-ireland"):
        found = plain_text(document.document)
        if document.name in OWN:
            assert "111" not in found, document.name
        assert "Equality Act 2010" not in found, document.name


# ----------------------------------------------------------------------- paying people


@pytest.mark.parametrize("who", WHO_PAYS)
def test_the_policy_pays_costs_first_and_sends_people_to_advice(who: str) -> None:
    policy = text("payment-policy-organisation", payments__who_pays=who)
    for needed in (
        "Costs come first",
        "Please take advice before you say yes.",
        "if you mean to accept less, or nothing",
        "says nothing about your health, your benefits or your reasons",
        "personal assistants, interpreters",
        "You hear back within 14 days",
    ):
        assert needed in policy
    assert ("Nobody asks why, and nobody writes down why." in policy) is (who == "group")


def test_the_policy_never_asks_what_it_may_not_or_says_that_something_is_safe() -> None:
    forbidden = (
        r"which benefits? (do you|you) (get|receive|claim)",
        r"\bsafe(ly)? (to|for|from)\b|(is|are|will be) safe\b",
        r"(will|does|do|can) not (affect|change|touch|count|matter|reduce|stop)",
        r"you (are|count as|qualify as) (a )?“?service user",
        r"voucher.{0,60}(instead of|rather than|avoid)",
        r"tax[- ]free|not (an )?(employee|worker)s?\b",
        r"to (keep|protect|save) (\w+ ){0,3}benefit",
    )
    for nation, who in product(NATIONS, WHO_PAYS):
        policy = text("payment-policy-organisation", group__nation=nation, payments__who_pays=who)
        for pattern in forbidden:
            assert not re.search(pattern, policy, re.IGNORECASE), pattern


def test_rates_that_are_given_leave_no_blank() -> None:
    found = pack(payments__rate_meeting="30", payments__rate_hour="12.50")["payment-policy-organisation"]
    assert not any(blank.label.startswith("amount for") for blank in blanks(found.document))
    assert "£12.50 an hour" in plain_text(found.document)


def test_front_matter_names_the_figures_that_the_policy_uses() -> None:
    template = next(each for each in templates.documents() if each.name == "payment-policy-organisation")
    used: set[str] = set()
    for nation, who in product(NATIONS, WHO_PAYS):
        made = group(group__nation=nation, payments__who_pays=who, pack__kind="organisation")
        context = contexts.for_document(template, contexts.for_group(made, ON, []))
        render.render(template, context)
        used |= set(context["cited"].figures)
    assert used == set(template.facts)


# ------------------------------------------------------------------------- every paper


@pytest.mark.parametrize("people", ["survivors", "people who use services"])
def test_its_papers_use_the_words_of_the_people_it_involves(people: str) -> None:
    for name in PAPERS:
        found = text(name, group__people=people).replace("that people with lived experience made (2013", "")
        assert "lived experience" not in found, name
        assert not re.search(rf"\b(each|one) of (our|the) {people}|{people} in mental", found), name
    for name in ("first-group-meeting", "activity-offer", "involvement-policy", "start-here-organisation"):
        assert people in text(name, group__people=people), name
    assert f"everyone we involve: {people}." in text("payment-policy-organisation", group__people=people)


def test_an_online_organisation_speaks_of_data_and_a_link_before_fares_and_keys() -> None:
    meeting = text("first-group-meeting", meetings__how="online")
    assert "phone and data" in meeting
    assert not re.search("tickets|door key|a ward", meeting)
    policy = text("payment-policy-organisation", meetings__how="online")
    assert "What counts: phone and data" in policy
    assert "cash on the day" not in policy


def test_names_and_longer_answers_have_lines_of_their_own() -> None:
    for name in ("involvement-policy", "yearly-evaluation", "first-group-meeting"):
        forms = [block for block in pack()[name].document.blocks if isinstance(block, Form)]
        assert forms, name
    long = {blank.label for blank in blanks(pack()["yearly-evaluation"].document) if blank.kind == "long"}
    assert {"Three things they would keep", "We hoped for"} <= long


def test_the_evaluation_asks_the_questions_for_an_organisation() -> None:
    labels = {blank.label for blank in blanks(pack()["yearly-evaluation"].document)}
    assert {question for _, question in self_assessment().rows("organisation")} <= labels


def test_the_group_is_left_what_is_the_groups() -> None:
    page = text("leave-to-the-group")
    for needed in ("its rules", "who leads", "Do not vote", "its own meetings", "Do not ask for a diagnosis"):
        assert needed in page


def test_the_first_meeting_is_handed_over_with_its_time_for_members_only() -> None:
    page = text("first-group-meeting")
    assert page.count("Members only") >= 3
    assert "What changes hands that day" in page
    assert "12 January 2027" in text("first-group-meeting", meetings__first="2027-01-12")


def test_no_paper_of_its_own_speaks_of_a_committee_or_calls_itself_a_group() -> None:
    for nation in NATIONS:
        for name in PAPERS | SHARED - {"resource-list", "jargon-buster"}:
            found = text(name, group__nation=nation)
            assert not re.search(r"committee|trustee|annual general|our members|treasurer", found), name
            assert "easy read" not in found.lower(), name


def test_every_blank_has_a_label_in_every_nation() -> None:
    for nation, who in product(NATIONS, WHO_PAYS):
        for document in pack(group__nation=nation, payments__who_pays=who):
            assert all(blank.label.strip() for blank in blanks(document.document)), document.name


def test_sentences_are_short_in_every_paper() -> None:
    for nation, name in product(NATIONS, PAPERS):
        body = text(name, group__nation=nation).split("Where this comes from")[0]
        body = re.sub(r"\b([\w-]+\.)+[a-z]{2,}(/\S*)?", "address", body)
        found = [each for each in re.split(r"(?<=[.?!:;])\s+|[\n\t]", body) if len(each.split()) > 2]
        longest = max(found, key=lambda each: len(each.split()))
        assert len(longest.split()) <= 25, (name, longest)
        assert sum(len(each.split()) for each in found) / len(found) <= 15, name
