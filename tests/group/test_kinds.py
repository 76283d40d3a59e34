"""How each kind of answer is read: what is taken, what is refused, and in which words."""

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from groupkit.group import Person, fields
from groupkit.group.kinds import (
    Choice,
    Clock,
    Day,
    DayOfYear,
    DaysOfMeeting,
    HouseStyle,
    Kind,
    Many,
    Pounds,
    SeveralUnreadableError,
    Share,
    Text,
    UnreadableError,
    Whole,
    YesNo,
)
from groupkit.group.kinds.words import LONGEST_LIST
from groupkit.group.person import People

COLOURS = Choice({"red": "Red as a rose", "dark-blue": "Blue", "no": "None at all"})

TAKEN = [
    (Text(), '  Tea & <Talk> "Tuesdays" ', 'Tea & <Talk> "Tuesdays"'),
    (Text(), "Grŵp Lleisiau 👩‍👩‍👧 صوت আওয়াজ", "Grŵp Lleisiau 👩‍👩‍👧 صوت আওয়াজ"),
    (Text(), "e\u0301", "e\u0301"),
    (YesNo(), True, True),
    (YesNo(), " Yes", True),
    (YesNo(), "false", False),
    (Whole(0, 100), 8, 8),
    (Whole(0, 100), " 08 ", 8),
    (Whole(0, 100), "Eight", 8),
    (Whole(0, 10_000, pounds=True), "£2,000", 2000),
    (Pounds(), "£12.50", Decimal("12.50")),
    (Pounds(), Decimal("12.5"), Decimal("12.50")),
    (Pounds(), 12, Decimal(12)),
    (Pounds(), 0.1, Decimal("0.10")),
    (Pounds(), "1,000", Decimal(1000)),
    (Share(), "2/3", Fraction(2, 3)),
    (Share(), "75%", Fraction(3, 4)),
    (Share(), 0.75, Fraction(3, 4)),
    (Share(), Decimal("0.5"), Fraction(1, 2)),
    (Share(), "Two-thirds", Fraction(2, 3)),
    (Clock(), "18:30", time(18, 30)),
    (Clock(), "9.05", time(9, 5)),
    (Clock(), "6.30pm", time(18, 30)),
    (Clock(), "6 p.m.", time(18)),
    (Clock(), "12am", time(0)),
    (Clock(), "noon", time(12)),
    (Clock(), time(14), time(14)),
    (Day(), "2027-01-12", date(2027, 1, 12)),
    (Day(), "12 January 2027", date(2027, 1, 12)),
    (Day(), "1st feb 2027", date(2027, 2, 1)),
    (Day(), "12/1/2027", date(2027, 1, 12)),
    (DayOfYear(), "31st march", "31 March"),
    (DaysOfMeeting(), "2nd Tuesday", "2nd Tuesday"),
    (COLOURS, "DARK blue", "dark-blue"),
    (COLOURS, "red as a rose", "red"),
    (COLOURS, False, "no"),
    (HouseStyle({"standard": "Standard"}), "Our House.DOCX", "Our House.DOCX"),
    (Many(Text()), "To listen, and to learn; To speak", ("To listen, and to learn", "To speak")),
    (Many(Text(), commas=True), "chair, treasurer", ("chair", "treasurer")),
    (Many(Text(), commas=True), "tea, coffee; a room", ("tea, coffee", "a room")),
    (Many(Text()), ["one", "", "one", "two"], ("one", "two")),
    (People(), "Ann Jones (chair); Bo Li", (Person(name="Ann Jones", role="chair"), Person(name="Bo Li"))),
    (People(), [{"name": "Ann", "age": "17", "signatory": True}], (Person(name="Ann", age=17, signatory=True),)),
]

