"""Clause numbers, and the words of references to clauses and headings."""

from __future__ import annotations

import pytest

from groupkit.document import number, parse
from groupkit.document.blocks import Clause, Heading, Link, Paragraph, Ref, Text
from groupkit.document.numbering import letters, roman
from groupkit.document.text import inlines_of
from groupkit.errors import TemplateError

TEXT = """\
{#why}
## Why *we* are here

::: clauses
## One
1. a
2. {#b} b
   1. c
      1. {#d} d

   Between.

   1. {#e} e
## Two
1. {#f} f
:::

Words.

::: clauses
{#three}
## Three
1. g
:::
"""


def numbered(text):
    return number(parse(text), "rules.md")


def clauses(blocks):
    for block in blocks:
        if isinstance(block, Clause):
            yield block
            yield from clauses(block.blocks)


def test_headings_count_through_the_document_and_clauses_under_each():
    blocks = numbered(TEXT)
    assert [each.number for each in blocks if isinstance(each, Heading)] == ["", "1", "2", "3"]
    assert [(each.number, each.path) for each in clauses(blocks)] == [
        ("1.1", "1.1"),
        ("1.2", "1.2"),
        ("(a)", "1.2(a)"),
        ("(i)", "1.2(a)(i)"),
        ("(b)", "1.2(b)"),
        ("2.1", "2.1"),
        ("3.1", "3.1"),
    ]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("b", "clause 1.2"),
        ("d", "clause 1.2(a)(i)"),
        ("e", "clause 1.2(b)"),
        ("f", "clause 2.1"),
        ("three", "clause 3"),
        ("why", "“Why we are here”"),
    ],
)
@pytest.mark.parametrize(
    "place",
    ["See []({})", "- a\n\n  []({})", "> **[]({})**", "|a|\n|-|\n|[]({})|", "# []({})", "::: note\n[]({})\n:::"],
)
def test_a_reference_says_the_number_wherever_it_stands(place, target, words):
    block = numbered(TEXT + "\n" + place.replace("{}", f"#{target}"))[-1]
    assert Ref(target, words) in list(inlines_of(block))


def test_a_reference_can_stand_inside_a_clause_and_come_before_its_target():
    blocks = numbered("::: clauses\n## A\n1. {#a} See [](#b).\n   1. {#b} See [](#a).\n:::")
    assert [inline.text for inline in inlines_of(blocks[1]) if isinstance(inline, Ref)] == [
        "clause 1.1(a)",
        "clause 1.1",
    ]


def test_a_reference_to_nothing_is_an_error_that_names_the_file():
    with pytest.raises(TemplateError, match=r'^rules.md: nothing in this document has the id "x"'):
        number((Paragraph((Ref("x"),)),), "rules.md")


def test_a_document_without_clauses_or_references_is_given_back_as_it_is():
    blocks = parse("# A\n\nb [c](https://example.org)\n\n- d\n")
    assert all(one is two for one, two in zip(number(blocks), blocks, strict=True))


def test_numbering_again_gives_the_very_same_blocks():
    first = numbered(TEXT)
    assert all(one is two for one, two in zip(first, numbered(TEXT), strict=True))
    assert all(one is two for one, two in zip(first, number(first), strict=True))


def test_a_clause_added_before_moves_the_numbers_after_it():
    text = "::: clauses\n## A\n1. a\n2. {#b} b\n:::\n\nSee [](#b)."
    assert numbered(text)[-1] == Paragraph((Text("See "), Ref("b", "clause 1.2"), Text(".")))
    assert numbered(text.replace("1. a", "1. a\n1. new"))[-1] == Paragraph(
        (Text("See "), Ref("b", "clause 1.3"), Text("."))
    )


def test_a_link_with_words_keeps_its_words():
    assert Link("#b", "", (Text("there"),)) in numbered(TEXT + "\n[there](#b)")[-1].children


def test_letters_and_roman_numerals_go_on_as_in_word():
    assert [letters(each) for each in (1, 2, 26, 27, 28, 53)] == ["a", "b", "z", "aa", "bb", "aaa"]
    assert [roman(each) for each in (1, 4, 5, 9, 14, 40, 49, 90, 100)] == [
        "i", "iv", "v", "ix", "xiv", "xl", "xlix", "xc", "c"
    ]  # fmt: skip
