"""[resources]: what is near the group, to stand in the resource list among ours."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from .answers import Values, answer, answers_class
from .kinds import Choice, Day, Text
from .tables import Tables

HEADINGS = {
    "start": "Start a group",
    "run": "Run the group",
    "be-paid": "Be paid for involvement",
    "be-heard": "Be heard and change services",
    "advice": "Get advice on benefits and money",
    "money": "Money for the group",
    "access": "Make it work for everyone",
    "safety": "Keep people safe",
    "someone-to-talk-to": "Someone to talk to now",
}
"""The headings of the resource list, as the register has them."""

_FRESH = timedelta(days=365)
"""How long an entry counts as checked."""
_SCHEME = r"(?i)[a-z][a-z0-9+.-]*://|www\.|(javascript|vbscript|data|file|mailto|tel):"
_WEB = r"(?i)https?://[^\s/?#@:\"<>\\^`{|}]+(:[0-9]{1,5})?([/?#][^\s\"<>\\^`{|}]*)?"


class Address(Text):
    """A web address, or a place where people can go."""

    noun = "an address"
    instead = "Write a place, or a web address such as https://www.riverside-advice.example."

    def read(self, value: object) -> str:
        """The address, without spaces at its ends; what looks like a web address has to be a whole one."""
        text = super().read(value)
        if re.match(_SCHEME, text) and not re.fullmatch(_WEB, web_address(text)):
            raise self.refuse(text)
        return text


def web_address(text: str) -> str:
    """The address with https:// in front, where people leave it out."""
    return f"https://{text}" if text.lower().startswith("www.") else text


@answers_class
class LocalResource(Values):
    """Something near that helps. It needs a title, what it is, a heading, and an address or a phone number."""

    title: str = answer("What is it called?", Text(lettered=True), example="Riverside Advice Centre")
    what: str = answer(
        "What does it do, in one sentence?",
        Text(longest=300, lettered=True),
        example="Free help with forms and debts.",
    )
    address: str = answer(
        "What is its web address, or where is it?",
        Address(longest=500),
        default="",
        example="https://www.riverside-advice.example",
    )
    phone: str = answer("What is its phone number?", Text(longest=100), default="", example="01632 960123")
    heading: str = answer("Under which heading should it stand?", Choice(HEADINGS), example="advice")
    cost: str = answer("What does it cost?", Text(longest=100), default="", example="free")
    checked: date | None = answer(
        "When did someone last check that this is right?",
        Day(),
        default=None,
        help="Without a date, the list says “check this”. After a year it says so again.",
        example="2027-01-12",
    )

    @property
    def web(self) -> str:
        """The web address; empty where there is none."""
        found = web_address(self.address)
        return found if re.fullmatch(_WEB, found) else ""

    @property
    def place(self) -> str:
        """Where people can go; empty where the address is one of the web."""
        return "" if self.web else self.address

    @property
    def review_on(self) -> date | None:
        """The day from which it must be checked again; None where nobody has checked it."""
        return self.checked + _FRESH if self.checked else None

    def check_this(self, on: date) -> bool:
        """Whether it may be printed on a day only with the words `check this`."""
        return self.review_on is None or self.review_on <= on


class LocalResources(Tables):
    """Entries, as `[[resources.local]]` tables, or as text: `Title | what it does | address or phone | heading`."""

    noun = "a list of local entries"
    instead = "Write [[resources.local]] with title, what, heading, and address or phone under it."
    model = LocalResource
    one = "an entry"
    such_as = 'Write a title, such as title = "Riverside Advice Centre".'

    def from_text(self, text: str) -> dict[str, str]:
        """Title, sentence, address or phone number, and heading, with `|` between them."""
        title, what, reach, heading = [*(part.strip() for part in text.split("|", 3)), "", "", ""][:4]
        key = "phone" if re.fullmatch(r"[+(]?[0-9][0-9 ()-]*", reach) else "address"
        return {"title": title, "what": what, key: reach, "heading": heading}

    def as_text(self, item: Any) -> str:
        """Title, sentence, address or phone number, and heading; the rest is left out."""
        return f"{item.title} | {item.what} | {item.address or item.phone} | {item.heading}"

    def faults(self, item: Any) -> list[tuple[str, str]]:
        """An entry that nobody can reach is no help."""
        if item.address or item.phone:
            return []
        return [("there is no address and no phone number.", 'Write one of them, such as phone = "01632 960123".')]


@answers_class
class Resources(Values):
    """What is near you, for the resource list. It stands there among ours, marked as yours."""

    local: tuple[LocalResource, ...] = answer(
        "What is near you that helps?",
        LocalResources(),
        default=(),
        help=(
            "Each entry is a [[resources.local]] table with title, what, heading, and address or phone. "
            "It may have cost and checked, too. Never name a private person. "
            "Headings are those of the resource list: " + ", ".join(HEADINGS) + "."
        ),
        example="Riverside Advice Centre | Free help with forms and debts. | 01632 960123 | advice",
        ask="never",
    )
