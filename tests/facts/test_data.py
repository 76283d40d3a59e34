"""The data that comes with groupkit: whole, linked up, in plain words, and safe for each nation."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from groupkit.facts import NATIONS, Register
from groupkit.frozen import Frozen
from groupkit.group.form import CHARITIES, FORMS, OFFICIAL_MODEL, exists_in
from groupkit.rules import load_rules
from groupkit.templates import documents

REGISTER = Register.load()
NOT_PROSE = {"id", "address", "web", "regulator_address", "title", "confidence", "status", "heading"}


def texts(item: Frozen) -> Iterator[str]:
    for name, value in item.as_dict().items():
        if isinstance(value, str) and name not in NOT_PROSE:
            yield value


def items() -> list[Frozen]:
    return [
        *REGISTER.forms.values(),
        *REGISTER.nations.values(),
        *REGISTER.all_benefits.values(),
        *REGISTER.limbs.values(),
        *REGISTER.all_helplines.values(),
        *REGISTER.all_resources.values(),
        *REGISTER.all_standards.values(),
        *REGISTER.terms.values(),
    ]


def test_every_file_can_be_read() -> None:
    REGISTER.check()
    assert len(REGISTER.forms) == 12
    assert len(REGISTER.all_benefits) == 12
    assert len(REGISTER.all_resources) == 57
    assert len(REGISTER.all_helplines) == 12
    assert set(REGISTER.nations) == set(NATIONS)


@pytest.mark.parametrize("item", items(), ids=lambda item: f"{type(item).__name__}-{item.id}")
def test_words_are_plain_sentences_short_and_nothing_tells_how_it_was_looked_up(item: object) -> None:
    for text in texts(item):
        for sentence in re.split(r"(?<=[.!?;:])\s+", text):
            assert len(sentence.split()) <= 25, sentence
        assert not re.search(r"stored|seen|unverified|general knowledge|seed|suffer|copy read", text), text


def test_the_forms_are_those_that_answers_can_choose() -> None:
    assert set(REGISTER.forms) == set(FORMS)
    for form in REGISTER.forms.values():
        assert form.charity == (form.id in CHARITIES)
        assert form.official_model == (form.id in OFFICIAL_MODEL)
        assert set(form.nations) == {nation for nation in NATIONS if exists_in(form.id, nation)}
        assert form.threshold == "" or REGISTER.entry(form.threshold)
        assert form.label[0].isupper()


def test_each_nation_points_to_entries_that_exist_and_serve_it() -> None:
    for nation in REGISTER.nations.values():
        for id in (nation.local_support_resource, nation.benefits_adviser):
            assert nation.id in REGISTER.all_resources[id].nations
        for id in nation.helplines:
            assert nation.id in REGISTER.all_helplines[id].nations
        for id in nation.figures:
            assert nation.id in REGISTER.entry(id).nations


def test_every_helpline_that_can_be_printed_has_its_place_in_the_order_of_each_nation_it_serves() -> None:
    for nation in NATIONS:
        printed = [line.id for line in REGISTER.helplines(nation)]
        assert tuple(printed) == REGISTER.nation(nation).helplines
        assert printed[0] == "emergency"


def test_an_unverified_helpline_is_never_among_those_to_print() -> None:
    assert "saneline" in {line.id for line in REGISTER.helplines("england", unverified=True)}
    for nation in NATIONS:
        assert all(line.printable for line in REGISTER.helplines(nation))


def test_northern_ireland_has_no_111_and_no_equality_act() -> None:
    nation = REGISTER.nation("northern-ireland")
    for item in (nation, *REGISTER.helplines(nation.id, unverified=True)):
        for text in map(str, item.as_dict().values()):
            assert not re.search(r"\b111\b|Equality Act 2010|equalityhumanrights", text)


def test_each_nation_has_its_own_regulator_carer_benefit_and_voice() -> None:
    assert REGISTER.nation("scotland").carer_benefit == "Carer Support Payment"
    assert REGISTER.nation("wales").voice_body == "Llais"
    assert REGISTER.nation("northern-ireland").regulator_short == "CCNI"
    assert REGISTER.nation("scotland").regulator_short == "OSCR"


def test_resources_come_by_heading_only_for_the_nation_and_only_for_the_topics() -> None:
    order = list(REGISTER.headings)
    for nation in NATIONS:
        found = REGISTER.resources(nation)
        assert [order.index(resource.heading) for resource in found] == sorted(
            order.index(resource.heading) for resource in found
        )
        assert all(nation in resource.nations for resource in found)
    paid = REGISTER.resources("wales", ["benefits"])
    assert paid
    assert all("benefits" in resource.topics for resource in paid)
    assert REGISTER.resources("england", ["safety"]) == (REGISTER.all_resources["ann-craft-trust"],)


def test_the_resources_this_project_was_founded_on_are_all_there() -> None:
    founding = {resource.id for resource in REGISTER.all_resources.values() if resource.founding}
    assert founding >= {
        "nsun", "nsun-4pi", "shaping-our-lives", "my-voice-matters", "nice-ppip", "nihr-payment-public",
        "coproduction-collective-payments-benefits", "nihr-payment-researchers", "nihr-employment-tax-organisations",
        "scie-paying-people-benefits", "judy-scott-esa-guide", "on-our-own-terms", "mard",
    }  # fmt: skip


def test_an_unverified_resource_asks_to_be_checked() -> None:
    for resource in REGISTER.all_resources.values():
        assert resource.check_this == (resource.confidence == "unverified")


def test_benefits_are_those_of_the_nation_with_figures_that_hold_there() -> None:
    assert "ca" not in {benefit.id for benefit in REGISTER.benefits("scotland")}
    assert "csp" not in {benefit.id for benefit in REGISTER.benefits("wales")}
    for benefit in REGISTER.all_benefits.values():
        for id in benefit.figures:
            assert set(benefit.nations) <= set(REGISTER.entry(id).nations)
    assert not REGISTER.benefit("sp").printable


def test_every_source_is_used_by_something() -> None:
    used = {period.source.id for series in REGISTER.figures.values() for period in series.periods}
    for item in items():
        listed = getattr(item, "sources", ())
        used |= {source.id for source in listed}
        if (one := getattr(item, "source", None)) is not None:
            used.add(one.id)
    used |= {id for rule in load_rules().values() for id in rule.sources}
    for template in documents():
        used |= {*template.sources, *re.findall(r'cite\("([^"]+)"\)', template.body)}
    assert used == set(REGISTER.sources)


def test_every_address_is_a_web_address() -> None:
    addresses = [source.address for source in REGISTER.sources.values() if source.id != "OWN"]
    addresses += [series.look_up for series in REGISTER.figures.values()]
    addresses += [address for series in REGISTER.figures.values() for address in series.look_up_in.values()]
    addresses += [resource.address for resource in REGISTER.all_resources.values() if resource.id != "hascas-report"]
    for address in addresses:
        assert re.fullmatch(r"https?://\S+", address), address


def test_only_the_file_that_is_needed_is_read() -> None:
    code = (
        "from groupkit.facts import Register; r = Register.load(); assert not r._files; r.headings; "
        "assert list(r._files) == ['resources.toml'], r._files"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_register_is_loaded_once() -> None:
    assert Register.load() is Register.load()
