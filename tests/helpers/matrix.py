"""Three hundred and more unlike groups: every form in every nation, every size, every option of every answer.

The sets are worked out, not drawn: each answer has a column of its values, shuffled by a fixed seed, so that any two
options meet somewhere. Where a rule forbids what came together, the answers that the rule names go back to the usual.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from helpers.groups import NATIONS, ON

from groupkit import AnswersError, Group, rules
from groupkit.group.form import FORMS, exists_in

TIMES = 11
"""How many sets each form has in each nation."""

WHERE = [(form, nation) for form in FORMS for nation in NATIONS if exists_in(form, nation)]

USUAL = object()
"""Stands for an answer that is left out."""

SIZES = [*range(2, 65)]

PEOPLE = "Ann Jones (chair); Bo Li (treasurer); Cai Rees (secretary); Dee Roy"

AIMS = ["To make crisis care kinder.", "To help each other through hard weeks."]

OPTIONS: dict[str, list[Any]] = {
    "group.name": ["Riverside Voices", "Lleisiau’r Cwm", "Say & Do", "The 111 Steps Group"],
    "group.area": ["Riverside", "Leeds and the villages around it"],
    "group.short_name": [USUAL, "The Voices"],
    "group.meaning": [USUAL, "Voices of the valley"],
    "group.people": [USUAL, "survivors", "service users", "members with lived experience"],
    "group.experience": [USUAL, "hearing voices"],
    "group.service": [USUAL, "crisis care"],
    "group.aims": [USUAL, AIMS],
    "form.charitable_aims": [USUAL, "yes", "no"],
    "form.staff_or_lease": [False, True],
    "form.adopted": [USUAL, date(2026, 11, 3)],
    "host.name": [USUAL, "Bridge House"],
    "host.kind": ["charity", "council", "nhs", "university", "other"],
    "host.gives": [USUAL, ["a room", "photocopying", "two hours of staff time a week"]],
    "host.staff_attend": [True, False],
    "host.contact": [USUAL, "Sam Price"],
    "members.youngest": [18, 0, 14, 16],
    "members.carers": ["members", "own-group", "no"],
    "members.allies": [False, True],
    "members.groups": [False, True],
    "members.joining": ["open", "committee"],
    "members.fee": [USUAL, "5", "2.50"],
    "committee.word": [USUAL, "committee", "trustees"],
    "committee.chairs": ["chair", "co-chairs", "rotating"],
    "committee.officers": [USUAL, ["chair", "treasurer", "secretary", "outreach lead"], ["secretary"]],
    "committee.term_years": [1, 2, 3],
    "committee.lived_share": ["more-than-half", "three-quarters", "all"],
    "committee.others": [0, 1, 2],
    "committee.co_opted": [USUAL, 0, 1],
    "committee.meetings_a_year": [6, 1, 4, 12],
    "committee.youngest": [18, 16],
    "committee.people": [USUAL, PEOPLE],
    "decisions.style": ["consensus-then-vote", "vote"],
    "decisions.casting_vote": [False, True],
    "decisions.members_quorum": [USUAL, 6],
    "decisions.members_quorum_share": [USUAL, "1/4"],
    "decisions.notice_days": [USUAL, 14, 21, 28],
    "decisions.closing_notice_days": [USUAL, 28],
    "decisions.agm_gap_months": [15, 13],
    "decisions.special_number": [USUAL, 5],
    "decisions.change_share": [USUAL, "3/4"],
    "decisions.close_share": [USUAL, "3/4"],
    "decisions.staff_vote": [False, True],
    "meetings.start": ["14:00", "18:30", "11:00"],
    "meetings.length": [120, 60, 90, 180],
    "meetings.pattern": [USUAL, "first Monday of the month", "every two weeks on Thursday"],
    "meetings.first": [USUAL, date(2027, 2, 9)],
    "meetings.how": ["in-person", "online", "mixed"],
    "meetings.place": [USUAL, "The Old School"],
    "meetings.address": [USUAL, "12 Bridge Street"],
    "meetings.link": [USUAL, "https://example.org/our-meeting"],
    "meetings.phone": [USUAL, "01632 960123"],
    "meetings.papers_days": [7, 0, 1, 14],
    "meetings.partner": [USUAL, "Riverside Community Team"],
    "meetings.interpreter": [USUAL, "British Sign Language"],
    "meetings.agm_month": [USUAL, "October"],
    "meetings.refreshments": [True, False],
    "money.income_expected": [0, 800, 2000, 4000, 60000],
    "money.year_end": ["31 March", "31 August"],
    "money.signatories": [USUAL, 4],
    "money.signatories_needed": [2, 3],
    "money.lottery": [False, True],
    "money.bank": [USUAL, "Riverside Credit Union"],
    "payments.who_pays": [
        USUAL,
        "group",
        "partner-pays-person",
        "partner-pays-group",
        "expenses-only",
        "nothing",
    ],
    "payments.rate_hour": [USUAL, "15.50"],
    "payments.rate_meeting": [USUAL, "30"],
    "payments.days_to_pay": [14, 1, 28],
    "payments.cash": [True, False],
    "payments.committee_payments": ["expenses", "none", "involvement", "other"],
    "payments.review_months": [12, 1, 6],
    "payments.notice_cancel_days": [2, 0, 1, 7],
    "support.wellbeing": [USUAL, "Ann"],
    "support.safeguarding_lead": [USUAL, "Bo Li"],
    "support.safeguarding_deputy": [USUAL, "Cai Rees"],
    "support.information_lead": [USUAL, "Dev Shah"],
    "support.quiet_space": [True, False],
    "support.supporter": [True, False],
    "contact.name": [USUAL, "Ann"],
    "contact.email": [USUAL, "hello@example.org"],
    "contact.phone": [USUAL, "01632 960456"],
    "contact.address": [USUAL, "The Old School, Bridge Street"],
    "contact.website": [USUAL, "https://example.org"],
    "contact.complaints": [USUAL, "Cerys"],
    "pack.kind": ["full", "full", "full", "starter"],
    "pack.notes": [True, True, True, False],
}
"""The values of each answer that changes what the papers say."""

OFTEN_TAKEN_BACK = {
    "decisions.notice_days",
    "decisions.members_quorum",
    "decisions.special_number",
    "money.signatories",
    "committee.officers",
    "committee.others",
    "committee.co_opted",
    "group.aims",
    "pack.kind",
}
"""Answers that rules or other answers often put back to the usual, so that not every pair of their values meets."""

COMMITTEES: list[dict[str, int]] = [
    {},
    {},
    {"committee.min": 2, "committee.max": 2, "committee.quorum": 2},
    {"committee.min": 3, "committee.max": 3, "committee.quorum": 2},
    {"committee.min": 3, "committee.max": 12, "committee.quorum": 3},
    {"committee.min": 5, "committee.max": 6, "committee.quorum": 4},
    {"committee.min": 9, "committee.max": 15, "committee.quorum": 7},
    {"committee.min": 21, "committee.max": 64, "committee.quorum": 20},
]


def sets(times: int = TIMES) -> list[Group]:
    """Give the groups: each form in each nation so many times, then an organisation or two in each nation."""
    where = [place for _ in range(times) for place in WHERE]
    columns = {key: _column(key, values, len(where)) for key, values in (OPTIONS | {"": COMMITTEES}).items()}
    columns["members.now"] = _column("members.now", SIZES, len(where))
    return [allowed(form, nation, _row(columns, number)) for number, (form, nation) in enumerate(where)]


def organisations() -> list[Group]:
    """Give the organisations: each nation, with each way of paying."""
    return [
        Group.from_answers(
            {"group.name": "Bridge House", "group.area": "Leeds", "group.nation": nation, "pack.kind": "organisation"}
            | {"payments.who_pays": who_pays, "meetings.papers_days": days, "payments.notice_cancel_days": days}
        )
        for nation in NATIONS
        for who_pays, days in (("group", 7), ("partner-pays-person", 0), ("expenses-only", 1), ("nothing", 14))
    ]


def option(group: Group, key: str) -> str:
    """Give which option of an answer a group has, as a word to compare."""
    return "usual" if USUAL in OPTIONS[key] and key not in group.given else str(group.value(key))


def _column(key: str, values: list[Any], length: int) -> list[Any]:
    """Give the values of one answer for every set: each as often as the others, in an order of its own."""
    column = [values[number % len(values)] for number in range(length)]
    random.Random(f"groupkit {key}").shuffle(column)
    return column


def _row(columns: dict[str, list[Any]], number: int) -> dict[str, Any]:
    row = {key: column[number] for key, column in columns.items() if key and column[number] is not USUAL}
    return row | columns[""][number]


def allowed(form: str, nation: str, answers: dict[str, Any]) -> Group:
    """Make the group; answers that a rule forbids together are taken back, those of the first error first."""
    answers = {"group.name": "Riverside Voices", "group.area": "Riverside"} | answers
    fixed = {"group.nation": nation, "form.kind": form}
    if form == "hosted_group":
        answers.setdefault("host.name", "Bridge House")
    while True:
        group = Group.from_answers(answers | fixed)
        wrong = next((each for each in rules.check(group, ON) if each.severity == "error"), None)
        if wrong is None:
            return group
        taken = [key for key in _looked_at(wrong.keys) if key in answers]
        if not taken:
            raise AnswersError(f"{form} in {nation}: {wrong.message}")
        for key in taken:
            del answers[key]


def _looked_at(keys: tuple[str, ...]) -> Iterator[str]:
    """Give the answers to take back: sizes of the committee go together, and the number of members last of all."""
    sizes = ("committee.min", "committee.max", "committee.quorum")
    for key in keys:
        if key not in ("group.name", "group.nation", "form.kind", "members.now", "host.name"):
            yield from sizes if key in sizes else (key,)
