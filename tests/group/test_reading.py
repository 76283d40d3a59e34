"""Answers are read with every problem said at once, in plain words."""

import pytest
from hypothesis import given, strategies as st

from groupkit.errors import AnswersError
from groupkit.group import Group, fields, read_answer, read_partly

NEEDED = {"group": {"name": "Riverside Voices", "area": "Riverside", "nation": "wales"}}


def problems_of(answers: dict) -> list[str]:
    with pytest.raises(AnswersError) as error:
        Group.from_answers(answers)
    return list(error.value.problems)


def test_all_problems_are_said_at_once() -> None:
    found = problems_of(
        {
            "start": "18:00",
            "meeting": {"x": 1, "y": 2},
            "group": {"nam": "Riverside Voices", "nation": "walse"},
            "committee": {"quorum": "lots", "people": [{"name": "Ann", "age": "x"}]},
            "meetings": "Tuesdays",
        }
    )
    assert found == [
        "start: this answer stands outside its section. Did you mean meetings.start?",
        "meeting: no such section. Did you mean meetings?",
        'meetings: this is a section, so it cannot be "Tuesdays". Did you mean meetings.pattern?',
        'group.name: this answer is missing. Write one such as "Riverside Voices".',
        'group.area: this answer is missing. Write one such as "Riverside and the villages around it".',
        'group.nation: "walse" is not one of the choices. Did you mean wales? '
        "Choose one of: england, wales, scotland, northern-ireland.",
        "group.nam: no such answer. Did you mean group.name?",
        'committee.quorum: "lots" is not a whole number. Write a number such as 3.',
        'committee.people[1].age: "x" is not a whole number. Write a number such as 18.',
    ]


