"""`groupkit list`: what there is, what applies and why the rest does not."""

from __future__ import annotations

from pathlib import Path

from helpers.commands import ANSWERS

from groupkit import templates


def test_without_a_group_every_document_is_listed(groupkit) -> None:
    result = groupkit("list")
    assert result.code == 0
    for template in templates.documents():
        assert template.name in result.out


def test_with_a_folder_it_says_which_apply_and_why_not(groupkit, pack: Path) -> None:
    result = groupkit("list", "pack")
    assert result.code == 0
    inside, outside = result.out.split("Not in it:")
    assert "constitution" in inside
    assert "terms-of-reference" in outside
    names = {template.name: template for template in templates.documents()}
    assert names["terms-of-reference"].why_not in outside


def test_with_answers_it_needs_no_folder(groupkit) -> None:
    Path("answers.toml").write_text(ANSWERS)
    result = groupkit("list", "--answers", "answers.toml", "--set", "form.kind=informal_tor")
    assert result.code == 0
    assert "terms-of-reference" in result.out.split("Not in it:")[0]


def test_a_folder_without_answers_is_wrong_use(groupkit) -> None:
    assert groupkit("list", "nowhere").code == 2
    assert groupkit("list", "--answers", "nowhere.toml").code == 2
