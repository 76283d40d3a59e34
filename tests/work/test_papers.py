"""Proves what each paper for one piece of work says, and that none says what no payment paper may."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

import pytest
from helpers.groups import NATIONS, ON, group
from helpers.payment_words import faults
from helpers.work import offer

from groupkit import build, choosing, context as contexts, templates
from groupkit.document import plain_text
from groupkit.work import papers
from groupkit.work.paying import PAID

WHO_PAYS = (*PAID, "expenses-only", "nothing")
FORMS = ("unincorporated_association", "hosted_group", "informal_tor", "charity_association_ew", "cic")
FULL = {
    "when__dates": "9 March 2027; 23 March 2027",
    "when__length": 120,
    "when__start": "2pm",
    "money__amount": "30",
    "work__asked_by": "The trust",
    "person__name": "Cerys Evans",
}


@cache
def made(kind: str = "offer", **answers: object) -> dict[str, str]:
    """The papers as people read them, by name."""
    return {each.name: plain_text(each.document) for each in papers(offer(**answers), date=ON, kind=kind)}  # type: ignore[arg-type]


@cache
def every_paper() -> dict[tuple[object, ...], dict[str, str]]:
    """The papers of an offer by form, nation, who pays, and whether it says little or much."""
    found = {}
    for form, nation, who, full in product(FORMS, NATIONS, WHO_PAYS, (False, True)):
        if form == "charity_association_ew" and nation not in ("england", "wales"):
            continue
        host = {"of__host__name": "Riverside Trust"} if form == "hosted_group" else {}
        answers = {"of__form__kind": form, "of__group__nation": nation, "of__payments__who_pays": who} | host
        unpaid = {"money__amount": 0} if who not in PAID else {}
        found[form, nation, who, full] = made(**answers, **((FULL | unpaid) if full else {}))
    return found


def test_no_paper_holds_a_forbidden_sentence_or_question() -> None:
    for case, texts in every_paper().items():
        for name, text in texts.items():
            assert not faults(text), (case, name, faults(text))


def test_an_offer_gives_what_was_promised_and_leaves_a_line_for_the_rest() -> None:
    text = made(**FULL)["offer"]
    for needed in (
        "An offer of work: Review of the crisis line",
        "For Cerys Evans.",
        "Tuesday 9 March 2027 and Tuesday 23 March 2027, at 2pm",
        "2 hours each time",
        "£30 for each date, £60 in all",
        "the full amount, a lower amount, or none",
        "travel, food and drink",
        "What will change as a result",
        "Please take advice first. Do so too if you mean to accept less, or nothing.",
        "nothing starts before you are ready",
        "letter for your adviser or jobcentre",
    ):
        assert needed in text
    assert "what was promised, by whom and by when" in text


def test_every_offer_leaves_time_for_advice_and_names_who_gives_it() -> None:
    for (_, nation, _, _), texts in every_paper().items():
        assert "Please take advice first." in texts["offer"]
        assert "Mental Health & Money Advice" in texts["offer"]
        assert ("Advice NI" in texts["offer"] or "advice" in texts["offer"].lower()) if nation else True
        assert "tell us: we keep your place" in texts["offer"]


def test_where_nobody_is_paid_there_is_no_choice_to_make_and_nothing_is_promised() -> None:
    for (_, _, who, _), texts in every_paper().items():
        assert ("choice-form" in texts) is (who in PAID)
        assert ("expenses-claim" in texts) is (who != "nothing")
        assert ("payment-record" in texts) is (who not in ("partner-pays-person", "nothing"))
        if who not in PAID:
            assert "There is no payment for your time." in texts["offer"]
            assert "£" not in texts["offer"]
        if who == "nothing":
            assert "There is no money for costs." in texts["offer"]


def test_the_choice_form_asks_for_the_choice_and_never_for_a_reason() -> None:
    for texts in every_paper().values():
        if text := texts.get("choice-form"):
            assert "the full amount / a lower amount / no payment" in text
            assert "Nobody asks why, and nobody writes down why." in text
            assert text.count("why") == 2
            assert "?" not in text.split("Please take advice")[0]


def test_the_record_holds_a_row_for_each_date_and_keeps_expenses_apart() -> None:
    text = made(**FULL)["payment-record"]
    assert text.count("Cerys Evans") == 2
    assert "Expenses go in a column of their own" in text
    assert "never a reason, a benefit or anyone’s health" in text


def test_the_statement_is_for_the_tax_year_of_its_day() -> None:
    assert "6 April 2026 to 5 April 2027" in made(**FULL)["yearly-statement"]


def test_the_total_of_a_claim_stands_first_in_its_row_where_no_date_is_asked_for() -> None:
    assert "\nIn all\t" in made(**FULL)["expenses-claim"]


def test_one_date_needs_no_sum() -> None:
    text = made(**(FULL | {"when__dates": "9 March 2027"}))["offer"]
    assert "Payment: £30. " in text
    assert "in all" not in text


def test_an_answer_stays_text_in_every_paper() -> None:
    texts = made(**(FULL | {"person__name": "# A | {{ b }}", "work__what": "*c* [d](e)"}))
    assert "# A | {{ b }}" in texts["offer"]
    assert "*c* [d](e)" in texts["offer"]


@pytest.mark.parametrize("who", WHO_PAYS)
def test_blank_forms_are_in_the_full_pack_where_payments_apply(who: str) -> None:
    pack = build(group(payments__who_pays=who, pack__kind="full"), date=ON, formats=["md"])
    assert ("choice-form" in pack) is (who in PAID)
    assert ("expenses-claim" in pack) is (who != "nothing")
    assert ("payment-record" in pack) is (who not in ("partner-pays-person", "nothing"))
    assert "offer" not in pack
    assert "letter" not in pack


def test_a_pack_says_which_command_makes_the_papers_that_are_not_in_it() -> None:
    ours = group(pack__kind="full")
    left_out = choosing.left_out(ours, contexts.for_group(ours, ON, ()))
    reasons = {each.name: each.reason for each in left_out}
    assert "groupkit offer makes it" in reasons["offer"]
    assert "groupkit letter makes it" in reasons["letter"]


def test_a_blank_form_of_the_pack_names_no_work_and_no_amount() -> None:
    pack = build(group(pack__kind="full", payments__rate_meeting="30"), date=ON, formats=["md"])
    text = plain_text(pack["choice-form"].document)
    assert "(name of the work)" in text
    assert "(amount in pounds)" in text
    assert "£30" not in text


def test_each_paper_belongs_to_a_pack_or_to_a_command() -> None:
    names = {each.name for each in templates.documents() if set(each.sets) & set(templates.WORK)}
    assert names == {"offer", "choice-form", "expenses-claim", "payment-record", "yearly-statement", "letter"}


def sentences(text: str) -> list[str]:
    body = text.split("Where this comes from")[0]
    body = re.sub(r"\b([\w-]+\.)+[a-z]{2,}(/\S*)?", "address", body)
    return [each.strip() for each in re.split(r"(?<=[.?!:;])\s+|\n", body) if len(each.split()) > 2]


def test_sentences_are_short_in_every_paper() -> None:
    for texts in every_paper().values():
        for name, text in texts.items():
            lengths = [len(each.split()) for each in sentences(text)]
            longest = max(sentences(text), key=lambda each: len(each.split()))
            assert max(lengths) <= 25, (name, longest)
            assert sum(lengths) / len(lengths) <= 15, name
