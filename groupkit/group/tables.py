"""Answers that are a list of tables in `group.toml`, such as the people on a committee."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from .answers import Answer, Values, described
from .kinds import Many, SeveralUnreadableError, Text, UnreadableError
from .kinds.base import visible
from .kinds.words import LONGEST_LIST, nearest


class Tables(Many):
    """A list of tables, each with answers of its own. The class that reads it says of what.

    Each item may be a table, an object that was read before, or text that `from_text` takes apart.
    """

    model: ClassVar[type[Values]]
    """The class of one item; its fields are declared like other answers."""
    one: ClassVar[str]
    """What one item is, for messages: "a person"."""
    such_as: ClassVar[str]
    """What to write for one item."""

    def __init__(self) -> None:
        super().__init__(Text())

    def from_text(self, text: str) -> dict[str, str]:
        """The answers in an item that was typed as text."""
        raise self.refuse(text)

    def as_text(self, item: Any) -> str:
        """An item as a person would type it; what does not fit is left out."""
        return str(item)

    def faults(self, item: Any) -> list[tuple[str, str]]:
        """What is wrong with an item as a whole: what, and what to do instead."""
        return []

    def read(self, value: object) -> tuple[Any, ...]:
        """The items in order. Raises `SeveralUnreadableError` with every problem in any of them."""
        problems: list[UnreadableError] = []
        items = [self._one(part, f"[{number}]", problems) for number, part in enumerate(self.parts(value), 1)]
        if len(items) > LONGEST_LIST:
            problems.append(
                UnreadableError(f"{len(items)} {self.many} are too many.", f"Write {LONGEST_LIST} at most.")
            )
        if problems:
            raise SeveralUnreadableError(problems)
        return tuple(items)

    @property
    def many(self) -> str:
        """What the items are: "people"."""
        return self.noun.removeprefix("a list of ")

    def text(self, value: Any) -> str:
        """The items as text, `;` between them."""
        return "; ".join(map(self.as_text, value))

    def toml(self, value: Any) -> Any:
        """A list of tables, in which what is usual is left out."""
        return [self._table(item) for item in value]

    def schema(self) -> dict[str, Any]:
        """An array of objects, or text."""
        answers = described(self.model, "")
        item = {
            "type": "object",
            "properties": {name: {"title": each.question, **each.kind.schema()} for name, each in answers.items()},
            "required": [name for name, each in answers.items() if each.required],
            "additionalProperties": False,
        }
        items = {"anyOf": [item, {"type": "string"}]}
        return {"anyOf": [{"type": "array", "items": items, "maxItems": LONGEST_LIST}, {"type": "string"}]}

    def _table(self, item: Any) -> dict[str, Any]:
        answers = described(self.model, "").values()
        return {
            each.name: each.kind.toml(value) for each in answers if (value := getattr(item, each.name)) != each.default
        }

    def _one(self, part: object, place: str, problems: list[UnreadableError]) -> Any:
        """One item, or None with problems added."""
        fields = described(self.model, "")
        if isinstance(part, self.model):
            part = {name: getattr(part, name) for name in fields}
        if isinstance(part, str):
            part = self.from_text(part.strip())
        if not isinstance(part, Mapping):
            problems.append(UnreadableError(f"This is not {self.one}.", self.such_as, place))
            return None
        values: dict[str, Any] = {}
        found = len(problems)
        for name, value in part.items():
            _read_field(fields, str(name), value, place, values, problems)
        if len(problems) == found:
            needed = [each for each in fields.values() if each.required and each.name not in values]
            problems += [_missing(each, f"{place}.{each.name}") for each in needed]
        if len(problems) > found:
            return None
        item: Any = self.model(**values)
        problems += [UnreadableError(wrong, instead, place) for wrong, instead in self.faults(item)]
        return item


def _missing(answer: Answer, place: str) -> UnreadableError:
    listed = (
        f"Choose one of: {', '.join(answer.choices)}." if answer.choices else f'Write one such as "{answer.example}".'
    )
    return UnreadableError("this answer is missing.", listed, place)


def _read_field(
    fields: Mapping[str, Answer],
    name: str,
    value: object,
    place: str,
    values: dict[str, Any],
    problems: list[UnreadableError],
) -> None:
    if name not in fields:
        near = nearest(name, fields)
        hint = f"Did you mean {near}?" if near else "Choose from: " + ", ".join(fields) + "."
        problems.append(UnreadableError("no such answer.", hint, f"{place}.{visible(name)}"))
    elif value is not None and not (isinstance(value, str) and not value.strip()):
        try:
            values[name] = fields[name].kind.read(value)
        except UnreadableError as error:
            problems.append(UnreadableError(error.wrong, error.instead, f"{place}.{name}"))
