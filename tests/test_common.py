"""Parts that all groups share are filled in once: nothing is lost by that, and nothing of a group is ever kept."""

from __future__ import annotations

import copy
from datetime import date

import pytest
from helpers.groups import NATIONS, ON, group
from hypothesis import given, settings, strategies as st
from jinja2 import TemplateError

from groupkit import build, common, templates
from groupkit.cited import Cited
from groupkit.facts import Register


def cited(nation: str = "england", on: date = ON) -> Cited:
    register = Register.load()
    return Cited(register.at(on, nation), register)


def test_a_kept_part_cites_what_it_cited_when_it_was_made() -> None:
    first, second = cited(), cited()
    assert common.common(first, "parts/limits.md") == common.common(second, "parts/limits.md")
    assert "esa-permitted-work" in first.figures
    assert list(second.figures) == list(first.figures)
    third, fourth = cited("wales"), cited("wales")
    assert common.common(third, "parts/standards.md") == common.common(fourth, "parts/standards.md")
    assert third.sources
    assert list(fourth.sources) == list(third.sources)


def test_a_part_is_filled_in_for_its_nation_its_day_and_what_it_is_about() -> None:
    made = {
        common.common(cited(nation, on), "parts/mileage.md") + common.common(cited(nation, on), "parts/limits.md")
        for nation in ("england", "scotland")
        for on in (ON, date(2031, 1, 1))
    }
    assert len(made) == 4
    headings = [each for each in Register.load().headings if each != "someone-to-talk-to"]
    lists = {common.common(cited(), "parts/resources.md", heading=each) for each in headings}
    assert len(lists) == len(headings)


def test_a_part_that_reads_answers_cannot_be_common() -> None:
    with pytest.raises(TemplateError, match="undefined"):
        common.common(cited(), "parts/helplines.md")


def test_documents_that_rest_on_the_same_have_the_same_list_of_sources() -> None:
    one, other = cited(), cited()
    for each in (one, other):
        each.fact("mileage-car")
    assert common.sources_list(one) == common.sources_list(other)
    other.cite(next(iter(Register.load().sources)))
    assert common.sources_list(one) != common.sources_list(other)


NAMES = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=30).map(lambda text: f"A{text}Z")


@settings(max_examples=15, deadline=None)
@given(names=st.tuples(NAMES, NAMES), nations=st.tuples(*[st.sampled_from(NATIONS)] * 2), notes=st.booleans())
def test_a_group_gets_the_same_bytes_whoever_came_before(
    names: tuple[str, str], nations: tuple[str, str], notes: bool
) -> None:
    def made(which: int) -> dict[str, bytes]:
        answers = {"group__name": names[which], "group__nation": nations[which], "pack__notes": notes or bool(which)}
        return build(group(**answers, meetings__place=names[1 - which]), date=ON).files

    before = made(0)
    made(1)
    assert made(0) == before


def test_nothing_of_one_group_reaches_the_papers_of_the_next() -> None:
    build(group(group__name="Xyzzy Voices", contact__name="Plugh", group__area="Frobozz"), date=ON, formats=["md"])
    after = build(group(group__name="Lough Side"), date=ON)
    text = "".join(each.markdown for each in after)
    assert not [word for word in ("Xyzzy", "Plugh", "Frobozz") if word in text]


def test_every_common_part_that_a_template_names_is_there() -> None:
    import re

    texts = [each.body for each in templates.documents()]
    named = {path for text in texts for path in re.findall(r'common\("([^"]+)"', text)}
    assert {"parts/limits.md", "parts/resources.md"} <= named
    assert all(templates.read(path) for path in named)


def test_what_is_made_later_can_be_copied_before_it_is_made() -> None:
    assert copy.copy(common.Later(lambda: "Tea")).upper() == "TEA"
    assert not hasattr(common.Later(lambda: "Tea"), "_private")
