"""Proves that papers are saved beside the pack, and that what was offered is never replaced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers.folders import contents
from helpers.groups import ON, group
from helpers.work import offer

from groupkit import build
from groupkit.errors import UsageError
from groupkit.work import papers
from groupkit.work.saving import folder_name, offers

DATES = {"when__dates": "9 March 2027; 23 March 2027"}
PLACE = "2027-03-09-review-of-the-crisis-line"


def test_the_folder_is_named_after_the_first_date_the_work_and_the_person() -> None:
    assert folder_name(offer(**DATES)) == PLACE
    assert folder_name(offer(**DATES, person__name="Cerys Évans")) == f"{PLACE}-cerys-evans"
    assert folder_name(offer(work__title="¡¿ 会議 ?!")) == "work"
    assert folder_name(offer(work__title="../../etc")) == "etc"


def test_papers_lie_beside_the_pack_with_their_answers(tmp_path: Path) -> None:
    made = papers(offer(**DATES), date=ON)
    made.save(tmp_path)
    saved = contents(tmp_path / "work" / PLACE)
    assert saved == made.files
    assert {"offer.toml", "offer.docx", "markdown/offer.md", "choice-form.docx"} <= saved.keys()
    assert offers(tmp_path) == [tmp_path / "work" / PLACE]


def test_the_formats_are_those_of_the_pack() -> None:
    assert papers(offer(of__pack__formats=["md"]), date=ON).files.keys().isdisjoint({"offer.docx"})
    assert papers(offer(of__pack__formats=["docx"]), date=ON).files.keys().isdisjoint({"markdown/offer.md"})


def test_the_same_papers_again_change_nothing(tmp_path: Path) -> None:
    papers(offer(**DATES), date=ON).save(tmp_path)
    before = contents(tmp_path)
    assert not papers(offer(**DATES), date=ON).save(tmp_path).written
    assert contents(tmp_path) == before


@pytest.mark.parametrize("other", [{"money__amount": "50"}, {"work__what": "Something else"}])
def test_another_offer_of_the_same_name_is_refused(tmp_path: Path, other: dict[str, str]) -> None:
    papers(offer(**DATES), date=ON).save(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(UsageError, match="What was offered stays as it is"):
        papers(offer(**DATES, **other), date=ON).save(tmp_path)
    assert contents(tmp_path) == before


def test_a_paper_that_someone_filled_in_is_never_touched(tmp_path: Path) -> None:
    papers(offer(**DATES), date=ON).save(tmp_path)
    filled = tmp_path / "work" / PLACE / "choice-form.docx"
    filled.write_bytes(b"filled in")
    with pytest.raises(UsageError, match="choice-form"):
        papers(offer(**DATES), date=ON).save(tmp_path)
    report = papers(offer(**DATES), date=date(2027, 1, 8), kind="letter").save(tmp_path)
    assert set(report.written) == {"letter.toml", "letter.docx", "markdown/letter.md"}
    assert filled.read_bytes() == b"filled in"


def test_a_letter_joins_the_offer_and_leaves_it_alone(tmp_path: Path) -> None:
    papers(offer(**DATES), date=ON).save(tmp_path)
    before = contents(tmp_path)
    papers(offer(**DATES, letter__limb="statutory-body"), date=date(2027, 1, 8), kind="letter").save(tmp_path)
    after = contents(tmp_path)
    assert {name: after[name] for name in before} == before
    assert f"work/{PLACE}/letter.docx" in after


def test_making_the_pack_again_leaves_the_papers_alone(tmp_path: Path) -> None:
    pack = tmp_path / "ours"
    build(group(), date=ON).save(pack)
    papers(offer(**DATES), date=ON).save(pack)
    before = contents(pack / "work")
    build(group(pack__kind="full"), date=ON).save(pack)
    assert contents(pack / "work") == before
