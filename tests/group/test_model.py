"""A group: made in several ways, complete at once, never changed, and worked out again when an answer changes."""

from datetime import time
from decimal import Decimal

import attrs
import pytest

from groupkit.errors import AnswersError
from groupkit.group import About, Committee, Derived, Form, Group, Meetings, Members, Payments, Person, fields

ABOUT = About(name="Riverside Voices", area="Riverside", nation="wales")
TOML = '[group]\nname = "Riverside Voices"\narea = "Riverside"\nnation = "wales"\n'


def test_the_same_answers_make_the_same_group_whichever_way_they_come() -> None:
    typed = Group(group=ABOUT, meetings=Meetings(start=time(18, 30)), members=Members(now=12))
    text = {"group.name": "Riverside Voices", "group.area": "Riverside", "group.nation": "wales"}
    assert typed == Group.from_toml(TOML + '[meetings]\nstart = "18:30"\n[members]\nnow = 12\n')
    assert typed == Group.from_answers(text | {"meetings.start": "6.30pm", "members.now": "twelve"})
    assert hash(typed) == hash(Group.from_answers(text | {"meetings.start": "6.30pm", "members.now": "twelve"}))
    assert typed != Group(group=ABOUT)


def test_a_group_is_complete_nothing_is_left_to_work_out() -> None:
    group = Group(group=ABOUT)
    for answer in fields():
        value = group.value(answer.key)
        assert not isinstance(value, Derived)
        assert value is None or isinstance(value, answer.type)


def test_a_group_knows_what_was_given() -> None:
    read = Group.from_toml(TOML + "[members]\nnow = 8\n")
    assert read.given == {"group.name", "group.area", "group.nation", "members.now"}
    made = Group(group=ABOUT, committee=Committee(quorum=3), form=Form())
    assert made.given == {"group.name", "group.area", "group.nation", "committee.quorum"}
    assert list(read.given_values()) == ["group.name", "group.area", "group.nation", "members.now"]


def test_replacing_an_answer_works_out_the_others_again() -> None:
    group = Group(group=ABOUT)
    larger = group.replace({"members.now": "40"})
    assert (group.committee.min, larger.committee.min) == (4, 9)
    assert group.members.now == 8
    kept = larger.replace({"committee.quorum": 5})
    assert kept.replace({"members.now": 8}).committee.quorum == 5
    assert kept.replace({"committee.quorum": None, "members.now": None}) == group


def test_replacing_refuses_what_cannot_be_an_answer() -> None:
    with pytest.raises(AnswersError, match=r"committee\.quorom: no such answer\. Did you mean committee\.quorum\?"):
        Group(group=ABOUT).replace({"committee.quorom": 3})


def test_values_made_in_python_are_checked_like_any_other() -> None:
    with pytest.raises(AnswersError) as error:
        Group(
            group=About(name="a\x00b", area="", nation="walse"),
            payments=Payments(rate_hour=Decimal("-1")),
            committee=Committee(people=("Ann",)),  # type: ignore[arg-type]
        )
    assert [problem.partition(":")[0] for problem in error.value.problems] == [
        "group.name",
        "group.area",
        "group.nation",
        "payments.rate_hour",
    ]


def test_values_made_in_python_become_the_values_a_file_would_give() -> None:
    group = Group(group=ABOUT, committee=Committee(officers=["chair"], people=[Person(name=" Ann ")]))  # type: ignore
    assert group.committee.officers == ("chair",)
    assert group.committee.people == (Person(name="Ann"),)


def test_an_answer_has_a_full_name_and_an_unknown_name_is_an_error() -> None:
    assert Group(group=ABOUT).value("committee.quorum") == 3
    with pytest.raises(AnswersError, match="Did you mean committee"):
        Group(group=ABOUT).value("committee.quorums")


def test_a_group_and_its_sections_cannot_be_changed() -> None:
    group = Group(group=ABOUT)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        group.members = Members()  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        group.members.now = 9  # type: ignore[misc]


def test_sections_show_and_compare_themselves_by_their_values() -> None:
    assert repr(Person(name="Ann")).startswith("Person(name='Ann', role='', lived_experience=None,")
    assert "<worked out from the number of members>" in repr(Committee())
    assert Members() == Members(now=8) != Members(now=9)
    assert Members() != Form()
    assert len({Members(), Members(now=8)}) == 1