def test_nothing_at_all_names_the_three_that_are_needed() -> None:
    assert [problem.partition(":")[0] for problem in problems_of({})] == ["group.name", "group.area", "group.nation"]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("meetings.strat", "meetings.strat: no such answer. Did you mean meetings.start?"),
        ("meetings.quorum", "meetings.quorum: no such answer. Did you mean committee.quorum?"),
        ("meeting.start", "meeting: no such section. Did you mean meetings?"),
        ("zzzzzz.start", "zzzzzz: no such section. Choose from: group, form, host,"),
        ("pack.qqqqqqqqqq", "pack.qqqqqqqqqq: no such answer. Choose from: kind, documents,"),
        ("committee.people.name", "committee.people.name: no such answer. Did you mean"),
        ("a\nb", "a\\u000ab: no such section."),
        ("", ": no such section. Choose from:"),
        (".name", ".name: no such section. Choose from:"),
        ("group.colour", "group.colour: no such answer. Choose from: name, short_name,"),
        ("members.quorun", "members.quorun: no such answer. Did you mean committee.quorum?"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_the_nearest(key: str, words: str) -> None:
    (problem,) = problems_of(NEEDED | {key: "x"})
    assert problem.startswith(words)


@pytest.mark.parametrize(
    ("section", "given", "words"),
    [
        ("meetings", "18:30", 'it cannot be "18:30". Did you mean meetings.start?'),
        ("form", "cic", 'it cannot be "cic". Did you mean form.kind?'),
        ("members", 12, "it cannot be 12. Did you mean members.now?"),
        ("group", "Hilltop", 'it cannot be "Hilltop". Name an answer in it, such as group.name.'),
        ("resources", "x", "such as resources.local."),
        ("group", [{"name": "x"}], "this section stands here as a list. Write [group] with single brackets, once."),
    ],
)
def test_a_section_given_as_an_answer_names_the_answer_that_was_meant(section: str, given: object, words: str) -> None:
    problem = problems_of(NEEDED | {section: given})[0]
    assert problem.startswith(f"{section}: this")
    assert problem.endswith(words)


@pytest.mark.parametrize("answer", [each for each in fields() if each.choices], ids=lambda answer: answer.key)
def test_a_misspelt_choice_names_the_nearest(answer) -> None:
    choice = max(answer.choices, key=len)
    (problem,) = problems_of(NEEDED | {"group": NEEDED["group"] | {}, answer.key: choice[:-1] + "q"})
    assert problem.startswith(answer.key)
    assert f"Did you mean {choice}?" in problem


def test_sections_and_full_names_can_be_mixed_and_text_is_as_good_as_values() -> None:
    typed = Group.from_answers(
        {
            "group.name": "Riverside Voices",
            "group": {"area": "Riverside"},
            "group.nation": "Wales",
            "meetings.start": "6.30pm",
            "members.allies": "yes",
            "payments.rate_hour": "£12.50",
            "committee.officers": "chair, treasurer",
        }
    )
    assert typed.group.nation == "wales"
    assert typed.meetings.start.hour == 18
    assert typed.members.allies is True
    assert str(typed.payments.rate_hour) == "12.50"
    assert typed.committee.officers == ("chair", "treasurer")


@pytest.mark.parametrize("empty", ["", "   ", None])
def test_an_empty_answer_is_no_answer(empty: object) -> None:
    for answer in fields():
        if not answer.required:
            group = Group.from_answers(NEEDED | {answer.key: empty})
            assert answer.key not in group.given
            assert group == Group.from_answers(NEEDED)
    assert problems_of({"group": NEEDED["group"] | {"name": empty}})[0].startswith(
        "group.name: this answer is missing."
    )


def test_an_empty_list_is_an_answer() -> None:
    group = Group.from_answers(NEEDED | {"host": {"gives": []}})
    assert group.host.gives == ()
    assert "host.gives" in group.given


@pytest.mark.parametrize("answer", [each for each in fields() if each.type is str], ids=lambda answer: answer.key)
def test_characters_that_documents_cannot_hold_are_refused_with_the_name_of_the_answer(answer) -> None:
    for bad in ("\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"):
        (problem,) = problems_of({"group": NEEDED["group"], answer.key: f"a{bad}b"} | _without(answer.key))
        assert problem.startswith(f"{answer.key}: ")
        assert problem.isprintable()


def _without(key: str) -> dict:
    section, _, name = key.partition(".")
    kept = {each: value for each, value in NEEDED["group"].items() if (section, each) != ("group", name)}
    return {"group": kept}


def test_one_answer_alone_is_checked_with_the_same_words() -> None:
    with pytest.raises(AnswersError) as error:
        read_answer("committee.quorum", "lots")
    assert error.value.problems == ('committee.quorum: "lots" is not a whole number. Write a number such as 3.',)
    assert read_answer("committee.quorum", "3") == 3


def test_unfinished_answers_can_be_read_as_far_as_they_go() -> None:
    values, problems = read_partly({"group": {"name": "Riverside Voices", "nation": "walse"}, "members": {"now": "9"}})
    assert values == {"group.name": "Riverside Voices", "members.now": 9}
    assert [problem.partition(":")[0] for problem in problems] == ["group.nation"]


NESTED = st.recursive(
    st.one_of(st.text(max_size=8), st.integers(), st.booleans(), st.none()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([each.key for each in fields()] + [each.section for each in fields()]) | st.text(max_size=12)


@given(st.dictionaries(KEYS, NESTED, max_size=5))
def test_whatever_comes_in_ends_in_a_group_or_in_lines_for_people(answers: dict) -> None:
    try:
        Group.from_answers(answers)
    except AnswersError as error:
        lines = error.lines()
    else:
        return
    assert lines
    assert all(len(line.splitlines()) == 1 for line in lines)


def test_a_meeting_takes_half_an_hour_at_least() -> None:
    base = {"group.name": "Open Minds", "group.area": "Leeds", "group.nation": "wales"}
    assert Group.from_answers(base | {"meetings.length": 30}).meetings.length == 30
    with pytest.raises(AnswersError, match=r"meetings\.length: .*30"):
        Group.from_answers(base | {"meetings.length": 29})


@pytest.mark.parametrize("key", ["meetings", "start", "meetings.strat", "zzzzzz", "contact"])
def test_one_answer_alone_is_refused_in_the_same_words(key: str) -> None:
    with pytest.raises(AnswersError) as caught:
        read_answer(key, "18:30")
    assert list(caught.value.problems) == problems_of(NEEDED | {key: "18:30"})
