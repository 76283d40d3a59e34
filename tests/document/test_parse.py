"""Reading the dialect: what each construct gives, and what is said when it is misused."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, strategies as st

from groupkit.document import parse
from groupkit.document.blocks import (
    Blank,
    BulletList,
    Clause,
    CodeBlock,
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
    SignOff,
    Span,
    Table,
    Text,
)
from groupkit.errors import MarkdownError, TemplateError

CLAUSES = """\
# Rules

::: clauses

{#quorum}
## Quorum

1. {#least} At least three:
   1. one;
   2. {#two} two:
      1. deep.

   And a paragraph.

2. Second.
::: note
Why.
:::
{#third}
3. Third.

:::

After.
"""


def paragraph(words):
    return Paragraph((Text(words),))


def only(text, dialect=True):
    (block,) = parse(text, "a.md", dialect)
    return block


# ------------------------------------------------------------------ clauses and ids


def test_a_clause_group_holds_headings_clauses_and_clauses_inside_clauses():
    assert parse(CLAUSES)[1:] == (
        Heading(2, (Text("Quorum"),), "quorum", "?"),
        Clause(
            (
                paragraph("At least three:"),
                Clause((paragraph("one;"),), 3),
                Clause((paragraph("two:"), Clause((paragraph("deep."),), 4)), 3, "two"),
                paragraph("And a paragraph."),
            ),
            2,
            "least",
        ),
        Clause((paragraph("Second."),), 2),
        Note((paragraph("Why."),)),
        Clause((paragraph("Third."),), 2, "third"),
        paragraph("After."),
    )


def test_outside_a_clause_group_a_numbered_list_is_a_list():
    assert only("3. a\n4. b\n") == OrderedList((Item((paragraph("a"),)), Item((paragraph("b"),))), 3, True)


def test_a_bullet_list_or_quote_in_a_clause_keeps_its_own_numbered_lists():
    clause = parse("::: clauses\n## A\n1. b\n   - c\n     1. d\n:::\n")[1]
    assert isinstance(clause.blocks[1], BulletList)
    assert isinstance(clause.blocks[1].items[0].blocks[1], OrderedList)


def test_an_id_can_stand_before_a_heading_outside_clauses():
    assert only("{#aims}\n## Our aims\n") == Heading(2, (Text("Our aims"),), "aims")


def test_a_link_without_words_to_an_id_is_a_reference():
    assert parse("{#a}\n# A\n\nSee [](#a) and [there](#a).")[1].children[1:4] == (
        Ref("a"),
        Text(" and "),
        Link("#a", "", (Text("there"),)),
    )


# ---------------------------------------------------------------- blanks and languages


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("[Name](blank:)", Blank("Name")),
        ("[Name of *one*](blank:text)", Blank("Name of one")),
        ("[When](blank:date)", Blank("When", "date")),
        ("[Why](blank:long)", Blank("Why", "long")),
        ("[I agree](blank:tick)", Blank("I agree", "tick")),
        ('[Rate](blank:choice "full|lower | none")', Blank("Rate", "choice", ("full", "lower", "none"))),
        ("[mewn gair](lang:cy)", Span("cy", (Text("mewn gair"),))),
    ],
)
def test_a_blank_says_its_label_its_kind_and_its_choices(written, read):
    assert only(written) == Paragraph((read,))


# ------------------------------------------------------------------------ containers


def test_a_form_is_a_title_and_labelled_blanks():
    fields = "- Name (as on your card)\n- Day (date)\n- How (choice: cash | bank)\n\n- Yes (tick)\n"
    text = f"::: form Your *claim*\n{fields}:::"
    assert only(text) == Form(
        "Your claim",
        (
            Blank("Name (as on your card)"),
            Blank("Day", "date"),
            Blank("How", "choice", ("cash", "bank")),
            Blank("Yes", "tick"),
        ),
    )


def test_a_sign_off_block_is_a_table_of_people():
    text = "::: sign-off Signed for us\n| Name | Signature |\n| --- | --- |\n| Ann | |\n| | |\n:::\n"
    assert only(text) == SignOff("Signed for us", ("Name", "Signature"), (("Ann", ""), ("", "")))


def test_a_table_can_have_a_title_and_a_description():
    table = only("::: table Rates | One row a task\n| a | b |\n|:--|--:|\n| c | **d** |\n:::\n")
    assert isinstance(table, Table)
    assert (table.title, table.description, table.aligns) == ("Rates", "One row a task", ("left", "right"))


def test_a_page_break_is_a_block():
    assert parse("a\n\n::: page-break\n:::\n\nb") == (paragraph("a"), PageBreak(), paragraph("b"))


def test_a_container_line_in_code_is_code():
    assert parse("```\n::: note\n\nx\n```\n\nb") == (CodeBlock("::: note\n\nx\n"), paragraph("b"))


# ---------------------------------------------------------------------------- errors


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n\n::: nite\nb\n:::\n", 3, "Did you mean note?"),
        ("a\n::: whatever\n:::\n", 2, "There are clauses, note"),
        ("::: note\nb\n", 1, "::: note is not closed"),
        ("::: note\nb\n::: form F\n- a\n:::\n", 1, "::: note is not closed"),
        ("::: clauses\n## A\n", 1, "::: clauses is not closed"),
        ("::: clauses\n## A\n::: clauses\n:::\n:::\n", 3, "inside another"),
        ("a\n\n:::\n", 3, "closes nothing"),
        ("- a\n\n  ::: note\n  b\n  :::\n", 3, "without spaces before it"),
        ("::: note Title\nb\n:::\n", 1, "has no title"),
        ("::: note\n:::\n", 1, "holds its text"),
        ("a\n\nb [x](blank:dtae)\n", 3, "Did you mean date?"),
        ("[x](blank:zzz)\n", 1, "The kinds are text"),
        ("[](blank:date)\n", 1, "needs a label"),
        ("[x](blank:choice)\n", 1, "together with its choices"),
        ('[x](blank:date "a|b")\n', 1, "together with its choices"),
        ("a\nb [x](ftp:c)\n", 1, "not a link that can be followed"),
        ("[x](lang:welsh language)\n\n[x](lang:!)\n", 3, "is not a language"),
        ("[](https://example.org)\n", 1, "has no words"),
        ("{#a}\n# A\n\n{#a}\n## B\n", 4, 'the id "a" is used twice'),
        ("# A\n\nb\n\nSee [](#quorun).\n", 5, 'nothing in this document has the id "quorun"'),
        ("{#quorum}\n# A\n\nSee [](#quorun).\n", 4, 'Did you mean "quorum"?'),
        ("# A\n\nSee [there](#b).\n", 3, 'has the id "b"'),
        ("{#a}\n\nSome words.\n", 1, "has nothing to name"),
        ("{#a}\n1. A list outside clauses.\n", 1, "has nothing to name"),
        ("- {#a} b\n", 1, "can name a heading or a clause"),
        ("{#1 a}\n# A\n", 1, "cannot be an id"),
        ("::: clauses\n## A\n1. {#a b} c\n:::\n", 3, "cannot be an id"),
        ("::: clauses\n\n1. A clause without a heading.\n:::\n", 3, "need a heading of level 2"),
        ("::: clauses\n## A\n1. a\n   1. b\n      1. c\n         1. d\n:::\n", 6, "four levels deep"),
        ("::: form F\nName\n:::\n", 2, "a list of labels"),
        ("::: form F\n\n:::\n", 1, "at least one label"),
        ("::: form F\n- a\n- b (choise: c | d)\n:::\n", 3, "Did you mean choice?"),
        ("::: sign-off S\nNo table.\n:::\n", 1, "holds one table"),
        ("::: table\n| a |\n|---|\n:::\n", 1, "needs a title"),
        ("::: page-break\na\n:::\n", 1, "holds nothing"),
        ("::: note\na\n\nb [x](blank:dtae)\n:::\n", 4, "Did you mean date?"),
    ],
)
def test_a_misuse_of_the_dialect_names_file_and_line(text, line, words):
    with pytest.raises(TemplateError) as caught:
        parse(text, "rules.md")
    assert str(caught.value).startswith(f"rules.md, line {line}: ")
    assert words in str(caught.value)


@given(
    st.lists(
        st.sampled_from(
            [
                ":::",
                "::: note",
                "::: clauses",
                "::: form F",
                "- a (date)",
                "1. b",
                "   1. c",
                "{#a}",
                "## H",
                "",
                "|a|b|",
                "|-|-|",
                "```",
                "[](#a)",
                "[x](blank:)",
                "> q",
                "    code",
                "text",
                "- d",
                "[r]: /u",
                "[r]",
            ]
        ),
        max_size=12,
    )
)
def test_any_lines_of_the_dialect_are_read_or_refused_with_a_line(lines):
    said = "x.md, line 1: nothing"
    try:
        parse("\n".join(lines), "x.md")
    except TemplateError as error:
        said = str(error)
    assert re.match(r"x\.md, line \d+: \S", said)


# ------------------------------------------------------------- plain CommonMark and tables


def test_without_the_dialect_its_marks_are_plain_text_and_links():
    assert parse("::: note\n\n{#a}\n\n[](#b) [x](blank:)", dialect=False) == (
        paragraph("::: note"),
        paragraph("{#a}"),
        Paragraph((Link("#b", "", ()), Text(" "), Link("blank:", "", (Text("x"),)))),
    )


def test_task_items_follow_the_rules_of_github():
    tasks = only("- [ ] a\n- [x] b\n- [X]\n  c\n- [x]d\n- \\[x] e\n- [y] f\n\n    [ ] g\n", dialect=False)
    assert [item.checked for item in tasks.items] == [False, True, True, None, None, None]
    assert tasks.items[0].blocks == (paragraph("a"),)
    assert tasks.items[2].blocks == (paragraph("c"),)


def test_numbered_task_items_are_task_items():
    assert only("1. [ ] a", dialect=False).items[0].checked is False


def test_a_task_item_can_begin_with_a_link():
    assert only("- [ ] [a](b)", dialect=False).items == (Item((Paragraph((Link("b", "", (Text("a"),)),)),), False),)


def test_unsafe_addresses_are_shown_as_the_text_they_are():
    for text in ("[x](javascript:alert(1))", "[x](vbscript:a)", "<javascript:a>", "[x](data:text/html,a)"):
        assert not any(isinstance(inline, Link) for inline in only(text, dialect=False).children)


def test_characters_that_xml_forbids_are_dropped():
    assert only("a\x00b\x0bc\x1fd\ufffee &#12;f\ud800", dialect=False) == paragraph("abcde f")


def test_all_line_ends_are_read_alike():
    assert parse("a\r\n\r\nb\rc", dialect=False) == parse("a\n\nb\nc", dialect=False)


def test_lists_say_where_they_start_and_whether_they_are_tight():
    assert only("7) a\n8) b\n", dialect=False).start == 7
    assert only("- a\n- b\n", dialect=False).tight
    assert not only("- a\n\n- b\n", dialect=False).tight
    assert only("- a\n  - b\n\n    c\n", dialect=False).tight


# ------------------------------------------------------------------------------ limits


@pytest.mark.parametrize("dialect", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_000_000,
        ">" * 1000 + "a",
        "- " * 1000 + "a",
        "1. " * 1000 + "a",
        "\n".join(" " * 2 * depth + "- a" for depth in range(1000)),
        "*a **a " * 1000 + "b** b*" * 1000,
        "[" * 1000 + "a" + "](b)" * 1000,
        "![" * 50_000,
        "- a\n" * 120_000,
    ],
    ids=["5 MB", "quotes", "bullets", "numbers", "indents", "emphasis", "links", "pictures", "items"],
)
def test_what_is_too_large_or_too_deep_is_refused_soon(text, dialect):
    start = time.monotonic()
    with pytest.raises(MarkdownError):
        parse(text, dialect=dialect)
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    "piece", ["*", "`", "`a``", "<", "&", "\\", "a*", "](", "[a](", "<a ", "<!--", "_a __", "a\n=\n"]
)
def test_nasty_text_takes_a_time_in_step_with_its_length(piece):
    def seconds(length):
        start = time.process_time()
        parse((piece * length)[:length], dialect=False)
        return time.process_time() - start

    seconds(1000)
    assert seconds(32_000) < 60 * seconds(2000) + 0.5  # 16 times the text; the square of it would be 256


def test_forty_levels_of_lists_are_read_to_the_innermost_word():
    text = "\n".join(" " * 2 * depth + f"- w{depth}" for depth in range(40))
    assert "w39" in repr(parse(text, dialect=False))


# -------------------------------------------------------------------- reading only once


def test_unchanged_text_gives_the_very_same_blocks():
    first, second = parse(CLAUSES), parse(CLAUSES.replace("Second", "Another"))
    assert [one is two for one, two in zip(first, second, strict=True)] == [True, True, True, False, True, True, True]


def test_reference_definitions_count_for_the_whole_text():
    assert parse("[a]\n\n[b]\n\n[b]: /two\n\n> [a]: /one\n") == (
        Paragraph((Link("/one", "", (Text("a"),)),)),
        Paragraph((Link("/two", "", (Text("b"),)),)),
        Quote(()),
    )


def test_emphasis_is_read_inside_clauses():
    assert parse("::: clauses\n## A\n1. *b*\n:::")[1].blocks == (Paragraph((Emphasis((Text("b"),)),)),)


def test_words_that_were_read_before_mean_the_same_where_they_stand_again() -> None:
    for other in ("One.", "Two.", "Three."):
        tasks = parse(f"- [ ] Kept\n- [x] {other}")[0]
        assert isinstance(tasks, BulletList)
        assert [item.checked for item in tasks.items] == [False, True]
        clauses = parse(
            f"::: clauses\n## Name\n\n1. {{#kept}} Kept.\n   {other}\n\n1. {{#other}} Kept.\n:::\n\n{other}"
        )
        assert [clause.id for clause in clauses if isinstance(clause, Clause)] == ["kept", "other"]


@pytest.mark.parametrize(
    ("text", "alt"), [(r"![![\!](x)](y)", "!"), ("![![![a&amp;b](x)](x)](y)", "a&b"), ("![a ![b](c) d](e)", "a b d")]
)
def test_a_picture_in_the_words_of_a_picture_gives_its_own_words(text: str, alt: str) -> None:
    (paragraph,) = parse(text, dialect=False)
    assert isinstance(paragraph, Paragraph)
    (image,) = paragraph.children
    assert isinstance(image, Image)
    assert image.alt == alt
