"""`groupkit letter`: the letter for an adviser or jobcentre, from a saved offer or from answers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.commands import DATE, Result
from helpers.folders import contents

Run = Callable[..., Result]

PLACE = "work/2027-03-09-review-of-the-crisis-line"
OFFER = [
    *("--set", "work.title=Review of the crisis line"),
    *("--set", "when.dates=9 March 2027"),
    *("--set", "when.length=120"),
    *("--set", "money.amount=30"),
]


@pytest.fixture
def offered(groupkit: Run, pack: Path) -> Path:
    """Give a pack with one offer beside it."""
    assert groupkit("offer", "pack", *OFFER, *DATE).code == 0
    return pack


def letter(pack: Path, place: str = PLACE) -> str:
    return (pack / place / "markdown/letter.md").read_text(encoding="utf-8")


def test_it_starts_from_the_offer_and_lies_beside_it(groupkit: Run, offered: Path) -> None:
    before = contents(offered)
    result = groupkit("letter", "pack", "--set", "letter.limb=statutory-body", "--date", "2027-01-12")
    assert result.code == 0, result.err
    after = contents(offered)
    assert {name: after[name] for name in before} == before
    assert {
        f"{PLACE}/letter.docx",
        f"{PLACE}/letter.toml",
        f"{PLACE}/markdown/letter.md",
    } == after.keys() - before.keys()
    assert "£30" in letter(offered)
    assert "service user involvement" in letter(offered)
    assert "12 January 2027" in letter(offered)


def test_without_a_limb_it_says_so_and_the_letter_has_no_such_paragraph(groupkit: Run, offered: Path) -> None:
    result = groupkit("letter", "pack", "--set", "person.name=", *DATE)
    assert result.code == 0
    assert "note: the letter does not name the rules on service users" in result.err
    assert "service user" not in letter(offered)


def test_it_can_be_made_without_an_offer(groupkit: Run, pack: Path) -> None:
    assert groupkit("letter", "pack", *OFFER, *DATE).code == 0
    assert not (pack / PLACE / "offer.docx").exists()
    assert "Review of the crisis line" in letter(pack)


def test_a_letter_for_another_person_gets_a_folder_of_its_own(groupkit: Run, offered: Path) -> None:
    assert groupkit("letter", "pack", "--set", "person.name=Cerys Evans", *DATE).code == 0
    assert "Cerys Evans" in letter(offered, f"{PLACE}-cerys-evans")
    assert not (offered / PLACE / "letter.docx").exists()


def test_a_folder_that_was_renamed_is_found_again(groupkit: Run, offered: Path) -> None:
    (offered / PLACE).rename(offered / "work/the-review")
    assert groupkit("letter", "pack", "--work", "the-review", "--set", "body.signed_by=Bo Li", *DATE).code == 0
    assert "Bo Li" in letter(offered, "work/the-review")


def test_with_several_offers_it_must_be_said_which(groupkit: Run, offered: Path) -> None:
    assert groupkit("offer", "pack", "--set", "work.title=Another", *DATE).code == 0
    result = groupkit("letter", "pack", "--set", "letter.limb=none", *DATE)
    assert result.code == 2
    assert "--work" in result.errors[0]
    assert "another" in result.errors[0]
    assert groupkit("letter", "pack", "--work", "another", "--set", "letter.limb=none", *DATE).code == 0
    assert "Another" in letter(offered, "work/another")


def test_an_offer_that_is_not_there_is_named(groupkit: Run, offered: Path) -> None:
    result = groupkit("letter", "pack", "--work", "nothing", *DATE)
    assert result.code == 2
    assert PLACE.removeprefix("work/") in result.errors[0]


def test_a_second_letter_does_not_replace_the_first(groupkit: Run, offered: Path) -> None:
    assert groupkit("letter", "pack", "--set", "letter.limb=none", *DATE).code == 0
    before = contents(offered)
    assert groupkit("letter", "pack", "--set", "letter.limb=statutory-body", *DATE).code == 2
    assert contents(offered) == before


@pytest.mark.parametrize("limb", ["capacity", "carer-of", "esa", "social-security"])
def test_a_limb_that_does_not_exist_is_named_and_nothing_is_written(groupkit: Run, offered: Path, limb: str) -> None:
    before = contents(offered)
    result = groupkit("letter", "pack", "--set", f"letter.limb={limb}", *DATE)
    assert result.code == 1
    assert result.errors[0].startswith("error: letter.limb: ")
    assert contents(offered) == before


def test_on_a_terminal_it_asks_what_the_offer_did_not_say(groupkit: Run, offered: Path, monkeypatch) -> None:
    lines = iter(["", "", "", "", "", "1", "", ""])
    monkeypatch.setattr("builtins.input", lambda prompt: next(lines))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    (offered / PLACE / "offer.toml").write_text(
        (offered / PLACE / "offer.toml").read_text(encoding="utf-8").split("[letter]")[0], encoding="utf-8"
    )
    result = groupkit("letter", "pack", *DATE)
    assert result.code == 0, result.err
    assert "What is the work called?" not in result.out
    assert "Which of these is true of whoever asks for people's views?" in result.out
    assert "service user involvement" in letter(offered)
