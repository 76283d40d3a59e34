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


def test_every_house_style_opens(to_pdf, pages_of: Callable[[Path], int]) -> None:
    styles = ("standard", "clear-print", "large-print", "high-contrast", "compact")
    files = {
        style: build(group(style__house_style=style, pack__notes=False), date=ON)["constitution"].docx
        for style in styles
    }
    pages = {style: pages_of(pdf) for style, pdf in to_pdf(files).items()}
    assert pages["compact"] <= pages["standard"] < pages["clear-print"] < pages["large-print"]
