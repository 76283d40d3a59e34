"""The rules of a group, by form and nation: what they must say and must not say, in numbers that agree."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from helpers.constitution import (
    ASSOCIATION_WHERE,
    ASSOCIATIONS,
    CHARITIES,
    OFFICIAL,
    PAPER,
    TERMS,
    WHERE,
    clause,
    document,
    everything,
    group,
    ids,
    paper,
    sentences,
    size,
    text,
)
from hypothesis import HealthCheck, given, settings, strategies as st

from groupkit import words
from groupkit.document import blanks, plain_text, without_notes
from groupkit.document.blocks import Document, Heading, Note, SignOff, Table
from groupkit.document.text import inline_text
from groupkit.facts import Register
from groupkit.group.sizes import lived_experience_needed

# ------------------------------------------------------------- what is in it


@pytest.mark.parametrize(("form", "nation"), WHERE)
def test_each_form_has_every_clause_that_it_needs(form: str, nation: str) -> None:
    needed = {name.replace("_", "-") for name in Register.load().form(form).needs_clauses}
    assert needed <= ids(paper(form, nation))


@pytest.mark.parametrize(("form", "nation"), [each for each in WHERE if each[0] in TERMS])
def test_terms_of_reference_hold_nothing_that_belongs_to_a_constitution(form: str, nation: str) -> None:
    assert not ids(paper(form, nation)) & {"bank", "agm", "dissolution", "adoption", "borrowing", "not-for-profit"}
    assert not re.search(r"AGM|general meeting|treasurer|signator|similar aims", text(form, nation))


@pytest.mark.parametrize("form", [*TERMS, "unincorporated_association"])
@pytest.mark.parametrize("aims", ["yes", "no", "not-sure"])
def test_in_scotland_a_group_off_the_register_never_uses_the_word_charity(form: str, aims: str) -> None:
    assert "charit" not in text(form, "scotland", form__charitable_aims=aims).lower()


def test_a_scottish_charity_does_not_call_itself_one_before_it_is_on_the_register() -> None:
    assert "Until it is there, it may not call itself a charity" in text("charity_association_s", "scotland")


@pytest.mark.parametrize(("form", "nation"), ASSOCIATION_WHERE)
def test_the_equality_law_is_that_of_the_nation(form: str, nation: str) -> None:
    fairness = text(form, nation)
    assert ("Equality Act" in fairness) == (nation != "northern-ireland")
    assert ("political opinion" in fairness) == (nation == "northern-ireland")


@pytest.mark.parametrize(("form", "nation"), WHERE)
def test_no_paper_in_northern_ireland_names_the_law_or_the_line_of_great_britain(form: str, nation: str) -> None:
    if nation == "northern-ireland":
        assert not re.search(r"Equality Act 2010|NHS 111|OSCR|Charity Commission for England", text(form, nation))


@pytest.mark.parametrize(("form", "nation"), ASSOCIATION_WHERE)
def test_being_unwell_never_costs_anyone_their_place(form: str, nation: str) -> None:
    whole = text(form, nation).lower()
    assert "because they are unwell, in hospital or in crisis" in whole
    assert "must be offered leave" in whole
    assert not re.search(r"mental disorder|incapab|detained|unsound|sectioned", whole)


@pytest.mark.parametrize(("form", "nation"), ASSOCIATION_WHERE)
def test_removal_has_reasons_notice_a_hearing_and_a_friend(form: str, nation: str) -> None:
    of_member, of_committee = (clause(paper(form, nation), name) for name in ("removal", "committee-end"))
    for words_needed in ("written reasons", "twenty-one (21) days", "answer, with a friend", "general meeting"):
        assert words_needed in of_member
    for words_needed in ("written reasons", "fourteen (14) clear days", "answer, with a friend"):
        assert words_needed in of_committee


@pytest.mark.parametrize(("form", "nation"), ASSOCIATION_WHERE)
def test_money_is_in_the_exact_name_and_two_people_approve(form: str, nation: str) -> None:
    whole = text(form, nation)
    assert "account in the group's exact name" in whole
    assert "Each payment needs two (2) of them, online too." in whole
    assert "approve a payment to themselves, or to someone they are related to or live with" in whole
    assert "None may be shared out among members." in whole


@pytest.mark.parametrize(("form", "nation"), ASSOCIATION_WHERE)
def test_no_power_to_borrow_employ_or_lease(form: str, nation: str) -> None:
    borrowing = clause(paper(form, nation), "borrowing")
    assert "may not borrow money" in borrowing
    assert "may not employ anyone, or own or rent a building" in borrowing
    chosen = clause(paper(form, nation, form__staff_or_lease=True), "borrowing")
    assert "only if a general meeting agrees, after taking advice" in chosen


@pytest.mark.parametrize(("form", "nation"), ASSOCIATION_WHERE)
def test_what_is_left_goes_to_similar_aims_and_never_to_members(form: str, nation: str) -> None:
    closing = clause(paper(form, nation), "dissolution")
    to = "charities with the same or similar aims" if form in CHARITIES else "another not-for-profit group with similar"
    assert to in closing
    assert "never go to members" in closing


@pytest.mark.parametrize(("form", "nation"), [each for each in WHERE if each[0] in CHARITIES])
def test_no_change_may_stop_a_charity_being_one(form: str, nation: str) -> None:
    assert "No change may stop the group being a charity." in text(form, nation)
    assert "only charitable" not in clause(paper(form, nation), "host-independence")


@pytest.mark.parametrize(
    ("form", "nation", "regulator", "other"),
    [
        ("charity_association_ew", "wales", "Charity Commission for England and Wales", "OSCR"),
        ("charity_association_s", "scotland", "OSCR", "Charity Commission"),
        ("charity_association_n", "northern-ireland", "CCNI", "OSCR"),
    ],
)
def test_a_charity_names_its_own_regulator_and_no_other(form: str, nation: str, regulator: str, other: str) -> None:
    assert regulator in text(form, nation)
    assert other not in text(form, nation)


def test_oscr_is_asked_forty_two_days_before() -> None:
    changing = text("charity_association_s", "scotland")
    assert "Changes to the name or aims, merging and closing need OSCR's consent." in changing
    assert "at least forty-two (42) days before" in changing
    assert "other changes within three (3) months" in changing


def test_the_charity_commission_consents_to_three_kinds_of_change() -> None:
    changing = text("charity_association_ew", "england")
    three = "Changes to the aims, to what trustees may get or to closing"
    assert f"{three} need the Charity Commission's consent first." in changing


@pytest.mark.parametrize(("form", "nation"), ASSOCIATION_WHERE)
def test_nobody_outside_can_take_the_group_over(form: str, nation: str) -> None:
    independence = clause(paper(form, nation, host__name="Riverside Trust"), "host-independence")
    assert "No host, funder or service may direct it or end it." in independence
    assert "None may choose more than a minority" in independence


@pytest.mark.parametrize(("form", "nation"), [each for each in WHERE if each[0] not in OFFICIAL])
def test_confidentiality_states_its_limits_and_addresses_stay_private(form: str, nation: str) -> None:
    limits = clause(paper(form, nation), "confidentiality")
    assert "a risk of serious harm, a child or an adult at risk, and the law" in limits
    if form in ASSOCIATIONS:
        assert "Nobody's address is shared with other members." in text(form, nation)


@pytest.mark.parametrize(("form", "nation"), [each for each in WHERE if each[0] not in OFFICIAL])
def test_people_say_for_themselves_and_nobody_asks_for_proof(form: str, nation: str) -> None:
    assert "Each person says for themselves whether this fits." in text(form, nation)
    assert "proof" in text(form, nation)


# ---------------------------------------------------------------- the answers


@pytest.mark.parametrize("how", ["in-person", "online", "mixed"])
def test_decisions_taken_online_are_valid(how: str) -> None:
    remote = clause(paper(meetings__how=how), "remote-meetings")
    for needed in ("The notice says how to join", "count towards the quorum", "vote by voice or message", "link fails"):
        assert needed in remote
    assert "phone" in remote


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ("in-person", "by show of hands. "),
        ("online", "by show of hands or by calling names. "),
        ("mixed", "by show of hands or by calling names. "),
    ],
)
def test_members_vote_in_a_way_that_fits_how_they_meet(how: str, says: str) -> None:
    voting = clause(paper(meetings__how=how), "voting")
    assert f"Each member has one vote, {says}" in voting
    assert "The vote is secret if two (2) members ask." in voting


def test_meetings_of_members_that_are_no_general_meetings_guide_the_committee() -> None:
    assert "Members may meet at other times too. What they agree there guides the committee." in text()


@pytest.mark.parametrize("form", ["unincorporated_association", "informal_tor", "hosted_group"])
def test_allies_are_no_members_so_that_a_share_of_the_members_is_a_share_of_the_votes(form: str) -> None:
    whole = text(form, members__allies=True)
    assert "as supporters. They are not members, and have no vote." in whole
    assert "allies may join" not in whole


@pytest.mark.parametrize("form", ["unincorporated_association", "small_charity_unregistered"])
def test_someone_from_outside_on_the_committee_votes_there_but_not_on_their_own_employer(form: str) -> None:
    whole = text(form, host__name="Riverside Trust", committee__others=1)
    assert "from outside, as in clause 2.3." in whole
    assert "but leave for what concerns the body that they work for." in whole
    assert "the body that they work for" not in text(form, host__name="Riverside Trust")


@pytest.mark.parametrize("casting", [True, False])
@pytest.mark.parametrize("chairs", ["chair", "co-chairs", "rotating"])
def test_a_tie_is_settled_in_words(casting: bool, chairs: str) -> None:
    tie = clause(paper(decisions__casting_vote=casting, committee__chairs=chairs, members__now=20), "tie")
    assert ("the proposal falls" in tie) != casting
    if casting and chairs == "co-chairs":
        assert "Only the co-chair who is running the meeting has one." in tie


def test_co_chairs_say_who_presides_and_who_the_contact_is() -> None:
    officers = clause(paper(committee__chairs="co-chairs"), "officers")
    assert "agree in writing which of them runs each meeting" in officers
    assert "who is the main contact" in officers
    assert "two co-chairs, the treasurer and the secretary" in officers


def test_when_roles_rotate_the_treasurer_stays() -> None:
    assert "for the whole year" in clause(paper(committee__chairs="rotating"), "officers")


def test_consensus_always_has_a_vote_to_fall_back_on() -> None:
    assert "If it is blocked again, people vote." in text()
    assert "consensus" not in text(decisions__style="vote")


@pytest.mark.parametrize("share", ["more-than-half", "three-quarters"])
@pytest.mark.parametrize(("smallest", "largest"), [(3, 3), (3, 6), (4, 12), (2, 20)])
def test_the_lived_experience_share_is_given_in_people_for_every_size(share: str, smallest: int, largest: int) -> None:
    made = paper(
        members__now=60,
        committee__lived_share=share,
        committee__min=smallest,
        committee__max=largest,
        committee__quorum=2,
    )
    found = {int(of): int(k) for k, of in re.findall(r"(\d+) of (\d+)", clause(made, "lived-share"))}
    for block in everything(made.blocks):
        if isinstance(block, Table):
            sizes, needed = ([inline_text(cell) for cell in row[1:]] for row in (block.head, block.rows[0]))
            found |= {int(of): int(k) for of, k in zip(sizes, needed, strict=True)}
    assert found == {each: lived_experience_needed(each, share) for each in range(smallest, largest + 1)}


def test_when_everyone_has_lived_experience_no_sum_is_needed() -> None:
    assert "All of the committee members must be people with lived experience." in text(committee__lived_share="all")


@pytest.mark.parametrize(
    ("smallest", "quorum", "rows", "sign"),
    [
        (6, 4, "six (6)", "At least four (4) of them, the quorum, must sign."),
        (3, 2, "three (3)", "At least two (2) of them, the quorum, must sign."),
        (5, 5, "five (5)", "At least five (5) of them, the quorum, must sign."),
    ],
)
def test_there_are_lines_for_the_smallest_committee_to_sign(smallest: int, quorum: int, rows: str, sign: str) -> None:
    made = paper(members__now=20, committee__min=smallest, committee__quorum=quorum)
    block = next(block for block in everything(made.blocks) if isinstance(block, SignOff))
    assert len(block.rows) == smallest
    whole = plain_text(made)
    assert f"at least {rows} committee members" in whole
    assert f"Name at least {rows} people" in whole
    assert sign in whole
    assert block.columns == ("Name", "Role", "Signature", "Date")
    assert {blank.label for blank in blanks(made)} >= {"place", "date"}


def test_named_people_stand_on_the_lines_and_the_adoption_date_in_the_text() -> None:
    people = "Ann Jones (chair); Bo Li (treasurer); Cai Rees; Dee Roy"
    made = paper(committee__people=people, form__adopted="2026-11-10")
    block = next(block for block in everything(made.blocks) if isinstance(block, SignOff))
    assert [row[:2] for row in block.rows][:3] == [("Ann Jones", "chair"), ("Bo Li", "treasurer"), ("Cai Rees", "")]
    assert "10 November 2026" in plain_text(made)


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("members__youngest", 16, "No adult may be alone with a young person."),
        ("members__groups", True, "Each names one person to speak and vote for it."),
        ("members__carers", "own-group", "have a group of their own"),
        ("members__allies", True, "have no vote"),
        ("members__joining", "committee", "A no needs a good reason, in writing."),
        ("members__fee", "5", "Members pay £5 a year."),
        ("committee__term_years", 3, "They serve for three (3) years"),
        ("committee__co_opted", 0, "only a general meeting may fill empty places"),
        ("committee__others", 1, "may come from outside"),
        ("decisions__staff_vote", True, "fewer than a quarter of the votes"),
        ("meetings__interpreter", "British Sign Language", "No vote starts until the interpreter has finished."),
        ("meetings__papers_days", 10, "ten (10) days before"),
        ("host__name", "Riverside Trust", "may disagree with Riverside Trust in public"),
        ("money__income_expected", 4000, "Someone who is not a signatory checks them first."),
        ("payments__who_pays", "partner-pays-person", "A service may pay people itself"),
        ("payments__who_pays", "partner-pays-group", "that services ask for and fund"),
        ("payments__who_pays", "expenses-only", "does not pay people for their time."),
        ("payments__who_pays", "nothing", "has no money for expenses yet"),
        ("payments__committee_payments", "involvement", "on the same terms as every member"),
        ("payments__committee_payments", "none", "claim nothing for themselves"),
        ("payments__committee_payments", "other", "needs a general meeting's agreement"),
        ("group__people", "survivors", "survivors lead this group"),
        ("group__meaning", "Voices of the valley", 'In English this means "Voices of the valley"'),
        ("group__short_name", "RV", "Its short name is RV."),
    ],
)
def test_an_answer_changes_the_words(key: str, value: Any, says: str) -> None:
    assert says.lower() in text(**{key: value}).lower()
    assert says.lower() not in text().lower()


@pytest.mark.parametrize("form", ["small_charity_unregistered", "charity_association_ew"])
def test_trustees_get_expenses_only_unless_the_form_lets_them_be_paid(form: str) -> None:
    paid = text(form, payments__committee_payments="involvement")
    assert ("They get no other payment from its money." in paid) == (form == "small_charity_unregistered")
    if form == "charity_association_ew":
        conditions = ("highest amount in it", "reasonable", "best for the group", "fewer than half", "have first read")
        assert all(each in paid for each in conditions)
    assert "on the same terms as everyone else" in paid


def test_northern_ireland_asks_before_it_pays_a_trustee() -> None:
    paid = text("charity_association_n", "northern-ireland", payments__committee_payments="involvement")
    assert "must ask CCNI whether it may" in paid


# ------------------------------------------------------------ numbers and words


@pytest.mark.parametrize(("form", "nation"), WHERE)
def test_each_number_is_the_same_in_words_and_figures(form: str, nation: str) -> None:
    pairs = re.findall(r"([A-Za-z-]+) \((\d+)\)", text(form, nation, members__now=23))
    assert pairs
    assert all(words.words(int(figure)) == word.lower() for word, figure in pairs)


def test_the_notice_for_closing_is_said_where_it_is_longer_than_for_any_general_meeting() -> None:
    longer = clause(paper(decisions__notice_days=14, decisions__closing_notice_days=28), "dissolution")
    assert "Members must get at least twenty-eight (28) clear days' notice." in longer
    same = clause(paper(decisions__notice_days=14, decisions__closing_notice_days=14), "dissolution")
    assert "notice" not in same


def test_the_numbers_are_those_of_the_answers() -> None:
    made = paper(
        members__now=30,
        committee__min=7,
        committee__max=11,
        committee__quorum=5,
        decisions__members_quorum=9,
        decisions__members_quorum_share=Fraction(1, 4),
        decisions__notice_days=17,
        decisions__closing_notice_days=28,
        decisions__agm_gap_months=14,
        decisions__special_number=6,
        decisions__change_share="3/4",
        money__signatories=4,
        committee__meetings_a_year=8,
    )
    says = {
        "members-quorum": "nine (9) members, or one quarter of the members",
        "notice": "seventeen (17) clear days",
        "dissolution": "twenty-eight (28) clear days",
        "agm": "fourteen (14) months",
        "sgm": "six (6) members",
        "bank": "at least four (4)",
    }
    for name, expected in says.items():
        assert expected in clause(made, name)
    whole = plain_text(made)
    assert "at least seven (7) committee members, and at most eleven (11)" in whole
    assert "must meet at least eight (8) times a year" in whole
    assert "For the committee, it is five (5)." in whole
    assert "at least three quarters of the votes cast" in whole


@pytest.mark.parametrize(("form", "nation", "most"), [(f, n, 2100 if f in ASSOCIATIONS else 760) for f, n in WHERE])
def test_a_small_group_has_a_short_paper(form: str, nation: str, most: int) -> None:
    made = paper(form, nation, members__now=8)
    assert size(plain_text(Document(without_notes(made.blocks)))) <= most + 250 * (form in CHARITIES)


@pytest.mark.parametrize(
    ("word", "explained"),
    [
        ("quorum", "The quorum is the fewest people who must be there"),
        ("AGM", "(AGM), the yearly meeting of all members"),
        ("general meeting", "general meeting (a meeting of all members)"),
        ("advocate", "advocate (someone who speaks up for them)"),
        ("Minutes", "Minutes are the written record"),
        ("casting vote", "A casting vote is a second vote"),
        ("conflict of interest", "A conflict of interest is when"),
        ("ignatories", "Signatories are the people who can approve payments"),
        ("unincorporated", "unincorporated association: people working together"),
        ("liable", "can be liable, which means they may have to pay"),
        ("co-opting", "This is called co-opting."),
        ("consensus", "This is called consensus."),
        ("adjourned", "adjourned, which means put off to another time"),
        ("trustees", "Its trustees are the people who run it"),
    ],
)
def test_hard_words_are_explained_where_they_first_appear(word: str, explained: str) -> None:
    form = "charity_association_ew" if word == "trustees" else "unincorporated_association"
    body = plain_text(Document(tuple(block for block in paper(form).blocks if not isinstance(block, Heading | Note))))
    first = re.search(rf"\b{word}|(?<=[Ss]){word}", body)
    assert first
    assert explained in body[max(0, first.start() - 120) : first.end() + 120]


ANSWERS = st.fixed_dictionaries(
    {
        "members__now": st.integers(2, 64),
        "members__youngest": st.sampled_from([0, 16, 18]),
        "members__carers": st.sampled_from(["members", "own-group", "no"]),
        "members__allies": st.booleans(),
        "members__groups": st.booleans(),
        "members__joining": st.sampled_from(["open", "committee"]),
        "committee__chairs": st.sampled_from(["chair", "co-chairs", "rotating"]),
        "committee__lived_share": st.sampled_from(["more-than-half", "three-quarters", "all"]),
        "committee__others": st.integers(0, 2),
        "committee__term_years": st.integers(1, 3),
        "committee__word": st.sampled_from(["committee", "trustees"]),
        "decisions__style": st.sampled_from(["consensus-then-vote", "vote"]),
        "decisions__casting_vote": st.booleans(),
        "decisions__staff_vote": st.booleans(),
        "meetings__how": st.sampled_from(["in-person", "online", "mixed"]),
        "meetings__interpreter": st.sampled_from(["", "British Sign Language"]),
        "money__income_expected": st.sampled_from([0, 2000, 60000]),
        "payments__who_pays": st.sampled_from(
            ["group", "partner-pays-person", "partner-pays-group", "expenses-only", "nothing"]
        ),
        "payments__committee_payments": st.sampled_from(["none", "expenses", "involvement", "other"]),
        "form__staff_or_lease": st.booleans(),
        "host__name": st.sampled_from(["Riverside Trust", "Bridge House"]),
        "group__people": st.sampled_from(["people with lived experience", "survivors", "service users"]),
    }
)


@given(where=st.sampled_from(WHERE), answers=ANSWERS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_group_gets_plain_sentences_and_labelled_blanks(where: tuple[str, str], answers: dict[str, Any]) -> None:
    form, nation = where
    of = group(form, nation, **answers)
    papers = [document(PAPER[form], of), *([document("house-rules", of)] if form in OFFICIAL else [])]
    for made in papers:
        lengths = {each: size(each) for each in sentences(made)}
        assert [each for each, count in lengths.items() if count > 25] == []
        assert sum(lengths.values()) / len(lengths) <= 15
        assert all(blank.label for blank in blanks(made))
        whole = plain_text(made)
        assert not re.search(r"\bNone\b(?! may)|\bTrue\b|\bFalse\b|  +\S|\(\)| ,| \.(?!\w)|\[\]", whole)
        assert not re.search(r"sufferer|patients?\b|must be permitted", whole)
