"""The papers on involvement: on the frame of 4Pi, true to the answers, and an answer to each complaint people have."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from helpers.groups import NATIONS, ON, group

from groupkit import build, templates
from groupkit.document import blanks, plain_text
from groupkit.facts import Register
from groupkit.involvement import self_assessment
from groupkit.pack import Pack

REGISTER = Register.load()
THEME = tuple(each for each in templates.documents() if each.path.startswith("documents/involvement/"))
NAMES = tuple(each.name for each in THEME)
FORMS = [(form.id, nation) for nation in NATIONS for form in REGISTER.forms_for(nation)]
HOST = {"host__name": "Riverside Trust"}


@cache
def pack(**answers: Any) -> Pack:
    hosted = HOST if answers.get("form__kind") == "hosted_group" else {}
    only = {"pack__kind": "full", "pack__documents": ";".join(NAMES)}
    return build(group(**(only | hosted | answers)), date=ON)


def text(name: str, **answers: Any) -> str:
    return plain_text(pack(**answers)[name].document)


def every_text() -> list[tuple[str, str]]:
    """Each paper of this theme, for every form in every nation."""
    return [(name, text(name, form__kind=kind, group__nation=nation)) for kind, nation in FORMS for name in NAMES]


def test_the_eleven_papers_are_in_the_full_pack_and_none_is_in_the_starter_pack() -> None:
    full, starter = build(group(pack__kind="full"), date=ON), build(group(), date=ON)
    assert len(NAMES) == 11
    assert set(NAMES) <= {each.name for each in full}
    assert not set(NAMES) & {each.name for each in starter}


# ------------------------------------------------------------------ the plan


def test_the_plan_has_the_five_headings_of_4pi_in_order_and_its_dates() -> None:
    lines = [line for line in text("involvement-plan").splitlines() if ": " in line]
    found = [line.split(":")[0] for line in lines if line.split(":")[0] in {h.name for h in self_assessment().headings}]
    assert found == ["Principles", "Purpose", "Presence", "Process", "Impact"]
    assert "2013, revised 2015" in text("involvement-plan")


def test_the_plan_holds_what_the_answers_say() -> None:
    plan = text(
        "involvement-plan",
        group__aims="To end face-down restraint.; To open a crisis house.",
        group__people="survivors",
        meetings__partner="Riverside Crisis Team",
        meetings__papers_days=10,
        support__wellbeing="Ann Jones",
        meetings__interpreter="British Sign Language",
        members__now=23,
    )
    for needed in (
        "To end face-down restraint.",
        "To open a crisis house.",
        "stand for all survivors",
        "Riverside Crisis Team",
        "ten days ahead",
        "Ann Jones is there",
        "British Sign Language",
        "about 23 people",
    ):
        assert needed in plan


@pytest.mark.parametrize("nation", NATIONS)
def test_the_standards_of_the_nation_stand_beside_4pi_and_those_of_others_do_not(nation: str) -> None:
    plan = text("involvement-plan", group__nation=nation)
    for standard in REGISTER.all_standards.values():
        assert (standard.name in plan) is (nation in standard.nations), standard.id
        assert (standard.source.title in plan) is (nation in standard.nations), standard.id
    assert "UK Standards for Public Involvement" in plan
    assert any(each.id != "uk-standards" for each in REGISTER.standards(nation))


def test_money_is_spoken_of_as_the_answers_have_it() -> None:
    assert "no money for costs or payments yet" in text("involvement-plan", payments__who_pays="nothing")
    assert "The service pays each person" in text("involvement-plan", payments__who_pays="partner-pays-person")
    assert "We cannot pay costs yet." in text("leaflet", payments__who_pays="nothing")
    assert "what our payment policy asks for" not in text("partner-agreement", payments__who_pays="nothing")


def test_a_group_with_no_general_meeting_brings_its_year_to_the_review() -> None:
    assert "our yearly review" in text("involvement-plan", form__kind="informal_tor")
    assert "AGM" not in text("involvement-plan", form__kind="informal_tor")
    assert "annual general meeting (AGM)" in text("involvement-plan")


# ------------------------------------------------ the self-assessment and the log


def test_the_self_assessment_asks_every_question_of_the_data_with_three_states_and_no_marks() -> None:
    found = pack()["self-assessment"]
    assert self_assessment().states == ("yes", "partly", "not yet")
    asked = {blank.label: blank.choices for blank in blanks(found.document)}
    rows = list(self_assessment().rows("group"))
    for _, question in rows:
        assert asked[question] == self_assessment().states
    assert len(rows) <= 20, "ten minutes are enough for these"
    assert not re.search(r"\bscore|out of (ten|\d)|\brate\b|\d ?/ ?\d", text("self-assessment"))


def test_group_and_organisation_answer_under_the_same_headings() -> None:
    group_rows, ours = (list(self_assessment().rows(kind)) for kind in ("full", "organisation"))
    names = [heading.name for heading in self_assessment().headings]
    for rows in (group_rows, ours):
        assert list(dict.fromkeys(name for name, _ in rows)) == names
        assert len(set(rows)) == len(rows)
        assert all(question.endswith("?") for _, question in rows)


def test_the_impact_log_knows_done_agreed_and_refused_and_asks_for_the_reason() -> None:
    log = text("impact-log")
    for needed in ("Done:", "Agreed:", "Refused:", "The reason", "What changed", "No answer yet?"):
        assert needed in log


# --------------------------------------------------------- partners and complaints

COMPLAINTS = {
    "tick-box": ("Open, so that views can change it", "Who decides"),
    "what came of it": ("answers each one in writing", "If the answer is no"),
    "Papers came late": ("before a meeting", "two pages at most"),
    "jargon": ("each short form is explained",),
    "access": ("asks once what people need, with their consent",),
    "hard to hear of": ("tells us early of each chance to take part",),
    "Payment": ("within fourteen (14) days",),
    "complaints": ("who does not run this work", "Nobody loses out because they spoke up"),
    "same few": ("do not send the same few",),
    "on my own": ("never one alone", "supporter"),
    "strings": ("does not tie money", "For our own work"),
    "representative": ("“you are not representative” is no reason",),
}


@cache
def complaint_rows() -> list[list[str]]:
    page = Path(__file__).parents[2] / "docs/explanation/complaints.md"
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def test_every_complaint_is_answered_by_documents_that_exist_for_that_reader() -> None:
    known = {each.name: each for each in templates.documents()}
    assert len(complaint_rows()) == len(COMPLAINTS)
    for complaint, *columns in complaint_rows():
        for reader, cell in zip(("full", "organisation"), columns, strict=True):
            names = re.findall(r"`([a-z-]+)`", cell)
            assert names, complaint
            for name in names:
                assert name in known, f"{complaint}: there is no {name}"
                assert reader in known[name].sets or known[name].card, name


def test_each_row_of_the_table_is_one_of_the_complaints_and_the_agreement_answers_it() -> None:
    agreement = text("partner-agreement", payments__who_pays="group")
    for part, answers in COMPLAINTS.items():
        assert sum(part in row[0] for row in complaint_rows()) == 1, part
        for answer in answers[:1] if part == "strings" else answers:
            found = answer.replace("does not tie money", "does not tell us what to say")
            assert found in agreement, f"{part}: {answer}"
    unpaid = text("partner-agreement", payments__who_pays="nothing")
    assert "does not tie money or help to what we say" in unpaid


def test_the_request_form_asks_what_a_group_needs_to_know_before_it_says_yes() -> None:
    labels = " ".join(blank.label for blank in blanks(pack()["request-form"].document))
    for needed in ("open", "fixed", "decides", "papers", "Access", "Costs", "Payment", "By when do we hear", "why"):
        assert needed in labels


def test_a_request_can_be_refused_and_a_story_left_untold() -> None:
    assert "We may say no." in text("request-form")
    assert "You need no reason" in text("before-you-say-yes")
    assert "You need not tell it" in text("sharing-your-story")
    assert "advice before you say yes" in text("before-you-say-yes").replace("**", "")


# -------------------------------------------------------------- for every paper


def test_no_paper_is_called_easy_read_or_asks_for_a_diagnosis_or_a_reason() -> None:
    for name, found in every_text():
        assert "easy read" not in found.lower(), name
        assert not re.search(r"sufferer|must be permitted|\bshall\b|hereby|stakeholder engagement", found), name
        assert not re.search(r"your diagnosis|what is your (illness|condition)|why do you (want|take) less", found), (
            name
        )


@pytest.mark.parametrize("kind", ["informal_tor", "hosted_group"])
def test_a_group_that_holds_no_money_reads_nothing_of_a_bank(kind: str) -> None:
    for name in NAMES:
        found = text(name, form__kind=kind, form__charitable_aims="no").replace("food banks", "")
        assert not re.search(r"\bbank\b|bank account|treasurer", found), name


def test_northern_ireland_is_never_sent_to_111_or_to_the_equality_act() -> None:
    for name in NAMES:
        found = text(name, group__nation="northern-ireland")
        assert "111" not in found, name
        assert "Equality Act" not in found, name


def test_members_are_called_what_they_call_themselves() -> None:
    for name in NAMES:
        found = text(name, group__people="survivors", group__person="survivor").split("Where this comes from")[0]
        if name not in {"involvement-plan", "self-assessment", "jargon-buster"}:  # these say who made 4Pi
            assert "people with lived experience" not in found.replace("Someone else like me", ""), name


def test_every_blank_has_a_label() -> None:
    for kind, nation in FORMS:
        for document in pack(form__kind=kind, group__nation=nation):
            assert all(blank.label.strip() for blank in blanks(document.document)), document.name


def sentences(found: str) -> list[str]:
    body = found.split("Where this comes from")[0]
    body = re.sub(r"\b([\w-]+\.)+[a-z]{2,}(/\S*)?", "address", body)
    return [each.strip() for each in re.split(r"(?<=[.?!:;])\s+|[\n\t]", body) if len(each.split()) > 2]


def test_sentences_are_short_in_every_paper() -> None:
    for name, found in every_text():
        lengths = [len(each.split()) for each in sentences(found)]
        assert max(lengths) <= 25, (name, max(sentences(found), key=lambda each: len(each.split())))
        assert sum(lengths) / len(lengths) <= 15, name
