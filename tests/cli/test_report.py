"""`groupkit report`: from the files of a pack to the report, or to a line for every row that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import DATE, NEEDED
from helpers.folders import contents

HEAD = "date,asked,of_whom,answered_on,answer,reason,changed\n"
LOG = HEAD + "2027-01-10,A late phone,Trust,1/2/2027,done,,Yes\n2027-06-01,Longer visits,Council,,,,\n"
FILES = [
    "involvement-report-2027.docx",
    "markdown/involvement-report-2027-answers.png",
    "markdown/involvement-report-2027-presence.png",
    "markdown/involvement-report-2027.md",
]


@pytest.fixture
def full(groupkit, tmp_path: Path) -> Path:
    """A folder with the pack that holds the log, and something in it."""
    chosen = ["--with", "impact-log", "--with", "self-assessment"]
    assert groupkit("new", "pack", "--defaults", *NEEDED, *DATE, *chosen).code == 0
    folder = tmp_path / "pack"
    (folder / "impact.csv").write_text(LOG)
    (folder / "presence.csv").write_text("date,members,others\n2027-01-12,8,1\n")
    return folder


def test_the_report_is_made_in_both_formats_with_its_charts(groupkit, full: Path) -> None:
    before = contents(full)
    result = groupkit("report", "pack", "--year", "2027", "--date", "2028-01-10")
    assert (result.code, result.err) == (0, "")
    assert "Asked for: 2. Done: 1. Agreed: 0. Refused: 0. No answer yet: 1.\nMeetings: 1." in result.out
    assert list(contents(full / "reports" / "2027")) == FILES
    text = (full / "reports/2027/markdown/involvement-report-2027.md").read_text(encoding="utf-8")
    assert "| Longer visits      | Council | 1 June 2027 | 223 days   |" in text
    assert {name: data for name, data in contents(full).items() if not name.startswith("reports/")} == before


def test_the_same_files_give_the_same_report_and_a_changed_one_is_kept(groupkit, full: Path) -> None:
    again = ["report", "pack", "--year", "2027", "--date", "2028-01-10"]
    groupkit(*again)
    before = contents(full / "reports")
    assert groupkit(*again).err == ""
    assert contents(full / "reports") == before
    word = full / "reports/2027/involvement-report-2027.docx"
    word.write_bytes(b"ours")
    with (full / "impact.csv").open("a") as log:
        log.write("2027-07-01,More,Council,,,,\n")
    result = groupkit(*again)
    assert result.code == 0
    assert "was changed since it was made, so it was kept" in result.err
    assert word.read_bytes() == b"ours"
    assert word.with_name("involvement-report-2027.new.docx").exists()


def test_a_build_keeps_the_log_and_says_nothing_of_it(groupkit, full: Path) -> None:
    result = groupkit("build", "pack")
    assert result.code == 0
    assert "csv" not in result.err
    assert (full / "impact.csv").read_text() == LOG
    assert not list(full.glob("*.new*"))


def test_every_wrong_row_of_every_file_is_told_and_no_report_is_made(groupkit, full: Path) -> None:
    (full / "impact.csv").write_text(LOG + "soon,x,,,,,\n2027-01-01,,,,perhaps,,\n")
    (full / "presence.csv").write_text('date,members,others\n2027-01-12,"Ann, Bo",1\n')
    (full / "self-assessment.csv").write_text("heading,question,state,note\nPurpose,Q?,9,\n")
    result = groupkit("report", "pack", "--year", "2027", "--date", "2028-01-10")
    assert result.code == 1
    assert [line.split(": ")[1:3] for line in result.errors] == [
        ["pack/impact.csv:4", "date"],
        ["pack/impact.csv:5", "asked"],
        ["pack/impact.csv:5", "answer"],
        ["pack/presence.csv:2", "members"],
        ["pack/self-assessment.csv:2", "state"],
    ]
    assert not (full / "reports").exists()


def test_rows_after_the_day_of_the_report_are_named(groupkit, full: Path) -> None:
    result = groupkit("report", "pack", "--year", "2027", "--date", "2027-01-15")
    assert result.code == 0
    assert "note: pack/impact.csv:3 is dated 2027-06-01, after the day of the report, so it is not in it." in result.err
    assert "note: pack/impact.csv:2 was answered on 2027-02-01, after the day of the report" in result.err


def test_windows_text_is_read_with_a_word_about_it(groupkit, full: Path) -> None:
    (full / "impact.csv").write_bytes((HEAD + "2027-01-10,Café’s hours,,,,,\n").encode("cp1252"))
    result = groupkit("report", "pack", "--year", "2027", "--date", "2028-01-10")
    assert result.code == 0
    assert "note: pack/impact.csv is not in UTF-8" in result.err
    assert "Café’s hours" in (full / "reports/2027/markdown/involvement-report-2027.md").read_text(encoding="utf-8")


def test_a_file_that_is_not_there_is_done_without(groupkit, full: Path) -> None:
    (full / "presence.csv").unlink()
    result = groupkit("report", "pack", "--year", "2027", "--date", "2028-01-10")
    assert result.code == 0
    assert "note: pack/presence.csv is not there, so the report does without it." in result.err
    text = (full / "reports/2027/markdown/involvement-report-2027.md").read_text(encoding="utf-8")
    assert "counted from what we keep in impact.csv and self-assessment.csv." in text


def test_a_year_that_has_not_begun_is_reported_as_of_its_end(groupkit, full: Path) -> None:
    result = groupkit("report", "pack", "--year", "2099")
    assert result.code == 0
    assert "note: 2099 has not begun" in result.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere", "--year", "2027"], "nowhere holds no group.toml."),
        (["pack", "--year", "20270"], "--year: 20270 is too far away."),
        (["pack", "--year", "2027", "--date", "2026-12-31"], "--date: 2026-12-31 is before 2027."),
        (["pack"], "--year"),
    ],
)
def test_wrong_use_is_refused(groupkit, pack: Path, arguments: list[str], message: str) -> None:
    result = groupkit("report", *arguments)
    assert result.code == 2
    assert message in result.errors[0]


def test_a_pack_without_a_log_says_where_one_comes_from(groupkit, pack: Path) -> None:
    result = groupkit("report", "pack", "--year", "2027", "--date", "2028-01-10")
    assert result.code == 2
    assert "groupkit build pack --pack full" in result.errors[0]


def test_a_file_that_is_no_text_is_refused_by_name(groupkit, full: Path) -> None:
    (full / "impact.csv").write_bytes(b"PK\x03\x04\0\0\0")
    result = groupkit("report", "pack", "--year", "2027", "--date", "2028-01-10")
    assert result.code == 1
    assert result.errors == ["error: pack/impact.csv: this is not a CSV file. Save it again as CSV."]
