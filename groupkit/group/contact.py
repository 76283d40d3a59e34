"""[contact]: how to reach the group."""

from __future__ import annotations

from .answers import Values, Wording, answer, answers_class
from .kinds import Text


@answers_class
class Contact(Values):
    """How people reach the group. It is printed on papers that others will see."""

    name: str = answer(
        "Who can people contact about the group?",
        Text(),
        default="",
        help="A first name is enough. It will be printed. Leave it out if you do not know yet.",
        example="Ann",
        ask="always",
        to_organisations=Wording(question="Who can people contact about involvement?"),
    )
    email: str = answer(
        "Which email address can they write to?",
        Text(longest=254),
        default="",
        help="One that may be printed. An address for the group is better than your own.",
        example="hello@example.org",
        ask="always",
        to_organisations=Wording(help="One that may be printed. An address for the team is better than your own."),
    )
    phone: str = answer(
        "Which number can they ring?",
        Text(longest=100),
        default="",
        help="One that may be printed.",
        example="01632 960123",
    )
    address: str = answer(
        "Is there an address for post?",
        Text(),
        default="",
        example="12 Bridge Street, Riverside",
    )
    website: str = answer(
        "Is there a website?",
        Text(longest=500),
        default="",
        example="https://example.org",
    )
    complaints: str = answer(
        "Who can people complain to?",
        Text(),
        default="",
        help="Someone who will listen. Leave it out if you do not know yet.",
        example="Cerys Evans",
    )
