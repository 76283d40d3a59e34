"""Every answer is declared in full, in one place, and what is declared holds."""

import attrs
import pytest

from groupkit.group import Derived, Group, Person, fields, sections
from groupkit.group.answers import described
from groupkit.group.kinds import Choice

PROMISED = """
    group.name group.short_name group.meaning group.area group.nation group.service group.aims group.people group.person
    group.experience
    form.kind form.charitable_aims form.staff_or_lease form.adopted
    host.name host.kind host.name_agreed host.gives host.staff_attend host.contact
    members.now members.youngest members.carers members.allies members.groups members.joining members.fee
    committee.min committee.max committee.quorum committee.word committee.chairs committee.officers committee.term_years
    committee.lived_share committee.others committee.co_opted committee.meetings_a_year committee.youngest
    committee.people
    decisions.style decisions.casting_vote decisions.members_quorum decisions.members_quorum_share
    decisions.notice_days decisions.closing_notice_days decisions.agm_gap_months decisions.first_agm_months
    decisions.special_number decisions.special_share decisions.change_share decisions.close_share decisions.staff_vote
    meetings.start meetings.length meetings.pattern meetings.first meetings.how meetings.place meetings.address
    meetings.link meetings.phone meetings.papers_days meetings.partner meetings.interpreter meetings.agm_month
    meetings.refreshments
    money.holds money.income_expected money.year_end money.signatories money.signatories_needed money.lottery money.bank
    payments.who_pays payments.rate_hour payments.rate_meeting payments.days_to_pay payments.cash
    payments.committee_payments payments.review_months payments.notice_cancel_days
    support.wellbeing support.safeguarding_lead support.safeguarding_deputy support.quiet_space support.supporter
    support.information_lead
    contact.name contact.email contact.phone contact.address contact.website contact.complaints
    resources.local
    style.house_style style.logo style.logo_alt
    pack.kind pack.documents pack.add pack.leave_out pack.formats pack.notes
""".split()

EVERY = list(fields())


def test_the_sections_and_keys_are_those_that_were_promised() -> None:
    assert [answer.key for answer in EVERY] == PROMISED


def test_the_sections_of_a_group_are_the_sections_of_the_answers() -> None:
    names = [field.name for field in attrs.fields(Group) if field.name not in ("given", "folder")]
    assert names == [section.name for section in sections()]


def test_only_name_area_and_nation_have_no_usual_answer() -> None:
    assert [answer.key for answer in EVERY if answer.required] == ["group.name", "group.area", "group.nation"]


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: answer.key)
def test_an_answer_says_what_it_asks_and_gives_an_example_that_can_be_read(answer) -> None:
    assert answer.question.endswith(("?", "."))
    assert len(answer.question.split()) <= 15
    assert answer.example
    assert isinstance(answer.kind.read(answer.example), answer.type)


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: answer.key)
def test_a_usual_answer_is_one_that_could_have_been_given(answer) -> None:
    if answer.required or answer.default in (None, "", ()):
        return
    if isinstance(answer.default, Derived):
        assert answer.default.how.startswith("from ")
        return
    assert answer.kind.read(answer.default) == answer.default


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: answer.key)
def test_sentences_of_help_are_short(answer) -> None:
    for sentence in answer.help.replace("?", ".").replace(":", ".").split(". "):
        assert len(sentence.split()) <= 25


def test_the_questions_asked_first_are_few_and_hold_all_that_is_needed() -> None:
    first = [answer for answer in EVERY if answer.ask == "always"]
    assert 10 <= len(first) <= 15
    assert {answer.key for answer in EVERY if answer.required} <= {answer.key for answer in first}


def test_nothing_asks_for_a_diagnosis_or_for_benefits() -> None:
    asked = [*EVERY, *described(Person, "person").values()]
    words = " ".join(f"{answer.key} {answer.question} {answer.example}" for answer in asked).casefold()
    for forbidden in ("diagnos", "benefit", "medication", "illness", "universal credit", "why do you"):
        assert forbidden not in words


def test_choices_have_labels_and_the_labels_differ() -> None:
    for answer in EVERY:
        labels = list(answer.choices.values())
        assert len(set(labels)) == len(labels)
        assert all(labels)


def test_every_form_of_the_register_can_be_chosen_and_is_offered_where_it_exists() -> None:
    kind = next(answer.kind for answer in EVERY if answer.key == "form.kind")
    assert isinstance(kind, Choice)
    assert kind.offered is not None
    offered = {
        nation: [form for form in kind.choices if kind.offered(group_in(nation), form)]
        for nation in ("england", "scotland", "northern-ireland")
    }
    assert len(kind.choices) == 12
    assert "cio_association" in offered["england"]
    assert "scio_two_tier" not in offered["england"]
    assert "small_charity_unregistered" not in offered["scotland"]
    assert "charity_association_n" in offered["northern-ireland"]
    assert all("unincorporated_association" in forms for forms in offered.values())


def group_in(nation: str) -> Group:
    return Group.from_answers({"group": {"name": "Riverside Voices", "area": "Riverside", "nation": nation}})
