"""An outline holds no word of a text, and with the text beside it gives back exactly what was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from groupkit import templates
from groupkit.document import outline
from groupkit.document.parse import _read
from groupkit.document.reading import MisuseError
from groupkit.errors import GroupkitError

TEXTS = [
    "# Constitution of *Riverside* **Voices**",
    'Meet us at [Mill Lane](https://x.example/a "Map"), or [by phone](tel:1).\nSecond line  \nthird `code`.',
    '- [ ] Bring [name](blank:text)\n- [x] [Which?](blank:choice "one|two")\n\n  More.\n\n  1. a\n  2. b',
    "{#quorum}\n## Quorum",
    "1. {#quorum-committee} Three\\, at least\\.\n   1. one\n   2. two [](#quorum)",
    "> Quoted [Cymraeg](lang:cy)\n\n***\n\n    code\n\n```py\nmore\n```",
    "| Name \\& role | b |\n|:--|--:|\n| *x* | |",
]


def words_in(made: Any) -> Iterator[str]:
    if isinstance(made, str):
        yield made
    elif isinstance(made, tuple | list):
        for each in made:
            yield from words_in(each)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_and_its_outline_give_what_was_read_of_it(text: str) -> None:
    stretch = _read(text, True, ())
    made = outline.outline(text, stretch)
    assert made is not None
    assert outline.read(text, made) == stretch
    assert set(words_in(made)) <= outline._OUR_WORDS


def test_what_does_not_stand_in_the_text_as_it_was_read_has_no_outline() -> None:
    text = "Tea &amp; talk"
    assert outline.outline(text, _read(text, False, ())) is None


def test_an_outline_that_would_give_something_else_back_is_none_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text is known for which this happens; it must not, should a place ever be wrong."""
    text = "Tea and talk"
    monkeypatch.setattr(outline._Source, "places", lambda self, words: [0, len(words) - 1])
    assert outline.outline(text, _read(text, False, ())) is None


def test_most_of_our_templates_have_outlines() -> None:
    """Else they would be there, and of no use."""
    found = [chunk for each in templates.documents() for chunk in each.body.split("\n\n") if "{" not in chunk]
    made = [outline.outline(chunk, _read(chunk, False, ())) for chunk in found if ":::" not in chunk]
    assert len(made) > 150
    assert sum(each is not None for each in made) > 0.95 * len(made)


PIECES = st.sampled_from(
    [
        *"*_`[]()<>&;#|~-+.:!@\\\n \t1a",
        "**",
        "\n\n",
        "\n- ",
        "\n1. ",
        "](x)",
        "](#a)",
        "{#a}",
        "words ",
        "é",
        "\\,",
        "](blank:text)",
    ]
)


@given(st.lists(PIECES, max_size=24).map("".join), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_outline_of_any_text_holds_its_words(text: str, clauses: bool) -> None:
    try:
        stretch = _read(text, clauses, ())
    except (GroupkitError, MisuseError):
        return
    made = outline.outline(text, stretch)
    assert set(words_in(made)) <= outline._OUR_WORDS
    assert made is None or outline.read(text, made) == stretch
