"""The usual answers fit each other and every rule about numbers, for every form and size of group.

The rules are written here once more, from their plain words, so that a slip in the table cannot hide itself.
"""

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given, strategies as st

from groupkit.group import Group
from groupkit.group.form import FORMS, exists_in

NATIONS = ("england", "wales", "scotland", "northern-ireland")
PAIRS = [(form, nation) for form in FORMS for nation in NATIONS if exists_in(form, nation)]
CHARITIES = [form for form in FORMS if "charity" in form or "cio" in form]
SIZES = range(2, 65)


def group_of(form: str, nation: str, size: int, **answers: object) -> Group:
    about = {"name": "Riverside Voices", "area": "Riverside", "nation": nation}
    return Group.from_answers({"group": about, "form.kind": form, "members.now": size} | answers)


def lived_experience_needed(size: int) -> int:
    return next(people for people in range(size + 1) if people * 2 > size)


@pytest.mark.parametrize(("form", "nation"), PAIRS)
def test_the_committee_can_be_filled_and_can_decide(form: str, nation: str) -> None:
    for size in SIZES:
        committee = group_of(form, nation, size).committee
        assert committee.min <= committee.max <= 15
        assert 2 <= committee.quorum <= committee.min
        assert committee.quorum >= max(2, round(Fraction(committee.max, 3)))
        assert len(committee.officers) <= committee.min
        assert 1 <= committee.term_years <= 3
        assert committee.meetings_a_year >= 3
        assert committee.co_opted + committee.others <= committee.min - lived_experience_needed(committee.min)
        if form in CHARITIES:
            assert committee.min >= 3
            assert committee.youngest >= 18
            assert committee.word == "trustees"
        if size >= 3:  # two people leave no room for one of them to be away
            assert committee.min >= 3
            assert committee.quorum <= committee.min - 1
            assert committee.min <= size
            assert committee.max <= size or size >= committee.min + 2


@pytest.mark.parametrize(("form", "nation"), PAIRS)
def test_general_meetings_can_be_called_and_held(form: str, nation: str) -> None:
    for size in SIZES:
        group = group_of(form, nation, size)
        decisions = group.decisions
        needed = max(decisions.members_quorum, ceil(decisions.members_quorum_share * size))
        callers = max(decisions.special_number, ceil(decisions.special_share * size))
        assert 2 <= needed <= size
        assert 1 < callers <= max(2, size - 1)
        assert 14 <= decisions.notice_days <= decisions.closing_notice_days <= 42
        assert decisions.agm_gap_months <= 15
        if size >= 4:  # with three, the notes take two of them and a warning: one may be unwell
            assert needed >= 3
            assert needed > group.committee.quorum
        official = {"cio_association": 18, "cio_foundation": 18, "scio_two_tier": 15, "scio_single_tier": 15}
        assert decisions.first_agm_months == official.get(form, 12)
        share = Fraction(3, 4) if form.startswith("cio_") else Fraction(2, 3)
        assert decisions.change_share == decisions.close_share == share


@pytest.mark.parametrize(("form", "nation"), PAIRS)
def test_money_is_held_and_approved_as_the_form_allows(form: str, nation: str) -> None:
    for size in SIZES:
        group = group_of(form, nation, size)
        assert group.money.holds == (form not in ("informal_tor", "hosted_group"))
        assert 2 == group.money.signatories_needed <= group.money.signatories <= group.committee.max
        assert group.money.signatories >= 3 or size == 2
        assert ("treasurer" in group.committee.officers) == group.money.holds
        assert group.payments.committee_payments in ("none", "expenses")
        expected = {"hosted_group": "partner-pays-group", "informal_tor": "partner-pays-person"}
        assert group.payments.who_pays == expected.get(form, "group")


@pytest.mark.parametrize(
    ("size", "committee", "quorum", "members_quorum", "special", "signatories", "notice", "closing"),
    [
        (3, (3, 3), 2, (2, "1/3"), (2, "1/5"), 3, 14, 14),
        (4, (3, 4), 2, (3, "1/3"), (2, "1/5"), 3, 14, 14),
        (8, (4, 6), 3, (4, "1/3"), (3, "1/5"), 3, 14, 14),
        (9, (5, 7), 3, (5, "1/3"), (3, "1/5"), 3, 14, 14),
        (16, (6, 9), 4, (7, "1/4"), (5, "1/5"), 3, 14, 21),
        (31, (9, 12), 4, (10, "1/10"), (10, "1/10"), 4, 21, 21),
    ],
)
def test_the_numbers_are_those_of_the_table_of_safe_defaults(
    size, committee, quorum, members_quorum, special, signatories, notice, closing
) -> None:
    group = group_of("unincorporated_association", "england", size)
    decisions = group.decisions
    assert (group.committee.min, group.committee.max) == committee
    assert group.committee.quorum == quorum
    assert (decisions.members_quorum, decisions.members_quorum_share) == (
        members_quorum[0],
        Fraction(members_quorum[1]),
    )
    assert (decisions.special_number, decisions.special_share) == (special[0], Fraction(special[1]))
    assert group.money.signatories == signatories
    assert (decisions.notice_days, decisions.closing_notice_days) == (notice, closing)


