"""The planner's sums, worked out by hand on both sides of every limit, for each nation and year of the register."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from groupkit.errors import AnswersError
from groupkit.facts import NATIONS, Register
from groupkit.payments import Activity, Line, Plan, measures as texts, plan

MONDAY = date(2027, 1, 4)
REGISTER = Register.load()


def work(amount: str, hours: str = "2", on: date = MONDAY, paid: date | None = None) -> Activity:
    return Activity(on, Decimal(hours), Decimal(amount), paid or on)


def only_line(rule: str, *done: Activity, nation: str = "england", case: str = "", start: int = 1) -> Line:
    """The line of the week (or month) of the first activity's pay."""
    made = plan(done, [rule], nation, start, cases=[case] if case else [])
    found = [line for span, line in made.lines(rule) if span.start <= done[0].paid <= span.end]
    return found[0]


# -------------------------------------------------------------- each limit, both sides

LIMITS = [
    # rule, nation, a day in the year, pay at the limit
    *[("esa-ns", nation, date(2024, 6, 3), "183.50") for nation in NATIONS],
    *[("esa-ns", nation, date(2025, 6, 2), "195.50") for nation in NATIONS],
    *[("esa-ns", nation, date(2027, 1, 4), "203.50") for nation in NATIONS],
    *[("esa-ir", nation, date(2027, 1, 4), "203.50") for nation in NATIONS],
    *[("ca", nation, date(2024, 6, 3), "151") for nation in NATIONS if nation != "scotland"],
    *[("ca", nation, date(2025, 6, 2), "196") for nation in NATIONS if nation != "scotland"],
    *[("ca", nation, date(2027, 1, 4), "204") for nation in NATIONS if nation != "scotland"],
    ("csp", "scotland", date(2024, 6, 3), "151"),
    ("csp", "scotland", date(2025, 6, 2), "196"),
]


@pytest.mark.parametrize(("rule", "nation", "day", "limit"), LIMITS)
def test_pay_at_a_weekly_limit_is_within_and_a_penny_more_is_over(
    rule: str, nation: str, day: date, limit: str
) -> None:
    at = only_line(rule, work(limit, on=day), nation=nation)
    over = only_line(rule, work(str(Decimal(limit) + Decimal("0.01")), on=day), nation=nation)
    assert at.standing == "within"
    assert over.standing == "over-pay"
    assert over.above == Decimal("0.01")
    assert over.limit
    assert over.limit.value == Decimal(limit)
    assert over.limit.source


def test_every_limit_of_the_register_was_tried() -> None:
    tried = {(rule, nation, Decimal(limit)) for rule, nation, _, limit in LIMITS}
    held = {
        (each.benefit, nation, period.value)
        for each in texts.load().measures
        if each.effect == "limit"
        for nation in REGISTER.entry(each.pay).nations
        for period in REGISTER.entry(each.pay).periods
        if period.confidence != "unverified"
    }
    assert tried == held


@pytest.mark.parametrize(
    ("pay", "hours", "standing"),
    [
        ("203.50", "15.99", "within"),
        ("203.50", "16", "over-hours"),
        ("203.51", "15.99", "over-pay"),
        ("203.51", "16", "over-both"),
        ("20", "16", "lower"),
        ("20.01", "16", "over-hours"),
        ("20", "15.99", "within"),
        ("0", "24", "lower"),
    ],
)
def test_esa_tests_pay_and_hours_together(pay: str, hours: str, standing: str) -> None:
    assert only_line("esa-ns", work(pay, hours)).standing == standing


def test_the_lower_limit_of_esa_looks_at_the_pay_for_the_work_too() -> None:
    """A week of 17 hours whose pay of £100 comes later is not a week of little pay."""
    made = plan([work("100", "17", MONDAY, MONDAY + timedelta(days=14))], ["esa-ns"], "england")
    assert [line.standing for _, line in made.lines("esa-ns")] == ["over-hours", "within"]


