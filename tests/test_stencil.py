"""Whatever the answers and wherever they stand, the quick way gives the bytes of the long way."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.groups import ON, group
from hypothesis import given, settings, strategies as st

from groupkit import Pack, build, marks, stencil
from groupkit.errors import GroupkitError
from groupkit.filled import Filled, Manner
from groupkit.writers import docx as docx_writer, markdown as markdown_writer


def filled(text: str, contents: bool = False, notes: bool = True) -> Filled:
    return Filled(text, Manner("a.md", notes, None), "A title", "Owner", "Author", "", contents)


def quick(made: Filled) -> tuple[str | None, bytes | None]:
    """Give what the stencil makes of a text, or nothing where the long way must be gone."""
    found = stencil.find(made.text, made.manner, made.contents)
    if found is None:
        return None, None
    about = Filled("", made.manner, made.title, made.owner, made.author, made.subject, made.contents).document
    return found[0].markdown(found[1]), found[0].docx(found[1], about, "standard", ON, None)


def long(made: Filled) -> tuple[str, bytes]:
    return markdown_writer.write(made.document), docx_writer.write(made.document, house_style="standard", date=ON)


def agree(made: Filled) -> bool:
    """Tell whether there is a quick way at all; fails if it gives anything else than the long way."""
    text, word = quick(made)
    assert text in (None, long(made)[0])
    assert word in (None, long(made)[1])
    return text is not None and word is not None


MAIL = marks.marked("hello@voices.example")
NAME = marks.marked("Riverside Voices")

RUNNING = [
    f"Write to {MAIL}, or ({MAIL}).\n\n- {MAIL}: **the** *chair*, 7 {NAME}",
    f"It costs {marks.marked('£5')}, for {marks.marked('7')} days",
    f"# Constitution of {NAME}\n\n{NAME} meets.",
    f"**{NAME}** and *{NAME}*, [{NAME}](lang:cy) too.",
    f"- {NAME}\n- b\n\n> {NAME}\n\n1. {NAME}\n   1. {NAME}",
    f"::: clauses\n## Name\n\n1. {{#name}} We are {NAME}.\n\n1. See [](#name).\n:::\n\n::: note\n{NAME} chose.\n:::",
    f"{NAME} has no table.\n\n| {NAME} | b |\n| --- | --- |\n| {NAME} | d |\n\n::: form Us\n- {NAME}\n:::",
]
ELSEWHERE = [
    f"**{MAIL}**",
    f"Write to Ann.{MAIL}",
    f"{MAIL}-x",
    f"[{NAME}](https://x.example)",
    f"[{NAME}](blank:text)",
    f"`{NAME}`",
    f"{NAME}\n===\n\n{NAME}\n---",
    f"# A\n\n# {NAME}",
    f"x_{NAME}_y",
    f"me.{NAME}@x.example",
    f"&{NAME}; and \\\\{NAME}",
    f"عربي {NAME}",
]


@pytest.mark.parametrize("text", RUNNING)
def test_answers_in_running_text_are_put_in_last(text: str) -> None:
    assert agree(filled(text, contents=True))


@pytest.mark.parametrize("text", ELSEWHERE)
def test_where_more_depends_on_an_answer_the_long_way_is_gone(text: str) -> None:
    assert not agree(filled(text))


def test_a_title_whose_anchor_is_that_of_another_heading_is_made_the_long_way() -> None:
    text = "# {name}\n\nSee [here](#money).\n\n{#money}\n## Money\n\nWords."
    same, other = (filled(text.replace("{name}", marks.marked(name))) for name in ("Money", "Friends"))
    assert not agree(same)
    assert agree(other)
    assert "(#money-1)" in same.markdown()
    assert "(#money)" in other.markdown()


def test_a_fault_in_a_template_is_told_in_its_own_words() -> None:
    with pytest.raises(GroupkitError, match=r"line 1.*\n?.*Riverside Voices"):
        filled(f"{NAME} [](#nowhere)").markdown()


PIECES = st.sampled_from(
    [
        *"*_`[]()<>&;#|~-+.:!@\\\n \t1a",
        *(
            "**",
            "__",
            "\n\n",
            "\n- ",
            "\n1. ",
            "\n> ",
            "\n# ",
            "\n## ",
            "\n    ",
            "](x)",
            "](#a)",
            "{#a}",
            "<b>",
            "&amp",
        ),
        *(
            "\n---\n",
            "\n===\n",
            "\n| a | b |\n|---|---|\n| ",
            "\n::: note\n",
            "\n:::\n",
            "\n```\n",
            "words ",
            "é",
            "ع",
            "“",
            "?",
        ),
    ]
)
ANSWERS = st.one_of(
    st.sampled_from(
        [
            "Ann",
            "Room 5",
            "four (4)",
            "2pm",
            "12 Mill Lane",
            "amp",
            "R.",
            "Say & Do",
            "x.y",
            "Ŵyn",
            "A-Z",
            "7",
            "£5",
            "a@b.example",
        ]
    ),
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=12),
)
TEXTS = st.lists(st.one_of(PIECES, ANSWERS.map(marks.marked)), max_size=24).map("".join)


@given(TEXTS, st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_text_comes_out_alike_both_ways(text: str, contents: bool) -> None:
    made = filled(text, contents)
    try:
        _ = made.document
    except GroupkitError:
        return
    agree(made)


def both_ways(pack: Pack) -> None:
    for each in pack:
        assert each.markdown == markdown_writer.write(each.document)
        assert each.docx == docx_writer.write(each.document, house_style=each.house_style, date=each.date)


WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=30).map(lambda text: f"A{text}Z")


@given(WORDS, WORDS, WORDS)
@settings(max_examples=12, deadline=None)
def test_every_document_comes_out_alike_both_ways(name: str, area: str, people: str) -> None:
    both_ways(build(group(group__name=name, group__area=area, group__people=people), date=ON))


def test_the_papers_of_usual_groups_have_stencils() -> None:
    """Else the quick way would be there and never gone."""
    for answers in ({}, {"form__kind": "informal_tor"}, {"pack__kind": "full"}):
        packs = [build(group(group__name=name, **answers), date=ON) for name in ("Riverside Voices", "Hill Street")]
        before = stencil._stencil.cache_info()
        for pack in packs:
            for each in pack:
                assert quick(each._filled) != (None, None), each.name
        after = stencil._stencil.cache_info()
        assert after.hits - before.hits >= len(packs[1]), answers


@pytest.mark.parametrize("words", [1, 20, 60, 120, 200])
def test_the_last_lines_are_kept_together_by_their_length_with_the_answers_in_them(words: int) -> None:
    answer = marks.marked(" ".join(["word"] * words))
    text = "A paragraph that fills the page.\n\n" * 30
    assert agree(filled(f"{text}Nearly the last: {answer}\n\n{answer}"))
    assert agree(filled(f"{text}{answer}\n\n- {answer}\n- {answer}"))


def test_another_day_and_another_house_style_are_another_word_file() -> None:
    made = filled(f"# Of {NAME}\n\nWords.\n\n::: note\nWhy.\n:::")
    files = {
        made.docx(style, on, None)
        for style in ("standard", "clear-print")
        for on in (date(2027, 1, 5), date(2027, 1, 6))
    }
    assert len(files) == 4
