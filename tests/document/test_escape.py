"""An answer comes out as its characters wherever a template can print it."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from groupkit.document import blanks, number, parse
from groupkit.document.blocks import Document, Form, Link, SignOff
from groupkit.document.text import inline_text, plain_text
from groupkit.escape import blank_markup, escape
from groupkit.frozen import Frozen

# Anything a person can type on one line; XML forbids the rest, and answers are refused that hold it.
ANSWERS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff")).map(
    lambda value: value.strip(" ")  # answers are trimmed
)
MARKS = st.text("""aA1. -+*_#=:|\\`~<>[](){}!&;"'/^$%@,?x\u00a0é☐""", max_size=14).map(lambda value: value.strip(" "))
HOSTILE = [
    'Tea & <Talk> "Tuesdays"',
    "# Heading",
    "[x](javascript:1)",
    "{{ 7*7 }}",
    "| a",
    "a | b",
    "\\",
    "\\|",
    "|---|",
    "</w:t>",
    "&amp; &#65; &copy;",
    "<https://a.org> https://b.org",
    "1. one",
    "1) one",
    "- a",
    "+ a",
    ":::",
    "::: note",
    "{#id}",
    "+++",
    "---",
    "===",
    "~~~",
    "```",
    "[ ] task",
    "[a]: /b",
    "Cymdeithas ŵ — মানসিক — الصحة — 😀",
    "(date)",
]
PLACES = {
    "paragraph": lambda value: f"{value}\n",
    "in a sentence": lambda value: f"We are {value}, all of us.\n",
    "next line": lambda value: f"Some words\n{value}\nmore words.\n",
    "heading": lambda value: f"## {value}\n",
    "heading with id": lambda value: f"{{#an-id}}\n## {value}\n",
    "list item": lambda value: f"- {value}\n- b\n",
    "numbered item": lambda value: f"1. {value}\n",
    "strong": lambda value: f"a **b{value}b** c\n",
    "note": lambda value: f"::: note\n{value}\n:::\n",
    "quote": lambda value: f"> {value}\n",
    "clause": lambda value: f"::: clauses\n\n## H\n\n1. {value}\n2. {{#c}} {value}\n:::\n",
    "cell": lambda value: f"| {value} | b |\n| --- | --- |\n| a | {value} |\n",
    "narrow cell": lambda value: f"|{value}|b|\n|---|---|\n|a|{value}|\n",
    "blank": lambda value: f"[a{value}](blank:)\n",
}


def lines_seen(markdown):
    lines = plain_text(Document(number(parse(markdown)))).split("\n")
    return [line.strip(" ") for line in lines if line.strip(" ")]


def expected(template, value):
    lines = plain_text(Document(number(parse(template("QQQ"))))).replace("QQQ", value).split("\n")
    return [line.strip(" ") for line in lines if line.strip(" ")]


@pytest.mark.parametrize("place", PLACES)
@given(value=(ANSWERS | MARKS).filter(bool))
def test_any_answer_is_seen_as_its_characters_in_every_place(place, value):
    assert lines_seen(PLACES[place](escape(value))) == expected(PLACES[place], value)


def letters(lines):
    return "".join("".join(lines).split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", ["    code", "two at the end  ", "\ta", "a\n"])
def test_of_spaces_at_the_ends_of_an_answer_at_most_one_is_left(place, value):
    assert letters(lines_seen(PLACES[place](escape(value)))) == letters(expected(PLACES[place], value))
    assert "  " not in escape(value)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", HOSTILE)
def test_what_looks_like_markup_is_seen_as_its_characters_in_every_place(place, value):
    assert lines_seen(PLACES[place](escape(value))) == expected(PLACES[place], value)


@pytest.mark.parametrize("place", PLACES)
@given(value=ANSWERS | MARKS)
def test_an_answer_never_changes_what_the_document_is_made_of(place, value):
    assert shape(parse(PLACES[place](f"a{escape(value)}a"))) == shape(parse(PLACES[place]("QQQ")))


def shape(node):
    """Give the types of a tree, and nothing of its words."""
    if isinstance(node, tuple):
        return [shape(each) for each in node]
    if not isinstance(node, Frozen):
        return ""
    return [type(node).__name__, *map(shape, node.as_dict().values())]


@given(label=ANSWERS | MARKS, title=ANSWERS | MARKS)
def test_labels_and_titles_of_forms_are_their_characters(label, title):
    (form,) = parse(f"::: form {escape(title)}\n- a{escape(label)} (date)\n- b{escape(label)}\n:::\n")
    assert isinstance(form, Form)
    assert form.title == title
    assert [each.label for each in form.fields] == [f"a{label}", f"b{label}"]
    assert [each.kind for each in form.fields] == ["date", "text"]


@given(cells=st.lists(st.tuples(ANSWERS | MARKS, ANSWERS | MARKS), min_size=1, max_size=3))
def test_cells_of_a_sign_off_block_are_their_characters(cells):
    rows = "\n".join(f"| {escape(one)} | {escape(two)} |" for one, two in cells)
    (block,) = parse(f"::: sign-off Signed\n| Name | Date |\n|---|---|\n{rows}\n:::\n")
    assert isinstance(block, SignOff)
    assert block.rows == tuple(cells)


@given(offered=st.lists((ANSWERS | MARKS).filter(bool), min_size=1, max_size=4))
def test_choices_of_a_blank_are_their_characters(offered):
    document = Document(parse(blank_markup("How", "choice", offered)))
    assert blanks(document)[0].choices == tuple(offered)


@given(words=ANSWERS | MARKS)
def test_link_words_are_their_characters(words):
    (paragraph,) = parse(f"[a{escape(words)}](https://example.org)")
    assert isinstance(paragraph.children[0], Link)
    assert inline_text(paragraph.children) == f"a{words}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\t", "\u2028", "\x85", "\x0b"])
def test_a_line_end_in_an_answer_becomes_a_space(end):
    assert parse(f"- {escape(f'one{end}# two')}") == parse("- one \\# two")


def test_an_ordinary_word_is_left_as_it_is():
    assert escape("Ystradgynlais") == "Ystradgynlais"
