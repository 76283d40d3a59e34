"""Proves of three hundred unlike groups, and of each of their papers, what is promised of every paper.

Each test goes through all of them and names what is wrong with an example, so that one run shows everything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

import pytest
from helpers import matrix, numbers, readability
from helpers.groups import ON
from helpers.papers import RULES, Paper, said, tell

from groupkit import Group
from groupkit.document import blanks
from groupkit.document.blocks import Block, Clause, Heading, Ref, SignOff
from groupkit.document.text import children_of, inline_text, inlines_of
from groupkit.facts import Fact, Register
from groupkit.group.form import WITHOUT_MONEY
from groupkit.pack import Pack

GB_FORMS = ("unincorporated_association", *WITHOUT_MONEY)
SAMPLE = 8


# ---------------------------------------------------------------- the matrix itself


def test_the_matrix_is_wide_enough(packs: list[Pack]) -> None:
    groups = [pack.group for pack in packs if pack.group.pack.kind != "organisation"]
    assert len(groups) >= 300
    assert {(group.form.kind, group.group.nation) for group in groups} == set(matrix.WHERE)
    assert {group.members.now for group in groups} == set(range(2, 65))
    assert {group.committee.min for group in groups} >= {2, 3, 5, 9, 21}
    assert max(group.committee.max for group in groups) == 64
    assert {group.pack.kind for group in groups} == {"starter", "full"}


def test_every_option_is_met_often_and_every_pair_of_choices_meets(packs: list[Pack]) -> None:
    groups = [pack.group for pack in packs if pack.group.pack.kind != "organisation"]
    choices = [key for key in matrix.OPTIONS if key not in matrix.OFTEN_TAKEN_BACK]
    values = {key: [matrix.option(group, key) for group in groups] for key in choices}
    assert [key for key in choices if min(Counter(values[key]).values()) < 15 or len(set(values[key])) < 2] == []
    for one, other in combinations(choices, 2):
        met = set(zip(values[one], values[other], strict=True))
        assert len(met) == len(set(values[one])) * len(set(values[other])), (one, other)


# ---------------------------------------------------------------- each paper on its own

MARKS = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|\bNone\b(?! may\b)|\bTrue\b|\bFalse\b|\bFraction\(|\bDecimal\(|\bundefined\b|\]\("
)
ODD = re.compile(
    r"  |\(\)|\( | \)|\[\]|,,|,\.|\.,|;\.|:\.|\?\.|(?<!\.)\.\.(?!\.)| [.,;:?!](?=\s|$)|\.\w+ \. "
    r"|\b(?!had|that)([a-z]+) \1\b"
    r"|\ba (?:[aeiou](?<!u)|un(?!i))[a-z]*(?<!\bone)\b(?<!\ba one)(?<!\ba once)|\ban [b-dgj-np-tv-z][a-z]+",
)
UNITS = "(?:clear )?(?:days|months|years|weeks|hours|times|members|people|meetings)"
NUMBER_OF_ONE_OR_NONE = re.compile(rf"(?<![\w,.-])(?:one \(1\)|1|none|none \(0\)|0) {UNITS}\b")
SMALL_LETTER = re.compile(r"(?<!\b\w)(?<!\.)[.?!] [a-z]")


def line_faults(line: str) -> list[str]:
    return [fault for pattern in (MARKS, ODD, NUMBER_OF_ONE_OR_NONE, SMALL_LETTER) for fault in said(pattern, [line])]


@pytest.mark.parametrize(
    "line",
    [
        "We meet {{ day }}.",
        "We pay None a year.",
        "It is True that we meet.",
        "We meet , and talk.",
        "We meet. .",
        "We meet..",
        "We meet,, and talk.",
        "We  meet.",
        "We meet () here.",
        "We meet at at two.",
        "A member is a adult.",
        "This is a answer.",
        "This is an member.",
        "We pay within one (1) days.",
        "We pay within 1 days.",
        "Papers go out none (0) days before.",
        "Papers go out none days before.",
        "We meet. then we talk.",
        "Is it? yes.",
    ],
)
def test_the_checks_find_what_they_look_for(line: str) -> None:
    assert line_faults(line)


@pytest.mark.parametrize(
    "line",
    [
        "None may be shared out. We paid £12.50, once.",
        "A user of a service, a European, an hour, a one-off, an honest word.",
        "He said that that was all. Ask for a union, a unit or a useful thing.",
        "Ring 116 123 (free), e.g. at night. At 6.30pm we meet.",
        "Within 21 days, and 11 (eleven) months; £1 a day.",
    ],
)
def test_the_checks_leave_good_lines_alone(line: str) -> None:
    assert line_faults(line) == []


def test_no_line_has_leftover_marks_or_odd_punctuation_or_grammar(papers: list[Paper]) -> None:
    patterns = (MARKS, ODD, NUMBER_OF_ONE_OR_NONE, SMALL_LETTER)
    tell((fault, paper) for paper in papers for pattern in patterns for fault in said(pattern, paper.lines))


def test_markdown_has_no_leftover_marks(papers: list[Paper]) -> None:
    marks = re.compile(r"\{\{|\{%|%\}|\bUndefined\b|\]\(blank:|\]\(#\)|:::")
    for paper in papers[::SAMPLE]:
        assert not marks.search(paper.made.markdown), paper


def test_every_blank_says_what_goes_there(papers: list[Paper]) -> None:
    tell((str(each), paper) for paper in papers for each in blanks(paper.document) if len(each.label.strip(" .:?")) < 2)


def test_sentences_are_short_and_the_words_are_plain(papers: list[Paper]) -> None:
    def faults() -> Iterator[tuple[str, Paper]]:
        for paper in papers:
            prose = readability.prose(paper.document)
            yield from ((f"too long: {each}", paper) for each in readability.long_sentences(prose, 25))
            average, grade = readability.measure(prose)
            if average > 15:
                yield f"{paper.name}: {average:.1f} words in a sentence", paper
            if grade > (9 if paper.name in RULES else 7):
                yield f"{paper.name}: grade {grade:.1f}", paper

    tell(faults())


# ---------------------------------------------------------------- clauses


def clauses(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Give id and number in words of each heading and clause that has an id, counted anew."""
    heading = clause = 0
    for block in blocks:
        if isinstance(block, Heading) and block.number:
            heading, clause = heading + 1, 0
            assert block.number == str(heading)
            yield block.id, f"clause {heading}"
        elif isinstance(block, Heading) and block.id:
            yield block.id, f"“{inline_text(block.children)}”"
        elif isinstance(block, Clause):
            clause += 1
            assert block.number == f"{heading}.{clause}"
            yield block.id, f"clause {heading}.{clause}"
            for letter, child in zip("abcdefghijklmnop", _clauses_in(block), strict=False):
                yield child.id, f"clause {heading}.{clause}({letter})"


