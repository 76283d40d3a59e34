"""The Markdown writer: what it writes is read again as the same document, by us and by others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from groupkit.document import number, parse, plain_text
from groupkit.document.blocks import (
    Blank,
    Break,
    BulletList,
    Code,
    CodeBlock,
    Document,
    Emphasis,
    Form,
    Heading,
    Image,
    Item,
    Link,
    Note,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Ref,
    Rule,
    SignOff,
    Span,
    Strong,
    Table,
    Text,
)
from groupkit.escape import escape
from groupkit.frozen import Frozen
from groupkit.writers.markdown import write
from groupkit.writers.slugs import Slugs

EXAMPLES = json.loads((Path(__file__).parents[1] / "data" / "commonmark-0.31.2.json").read_text(encoding="utf-8"))
WORDS = st.text("aé1. -+*_#=:|\\`~<>[](){}!&;\"'/^$@?\u00a0☐", min_size=1, max_size=12)
CLEAN = WORDS.map(lambda words: words.strip(" ")).filter(bool)


def markdown(text, contents=False):
    return write(Document(number(parse(text)), contents=contents))


def again(blocks):
    return parse(write(Document(tuple(blocks))), dialect=False)


# ----------------------------------------------------------------------- what is written

DOCUMENT = """\
# Rules of *Us*

