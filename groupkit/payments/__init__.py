"""The planner: what planned work adds up to, and how that stands to the limits of benefits. Nothing is kept.

    from groupkit.payments import plan

    made = plan(
        [{"date": "2027-01-12", "hours": 2, "amount": 30, "paid_on": "2027-01-26"}],
        rules=["esa-ns", "uc"],
        nation="england",
        period_start=14,
    )
    for week in made.weeks:
        print(week.start, week.pay, [line.standing for line in week.lines])
    for finding in made.findings:
        print(finding.message)

It shows sums, limits, their dates and their sources. It never says what to do: that is for a benefits adviser.
"""

from __future__ import annotations

from groupkit.payments.activities import Activity, from_csv, from_toml, read_file
from groupkit.payments.findings import Finding
from groupkit.payments.measures import Measure
from groupkit.payments.paper import paper
from groupkit.payments.planning import Plan, plan
from groupkit.payments.standing import Line, Span

__all__ = [
    "Activity",
    "Finding",
    "Line",
    "Measure",
    "Plan",
    "Span",
    "from_csv",
    "from_toml",
    "paper",
    "plan",
    "read_file",
]
