"""What a rule is, and how a predicate is tied to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources as package_files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Literal

from groupkit.facts import Register
from groupkit.facts.read import Entry, entries, read_toml
from groupkit.frozen import Frozen

if TYPE_CHECKING:
    from groupkit.group import Group

Severity = Literal["error", "warning", "note"]
Kind = Literal["answers", "always", "document"]

SEVERITIES = ("error", "warning", "note")
KINDS = ("answers", "always", "document")


class Variant(Frozen):
    """Another wording of a rule, for when the predicate asks for it; the rest is the rule's own unless given."""

    message: str
    severity: Severity
    reason: str
    sources: tuple[str, ...]


class Rule(Frozen):
    """A rule as rules.toml holds it."""

    id: str
    kind: Kind
    """`answers`: checked from them. `always`: said whenever it applies. `document`: a promise about the papers."""
    severity: Severity
    applies_to: frozenset[str]
    """Forms, or `all`."""
    keys: tuple[str, ...]
    """The answers to look at."""
    message: str
    reason: str
    sources: tuple[str, ...]
    """Ids of the register's sources."""
    figure: str
    """The series of the register that the message rests on; may be empty."""
    stale: str
    """What is said instead when the figure does not cover the day."""
    why_unchecked: str
    """For a promise about the papers: why answers cannot show it, and how it is kept."""
    organisation: bool
    """Whether it is said to an organisation too, which has no form, members or committee among the answers."""
    variants: Mapping[str, Variant]

    def __hash__(self) -> int:
        return hash(self.id)  # a mapping among the fields cannot be hashed

    def applies(self, form: str) -> bool:
        """Whether the rule is about a group of this form."""
        return "all" in self.applies_to or form in self.applies_to


class Finding(Frozen):
    """What a rule has to say about a group."""

    id: str
    severity: Severity
    message: str
    """What is wrong and what to do, in plain words."""
    reason: str
    sources: tuple[str, ...]
    keys: tuple[str, ...]
    """The answers to look at, such as `committee.quorum`."""

    @property
    def source(self) -> str:
        """Where the rule comes from, as text: title and publisher of each source."""
        register = Register.load()
        return "; ".join(register.source(id).line for id in self.sources)

    @property
    def problem(self) -> str:
        """The message with the answers to look at before it: `committee.min, committee.max: ...`."""
        return f"{', '.join(self.keys)}: {self.message}" if self.keys else self.message

    def __str__(self) -> str:
        return self.message


class Hit(Frozen):
    """What a predicate gives back when its rule has something to say."""

    values: Mapping[str, object]
    """What fills the message's places."""
    variant: str = ""


def hit(variant: str = "", /, **values: object) -> Hit:
    """The rule has something to say; with these values in its message, or in that of a variant."""
    return Hit(values, variant)


class Case(Frozen):
    """What a predicate looks at: the answers and the day, with the last known value of the rule's figure."""

    group: Group
    on: date
    figure: Decimal = Decimal(0)


Predicate = Callable[[Case], Hit | None]
PREDICATES: dict[str, Predicate] = {}


def rule(id: str) -> Callable[[Predicate], Predicate]:
    """Tie a predicate to the rule of that id. It gives a Hit when the rule has something to say, else nothing."""

    def register(predicate: Predicate) -> Predicate:
        if id in PREDICATES:
            raise ValueError(f"Rule {id} has two predicates.")
        PREDICATES[id] = predicate
        return predicate

    return register


def load_rules(folder: Traversable | None = None) -> Mapping[str, Rule]:
    """Every rule by id, in the order of the file.

    Raises:
        FactError: when rules.toml is malformed, naming the rule.
    """
    return _packaged() if folder is None else _read(folder)


@cache
def _packaged() -> Mapping[str, Rule]:
    return _read(package_files.files("groupkit.rules"))


def _read(folder: Traversable) -> Mapping[str, Rule]:
    found = entries("rules.toml", read_toml(folder, "rules.toml"), "rule")
    return {id: _parse(entry) for id, entry in found.items()}


def _parse(entry: Entry) -> Rule:
    usual = Rule(
        id=entry.text("id"),
        kind=entry.choice("kind", KINDS),
        severity=entry.choice("severity", SEVERITIES),
        applies_to=frozenset(entry.texts("applies_to")),
        keys=entry.texts("keys"),
        message=entry.text("message"),
        reason=entry.text("reason"),
        sources=entry.texts("sources"),
        figure=entry.text("figure", ""),
        stale=entry.text("stale", ""),
        why_unchecked=entry.text("why_unchecked", ""),
        organisation=entry.flag("organisation", False),
        variants={},
    )
    variants = {name: _variant(part, usual) for name, part in entry.tables("variants").items()}
    entry.done()
    return usual.replace(variants=variants)


def _variant(entry: Entry, usual: Rule) -> Variant:
    made = Variant(
        message=entry.text("message"),
        severity=entry.choice("severity", SEVERITIES) if entry.has("severity") else usual.severity,
        reason=entry.text("reason", usual.reason),
        sources=entry.texts("sources", usual.sources),
    )
    entry.done()
    return made
