"""Forms with an official model: the answers for it, and the house rules beside it."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.constitution import (
    OFFICIAL,
    WHERE,
    document,
    group,
    text,
)

from groupkit.document import plain_text


@pytest.mark.parametrize(("form", "nation"), [each for each in WHERE if each[0] in OFFICIAL])
def test_forms_with_an_official_model_get_answers_for_it_and_house_rules(form: str, nation: str) -> None:
    sheet = text(form, nation)
    assert "we have not written a constitution for you" in sheet
    rules = plain_text(document("house-rules", group(form, nation)))
    assert "If the two differ, the constitution counts." in rules
    assert "similar aims" not in rules
    assert ("Equality Act" in rules) == (nation != "northern-ireland")


@pytest.mark.parametrize("form", ["cio_association", "cio_foundation"])
def test_a_cio_is_sent_to_the_model_of_today(form: str) -> None:
    sheet = text(form, "wales")
    assert "1 November 2023" in sheet
    assert sheet.count("75 per cent") == 2
    assert "may have its constitution in Welsh" in sheet
    assert "wider group has no vote" in text("cio_foundation")
    assert "wider group has no vote" not in text("cio_association")


def test_a_scio_sheet_lists_what_the_law_wants_and_a_cic_its_asset_lock() -> None:
    assert "any stricter limits on pay" in text("scio_two_tier", "scotland")
    assert "at least forty-two (42) days" in text("scio_two_tier", "scotland")
    assert "asset lock" in text("cic", "northern-ireland")
    assert "It cannot be a charity." in text("cic")


@pytest.mark.parametrize("form", ["cio_association", "scio_two_tier"])
def test_the_sheet_and_the_constitution_give_the_same_numbers(form: str) -> None:
    nation = "scotland" if form == "scio_two_tier" else "england"
    answers: dict[str, Any] = {"members__now": 40, "committee__quorum": 5, "decisions__members_quorum": 11}
    sheet = text(form, nation, **answers)
    assert "Eleven (11) members, or one tenth of the members if that is more" in sheet
    assert "Five (5)" in sheet
    assert "eleven (11) members, or one tenth of the members if that is more" in text(nation=nation, **answers)
