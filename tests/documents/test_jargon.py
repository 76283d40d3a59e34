"""The jargon buster: every short form that a pack prints is in it, for every form, nation and reader."""

from __future__ import annotations

import re
from functools import cache

import pytest
from helpers.groups import NATIONS, ON, group
from hypothesis import given, settings, strategies as st

from groupkit import build
from groupkit.document import plain_text
from groupkit.facts import Register
from groupkit.involvement import unexplained
from groupkit.pack import Pack

REGISTER = Register.load()
PACKS = [(form.id, nation) for nation in NATIONS for form in REGISTER.forms_for(nation)]
PACKS += [("organisation", nation) for nation in NATIONS]

SHORT_FORM = re.compile(r"(?<![\w.@/-])(?:(?:[A-Z]\.){2,}|\d?[A-Z][A-Za-z&]*[A-Z][A-Za-z]*|\d[A-Z][a-z]+)(?![\w@])")
NAMES = {"PolicyEngine", "PAPYRUS"}  # names, which stand for nothing
TYPED = {"SHOUT", "HELP", "SAMARITANS", "LETTERS"}  # what to text, or to write on an envelope


@cache
def pack(kind: str, nation: str) -> Pack:
    if kind == "organisation":
        return build(group(group__nation=nation, pack__kind=kind), date=ON)
    host = {"host__name": "Riverside Trust"} if kind == "hosted_group" else {}
    return build(group(group__nation=nation, form__kind=kind, pack__kind="full", **host), date=ON)


def short_forms(found: Pack) -> dict[str, str]:
    """Each short form that the pack prints, and a document that prints it."""
    printed: dict[str, str] = {}
    for document in found:
        if document.name != "jargon-buster":
            words = re.sub(r"https?://\S+|\b[\w-]+(\.[\w-]+)+(/\S*)?", " ", plain_text(document.document))
            calls = re.findall(r"(?:[A-Z]\.){2,}", plain_text(document.document))
            printed.update(dict.fromkeys([*SHORT_FORM.findall(words), *calls], document.name))
    return printed


def listed(found: Pack) -> set[str]:
    lines = plain_text(found["jargon-buster"].document).splitlines()
    return {line.split("\t")[0] for line in lines if "\t" in line}


@pytest.mark.parametrize(("kind", "nation"), PACKS)
def test_every_short_form_in_a_pack_is_in_its_jargon_buster(kind: str, nation: str) -> None:
    found = pack(kind, nation)
    explained = listed(found)
    printed = short_forms(found)
    assert len(printed) > 10
    for short, document in printed.items():
        plain = short if short in explained or not short.endswith("s") else short[:-1]
        assert plain in explained | NAMES | TYPED, f"{short} is printed in {document} and explained nowhere"


def test_the_search_finds_the_short_forms_that_people_write() -> None:
    text = "The AGM, A&E, two PDFs, 4Pi, C.A.L.L. and a SCIO; but not Riverside, Mind or I."
    assert SHORT_FORM.findall(text) == ["AGM", "A&E", "PDFs", "4Pi", "C.A.L.L.", "SCIO"]


def test_a_nation_does_not_read_the_short_forms_of_another() -> None:
    ni = listed(pack("unincorporated_association", "northern-ireland"))
    assert not ni & {"CVS", "TSI", "CVC", "OSCR", "SCIO", "CIO", "ICB", "WCVA"}
    assert {"CCNI", "HSC", "NICVA", "PPI"} <= ni
    for nation in NATIONS:
        text = plain_text(pack("unincorporated_association", nation)["jargon-buster"].document)
        assert "Equality Act" not in text
        assert "111" not in text


def test_the_entries_are_in_order_and_each_says_what_it_means() -> None:
    for nation in NATIONS:
        terms = REGISTER.jargon(nation)
        assert [term.id.casefold() for term in terms] == sorted(term.id.casefold() for term in terms)
    for term in REGISTER.terms.values():
        assert term.meaning.endswith(".")
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=[.?!:])\s+", term.meaning)), term.id
        assert bool(term.long) == bool(SHORT_FORM.fullmatch(term.id) or re.fullmatch(r"[A-Z]+\d+", term.id)), term.id


def test_members_have_room_for_their_own_words() -> None:
    text = plain_text(pack("unincorporated_association", "wales")["jargon-buster"].document)
    assert text.count("(short form)") == 3
    assert text.count("(word)") == 3


def test_short_forms_in_the_answers_get_a_line_to_explain_them() -> None:
    made = build(group(pack__kind="full", meetings__partner="Riverside CRHTT and the NHS", host__name="RVSC"), date=ON)
    text = plain_text(made["jargon-buster"].document)
    assert "what CRHTT stands for" in text
    assert "what RVSC stands for" in text
    assert "what NHS stands for" not in text


def test_an_answer_in_capitals_is_shouting_and_a_web_address_is_no_jargon() -> None:
    loud = group(group__name="RIVERSIDE VOICES OF ALL", contact__website="https://example.org/ABC")
    assert unexplained(loud, ()) == []


@settings(max_examples=30, deadline=None)
@given(short=st.text("BCDFGHJKLMNPQRSTVWXZ", min_size=2, max_size=6))
def test_any_short_form_in_an_answer_is_found(short: str) -> None:
    assert unexplained(group(meetings__partner=f"the {short} of Riverside"), ()) == [short]
    assert unexplained(group(meetings__partner=f"the {short} of Riverside"), [short]) == []
