"""The reference page of an offer's answers is made from their declarations."""

from pathlib import Path

import pytest

from groupkit.work import OFFER
from groupkit.work.reference import page

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "offer.md"


def test_the_page_in_the_docs_is_the_one_that_the_declarations_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "make it again: python -m groupkit.work.reference"


@pytest.mark.parametrize("answer", list(OFFER.answers.values()), ids=lambda answer: answer.key)
def test_every_answer_is_on_the_page_and_its_example_can_be_read(answer) -> None:
    section = page().split(f"### `{answer.key}`\n")[1].split("\n### ")[0].split("\n## ")[0]
    assert answer.question in section
    assert all(choice in section for choice in answer.choices)
    assert answer.kind.text(answer.kind.read(answer.example)) or answer.example
