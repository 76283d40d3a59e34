"""[form]: what the group is in law."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from .answers import Values, answer, answers_class
from .kinds import Choice, Day, YesNo

if TYPE_CHECKING:
    from .model import Group

FORMS = {
    "informal_tor": "Informal group: a page of agreed rules, no money of its own",
    "hosted_group": "Hosted group: a charity, council or NHS body holds the money",
    "unincorporated_association": "Association: own rules and bank account, not a charity",
    "small_charity_unregistered": "Small charity: income too small for the register (England and Wales)",
    "charity_association_ew": "Registered charity, association (England and Wales)",
    "charity_association_s": "Registered charity, voluntary association (Scotland)",
    "charity_association_n": "Registered charity, association (Northern Ireland)",
    "cio_association": "CIO where the members vote (England and Wales)",
    "cio_foundation": "CIO where only the trustees are members (England and Wales)",
    "scio_two_tier": "SCIO where the members elect the trustees (Scotland)",
    "scio_single_tier": "SCIO where only the trustees are members (Scotland)",
    "cic": "Community interest company",
}
"""The forms a group can take; the ids are those of the register of facts."""

_ENGLAND_AND_WALES = frozenset(
    {"small_charity_unregistered", "charity_association_ew", "cio_association", "cio_foundation"}
)
_SCOTLAND = frozenset({"charity_association_s", "scio_two_tier", "scio_single_tier"})
_NORTHERN_IRELAND = frozenset({"charity_association_n"})

CHARITIES = _ENGLAND_AND_WALES | _SCOTLAND | _NORTHERN_IRELAND
CIOS = frozenset({"cio_association", "cio_foundation"})
SCIOS = frozenset({"scio_two_tier", "scio_single_tier"})
WITHOUT_MONEY = frozenset({"informal_tor", "hosted_group"})
OFFICIAL_MODEL = CIOS | SCIOS | {"cic"}


def exists_in(kind: str, nation: str) -> bool:
    """Whether a form can be had in a nation."""
    if kind in _ENGLAND_AND_WALES:
        return nation in ("england", "wales")
    if kind in _SCOTLAND:
        return nation == "scotland"
    return nation == "northern-ireland" if kind in _NORTHERN_IRELAND else True


def _offered(group: Group, kind: str) -> bool:
    return exists_in(kind, group.group.nation)


@answers_class
class Form(Values):
    """What the group is in law, and what it plans that bears on that."""

    kind: str = answer(
        "What kind of group is it, or will it be?",
        Choice(FORMS, offered=_offered),
        default="unincorporated_association",
        help="An association fits most small groups: it can have a bank account and ask for grants. If you are only "
        "trying out, be informal for now. If someone else will hold the money, be hosted.",
        example="unincorporated_association",
        ask="always",
    )
    charitable_aims: str = answer(
        "Are all of your aims charitable?",
        Choice({"yes": "Yes, all of them", "no": "No", "not-sure": "We are not sure"}),
        default="not-sure",
        help="Better mental health for the public is. Helping only your own members, or campaigning for its own sake, "
        "is not. Where all are, charity law may apply.",
        example="not-sure",
    )
    staff_or_lease: bool = answer(
        "Do you plan to employ someone or rent a building?",
        YesNo(),
        default=False,
        help="Then a form that is a legal person of its own is safer for the committee.",
        example="no",
    )
    adopted: date | None = answer(
        "When were the rules adopted, if they have been?",
        Day(),
        default=None,
        help="Leave it out if the meeting is still to come: the paper then has a line for the date.",
        example="2026-10-13",
    )

    @property
    def is_charity(self) -> bool:
        """Whether this form is a charity."""
        return self.kind in CHARITIES

    @property
    def is_cio(self) -> bool:
        """Whether this form is a charitable incorporated organisation."""
        return self.kind in CIOS

    @property
    def is_scio(self) -> bool:
        """Whether this form is a Scottish charitable incorporated organisation."""
        return self.kind in SCIOS

    @property
    def is_hosted(self) -> bool:
        """Whether a host holds the money."""
        return self.kind == "hosted_group"

    @property
    def has_official_model(self) -> bool:
        """Whether the law or the regulator asks for an official constitution."""
        return self.kind in OFFICIAL_MODEL
