"""How an answer is declared: one call that says everything about it, in one place.

A section is a small frozen class; each of its fields is made with `answer`. Prompts, comments in `group.toml`, the
JSON Schema, the cookiecutter questions and the reference page are all made from these declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, dataclass_transform

import attrs

from ..frozen import Frozen

if TYPE_CHECKING:
    from .kinds import Kind
    from .model import Group

Ask = Literal["always", "more", "never"]
"""When a person is asked: among the first few questions, only if they want to say more, or not at all."""

_METADATA = "groupkit"
_T = TypeVar("_T")


class Derived:
    """A default that is worked out from other answers.

    It stands in the field until a `Group` is made; the group then puts the worked-out value in its place.
    """

    __slots__ = ("how", "work_out")

    def __init__(self, work_out: Callable[[Group], Any], how: str) -> None:
        self.work_out = work_out
        self.how = how
        """Where the value comes from, in plain words: "from the number of members"."""

    def __repr__(self) -> str:
        return f"<worked out {self.how}>"


class Wording(Frozen):
    """How else a question is put to an organisation that involves people. What is empty is said as to a group."""

    question: str = ""
    help: str = ""
    example: str = ""


AS_TO_A_GROUP = Wording()


class Answer(Frozen):
    """Everything there is to say about one answer."""

    question: str
    """What a person is asked, as one short question."""
    kind: Kind
    """How it is read, checked, written and described."""
    default: Any
    """The usual value, a `Derived`, or `attrs.NOTHING` where there is no usual value."""
    help: str = ""
    """What to know before answering, in a sentence or three."""
    example: str = ""
    """An answer as a person would type it."""
    ask: Ask = "more"
    """When a person is asked."""
    when: Callable[[Group], bool] | None = None
    """Whether the question makes sense, given the answers before it; None: always."""
    to_organisations: Wording = AS_TO_A_GROUP
    """What is said in other words to an organisation."""
    section: str = ""
    """The section it stands in: `committee`."""
    name: str = ""
    """Its name there: `quorum`."""

    @property
    def key(self) -> str:
        """The full name: `committee.quorum`."""
        return f"{self.section}.{self.name}"

    @property
    def type(self) -> type:
        """The Python type of the value."""
        return self.kind.type

    @property
    def choices(self) -> Mapping[str, str]:
        """The values to choose from, each with its label; empty where anything may be written."""
        return self.kind.choices

    @property
    def required(self) -> bool:
        """Whether there is no usual value."""
        return self.default is attrs.NOTHING

    @property
    def derived(self) -> bool:
        """Whether the usual value is worked out from other answers."""
        return isinstance(self.default, Derived)

    def asked_of(self, kind: object) -> Answer:
        """The answer in the words for whoever makes a pack of this kind."""
        other = self.to_organisations
        if kind != "organisation" or other == AS_TO_A_GROUP:
            return self
        return self.replace(
            question=other.question or self.question,
            help=other.help or self.help,
            example=other.example or self.example,
        )


class Section(Frozen):
    """One section of the answers."""

    name: str
    """Its name in `group.toml`: `committee`."""
    title: str
    """What it is about, as a heading: "The committee"."""
    model: type
    """The class that holds its values."""
    answers: Mapping[str, Answer]
    """Its answers by name, in the order in which they are asked."""


class Questions(Frozen):
    """All that is asked about one thing: about a group, or about one piece of work that it is asked to do."""

    sections: Mapping[str, Section]
    """Every section by name, in the order in which they are asked."""
    answers: Mapping[str, Answer]
    """Every answer by its full name."""
    needed: tuple[str, ...]
    """The sections with an answer that has to be given."""
    usual: Mapping[str, Any]
    """The usual value by full name, where it is not worked out; empty text where there is none."""
    makes: str
    """What the answers are for: "a pack"."""
    top: str
    """The comment that opens a file of these answers."""

    @classmethod
    def of(cls, *sections: Section, makes: str, top: str) -> Questions:
        """Put sections together."""
        answers = {answer.key: answer for section in sections for answer in section.answers.values()}
        needed = dict.fromkeys(answer.section for answer in answers.values() if answer.required)
        usual = {key: "" if each.required else each.default for key, each in answers.items() if not each.derived}
        return cls({each.name: each for each in sections}, answers, tuple(needed), usual, makes, top)


def answer(
    question: str,
    kind: Kind,
    *,
    default: Any = attrs.NOTHING,
    help: str = "",
    example: str = "",
    ask: Ask = "more",
    when: Callable[[Group], bool] | None = None,
    to_organisations: Wording = AS_TO_A_GROUP,
) -> Any:
    """Declare one answer as a field of a section; without `default` it has to be given."""
    about = Answer(
        question=question,
        kind=kind,
        default=default,
        help=help,
        example=example,
        ask=ask,
        when=when,
        to_organisations=to_organisations,
    )
    return attrs.field(default=default, metadata={_METADATA: about})


def for_a_group(group: Group) -> bool:
    """Whether the pack is a group's own, and not that of an organisation that involves people. For use as `when`."""
    return group.pack.kind != "organisation"


class Values:
    """The base of every section's class, and of what is made of sections: compares and shows itself by its values.

    attrs could write these three for each class, but making them would cost every start some ten milliseconds.
    """

    __slots__ = ()

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, field.name) for field in attrs.fields(cast(Any, type(self))) if field.eq)

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        names = (field.name for field in attrs.fields(cast(Any, type(self))) if field.repr)
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(answer,))
def answers_class(cls: type[_T]) -> type[_T]:
    """Make a class whose fields are answers: frozen, keyword arguments only."""
    made: type[_T] = attrs.frozen(kw_only=True, eq=False, repr=False, slots=False, match_args=False)(cls)
    return made


def described(model: type, section: str) -> dict[str, Answer]:
    """The answers that a class declares, by name, knowing the section they stand in; the same each time."""
    return _described(model, section)


@cache
def _described(model: Any, section: str) -> dict[str, Answer]:
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(model)
    return {field.name: field.metadata[_METADATA].replace(section=section, name=field.name) for field in fields}
