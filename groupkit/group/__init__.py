"""The answers about a group: what there is to ask, and the answers once given.

`Group` holds them; `fields()` describes them, and whatever asks, documents or writes them is made from that.
"""

from __future__ import annotations

from .about import About
from .answers import Answer, Derived, Section
from .committee import Committee
from .contact import Contact
from .decisions import Decisions
from .form import Form
from .host import Host
from .meetings import Meetings
from .members import Members
from .model import Group
from .money import Money
from .pack import PackChoices
from .payments import Payments
from .person import Person
from .reading import read_answer, read_partly
from .resources import LocalResource, Resources
from .sections import fields, sections, texts
from .style import Style
from .support import Support

__all__ = [
    "About",
    "Answer",
    "Committee",
    "Contact",
    "Decisions",
    "Derived",
    "Form",
    "Group",
    "Host",
    "LocalResource",
    "Meetings",
    "Members",
    "Money",
    "PackChoices",
    "Payments",
    "Person",
    "Resources",
    "Section",
    "Style",
    "Support",
    "fields",
    "read_answer",
    "read_partly",
    "sections",
    "texts",
]
