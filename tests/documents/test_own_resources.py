"""A group's own entries stand in the resource list among ours, marked, and whatever they hold stays text."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.markdown import words_of
from helpers.word import paragraphs

from groupkit import build
from groupkit.document.blocks import Document, Heading
from groupkit.document.text import plain_text
from groupkit.group import Group
from groupkit.group.resources import HEADINGS
from groupkit.pack import PackDocument

ON = date(2027, 1, 5)
HOSTILE = [
    "x](javascript:alert(1)) **b** | `c` <script>alert(1)</script>",
    "# Heading",
    "| a | b |",
    "{{ 7*7 }}{% raw %}",
    "::: note",
    "[Click](https://evil.example)",
    "{#id} 1. one",
    "ends with \\",
]


def resource_list(*entries: dict[str, str], **answers: str) -> PackDocument:
    needed = {"name": "Riverside Voices", "area": "Riverside", "nation": "wales"}
    group = Group.from_answers({"group": needed, "resources": {"local": list(entries)}, **answers})
    return build(group, date=ON)["resource-list"]


def entry(title: str, heading: str = "advice", **more: str) -> dict[str, str]:
    return {"title": title, "what": "Helps with forms", "phone": "01632 960123", "heading": heading, **more}


def under(document: Document) -> dict[str, str]:
    """The words under each heading."""
    found: dict[str, str] = {}
    here = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            here = plain_text(Document(blocks=(block,))).strip()
        found[here] = found.get(here, "") + plain_text(Document(blocks=(block,)))
    return found


@pytest.mark.parametrize("heading", HEADINGS)
def test_an_entry_stands_under_its_heading_and_nowhere_else(heading: str) -> None:
    words = under(resource_list(entry("Riverside Advice", heading)).document)
    assert [title for title, text in words.items() if "Riverside Advice (added by us" in text] == [HEADINGS[heading]]


def test_it_comes_after_ours_with_all_that_is_known_of_it() -> None:
    known = entry("Riverside Advice", address="www.riverside.example/a_b", cost="free", checked="2026-12-01")
    made = resource_list(known)
    text = under(made.document)[HEADINGS["advice"]].strip().splitlines()[-1]
    assert text == (
        "Riverside Advice (added by us). Helps with forms. Free. Phone: 01632 960123. "
        "We checked this on 1 December 2026. Web: riverside.example/a_b"
    )
    assert "[Riverside Advice](https://www.riverside.example/a_b)" in made.markdown


def test_what_nobody_has_checked_for_a_year_says_so() -> None:
    never = resource_list(entry("Riverside Advice")).markdown
    long_ago = resource_list(entry("Riverside Advice", checked="2026-01-05")).markdown
    lately = resource_list(entry("Riverside Advice", checked="2026-01-06")).markdown
    assert "(added by us; check this)" in never
    assert "(added by us; check this)" in long_ago
    assert "(added by us)" in lately


def test_a_list_without_entries_does_not_speak_of_them() -> None:
    assert "added by us" not in resource_list().markdown.lower()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["title", "what", "cost", "phone", "address"])
def test_hostile_text_is_shown_as_it_is_in_both_formats(text: str, field: str) -> None:
    usual = resource_list(entry("Riverside Advice", cost="c", address="p"))
    made = resource_list({**entry("Riverside Advice", cost="c", address="p"), field: text})
    shown = " ".join(text.split())
    assert len(made.document.blocks) == len(usual.document.blocks)
    assert shown.lower() in words_of(made.markdown).lower()
    assert any(shown.lower() in each.lower() for each in paragraphs(made.docx))
    assert "](https://evil.example)" not in made.markdown.replace("\\]", "")
    assert "javascript:alert(1)>" not in made.markdown
