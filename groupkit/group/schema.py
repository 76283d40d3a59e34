"""JSON Schema for `group.toml`, so that editors can help while someone writes it."""

from __future__ import annotations

from typing import Any

from .answers import Answer, Derived, Section
from .sections import SECTIONS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12. It knows single answers; the rules look across them."""
    return {
        "$schema": _DIALECT,
        "title": "Answers about a group (group.toml)",
        **_object({name: _section(section) for name, section in SECTIONS.items()}),
        "required": [name for name, section in SECTIONS.items() if _required(section)],
    }


def _section(section: Section) -> dict[str, Any]:
    described = _object({name: _answer(answer) for name, answer in section.answers.items()})
    required = _required(section)
    return {"title": section.title, **described, **({"required": required} if required else {})}


def _required(section: Section) -> list[str]:
    return [answer.name for answer in section.answers.values() if answer.required]


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _answer(answer: Answer) -> dict[str, Any]:
    about: dict[str, Any] = {"title": answer.question}
    usual = answer.default
    worked_out = f"If left out it is worked out {usual.how}." if isinstance(usual, Derived) else ""
    if description := f"{answer.help} {worked_out}".strip():
        about["description"] = description
    if not answer.required and not answer.derived and usual is not None:
        about["default"] = _plain(answer, usual)
    if answer.example:
        about["examples"] = [_plain(answer, answer.kind.read(answer.example))]
    return about | answer.kind.schema()


def _plain(answer: Answer, value: Any) -> Any:
    """A value as JSON can hold it."""
    written = answer.kind.toml(value)
    return written if isinstance(written, bool | int | list | str) else answer.kind.text(value)
