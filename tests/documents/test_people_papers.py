"""The papers about people: what each must say and must never say or ask, by form and nation."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

import pytest

from groupkit import Group, build, templates
from groupkit.document import blanks, plain_text
from groupkit.document.blocks import Blank, Document, Form, SignOff, Table
from groupkit.facts import NATIONS, Register

ON = date(2027, 1, 5)
REGISTER = Register.load()
FORMS = [(form.id, nation) for nation in NATIONS for form in REGISTER.forms_for(nation)]
CHARITIES = [(kind, nation) for kind, nation in FORMS if REGISTER.form(kind).charity]
WITHOUT_MONEY = ("informal_tor", "hosted_group")
PAPERS = (
    "access-needs-form",
    "consent-form",
    "members-list",
    "privacy-notice",
    "data-complaints",
    "safeguarding",
    "equality",
    "complaints",
    "register-of-interests",
    "trustee-declaration",
)
FORBIDDEN = r"which benefits|your condition|medication|sufferer|must be permitted|\bshall\b"
OTHERWISE: dict[str, Any] = {
    "members.now": 40,
    "members.youngest": 14,
    "members.joining": "committee",
    "members.allies": True,
    "members.groups": True,
    "meetings.how": "online",
    "payments.who_pays": "partner-pays-person",
    "payments.cash": False,
}
"""Answers that differ from the usual ones wherever these papers look."""


@cache
def _papers(kind: str, nation: str, answers: tuple[tuple[str, Any], ...]) -> dict[str, Document]:
    needed = {"group.name": "Riverside Voices", "group.area": "Leeds", "group.nation": nation, "form.kind": kind}
    host = {"host.name": "Riverside Trust"} if kind == "hosted_group" else {}
    group = Group.from_answers(needed | host | {"pack.add": list(PAPERS)} | dict(answers))
    return {each.name: each.document for each in build(group, date=ON) if each.name in PAPERS}


def papers(kind: str = "unincorporated_association", nation: str = "england", **answers: Any) -> dict[str, Document]:
    """The papers of a group by name; `members__youngest` stands for members.youngest."""
    return _papers(kind, nation, tuple((key.replace("__", "."), value) for key, value in answers.items()))


def text(name: str, kind: str = "unincorporated_association", nation: str = "england", **answers: Any) -> str:
    """What people read in one paper."""
    return plain_text(papers(kind, nation, **answers)[name])


def everything(kind: str, nation: str) -> list[tuple[str, str]]:
    """Name and text of each paper of a form, with the usual answers and with others."""
    both = ({}, {key.replace(".", "__"): value for key, value in OTHERWISE.items()})
    return [(name, plain_text(paper)) for answers in both for name, paper in papers(kind, nation, **answers).items()]


def squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words)


# ---------------------------------------------------------------- every paper


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_each_paper_is_made_exactly_where_it_applies(kind: str, nation: str) -> None:
    made = set(papers(kind, nation))
    assert ("trustee-declaration" in made) is REGISTER.form(kind).charity
    assert ("register-of-interests" in made) is (kind not in WITHOUT_MONEY)
    assert made >= set(PAPERS) - {"trustee-declaration", "register-of-interests"}


def test_none_of_them_is_in_a_starter_pack_and_each_is_in_a_full_one() -> None:
    mine = {each.name: each for each in templates.documents() if each.name in PAPERS}
    assert set(mine) == set(PAPERS)
    assert all(each.sets == ("full",) and not each.card for each in mine.values())


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_no_paper_asks_about_diagnosis_benefits_or_reasons(kind: str, nation: str) -> None:
    for name, words in everything(kind, nation):
        for found in re.finditer(r"diagnos\w+", words):
            before = words[max(0, found.start() - 60) : found.end() + 20]
            assert re.search(r"Never|does not|not bar|nobody|no one", before, re.IGNORECASE), (name, before)
        for never in (
            r"which benefits",
            r"your condition",
            r"medication",
            r"sufferer",
            r"must be permitted",
            r"\bshall\b",
        ):
            assert not re.search(never, words, re.IGNORECASE), (name, never)
    labels = [each.label.lower() for paper in papers(kind, nation).values() for each in blanks(paper)]
    for asked in ("diagnos", "illness", "condition", "benefit", "medic", "why", "reason"):
        assert not [label for label in labels if asked in label], asked


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_every_blank_says_what_goes_there(kind: str, nation: str) -> None:
    for paper in papers(kind, nation).values():
        assert all(len(each.label.strip()) > 2 for each in blanks(paper))


@pytest.mark.parametrize(("kind", "nation"), [each for each in FORMS if each[1] == "northern-ireland"])
def test_northern_ireland_has_its_own_law_and_numbers(kind: str, nation: str) -> None:
    for name, words in everything(kind, nation):
        for never in ("Equality Act 2010", "111", "council’s number", "OSCR", "Charity Commission for England"):
            assert never not in words, (name, never)
    assert "political opinion" in text("equality", kind, nation)
    assert "health and social care trust’s number for adult safeguarding" in text("safeguarding", kind, nation)


@pytest.mark.parametrize("kind", ["informal_tor", "hosted_group", "unincorporated_association"])
def test_a_scottish_group_off_the_register_is_never_called_a_charity(kind: str) -> None:
    for name, words in everything(kind, "scotland"):
        assert "charit" not in words.lower(), name


@pytest.mark.parametrize("nation", NATIONS)
def test_an_informal_group_hears_nothing_of_banks_or_a_constitution(nation: str) -> None:
    for name, words in everything("informal_tor", nation):
        assert not re.search(r"\bbank\b|constitution|trustee|secretary", words, re.IGNORECASE), name


def test_a_hosted_group_is_told_what_its_host_does() -> None:
    for name in ("privacy-notice", "data-complaints", "complaints", "safeguarding"):
        assert "Riverside Trust" in text(name, "hosted_group"), name


def sentences(words: str) -> list[str]:
    body = words.split("Where this comes from")[0]
    return [each for each in re.split(r"(?<=[.?!:;])\s+|[\n\t]", body) if len(each.split()) > 2]


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_sentences_are_short(kind: str, nation: str) -> None:
    for name, words in everything(kind, nation):
        found = sentences(words)
        longest = max(found, key=lambda each: len(each.split()))
        assert len(longest.split()) <= 25, (name, longest)
        assert sum(len(each.split()) for each in found) / len(found) <= 15, name


# ---------------------------------------------------------------- information


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_the_privacy_notice_has_all_that_the_regulator_asks_for(kind: str, nation: str) -> None:
    words = squeezed(text("privacy-notice", kind, nation))
    for item in (
        "To reach us:",
        "Why",
        "Our reason in law",
        "“Legitimate interest” means",
        "We get it from you",
        "Who sees it",
        "outside the United Kingdom",
        "How long",
        "You can see it, or have a copy",
        "put right or deleted",
        "use it less, or not at all",
        "take back a consent",
        "within thirty (30) days that it arrived",
        "tell you the outcome",
        "Information Commissioner’s Office",
    ):
        assert item in words, item


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_each_kind_of_record_has_a_reason_and_a_time(kind: str, nation: str) -> None:
    [table] = [each for each in papers(kind, nation)["privacy-notice"].blocks if isinstance(each, Table)]
    assert len(table.head) == 4
    assert len(table.rows) >= 5
    assert all(all(cell for cell in row) for row in table.rows)


def test_health_rests_on_explicit_consent_and_not_on_the_rule_for_political_bodies() -> None:
    for kind, nation in FORMS:
        words = squeezed(text("privacy-notice", kind, nation))
        assert "health information only with your explicit consent" in words
        assert "political, philosophical, religious or trade union aims" in words
        assert "Schedule 1, paragraph 16" in words


def test_how_long_follows_the_form_and_the_money() -> None:
    assert "seven (7) years" in text("privacy-notice").lower()
    assert "seven (7) years" not in text("privacy-notice", payments__who_pays="nothing").lower()
    assert "seven (7) years" not in text("privacy-notice", "informal_tor").lower()
    scio = text("privacy-notice", "scio_two_tier", "scotland")
    assert "six (6) years more, by law" in scio
    assert "by law" not in text("privacy-notice", "charity_association_s", "scotland")


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_a_complaint_about_information_has_a_route_with_all_its_steps(kind: str, nation: str) -> None:
    words = squeezed(text("data-complaints", kind, nation))
    steps = ["Tell us", "within thirty (30) days", "We look into it", "We tell you the outcome", "ico.org.uk"]
    places = [words.index(step) for step in steps]
    assert places == sorted(places)
    assert "19 June 2026" in words


def test_the_list_of_members_has_no_column_for_health_and_no_address_for_others() -> None:
    for kind, nation in FORMS:
        paper = papers(kind, nation, **{key.replace(".", "__"): value for key, value in OTHERWISE.items()})[
            "members-list"
        ]
        members, groups = (each for each in paper.blocks if isinstance(each, SignOff))
        assert members.columns == ("Name", "How to reach you", "Joined", "Left", "Votes", "I agree")
        assert groups.columns[0] == "Group"
        assert "Nobody gets anyone’s address" in squeezed(plain_text(paper))
    usual = next(each for each in papers()["members-list"].blocks if isinstance(each, SignOff))
    assert usual.columns == ("Name", "How to reach you", "Joined", "Left", "I agree")


def test_access_is_asked_for_with_consent_and_by_what_helps() -> None:
    paper = papers()["access-needs-form"]
    fields = [each for block in paper.blocks if isinstance(block, Form) for each in block.fields]
    assert next(each.label for each in fields if each.kind == "tick").startswith("I agree that the group keeps")
    assert "We never ask why." in plain_text(paper)
    assert "You can change your mind at any time" in plain_text(paper)


def test_the_access_form_follows_how_the_group_meets() -> None:
    assert "join online" not in text("access-needs-form", meetings__how="in-person")
    assert "To get here" not in text("access-needs-form", meetings__how="online")
    mixed = text("access-needs-form", meetings__how="mixed")
    assert "join online" in mixed
    assert "To get here" in mixed


def test_photos_and_stories_have_a_consent_of_their_own() -> None:
    assert "photo" not in text("access-needs-form").lower()
    assert "parent or guardian" not in text("consent-form")
    assert "parent or guardian" in text("consent-form", members__youngest=16)


# ---------------------------------------------------------------- safety


@pytest.mark.parametrize("nation", NATIONS)
def test_safeguarding_uses_the_words_of_the_nation(nation: str) -> None:
    words = text("safeguarding", nation=nation)
    assert f"“{REGISTER.nation(nation).adult_at_risk}”" in words
    assert ("adult in need of protection" in words) is (nation == "northern-ireland")
    assert ("16 or over" in words) is (nation == "scotland")
    assert "vulnerable" not in words
    assert "does not make anyone an adult at risk" in words


def test_safeguarding_names_lead_and_deputy_or_leaves_a_labelled_place() -> None:
    labels = {each.label for each in blanks(papers()["safeguarding"])}
    assert labels >= {
        "name of the safeguarding lead",
        "name of the deputy",
        "your council’s number for adult safeguarding",
        "date agreed",
        "date of the next look",
    }
    named = papers(support__safeguarding_lead="Bo Li", support__safeguarding_deputy="Cerys Evans")["safeguarding"]
    assert "name of the safeguarding lead" not in {each.label for each in blanks(named)}
    assert "Lead: Bo Li" in plain_text(named)
    assert "Deputy: Cerys Evans" in plain_text(named)


def test_safeguarding_says_what_is_passed_on_before_anyone_speaks() -> None:
    for kind, nation in FORMS:
        words = squeezed(text("safeguarding", kind, nation))
        assert "do not promise to keep it secret" in words
        assert "a risk of serious harm, a child or an adult at risk, and the law" in words
        assert "within a year" in words


def test_the_part_on_children_is_there_only_when_there_may_be_some() -> None:
    assert "Members under 18" not in text("safeguarding")
    young = text("safeguarding", members__youngest=17)
    assert "Members under 18" in young
    assert "No adult is alone with a young person" in young
    assert "your council’s number for children at risk" in {
        each.label for each in blanks(papers(members__youngest=17)["safeguarding"])
    }


def test_helplines_in_safeguarding_are_those_of_the_nation() -> None:
    for nation in NATIONS:
        words = text("safeguarding", nation=nation)
        for line in REGISTER.helplines(nation)[:4]:
            assert line.name in words


# ---------------------------------------------------------------- fairness, complaints


@pytest.mark.parametrize("nation", NATIONS)
def test_equality_names_the_law_and_every_ground_of_the_nation(nation: str) -> None:
    words = squeezed(text("equality", nation=nation))
    for ground in REGISTER.nation(nation).equality_grounds:
        assert ground in words
    assert REGISTER.nation(nation).equality_body in words


@pytest.mark.parametrize("nation", ["england", "wales", "scotland"])
def test_the_line_of_25_members_counts_only_where_someone_decides_who_joins(nation: str) -> None:
    large = squeezed(text("equality", nation=nation, members__now=25, members__joining="committee"))
    assert "the law counts such a group as an association" in large
    small = squeezed(text("equality", nation=nation, members__now=24, members__joining="committee"))
    assert "the law counts such a group" not in small
    assert "From twenty-five (25) members" in small
    open_to_all = squeezed(text("equality", nation=nation, members__now=40))
    assert "rules for services to the public count" in open_to_all


def test_in_northern_ireland_the_line_is_for_one_law_and_to_be_checked() -> None:
    words = squeezed(text("equality", nation="northern-ireland", members__now=40))
    assert "The one on sexual orientation counts from twenty-five (25) members" in words
    assert "Check this with the Equality Commission for Northern Ireland" in words


def test_a_complaint_goes_to_someone_not_involved_and_is_answered_by_a_date() -> None:
    words = squeezed(text("complaints", contact__complaints="Cerys Evans"))
    for step in ("Talk, if you can", "Cerys Evans", "within 14 days", "a second look", "mediation"):
        assert step in words
    assert "nobody decides on a complaint about themselves" in words


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_complaints_name_the_regulator_of_a_charity_and_of_nobody_else(kind: str, nation: str) -> None:
    named = REGISTER.nation(nation).regulator in text("complaints", kind, nation)
    assert named is REGISTER.form(kind).charity


# ---------------------------------------------------------------- those who decide


def test_the_list_of_interests_has_a_row_for_each_person_and_the_quorum_of_the_constitution() -> None:
    people = [{"name": "Ann Jones"}, {"name": "Bo Li"}]
    paper = papers(committee__quorum=4, committee__min=5, committee__max=8)["register-of-interests"]
    [table] = [each for each in paper.blocks if isinstance(each, SignOff)]
    assert len(table.rows) == 8
    assert "four (4)" in plain_text(paper)
    assert "Leave out your health, your benefits" in squeezed(plain_text(paper))
    group = Group.from_answers(
        {
            "group.name": "R",
            "group.area": "L",
            "group.nation": "wales",
            "committee.people": people,
            "pack.add": ["register-of-interests"],
        }
    )
    named = plain_text(build(group, date=ON)["register-of-interests"].document)
    assert "Ann Jones" in named
    assert "Bo Li" in named


def test_money_from_a_service_is_an_interest_to_write_down() -> None:
    assert "Payment that a service gives you for your own views" in text(
        "register-of-interests", payments__who_pays="partner-pays-person"
    )
    assert "Payment that you get from the group for a task" in text("register-of-interests")


@pytest.mark.parametrize(("kind", "nation"), CHARITIES)
def test_a_trustee_signs_that_the_law_does_not_bar_them_and_learns_who_sees_their_name(kind: str, nation: str) -> None:
    words = squeezed(text("trustee-declaration", kind, nation))
    assert "the law does not bar me from being a trustee" in words
    assert "nobody is paid for being a trustee" in words
    assert REGISTER.nation(nation).trustee_names in words
    illness = "A diagnosis does not bar you. Nor does having been detained in hospital."
    assert (illness in words) is (nation != "northern-ireland")
    assert ("CCNI" in words) is (nation == "northern-ireland")
    assert ("16 or over" in words) is kind.startswith("cio_")


def test_an_unregistered_charity_is_not_told_that_its_trustees_are_on_a_register() -> None:
    words = squeezed(text("trustee-declaration", "small_charity_unregistered", "wales"))
    assert "so no trustee’s name is on it now" in words


# ---------------------------------------------------------------- the rules that the papers give to themselves


def test_the_papers_that_the_constitution_speaks_of_go_by_the_same_names() -> None:
    group = Group.from_answers({"group.name": "R", "group.area": "L", "group.nation": "england", "pack.kind": "full"})
    pack = build(group, date=ON)
    constitution = plain_text(pack["constitution"].document).lower()
    titles = " | ".join(each.title.lower() for each in pack)
    for paper in ("privacy notice", "safeguarding policy", "payment policy", "group agreement", "list of members"):
        assert paper in constitution
        assert paper in titles


def test_a_blank_is_the_only_way_a_paper_leaves_something_open() -> None:
    for kind, nation in FORMS:
        for name, words in everything(kind, nation):
            assert not re.search(r"\{\{|\{%|\bTBC\b|\bXXX\b|\[(your|name|date)", words), name
    assert isinstance(blanks(papers()["safeguarding"])[0], Blank)


def test_the_fee_is_no_promise_and_an_unhappy_person_gets_no_page_for_organisations() -> None:
    notice = squeezed(text("privacy-notice"))
    assert "Not-for-profit purposes can be exempt" in notice
    assert "self-assessment" in notice
    complaint = notice[notice.index("To complain") : notice.index("We agreed this")]
    for words in (complaint, squeezed(text("data-complaints"))):
        assert "ico.org.uk" in words
        assert "for-organisations" not in words