def _clauses_in(block: Block) -> list[Clause]:
    return [child for child in children_of(block) if isinstance(child, Clause)]


TYPED = re.compile(r"\bclauses? (\d+(?:\.\d+)?)")


def test_every_reference_points_to_the_clause_that_it_names(papers: list[Paper]) -> None:
    seen = 0
    for paper in papers:
        numbered = list(clauses(paper.document.blocks))
        places, numbers_there = dict(numbered), {words.removeprefix("clause ") for _, words in numbered}
        for block in paper.document.blocks:
            for inline in inlines_of(block):
                if isinstance(inline, Ref):
                    seen += 1
                    assert places[inline.target] == inline.text, paper
        for typed in said(TYPED, paper.body):
            assert TYPED.search(typed)[1] in numbers_there, (str(paper), typed)
    assert seen > 500


# ---------------------------------------------------------------- numbers


def test_numbers_are_those_of_the_answers_wherever_they_stand(papers: list[Paper]) -> None:
    met: Counter[int] = Counter()

    def faults() -> Iterator[tuple[str, Paper]]:
        for paper in papers:
            for place, words, value, answer in numbers.printed(paper.lines, paper.group):
                met[place] += 1
                if value != answer:
                    yield f"{words!r} but the answer is {answer}", paper

    tell(faults())
    assert [numbers.PLACES[place][0] for place in range(len(numbers.PLACES)) if not met[place]] == []


def test_a_number_is_the_same_in_words_and_figures(papers: list[Paper]) -> None:
    def faults() -> Iterator[tuple[str, Paper]]:
        for paper in papers:
            for word, value, figure in numbers.pairs(paper.lines):
                if value != figure:
                    yield f"{word} ({figure})", paper

    tell(faults())


def test_there_are_lines_for_as_many_signatures_as_the_papers_ask_for(papers: list[Paper]) -> None:
    for paper in papers:
        rows = [len(block.rows) for block in paper.document.blocks if isinstance(block, SignOff)]
        group = paper.group
        if paper.name == "constitution":
            assert rows[-1] >= max(2, group.committee.quorum), paper
        elif paper.name == "bank-account":
            assert rows[0] >= group.money.signatories, paper
        elif paper.name == "register-of-interests":
            assert rows[0] >= group.committee.max, paper


# ---------------------------------------------------------------- figures

AMOUNT = re.compile(r"£[\d,]+(?:\.\d\d)?|\b\d+p\b|\b\d+%")


@cache
def amounts_in(line: str) -> tuple[str, ...]:
    return tuple(AMOUNT.findall(line))