@pytest.mark.parametrize("rule", ["ca", "csp"])
def test_carers_rules_do_not_look_at_hours(rule: str) -> None:
    nation = "scotland" if rule == "csp" else "wales"
    line = only_line(rule, work("10", "24", on=date(2025, 6, 2)), nation=nation)
    assert line.standing == "within"
    assert line.hours_limit is None


def test_no_limit_is_stated_for_carer_support_payment_in_2026_27() -> None:
    line = only_line("csp", work("10"), nation="scotland")
    assert line.standing == "look-up"
    assert not line.limit
    made = plan([work("999")], ["csp"], "scotland")
    assert [each.id for each in made.findings] == ["look-up"]
    assert "mygov.scot" in made.findings[0].message
    assert "204" not in made.findings[0].message


def test_new_style_jsa_has_two_separate_tests() -> None:
    made = plan([work("5", "16")], ["jsa-ns"], "england")
    by_test = {line.measure.id: line.standing for _, line in made.lines("jsa-ns")}
    assert by_test == {"jsa-pay": "nothing-above", "jsa-hours": "at-hours"}
    made = plan([work("5.01", "15.99")], ["jsa-ns"], "england")
    by_test = {line.measure.id: line.standing for _, line in made.lines("jsa-ns")}
    assert by_test == {"jsa-pay": "above", "jsa-hours": "under-hours"}


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize(
    ("rule", "case", "ignored", "pay", "above", "taken"),
    [
        ("hb", "single", "5", "30", "25", "16.25"),
        ("hb", "couple", "10", "30", "20", "13.00"),
        ("hb", "lone-parent", "25", "30", "5", "3.25"),
        ("hb", "single", "5", "5", "0", "0"),
        ("pc", "single", "5", "30", "25", None),
        ("pc", "couple", "10", "30", "20", None),
        ("pc", "higher", "20", "30", "10", None),
        ("pc", "higher", "20", "20", "0", None),
    ],
)
def test_what_is_above_the_ignored_amount_is_shown(
    nation: str, rule: str, case: str, ignored: str, pay: str, above: str, taken: str | None
) -> None:
    line = only_line(rule, work(pay), nation=nation, case=case)
    assert line.limit
    assert line.limit.value == Decimal(ignored)
    assert line.above == Decimal(above)
    assert line.taken == (Decimal(taken) if taken is not None else None)


# -------------------------------------------------------------- Universal Credit


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize(
    ("day", "case", "pay", "taken"),
    [
        (date(2027, 1, 4), "no-allowance", "0.01", "0.01"),  # 0.55 of a penny is rounded up
        (date(2027, 1, 4), "no-allowance", "100", "55.00"),
        (date(2027, 1, 4), "no-allowance", "10.01", "5.51"),  # 5.5055
        (date(2027, 1, 4), "no-allowance", "0.10", "0.06"),  # 5.5 pence: half a penny goes up
        (date(2027, 1, 4), "housing", "427", "0.00"),
        (date(2027, 1, 4), "housing", "428", "0.55"),
        (date(2027, 1, 4), "no-housing", "710", "0.00"),
        (date(2027, 1, 4), "no-housing", "810", "55.00"),
        (date(2025, 6, 2), "housing", "421", "5.50"),
        (date(2025, 6, 2), "no-housing", "694", "5.50"),
        (date(2024, 6, 3), "housing", "414", "5.50"),
        (date(2024, 6, 3), "no-housing", "683", "5.50"),
    ],
)
def test_universal_credit_takes_55_pence_in_the_pound_above_any_work_allowance(
    nation: str, day: date, case: str, pay: str, taken: str
) -> None:
    assert only_line("uc", work(pay, on=day), nation=nation, case=case).taken == Decimal(taken)


def test_universal_credit_shows_every_case_unless_one_is_asked_for() -> None:
    made = plan([work("500")], ["uc"], "wales")
    assert [line.measure.case for _, line in made.lines("uc")] == ["no-allowance", "housing", "no-housing"]
    assert [line.taken for _, line in made.lines("uc")] == [Decimal("275.00"), Decimal("40.15"), Decimal("0.00")]
    made = plan([work("500")], ["uc"], "wales", cases=["housing"])
    assert [line.measure.case for _, line in made.lines("uc")] == ["housing"]


