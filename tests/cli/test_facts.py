"""`groupkit facts`: what holds on a day in a nation, what is stale, and one figure with all its values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from groupkit.facts import NATIONS, Register

REGISTER = Register.load()


def test_the_figures_in_force_are_listed_with_dates_and_source(groupkit) -> None:
    for nation in NATIONS:
        result = groupkit("facts", "--nation", nation, "--date", "2027-01-05")
        assert result.code == 0
        listed = result.out.split("No figure that holds")[0]
        facts = REGISTER.at(date(2027, 1, 5), nation)
        for id in REGISTER.figures:
            assert (f"  {id}: " in listed) is (id in facts)


def test_scotland_never_gets_the_limit_of_the_others(groupkit) -> None:
    out = groupkit("facts", "--nation", "scotland", "--date", "2027-01-05").out
    assert "£204" not in out
    assert "carer-support-payment-limit" in out.split("No figure that holds")[1]
    assert "£204 a week" in groupkit("facts", "--nation", "wales", "--date", "2027-01-05").out


def test_the_nation_is_that_of_the_folder(groupkit, pack: Path) -> None:
    assert "5 January 2027 in Wales" in groupkit("facts", "pack", "--date", "2027-01-05").out
    assert "in Scotland" in groupkit("facts", "pack", "--nation", "scotland").out


def test_stale_lists_what_is_past_its_end_or_review(groupkit) -> None:
    before = groupkit("facts", "--stale", "--date", "2027-03-31").out
    assert "uc-surplus" in before
    assert "mileage-car:" not in before
    after = groupkit("facts", "--stale", "--date", "2027-04-01").out
    assert "mileage-car:" in after
    assert "esa-permitted-work:" in after
    assert "carers-allowance-limit" not in after
    assert "carers-allowance-limit" in groupkit("facts", "--stale", "--date", "2027-04-06").out
    assert (
        "carers-allowance-limit" not in groupkit("facts", "--stale", "--date", "2027-04-06", "--nation", "scotland").out
    )


def test_one_figure_is_shown_with_its_source_and_every_value(groupkit) -> None:
    result = groupkit("facts", "esa-permitted-work", "--date", "2025-06-02", "--nation", "wales")
    assert result.code == 0
    assert "On 2 June 2025: £195.50 a week (1 April 2025 to 31 March 2026)." in result.out
    for value in ("£183.50", "£195.50", "£203.50"):
        assert f"  {value} a week" in result.out
    assert "https://www.gov.uk/employment-support-allowance" in result.out
    assert "Permitted work factsheet" in result.out


def test_a_value_that_was_never_checked_is_not_shown(groupkit) -> None:
    out = groupkit("facts", "living-wage-21").out
    assert "13.21" not in out
    assert "was not checked, so it is not shown" in out


def test_a_wrong_name_gets_the_nearest_one(groupkit) -> None:
    result = groupkit("facts", "esa-permited-work")
    assert result.code == 2
    assert 'Did you mean "esa-permitted-work"?' in result.errors[0]
    assert groupkit("facts", "mileage-car", "mileage-bicycle").code == 2
    assert groupkit("facts", "--nation", "walse").code == 2
    assert groupkit("facts", "mileage-car", "--stale").code == 2
    assert groupkit("facts", "--date", "soon").code == 2
