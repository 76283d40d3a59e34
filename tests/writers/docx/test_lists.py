from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from groupkit import markdown_to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Write = Callable[..., Any]


def definition_of(file: Any, num: str) -> Any:
    numbering = file.tree("word/numbering.xml")
    wanted = next(n for n in numbering.iter(f"{W}num") if n.get(f"{W}numId") == num).find(f"{W}abstractNumId")
    found = (a for a in numbering.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == wanted.get(f"{W}val"))
    return next(found)


def level_of(file: Any, num: str, level: str) -> dict[str, str]:
    """Format, text and first number of a level."""
    found = next(one for one in definition_of(file, num).iter(f"{W}lvl") if one.get(f"{W}ilvl") == level)
    return {tag: found.find(f"{W}{tag}").get(f"{W}val") for tag in ("numFmt", "lvlText", "start")}


def test_two_lists_apart_are_two_lists_of_words_with_definitions_of_their_own(write_docx: Write) -> None:
    file = write_docx("1. a\n2. b\n\nBetween.\n\n1. c\n2. d\n")
    (first, _, _), (again, _, _), (second, _, _), _ = file.numbers()
    assert first == again != second
    one, two = definition_of(file, first), definition_of(file, second)
    assert one is not two
    assert one.find(f"{W}nsid").get(f"{W}val") != two.find(f"{W}nsid").get(f"{W}val")


def test_a_list_inside_a_list_is_a_level_of_the_same_word_list(write_docx: Write) -> None:
    file = write_docx("1. a\n   - b\n     1. c\n2. d\n")
    numbers = file.numbers()
    assert len({num for num, _, _ in numbers}) == 1
    assert [level for _, level, _ in numbers] == ["0", "1", "2", "0"]
    num = numbers[0][0]
    assert [level_of(file, num, level)["numFmt"] for level in "012"] == ["decimal", "bullet", "decimal"]


def test_each_item_starts_its_inner_numbers_again_in_the_same_word_list(write_docx: Write) -> None:
    file = write_docx("1. a\n   1. b\n2. c\n   1. d\n")
    assert len({num for num, _, _ in file.numbers()}) == 1


def test_a_second_numbered_list_in_one_item_starts_again_as_a_word_list_of_its_own(write_docx: Write) -> None:
    file = write_docx("1. a\n\n   1. b\n\n   Between.\n\n   1. c\n\n2. d\n")
    numbers = {words: num for num, _, words in file.numbers()}
    assert numbers["b"] == numbers["a"] == numbers["d"] != numbers["c"]


@pytest.mark.parametrize("start", [0, 1, 3, 999_999_999])
def test_a_list_begins_at_its_own_number(write_docx: Write, start: int) -> None:
    file = write_docx(f"{start}. a\n")
    assert level_of(file, file.numbers()[0][0], "0")["start"] == str(start)


def test_a_list_goes_on_after_a_paragraph_inside_an_item(write_docx: Write) -> None:
    file = write_docx("1. a\n\n   more\n\n2. b\n")
    assert len({num for num, _, _ in file.numbers()}) == 1
    assert ("ListContinue", "more") in file.paragraphs()


def test_loose_lists_have_more_space_than_tight_ones(write_docx: Write) -> None:
    assert write_docx("- a\n- b\n").paragraphs()[0][0] == "ListBullet"
    loose = write_docx("- a\n\n- b\n")
    assert loose.paragraphs()[0][0] == "ListBulletLoose"
    assert 'w:styleId="ListBulletLoose"' in loose.parts["word/styles.xml"]


def test_all_definitions_stand_before_the_first_instance(write_docx: Write) -> None:
    kinds = re.findall(r"<w:(abstractNum|num) ", write_docx("- a\n\nx\n\n1. b\n").parts["word/numbering.xml"])
    assert kinds == sorted(kinds) == ["abstractNum"] * 3 + ["num"] * 3


def test_a_task_has_a_box_to_tick(open_docx: Callable[[bytes], Any]) -> None:
    file = open_docx(markdown_to_docx("- [ ] ring Ann\n- [x] book room\n"))
    assert [words for _, words in file.paragraphs()] == ["☐ ring Ann", "☒ book room"]
    assert re.findall(r'<w14:checked w14:val="(\d)"/>', file.body) == ["0", "1"]
    assert {style for style, _ in file.paragraphs()} == {"ListTask"}


def test_an_item_that_begins_with_a_list_keeps_its_own_mark(write_docx: Write) -> None:
    assert [(level, words) for _, level, words in write_docx("- - a\n").numbers()] == [("0", ""), ("1", "a")]


def test_lists_in_quotes_are_indented_with_the_quote(write_docx: Write) -> None:
    file = write_docx("> - a\n")
    indent = definition_of(file, file.numbers()[0][0]).find(f"{W}lvl/{W}pPr/{W}ind")
    assert int(indent.get(f"{W}left")) == 4 * 240
    assert file.paragraphs()[0][0] == "ListBulletInQuote"


def test_lists_deeper_than_word_can_count_stay_at_its_deepest_level(write_docx: Write) -> None:
    text = "".join(f"{'  ' * depth}- {depth}\n" for depth in range(12))
    assert {level for _, level, _ in write_docx(text).numbers()} == set("012345678")
