"""Choosing the documents of a pack: which apply to the group, which it asked for, and why the rest stay out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from groupkit import render, templates
from groupkit.errors import AnswersError
from groupkit.frozen import Frozen
from groupkit.group import Group, PackChoices
from groupkit.near import close_to
from groupkit.templates import Template


class LeftOut(Frozen):
    """A document that is not in the pack, and the reason in words for a person."""

    name: str
    reason: str


def choose(group: Group, context: Mapping[str, Any]) -> list[Template]:
    """Give the documents of the pack in reading order.

    A paper of the card is in whenever it applies, unless a starter pack of that form does without it. Any other is in
    when the pack's kind holds it, or it is asked for by name; `leave_out` wins over both. Raises AnswersError for a
    document that does not exist.
    """
    if wrong := problems(group):
        raise AnswersError(wrong)
    wanted = _wanted(group.pack, group.form.kind)
    return [each for each, applies in zip(wanted, render.applying(wanted, context), strict=True) if applies]


def left_out(group: Group, context: Mapping[str, Any]) -> list[LeftOut]:
    """Give the documents that `choose` leaves out of the pack, and why."""
    documents = templates.documents()
    found = zip(documents, render.applying(documents, context), strict=True)
    reasons = ((each.name, _why_not(each, group.pack, group.form.kind, applies)) for each, applies in found)
    return [LeftOut(name, reason) for name, reason in reasons if reason]


@lru_cache(maxsize=64)
def _wanted(answers: PackChoices, form: str) -> tuple[Template, ...]:
    """Give the documents that are in the pack if they apply to the group."""
    return tuple(each for each in templates.documents() if not _why_not(each, answers, form, applies=True))


def _why_not(template: Template, answers: PackChoices, form: str, applies: bool) -> str:
    """Give the reason a document stays out, or nothing when it is in."""
    if not _for_this_reader(template, answers.kind):
        return "It is for a group." if answers.kind == "organisation" else "It is for an organisation."
    if not applies:
        return template.why_not or "It is not meant for a group like yours."
    asked_for = template.name in answers.add or template.name in answers.documents
    if template.card and answers.kind == "starter" and form in template.later and not asked_for:
        return "It can wait: the starter pack stays small. Add it by name if you want it."
    if template.card:
        return ""
    if template.name in answers.leave_out:
        return "You left it out."
    if asked_for:
        return ""
    if answers.documents:
        return "It is not among the documents you asked for."
    if not set(template.sets) & set(templates.SETS):
        commands = " and ".join(f"groupkit {name}" for name in template.sets)
        return f"It is for one piece of work: {commands} makes it. Add it by name for a blank one."
    if answers.kind not in template.sets:
        return f"It is not in the {answers.kind} pack. Add it by name if you want it."
    return ""


def _for_this_reader(template: Template, kind: str) -> bool:
    """Tell whether a document is written for whoever reads the pack: a group, or an organisation that involves people.

    One that is in no pack, because a command makes it, suits both.
    """
    packs = set(template.sets) & set(templates.SETS)
    return not packs or (kind in packs if kind == "organisation" else packs != {"organisation"})


def problems(group: Group) -> list[str]:
    """Say which documents the answers name that do not exist, or that cannot be left out."""
    found = []
    for key in ("documents", "add", "leave_out"):
        for name in getattr(group.pack, key):
            known = {template.name: template for template in templates.documents()}
            if name not in known:
                near = close_to(name, known, 1)
                hint = f"Did you mean {near[0]}?" if near else "The command groupkit list has the names."
                found.append(f'pack.{key}: there is no document "{name}". {hint}')
            elif key == "leave_out" and known[name].card:
                found.append(f'pack.leave_out: "{name}" is in every pack. Take it off this list.')
    return found