@pytest.mark.parametrize("form", ["unincorporated_association", "charity_association_ew"])
def test_two_co_chairs_count_as_two_people(form: str) -> None:
    for size in SIZES:
        committee = group_of(form, "england", size, **{"committee.chairs": "co-chairs"}).committee
        assert committee.officers_count == len(committee.officers) + 1 <= committee.min


def test_where_people_take_turns_there_is_no_chair() -> None:
    group = group_of("unincorporated_association", "england", 8, **{"committee.chairs": "rotating"})
    assert group.committee.officers == ("treasurer", "secretary")


@given(
    size=st.integers(2, 64),
    form=st.sampled_from([form for form, nation in PAIRS if nation == "england"]),
    given_numbers=st.fixed_dictionaries({}, optional={"min": st.integers(3, 20), "max": st.integers(3, 20)}),
    quorum=st.none() | st.integers(2, 20),
)
def test_a_default_never_contradicts_an_answer(size, form, given_numbers, quorum) -> None:
    smallest, largest = given_numbers.get("min", 2), given_numbers.get("max", 99)
    if smallest > largest or (quorum or 2) > min(largest, given_numbers.get("min", 99)):
        return  # the answers contradict each other
    answers = {f"committee.{name}": number for name, number in given_numbers.items()}
    if quorum:
        answers["committee.quorum"] = quorum
    committee = group_of(form, "england", size, **answers).committee
    assert committee.min <= committee.max
    assert 2 <= committee.quorum <= committee.min


@pytest.mark.parametrize(
    ("people", "person"),
    [
        ("people with lived experience", "person with lived experience"),
        ("survivors", "survivor"),
        ("service users", "service user"),
        ("Mad people", "Mad person"),
        ("experts by experience", "expert by experience"),
        ("people who use services", "person who use services"),
        ("people on the ward", "person on the ward"),
        ("parties", "party"),
        ("folk", "member"),
        ("with", "member"),
        ("us", "member"),
        ("pobl", "member"),
    ],
)
def test_the_word_for_one_member_comes_from_the_word_for_all(people: str, person: str) -> None:
    group = group_of("informal_tor", "wales", 8, **{"group.people": people})
    assert group.group.person == person


@pytest.mark.parametrize(("least", "places"), [(3, 1), (5, 2), (9, 2), (13, 2)])
def test_a_committee_may_fill_two_places_itself_at_most(least: int, places: int) -> None:
    group = group_of("unincorporated_association", "wales", 60, **{"committee.min": least})
    assert least - lived_experience_needed(least) >= places
    assert group.committee.co_opted == places


def test_aims_speak_in_the_groups_own_words() -> None:
    group = group_of("informal_tor", "wales", 8, **{"group.people": "survivors", "group.service": "crisis services"})
    assert 2 <= len(group.group.aims) <= 4
    assert group.group.aims[0] == "To give survivors a real say in crisis services in Riverside."


@pytest.mark.parametrize("form", FORMS)
def test_aims_are_short_sentences_and_those_of_a_charity_are_purposes(form: str) -> None:
    group = group_of(form, next(nation for nation in NATIONS if exists_in(form, nation)), 8)
    for aim in group.group.aims:
        assert aim.endswith(".")
        assert all(len(sentence.split()) <= 25 for sentence in aim.split(". "))
        assert aim.startswith(("To advance", "To relieve")) or form not in CHARITIES
    assert group.form.is_charity == (form in CHARITIES)
    assert group.group.aims[0].startswith("To advance" if form in CHARITIES else "To give")


@pytest.mark.parametrize(("year_end", "month"), [("31 March", "June"), ("31 October", "January"), ("5 April", "July")])
def test_the_yearly_meeting_comes_three_months_after_the_money_year(year_end: str, month: str) -> None:
    group = group_of("unincorporated_association", "england", 8, **{"money.year_end": year_end})
    assert group.meetings.agm_month == month
