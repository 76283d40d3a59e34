"""Answers that are numbers: whole numbers, pounds, shares."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from .base import Kind, UnreadableError, shown

_UNITS = "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
seventeen eighteen nineteen twenty"
_NUMBER_WORDS = {word: number for number, word in enumerate(_UNITS.split())}
_SHARE_WORDS = {
    "half": Fraction(1, 2),
    "one half": Fraction(1, 2),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "one fifth": Fraction(1, 5),
    "one tenth": Fraction(1, 10),
    "all": Fraction(1),
}
_FINEST_SHARE = 1000


class Whole(Kind):
    """A whole number between two bounds; the words up to twenty are understood."""

    type = int
    noun = "a whole number"

    def __init__(self, least: int, most: int, pounds: bool = False, such_as: int | None = None) -> None:
        self.least = least
        self.most = most
        self.pounds = pounds
        self.such_as = such_as if such_as is not None else min(max(least, 3), most)

    def read(self, value: object) -> int:
        """The number."""
        number = self._number(value)
        if number is None:
            raise self.refuse(value, f"Write a number such as {self.such_as}.")
        if not self.least <= number <= self.most:
            wrong = f"less than {self.least}" if number < self.least else f"more than {self.most}"
            instead = f"Write a number from {self.least} to {self.most}."
            raise UnreadableError(f"{shown(value)} is {wrong}.", instead)
        return number

    def _number(self, value: object) -> int | None:
        if isinstance(value, bool):
            return None
        if isinstance(value, int):
            return value
        if not isinstance(value, str):
            return None
        text = _without_signs(value) if self.pounds else value.strip()
        if re.fullmatch(r"-?[0-9]{1,18}", text):
            return int(text)
        return _NUMBER_WORDS.get(text.casefold())

    def toml(self, value: Any) -> Any:
        """The number itself."""
        return value

    def schema(self) -> dict[str, Any]:
        """An integer between the bounds, or text."""
        return {
            "anyOf": [
                {"type": "integer", "minimum": self.least, "maximum": self.most},
                {"type": "string", "pattern": "[0-9A-Za-z]"},
            ]
        }


class Pounds(Kind):
    """An amount in pounds, exact to the penny."""

    type = Decimal
    noun = "an amount in pounds"
    instead = "Write an amount such as 12.50."

    def __init__(self, most: int = 10_000) -> None:
        self.most = most

    def read(self, value: object) -> Decimal:
        """The amount; `£` and commas between thousands are understood."""
        amount = self._amount(value)
        if amount is None or not amount.is_finite():
            raise self.refuse(value)
        if not 0 <= amount <= self.most:
            raise UnreadableError(f"{shown(value)} is not between 0 and {self.most} pounds.", self.instead)
        pennies = amount.quantize(Decimal("0.01"))
        if pennies != amount:
            raise UnreadableError(f"{shown(value)} is not a whole number of pence.", self.instead)
        return Decimal(int(amount)) if amount == int(amount) else pennies

    def _amount(self, value: object) -> Decimal | None:
        if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
            return None
        if isinstance(value, int):
            return Decimal(value) if abs(value) < 10**15 else Decimal(10**15)
        text = _without_signs(str(value))
        if not isinstance(value, Decimal | float) and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", text):
            return None
        try:
            amount = Decimal(text)
        except InvalidOperation:
            return None
        # An exponent of thousands would make the arithmetic below give up.
        return amount if not amount.is_finite() or abs(amount.adjusted()) < 15 or not amount else Decimal("NaN")

    def toml(self, value: Any) -> Any:
        """The amount itself: a number in `group.toml`."""
        return value

    def schema(self) -> dict[str, Any]:
        """A number, or text."""
        return {"anyOf": [{"type": "number", "minimum": 0, "maximum": self.most}, {"type": "string"}]}


class Share(Kind):
    """A share of people or votes, more than none and at most all."""

    type = Fraction
    noun = "a share"
    instead = "Write a share such as 2/3."

    def read(self, value: object) -> Fraction:
        """The share, from `2/3`, `75%`, `0.75` or words such as `two thirds`."""
        share = value if isinstance(value, Fraction) else self._share(value)
        if share is None:
            raise self.refuse(value)
        if not 0 < share <= 1:
            raise UnreadableError(f"{shown(value)} is not between none and all.", self.instead)
        if share.denominator > _FINEST_SHARE:
            raise UnreadableError(f"{shown(value)} is too fine a share.", self.instead)
        return share

    def _share(self, value: object) -> Fraction | None:
        if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
            return None
        text = str(value).strip().casefold() if not isinstance(value, int) or abs(value) < 10**15 else "2"
        if known := _SHARE_WORDS.get(text.replace("-", " ")):
            return known
        if match := re.fullmatch(r"([0-9]{1,9}) ?/ ?([0-9]{1,9})", text):
            return Fraction(int(match[1]), int(match[2])) if int(match[2]) else None
        if match := re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?(%?)", text):
            return Fraction(match[1]) / (100 if match[2] else 1)
        return None

    def text(self, value: Any) -> str:
        """As a fraction: `2/3`."""
        return f"{value.numerator}/{value.denominator}"

    def schema(self) -> dict[str, Any]:
        """Text such as `2/3`, or a number."""
        return {"anyOf": [{"type": "string"}, {"type": "number", "exclusiveMinimum": 0, "maximum": 1}]}


def _without_signs(text: str) -> str:
    text = text.strip().removeprefix("£").strip()
    return text.replace(",", "") if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", text) else text
