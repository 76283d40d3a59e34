"""Proves of three hundred unlike packs that they keep what the rules promise and are no larger than need be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from helpers import matrix
from helpers.groups import ON
from helpers.papers import RULES, Paper, tell

from groupkit import Group, build
from groupkit.group.form import OFFICIAL_MODEL, WITHOUT_MONEY
from groupkit.pack import Pack

Condition = Callable[[Group], bool]

PROMISED: tuple[tuple[str, str, Condition, str], ...] = (
    ("U07", "constitution", lambda g: g.committee.chairs == "co-chairs", "agree in writing which of them runs each"),
    ("U11", "constitution", lambda g: True, "because they are unwell, in hospital or in crisis"),
    ("U11", "house-rules", lambda g: True, "because they are unwell, in hospital or in crisis"),
    ("U11", "terms-of-reference", lambda g: True, "Being unwell never costs anyone their place"),
    ("M12", "constitution", lambda g: True, "People who join this way count towards the quorum"),
    ("M12", "terms-of-reference", lambda g: g.meetings.how != "in-person", "People who join online or by phone count"),
    ("M14", "constitution", lambda g: True, "written reasons and at least twenty-one (21) days' notice"),
    ("M14", "house-rules", lambda g: True, "reasons in writing and at least twenty-one (21) days' notice"),
    ("M15", "constitution", lambda g: not g.decisions.casting_vote, "If votes are equal, the proposal falls"),
    ("M15", "terms-of-reference", lambda g: g.decisions.casting_vote, "has a second vote, the casting vote"),
    ("B04", "constitution", lambda g: True, "Nobody may approve a payment to themselves"),
    ("B04", "house-rules", lambda g: True, "Nobody may approve a payment to themselves"),
    ("B07", "constitution", lambda g: True, "The group may not borrow money"),
    ("C02", "constitution", lambda g: g.form.is_charity, "charities with the same or similar aims. It may never go to"),
    ("C02", "official-model-answers", lambda g: g.form.is_charity, "a charity with the same or similar purposes"),
    ("C03", "constitution", lambda g: not g.form.is_charity, "similar aims. It may never go to members"),
    ("C04", "constitution", lambda g: g.form.is_charity, "No change may stop the group being a charity"),
    ("C12", "constitution", lambda g: g.form.kind == "charity_association_s", "at least forty-two (42) days before"),
    ("C12", "official-model-answers", lambda g: g.form.is_scio, "OSCR at least forty-two (42) days before"),
    (
        "C13",
        "constitution",
        lambda g: g.form.kind == "charity_association_ew",
        "the Charity Commission's consent first",
    ),
    ("C13", "official-model-answers", lambda g: g.form.is_cio, "need the Charity Commission's consent first"),
    ("C14", "official-model-answers", lambda g: g.form.is_cio, "version of 1 November 2023 or later"),
    ("C16", "constitution", lambda g: True, "None may choose more than a minority of the"),
    ("D01", "privacy-notice", lambda g: True, "Information Commissioner's Office"),
    ("D02", "privacy-notice", lambda g: True, "only with your explicit consent"),
    ("D05", "privacy-notice", lambda g: True, "How long"),
    ("D07", "constitution", lambda g: True, "Nobody's address is shared with other members"),
    ("D11", "constitution", lambda g: True, "three limits: a risk of serious harm, a child or an adult at risk"),
    ("D11", "terms-of-reference", lambda g: True, "three limits: a risk of serious harm, a child or an adult at risk"),
    ("D11", "group-agreement", lambda g: True, "three limits: a risk of serious harm, a child or an adult at risk"),
)
"""What the rules promise of the papers: the rule, the paper, the groups it is promised to, and the words."""


def test_the_papers_keep_what_the_rules_promise(papers: list[Paper]) -> None:
    met: Counter[tuple[str, str]] = Counter()

    def faults() -> Iterator[tuple[str, Paper]]:
        for paper in papers:
            for rule, name, condition, words in PROMISED:
                if name == paper.name and condition(paper.group):
                    met[rule, name] += 1
                    if words not in paper.text:
                        yield f"{rule}: {words!r} is not in {name}", paper

    tell(faults())
    assert all(met[rule, name] for rule, name, _, _ in PROMISED)


def test_every_group_with_a_host_has_an_agreement_with_it(packs: list[Pack]) -> None:
    for pack in packs:
        if pack.group.pack.kind == "full":
            assert ("host-agreement" in pack) == bool(pack.group.host.name), pack.group.form.kind


def test_each_form_has_its_own_kind_of_rules_and_no_other(packs: list[Pack]) -> None:
    for pack in packs:
        found = {each.name for each in pack} & {*RULES}
        kind = pack.group.form.kind
        if pack.group.pack.kind == "organisation":
            assert found == set()
        elif kind in OFFICIAL_MODEL:
            assert found == {"official-model-answers", "house-rules"}, kind
        else:
            assert found == {"terms-of-reference" if kind in WITHOUT_MONEY else "constitution"}, kind


def test_a_starter_pack_is_small_and_holds_the_four_papers_of_the_card(packs: list[Pack]) -> None:
    for pack in packs:
        if pack.group.pack.kind == "organisation":
            continue
        names = {each.name for each in pack}
        assert names >= {"start-here", "payment-policy", "resource-list"}
        assert names >= {"agenda-first-meeting", "agenda-ordinary-meeting", "agenda-partner-meeting"}
        assert names & {*RULES}
        if pack.group.pack.kind == "starter":
            assert len(names) <= 8, (pack.group.form.kind, sorted(names))
        else:
            assert len(names) > 20
            assert names & {"agenda-agm", "agenda-yearly-review"}


@pytest.mark.office
def test_the_constitution_of_a_small_group_has_six_pages_at_most(
    to_pdf: Callable[[Mapping[str, bytes]], Mapping[str, Path]], pages_of: Callable[[Path], int]
) -> None:
    """In the standard house style, for each form and nation; with every option taken it may be seven."""
    busy: dict[str, Any] = {
        "members.groups": True,
        "members.allies": True,
        "members.youngest": 16,
        "members.joining": "committee",
        "committee.chairs": "co-chairs",
        "committee.co_opted": 1,
        "committee.people": matrix.PEOPLE,
        "meetings.how": "mixed",
        "meetings.interpreter": "British Sign Language",
        "host.name": "Bridge House",
        "payments.committee_payments": "involvement",
    }
    made = {
        f"{kind} {nation} {fill}": build(matrix.allowed(kind, nation, {"members.now": 8} | answers), date=ON)[
            "constitution"
        ].docx
        for kind, nation in matrix.WHERE
        if kind not in (*OFFICIAL_MODEL, *WITHOUT_MONEY)
        for fill, answers in (("usual", {}), ("busy", busy))
    }
    pages = {name: pages_of(pdf) for name, pdf in to_pdf(made).items()}
    most = {"usual": 6, "busy": 7}
    assert {name: count for name, count in pages.items() if count > most[name.split()[-1]]} == {}
