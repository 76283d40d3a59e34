"""The rules' data is whole, in plain words, and tied to predicates, forms, answers and sources that exist."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from groupkit.errors import FactError
from groupkit.facts import NATIONS, Register
from groupkit.group import Group, fields
from groupkit.rules import Rule, check, load_rules, rule
from groupkit.rules.model import PREDICATES
from groupkit.rules.page import rules_page

DAY = date(2027, 1, 5)
RULES = load_rules()
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "rules.md"


def messages(rule: Rule) -> list[str]:
    return [
        text for text in (rule.message, rule.stale, *(variant.message for variant in rule.variants.values())) if text
    ]


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?:])\s+", text) if part]


def test_all_110_rules_of_the_register_are_there_and_three_of_our_own() -> None:
    assert len(RULES) == 110 + 3


def test_every_rule_of_kind_answers_has_a_predicate_and_every_predicate_a_rule() -> None:
    assert set(PREDICATES) == {id for id, rule in RULES.items() if rule.kind == "answers"}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_promise_about_the_papers_says_how_it_is_kept_and_no_other_rule_does(rule: Rule) -> None:
    assert bool(rule.why_unchecked) == (rule.kind == "document")


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_names_forms_answers_and_sources_that_exist(rule: Rule) -> None:
    register = Register.load()
    answers = {answer.key for answer in fields()}
    assert rule.applies_to <= {"all", *register.forms}
    assert rule.keys
    assert set(rule.keys) <= answers
    assert rule.sources
    assert all(register.source(id).title for id in rule.sources)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_with_a_figure_says_something_else_where_it_does_not_cover_the_day(rule: Rule) -> None:
    assert bool(rule.figure) == bool(rule.stale)
    if rule.figure:
        assert Register.load().entry(rule.figure)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_words_are_plain_and_sentences_short(rule: Rule) -> None:
    for text in [*messages(rule), rule.reason, rule.why_unchecked]:
        assert text == text.strip()
        for sentence in sentences(text):
            assert len(sentence.split()) <= 25, sentence
        assert not re.search(r"suffer|must be permitted|_|diagnosed", text), text


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("now", [2, 3, 4, 8, 15, 30, 64])
def test_the_default_form_has_no_errors_in_any_nation_at_any_size(nation: str, now: int) -> None:
    answers = {"group.name": "Open Minds", "group.area": "Leeds", "group.nation": nation, "members.now": now}
    assert [finding for finding in check(Group.from_answers(answers), DAY) if finding.severity == "error"] == []


@pytest.mark.parametrize("form", Register.load().forms.values(), ids=lambda form: form.id)
def test_every_form_has_no_errors_by_default_where_it_exists(form: object) -> None:
    for nation in form.nations:  # type: ignore[attr-defined]
        answers = {"group.name": "Open Minds", "group.area": "Leeds", "group.nation": nation}
        answers |= {"form.kind": form.id, "host.name": "Riverside Trust"}  # type: ignore[attr-defined]
        found = check(Group.from_answers(answers), DAY)
        assert [finding for finding in found if finding.severity == "error"] == []


def test_errors_come_first_and_notes_last() -> None:
    answers = {"group.name": "Royal Minds", "group.area": "Leeds", "group.nation": "england"}
    answers |= {"committee.min": 4, "committee.quorum": 9}
    severities = [finding.severity for finding in check(Group.from_answers(answers), DAY)]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert {"error", "warning", "note"} == set(severities)


def test_a_second_predicate_for_a_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="P05 has two"):
        rule("P05")(lambda case: None)


def test_a_malformed_rule_is_named(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text('[[rule]]\nid = "X1"\nkind = "sometimes"\nseverity = "note"\n', "utf-8")
    with pytest.raises(FactError, match=r'rules\.toml: rule "X1": kind is "sometimes"'):
        load_rules(tmp_path)


def test_the_reference_page_is_made_from_the_rules() -> None:
    remake = "Make it again: python -m groupkit.rules.page > docs/reference/rules.md"
    assert PAGE.read_text(encoding="utf-8") == rules_page(), remake
    assert all(each.why_unchecked in rules_page() for each in RULES.values())
