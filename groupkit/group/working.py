"""Working out the answers that nobody gave, each from the others, in whatever order they need each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, cast

from .answers import Derived
from .sections import SECTIONS

if TYPE_CHECKING:
    from .model import Group


class Working:
    """Looks like a `Group` to whatever works out a default; sections are made as they are asked for.

    An answer without a usual value that is missing is empty text, so that an interview can go on without it.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.given: Collection[str] = values.keys()
        self._values = dict(values)

    def value(self, key: str) -> Any:
        """The answer with this full name, worked out if need be."""
        if key in self._values:
            return self._values[key]
        section, _, name = key.partition(".")
        answer = SECTIONS[section].answers[name]
        usual = "" if answer.required else answer.default
        value = usual.work_out(cast("Group", self)) if isinstance(usual, Derived) else usual
        self._values[key] = value
        return value

    def __getattr__(self, name: str) -> _WorkingSection:
        if name not in SECTIONS:
            raise AttributeError(name)
        section = _WorkingSection(self, name)
        self.__dict__[name] = section
        return section


class _WorkingSection:
    """One section of a `Working`: answers and the properties of the section's class."""

    def __init__(self, working: Working, section: str) -> None:
        self._working = working
        self._section = section

    def __getattr__(self, name: str) -> Any:
        section = SECTIONS[self._section]
        if name in section.answers:
            return self._working.value(f"{self._section}.{name}")
        if isinstance(found := getattr(section.model, name, None), property) and found.fget:
            return found.fget(self)
        raise AttributeError(name)
