"""Local entries: read and checked together like other answers, and safe whatever they hold."""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pytest
from hypothesis import given, strategies as st
from jsonschema import Draft202012Validator

from groupkit.errors import AnswersError
from groupkit.facts import Register
from groupkit.group import Group
from groupkit.group.resources import HEADINGS, LocalResource
from groupkit.group.schema import schema
from groupkit.group.toml import write_answers

NEEDED = {"group": {"name": "Riverside Voices", "area": "Riverside", "nation": "wales"}}
GOOD = {"title": "Advice Centre", "what": "Free help with forms.", "phone": "01632 960123", "heading": "advice"}


def group(*entries: object) -> Group:
    return Group.from_answers({**NEEDED, "resources": {"local": list(entries)}})


def problems(*entries: object) -> list[str]:
    with pytest.raises(AnswersError) as caught:
        group(*entries)
    return list(caught.value.problems)


def test_the_headings_are_those_of_the_register() -> None:
    assert {each.id: each.title for each in Register.load().headings.values()} == HEADINGS


def test_an_entry_is_read_with_all_it_says() -> None:
    (entry,) = group(
        {**GOOD, "address": "www.advice.example/x", "cost": "free", "checked": "12/1/2027"}
    ).resources.local
    assert entry == LocalResource(
        title="Advice Centre",
        what="Free help with forms.",
        phone="01632 960123",
        address="www.advice.example/x",
        heading="advice",
        cost="free",
        checked=date(2027, 1, 12),
    )
    assert entry.web == "https://www.advice.example/x"
    assert entry.place == ""


def test_a_place_is_not_taken_for_a_web_address() -> None:
    (entry,) = group({**GOOD, "address": "The Old School: side door, High St."}).resources.local
    assert (entry.web, entry.place) == ("", "The Old School: side door, High St.")


def test_every_problem_of_every_entry_is_told_with_its_place() -> None:
    unreachable = {key: value for key, value in GOOD.items() if key != "phone"}
    found = problems(
        {"title": "x"},
        {**GOOD, "heading": "advise", "checked": "soon"},
        unreachable,
        {**GOOD, "titel": "x"},
        7,
    )
    assert [each.split(":")[0] for each in found] == [
        "resources.local[1].what",
        "resources.local[1].heading",
        "resources.local[2].heading",
        "resources.local[2].checked",
        "resources.local[3]",
        "resources.local[4].titel",
        "resources.local[5]",
    ]
    assert "Did you mean advice?" in found[2]
    assert "no address and no phone number" in found[4]
    assert "Did you mean title?" in found[5]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "https://",
        "https://a b.example",
        "https://a.example/<b>",
        'https://a.example/"x',
        "https://me@a.example/",
        "https://a.example/\\",
    ],
)
def test_an_address_that_is_not_one_of_the_web_is_refused(address: str) -> None:
    (problem,) = problems({**GOOD, "address": address})
    assert problem.startswith("resources.local[1].address: ")
    assert "is not an address" in problem


@pytest.mark.parametrize("value", ["a\nb", "a\x1bb", "\ufffe", "x" * 301])
def test_text_that_documents_cannot_hold_is_refused(value: str) -> None:
    assert problems({**GOOD, "what": value})[0].startswith("resources.local[1].what: ")


def test_it_says_check_this_without_a_date_and_again_after_a_year() -> None:
    (never,) = group(GOOD).resources.local
    (once,) = group({**GOOD, "checked": "2027-01-12"}).resources.local
    assert never.check_this(date(2027, 1, 5))
    assert not once.check_this(date(2028, 1, 11))
    assert once.check_this(date(2028, 1, 12))


def test_it_can_be_typed_on_one_line() -> None:
    typed = "Advice Centre | Free help with forms. | 01632 960123 | advice; Library | Rooms | High Street | run"
    first, second = Group.from_answers({**NEEDED, "resources.local": typed}).resources.local
    assert first == group(GOOD).resources.local[0]
    assert (second.place, second.heading) == ("High Street", "run")


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff"), max_size=30
) | st.sampled_from(['"""', "\\", "[[resources.local]]", "# x", "{{ 7 }}", "a | b; c"])


@given(TEXT, TEXT, TEXT, st.none() | st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_what_is_written_to_group_toml_is_read_back_the_same(title, what, cost, checked) -> None:
    entry = {**GOOD, "title": f"a{title}", "what": f"b{what}", "cost": cost}
    made = group(entry, {**GOOD, **({"checked": checked} if checked else {})})
    text = write_answers(made)
    assert Group.from_toml(text) == made
    assert write_answers(made, text) == text


def test_a_file_of_an_older_version_takes_entries_and_keeps_its_comments() -> None:
    needed = '[group]\nname = "Riverside Voices"\narea = "Riverside"\nnation = "wales"\n'
    old = f'# ours\n{needed}\n[contact]\n# call\nname = "Ann"\n'
    made = Group.from_toml(old).replace({"resources.local": [GOOD]})
    text = write_answers(made, old)
    assert text.startswith(old.rstrip())
    assert tomllib.loads(text)["resources"]["local"] == [GOOD]


def test_the_schema_takes_good_entries_and_points_at_bad_ones() -> None:
    validator = Draft202012Validator(json.loads(json.dumps(schema())))
    assert validator.is_valid({**NEEDED, "resources": {"local": [GOOD]}})
    assert not validator.is_valid({**NEEDED, "resources": {"local": [{**GOOD, "heading": "x"}]}})
    assert not validator.is_valid({**NEEDED, "resources": {"local": [{"title": "x"}]}})
