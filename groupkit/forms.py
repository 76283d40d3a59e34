"""Choosing a form: which legal forms fit a group's answers, and why the others do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from groupkit import rules
from groupkit.facts import Fact, Register
from groupkit.facts.model import Form
from groupkit.words import listed

if TYPE_CHECKING:
    from groupkit.group import Group
    from groupkit.rules import Finding

_NOWHERE = "F01"
"""The rule that a form does not exist in a nation. It names every form that does: too long to say of each."""

_NOT_IN_NATION = (_NOWHERE, "F02")
"""Where a form does not exist, no other reason matters."""


@frozen
class FormChoice:
    """One form, judged by a group's answers."""

    form: Form
    why_not: tuple[str, ...]
    """Sentences; none when the form fits."""
    think_about: tuple[str, ...]
    """What the rules warn of in this form and not in every other."""
    threshold: str
    """The income line that bears on the form, as an amount; empty where there is none, or none in force."""
    here: bool
    """It exists in the group's nation."""
    chosen: bool
    """It is the form that the answers name."""

    @property
    def fits(self) -> bool:
        """Whether the group could take this form as its answers stand."""
        return not self.why_not


def choices(group: Group, on: date) -> tuple[FormChoice, ...]:
    """Judge each form by a group's answers on a day: those that fit first, then those of its nation, then the rest.

    A form that makes an error of the answers does not fit. What the rules say of every form alike, such as a quorum
    that cannot be met, is no reason against any of them and is left out. A group that has not found a host yet is
    judged as if it had one, or a hosted group would never be offered.
    """
    register = Register.load()
    found = {form.id: _findings(group, form, on) for form in register.forms.values()}
    here = register.forms_for(group.group.nation)
    common = set.intersection(*({each.message for each in found[form.id]} for form in here))
    judged = [
        _judged(group, form, on, [each for each in found[form.id] if each.message not in common])
        for form in register.forms.values()
    ]
    return tuple(sorted(judged, key=lambda each: (not each.fits, not each.here)))


def _findings(group: Group, form: Form, on: date) -> list[Finding]:
    """What the rules say of the group in this form."""
    changes = {"form.kind": form.id}
    if form.id == "hosted_group" and not group.host.name:
        changes["host.name"] = "your host"
    return rules.check(group.replace(changes), on)


def _judged(group: Group, form: Form, on: date, findings: Sequence[Finding]) -> FormChoice:
    nation = group.group.nation
    here = nation in form.nations
    errors = [each for each in findings if each.severity == "error"]
    if not here:
        errors = [each for each in errors if each.id in _NOT_IN_NATION]
    why_not = [_elsewhere(form) if each.id == _NOWHERE else each.message for each in errors]
    figure = Register.load().at(on, nation)[form.threshold] if form.threshold else None
    return FormChoice(
        form=form,
        why_not=tuple(why_not),
        think_about=tuple(each.message for each in findings if each.severity == "warning"),
        threshold=figure.amount if isinstance(figure, Fact) else "",
        here=here,
        chosen="form.kind" in group.given and group.form.kind == form.id,
    )


def _elsewhere(form: Form) -> str:
    names = [Register.load().nation(each).name for each in form.nations]
    return f"It is only for {listed(names)}."
