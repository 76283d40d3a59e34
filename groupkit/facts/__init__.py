"""The register of facts: figures, forms, nations, helplines and resources, each with its source and its dates.

`Register.load()` gives the one that comes with groupkit. Ask it what is in force on a date in a nation:

    facts = Register.load().at(date(2027, 1, 5), "england")
    facts["mileage-car"].text      # '55p a mile'
"""

from __future__ import annotations

from groupkit.facts.figures import Fact, FactsInForce, NotInForce, Period, Series
from groupkit.facts.model import NATIONS, Benefit, Form, Heading, Helpline, Limb, Nation, Resource, Source
from groupkit.facts.register import Register

__all__ = [
    "NATIONS",
    "Benefit",
    "Fact",
    "FactsInForce",
    "Form",
    "Heading",
    "Helpline",
    "Limb",
    "Nation",
    "NotInForce",
    "Period",
    "Register",
    "Resource",
    "Series",
    "Source",
]
