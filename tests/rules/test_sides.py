"""Each rule that answers can break is tried on both sides, from the table in sides.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from groupkit.group import Group
from groupkit.rules import Case, check, load_rules
from groupkit.rules.model import PREDICATES

DAY = date(2027, 1, 5)
SIDES: dict[str, dict[str, list[dict[str, Any]]]] = tomllib.loads(
    (Path(__file__).parent / "sides.toml").read_text(encoding="utf-8")
)


def sides(side: str) -> list[Any]:
    return [
        pytest.param(id, answers, id=f"{id}-{number}")
        for id, both in SIDES.items()
        for number, answers in enumerate(both[side], 1)
    ]


def group_with(answers: dict[str, Any]) -> Group:
    return Group.from_answers({"group.name": "Open Minds", "group.area": "Leeds", "group.nation": "england"} | answers)


def found(answers: dict[str, Any], on: date = DAY) -> dict[str, Any]:
    return {finding.id: finding for finding in check(group_with(answers), on)}


def test_the_table_holds_every_rule_of_kind_answers_with_both_sides() -> None:
    wanted = {id for id, rule in load_rules().items() if rule.kind == "answers"}
    assert set(SIDES) == wanted
    assert all(both["finds"] and both["silent"] for both in SIDES.values())


@pytest.mark.parametrize(("id", "answers"), sides("finds"))
def test_the_rule_speaks(id: str, answers: dict[str, Any]) -> None:
    finding = found(answers)[id]
    assert finding.keys == load_rules()[id].keys
    assert "{" not in finding.message.replace(answers.get("group.name", ""), "")
    assert finding.source


@pytest.mark.parametrize(("id", "answers"), sides("silent"))
def test_the_rule_is_silent(id: str, answers: dict[str, Any]) -> None:
    assert id not in found(answers)


@pytest.mark.parametrize(("name", "speaks"), [("", True), ("2027", True), ("A\nB", True), ("Tŷ", False), ("A1", False)])
def test_a_name_needs_a_letter_and_one_line(name: str, speaks: bool) -> None:
    group: Any = SimpleNamespace(group=SimpleNamespace(name=name))
    assert bool(PREDICATES["N01"](Case(group, DAY))) is speaks


def test_a_name_without_a_letter_is_shown() -> None:
    assert found({"group.name": "{{ 7*7 }}"})["N01"].message.startswith('"{{ 7*7 }}" has no letter in it. ')


def test_a_low_quorum_and_a_high_one_get_different_advice() -> None:
    assert "One person could decide" in found({"committee.quorum": 1})["P05"].message
    assert (
        "needs 5 people to decide, but may have only 4"
        in found({"committee.min": 4, "committee.quorum": 5})["P05"].message
    )


@pytest.mark.parametrize(
    ("share", "smallest", "says"),
    [
        ("more-than-half", 4, "the committee could lose its lived-experience majority. Cut them to 1."),
        ("three-quarters", 5, "fewer than three quarters of the committee might have lived experience. Cut them to 1."),
        ("all", 5, "not all of the committee might have lived experience. Cut them to 0."),
    ],
)
def test_too_many_places_for_others_cost_the_share_that_the_group_chose(share: str, smallest: int, says: str) -> None:
    answers = {"committee.lived_share": share, "committee.min": smallest, "committee.others": 2}
    assert found(answers | {"committee.co_opted": 0})["U04"].message == f"With 2 places for others, {says}"


def test_a_day_of_adoption_still_to_come_is_named_with_what_to_do() -> None:
    finding = found({"form.adopted": "2028-01-01"})["A07"]
    assert finding.severity == "error"
    assert "adopted on Saturday 1 January 2028, a day still to come. Leave this answer out" in finding.message


def test_paying_trustees_for_tasks_is_a_warning_and_for_being_trustees_an_error() -> None:
    charity = {"form.kind": "charity_association_ew"}
    assert found(charity | {"payments.committee_payments": "involvement"})["C06"].severity == "warning"
    assert found(charity | {"payments.committee_payments": "other"})["C06"].severity == "error"


def test_a_finding_with_a_figure_names_it_on_a_day_it_covers() -> None:
    finding = found({"form.kind": "small_charity_unregistered", "money.income_expected": 5001})["F03"]
    assert finding.severity == "error"
    assert "£5,000" in finding.message


def test_a_finding_on_a_day_its_figure_does_not_cover_is_no_error_and_says_to_look() -> None:
    answers = {"form.kind": "small_charity_unregistered", "money.income_expected": 5001}
    finding = found(answers, date(2027, 4, 1))["F03"]
    assert finding.severity == "warning"
    assert "Look up" in finding.message


def test_the_data_protection_fee_is_not_printed_on_a_day_it_does_not_cover() -> None:
    assert "£52" in found({})["D06"].message
    assert "£" not in found({}, date(2028, 1, 1))["D06"].message


def test_a_cio_in_northern_ireland_gets_one_finding_about_it() -> None:
    ids = set(found({"group.nation": "northern-ireland", "form.kind": "cio_association"}))
    assert "F02" in ids
    assert "F01" not in ids


def test_the_forms_of_the_nation_are_named_in_plain_words() -> None:
    message = found({"group.nation": "scotland", "form.kind": "cio_association"})["F01"].message
    assert message.startswith("A CIO with voting members does not exist in Scotland.")
    assert "a SCIO with voting members" in message
    assert "_" not in message


def test_northern_ireland_is_never_told_of_the_equality_act_or_a_cio() -> None:
    answers = {"group.nation": "northern-ireland", "members.now": 30, "members.joining": "committee"}
    for finding in found(answers | {"form.staff_or_lease": True}).values():
        printed = f"{finding.message} {finding.reason} {finding.source}"
        assert "Equality Act 2010" not in printed
        assert "CIO" not in finding.message


def test_braces_in_answers_stay_as_they_are() -> None:
    person = {"name": "{0} {quorum}", "role": "chair and treasurer"}
    assert found({"committee.people": [person]})["P09"].message.startswith("{0} {quorum} is both")
