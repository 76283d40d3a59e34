"""[style]: how the papers look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answers import Values, answer, answers_class
from .kinds import HouseStyle, Text

if TYPE_CHECKING:
    from .model import Group

HOUSE_STYLES = {
    "standard": "Standard",
    "clear-print": "Clear print: 14 point, wide lines",
    "large-print": "Large print: 18 point",
    "high-contrast": "High contrast",
    "compact": "Compact: fewer pages",
}


def _has_logo(group: Group) -> bool:
    return bool(group.style.logo)


@answers_class
class Style(Values):
    """How the Word files look."""

    house_style: str = answer(
        "How should the papers look?",
        HouseStyle(HOUSE_STYLES),
        default="standard",
        help="You can also give the path of a Word file whose look you want.",
        example="clear-print",
    )
    logo: str = answer(
        "Is there a logo? Give the path of the picture.",
        Text(longest=1000),
        default="",
        example="logo.png",
    )
    logo_alt: str = answer(
        "What does the logo show?",
        Text(),
        default="",
        help="For people who do not see it.",
        example="A bridge over a river",
        when=_has_logo,
    )
