"""Proves that building a pack gives every document that applies, in memory, the same each time."""

from datetime import date, datetime
from pathlib import Path

import pytest
from helpers.groups import NATIONS, ON, group

from groupkit import AnswersError, build
from groupkit.templates import documents

CARD = {"start-here", "constitution", "agenda-first-meeting", "payment-policy", "resource-list"}


@pytest.fixture(scope="module")
def pack():
    return build(group(), date=ON)


def test_the_papers_of_the_card_are_in_the_pack(pack) -> None:
    assert {document.name for document in pack} >= CARD


def test_a_document_gives_its_text_and_its_word_file(pack) -> None:
    document = pack["constitution"]
    assert document.markdown.startswith("# Constitution")
    assert document.docx.startswith(b"PK")
    assert document.open().core_properties.title == document.title


def test_asking_for_a_document_that_is_not_there_names_those_that_are(pack) -> None:
    with pytest.raises(KeyError, match="start-here"):
        pack["shopping-list"]
    assert "shopping-list" not in pack


def test_every_document_is_in_the_pack_or_has_a_reason_for_staying_out(pack) -> None:
    names = {document.name for document in pack} | {left.name for left in pack.left_out}
    assert names == {template.name for template in documents()}
    assert all(left.reason for left in pack.left_out)


def test_the_files_are_word_on_top_and_markdown_below(pack) -> None:
    assert "constitution.docx" in pack.files
    assert "markdown/constitution.md" in pack.files
    assert build(group(), date=ON, formats=["md"]).files.keys().isdisjoint({"constitution.docx"})


@pytest.mark.parametrize(("formats", "kept"), [("md", ("md",)), (["md", "md"], ("md",)), ([], ("docx", "md"))])
def test_formats_are_read_as_an_answer_is(formats, kept) -> None:
    assert build(group(), date=ON, formats=formats).formats == kept


@pytest.mark.parametrize("formats", ["pdf", ["docx", "pdf"], "docxmd"])
def test_a_format_that_is_none_is_refused(formats) -> None:
    with pytest.raises(AnswersError, match=r"pack\.formats: "):
        build(group(), date=ON, formats=formats)


def test_a_moment_stands_for_its_day(pack) -> None:
    assert build(group(), date=datetime(2027, 1, 5, 18, 30)).files == pack.files


def test_the_same_answers_and_date_give_the_same_bytes(pack) -> None:
    assert build(group(), date=ON).files == pack.files


def test_another_date_gives_other_papers(pack) -> None:
    other = build(group(), date=date(2027, 2, 23))
    assert other["agenda-first-meeting"].markdown != pack["agenda-first-meeting"].markdown


def test_the_date_is_today_unless_given() -> None:
    assert build(group()).date == date.today()


def test_an_error_among_the_rules_stops_the_pack_and_names_all_of_them() -> None:
    wrong = group(committee__min=3, committee__quorum=5, money__signatories_needed=1)
    with pytest.raises(AnswersError) as caught:
        build(wrong, date=ON)
    assert len(caught.value.problems) >= 2


def test_blanks_name_the_document_and_what_goes_there(pack) -> None:
    assert pack.blanks
    for name, blank in pack.blanks:
        assert name in pack
        assert blank.label.strip()


def test_people_who_are_named_leave_no_blank_for_their_name() -> None:
    named = build(group(contact__name="Amina Yusuf"), date=ON)
    assert "Amina Yusuf" in named["start-here"].markdown


@pytest.mark.parametrize("nation", NATIONS)
def test_a_pack_can_be_made_in_every_nation_long_after_the_figures_ended(nation: str) -> None:
    pack = build(group(group__nation=nation), date=date(2031, 6, 1))
    assert "look" in pack["payment-policy"].markdown.lower()


def test_a_document_left_out_by_name_stays_out_and_says_so() -> None:
    pack = build(group(pack__kind="full", pack__leave_out=["meeting-notes"]), date=ON)
    assert {left.name: left.reason for left in pack.left_out}["meeting-notes"] == "You left it out."


def test_a_document_that_does_not_exist_is_named_with_the_nearest() -> None:
    with pytest.raises(AnswersError, match="Did you mean payment-policy"):
        build(group(pack__add=["payment-polcy"]), date=ON)


def test_a_paper_of_the_card_cannot_be_left_out() -> None:
    with pytest.raises(AnswersError, match="in every pack"):
        build(group(pack__leave_out=["constitution"]), date=ON)


def test_notes_can_be_left_off_for_the_copy_to_sign() -> None:
    with_notes, clean = build(group(), date=ON), build(group(pack__notes=False), date=ON)
    assert "> **Note**" in with_notes["constitution"].markdown
    assert "> **Note**" not in clean["constitution"].markdown
    assert len(clean["constitution"].docx) < len(with_notes["constitution"].docx)


def test_saving_writes_the_files_and_the_answers(pack, tmp_path: Path) -> None:
    pack.save(tmp_path / "ours")
    assert (tmp_path / "ours" / "constitution.docx").read_bytes() == pack["constitution"].docx
    assert "Riverside Voices" in (tmp_path / "ours" / "group.toml").read_text(encoding="utf-8")
