"""The resource list: everything for the group's nation and nothing else, and honest about what was not checked."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from groupkit import context as contexts, render, templates
from groupkit.document import blanks, number, parse, plain_text
from groupkit.document.blocks import Block, Document, Heading, Table
from groupkit.document.text import inline_text
from groupkit.facts import Register
from groupkit.group import Group

ON = date(2027, 1, 5)
NATIONS = ("england", "wales", "scotland", "northern-ireland")
REGISTER = Register.load()


@cache
def document(nation: str, wellbeing: str = "") -> Document:
    """The list as a tree."""
    group = Group.from_answers(
        {"group.name": "R", "group.area": "L", "group.nation": nation, "support.wellbeing": wellbeing}
    )
    template = next(each for each in templates.documents() if each.name == "resource-list")
    context = contexts.for_document(template, contexts.for_group(group, ON, []))
    text = render.render(template, context) + contexts.sources_part(context)
    return Document(blocks=number(parse(text, where="resource-list"), where="resource-list"))


@cache
def words(nation: str) -> str:
    return plain_text(document(nation))


def line(nation: str, title: str) -> str:
    """The entry of one resource."""
    return next(each for each in words(nation).splitlines() if each.startswith(title))


def blocks(nation: str) -> tuple[Block, ...]:
    return document(nation).blocks


@pytest.mark.parametrize("nation", NATIONS)
def test_someone_to_talk_to_comes_first_as_a_table_with_a_header_row(nation: str) -> None:
    first, second, third = blocks(nation)[:3]
    assert isinstance(first, Heading)
    assert first.level == 1
    assert plain_text(Document(blocks=(second,))).strip() == "Someone to talk to now"
    assert isinstance(third, Table)
    assert len(third.head) == 3
    assert third.title
    assert third.description


@pytest.mark.parametrize("nation", NATIONS)
def test_each_helpline_of_the_nation_is_in_the_table_and_no_other_is(nation: str) -> None:
    for helpline in REGISTER.all_helplines.values():
        serves = nation in helpline.nations and helpline.printable
        ways = [way for way in (helpline.phone, helpline.text) if way]
        rows = [each for each in words(nation).splitlines() if each.startswith(helpline.name + "\t")]
        assert len(rows) == (1 if serves else 0), helpline.id
        if serves:
            assert all(way.lower() in rows[0].replace("\xa0", " ").lower() for way in ways)
            assert helpline.email in rows[0]
            assert helpline.hours in rows[0]


def test_numbers_of_helplines_stay_in_one_piece_apart_from_a_prefix() -> None:
    row = next(each for each in words("northern-ireland").splitlines() if each.startswith("Lifeline\t"))
    assert "\t0808\xa0808\xa08000, or textphone 18001 0808\xa0808\xa08000\t" in row


@pytest.mark.parametrize("nation", NATIONS)
def test_addresses_of_helplines_stand_with_the_words_so_that_numbers_need_little_room(nation: str) -> None:
    (table,) = (each for each in blocks(nation) if isinstance(each, Table))
    assert not any("@" in inline_text(row[1]) for row in table.rows)


def test_nobody_in_northern_ireland_is_sent_to_111() -> None:
    assert "111" not in words("northern-ireland").split("Start a group")[0]


@pytest.mark.parametrize("nation", NATIONS)
def test_an_unverified_helpline_is_never_printed(nation: str) -> None:
    for helpline in REGISTER.all_helplines.values():
        if not helpline.printable:
            assert helpline.name not in words(nation)
            assert helpline.phone not in words(nation)


@pytest.mark.parametrize("nation", NATIONS)
def test_each_resource_of_the_nation_is_listed_under_its_heading_with_all_that_people_need(nation: str) -> None:
    headings = [plain_text(Document(blocks=(each,))).strip() for each in blocks(nation) if isinstance(each, Heading)]
    listed = REGISTER.resources(nation)
    assert len(listed) > 15
    for resource in listed:
        assert REGISTER.headings[resource.heading].title in headings
        entry = next(
            each for each in words(nation).splitlines() if each.startswith(resource.title) and resource.summary in each
        )
        for part in (resource.publisher, resource.cost, resource.year, resource.caution):
            assert part in entry, resource.id
        if resource.address:
            assert resource.address.split("://")[1].removeprefix("www.").rstrip("/") in entry


@pytest.mark.parametrize("nation", NATIONS)
def test_a_resource_of_another_nation_is_not_listed(nation: str) -> None:
    for resource in REGISTER.all_resources.values():
        if nation not in resource.nations:
            assert resource.summary not in words(nation), resource.id


@pytest.mark.parametrize("nation", NATIONS)
def test_what_is_unverified_archived_or_out_of_date_says_so_and_the_rest_does_not(nation: str) -> None:
    for resource in REGISTER.resources(nation):
        entry = line(nation, resource.title)
        assert ("check this" in entry) is resource.check_this, resource.id
        assert ("Archived:" in entry) is (resource.status == "archived"), resource.id
        assert ("Out of date." in entry) is (resource.status == "out-of-date"), resource.id


def test_no_entry_says_twice_what_it_costs() -> None:
    for resource in REGISTER.all_resources.values():
        for word in ("free", "fee", "charged", "money"):
            if re.search(rf"\b{word}\b", resource.cost):
                assert not re.search(rf"\b{word}\b.*(charged|cost)|^A fee|\b[Ff]ree\b", resource.caution), resource.id
                assert "free" not in resource.summary.lower().split(), resource.id


def test_the_list_speaks_of_nations_as_entries_for_all_of_the_uk_allow() -> None:
    assert "serves, or also serves, Northern Ireland" in words("northern-ireland")


def test_the_list_says_when_it_was_read_and_leaves_labelled_room_for_what_is_near() -> None:
    assert "as read in November 2026" in words("wales")
    assert [blank.label for blank in blanks(document("wales"))] == [
        "number and hours",
        "name, number and hours",
        "name and number",
    ]
    assert "Someone in the group to talk to: Ann" in plain_text(document("wales", wellbeing="Ann"))
