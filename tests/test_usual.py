"""The usual answers that are whole sentences come from the data of the templates, filled in with a group's words."""

from __future__ import annotations

import subprocess
import sys
from string import Formatter
from typing import Any

import pytest
from helpers.groups import group
from helpers.work import offer

from groupkit.usual import usual

MAY_NAME = {"people", "service", "area", "name"}


def texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for each in (value.values() if isinstance(value, dict) else value) for text in texts(each)]


@pytest.mark.parametrize("table", ["aims", "offer"])
def test_every_text_is_filled_in_from_known_names_only(table: str) -> None:
    found = texts(usual(table))
    assert len(found) >= 5
    for text in found:
        assert {name for _, name, _, _ in Formatter().parse(text) if name is not None} <= MAY_NAME


def test_the_aims_of_a_charity_and_of_another_group_are_those_of_the_file() -> None:
    for form, kind in (("informal_tor", "group"), ("cio_association", "charity")):
        made = group(group__people="survivors", group__area="{name}", form__kind=form)
        about = {"people": "survivors", "service": made.group.service, "area": "{name}"}
        assert made.group.aims == tuple(each.format(**about) for each in usual("aims")[kind])


def test_what_an_offer_says_of_costs_and_support_is_that_of_the_file() -> None:
    words = usual("offer")
    made = offer(of__support__quiet_space="yes", of__support__supporter="no", of__payments__who_pays="group")
    assert made.money.expenses == tuple(words["costs"])
    assert made.support.offered == (words["support"]["breaks"], words["support"]["quiet_space"])
    assert offer(of__payments__who_pays="group", of__payments__cash="yes").money.how == words["bank_or_cash"]
    assert offer(of__payments__who_pays="group", of__payments__cash="no").money.how == words["bank"]


def test_the_file_is_not_read_before_an_answer_is_worked_out() -> None:
    program = (
        "import sys, groupkit.group, groupkit.work.paying\n"
        "print([name for name in ('groupkit.usual', 'groupkit.templates', 'tomllib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
