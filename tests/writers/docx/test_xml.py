from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from groupkit.writers.docx import xml

_FORBIDDEN = {chr(c) for c in range(32)} - set("\t\n\r") | {"\ufffe", "\uffff"}


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_text_comes_back_from_an_element_without_what_xml_forbids(text: str) -> None:
    read = ElementTree.fromstring(f"<t>{xml.escape(text)}</t>").text or ""
    allowed = "".join(c for c in text if c not in _FORBIDDEN and not 0xD800 <= ord(c) < 0xE000)
    assert read.replace("\n", "") == allowed.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "")


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_text_in_an_attribute_cannot_end_it(text: str) -> None:
    element = ElementTree.fromstring(f'<t a="{xml.attribute(text)}"/>')
    assert list(element.attrib) == ["a"]


def test_children_are_put_into_the_order_of_the_schema() -> None:
    built = xml.ordered("w:pPr", {"w:jc": 'w:val="right"', "w:pStyle": 'w:val="A"', "w:keepNext": ""})
    assert built == '<w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:jc w:val="right"/></w:pPr>'


def test_a_child_that_the_order_does_not_know_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        xml.ordered("w:pPr", {"w:nonsense": ""})


def test_an_element_without_children_is_left_out() -> None:
    assert xml.ordered("w:rPr", {}) == ""
