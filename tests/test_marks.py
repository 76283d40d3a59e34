"""Marks tell plain answers from what a template says, and nothing is lost by taking them out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from groupkit import marks
from groupkit.escape import escape

PLAIN = [
    *(
        "Łódź Głosy",
        "ɏ",
        "A…b",
        "Riverside Voices",
        "Lleisiau’r Cŵm",
        "12 Mill Lane, Riverside",
        "2.30pm",
        "four (4)",
        "Say & Do",
        "Ann",
    ),
    *(
        "7",
        "£12.50",
        "£12.50 an hour",
        "hello@voices.example",
        "01632 960 123 or hello@voices.example",
        "a@b.example, c@d.example",
    ),
]
TEXTS = {".md", ".toml", ".txt", ".json"}

OTHER = [
    *("", " ", "1. May", "2)", "a  b", " a", "a ", "# a", "a*b", "a_b@y.example", "x@y", "R&D;", "a\\b", "عربي", "a|b"),
    *("ꔀ", "-"),
    # Like plain words, but for one character: of another alphabet, a sign at an end, or an address that is none.
    *("ſx@y.example", "Tŷ ɐ", "×2", "“Hello”", "Tea…", "Tŷ  Coch", "Łódź —"),
]


@pytest.mark.parametrize("value", PLAIN)
def test_plain_words_are_marked_and_taken_out_whole(value: str) -> None:
    found = marks.cut(f"The name is {marks.marked(value)}.")
    assert found is not None
    shape, answers = found
    assert value not in shape
    back = marks.STAND_IN.sub(lambda letter: answers[marks.number(letter[0])], shape.replace("\\", ""))
    assert back == f"The name is {value}."


@pytest.mark.parametrize("value", OTHER)
def test_what_may_mean_something_is_escaped_and_not_marked(value: str) -> None:
    assert marks.marked(value) == escape(value)


@given(st.text(max_size=40))
def test_without_its_marks_an_answer_is_as_escaped_as_any(value: str) -> None:
    assert marks.unmarked(marks.marked(value)) == marks.unmarked(escape(value))


def test_the_same_answer_has_the_same_letter_and_tables_and_forms_keep_theirs() -> None:
    name, place = marks.marked("Ann"), marks.marked("Room 5")
    found = marks.cut(
        f"{name} at {place} with {name}\n\n| {name} |\n| --- |\n## {place}\n\n::: note {name}\n{name}\n:::\n"
        + f"::: form Us\n- {place}\n:::\n{place}"
    )
    one, other = chr(marks.FIRST), chr(marks.FIRST + 1)
    assert found is not None
    shape, answers = found
    assert answers == {0: "Ann", 1: "Room 5"}
    assert shape == (
        f"{one} at {other} with {one}\n\n| Ann |\n| --- |\n## Room 5\n\n"
        f"::: note Ann\n{one}\n:::\n::: form Us\n- Room 5\n:::\n{other}"
    )


def test_more_answers_than_letters_stand_as_they_are() -> None:
    names = [f"Ann {number}" for number in range(marks.MOST + 5)]
    found = marks.cut(" ".join(map(marks.marked, names)))
    assert found is not None
    assert list(found[1].values()) == names[: marks.MOST]
    assert found[0].endswith(" ".join(names[marks.MOST :]))


def test_a_text_with_such_letters_of_its_own_is_not_cut() -> None:
    assert marks.cut("ꔀ") is None
    assert marks.cut("ꗀ and " + marks.marked("Ann")) is not None  # a letter of that alphabet that stands for nothing


def test_a_known_answer_has_the_same_letter_in_every_text() -> None:
    known = ("Riverside Voices", "", "x@y.example", "Room 5")
    for text in (f"{marks.marked('Ann')} in {marks.marked('Room 5')}", marks.marked("Room 5") + marks.marked("Ann")):
        found = marks.cut(text, known)
        assert found is not None
        assert found[1] == {3: "Room 5", 4: "Ann"}


@pytest.mark.parametrize("before", ["", "a\n", "- ", "> 1. ", "**", f"{marks.marked('4')}. ", "- [x] "])
def test_figures_that_could_begin_a_list_stay(before: str) -> None:
    found = marks.cut(f"{before}{marks.marked('7')}. May")
    assert found is not None
    assert "7. May" in found[0]
    found = marks.cut(f"{before}On {marks.marked('7')}. May")
    assert found is not None
    assert "7. May" not in found[0]


def test_answers_in_notes_that_nobody_reads_stay() -> None:
    text = f"::: note\n{marks.marked('Ann')}\n:::"
    assert marks.cut(text, notes=False) == ("::: note\nAnn\n:::", {})


def test_no_template_or_data_file_holds_such_a_letter() -> None:
    root = Path(__file__).parents[1]
    files = [
        path for folder in ("templates", "groupkit") for path in (root / folder).rglob("*") if path.suffix in TEXTS
    ]
    assert len(files) > 100
    assert not [path for path in files if marks.STAND_IN.search(path.read_text("utf-8"))]
