"""What is made of sections of answers: it checks what was given and works out the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from ..errors import AnswersError
from . import reading
from .answers import Derived, Questions, Values
from .kinds import SeveralUnreadableError, UnreadableError
from .working import Working


class Answered(Values):
    """The base of a frozen attrs class that has a field for each section of its `questions`, and `given`.

    Whoever makes one gets every problem with the answers at once, as `AnswersError`.
    """

    __slots__ = ()

    questions: ClassVar[Questions]
    given: frozenset[str]

    def __attrs_post_init__(self) -> None:
        self._complete(self._checked())

    @classmethod
    def _of(cls, values: Mapping[str, Any], **others: object) -> Self:
        """One with these answers, by full name and read already; `others` are its fields that are no sections."""
        made = cls.__new__(cls)
        for name, value in others.items():
            object.__setattr__(made, name, value)
        made._complete(values)
        return made

    def _complete(self, values: Mapping[str, Any]) -> None:
        """Put every section in its place, with what was not given worked out."""
        object.__setattr__(self, "given", frozenset(values))
        found = Working(values, self.questions, self._beside()).complete()
        for name, section in self.questions.sections.items():
            complete = section.model(**{each: found[f"{name}.{each}"] for each in section.answers})
            object.__setattr__(self, name, complete)

    def _beside(self) -> Mapping[str, object]:
        """What else the worked-out answers look at, by name."""
        return {}

    def _checked(self) -> dict[str, Any]:
        """The values that were given, by full name, each read by its kind."""
        values: dict[str, Any] = {}
        problems: list[str] = []
        for key, answer in self.questions.answers.items():
            value = getattr(getattr(self, answer.section), answer.name)
            if isinstance(value, Derived) or (key not in self.given and value == answer.default):
                continue
            if reading.is_empty(value):
                problems += [reading.missing(answer)] if answer.required else []
                continue
            try:
                values[key] = answer.kind.read(value)
            except (UnreadableError, SeveralUnreadableError) as error:
                problems += reading.problem_lines(key, error)
        if problems:
            raise AnswersError(problems)
        return values

    def value(self, key: str) -> Any:
        """The answer with this full name: `group.value("committee.quorum")`. Raises `AnswersError` if there is none."""
        answer = reading.known(key, self.questions)
        return getattr(getattr(self, answer.section), answer.name)

    def given_values(self) -> dict[str, Any]:
        """The answers that were given, by full name, in order."""
        given = ((key, self.questions.answers[key]) for key in self.questions.answers if key in self.given)
        return {key: getattr(getattr(self, answer.section), answer.name) for key, answer in given}
