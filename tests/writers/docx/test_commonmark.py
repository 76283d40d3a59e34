"""The 652 examples of the CommonMark specification as Word files, read back and held against the expected HTML.

Examples with raw HTML are outside the goal: we show it as text, to the last character.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from helpers.structure import of_html, of_word
from markdown_it import MarkdownIt

from groupkit import markdown_to_docx
from groupkit.document import parse, plain_text
from groupkit.document.blocks import Document

EXAMPLES = json.loads(
    (Path(__file__).parents[2] / "data" / "commonmark-0.31.2.json").read_text(encoding="utf-8"),
)


def has_raw_html(example: dict[str, str]) -> bool:
    tokens = MarkdownIt("commonmark").parse(example["markdown"])
    inner = [child for token in tokens for child in token.children or ()]
    return any(token.type in ("html_block", "html_inline") for token in [*tokens, *inner])


WITHOUT_HTML = [each for each in EXAMPLES if not has_raw_html(each)]
WITH_HTML = [each for each in EXAMPLES if has_raw_html(each)]


def visible_text(markup: str) -> str:
    """Give the words of HTML, of a picture its alternative text."""
    markup = re.sub(r'<img [^>]*?alt="([^"]*)"[^>]*>', r"\1", markup)
    return squashed(html.unescape(re.sub(r"<[^>]+>", "", markup)))


def text_in_word(content: bytes) -> str:
    return squashed("".join(run.text for seen in of_word(content) for run in seen.runs))


def squashed(text: str) -> str:
    return "".join(text.split())


def test_the_specification_is_there_whole() -> None:
    assert [each["example"] for each in EXAMPLES] == list(range(1, 653))
    assert len(WITHOUT_HTML) == 580


@pytest.mark.parametrize("example", WITHOUT_HTML, ids=lambda each: str(each["example"]))
def test_an_example_has_the_text_and_the_structure_of_the_expected_html(example: dict[str, str]) -> None:
    content = markdown_to_docx(example["markdown"])
    assert text_in_word(content) == visible_text(example["html"])
    expected, found = of_html(example["html"]), of_word(content)
    for place, (wanted, got) in enumerate(zip(expected, found, strict=False)):
        if wanted.loose is None or got.loose is None:
            expected[place], found[place] = wanted._replace(loose=None), got._replace(loose=None)
    assert found == expected


@pytest.mark.parametrize("example", WITH_HTML, ids=lambda each: str(each["example"]))
def test_raw_html_is_shown_as_text_to_the_last_character(example: dict[str, str]) -> None:
    shown = plain_text(Document(parse(example["markdown"], dialect=False)))
    assert text_in_word(markdown_to_docx(example["markdown"])) == squashed(shown)