def test_universal_credit_counts_months_and_never_hours() -> None:
    made = plan([work("500", "24")], ["uc"], "england")
    assert all(not week.lines for week in made.weeks)
    assert all(line.hours_limit is None and line.measure.span == "month" for _, line in made.lines("uc"))


@pytest.mark.parametrize(
    ("paid", "period"),
    [(date(2027, 1, 13), date(2026, 12, 14)), (date(2027, 1, 14), date(2027, 1, 14))],
)
def test_a_payment_counts_in_the_assessment_period_in_which_it_arrives(paid: date, period: date) -> None:
    made = plan([work("50", paid=paid)], ["uc"], "england", 14)
    assert {span.start for span, _ in made.lines("uc") if span.pay} == {period}
    assert "edge" in {each.id for each in made.findings}


def test_two_fees_in_one_period_cross_a_work_allowance_that_neither_crosses_alone() -> None:
    first = work("400", on=date(2027, 1, 5), paid=date(2027, 2, 20))
    second = work("400", on=date(2027, 2, 16), paid=date(2027, 2, 24))
    made = plan([first, second], ["uc"], "england", 14, cases=["housing"])
    assert {"above", "bunched", "late"} == {each.id for each in made.findings}
    (crossing,) = made.crossings("uc")
    assert (crossing.start, crossing.full, crossing.by_work) == (date(2027, 2, 14), Decimal(800), Decimal(400))


def test_a_new_work_allowance_holds_from_the_first_period_that_begins_with_it() -> None:
    before = only_line("uc", work("10", on=date(2026, 4, 20)), case="housing", start=5)
    after = only_line("uc", work("10", on=date(2026, 4, 20)), case="housing", start=6)
    assert before.limit
    assert before.limit.value == Decimal(411)
    assert after.limit
    assert after.limit.value == Decimal(427)


# -------------------------------------------------------------- weeks


def test_money_stands_in_the_week_of_the_payment_and_hours_in_the_week_of_the_work() -> None:
    made = plan([work("50", "3", MONDAY, MONDAY + timedelta(days=7))], [], "england")
    assert [(week.start, week.pay, week.hours, week.earned) for week in made.weeks] == [
        (MONDAY, 0, 3, 50),
        (MONDAY + timedelta(days=7), 50, 0, 0),
    ]


def test_payments_that_come_together_cross_a_line_that_no_week_of_work_crosses() -> None:
    paid = MONDAY + timedelta(days=28)
    made = plan(
        [work("150", "4", MONDAY, paid), work("100", "4", MONDAY + timedelta(days=7), paid)], ["esa-ns"], "wales"
    )
    assert [each.id for each in made.findings] == ["over-pay", "bunched"]
    (crossing,) = made.crossings("esa-ns")
    assert (crossing.full, crossing.by_work) == (Decimal(250), Decimal(150))


def test_work_that_would_cross_a_line_in_its_own_week_is_named_though_the_pay_comes_apart() -> None:
    made = plan(
        [
            work("150", "4", MONDAY, MONDAY + timedelta(days=14)),
            work("100", "4", MONDAY + timedelta(days=1), MONDAY + timedelta(days=21)),
        ],
        ["esa-ns"],
        "wales",
    )
    assert [each.id for each in made.findings] == ["by-work"]
    assert not made.crossings("esa-ns")


@pytest.mark.parametrize(("week_start", "standing"), [("monday", "over-pay"), ("wednesday", "within")])
def test_the_first_day_of_the_week_decides_what_falls_together(week_start: str, standing: str) -> None:
    done = [work("110", on=MONDAY + timedelta(days=1)), work("110", on=MONDAY + timedelta(days=2))]
    made = plan(done, ["esa-ns"], "england", week_start=week_start)
    assert {line.standing for _, line in made.lines("esa-ns")} == {standing}