Hello **you**: [site](https://example.org "T"), [When](blank:date), [Yes](blank:tick); see [](#least), [](#deep),
[](#why).

{#why}
## Why

::: clauses
{#q}
## Quorum

1. {#least} At least three:
   1. one;
   2. two:
      1. {#deep} deep.

   They stay.
2. Second, as [](#q) says.

::: note
Choose a number.
:::

::: note
Ask first.
:::

## Quorum
1. Other.
:::

::: page-break
:::

::: form Your claim
- Name
- Day (date)
- How (choice: cash | bank)
- I agree (tick)
:::

::: sign-off Signed
| Name | Signature |
|---|---|
| Ann | |
:::
"""

WRITTEN = """\
# Rules of *Us*

## Contents

- [Why](#why)
- [1. Quorum](#1-quorum)
- [2. Quorum](#2-quorum)

Hello **you**: [site](https://example.org "T"), ________ (When), ☐ Yes; see [clause 1.1](#1-quorum), \
[clause 1.1(b)(i)](#1-quorum), [“Why”](#why).

## Why

## 1. Quorum

1.1 At least three:

- (a) one;
- (b) two:
    - (i) deep.

They stay.

1.2 Second, as [clause 1](#1-quorum) says.

> **Note**
>
> Choose a number.
>
> **Note**
>
> Ask first.

## 2. Quorum

2.1 Other.

### Your claim

- Name: ________
- Day: ________
- How: ________ (cash / bank)
- ☐ I agree

### Signed

| Name | Signature |
| ---- | --------- |
| Ann  | ________  |
"""


def test_a_whole_document_is_written_as_people_would_write_it():
    assert markdown(DOCUMENT, contents=True) == WRITTEN


def test_a_document_without_blocks_is_an_empty_file():
    assert write(Document(())) == ""


@pytest.mark.parametrize(
    "words",
    [
        "Tea & cake, at 5 < 6 > 4.",
        "snake_case, C:\\Users, 2 * 3 and a ________ line",
        "100% (of all) ‘quoted’ £5 + £6 = £11; #1!",
        "see p. 3) or so - not a list",
        "about ~£20 a day",
    ],
)
def test_harmless_marks_are_not_escaped(words):
    assert write(Document((Paragraph((Text(words),)),))) == f"{words}\n"


@pytest.mark.parametrize(
    "words",
    [
        "# a",
        "- a",
        "+ a",
        "* a",
        "1. a",
        "12) a",
        "> a",
        "---",
        "===",
        "***",
        "___",
        "_ _ _",
        "|-|",
        ":--",
        "    a",
        "```",
        "~~~",
        "[a]: b",
        "<div>",
        "&amp;",
        "<https://a.org>",
        "`a`",
        "*a*",
        "_a_",
        "__a__",
        "[a](b)",
        "![a](b)",
        "a\\",
        "\\*",
        "- [ ] a",
        "[ ] a",
        "<!-- a -->",
        "+",
        "-",
        "#",
        "1.",
        "~~a~~",
        "&#35;",
    ],
)
def test_what_would_be_markup_is_written_so_that_it_is_text(words):
    expected = (Paragraph((Text(words.strip(" ")),)),)
    assert again([Paragraph((Text(words),))]) == expected
    assert again([BulletList((Item((Paragraph((Text(words),)),)),))]) == (BulletList((Item(expected),)),)
    assert again([Quote((Paragraph((Text(words),)),))]) == (Quote(expected),)
    assert again([Paragraph((Text("a"), Break(hard=True), Text(words)))]) == (
        Paragraph((Text("a"), Break(hard=True), Text(words.strip(" ")))),
    )
    assert again([Heading(2, (Text(words),))]) == (Heading(2, expected[0].children),)
    cell = expected[0].children
    assert again([Table((cell, cell), ((cell, cell),), (None, None))]) == (
        Table((cell, cell), ((cell, cell),), (None, None)),
    )


def test_a_form_of_boxes_is_a_list_of_task_items():
    assert markdown("::: form\n- One (tick)\n- Two (tick)\n:::") == "- [ ] One\n- [ ] Two\n"


def test_mail_addresses_become_links_and_keep_their_text():
    assert write(Document((Paragraph((Text("Write to ann_b@example.org."),)),))) == "Write to <ann_b@example.org>.\n"


def test_lists_in_a_row_stay_apart():
    one = BulletList((Item((Paragraph((Text("a"),)),)),))
    numbered = OrderedList((Item((Paragraph((Text("b"),)),)),), 3)
    blocks = (one, one, numbered, numbered, numbered, one)
    assert again(blocks) == blocks
    assert again([Quote(blocks)]) == (Quote(blocks),)


def test_bullets_after_a_clause_that_ends_in_a_list_stay_apart():
    text = markdown("::: clauses\n## A\n1. b\n   1. c\n\n- d\n:::\n")
    assert text.endswith("- (a) c\n\n* d\n")


def test_a_span_in_another_language_shows_its_words():
    assert markdown("Un [croeso *mawr*](lang:cy).") == "Un croeso *mawr*.\n"


def test_a_wide_table_is_not_padded():
    wide = markdown("| a | b |\n|:-:|--:|\n| " + "long words " * 12 + "| c |\n")
    assert wide.splitlines()[:2] == ["| a   | b   |", "| :-: | --: |"]


# ---------------------------------------------------------------------------- read again


def without_layout(node):
    """Set aside what Markdown need not keep: soft line ends, the seams between texts, spaces at the ends."""
    if isinstance(node, tuple):
        nodes = [without_layout(each) for each in node]
        joined = []
        for each in nodes:
            if isinstance(each, Text) and joined and isinstance(joined[-1], Text):
                joined[-1] = Text(joined[-1].text + each.text)
            else:
                joined.append(each)
        return tuple(joined)
    if isinstance(node, Paragraph | Heading):
        node = node.replace(children=trimmed(node.children))
    if isinstance(node, Break) and not node.hard:
        return Text(" ")
    if isinstance(node, OrderedList | BulletList):
        node = node.replace(tight=True)
    if isinstance(node, Link) and node.href.startswith("mailto:"):
        return without_layout(node.children)[0] if len(node.children) == 1 else node
    if isinstance(node, Frozen):
        return node.replace(**{name: without_layout(value) for name, value in node.as_dict().items()})
    return node


def hard(inline):
    return isinstance(inline, Break) and inline.hard


def trimmed(inlines):
    """Set aside spaces next to line ends, and empty lines inside a paragraph (raw HTML has them)."""
    kept = [each for at, each in enumerate(inlines) if not (hard(each) and at and hard(inlines[at - 1]))]
    for at, each in enumerate(kept):
        if isinstance(each, Text):
            starts = at == 0 or hard(kept[at - 1])
            ends = at == len(kept) - 1 or hard(kept[at + 1])
            words = each.text.lstrip(" ") if starts else each.text
            kept[at] = Text(words.rstrip(" ") if ends else words)
    return tuple(each for each in kept if each != Text(""))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: str(each["example"]))
def test_a_commonmark_example_is_written_and_read_again_as_the_same(example):
    blocks = parse(example["markdown"], dialect=False)
    written = write(Document(blocks))
    assert without_layout(parse(written, dialect=False)) == without_layout(blocks), written


@given(WORDS)
def test_any_words_are_read_again_as_they_were(words):
    words = words.strip(" ")
    assert without_layout(again([Paragraph((Text(words),))])) == ((Paragraph((Text(words),)),) if words else ())


INLINES = st.recursive(
    st.builds(Text, CLEAN)
    | st.builds(Code, CLEAN)
    | st.just(Text(" "))
    | st.builds(Image, st.just("a.png"), CLEAN, CLEAN),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        .map(tuple)
        .flatmap(
            lambda children: st.sampled_from(
                [Emphasis(children), Strong(children), Link("/a", "", children), Span("cy", children)]
            )
        )
    ),
    max_leaves=6,
)


@given(st.lists(INLINES, min_size=1, max_size=5))
def test_the_text_of_any_inlines_is_seen_by_every_reader(inlines):
    document = Document((Paragraph((Text("x"), *inlines, Text("x"))),))
    assert plain_text(Document(parse(write(document), dialect=False))).split() == plain_text(document).split()


BLOCKS = st.recursive(
    st.builds(lambda words: Paragraph((Text(words),)), CLEAN)
    | st.builds(lambda level, words: Heading(level, (Text(words),)), st.integers(1, 6), CLEAN)
    | st.builds(lambda text: CodeBlock(f"{text}\n"), WORDS)
    | st.just(Rule())
    | st.builds(lambda one, two: Table(((Text(one),), ()), (((), (Text(two),)),), (None, "right")), CLEAN, CLEAN),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        .map(tuple)
        .flatmap(
            lambda blocks: st.sampled_from(
                [
                    Quote(blocks),
                    BulletList((Item(blocks), Item(())), tight=False),
                    OrderedList((Item(blocks), Item(blocks)), 99, tight=False),
                ]
            )
        )
    ),
    max_leaves=6,
)


@given(st.lists(BLOCKS, max_size=4))
def test_any_blocks_are_read_again_as_they_were(blocks):
    kept = [
        block
        for at, block in enumerate(blocks)
        if not (at and isinstance(block, Quote) and isinstance(blocks[at - 1], Quote))
    ]
    assert without_layout(again(kept)) == without_layout(tuple(kept))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20))
def test_an_answer_in_a_template_reaches_the_reader_of_the_markdown(answer):
    text = f"# A {escape(answer)} b\n\n- A {escape(answer)}\n\n|a {escape(answer)} b|c|\n|-|-|\n|d|e|\n"
    document = Document(parse(text))
    assert plain_text(Document(parse(write(document), dialect=False))) == plain_text(document)


# --------------------------------------------------------------------------------- anchors


def test_anchors_are_those_of_github():
    slugs = Slugs()
    headings = ["7. Quorum", "Tŷ Ni & Co.", "7. Quorum", "Who’s who?", "a_b - c", "7. Quorum"]
    anchors = ["7-quorum", "tŷ-ni--co", "7-quorum-1", "whos-who", "a_b---c", "7-quorum-2"]
    assert [slugs.next(each) for each in headings] == anchors


def test_every_anchor_that_is_linked_to_is_the_anchor_of_a_heading():
    text = markdown(DOCUMENT.replace("## Why", "## Contents"), contents=True)
    slugs = Slugs()
    tokens = MarkdownIt("commonmark").parse(text)
    headings = {
        slugs.next(tokens[at + 1].content.replace("*", ""))
        for at, each in enumerate(tokens)
        if each.type == "heading_open"
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= headings


def test_the_same_block_is_written_anew_when_the_anchor_it_links_to_changes():
    assert "(#1-b)" in markdown("::: clauses\n{#b}\n## B\n1. See [](#b).\n:::")
    assert "(#1-bb)" in markdown("::: clauses\n{#b}\n## BB\n1. See [](#b).\n:::")


def test_each_kind_of_block_and_inline_reaches_the_markdown():
    every = (
        Heading(1, (Text("t1"),)),
        Paragraph(
            (Emphasis((Text("t2"),)), Strong((Text("t3"),)), Code("t4"), Break(hard=True), Span("cy", (Text("t5"),)))
        ),
        Paragraph((Image("a.png", "t6", ""), Ref("x", "t7"), Blank("t8"), Link("/b", "", (Text("t9"),)))),
        BulletList((Item((Paragraph((Text("t10"),)),)),)),
        OrderedList((Item((Paragraph((Text("t11"),)),), True),)),
        Quote((Paragraph((Text("t12"),)),)),
        CodeBlock("t13\n"),
        Rule(),
        PageBreak(),
        Table(((Text("t14"),),), (((Text("t15"),),),), (None,)),
        Note((Paragraph((Text("t16"),)),)),
        Form("t17", (Blank("t18"), Blank("t19", "tick"), Blank("t20", "choice", ("t21", "t22")))),
        SignOff("t23", ("t24",), (("t25",),)),
    )
    assert re.findall(r"t\d+", write(Document(every))) == [f"t{each}" for each in range(1, 26)]
    assert re.findall(r"t\d+", plain_text(Document(every))) == [f"t{each}" for each in range(1, 26)]
