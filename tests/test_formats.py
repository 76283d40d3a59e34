"""Proves that a document says the same in every format, document by document, whatever the answers hold."""

from __future__ import annotations

import re
from functools import cache

import pytest
from helpers.groups import NATIONS, ON, group
from helpers.markdown import words_of
from helpers.word import paragraphs
from hypothesis import HealthCheck, example, given, settings, strategies as st

from groupkit import Pack, build
from groupkit.document import plain_text
from groupkit.document.blocks import Block, Clause, Document, Heading

FORMS = ("unincorporated_association", "informal_tor", "hosted_group")

HOSTILE = [
    'Tea & <Talk> "Tuesdays"',
    "# Heading",
    "[x](javascript:1)",
    "{{ 7*7 }}",
    "{% raw %}{# note #}",
    "| a | b",
    "</w:t><w:br/>",
    "1. First",
    "- dash",
    "*star* _line_ `code` ~~gone~~",
    "![p](x.png)",
    "<b>bold</b> &amp; &#35;",
    "https://www.example.org/?a=1&b=2",
    "back\\slash \\",
    "::: note",
    "{#quorum}",
    "]]> --> <!--",
    "$1,000 %s {0}",
    "🌈 Group 👩🏽‍🦽",
    "Ŵyl yr Ŷd â ê î ô û",
    "مجموعة الأمل",
    "আশা গোষ্ঠী",
    "O'Brien’s “Talk”",
]


def squashed(text: str) -> str:
    """Give a text without space, signs of lists and boxes: what is left has to be the same in every format.

    How long a line to write on is may differ: in Word it fits its column.
    """
    return re.sub("_{4,}", "____", re.sub(r"[\s☐☒•]+", "", text))


def without_numbers(block: Block) -> Block:
    """Give a block without the numbers that Word works out for itself."""
    if isinstance(block, Heading):
        return block.replace(number="")
    if isinstance(block, Clause):
        return block.replace(number="", blocks=tuple(without_numbers(child) for child in block.blocks))
    return block


def unnumbered(document: Document) -> Document:
    """Give a document without the numbers that Word works out for itself."""
    return document.replace(blocks=tuple(without_numbers(block) for block in document.blocks))


@cache
def full_pack(form: str, nation: str) -> Pack:
    """Make a pack of everything, without the notes (Word keeps those in its comments)."""
    host = {"host__name": "The Hub"} if form == "hosted_group" else {}
    return build(group(form__kind=form, group__nation=nation, pack__kind="full", pack__notes=False, **host), date=ON)


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("form", FORMS)
def test_word_and_markdown_say_the_same_in_every_document(form: str, nation: str) -> None:
    for each in full_pack(form, nation):
        said = squashed(plain_text(each.document))
        assert squashed(re.sub(r"\[[ x]\]", "", words_of(each.markdown))) == said, each.name
        in_word = squashed("".join(paragraphs(each.docx)))
        assert in_word == squashed(plain_text(unnumbered(each.document))), each.name


def marked(text: str) -> dict[str, str]:
    """Give answers that all hold one text."""
    return {
        "group__name": f"N{text}",
        "group__short_name": f"S{text}",
        "group__area": f"A{text}",
        "group__people": f"people {text}",
        "meetings__place": text,
        "meetings__address": text,
        "meetings__partner": text,
        "contact__name": text,
        "contact__email": text,
        "support__wellbeing": text,
        "host__name": text,
    }


@cache
def counts(form: str) -> dict[str, tuple[int, str]]:
    """Count how often each document prints a plain word put into all those answers."""
    word = "Zebedee"
    pack = build(group(form__kind=form, pack__kind="full", pack__notes=False, **marked(word)), date=ON)
    return {each.name: (squashed(plain_text(each.document)).count(word), each.title) for each in pack}


def check_hostile(form: str, text: str) -> None:
    """Prove that a text comes out as those characters wherever a plain word would, in both formats."""
    pack = build(group(form__kind=form, pack__kind="full", pack__notes=False, **marked(text)), date=ON)
    shown = squashed(text)
    for each in pack:
        expected, _ = counts(form)[each.name]
        markdown = squashed(words_of(each.markdown))
        word = squashed("".join(paragraphs(each.docx)))
        assert markdown.count(shown) >= expected, f"{each.name}: Markdown"
        assert word.count(shown) >= expected, f"{each.name}: Word"
        assert squashed(plain_text(unnumbered(each.document))) == word, each.name


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_answers_come_out_as_their_own_characters_in_every_document(text: str) -> None:
    check_hostile("unincorporated_association", text)


LINE = (
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufeff"),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: re.search(r"\w", text) and "Zebedee" not in text)
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINE)
@example("@@@@@0@0@0@00ĀĂĝࢍ抒舫믝𢋥𮔻")  # so wide that the lines to write on beside it are short
def test_any_answer_comes_out_as_its_own_characters_in_every_document(text: str) -> None:
    check_hostile("informal_tor", text)


def test_file_properties_hold_the_name_as_it_was_typed() -> None:
    name = 'Tea & <Talk> "Tuesdays" </w:t>'
    pack = build(group(group__name=name), date=ON)
    for each in pack:
        assert each.open().core_properties.author == name