@pytest.mark.parametrize(
    ("pay", "standing"), [("195.50", "within"), ("200", "changes"), ("203.50", "changes"), ("203.51", "over-pay")]
)
def test_a_week_in_which_the_limit_changes_is_put_to_both(pay: str, standing: str) -> None:
    """The limit went from £195.50 to £203.50 on Wednesday 1 April 2026."""
    made = plan([work(pay, on=date(2026, 3, 31))], ["esa-ns"], "england")
    (found,) = made.lines("esa-ns")
    assert found[1].standing == standing
    assert "changes" in {each.id for each in made.findings}


def test_a_week_that_runs_past_the_last_figure_is_not_judged() -> None:
    made = plan([work("500", on=date(2027, 3, 30))], ["esa-ns"], "england")
    assert [line.standing for _, line in made.lines("esa-ns")] == ["look-up"]


# -------------------------------------------------------------- properties

AMOUNTS = st.decimals(Decimal(0), Decimal(900), places=2)
RULES = {nation: [each.id for each in REGISTER.benefits(nation)] for nation in NATIONS}


@st.composite
def plans(draw: Any) -> tuple[list[Activity], str, int]:
    done = []
    for _ in range(draw(st.integers(1, 5))):
        on = draw(st.dates(date(2026, 4, 10), date(2027, 1, 31)))
        late = draw(st.integers(0, 60))
        hours = draw(st.decimals(Decimal(0), Decimal(12), places=1))
        done.append(Activity(on, hours, draw(AMOUNTS), on + timedelta(days=late)))
    return done, draw(st.sampled_from(NATIONS)), draw(st.integers(1, 31))


def totals(made: Plan) -> dict[Any, Decimal]:
    """Every sum that the plan shows, by what it is about."""
    found: dict[Any, Decimal] = {"all": made.total}
    for kind, spans in (("week", made.weeks), ("month", made.months)):
        for span in spans:
            found[kind, span.start, "pay"] = span.pay
            for line in span.lines:
                found[kind, span.start, line.measure.id, "above"] = line.above
                found[kind, span.start, line.measure.id, "taken"] = line.taken or Decimal(0)
    return found


@given(plans(), AMOUNTS, st.data())
def test_more_pay_never_lowers_a_shown_total(given_plan: Any, more: Decimal, data: Any) -> None:
    done, nation, start = given_plan
    chosen = data.draw(st.sampled_from(range(len(done))))
    raised = [
        Activity(each.date, each.hours, each.amount + more, each.paid_on) if place == chosen else each
        for place, each in enumerate(done)
    ]
    before = totals(plan(done, RULES[nation], nation, start))
    after = totals(plan(raised, RULES[nation], nation, start))
    assert before.keys() == after.keys()
    assert all(after[key] >= before[key] for key in before)


@given(plans(), st.data())
def test_splitting_a_payment_inside_a_month_never_changes_the_sums_of_the_month(given_plan: Any, data: Any) -> None:
    done, nation, start = given_plan
    first = done[0]
    part = data.draw(st.decimals(Decimal(0), first.amount, places=2))
    made = plan(done, RULES[nation], nation, start)
    month = next(each for each in made.months if each.start <= first.paid <= each.end)
    later = data.draw(st.integers(0, (month.end - first.paid).days))
    split = [
        Activity(first.date, first.hours, part, first.paid),
        Activity(first.date, Decimal(0), first.amount - part, first.paid + timedelta(days=later)),
        *done[1:],
    ]
    again = plan(split, RULES[nation], nation, start)
    kept = {key: value for key, value in totals(made).items() if key == "all" or key[0] == "month"}
    assert kept == {key: value for key, value in totals(again).items() if key == "all" or key[0] == "month"}


@given(plans())
def test_weeks_and_months_each_hold_all_the_pay_and_all_the_hours(given_plan: Any) -> None:
    done, nation, start = given_plan
    made = plan(done, [], nation, start)
    for spans in (made.weeks, made.months):
        assert sum(span.pay for span in spans) == sum(each.amount for each in done)
        assert sum(span.hours for span in spans) == sum(each.hours for each in done)


