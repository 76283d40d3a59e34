"""Where the papers print a number that comes from an answer, so that the same answer can be looked for everywhere.

`PLACES` pairs a pattern with what stands there. In a pattern `#` is a number: "three (3)", "three" or "3"; `%` is a
share: "two thirds".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache
from math import ceil
from typing import Any

from groupkit import Group, words

_NUMBERS = {words.words(number): number for number in range(100)}
_SHARES = {
    words.share(Fraction(part, whole)): Fraction(part, whole)
    for whole in (2, 3, 4, 5, 8, 10, 20)
    for part in range(1, whole + 1)
}
_NUMBER = r"\b([A-Za-z]+(?:-[a-z]+)?(?: \(\d+\))?|\d+)"
_SHARE = "((?i:" + "|".join(sorted(_SHARES, key=len, reverse=True)) + "))"


def _needed_of_members(group: Group) -> int:
    share = ceil(group.members.now * group.decisions.members_quorum_share)
    return max(group.decisions.members_quorum, share)


PLACES: tuple[tuple[str, tuple[str | Callable[[Group], Any], ...]], ...] = (
    (r"For the (?:committee|trustees), it is #\.", ("committee.quorum",)),
    (r"quorum, which is #\.", ("committee.quorum",)),
    (r"At least # members? \(the quorum\)", ("committee.quorum",)),
    (r"Quorum of the (?:trustees|directors)\t#", ("committee.quorum",)),
    (r"Enough people to decide\? We need #", ("committee.quorum",)),
    (r"of us, and we need # to decide", ("committee.quorum",)),
    (
        r"The quorum is # members?, or % of the members",
        ("decisions.members_quorum", "decisions.members_quorum_share"),
    ),
    (
        r"must be there\)\t# members?, or % of the members",
        ("decisions.members_quorum", "decisions.members_quorum_share"),
    ),
    (r"How many we need: # members?, or % of", ("decisions.members_quorum", "decisions.members_quorum_share")),
    (r"With # members? it is #", ("members.now", _needed_of_members)),
    (r"we need at least # members?, or % of", ("decisions.members_quorum", "decisions.members_quorum_share")),
    (r"Name at least # people: fewer", ("committee.min",)),
    (r"At least # of them, the quorum, must sign", ("committee.quorum",)),
    (r"Every member must get at least # clear days?' notice", ("decisions.notice_days",)),
    (r"At least # clear days?: the day of sending", ("decisions.notice_days",)),
    (r"That gives # clear days?\.", ("decisions.notice_days",)),
    (r"Members then get # clear days?\.", ("decisions.notice_days",)),
    (r"Members must get at least # clear days?' notice", ("decisions.closing_notice_days",)),
    (r"There must be at least # \w+(?: members)?, and at most #\.", ("committee.min", "committee.max")),
    (r"There must be # (?:committee members|trustees)\.", ("committee.max",)),
    (r"fewest and most\tAt least # and at most #", ("committee.min", "committee.max")),
    (r"We choose from # to # people", ("committee.min", "committee.max")),
    (r"We elect # to # people", ("committee.min", "committee.max")),
    (r"The election of # to # ", ("committee.min", "committee.max")),
    (r"There must be at least #, all (?:trustees|committee members)", ("money.signatories",)),
    (r"# of # people who are not related", ("money.signatories_needed", "money.signatories")),
    (r"bank account, with # people who can sign", ("money.signatories",)),
    (r"[Ee]ach payment needs # ", ("money.signatories_needed",)),
    (r"# people approve each (?:one|payment)", ("money.signatories_needed",)),
    (r"at least # (?:times?|meetings?) a year", ("committee.meetings_a_year",)),
    (r"(?:They|People) serve for # years?", ("committee.term_years",)),
    (r"The first AGM must be within # months?", ("decisions.first_agm_months",)),
    (r"no more than # months? may pass between AGMs", ("decisions.agm_gap_months",)),
    (r"Longest time between AGMs\t# months?", ("decisions.agm_gap_months",)),
    (r"call one if # members? ask in writing, or % of", ("decisions.special_number", "decisions.special_share")),
    (r"change this constitution, by at least % of the votes", ("decisions.change_share",)),
    (r"close the group, by at least % of the votes", ("decisions.close_share",)),
    (r"that the notice named\. % of the votes must agree", ("decisions.change_share",)),
    (r"At least % of the votes cast must agree", ("decisions.change_share",)),
    (r"[Pp]apers (?:go out |come |reach us at least )?# days? (?:before|ahead)", ("meetings.papers_days",)),
    (r"real cost back within # days?", ("payments.days_to_pay",)),
    (r"at most # days? after the work", ("payments.days_to_pay",)),
    (r"on the day where we can, and within # days?", ("payments.days_to_pay",)),
    (r"We look again within # months?", ("payments.review_months",)),
    (r"less than # days? ahead, you get", ("payments.notice_cancel_days",)),
    (r"Membership is open to [^.]* aged # or over who", ("members.youngest",)),
    (r"I am a member[^\n]* aged # or over", ("committee.youngest",)),
    (r"except those from outside, and aged # or over", ("committee.youngest",)),
    (r"They must be members and aged # or over", ("committee.youngest",)),
)

_COMPILED = tuple((re.compile(each.replace("#", _NUMBER).replace("%", _SHARE)), keys) for each, keys in PLACES)
_PAIR = re.compile(r"\b([A-Za-z]+(?:-[a-z]+)?) \((\d{1,2})\)")


def printed(lines: Iterable[str], group: Group) -> Iterator[tuple[int, str, Any, Any]]:
    """Give each number that a paper prints at one of the places: which place, the words, the value, the answer."""
    for line in lines:
        for place, words_there, key, value in _in_line(line):
            yield place, words_there, value, group.value(key) if isinstance(key, str) else key(group)


@cache
def _in_line(line: str) -> tuple[tuple[int, str, str | Callable[[Group], Any], int | Fraction | str], ...]:
    """Give the numbers of one line; most lines stand in many papers."""
    return tuple(
        (place, found[0], key, _value(said))
        for place, (pattern, keys) in enumerate(_COMPILED)
        for found in pattern.finditer(line)
        for said, key in zip(found.groups(), keys, strict=True)
    )


def pairs(lines: Iterable[str]) -> Iterator[tuple[str, int | None, int]]:
    """Give each number in words with the figure in brackets after it: the words, their value, the figure."""
    for line in lines:
        yield from _pairs_in(line)


@cache
def _pairs_in(line: str) -> tuple[tuple[str, int | None, int], ...]:
    return tuple((word, _NUMBERS.get(word.lower()), int(figure)) for word, figure in _PAIR.findall(line))


def _value(said: str) -> int | Fraction | str:
    plain = said.split(" (")[0].lower()
    if plain.isdigit():
        return int(plain)
    return _SHARES.get(plain) or _NUMBERS.get(plain, said)
