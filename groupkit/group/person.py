"""A person on the committee, as far as the group wants to say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .answers import Answer, Values, answer, answers_class, described
from .kinds import Many, SeveralUnreadableError, Text, UnreadableError, Whole, YesNo
from .kinds.base import visible
from .kinds.words import LONGEST_LIST, nearest


@answers_class
class Person(Values):
    """Someone on the committee. Only the name is needed."""

    name: str = answer("What is their name?", Text(longest=100, lettered=True), example="Ann Jones")
    role: str = answer("What is their role?", Text(longest=100), default="", example="chair")
    lived_experience: bool | None = answer(
        "Do they say that they have lived experience?",
        YesNo(),
        default=None,
        help="Only if they want it said. Take their word for it. It is used to check the majority, never printed.",
        example="yes",
    )
    age: int | None = answer(
        "How old are they?",
        Whole(0, 120, such_as=18),
        default=None,
        help="Only needed for someone under 18.",
        example="17",
    )
    signatory: bool = answer("Can they approve payments?", YesNo(), default=False, example="yes")
    related_to: tuple[str, ...] = answer(
        "Who else on the committee is family or a partner?",
        Many(Text(longest=100), commas=True),
        default=(),
        help="Banks and funders want people who are not related.",
        example="Bo Jones",
    )
    same_home: tuple[str, ...] = answer(
        "Who else on the committee lives at the same address?",
        Many(Text(longest=100), commas=True),
        default=(),
        example="Bo Jones",
    )


class People(Many):
    """People, as `[[committee.people]]` tables, or as text: `Ann Jones (chair); Bo Li (treasurer)`."""

    noun = "a list of people"
    instead = 'Write [[committee.people]] with a name under it, or "Ann Jones (chair); Bo Li (treasurer)".'

    def __init__(self) -> None:
        super().__init__(Text())

    def read(self, value: object) -> tuple[Person, ...]:
        """The people in order."""
        people, problems = [], list[UnreadableError]()
        for number, part in enumerate(self.parts(value), 1):
            person = _read_person(part, f"[{number}]", problems)
            people.append(person)
        if len(people) > LONGEST_LIST:
            problems.append(UnreadableError(f"{len(people)} people are too many.", f"Write {LONGEST_LIST} at most."))
        if problems:
            raise SeveralUnreadableError(problems)
        return tuple(person for person in people if person)

    def text(self, value: Any) -> str:
        """Names with roles in brackets, `;` between them; the rest of what is known is left out."""
        return "; ".join(f"{person.name} ({person.role})" if person.role else person.name for person in value)

    def toml(self, value: Any) -> Any:
        """A list of tables."""
        return [person_answers(person) for person in value]

    def schema(self) -> dict[str, Any]:
        """An array of objects, or text."""
        fields = described(Person, "person")
        person = {
            "type": "object",
            "properties": {name: {"title": each.question, **each.kind.schema()} for name, each in fields.items()},
            "required": ["name"],
            "additionalProperties": False,
        }
        items = {"anyOf": [person, {"type": "string"}]}
        return {"anyOf": [{"type": "array", "items": items, "maxItems": LONGEST_LIST}, {"type": "string"}]}


def person_answers(person: Person) -> dict[str, Any]:
    """What is known of a person, as `group.toml` holds it; what is usual is left out."""
    answers = described(Person, "person").values()
    return {
        each.name: each.kind.toml(value) for each in answers if (value := getattr(person, each.name)) != each.default
    }


def _read_person(part: object, place: str, problems: list[UnreadableError]) -> Person | None:
    if isinstance(part, Person):
        part = {name: getattr(part, name) for name in described(Person, "person")}
    if isinstance(part, str):
        match = re.fullmatch(r"([^()]*?)\s*\(([^()]*)\)", part.strip())
        part = {"name": match[1], "role": match[2]} if match else {"name": part}
    if not isinstance(part, Mapping):
        problems.append(UnreadableError("This is not a person.", 'Write a name, such as name = "Ann Jones".', place))
        return None
    fields = described(Person, "person")
    values: dict[str, Any] = {}
    found = len(problems)
    for name, value in part.items():
        _read_field(fields, str(name), value, place, values, problems)
    if "name" not in values and len(problems) == found:
        problems.append(UnreadableError("this answer is missing.", 'Write one such as "Ann Jones".', f"{place}.name"))
    return Person(**values) if len(problems) == found else None


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
