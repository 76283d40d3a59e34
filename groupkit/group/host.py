"""[host]: who lends a room or holds the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answers import Values, answer, answers_class
from .kinds import Choice, Many, Text, YesNo

if TYPE_CHECKING:
    from .model import Group


def _hosted(group: Group) -> bool:
    return group.form.kind == "hosted_group"


def _named(group: Group) -> bool:
    return bool(group.host.name)


@answers_class
class Host(Values):
    """The organisation that hosts the group, if there is one."""

    name: str = answer(
        "Who is your host?",
        Text(),
        default="",
        help="The organisation that holds your money or lends you a room. A hosted group has to name it.",
        example="Riverside Community Trust",
        ask="always",
        when=_hosted,
    )
    kind: str = answer(
        "What kind of organisation is your host?",
        Choice(
            {
                "charity": "A charity",
                "council": "A council",
                "nhs": "An NHS or health and social care body",
                "university": "A university",
                "other": "Another organisation",
            }
        ),
        default="charity",
        example="charity",
        when=_named,
    )
    name_agreed: bool = answer(
        "Has the host agreed in writing that your name may hold its name?",
        YesNo(),
        default=False,
        help="Only matters if your name includes theirs.",
        example="no",
        when=_named,
    )
    gives: tuple[str, ...] = answer(
        "What does the host give you?",
        Many(Text(), commas=True),
        default=("a room",),
        example="a room; photocopying; two hours of staff time a week",
        when=_named,
    )
    staff_attend: bool = answer(
        "Does someone from the host come to meetings?",
        YesNo(),
        default=True,
        help="They can listen and speak. They do not vote.",
        example="yes",
        when=_named,
    )
    contact: str = answer(
        "Who is your contact at the host?",
        Text(),
        default="",
        example="Sam Price, community manager",
        when=_named,
    )
