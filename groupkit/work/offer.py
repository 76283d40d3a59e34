"""The offer of one piece of work: every answer, checked, with the usual ones worked out from the group's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar

import attrs

from ..errors import AnswersError
from ..group import Group, load, reading
from ..group.answered import Answered
from ..group.answers import Questions
from ..group.toml import fresh
from .activity import Support, When, Work
from .checks import problems
from .paying import PAID, Body, Money
from .people import NO_LIMB, Letter, Someone
from .questions import OFFER


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Offer(Answered):
    """The answers about one piece of work that a group's people are asked to do.

    Made from a file (`Offer.load`), from text (`Offer.from_toml`), from a mapping (`Offer.from_answers`), or from
    sections. All of them raise `AnswersError` with every problem found: answers that cannot be read, and answers that
    do not go together, such as a pay day before the work.
    """

    questions: ClassVar[Questions] = OFFER

    of: Group
    """The group that offers the work."""
    work: Work
    when: When = attrs.field(factory=When)
    money: Money = attrs.field(factory=Money)
    person: Someone = attrs.field(factory=Someone)
    support: Support = attrs.field(factory=Support)
    body: Body = attrs.field(factory=Body)
    letter: Letter = attrs.field(factory=Letter)
    given: frozenset[str] = attrs.field(default=frozenset(), eq=False, repr=False)
    """Full names of the answers that were given."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if found := problems(self):
            raise AnswersError(found)

    def _beside(self) -> Mapping[str, object]:
        return {"of": self.of}

    @classmethod
    def load(cls, path: str | PathLike[str], *, of: Group) -> Offer:
        """The offer whose answers are in this file. Raises `AnswersError` naming the file."""
        return cls.from_toml(load.read_file(Path(path)), of=of, where=str(path))

    @classmethod
    def from_toml(cls, text: str, *, of: Group, where: str = "") -> Offer:
        """The offer whose answers are in this text, as `offer.toml` has them; `where` names it in errors."""
        return cls.from_answers(load.parse(text, where), of=of, where=where)

    @classmethod
    def from_answers(cls, answers: Mapping[str, Any], *, of: Group, where: str = "") -> Offer:
        """The offer with these answers: sections of answers, or full names, with values or with plain text."""
        offer = cls._of(reading.read_answers(answers, where, OFFER), of=of)
        if found := problems(offer):
            raise AnswersError(found, where)
        return offer

    @classmethod
    def blank(cls, of: Group) -> Offer:
        """The offer of no work in particular: a pack's blank forms are filled in with it."""
        return cls._of({}, of=of)

    def to_toml(self) -> str:
        """The text of `offer.toml`: each answer as it stands now, so that later changes of the group leave it alone."""
        values = {key: self.value(key) for key in OFFER.answers}
        known = {key: value for key, value in values.items() if value not in (None, "", ())}
        return fresh(known, OFFER, self._beside())

    @property
    def days(self) -> list[tuple[date, date | None]]:
        """Each date of the work with the day on which it is paid, None where that is not known."""
        return list(zip_longest(self.when.dates, self.money.paid_on[: len(self.when.dates)]))

    @property
    def total(self) -> Decimal | None:
        """The amount for all dates; None as long as the amount or the dates are not known."""
        return self.money.amount * len(self.when.dates) if self.money.amount is not None and self.when.dates else None

    @property
    def paid(self) -> bool:
        """Whether people are paid for their time."""
        return self.of.payments.who_pays in PAID if self.money.amount is None else self.money.amount > 0

    @property
    def costs_paid(self) -> bool:
        """Whether people's costs are paid."""
        return bool(self.money.expenses)

    @property
    def from_the_group(self) -> bool:
        """Whether the group itself pays."""
        return self.body.name == self.of.group.name

    @property
    def has_limb(self) -> bool:
        """Whether the letter points to the service user rules."""
        return self.letter.limb != NO_LIMB
