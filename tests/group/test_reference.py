"""The reference page of the answers is made from their declarations."""

from pathlib import Path

import pytest

from groupkit.group import fields
from groupkit.group.reference import page

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "answers.md"


def test_the_page_in_the_docs_is_the_one_that_the_declarations_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "make it again: python -m groupkit.group.reference"


@pytest.mark.parametrize("answer", list(fields()), ids=lambda answer: answer.key)
def test_every_answer_is_on_the_page_with_its_choices(answer) -> None:
    section = page().split(f"### `{answer.key}`\n")[1].split("\n### ")[0].split("\n## ")[0]
    assert answer.question in section
    assert answer.example in section
    assert all(choice in section or choice == label for choice, label in answer.choices.items())
