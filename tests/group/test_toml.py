"""`group.toml` as groupkit writes it: for people to read and change, and never at the cost of what they wrote."""

import tomllib

import pytest
from hypothesis import given, settings, strategies as st

from groupkit.errors import AnswersError
from groupkit.group import Group, Person, fields, sections
from groupkit.group.toml import write_answers

NEEDED = {"group": {"name": "Riverside Voices", "area": "Riverside", "nation": "wales"}}
GROUP = Group.from_answers(NEEDED)


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in after.splitlines() if line not in before.splitlines()]


def test_only_what_was_given_is_active_and_every_other_answer_stands_by_as_a_comment() -> None:
    text = write_answers(GROUP)
    assert {name: table for name, table in tomllib.loads(text).items() if table} == NEEDED
    for section in sections():
        assert f"\n# {section.title}\n[{section.name}]\n" in text
    for answer in fields():
        assert answer.question in text.replace("\n#   ", " ")
    assert "\n# quorum = 3  # worked out from the size of the committee\n" in text
    assert '\n# chairs = "chair"  # the usual\n' in text
    assert '\n# place = "The Old School, Riverside"  # for example\n' in text
    assert "\n#   scotland          Scotland\n" in text


def test_every_line_that_stands_by_can_be_made_active_by_taking_away_the_mark() -> None:
    lines = write_answers(GROUP).splitlines()
    names = {answer.name for answer in fields()} | {"role", "title", "what", "heading"}
    active = [
        line.removeprefix("# ") if line.startswith("# [[") or line.removeprefix("# ").split(" = ")[0] in names else line
        for line in lines
    ]
    group = Group.from_toml("\n".join(active))
    assert group.given == {answer.key for answer in fields()}
    assert [person.role for person in group.committee.people] == ["chair", "treasurer"]
    assert group.committee.quorum == GROUP.committee.quorum
    assert group.decisions == GROUP.decisions


SIGNS = [
    "'''",
    '"""',
    "\\",
    '\\"',
    'Tea & <Talk> "Tuesdays"',
    "# no comment",
    "[group]",
    "x = 1",
    "{{ 7*7 }}",
    "\\u0041",
]
LETTERS = ["👩‍👩‍👧", "a\u202eb", "é", "ŵ ŷ", "صوت", "আওয়াজ"]
ALLOWED = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
TEXTS = st.text(ALLOWED, min_size=1, max_size=30) | st.sampled_from(SIGNS + LETTERS)


@st.composite
def groups(draw) -> Group:
    answers = {key: draw(TEXTS) for key in ("meetings.place", "contact.name", "support.wellbeing", "host.name")}
    answers["group.name"] = draw(TEXTS) + "a"
    answers["group.area"] = "Riverside " + draw(TEXTS)
    answers["group.nation"] = draw(st.sampled_from(["england", "wales", "scotland", "northern-ireland"]))
    answers["group.aims"] = draw(st.lists(TEXTS, max_size=3))
    answers["members.allies"] = draw(st.booleans())
    answers["meetings.start"] = draw(st.times().map(lambda time: time.replace(second=0, microsecond=0)))
    answers["payments.rate_hour"] = draw(st.none() | st.decimals(0, 100, places=2))
    answers["decisions.change_share"] = draw(st.none() | st.fractions(0.5, 1, max_denominator=9))
    answers["committee.quorum"] = draw(st.none() | st.integers(1, 9))
    names = draw(st.lists(TEXTS.map(lambda name: f"a{name}"), max_size=3))
    ages = st.none() | st.integers(16, 90)
    people = [Person(name=name, age=draw(ages), signatory=draw(st.booleans())) for name in names]
    return Group.from_answers({**answers, "committee.people": people})


@given(groups())
def test_what_is_written_is_read_back_the_same(group: Group) -> None:
    read = Group.from_toml(write_answers(group))
    assert read == group
    assert read.given == group.given


@given(groups(), groups())
@settings(max_examples=50)
def test_rewriting_any_file_with_any_answers_gives_those_answers(before: Group, after: Group) -> None:
    text = write_answers(after, write_answers(before))
    read = Group.from_toml(text)
    assert read == after
    assert read.given == after.given
    assert write_answers(after, text) == text


def test_writing_the_same_answers_again_changes_nothing() -> None:
    text = write_answers(GROUP)
    assert write_answers(GROUP, text) == text


THEIRS = """\
# Ann asked: is this the right name?
[group]
area = "Riverside"   # and the villages
name = 'Riverside Voices'
nation = "Wales"

[meetings]  # see the diary
start = "6.30pm"  # after work
# place = ?

[committee]
quorum = 3
[[committee.people]]
name = "Ann"  # until June
"""


def test_a_persons_comments_order_and_spelling_stay() -> None:
    assert write_answers(Group.from_toml(THEIRS), THEIRS) == THEIRS


def test_only_the_answers_that_changed_are_touched() -> None:
    group = Group.from_toml(THEIRS).replace({"members.now": 12, "committee.quorum": 4, "meetings.place": "The Hall"})
    text = write_answers(group, THEIRS)
    assert Group.from_toml(text) == group
    assert changed_lines(THEIRS, text) == ['place = "The Hall"', "quorum = 4", "[members]", "now = 12"]
    assert [line for line in THEIRS.splitlines() if line not in text.splitlines()] == ["# place = ?", "quorum = 3"]


