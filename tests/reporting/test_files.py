"""Which packs bring the empty log with them."""

from __future__ import annotations

from datetime import date

from helpers.groups import group

from groupkit import build
from groupkit.reporting import FILES, SELF_ASSESSMENT, empty_files

ON = date(2027, 1, 5)


def files(**answers: object) -> dict[str, bytes]:
    return build(group(**answers), date=ON, formats=("md",)).files


def test_the_full_pack_brings_the_log_and_the_starter_pack_does_not() -> None:
    full = files(pack__kind="full")
    assert {name: full[name] for name in FILES} == empty_files("full")
    assert not set(FILES) & set(files())


def test_a_starter_pack_to_which_the_impact_log_was_added_brings_it_too() -> None:
    assert set(FILES) <= set(files(pack__add=["impact-log"]))


def test_an_organisation_gets_its_own_questions() -> None:
    made = files(pack__kind="organisation")
    assert made[SELF_ASSESSMENT] == empty_files("organisation")[SELF_ASSESSMENT]
    assert made[SELF_ASSESSMENT] != empty_files("full")[SELF_ASSESSMENT]
