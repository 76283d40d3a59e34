"""Proves that LibreOffice opens every Word file, shows its words, and needs no more pages than were promised."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.groups import ON, group
from helpers.word import squeeze

from groupkit import build

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def starter(to_pdf):
    pack = build(group(contact__name="Amina Yusuf"), date=ON)
    return pack, to_pdf({each.name: each.docx for each in pack})


def test_every_paper_of_a_pack_opens_and_shows_its_words(starter) -> None:
    pack, pdfs = starter
    tool = shutil.which("pdftotext")
    assert tool, "pdftotext comes with poppler-utils"
    for each in pack:
        shown = subprocess.run([tool, str(pdfs[each.name]), "-"], check=True, capture_output=True, text=True).stdout
        assert each.title.split()[0] in squeeze(shown), each.name
        assert "Page 1 of" in squeeze(shown), each.name


@pytest.mark.parametrize(
    ("name", "most"),
    [("start-here", 1), ("constitution", 6), ("agenda-first-meeting", 2), ("agenda-agm", 2)],
)
def test_a_paper_is_as_short_as_it_was_promised(starter, pages_of: Callable[[Path], int], name: str, most: int) -> None:
    _, pdfs = starter
    assert pages_of(pdfs[name]) <= most


@pytest.mark.parametrize(
    ("kind", "nation"),
    [("cio_association", "england"), ("scio_two_tier", "scotland"), ("charity_association_n", "northern-ireland")],
)
def test_the_start_page_of_a_registered_form_is_one_page_too(
    to_pdf, pages_of: Callable[[Path], int], kind: str, nation: str
) -> None:
    answers = {"form__kind": kind, "group__nation": nation, "form__charitable_aims": "yes"}
    made = build(group(contact__name="Amina Yusuf", **answers), date=ON)
    assert pages_of(to_pdf({"start-here": made["start-here"].docx})["start-here"]) == 1


@pytest.mark.parametrize("name", ["notice-first-meeting", "accounts-page"])
def test_what_is_pinned_up_or_signed_is_one_page_even_with_much_to_say(
    to_pdf, pages_of: Callable[[Path], int], name: str
) -> None:
    made = build(
        group(
            pack__documents=name,
            meetings__how="mixed",
            meetings__place="The Old Library, Room 2",
            meetings__address="14 Long Lane, Riverside RV1 2AB",
            meetings__interpreter="British Sign Language",
            contact__name="Amina Yusuf",
            members__fee=5,
            payments__who_pays="partner-pays-group",
        ),
        date=ON,
    )
    assert pages_of(to_pdf({name: made[name].docx})[name]) == 1


def test_every_house_style_opens(to_pdf, pages_of: Callable[[Path], int]) -> None:
    styles = ("standard", "clear-print", "large-print", "high-contrast", "compact")
    files = {
        style: build(group(style__house_style=style, pack__notes=False), date=ON)["constitution"].docx
        for style in styles
    }
    pages = {style: pages_of(pdf) for style, pdf in to_pdf(files).items()}
    assert pages["compact"] <= pages["standard"] < pages["clear-print"] < pages["large-print"]
