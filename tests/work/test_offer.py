"""Proves that answers about one piece of work are read, worked out from the group's, and looked at together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from helpers.groups import NATIONS, ON, group
from helpers.work import offer
from hypothesis import given, strategies as st

from groupkit.errors import AnswersError
from groupkit.facts import Register
from groupkit.work import OFFER, Money, Offer, When, Work, papers
from groupkit.work.people import LIMBS, NO_LIMB

TWO_DATES = "9 March 2027; 23 March 2027"


def refused(**answers: Any) -> tuple[str, ...]:
    with pytest.raises(AnswersError) as caught:
        offer(**answers)
    return caught.value.problems


def test_a_title_is_all_that_has_to_be_given() -> None:
    assert offer().work.title == "Review of the crisis line"
    with pytest.raises(AnswersError, match=r"work\.title: this answer is missing"):
        Offer.from_answers({}, of=group())


def test_an_offer_made_from_sections_is_checked_and_completed_like_any_other() -> None:
    work, when = Work(title="Review"), When(dates=(date(2027, 3, 9),))
    made = Offer(of=group(payments__days_to_pay=10), work=work, when=when, money=Money(amount=Decimal(5)))
    assert made.given == {"work.title", "when.dates", "money.amount"}
    assert made.money.paid_on == (date(2027, 3, 19),)
    assert made.to_toml() == Offer.from_answers(made.given_values(), of=made.of).to_toml()
    with pytest.raises(AnswersError, match=r"money\.amount: "):
        Offer(of=group(), work=work, when=when, money=Money(amount=Decimal(-5)))
    with pytest.raises(AnswersError, match=r"money\.paid_on: 8 March 2027 is before the work"):
        Offer(of=group(), work=work, when=when, money=Money(paid_on=(date(2027, 3, 8),)))


def test_every_problem_is_told_at_once_with_the_nearest_name() -> None:
    problems = refused(
        work__titel="x", money__amount="-5", letter__limb="statutory", when__length="long", monye__how="x"
    )
    told = "\n".join(problems)
    assert len(problems) == 5
    assert "work.titel: no such answer. Did you mean work.title?" in told
    assert 'money.amount: "-5" is not between 0 and 2000 pounds' in told
    assert 'letter.limb: "statutory"' in told
    assert "Did you mean statutory-body?" in told
    assert 'when.length: "long"' in told
    assert "monye: no such section. Did you mean money?" in told


@pytest.mark.parametrize("amount", ["-0.01", "2000.01", "1e9", "12.345", "NaN", "Infinity", "lots", -3, 10**30])
def test_an_amount_that_nobody_can_mean_is_refused_by_name(amount: object) -> None:
    assert refused(money__amount=amount)[0].startswith("money.amount: ")


def test_the_amount_follows_the_rates_of_the_group() -> None:
    rates = {"of__payments__rate_meeting": "30", "of__payments__rate_hour": "12.50"}
    assert offer(**rates, when__length=120).money.amount == 30
    assert offer(**rates, when__length=150).money.amount == Decimal("31.25")
    assert offer(**rates, when__length=150, when__preparation=30).money.amount == Decimal("37.50")
    assert offer(**rates).money.amount is None
    assert offer(of__payments__rate_hour="10", when__length=50).money.amount is None  # 8.333... is no amount of pence
    assert offer(**rates, when__length=120, money__amount="0").money.amount == 0


@pytest.mark.parametrize("who", ["expenses-only", "nothing"])
def test_where_nobody_is_paid_the_amount_is_nothing(who: str) -> None:
    made = offer(of__payments__who_pays=who, of__payments__rate_meeting="30", when__length=60)
    assert made.money.amount == 0
    assert not made.paid
    assert made.costs_paid is (who == "expenses-only")


def test_pay_days_follow_the_days_to_pay_and_the_total_is_exact() -> None:
    made = offer(when__dates=TWO_DATES, money__amount="12.10", of__payments__days_to_pay=10)
    assert made.days == [(date(2027, 3, 9), date(2027, 3, 19)), (date(2027, 3, 23), date(2027, 4, 2))]
    assert made.total == Decimal("24.20")


@given(st.lists(st.dates(date(2027, 1, 1), date(2027, 12, 31)), min_size=1, max_size=8, unique=True))
def test_dates_in_order_are_taken_and_others_are_named(dates: list[date]) -> None:
    made = offer(when__dates=sorted(dates), money__amount="5")
    assert made.total == 5 * len(dates)
    if dates != sorted(dates):
        assert all(line.startswith("when.dates: ") for line in refused(when__dates=dates))


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"when__dates": "23 March 2027; 9 March 2027"}, "when.dates: 9 March 2027 stands after 23 March 2027"),
        ({"when__dates": TWO_DATES, "when__reply_by": "10 March 2027"}, "when.reply_by: 10 March 2027 is after"),
        ({"when__dates": TWO_DATES, "money__paid_on": "9 March 2027; 22 March 2027"}, "money.paid_on: 22 March 2027"),
        ({"when__dates": TWO_DATES, "money__paid_on": "1 April 2027"}, "money.paid_on: there is 1 pay day for 2 dates"),
    ],
)
def test_days_that_do_not_fit_each_other_are_named(answers: dict[str, str], told: str) -> None:
    assert any(line.startswith(told) for line in refused(**answers))


def test_an_offer_cannot_be_made_after_its_own_dates_but_a_letter_can() -> None:
    late = offer(when__dates="4 January 2027", when__reply_by="3 January 2027")
    with pytest.raises(AnswersError) as caught:
        papers(late, date=ON)
    assert [line.partition(":")[0] for line in caught.value.problems] == ["when.dates", "when.reply_by"]
    assert [each.name for each in papers(late, date=ON, kind="letter")] == ["letter"]


def test_little_time_for_advice_is_a_warning_on_the_day_and_none_four_weeks_ahead() -> None:
    near, far = (
        offer(when__dates="1 February 2027", money__amount=30),
        offer(when__dates="2 February 2027", money__amount=30),
    )
    assert any("27 days" in line for line in papers(near, date=ON).warnings)
    assert not papers(far, date=ON).warnings


def test_less_than_the_groups_own_rate_is_a_warning() -> None:
    rate = {"of__payments__rate_meeting": "30", "when__length": 60}
    assert any(
        "lower than the group's own rate" in line for line in papers(offer(**rate, money__amount=29), date=ON).warnings
    )
    assert not papers(offer(**rate, money__amount=30), date=ON).warnings


def test_the_parts_of_the_rules_that_can_be_chosen_are_those_of_the_register() -> None:
    assert set(LIMBS) - {NO_LIMB} == set(Register.load().limbs) - {"capacity", "carer-of"}


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("limb", LIMBS)
def test_a_part_of_the_rules_is_taken_only_where_it_was_read(nation: str, limb: str) -> None:
    there = limb == NO_LIMB or nation in Register.load().limbs[limb].nations
    if there:
        assert offer(of__group__nation=nation, letter__limb=limb).letter.limb == limb
    else:
        assert "letter.limb: we could not read" in refused(of__group__nation=nation, letter__limb=limb)[0]
        assert "ask an adviser" in refused(of__group__nation=nation, letter__limb=limb)[0]


@pytest.mark.parametrize(
    ("who", "form", "body"),
    [
        ("group", "unincorporated_association", "Riverside Voices"),
        ("partner-pays-group", "unincorporated_association", "Riverside Voices"),
        ("partner-pays-person", "unincorporated_association", "The trust"),
        ("nothing", "unincorporated_association", "The trust"),
        ("partner-pays-group", "hosted_group", "Riverside Trust"),
    ],
)
def test_the_body_that_pays_follows_who_pays(who: str, form: str, body: str) -> None:
    host = {"of__host__name": "Riverside Trust"} if form == "hosted_group" else {}
    made = offer(
        work__asked_by="The trust", of__payments__who_pays=who, of__form__kind=form, of__contact__phone="1", **host
    )
    assert made.body.name == body
    assert made.body.phone == ("1" if made.from_the_group else "")


def test_the_file_says_what_held_on_the_day_whatever_the_group_changes_later() -> None:
    then = offer(when__dates=TWO_DATES, when__length=60, of__payments__rate_meeting="30", of__contact__name="Ann")
    later = Offer.from_toml(then.to_toml(), of=group(payments__rate_meeting="50", payments__days_to_pay=30))
    assert {key: later.value(key) for key in OFFER.answers} == {key: then.value(key) for key in OFFER.answers}


def test_nothing_asks_about_health_benefits_or_reasons() -> None:
    for answer in OFFER.answers.values():
        assert not any(word in answer.key for word in ("why", "reason", "benefit", "health", "diagnosis", "claim"))
        assert "diagnos" not in answer.question.lower()
