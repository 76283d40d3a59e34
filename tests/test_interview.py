"""The interview: driven here by lines that someone might type, without a terminal."""

from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from groupkit.errors import AnswersError
from groupkit.group import Group, fields, read_answer
from groupkit.group.sections import ANSWERS
from groupkit.interview import interview

AN_ORGANISATION = {"pack.kind": "organisation"}
ESSENTIAL = ["Riverside Voices", "Riverside", "wales"]
FIRST = [answer for answer in fields() if answer.ask == "always"]


class Conversation:
    """Someone who types these lines, and then ends the input."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.said: list[str] = []
        self.saved: list[Mapping[str, Any]] = []

    def ask(self, prompt: str) -> str:
        self.said.append(prompt)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    def hold(self, answers: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return interview(self.ask, self.said.append, self.saved.append, answers)

    def put(self, question: str) -> list[str]:
        """The choices that were put with a question."""
        start = next(number for number, line in enumerate(self.said) if question in line)
        end = self.said.index("Answer: ", start)
        return [line for line in self.said[start + 1 : end] if line.startswith("  ")]

    def asked(self) -> list[str]:
        """The keys of the questions that were put, in order."""
        keys = {answer.question: answer.key for answer in fields() if answer.question not in ("And what share?",)}
        found = (next((key for question, key in keys.items() if question in line), "") for line in self.said)
        return [key for key in found if key]


def held(*lines: str, answers: Mapping[str, Any] | None = None) -> tuple[dict[str, Any], Conversation]:
    conversation = Conversation(*lines)
    return conversation.hold(answers), conversation


def test_someone_tired_gives_three_answers_and_presses_enter() -> None:
    answers, conversation = held(*ESSENTIAL, *[""] * 12)
    needed = {"group.name": "Riverside Voices", "group.area": "Riverside", "group.nation": "wales"}
    assert Group.from_answers(answers) == Group.from_answers(needed)
    assert conversation.asked() == [answer.key for answer in FIRST if answer.key != "host.name"]
    assert conversation.lines == []


def test_a_sign_ends_the_questions_as_soon_as_the_three_are_there() -> None:
    answers, conversation = held(*ESSENTIAL, "!")
    assert list(answers) == ["group.name", "group.area", "group.nation"]
    assert len(conversation.asked()) == 4


def test_what_a_pack_cannot_do_without_is_asked_even_of_someone_who_has_had_enough() -> None:
    answers, conversation = held("!", "", "Riverside Voices", "!", "!", "Riverside", "3")
    assert answers == {"group.name": "Riverside Voices", "group.area": "Riverside", "group.nation": "scotland"}
    assert 'A pack cannot do without this. Write something such as "Riverside Voices".' in conversation.said


def test_a_choice_is_made_by_number_by_value_or_by_label() -> None:
    for typed in ("4", "northern-ireland", "Northern Ireland", "NORTHERN IRELAND"):
        answers, _ = held("Riverside Voices", "Riverside", typed, "!")
        assert answers["group.nation"] == "northern-ireland"


def test_choices_are_numbered_and_only_those_that_can_be_had_are_offered() -> None:
    _, conversation = held(*ESSENTIAL, "", "", "?", "!")
    assert "  4 Northern Ireland" in conversation.said
    assert "  1 Informal group: a page of agreed rules, no money of its own" in conversation.said
    forms = conversation.put("What kind of group is it, or will it be?")
    assert len(forms) == 8
    assert not any("Scotland" in line for line in forms)


def test_a_question_explains_itself() -> None:
    _, conversation = held("?", *ESSENTIAL, "!")
    assert ANSWERS["group.name"].help in conversation.said
    assert "For example: Riverside Voices" in conversation.said


def test_a_wrong_answer_is_refused_at_once_in_the_words_of_the_file() -> None:
    wrong = ["9", "walse", "lots", "25:00", "now and then"]
    lines = [*ESSENTIAL[:2], *wrong[:2], "wales", "", "", "", "lots", "9", "25:00", "6.30pm", "now and then", "", "!"]
    answers, conversation = held(*lines)
    assert answers["members.now"] == 9
    assert answers["meetings.start"] == time(18, 30)
    assert "A number from 1 to 4 will do." in conversation.said
    keys = ["group.nation", "group.nation", "members.now", "meetings.start", "meetings.pattern"]
    for key, typed in zip(keys, wrong, strict=True):
        with pytest.raises(AnswersError) as error:
            read_answer(key, typed)
        assert str(error.value).removeprefix(f"{key}: ") in conversation.said


def test_going_back_asks_again_and_shows_what_was_said() -> None:
    answers, conversation = held("Riversid", "<", "Riverside Voices", "Riverside", "<", "<", "", "Afon", "1", "!")
    assert answers == {"group.name": "Riverside Voices", "group.area": "Afon", "group.nation": "england"}
    assert "Enter: Riversid" in conversation.said
    assert "Enter: Riverside" in conversation.said


def test_there_is_nothing_before_the_first_question() -> None:
    answers, conversation = held("<", *ESSENTIAL, "<", "<", "<", "<", "", "", "", "!")
    assert conversation.said.count("This is the first question.") == 2
    assert answers["group.name"] == "Riverside Voices"


def test_every_answer_is_saved_as_soon_as_it_is_given() -> None:
    _, conversation = held(*ESSENTIAL, "crisis services", "!")
    assert [len(saved) for saved in conversation.saved] == [1, 2, 3, 4]
    assert conversation.saved[-1]["group.service"] == "crisis services"


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_stopping_loses_nothing_and_the_next_time_goes_on_from_there(stop) -> None:
    conversation = Conversation(*ESSENTIAL, "crisis services")

    def ask(prompt: str) -> str:
        if not conversation.lines:
            raise stop
        return conversation.ask(prompt)

    with pytest.raises(KeyboardInterrupt):
        interview(ask, conversation.said.append, conversation.saved.append)
    answers, later = held("survivors", "!", answers=conversation.saved[-1])
    assert later.asked()[0] == "group.people"
    assert "4 answers are here already. We go on from there." in "\n".join(later.said)
    assert answers["group.service"] == "crisis services"
    assert answers["group.people"] == "survivors"


def test_a_question_that_makes_no_sense_is_not_put() -> None:
    _, plain = held(*ESSENTIAL, *[""] * 12)
    assert "host.name" not in plain.asked()
    answers, hosted = held(*ESSENTIAL, "", "", "hosted group", "Riverside Trust", "", "", "", "online", *[""] * 4)
    assert "host.name" in hosted.asked()
    assert "meetings.place" not in hosted.asked()
    assert answers["host.name"] == "Riverside Trust"


def test_an_answer_that_is_worked_out_is_not_frozen_by_pressing_enter() -> None:
    answers, _ = held(*ESSENTIAL, *[""] * 11, "The committee", "", "", "", "!")
    assert not any(key.startswith("committee.") for key in answers)
    assert "payments.who_pays" not in answers


def test_someone_can_say_more_about_one_part_and_then_finish() -> None:
    answers, conversation = held(*ESSENTIAL, *[""] * 11, "nonsense", "?", "committee", "5", "", "3", *[""] * 10, "")
    assert answers["committee.min"] == 5
    assert answers["committee.quorum"] == 3
    assert "  4 The committee (13 questions)" in conversation.said
    assert "Write a number from 1 to 12, or press Enter to finish." in conversation.said
    assert sum("The committee (" in line for line in conversation.said) == 1


def test_a_part_that_was_gone_through_is_not_offered_again() -> None:
    _, conversation = held(*ESSENTIAL, *[""] * 11, "form", *[""] * 3, "")
    menus = [line for line in conversation.said if "What the group is in law (" in line]
    assert len(menus) == 1


def test_from_the_parts_one_can_go_back_to_the_first_questions() -> None:
    answers, _ = held(*ESSENTIAL, *[""] * 11, "<", "hello@example.org", "")
    assert answers["contact.email"] == "hello@example.org"


def test_several_choices_are_taken_by_number_and_lists_are_split() -> None:
    lines = ["pack", "", "agenda-first-meeting, payment-policy", "", "", "2; 1", "no", "!"]
    answers, _ = held(*ESSENTIAL, *[""] * 11, *lines)
    assert answers["pack.formats"] == ("md", "docx")
    assert answers["pack.documents"] == ("agenda-first-meeting", "payment-policy")
    assert answers["pack.notes"] is False


def test_money_and_people_can_be_typed() -> None:
    lines = ["payments", "£12.50", "!"]
    answers, _ = held(*ESSENTIAL, *[""] * 11, *lines)
    assert answers["payments.rate_hour"] == Decimal("12.50")
    answers, _ = held(*ESSENTIAL, *[""] * 11, "committee", *[""] * 12, "Ann (chair); Bo", "!")
    assert [person.name for person in answers["committee.people"]] == ["Ann", "Bo"]


def test_nothing_is_said_that_a_screen_reader_would_stumble_over() -> None:
    _, conversation = held(*ESSENTIAL, *[""] * 11, "meetings", *[""] * 8, "!")
    for line in "\n".join(conversation.said).splitlines():
        assert line.isprintable()


def test_with_all_answers_there_nothing_is_asked() -> None:
    full = Group.from_answers({"group.name": "a", "group.area": "b", "group.nation": "wales"})
    everything = {answer.key: full.value(answer.key) for answer in fields()}
    answers, conversation = held(answers=everything)
    assert answers == everything
    assert conversation.asked() == []


TYPED = st.sampled_from(["", "?", "<", "!", "1", "2", "13", "yes", "hosted group", "x", "online"]) | st.text(max_size=6)


@given(st.lists(TYPED, max_size=60))
@settings(deadline=None)
def test_whatever_is_typed_it_ends_in_good_answers_or_a_stop(lines: list[str]) -> None:
    conversation = Conversation(*lines)
    try:
        answers = conversation.hold()
    except KeyboardInterrupt:
        assert conversation.lines == []
        return
    assert Group.from_answers(answers).given == answers.keys()


def test_an_organisation_is_asked_only_what_its_own_papers_need() -> None:
    answers, conversation = held("Northern Moor Trust", "Northern Moor", "england", *[""] * 40, answers=AN_ORGANISATION)
    asked = {key.partition(".")[0] for key in conversation.asked()}
    assert asked == {"group", "meetings", "payments", "contact"}
    assert any("for an organisation that involves people" in line for line in conversation.said)
    assert len(conversation.put("Who pays people for taking part?")) == 3
    assert Group.from_answers(answers).pack.kind == "organisation"


def test_an_organisation_is_offered_no_more_questions_about_members_or_a_committee() -> None:
    _, conversation = held("Northern Moor Trust", "Northern Moor", "england", *[""] * 40, answers=AN_ORGANISATION)
    offered = " ".join(conversation.said)
    assert "Support and safety (" in offered
    for title in ("What the group is in law (", "The host (", "The members (", "The committee (", "How we decide ("):
        assert title not in offered


def test_an_organisation_is_asked_about_itself_and_the_people_it_involves() -> None:
    typed = [line for _ in range(12) for line in ("?", "")]
    helped = ["?", "Northern Moor Trust", "?", "Northern Moor", "?", "england", *typed]
    _, conversation = held(*helped, "Who we are", *typed, answers=AN_ORGANISATION)
    said = " ".join(conversation.said)
    assert "What is your organisation called?" in said
    assert "Which words do the people you involve use for themselves?" in said
    for words in ("your group", "the group", "yourselves", "one of you", "your lived experience", "group that meets"):
        assert words not in said
