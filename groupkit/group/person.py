"""A person on the committee, as far as the group wants to say."""

from __future__ import annotations

import re
from typing import Any

from .answers import Values, answer, answers_class
from .kinds import Many, Text, Whole, YesNo
from .tables import Tables


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


class People(Tables):
    """People, as `[[committee.people]]` tables, or as text: `Ann Jones (chair); Bo Li (treasurer)`."""

    noun = "a list of people"
    instead = 'Write [[committee.people]] with a name under it, or "Ann Jones (chair); Bo Li (treasurer)".'
    model = Person
    one = "a person"
    such_as = 'Write a name, such as name = "Ann Jones".'

    def from_text(self, text: str) -> dict[str, str]:
        """A name, and a role if one stands after it in brackets."""
        match = re.fullmatch(r"([^()]*?)\s*\(([^()]*)\)", text)
        return {"name": match[1], "role": match[2]} if match else {"name": text}

    def as_text(self, item: Any) -> str:
        """The name with the role in brackets; the rest of what is known is left out."""
        return f"{item.name} ({item.role})" if item.role else str(item.name)
