"""`groupkit forms`: help in choosing a form, from a nation, a file or a folder."""

from __future__ import annotations

from pathlib import Path

from helpers.commands import ANSWERS

from groupkit.facts import Register


def test_without_anything_it_lists_every_form_and_where_it_exists(groupkit) -> None:
    result = groupkit("forms")
    assert result.code == 0
    for form in Register.load().forms.values():
        assert f"--set form.kind={form.id}" in result.out
    assert "groupkit forms --nation england" in result.out


def test_a_nation_is_enough_to_tell_what_fits_from_what_does_not(groupkit) -> None:
    result = groupkit("forms", "--nation", "scotland")
    assert result.code == 0
    fitting, other = result.out.split("These do not:")
    assert "form.kind=scio_two_tier" in fitting
    assert "form.kind=cio_association" in other
    assert "It is only for England and Wales." in other
    for label in ("Good when", "Not when", "Work", "Cost", "Debts"):
        assert label in fitting


def test_with_a_folder_it_marks_the_form_of_the_pack(groupkit, pack: Path) -> None:
    result = groupkit("forms", "pack", "--set", "form.kind=cic")
    assert result.code == 0
    assert "Forms for Riverside Voices (Wales)" in result.out
    assert "Community interest company (CIC) (your choice now)" in result.out


def test_with_a_file_of_answers_the_reasons_are_those_of_the_rules(groupkit) -> None:
    Path("answers.toml").write_text(ANSWERS + "\n[money]\nincome_expected = 9000\n")
    result = groupkit("forms", "--answers", "answers.toml")
    assert result.code == 0
    assert "You expect more than £5,000." in result.out.split("These do not:")[1]


def test_lines_fit_a_terminal(groupkit) -> None:
    assert max(len(line) for line in groupkit("forms", "--nation", "wales").out.splitlines()) <= 100


def test_an_unknown_nation_or_folder_is_refused_in_one_line(groupkit) -> None:
    wrong = groupkit("forms", "--nation", "wals")
    assert wrong.code == 1
    assert "Did you mean wales?" in wrong.err
    assert groupkit("forms", "nowhere").code == 2
    assert groupkit("forms", "--set", "form.staff_or_lease=yes").code == 1