def test_a_changed_answer_keeps_the_comment_beside_it() -> None:
    text = write_answers(Group.from_toml(THEIRS).replace({"meetings.start": "19:00"}), THEIRS)
    assert 'start = "19:00"  # after work\n' in text


def test_an_answer_taken_back_is_taken_out() -> None:
    group = Group.from_toml(THEIRS).replace({"committee.quorum": None, "committee.people": None})
    text = write_answers(group, THEIRS)
    assert "quorum" not in text
    assert Group.from_toml(text).given == group.given


def test_people_are_added_and_changed_where_they_stand() -> None:
    text = write_answers(GROUP)
    one = write_answers(GROUP.replace({"committee.people": "Ann (chair)"}), text)
    assert '\n# Who is on the committee, if you know yet?\n[[committee.people]]\nname = "Ann"\nrole = "chair"\n' in one
    two = GROUP.replace({"committee.people": "Ann (chair); Bo", "committee.quorum": 4})
    assert Group.from_toml(write_answers(two, one)) == two
    assert "# Ann Jones" not in one


def test_the_values_in_our_own_comments_follow_the_answers() -> None:
    text = write_answers(GROUP.replace({"members.now": 40}), write_answers(GROUP))
    assert text == write_answers(GROUP.replace({"members.now": 40}))


@pytest.mark.parametrize(
    "existing",
    [
        'group.name = "a"\ngroup.area = "b"\ngroup.nation = "wales"\n',
        'group = {name = "a", area = "b", nation = "wales"}\n',
        '[group]\nname = "a"\narea = "b"\nnation = "wales"\nmeaning = """\n[meetings]\n# place = 1\n"""\n',
        '[committee]\nmin = 3\n[meetings]\nlength = 60\n[[committee.people]]\nname = "Ann"\n',
        "# only a thought\n",
        "[group]\nname = 7\nunknown = 1\n[elsewhere]\nx = 1\n",
    ],
)
def test_files_written_in_other_ways_take_new_answers_too(existing: str) -> None:
    group = GROUP.replace({"meetings.place": "The Hall", "committee.people": "Ann; Bo", "committee.quorum": 3})
    written = tomllib.loads(write_answers(group, existing))
    known = {
        name: {k: v for k, v in written[name].items() if k != "unknown"} for name in written if name != "elsewhere"
    }
    assert Group.from_answers(known) == group


def test_the_line_ends_of_windows_stay() -> None:
    existing = THEIRS.replace("\n", "\r\n")
    text = write_answers(Group.from_toml(THEIRS).replace({"members.now": 12}), existing)
    assert text.count("\n") == text.count("\r\n")
    assert text.startswith(existing.rstrip())


def test_unfinished_answers_can_be_written_as_an_interview_gathers_them() -> None:
    text = write_answers({"group.name": "Riverside Voices"})
    assert tomllib.loads(text)["group"] == {"name": "Riverside Voices"}
    text = write_answers({"group.name": "Riverside Voices", "members.now": 9}, text)
    assert text == write_answers({"group.name": "Riverside Voices", "members.now": 9})


def test_a_file_that_is_no_toml_is_not_written_over() -> None:
    with pytest.raises(AnswersError, match="line 1"):
        write_answers(GROUP, "name = Riverside")


def test_the_file_ends_with_a_line_end_and_has_no_empty_lines_in_a_row() -> None:
    text = write_answers(GROUP)
    assert text.endswith("\n")
    assert "\n\n\n" not in text


def test_an_organisation_finds_the_questions_in_its_own_words_and_keeps_them() -> None:
    values = {"group.name": "Moor Trust", "group.area": "Moor", "group.nation": "wales", "pack.kind": "organisation"}
    text = write_answers(values)
    assert "# What is your organisation called?" in text
    assert "# Which services do you involve people in?" in text
    again = write_answers({**values, "members.now": 20}, "# mine\n" + text)
    assert "# What is your organisation called?" in again
    assert '# who_pays = "group"' in text
    assert "What is your group called?" not in text + again


def test_an_organisation_finds_no_sections_that_only_a_group_needs_unless_it_answered() -> None:
    values = {"group.name": "Moor Trust", "group.area": "Moor", "group.nation": "wales", "pack.kind": "organisation"}
    absent = {"form", "host", "members", "committee", "decisions", "money"}
    assert set(tomllib.loads(write_answers(values))) == {section.name for section in sections()} - absent
    assert "for yourselves?" not in write_answers(values)
    assert "yearly meeting" not in write_answers(values)
    told = write_answers({**values, "members.now": 20})
    assert tomllib.loads(told)["members"] == {"now": 20}
    assert "money" not in tomllib.loads(told)
    later = write_answers({**values, "money.year_end": "31 March"}, "# mine\n" + told)
    assert tomllib.loads(later)["money"] == {"year_end": "31 March"}
    assert "members" in tomllib.loads(later)
