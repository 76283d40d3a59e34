"""Asking about a group, one plain question after the other.

Nothing is redrawn and nothing needs colour, so that screen readers can follow. Whoever calls brings `ask` (shows a
prompt, gives back a line), `say` (shows a line) and `save` (keeps the answers so far).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from .errors import AnswersError
from .group.answers import Answer, Questions
from .group.kinds import Choice, Many, folded
from .group.reading import read_answer
from .group.sections import GROUP
from .group.working import Working
from .words import sentence

if TYPE_CHECKING:
    from .group.answers import Section
    from .group.model import Group

HELP, BACK, ENOUGH = "?", "<", "!"

_WELCOME = """\
Answer what you can. Nothing is final: you can change every answer later.
  Enter  takes the answer that is shown
  ?      explains the question
  <      goes back to the question before
  !      stops here, and takes the usual answers for the rest"""


_FOR_AN_ORGANISATION = """
This pack is for an organisation that involves people."""


class _GoBack(Exception):  # noqa: N818 - not an error: the person wants the question before
    pass


class _Enough(Exception):  # noqa: N818 - not an error: the person wants no more questions
    pass


def interview(
    ask: Callable[[str], str],
    say: Callable[[str], None],
    save: Callable[[Mapping[str, Any]], None],
    answers: Mapping[str, Any] | None = None,
    questions: Questions = GROUP,
    beside: Mapping[str, object] | None = None,
    first: Callable[[Answer], bool] = lambda answer: answer.ask == "always",
) -> dict[str, Any]:
    """Ask what is not known yet, and give back all answers by full name, each of them checked.

    Args:
        ask: shows a prompt and gives back what the person typed, without the end of the line.
        say: shows a line, or several.
        save: is called with all answers so far after each one, so that stopping loses nothing.
        answers: what is known already, by full name; the first question is the first that is not in it.
        questions: what to ask about.
        beside: what else worked-out answers look at, by name.
        first: whether a question is among the few that are put to everyone.

    Raises:
        KeyboardInterrupt: when the person stops, or the input ends. All that was answered has been saved.
    """
    return _Interview(ask, say, save, dict(answers or {}), questions, beside, first).run()


class _Interview:
    def __init__(
        self,
        ask: Callable[[str], str],
        say: Callable[[str], None],
        save: Callable[[Mapping[str, Any]], None],
        answers: dict[str, Any],
        questions: Questions,
        beside: Mapping[str, object] | None,
        first: Callable[[Answer], bool],
    ) -> None:
        self._ask, self._say, self._save = ask, say, save
        self._answers = answers
        self._questions, self._beside = questions, beside
        self._first = [answer for answer in questions.answers.values() if first(answer)]
        self._passed: set[str] = set()
        """Questions that were put and left at what is worked out, so that they are not put again."""

    def run(self) -> dict[str, Any]:
        """The few questions that matter most, then whatever the person wants to say more about."""
        self._say(_WELCOME)
        if self._answers.get("pack.kind") == "organisation":
            self._say(_FOR_AN_ORGANISATION)
        if self._answers:
            self._say(f"\n{_count(len(self._answers), 'answer is', 'answers are')} here already. We go on from there.")
        try:
            self._put_all(self._first, counted=True)
            while section := self._more():
                self._put_all(self._later(section))
        except _Enough:
            self._put_needed([answer for answer in self._first if answer.required])
        return {key: self._answers[key] for key in self._questions.answers if key in self._answers}

    def _later(self, section: Section) -> list[Answer]:
        """The questions of a part that are put only to those who want to say more."""
        return [each for each in section.answers.values() if each.ask == "more" and each not in self._first]

    def _put_needed(self, questions: Sequence[Answer]) -> None:
        """Put the questions that a pack cannot do without, even to someone who has had enough."""
        while self._next(questions):
            self._say(f"\n{sentence(self._questions.makes)} cannot do without this:")
            try:
                self._put_all(questions)
            except _Enough:
                continue

    def _put_all(self, questions: Sequence[Answer], counted: bool = False) -> None:
        """Put these questions, each when its turn comes and it makes sense; `<` goes back among them."""
        before = [each for each in questions if each.key in self._answers and self._makes_sense(each)]
        while (now := self._next(questions)) is not None:
            try:
                self._put(now, self._place(questions, now) if counted else "")
                before.append(now)
            except _GoBack:
                if before:
                    self._again(before)
                else:
                    self._say("This is the first question.")

    def _again(self, before: list[Answer]) -> None:
        """Put earlier questions again, from the last one backwards for as long as the person goes back."""
        place = len(before) - 1
        while place < len(before):
            try:
                if self._makes_sense(before[place]):
                    self._put(before[place], "")
                place += 1
            except _GoBack:
                if place == 0:
                    self._say("This is the first question.")
                place = max(0, place - 1)

    def _next(self, questions: Sequence[Answer]) -> Answer | None:
        known = self._answers.keys() | self._passed
        return next((each for each in questions if each.key not in known and self._makes_sense(each)), None)

    def _makes_sense(self, answer: Answer) -> bool:
        return answer.when is None or answer.when(self._group())

    def _place(self, questions: Sequence[Answer], now: Answer) -> str:
        sensible = [each.key for each in questions if self._makes_sense(each)]
        return f"{sensible.index(now.key) + 1} of {len(sensible)}. "

    def _group(self) -> Group:
        return cast("Group", self._working())

    def _working(self) -> Working:
        return Working(self._answers, self._questions, self._beside)

    def _put(self, answer: Answer, place: str) -> None:
        """Put one question until there is an answer to it."""
        answer = answer.asked_of(self._answers.get("pack.kind"))
        self._say("")
        self._say(f"{place}{answer.question}{' (yes or no)' if answer.type is bool else ''}")
        choices = self._choices(answer)
        for number, value in enumerate(choices, 1):
            self._say(f"  {number} {answer.choices[value]}")
        if usual := self._usual(answer):
            self._say(f"Enter: {usual}")
        while True:
            typed = self._line()
            if typed == HELP:
                self._explain(answer)
            elif not typed and answer.required and answer.key not in self._answers:
                makes = sentence(self._questions.makes)
                self._say(f'{makes} cannot do without this. Write something such as "{answer.example}".')
            elif self._taken(answer, choices, typed):
                return

    def _taken(self, answer: Answer, choices: Sequence[str], typed: str) -> bool:
        """Keep what was typed and save; False, with the reason said, if it cannot be an answer."""
        if typed:
            try:
                self._answers[answer.key] = self._read(answer, _chosen(answer, choices, typed))
            except AnswersError as error:
                for problem in error.problems:
                    self._say(problem.removeprefix(f"{answer.key}: "))
                if choices:
                    self._say(f"A number from 1 to {len(choices)} will do.")
                return False
        elif answer.key not in self._answers:
            self._pass(answer)
        self._save(dict(self._answers))
        return True

    def _read(self, answer: Answer, typed: str) -> Any:
        return read_answer(answer.key, typed, self._questions)

    def _pass(self, answer: Answer) -> None:
        """Take the usual answer. One that is worked out, or empty, is not written down: it may change with others."""
        if answer.derived or answer.default in (None, "", ()):
            self._passed.add(answer.key)
        else:
            self._answers[answer.key] = answer.default

    def _usual(self, answer: Answer) -> str:
        """What Enter takes, in words."""
        if answer.required and answer.key not in self._answers:
            return ""
        value = self._working().value(answer.key)
        if value in (None, "", ()):
            return "leave it out for now"
        return answer.choices[value] if value in answer.choices else answer.kind.text(value)

    def _choices(self, answer: Answer) -> list[str]:
        """The values that are worth offering, in the order in which they are numbered."""
        offered = answer.kind.offered if isinstance(answer.kind, Choice) else None
        return [value for value in answer.choices if offered is None or offered(self._group(), value)]

    def _explain(self, answer: Answer) -> None:
        self._say(answer.help or "Answer as you like.")
        self._say(f"For example: {_label(answer, answer.example)}")

    def _line(self) -> str:
        try:
            typed = self._ask("Answer: ").strip()
        except EOFError:
            raise KeyboardInterrupt from None
        if typed == BACK:
            raise _GoBack
        if typed == ENOUGH:
            raise _Enough
        return typed

    def _more(self) -> Section | None:
        """The part that the person wants to say more about, or None for no more."""
        parts = [section for section in self._questions.sections.values() if self._left(section)]
        if not parts:
            return None
        self._say(f"\nThat is enough for {self._questions.makes}.")
        self._say("Do you want to say more? Choose a part, or press Enter to finish.")
        for number, section in enumerate(parts, 1):
            self._say(f"  {number} {section.title} ({_count(self._left(section), 'question', 'questions')})")
        self._say("Enter: finish, with the usual answers for the rest")
        while True:
            try:
                typed = self._line()
            except _GoBack:
                self._again(self._first)
                continue
            if not typed:
                return None
            for number, section in enumerate(parts, 1):
                if typed == str(number) or folded(typed) in (folded(section.title), section.name):
                    return section
            self._say(f"Write a number from 1 to {len(parts)}, or press Enter to finish.")

    def _left(self, section: Section) -> int:
        known = self._answers.keys() | self._passed
        more = (each for each in self._later(section) if each.key not in known)
        return sum(map(self._makes_sense, more))


def _chosen(answer: Answer, choices: Sequence[str], typed: str) -> str:
    """What was typed, with numbers of choices turned into the choices."""
    if not choices:
        return typed
    several = isinstance(answer.kind, Many)
    parts = re.split(r"[;,]| and ", typed) if several else [typed]
    named = [_numbered(choices, part.strip()) for part in parts]
    return "; ".join(named)


def _numbered(choices: Sequence[str], typed: str) -> str:
    number = int(typed) if re.fullmatch("[0-9]{1,3}", typed) else 0
    return choices[number - 1] if 1 <= number <= len(choices) else typed


def _label(answer: Answer, value: str) -> str:
    return answer.choices.get(value, value)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