# -------------------------------------------------------------- what is refused


@pytest.mark.parametrize("nation", NATIONS)
def test_a_benefit_of_another_nation_is_refused(nation: str) -> None:
    for id in REGISTER.all_benefits:
        if id in RULES[nation]:
            plan([work("10")], [id], nation)
        else:
            with pytest.raises(AnswersError, match=f"rules: {id}"):
                plan([work("10")], [id], nation)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"rules": ["esa-n"]}, "rules: .*Did you mean esa-ns"),
        ({"rules": ["ca"], "nation": "scotland"}, "Carer Support Payment: csp"),
        ({"nation": "walse"}, "nation: .*Did you mean wales"),
        ({"period_start": 0}, "period_start: 0"),
        ({"period_start": 32}, "period_start: 32"),
        ({"period_start": True}, "period_start: True"),
        ({"week_start": "mondy"}, "week_start: .*monday"),
        ({"cases": ["housng"]}, "case: .*housing"),
        ({"activities": []}, "no activity"),
        ({"activities": [{"date": MONDAY, "hours": 2}]}, "activity 1: amount: this is missing"),
        ({"activities": [{"date": MONDAY, "hours": 2, "amount": -1}]}, "activity 1: amount: -1"),
        ({"activities": [{"date": MONDAY, "hours": 2, "amount": 10001}]}, "activity 1: amount: 10001"),
        ({"activities": [{"date": MONDAY, "hours": 2, "amount": "1.234"}]}, "whole number of pence"),
        ({"activities": [{"date": MONDAY, "hours": 25, "amount": 1}]}, "activity 1: hours: 25"),
        ({"activities": [{"date": MONDAY, "hours": -1, "amount": 1}]}, "activity 1: hours: -1"),
        ({"activities": [{"date": date(2019, 1, 1), "hours": 1, "amount": 1}]}, "date: we have no benefit figures"),
        ({"activities": [{"date": date(2027, 4, 6), "hours": 1, "amount": 1}]}, "date: we have no benefit figures"),
        ({"activities": [{"date": MONDAY, "hours": 1, "amount": 1, "paid_on": date(2027, 1, 3)}]}, "paid_on: .*before"),
        ({"activities": [{"date": MONDAY, "hours": 1, "amount": 1, "paid_on": date(2029, 1, 3)}]}, "paid_on: .*a year"),
        ({"activities": [{"date": MONDAY, "hours": 1, "amount": 1, "name": "Ann"}]}, "name: take this out"),
        ({"activities": ["meeting"]}, "activity 1: this is not an activity"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_name_of_the_field(changed: dict[str, Any], message: str) -> None:
    usual: dict[str, Any] = {"activities": [work("10")], "rules": ["uc"], "nation": "england"}
    with pytest.raises(AnswersError, match=message):
        plan(**(usual | changed))


def test_a_payment_without_a_pay_day_stands_on_the_day_of_the_work_and_that_is_said() -> None:
    made = plan([Activity(MONDAY, Decimal(1), Decimal(10))], ["uc"], "england")
    assert "no-pay-date" in {each.id for each in made.findings}
    assert made.weeks[0].pay == 10


def test_every_benefit_of_the_register_with_a_limit_has_a_test_and_every_test_a_benefit() -> None:
    measured = {each.benefit for each in texts.load().measures}
    assert measured == set(texts.load().rules)
    assert measured <= set(REGISTER.all_benefits)
    for each in texts.load().measures:
        benefit = REGISTER.benefit(each.benefit)
        assert set(each.figures) <= set(benefit.figures)
        for figure in each.figures:
            assert set(benefit.nations) <= set(REGISTER.entry(figure).nations)
    without = {each.id for each in REGISTER.all_benefits.values()} - measured
    assert without == {"is-jsaib", "ctr", "pip-dla-aa-adp", "sp"}
