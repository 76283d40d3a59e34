"""Groups for tests, made from few words."""

from datetime import date
from typing import Any

from groupkit import Group

ON = date(2027, 1, 5)
NATIONS = ("england", "wales", "scotland", "northern-ireland")


def group(**changes: Any) -> Group:
    """Make a group; `committee__quorum=3` sets `committee.quorum`."""
    answers: dict[str, Any] = {
        "group.name": "Riverside Voices",
        "group.area": "Riverside",
        "group.nation": "england",
    }
    answers.update({key.replace("__", ".", 1): value for key, value in changes.items()})
    return Group.from_answers(answers)