@cache
def sources_of(amount: str, nation: str) -> frozenset[str]:
    """Give who publishes the figures of the register that are printed like this."""
    facts = Register.load().at(ON, nation)
    found = [fact for fact in (facts[name] for name in facts) if isinstance(fact, Fact) and fact.printable]
    taper = facts["uc-taper"]
    assert isinstance(taper, Fact)
    also = {f"{taper.value}p".replace(".0", ""): taper}
    return frozenset(
        fact.source.publisher.replace("’", "'")
        for fact in [*found, *also.values()]
        if amount == fact.amount or also.get(amount) is fact
    )


def own_amounts(group: Group) -> set[str]:
    """Give the amounts that are the group's own answers."""
    from groupkit.words import pounds

    own = [group.members.fee, group.money.income_expected, group.payments.rate_hour, group.payments.rate_meeting]
    return {pounds(each) for each in own if each is not None}


def test_every_printed_amount_is_the_groups_own_or_has_its_source_beside_it(papers: list[Paper]) -> None:
    met: Counter[str] = Counter()

    def faults() -> Iterator[tuple[str, Paper]]:
        for paper in papers:
            for amount in {each for line in paper.body for each in amounts_in(line)} - own_amounts(paper.group):
                met[amount] += 1
                published = sources_of(amount, paper.group.group.nation)
                listed = "\n".join(paper.lines[len(paper.body) :])
                sourced = any(each in listed or f"Source: {each}" in paper.text for each in published)
                if not sourced and not (listed and amount.endswith("%")) and paper.name != "resource-list":
                    yield f"{paper.name}: {amount} of {sorted(published)}", paper

    tell(faults())
    assert len(met) > 8


# ---------------------------------------------------------------- what must and must not be there


def test_nothing_is_said_that_is_never_said(papers: list[Paper]) -> None:
    never = re.compile(
        r"\bsufferer|must be permitted|\bshall\b|mental disorder(?! *\")|\bcommitted suicide\b|of unsound mind"
        r"|\bthe mentally ill\b|\bmental patients?\b|vulnerable adult|service user engagement",
        re.IGNORECASE,
    )
    tell((found, paper) for paper in papers for found in said(never, paper.body))


def test_in_northern_ireland_no_paper_names_the_law_or_the_lines_of_great_britain(papers: list[Paper]) -> None:
    never = re.compile(
        r"Equality Act 2010|(?<!\d)(?<!The )111(?!\d)|\bOSCR\b|Charity Commission for England|\bthe council's\b"
    )
    tell(
        (found, paper)
        for paper in papers
        if paper.group.group.nation == "northern-ireland"
        for found in said(never, paper.lines if paper.name != "resource-list" else paper.body)
    )


def test_outside_northern_ireland_its_law_and_bodies_are_not_named(papers: list[Paper]) -> None:
    never = re.compile(r"political opinion|\bCCNI\b|\bPBNI\b|Section 75")
    tell(
        (found, paper)
        for paper in papers
        if paper.group.group.nation != "northern-ireland" and paper.name not in ("resource-list", "jargon-buster")
        for found in said(never, paper.body)
    )


def test_a_scottish_group_off_the_register_is_never_called_a_charity(papers: list[Paper]) -> None:
    called = re.compile(
        r"\b(?:we are|it is|is|as|become|our) (?:a |the )?(?:\w+ )?charit(?:y|ies)\b|\btrustees of the charity\b",
        re.IGNORECASE,
    )
    charity = re.compile(r"charit", re.IGNORECASE)
    tell(
        (found, paper)
        for paper in papers
        if paper.group.group.nation == "scotland"
        and paper.group.form.kind in GB_FORMS
        and paper.group.pack.kind != "organisation"
        and paper.name != "resource-list"
        for found in said(charity if paper.name in RULES else called, paper.body)
    )


def test_terms_of_reference_and_the_papers_beside_them_hold_no_bank_and_no_agm(papers: list[Paper]) -> None:
    never = {
        "terms-of-reference": r"\bbank\b|\bAGM\b|annual general meeting|general meeting|treasurer|signator|dissol",
        "group-agreement": r"\bbank\b|\bAGM\b|constitution",
        "start-here": r"open a bank account|\bAGM\b|constitution",
        "first-year-plan": r"\bbank account\b|\bAGM\b|constitution",
        "role-descriptions": r"\bbank\b|\bAGM\b|treasurer",
    }
    tell(
        (found, paper)
        for paper in papers
        if paper.group.form.kind in WITHOUT_MONEY and not paper.group.money.holds and paper.name in never
        for found in said(re.compile(never[paper.name], re.IGNORECASE), paper.body)
    )
