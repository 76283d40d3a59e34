"""The payment policy: what it must say, and what no payment document may ever say or ask, whatever the answers."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import pytest
from helpers.payment_words import FORBIDDEN

from groupkit import context as contexts, render, templates
from groupkit.document import blanks, number, parse, plain_text
from groupkit.document.blocks import Document
from groupkit.facts import Register
from groupkit.group import Group

ON = date(2027, 1, 5)
NATIONS = ("england", "wales", "scotland", "northern-ireland")
WHO_PAYS = ("group", "partner-pays-person", "partner-pays-group", "expenses-only", "nothing")
PAID = WHO_PAYS[:3]
COMMITTEE = ("none", "expenses", "involvement", "other")
FORMS = [(form.id, nation) for nation in NATIONS for form in Register.load().forms_for(nation)]


@cache
def policy(nation: str = "england", kind: str = "unincorporated_association", on: date = ON, **answers: Any) -> str:
    """The Markdown of the policy with its list of sources; `payments__cash` stands for payments.cash."""
    given = {key.replace("__", "."): value for key, value in answers.items()}
    host = {"host.name": "Riverside Trust"} if kind == "hosted_group" else {}
    group = Group.from_answers(
        {"group.name": "Riverside Voices", "group.area": "Leeds", "group.nation": nation, "form.kind": kind}
        | host
        | given
    )
    context = contexts.for_document(template(), contexts.for_group(group, on, []))
    return render.render(template(), context) + contexts.sources_part(context)


def template() -> templates.Template:
    return next(each for each in templates.documents() if each.name == "payment-policy")


def read(text: str) -> Document:
    return Document(blocks=number(parse(text, where="payment-policy"), where="payment-policy"))


def words(text: str) -> str:
    return plain_text(read(text))


@cache
def every_policy() -> frozenset[str]:
    """The policy as people read it, for each who_pays, form and nation, and each choice for the committee."""
    return frozenset(
        words(policy(nation, kind, payments__who_pays=who, payments__committee_payments=committee))
        for who, (kind, nation), committee in product(WHO_PAYS, FORMS, COMMITTEE)
    )


def test_no_payment_policy_holds_a_forbidden_sentence_or_question() -> None:
    texts = every_policy()
    assert len(texts) > 100
    for fault, patterns in FORBIDDEN.items():
        for pattern, text in product(patterns, texts):
            found = re.search(pattern, text, re.IGNORECASE)
            assert not found, f"it {fault}: {text[max(0, found.start() - 80) : found.end() + 40]!r}"


@pytest.mark.parametrize(
    "sentence",
    [
        "You may take less to keep your benefits.",
        "Please give your reason for declining.",
        "A voucher is used instead of cash, so it stays hidden.",
        "This will not affect your benefits.",
        "You can tell the jobcentre later.",
        "The first £1,000 does not matter.",
        "Payments are not taxable.",
        "Which benefits do you get?",
        "Your group qualifies.",
        "A big fee is averaged over the whole year.",
    ],
)
def test_the_forbidden_list_catches_what_it_is_meant_to_catch(sentence: str) -> None:
    assert any(re.search(p, sentence, re.IGNORECASE) for patterns in FORBIDDEN.values() for p in patterns)


def test_every_policy_sends_people_to_advice_before_they_say_yes() -> None:
    for text in every_policy():
        assert "Please take advice before you say yes." in text
        assert "if you mean to accept less, or nothing" in text
        assert "says nothing about your health, your benefits or your reasons" in text


@pytest.mark.parametrize("who", PAID)
def test_where_people_are_paid_the_choice_is_theirs_alone(who: str) -> None:
    text = words(policy(payments__who_pays=who))
    for needed in (
        "the full amount, a lower amount, or none",
        "Nobody asks why, and nobody writes down why.",
        "reading and preparing",
        "Travel time",
        "personal assistants, interpreters",
        "childcare",
        "cancelled or cut short",
        "A voucher counts as income",
        "No bank account?" if who == "partner-pays-person" else "no bank account",
        "Tax and status",
    ):
        assert needed in text


def test_without_rates_the_policy_has_labelled_blanks_and_with_them_none() -> None:
    labels = {blank.label for blank in blanks(read(policy()))}
    assert {"amount for a meeting", "amount for an hour"} <= labels
    given = policy(payments__rate_meeting="30", payments__rate_hour="12.50")
    assert not {"amount for a meeting", "amount for an hour"} & {blank.label for blank in blanks(read(given))}
    assert "up to two hours: £30." in words(given)
    assert "£12.50 an hour" in words(given)


def test_an_hourly_rate_alone_leaves_no_blank_for_a_meeting() -> None:
    text = words(policy(payments__rate_hour="12.50"))
    assert "Meetings, training and other work: £12.50 an hour" in text
    assert "amount for a meeting" not in text


def test_every_blank_has_a_label() -> None:
    for who, (kind, nation) in product(WHO_PAYS, FORMS):
        assert all(blank.label.strip() for blank in blanks(read(policy(nation, kind, payments__who_pays=who))))


def test_mileage_follows_the_date_of_the_pack() -> None:
    assert "55p a mile by car or van" in words(policy())
    assert "45p" not in words(policy())


@pytest.mark.parametrize("nation", NATIONS)
def test_after_the_review_date_no_figure_is_printed(nation: str) -> None:
    text = words(policy(nation, on=date(2027, 6, 1)))
    assert not re.search(r"£\d|\b\d+p\b", text)
    assert text.count("We have no figure that holds on 1 June 2027. Please look it up: ") >= 4


def test_the_carer_limit_is_never_that_of_another_nation() -> None:
    assert "£204 a week" in words(policy("england"))
    scottish = words(policy("scotland"))
    assert "Carer Support Payment" in scottish
    assert "£204" not in scottish
    assert "£196" not in scottish
    assert "mygov.scot/carer-support-payment" in scottish


def test_form_pw1_is_for_great_britain_and_never_beside_universal_credit() -> None:
    for nation in NATIONS:
        text = words(policy(nation))
        assert ("PW1" in text) is (nation != "northern-ireland")
        line = next(each for each in text.splitlines() if each.startswith("Universal Credit."))
        assert "PW1" not in line
        assert "no permitted work" in line


def test_each_limit_names_its_source_and_its_dates() -> None:
    lines = words(policy()).splitlines()
    for start in ("New style ESA", "Carer's Allowance.", "Universal Credit."):
        line = next(each for each in lines if each.startswith(start))
        assert "Source: " in line
        assert re.search(r"\d{1,2} April 2026 to \d{1,2} \w+ 2027", line)


@pytest.mark.parametrize("nation", NATIONS)
def test_a_figure_that_does_not_hold_on_the_day_is_to_be_looked_up_whichever_it_is(nation: str) -> None:
    days = {
        day
        for series in Register.load().figures.values()
        for period in series.periods
        for day in (period.start, period.end)
        if day and date(2020, 1, 1) <= day <= date(2100, 12, 31)
    }
    for on in sorted({date(2020, 1, 1), date(2020, 2, 29), date(2026, 11, 1), date(2100, 12, 31), *days}):
        (mileage,) = (line for line in words(policy(nation, on=on)).splitlines() if line.startswith("Mileage: "))
        assert ("approved rates on" in mileage) is not ("We have no figure that holds" in mileage), on


@pytest.mark.parametrize(("kind", "nation"), FORMS)
def test_no_form_pays_anyone_for_being_on_its_committee(kind: str, nation: str) -> None:
    for committee in COMMITTEE:
        text = words(policy(nation, kind, payments__committee_payments=committee))
        assert re.search(
            r"Being a trustee is not paid|Nobody is paid for being (on|a director)|Organising is not paid", text
        )


def test_a_charity_pays_a_trustee_for_work_only_on_all_five_conditions() -> None:
    for kind, nation, adviser in (
        ("cio_association", "wales", "CC11"),
        ("scio_two_tier", "scotland", "OSCR"),
        ("charity_association_ew", "england", "CC11"),
    ):
        text = words(policy(nation, kind, payments__committee_payments="involvement"))
        for needed in ("written agreement first", "highest amount", "reasonable", "best for the charity", "half"):
            assert needed in text
        assert adviser in text


def test_in_northern_ireland_a_charity_asks_its_regulator_before_it_pays_a_trustee() -> None:
    text = words(policy("northern-ireland", "charity_association_n", payments__committee_payments="involvement"))
    assert "ask CCNI first" in text
    assert "written agreement" not in text


def test_an_association_whose_aims_are_charitable_is_treated_as_a_charity() -> None:
    text = words(policy(form__charitable_aims="yes", payments__committee_payments="involvement"))
    assert "Being a trustee is not paid." in text
    unsure = words(policy(form__charitable_aims="not-sure", payments__committee_payments="involvement"))
    assert "charity law may limit this" in unsure


def test_the_hosts_name_stands_where_the_host_pays() -> None:
    text = words(policy(kind="hosted_group"))
    assert "Riverside Trust pays you" in text
    assert "Riverside Trust has rules of its own" in text


def test_a_group_with_no_money_promises_none() -> None:
    text = words(policy(payments__who_pays="nothing"))
    assert "has no money for expenses or payments yet" in text
    assert "get expenses" not in text
    assert "what it costs" not in text


def own_meetings(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("Not paid: "))


def test_no_expenses_of_our_own_meetings_are_promised_where_a_service_pays_each_person() -> None:
    for kind in ("informal_tor", "hosted_group", "unincorporated_association"):
        text = words(policy(kind=kind, payments__who_pays="partner-pays-person"))
        assert "They have no budget for costs either." in own_meetings(text)
        assert "get expenses" not in own_meetings(text)
        assert "like everyone else" not in text
    assert "Those who organise get" not in words(policy(kind="informal_tor"))


def test_a_committee_with_money_of_its_own_still_gets_its_expenses_where_a_service_pays_each_person() -> None:
    held = words(policy(payments__who_pays="partner-pays-person"))
    assert "Members of it get their expenses from our own money." in held
    assert "their expenses" not in words(policy(payments__who_pays="partner-pays-person", money__holds=False))


def test_an_informal_group_promises_expenses_only_once_there_is_money() -> None:
    for who in ("group", "expenses-only"):
        text = words(policy(kind="informal_tor", payments__who_pays=who))
        assert text.count("once there is money for us") == (2 if who == "group" else 1)
    assert "once there is money for us" not in words(policy())


@pytest.mark.parametrize("people", ["survivors", "people with lived experience", "people who use services", "women"])
def test_who_you_are_reads_well_with_any_words_for_people(people: str) -> None:
    assert f"everyone who takes part: {people}, and carers who are members." in words(policy(group__people=people))


def test_a_group_that_meets_online_thinks_of_phone_and_data_before_fares() -> None:
    online, in_person = words(policy(meetings__how="online")), words(policy())
    assert "Travel time, if you have to travel" in online
    assert "You still get expenses, such as phone and data." in online
    assert "What counts: phone and data, travel if there is any" in online
    assert "Fares" in in_person
    assert "Fares" not in online


def test_what_universal_credit_takes_is_said_step_by_step() -> None:
    line = next(each for each in words(policy()).splitlines() if each.startswith("Universal Credit."))
    steps = (
        "you can earn a set amount before your Universal Credit goes down.",
        "£427 a month with help for housing, £710 without (6 April 2026",
        "Above that, your Universal Credit goes down by 55p for each pound of pay after tax.",
        "Without a child or such an illness, it goes down from the first pound.",
    )
    assert [line.index(step) for step in steps] == sorted(line.index(step) for step in steps)


def test_the_note_on_suggestions_names_the_part_that_has_the_days() -> None:
    assert "the 14 days under “If something is wrong”" in words(policy())


def test_front_matter_names_the_figures_that_the_policy_uses() -> None:
    used: set[str] = set()
    for nation, who in product(NATIONS, WHO_PAYS):
        group = Group.from_answers(
            {"group.name": "R", "group.area": "L", "group.nation": nation, "payments.who_pays": who}
        )
        context = contexts.for_document(template(), contexts.for_group(group, ON, []))
        render.render(template(), context)
        used |= set(context["cited"].figures)
    assert used == set(template().facts)


def sentences(text: str) -> list[str]:
    """Sentences of the policy itself, without what comes from the register of sources."""
    body = text.split("Where this comes from")[0]
    body = re.sub(r"\b([\w-]+\.)+[a-z]{2,}(/\S*)?", "address", body)
    return [each.strip() for each in re.split(r"(?<=[.?!:;])\s+|\n", body) if len(each.split()) > 2]


def test_sentences_are_short_in_every_policy() -> None:
    for text in every_policy():
        lengths = [len(each.split()) for each in sentences(text)]
        longest = max(sentences(text), key=lambda each: len(each.split()))
        assert max(lengths) <= 25, longest
        assert sum(lengths) / len(lengths) <= 15
