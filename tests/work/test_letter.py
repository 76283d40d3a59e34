"""Proves that the letter says what an adviser needs, and leaves out all that it must, whatever the answers."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

import pytest
from helpers.groups import NATIONS, ON
from helpers.payment_words import faults
from helpers.work import offer

from groupkit.document import plain_text
from groupkit.facts import Register
from groupkit.work import papers
from groupkit.work.paying import PAID
from groupkit.work.people import LIMBS, NO_LIMB

WHO_PAYS = (*PAID, "expenses-only", "nothing")
FORMS = ("unincorporated_association", "hosted_group")
AMOUNTS = (None, "0", "30")

LEFT_OUT = {
    "health": r"diagnos|illness|\bill\b|unwell|\bsick|symptom|disab|patient|mental (illness|distress|health problem)",
    "fitness for work": r"\bfit\b|fitness|capab|able to work|ready for work|work[- ]related|\bemployed\b",
    "benefits of the person": r"\b(gets?|receives?|claims|claiming|claimant|entitled|award|PIP|ESA|JSA|PW1|journal)\b",
    "names of benefits": r"Carer.s Allowance|Pension Credit|Housing Benefit|permitted work|Job ?seeker",
    "reasons": r"\bwhy\b|reason|because|prefer|decided to|\bchose|lower amount|less than|declin|refus",
    "promises": r"\bsafe\b|guarant|exempt|disregard|ignore|(does|do|will|should) not|no effect|protect|qualif",
    "unchecked status": r"not an? (job|employee|worker)|volunteer|self-employed|taxable|tax-free|not earnings",
}
RULES = r"service user|DWP|[Rr]egulation|Universal Credit|legislation|limb|legal duty|research or monitoring"
WORDS = {
    "statutory-body": "a body that has a legal duty to provide health care, social care or social housing",
    "research-monitoring": "a body that does research or monitoring",
    "social-security": "a body that looks after social security, child support or employment services",
}


@cache
def letter(nation: str = "england", limb: str = NO_LIMB, **answers: object) -> str:
    given = {"of__group__nation": nation, "of__group__service": "community services", "letter__limb": limb}
    made = papers(offer(**(given | answers)), date=ON, kind="letter")
    return plain_text(made["letter"].document)


def limbs_of(nation: str) -> list[str]:
    return [limb for limb in LIMBS if limb == NO_LIMB or nation in Register.load().limbs[limb].nations]


@cache
def every_letter() -> dict[tuple[object, ...], str]:
    found = {}
    for nation, form, who, amount, carer in product(NATIONS, FORMS, WHO_PAYS, AMOUNTS, (False, True)):
        host = {"of__host__name": "Riverside Trust"} if form == "hosted_group" else {}
        amounts = {} if amount is None else {"money__amount": amount}
        answers = {"of__form__kind": form, "of__payments__who_pays": who, "letter__carer": carer} | host | amounts
        for limb in limbs_of(nation):
            found[nation, limb, form, who, amount, carer] = letter(nation, limb, **answers)
    return found


def test_no_letter_says_what_it_must_leave_out() -> None:
    letters = every_letter()
    assert len(letters) > 700
    for case, text in letters.items():
        own = re.sub(r"^.*Universal Credit Regulations.*$", "", text, flags=re.MULTILINE)  # titles of the law itself
        for what, pattern in LEFT_OUT.items():
            found = re.search(pattern, own)
            assert not found, (case, what, own[max(0, found.start() - 60) : found.end() + 60])
        assert not faults(text), (case, faults(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "She has a diagnosis of depression.",
        "He is not fit for work.",
        "They get ESA.",
        "They chose a lower amount because of their claim.",
        "You must ignore this money.",
        "This is not a job.",
        "The payment is exempt.",
    ],
)
def test_the_list_of_what_is_left_out_catches_what_it_is_meant_to_catch(sentence: str) -> None:
    assert any(re.search(pattern, sentence) for pattern in LEFT_OUT.values())


def test_without_a_limb_there_is_no_word_of_the_rules() -> None:
    for (_, limb, *_), text in every_letter().items():
        assert bool(re.search(RULES, text)) is (limb != NO_LIMB)


def test_with_a_limb_that_one_alone_is_named_by_regulation() -> None:
    for (nation, limb, *_), text in every_letter().items():
        assert [each for each, words in WORDS.items() if words in text] == ([limb] if limb != NO_LIMB else [])
        if limb != NO_LIMB:
            northern = nation == "northern-ireland"
            assert ("Regulations (Northern Ireland) 2016" in text) is northern
            assert ("Universal Credit Regulations 2013, regulation 60" in text) is not northern
            assert ("Universal Credit Regulations 2013, regulation 55" in text) is not northern
            assert ("SI 2014/591" in text) is not northern
            assert ("DWP" in text) is not northern
            assert "may use them, care for someone who does, or are affected by them" in text


def test_a_carer_is_named_only_with_a_limb_and_only_when_it_is_wanted() -> None:
    for (_, limb, _, _, _, carer), text in every_letter().items():
        assert ("comes as a carer" in text) is (carer and limb != NO_LIMB)


def test_it_never_decides() -> None:
    for text in every_letter().values():
        assert "What the rules mean for any claim is for you to decide." in text
        assert "They need not come, and may stop at any time, without penalty." in text


def test_it_stands_on_the_heading_of_whoever_pays() -> None:
    own = {"work__asked_by": "The trust", "of__contact__address": "1 Bridge Street"}
    assert letter(**own).startswith("About involvement work\nRiverside Voices\n1 Bridge Street")
    service = letter(**own, of__payments__who_pays="partner-pays-person")
    assert service.startswith("About involvement work\nThe trust\n")
    assert "1 Bridge Street" not in service
    assert "Riverside Voices" not in service
    made = papers(offer(**own, of__payments__who_pays="partner-pays-person"), date=ON, kind="letter")["letter"]
    assert (made.document.owner, made.document.author) == ("The trust", "The trust")
    host = {"of__form__kind": "hosted_group", "of__host__name": "Riverside Trust"}
    assert letter(**own, **host).startswith("About involvement work\nRiverside Trust\n")


def test_a_body_that_is_not_known_is_a_line_to_fill_in_and_never_the_group() -> None:
    made = papers(offer(of__payments__who_pays="partner-pays-person"), date=ON, kind="letter")["letter"]
    assert plain_text(made.document).startswith("About involvement work\n________ (name of whoever pays)")
    assert made.document.owner == ""
    assert "Riverside" not in made.markdown


def test_it_gives_the_work_hours_money_costs_and_pay_days() -> None:
    text = letter(
        person__name="Cerys Evans",
        when__dates="9 March 2027; 23 March 2027",
        when__length=120,
        when__preparation=60,
        money__amount="30",
        body__tax="Checked on 4 January by our finance lead.",
    )
    for needed in (
        "About: Cerys Evans.",
        "9 March 2027 and 23 March 2027",
        "2 hours each time, with 1 hour more to get ready",
        "£30 for each date, £60 in all",
        "23 March 2027 and 6 April 2027, into a bank account",
        "We meet the real cost and no more.",
        "Checked on 4 January by our finance lead.",
    ):
        assert needed in text


def test_what_was_decided_on_tax_is_a_line_to_fill_in_unless_it_was_said() -> None:
    assert "(what was decided, by whom and when)" in letter(money__amount="30")
    assert "Tax" not in letter(money__amount="0")
