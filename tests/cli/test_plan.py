"""`groupkit plan`: the table in the terminal, the papers, and what is refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

ROWS = "date,hours,amount,paid_on\n2027-01-05,4,150,2027-02-16\n2027-01-12,4,100,2027-02-18\n"


@pytest.fixture
def activities(tmp_path: Path) -> Path:
    folder = tmp_path / "group"
    folder.mkdir()
    (folder / "activities.csv").write_text(ROWS)
    return folder


def test_the_sums_and_the_limits_are_shown_as_tables(groupkit, activities: Path) -> None:
    result = groupkit(
        "plan", "group", "--nation", "england", "--rule", "esa-ns", "--rule", "uc", "--period-start", "14"
    )
    assert result.code == 0
    assert "15 February 2027  £250" in result.out
    assert "14 February 2027 to 13 March 2027" in result.out
    assert "over the limit of" in result.out
    assert result.out.rstrip().endswith("Take this paper with\nyou.")
    assert max(map(len, result.out.splitlines())) <= 100
    assert [each.name for each in activities.iterdir()] == ["activities.csv"]


def test_without_a_rule_there_are_sums_and_the_list_of_rules(groupkit, activities: Path) -> None:
    result = groupkit("plan", "group", "--nation", "scotland")
    assert result.code == 0
    assert "£250" in result.out
    assert "csp" in result.out
    assert "  ca " not in result.out
    assert "203.50" not in result.out


def test_the_nation_is_that_of_the_folder_unless_told(groupkit, pack: Path) -> None:
    (pack / "activities.csv").write_text(ROWS)
    assert "planned work for Wales" in groupkit("plan", "pack").out
    assert "planned work for Scotland" in groupkit("plan", "pack", "--nation", "scotland").out


def test_papers_are_written_only_where_asked_and_hold_the_chart(groupkit, activities: Path) -> None:
    result = groupkit(
        "plan", "group", "--nation", "wales", "--rule", "ca", "--date", "2027-01-05", "-o", "my.docx", "-o", "my.md"
    )
    assert result.code == 0
    assert sorted(each.name for each in Path().iterdir()) == ["group", "my-ca.png", "my.docx", "my.md"]
    assert "](my-ca.png)" in Path("my.md").read_text(encoding="utf-8")
    assert Path("my-ca.png").read_bytes() in Path("my.docx").read_bytes()
    assert [each.name for each in activities.iterdir()] == ["activities.csv"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (f"sep=;\n{ROWS}".replace(",", ";"), "ascii"),
        (ROWS.replace(",", "\t"), "utf-16"),
        (ROWS.replace("2027-01-05", "5-Jan-27").replace("2027-02-16", "16/02/27"), "utf-8-sig"),
    ],
)
def test_a_file_is_read_the_same_however_excel_saves_it(groupkit, activities: Path, text: str, encoding: str) -> None:
    expected = groupkit("plan", "group", "--nation", "england")
    (activities / "activities.csv").write_bytes(text.replace("\n", "\r\n").encode(encoding))
    result = groupkit("plan", "group", "--nation", "england")
    assert result.code == 0
    assert result.out == expected.out


def test_a_file_in_windows_letters_is_read(groupkit, activities: Path) -> None:
    text = "sep=;\r\ndate;hours;amount;what\r\n05/01/2027;4;150;The café’s hours\r\n"
    (activities / "activities.csv").write_bytes(text.encode("cp1252"))
    result = groupkit("plan", "group", "--nation", "england")
    assert (result.code, result.err) == (0, "")
    assert "The café’s hours" in result.out


def test_toml_is_read_too_and_another_file_can_be_named(groupkit, activities: Path) -> None:
    Path("other.toml").write_text("[[activity]]\ndate = 2027-01-05\nhours = 1\namount = 77\n")
    assert "£77" in groupkit("plan", "group", "--nation", "wales", "--activities", "other.toml").out


@pytest.mark.parametrize(
    ("options", "rows", "code", "message"),
    [
        (["--rule", "esa-n"], ROWS, 2, '--rule: there is no "esa-n". Did you mean esa-ns?'),
        (["--rule", "csp"], ROWS, 2, "--rule: csp (Carer Support Payment) does not exist in England."),
        (["--period-start", "32"], ROWS, 2, "--period-start: 32 is not a day of the month."),
        (["--week-start", "mon"], ROWS, 2, '--week-start: there is no "mon". Did you mean monday?'),
        (["--case", "houses"], ROWS, 2, '--case: there is no "houses". Did you mean housing?'),
        ([], ROWS + "2027-01-19,2,-5,\n", 1, "activities.csv:4: amount: "),
        ([], ROWS + "2027-01-19,2,5,2027-01-01\n", 1, "activities.csv:4: paid_on: "),
        ([], ROWS + "2031-01-19,2,5,\n", 1, "activities.csv:4: date: we have no benefit figures for 19 January 2031."),
        ([], ROWS + "2027-01-19,2\n", 1, "activities.csv:4: amount: this is missing."),
        ([], ROWS + "2027-01-19,2,5,,a\n", 1, "activities.csv:4: this row has 5 cells, and the heading has 4."),
        (["-o", "plan.pdf"], ROWS, 2, "plan.pdf: a paper is FILE.docx or FILE.md."),
        (["-o", "nowhere/plan.md"], ROWS, 2, "nowhere is not there"),
    ],
)
def test_what_is_wrong_is_said_on_one_line_and_nothing_is_written(
    groupkit, activities: Path, options: list[str], rows: str, code: int, message: str
) -> None:
    (activities / "activities.csv").write_text(rows)
    result = groupkit("plan", "group", "--nation", "england", "-o", "paper.docx", "-o", "paper.md", *options)
    assert result.code == code
    assert len(result.errors) == 1
    assert message in result.errors[0]
    assert [each.name for each in Path().iterdir()] == ["group"]


def test_every_wrong_option_is_named_at_once(groupkit, activities: Path) -> None:
    result = groupkit("plan", "group", "--nation", "france", "--rule", "x", "--case", "y", "--week-start", "z")
    assert result.code == 2
    assert [line.split(":")[1].strip() for line in result.errors] == ["--nation", "--week-start", "--case", "--rule"]


def test_a_folder_without_a_nation_or_activities_is_wrong_use(groupkit, activities: Path) -> None:
    assert "--nation wales" in groupkit("plan", "group").errors[0]
    (activities / "activities.toml").write_text("")
    assert "holds both" in groupkit("plan", "group", "--nation", "wales").errors[0]
    (activities / "activities.toml").unlink()
    (activities / "activities.csv").unlink()
    result = groupkit("plan", "group", "--nation", "wales")
    assert result.code == 2
    assert "date,hours,amount,paid_on" in result.errors[0]


def test_a_plan_made_after_the_review_warns(groupkit, activities: Path) -> None:
    result = groupkit("plan", "group", "--nation", "wales", "--date", "2027-04-01")
    assert result.code == 0
    assert "warning: Some figures here may be out of date." in result.err
    assert not groupkit("plan", "group", "--nation", "wales", "--date", "2027-03-31").err
