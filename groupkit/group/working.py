"""Working out the answers that nobody gave, each from the others, in whatever order they need each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, cast

from .answers import Questions
from .sections import GROUP

if TYPE_CHECKING:
    from .answers import Derived, Section
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
        self._values = {**questions.usual, **values}
        self.__dict__.update(beside or {})

    @property
    def kind(self) -> str:
        """The kind of pack that was asked for; empty where nobody said."""
        return str(self._values.get("pack.kind", ""))

    def value(self, key: str) -> Any:
        """The answer with this full name, worked out if need be."""
        if key not in self._values:
            derived: Derived = self._questions.answers[key].default
            self._values[key] = derived.work_out(cast("Group", self))
        return self._values[key]

    def complete(self) -> Mapping[str, Any]:
        """Every answer by full name, all worked out."""
        for key in self._questions.answers:
            if key not in self._values:
                self.value(key)
        return self._values

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
            value = self._working.value(f"{section.name}.{name}")
        elif isinstance(found := getattr(section.model, name, None), property) and found.fget:
            value = found.fget(self)
        else:
            raise AttributeError(name)
        self.__dict__[name] = value
        return value
