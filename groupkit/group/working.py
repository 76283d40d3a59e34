"""Working out the answers that nobody gave, each from the others, in whatever order they need each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, cast

from .answers import Derived, Questions
from .sections import GROUP

if TYPE_CHECKING:
    from .answers import Section
    from .model import Group


class Working:
    """Looks like a `Group` to whatever works out a default; sections are made as they are asked for.

    An answer without a usual value that is missing is empty text, so that an interview can go on without it. `beside`
    is what else a default may look at, by name: for one piece of work, the group that it is offered by.
    """

    def __init__(
        self, values: Mapping[str, Any], questions: Questions = GROUP, beside: Mapping[str, object] | None = None
    ) -> None:
        self.given: Collection[str] = values.keys()
        self._questions = questions
        self._values = dict(values)
        self.__dict__.update(beside or {})

    @property
    def kind(self) -> str:
        """The kind of pack that was asked for; empty where nobody said."""
        return str(self._values.get("pack.kind", ""))

    def value(self, key: str) -> Any:
        """The answer with this full name, worked out if need be."""
        if key in self._values:
            return self._values[key]
        section, _, name = key.partition(".")
        answer = self._questions.sections[section].answers[name]
        usual = "" if answer.required else answer.default
        value = usual.work_out(cast("Group", self)) if isinstance(usual, Derived) else usual
        self._values[key] = value
        return value

    def __getattr__(self, name: str) -> _WorkingSection:
        if name not in self._questions.sections:
            raise AttributeError(name)
        section = _WorkingSection(self, self._questions.sections[name])
        self.__dict__[name] = section
        return section


class _WorkingSection:
    """One section of a `Working`: answers and the properties of the section's class."""

    def __init__(self, working: Working, section: Section) -> None:
        self._working = working
        self._section = section

    def __getattr__(self, name: str) -> Any:
        section = self._section
        if name in section.answers:
            return self._working.value(f"{section.name}.{name}")
        if isinstance(found := getattr(section.model, name, None), property) and found.fget:
            return found.fget(self)
        raise AttributeError(name)
