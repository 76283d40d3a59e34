"""Choosing a form: what fits a group, what does not, and that the reasons are those of the rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from groupkit import rules
from groupkit.facts import NATIONS, Register
from groupkit.forms import FormChoice, choices
from groupkit.group import Group

ON = date(2027, 1, 5)


def judged(nation: str = "england", on: date = ON, **answers: Any) -> dict[str, FormChoice]:
    """Each form by its id; `form__staff_or_lease` stands for form.staff_or_lease."""
    given = {key.replace("__", "."): value for key, value in answers.items()}
    group = Group.from_answers(
        {"group.name": "Riverside Voices", "group.area": "Leeds", "group.nation": nation} | given
    )
    return {each.form.id: each for each in choices(group, on)}


@pytest.mark.parametrize("nation", NATIONS)
def test_every_form_is_judged_once_and_those_that_fit_come_first(nation: str) -> None:
    found = judged(nation)
    assert set(found) == set(Register.load().forms)
    fits = [each.fits for each in found.values()]
    assert fits == sorted(fits, reverse=True)
    here = [each.here for each in found.values()]
    assert here == sorted(here, reverse=True)


@pytest.mark.parametrize("nation", NATIONS)
def test_a_form_of_another_nation_never_fits_and_one_reason_says_why(nation: str) -> None:
    for each in judged(nation).values():
        if nation not in each.form.nations:
            assert not each.fits
            assert len(each.why_not) == 1


@pytest.mark.parametrize("nation", NATIONS)
def test_with_a_nation_alone_each_of_its_forms_fits(nation: str) -> None:
    assert {id for id, each in judged(nation).items() if each.fits} == {
        form.id for form in Register.load().forms_for(nation)
    }


def test_a_cio_in_northern_ireland_has_a_reason_of_its_own() -> None:
    assert judged("northern-ireland")["cio_association"].why_not[0].startswith("As far as we know")
    assert judged("scotland")["cio_association"].why_not == ("It is only for England and Wales.",)


@pytest.mark.parametrize(
    ("answers", "form", "said"),
    [
        ({"money__income_expected": "9000"}, "small_charity_unregistered", "must then register"),
        ({"money__holds": "yes"}, "informal_tor", "has no bank account"),
        ({"form__charitable_aims": "yes"}, "cic", "cannot be a charity"),
        ({"form__charitable_aims": "no"}, "cio_association", "only charitable aims"),
    ],
)
def test_a_form_that_makes_an_error_of_the_answers_does_not_fit(answers: dict[str, str], form: str, said: str) -> None:
    assert judged()[form].fits
    assert any(said in reason for reason in judged(**answers)[form].why_not)


def test_what_the_rules_say_of_every_form_alike_rules_out_none() -> None:
    broken = {"committee__quorum": "9", "committee__min": "4", "committee__max": "5"}
    found = judged(**broken)
    assert found["unincorporated_association"].fits
    group = Group.from_answers(
        {"group.name": "R", "group.area": "L", "group.nation": "england"}
        | {key.replace("__", "."): value for key, value in broken.items()}
    )
    assert any(each.severity == "error" for each in rules.check(group, ON))


def test_staff_bring_a_word_of_care_for_a_form_that_is_no_legal_person() -> None:
    found = judged(form__staff_or_lease="yes")
    assert any("can be made to pay" in each for each in found["unincorporated_association"].think_about)
    assert not any("can be made to pay" in each for each in found["cio_association"].think_about)


def test_a_group_without_a_host_is_still_shown_the_hosted_form() -> None:
    assert judged()["hosted_group"].fits


def test_an_income_line_is_given_only_while_it_is_in_force() -> None:
    assert judged()["small_charity_unregistered"].threshold == "£5,000"
    assert judged(on=date(2029, 1, 5))["small_charity_unregistered"].threshold == ""


def test_the_form_that_was_chosen_is_marked_and_a_usual_one_is_not() -> None:
    assert [id for id, each in judged(form__kind="cic").items() if each.chosen] == ["cic"]
    assert not any(each.chosen for each in judged().values())