REFUSED = [
    (Text(), 8, "8 is not text."),
    (Text(), "one\ntwo", "holds a line break"),
    (Text(), "one\u2028two", "holds a line break"),
    (Text(), "a\x00b", "(U+0000)"),
    (Text(), "a\tb", "(U+0009)"),
    (Text(), "a\ud800b", "(U+D800)"),
    (Text(), "a\ufffeb", "(U+FFFE)"),
    (Text(), "a\x9fb", "(U+009F)"),
    (Text(longest=5), "abcdef", "has 6 characters"),
    (Text(lettered=True), "🎉 !", "has no letter or digit"),
    (YesNo(), 1, "1 is not yes or no."),
    (YesNo(), "perhaps", '"perhaps" is not yes or no.'),
    (Whole(0, 9), "lots", '"lots" is not a whole number. Write a number such as 3.'),
    (Whole(0, 9), True, "true is not a whole number."),
    (Whole(0, 9), 2.5, "2.5 is not a whole number."),
    (Whole(0, 9), "٣", "is not a whole number."),
    (Whole(2, 9), 1, "1 is less than 2. Write a number from 2 to 9."),
    (Whole(2, 9), "9" * 5000, "is not a whole number"),
    (Pounds(), "a lot", '"a lot" is not an amount in pounds. Write an amount such as 12.50.'),
    (Pounds(), "12.505", "is not a whole number of pence"),
    (Pounds(), -1, "is not between 0 and 10000 pounds"),
    (Pounds(), Decimal("NaN"), "is not an amount"),
    (Pounds(), Decimal("1e999999"), "is not an amount"),
    (Pounds(), Decimal("1e-999999"), "is not an amount"),
    (Pounds(), float("inf"), "is not an amount"),
    (Share(), "2/0", "is not a share"),
    (Share(), "3/2", "is not between none and all"),
    (Share(), 0, "is not between none and all"),
    (Share(), "0.12345", "is too fine a share"),
    (Share(), True, "true is not a share"),
    (Clock(), "25:00", '"25:00" is not a time of day. Write a time such as 18:30.'),
    (Clock(), "18:60", "is not a time of day"),
    (Clock(), "13pm", "is not a time of day"),
    (Clock(), "18", "is not a time of day"),
    (Clock(), 1110, "1110 is not a time of day"),
    (Clock(), time(18, 30, 15), "18:30:15 is not a time of day"),
    (Day(), "2027-02-30", '"2027-02-30" is not a date. Write a date such as 2027-01-12.'),
    (Day(), datetime(2027, 1, 12, 18, 30), "is not a date"),
    (Day(), "12 Januember 2027", "is not a date"),
    (Day(), date(9999, 1, 1), "is too far away"),
    (DayOfYear(), "31 April", '"31 April" is not a day of the year.'),
    (DayOfYear(), 31, "31 is not a day of the year."),
    (DaysOfMeeting(), "now and then", '"now and then" does not say on which days you meet. Write it like'),
    (COLOURS, "dark-blu", "Did you mean dark-blue? Choose one of: red, dark-blue, no."),
    (COLOURS, 3, "3 is not one of the choices. Choose one of:"),
    (HouseStyle({"standard": "Standard"}), "standrad", "Or give the path of a .docx file"),
    (Many(Text()), 3, "3 is not a list."),
    (Many(Text()), ["one", 2], "2 is not text."),
    (Many(Text()), [str(n) for n in range(101)], "101 items are too many"),
    (Many(COLOURS, fewest=1), [], "The list is empty."),
    (People(), 3, "3 is not a list of people. Write [[committee.people]]"),
]


@pytest.mark.parametrize(("kind", "value", "expected"), TAKEN)
def test_a_value_is_read_as_a_person_would_mean_it(kind: Kind, value: object, expected: object) -> None:
    read = kind.read(value)
    assert read == expected
    assert type(read) is type(expected)


@pytest.mark.parametrize(("kind", "value", "words"), REFUSED)
def test_a_value_that_cannot_be_meant_is_refused_with_what_to_write_instead(
    kind: Kind, value: object, words: str
) -> None:
    with pytest.raises(UnreadableError) as refusal:
        kind.read(value)
    assert words in str(refusal.value)
    assert refusal.value.instead
    assert len(str(refusal.value).splitlines()) == 1


@pytest.mark.parametrize(("kind", "value", "expected"), TAKEN)
def test_what_was_read_can_be_written_and_read_again(kind: Kind, value: object, expected: object) -> None:
    read = kind.read(value)
    assert kind.read(read) == read
    assert kind.read(kind.toml(read)) == read


def test_a_list_of_people_has_an_end() -> None:
    assert len(People().read([{"name": f"Ann {number}"} for number in range(LONGEST_LIST)])) == LONGEST_LIST
    with pytest.raises(SeveralUnreadableError) as caught:
        People().read([{"name": f"Ann {number}"} for number in range(LONGEST_LIST + 1)])
    assert str(caught.value.problems[0]) == "101 people are too many. Write 100 at most."


def test_everything_wrong_with_a_list_of_people_is_said_with_its_place() -> None:
    with pytest.raises(SeveralUnreadableError) as refusal:
        People().read([{"name": "Ann", "age": "x"}, {"rol": "chair", "name": "Bo"}, {"role": "chair"}, 7])
    said = [f"{each.within}: {each}" for each in refusal.value.problems]
    assert said == [
        '[1].age: "x" is not a whole number. Write a number such as 18.',
        "[2].rol: no such answer. Did you mean role?",
        '[3].name: this answer is missing. Write one such as "Ann Jones".',
        '[4]: This is not a person. Write a name, such as name = "Ann Jones".',
    ]


@given(st.text(max_size=80))
def test_text_is_kept_as_typed_or_refused_and_never_changed(typed: str) -> None:
    read = read_or_refusal(Text(), typed)
    assert isinstance(read, UnreadableError) or read == typed.strip()


ANYTHING = st.one_of(
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.decimals(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.lists(st.text(max_size=5), max_size=4),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3),
    st.from_regex(r"[0-9:./%£, -]{1,12}", fullmatch=True),
)


@given(ANYTHING)
def test_no_value_at_all_ends_in_anything_but_an_answer_or_a_refusal(value: object) -> None:
    for answer in fields():
        read = read_or_refusal(answer.kind, value)
        if isinstance(read, UnreadableError):
            assert read.instead
            assert len(str(read).splitlines()) == 1
        elif not isinstance(read, SeveralUnreadableError):
            assert isinstance(read, answer.type)
            assert answer.kind.read(answer.kind.toml(read)) == read


def read_or_refusal(kind: Kind, value: object) -> object:
    try:
        return kind.read(value)
    except (UnreadableError, SeveralUnreadableError) as refusal:
        return refusal


def test_a_number_of_thousands_of_digits_is_refused_like_any_other() -> None:
    with pytest.raises(UnreadableError, match="a number of that size is more than 9"):
        Whole(2, 9).read(10**5000)
