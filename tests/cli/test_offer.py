"""`groupkit offer`: the papers for one piece of work, from answers that are given or asked."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.commands import DATE, Result
from helpers.folders import contents

Run = Callable[..., Result]

FILE = """\
[work]
title = "Review of the crisis line"
asked_by = "The trust"

[when]
dates = [2027-03-09, 2027-03-23]
length = 120

[money]
amount = 30
"""
PLACE = "work/2027-03-09-review-of-the-crisis-line"
GIVEN = ["--set", "work.title=Review of the crisis line", "--set", "when.dates=9 March 2027; 23 March 2027"]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "offer.toml"
    file.write_text(FILE, encoding="utf-8")
    return file


class Typist:
    """Someone at a terminal who types these lines and then stops."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
        self.lines: Iterator[str] = iter(lines)
        monkeypatch.setattr("builtins.input", self.type)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)

    def type(self, prompt: str) -> str:
        try:
            return next(self.lines)
        except StopIteration:
            raise KeyboardInterrupt from None


def test_papers_are_made_from_a_file_of_answers(groupkit: Run, pack: Path, answers: Path) -> None:
    result = groupkit("offer", "pack", "--answers", str(answers), *DATE)
    assert result.code == 0, result.err
    made = contents(pack / PLACE)
    assert {"offer.toml", "offer.docx", "choice-form.docx", "expenses-claim.docx", "markdown/offer.md"} <= made.keys()
    assert "£30 for each date, £60 in all" in made["markdown/offer.md"].decode()
    assert "5 papers in" in result.out
    assert tomllib.loads(made["offer.toml"].decode())["money"]["amount"] == 30


def test_set_wins_over_the_file(groupkit: Run, pack: Path, answers: Path) -> None:
    assert groupkit("offer", "pack", "--answers", str(answers), "--set", "money.amount=£45.50", *DATE).code == 0
    assert "£45.50" in (pack / PLACE / "markdown/offer.md").read_text(encoding="utf-8")


def test_the_pack_itself_is_left_alone(groupkit: Run, pack: Path) -> None:
    before = contents(pack)
    assert groupkit("offer", "pack", *GIVEN, *DATE).code == 0
    after = contents(pack)
    assert {name: after[name] for name in before} == before
    assert groupkit("build", "pack").code == 0
    assert contents(pack) == after


def test_every_problem_is_told_with_its_file_and_nothing_is_written(groupkit: Run, pack: Path, answers: Path) -> None:
    wrong = FILE.replace("amount = 30", "amount = -30").replace("length", "lenght")
    answers.write_text(wrong + "[letter]\nlimb = 'other'\n", encoding="utf-8")
    result = groupkit("offer", "pack", "--answers", str(answers), "--set", "when.dates=2027-03-09,2027-03-02", *DATE)
    assert result.code == 1
    told = "\n".join(result.errors)
    assert f"{answers}: money.amount: -30 is not between 0 and 2000 pounds" in told
    assert f"{answers}: when.lenght: no such answer. Did you mean when.length?" in told
    assert f"{answers}: letter.limb:" in told
    assert not (pack / "work").exists()


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        (["when.dates=2027-03-09,2027-03-02"], "when.dates"),
        (["when.dates=2026-03-09"], "when.dates"),
        (["when.dates=2027-03-09", "money.amount=3", "money.paid_on=2027-03-01"], "money.paid_on"),
        (["when.dates=2027-03-09", "when.reply_by=2027-03-10"], "when.reply_by"),
        (["money.amount=99999999"], "money.amount"),
        (["letter.limb=social-security"], "letter.limb"),
    ],
)
def test_answers_that_do_not_fit_each_other_are_named_and_nothing_is_written(
    groupkit: Run, pack: Path, settings: list[str], field: str
) -> None:
    options = [part for each in ("work.title=Review", *settings) for part in ("--set", each)]
    result = groupkit("offer", "pack", *options, *DATE)
    assert result.code == 1
    assert result.errors[0].startswith(f"error: {field}: ")
    assert not (pack / "work").exists()


@pytest.mark.parametrize("wrong", [["--date", "soon"], ["--set", "title"], ["--answers", "nowhere.toml"], ["--letter"]])
def test_wrong_options_are_wrong_use(groupkit: Run, pack: Path, wrong: list[str]) -> None:
    result = groupkit("offer", "pack", *wrong)
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert not (pack / "work").exists()


def test_a_folder_without_a_pack_is_wrong_use(groupkit: Run, tmp_path: Path) -> None:
    result = groupkit("offer", "nowhere", *GIVEN)
    assert result.code == 2
    assert "groupkit new nowhere" in result.errors[0]
    assert not (tmp_path / "nowhere").exists()


def test_without_answers_and_without_a_terminal_nothing_is_asked(groupkit: Run, pack: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    result = groupkit("offer", "pack")
    assert result.code == 2
    assert "no terminal" in result.errors[0]


def test_what_was_offered_is_not_replaced(groupkit: Run, pack: Path) -> None:
    assert groupkit("offer", "pack", *GIVEN, "--set", "money.amount=30", *DATE).code == 0
    before = contents(pack)
    result = groupkit("offer", "pack", *GIVEN, "--set", "money.amount=20", *DATE)
    assert result.code == 2
    assert "What was offered stays as it is." in result.errors[0]
    assert contents(pack) == before


def test_little_time_for_advice_is_a_warning(groupkit: Run, pack: Path) -> None:
    options = ["--set", "work.title=Talk", "--set", "when.dates=2027-01-12", "--set", "money.amount=10"]
    result = groupkit("offer", "pack", *options, *DATE)
    assert result.code == 0
    assert "warning: The work starts 7 days after the offer." in result.err


def test_old_figures_are_warned_of_after_their_review(groupkit: Run, pack: Path) -> None:
    result = groupkit("offer", "pack", "--set", "work.title=Talk", "--date", "2028-01-05")
    assert result.code == 0
    assert "warning: Some figures here may be out of date." in result.err


def test_on_a_terminal_it_asks_and_enter_leaves_a_line_to_fill_in(groupkit: Run, pack: Path, monkeypatch) -> None:
    Typist(
        monkeypatch,
        "Review of the crisis line",
        "",
        "The trust",
        "",
        "9 March 2027; 23 March 2027",
        "120",
        "",
        "30",
        "",
        "",
    )
    result = groupkit("offer", "pack", *DATE)
    assert result.code == 0, result.err
    assert "1 of 9. What is the work called?" in result.out
    text = (pack / PLACE / "markdown/offer.md").read_text(encoding="utf-8")
    assert "£30 for each date" in text
    assert "(what people do, in a sentence or two)" in text
    assert [path.name for path in (pack / "work").iterdir()] == [PLACE.removeprefix("work/")]


def test_stopping_loses_nothing_and_the_next_time_goes_on(groupkit: Run, pack: Path, monkeypatch) -> None:
    Typist(monkeypatch, "Review of the crisis line", "Talk")
    stopped = groupkit("offer", "pack", *DATE)
    assert stopped.code == 130
    assert "To go on: groupkit offer pack" in stopped.out
    assert tomllib.loads((pack / "work/unfinished-offer.toml").read_text(encoding="utf-8"))["work"]["what"] == "Talk"
    Typist(monkeypatch, "", "", "9 March 2027", "60", "", "", "", "")
    assert groupkit("offer", "pack", *DATE).code == 0
    assert "Talk" in (pack / PLACE / "markdown/offer.md").read_text(encoding="utf-8")
    assert not (pack / "work/unfinished-offer.toml").exists()
