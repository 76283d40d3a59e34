"""Cutting a text into chunks never changes how it is read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from groupkit.document.blocks import Paragraph, Text
from groupkit.document.chunks import chunks, code_spans
from groupkit.document.markdown import parser
from groupkit.document.parse import parse
from groupkit.document.reading import MisuseError, Reading
from groupkit.document.tokens import Blocks
from groupkit.errors import TemplateError

EXAMPLES = json.loads((Path(__file__).parents[1] / "data" / "commonmark-0.31.2.json").read_text(encoding="utf-8"))
LINES = st.lists(
    st.sampled_from(
        [
            "",
            "",
            "a",
            "- b",
            "-",
            "* c",
            "1. d",
            "2) e",
            "  f",
            "    g",
            "> h",
            "# i",
            "---",
            "```",
            "~~~",
            "  ```",
            "   - j",
            "|k|",
            "|-|",
            "[l]: /m",
            "[l]",
            "\t",
            "===",
        ]
    ),
    max_size=12,
)


def read_whole(text):
    return Blocks(parser(dialect=True).parse(text), Reading(dialect=True)).read()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: str(each["example"]))
def test_a_commonmark_example_reads_alike_whole_and_in_chunks(example):
    text = example["markdown"]
    ids = "".join(f"{{#{each}}}\n# {each}\n\n" for each in re.findall(r"\]\(#(\w+)\)", text))
    assert outcome(parse, ids + text) == outcome(read_whole, ids + text)


def outcome(read, text):
    """Give the blocks, or the words of the error: what the dialect refuses, it refuses in chunks too."""
    try:
        return read(text)
    except MisuseError as error:
        return error.message
    except TemplateError as error:
        return error.message.split(": ", 1)[1]


@settings(max_examples=1000)
@given(LINES)
def test_any_text_reads_alike_whole_and_in_chunks(lines):
    text = "\n".join(lines)
    assert parse(text) == read_whole(text)


@given(LINES)
def test_chunks_hold_every_line_that_is_not_blank(lines):
    text = "\n".join(lines)
    held = "\n".join(chunk for _, chunk in chunks(text, 0, len(text), False, code_spans(text)))
    assert held.split() == text.split()


def test_a_long_plain_text_is_cut_at_each_blank_line():
    text = "a\n\nb\nc\n\n\nd"
    assert list(chunks(text, 0, len(text), False, [])) == [(0, "a"), (3, "b\nc"), (9, "d")]


def test_a_list_that_follows_a_line_of_text_goes_on_after_a_blank_line():
    assert parse("a\n- b\n\n- c\n") == read_whole("a\n- b\n\n- c\n")
    assert len(parse("a\n- b\n\n- c\n")) == 2


def test_a_wrapped_line_that_begins_with_a_number_stays_in_its_paragraph():
    blocks = parse("::: clauses\n## A\n\nWe met in May\n2026. It rained.\n:::\n")
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].children[-1] == Text("2026. It rained.")
