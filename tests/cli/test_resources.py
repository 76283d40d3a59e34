"""`groupkit resources`: the list, its filters, and a check that writes one file and changes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import ANSWERS
from helpers.folders import contents
from helpers.web import Web, closed_port

from groupkit import addresses
from groupkit.facts import NATIONS, Register

REGISTER = Register.load()
OWN = """
[[resources.local]]
title = "Riverside Advice Centre"
what = "Free help with forms."
phone = "01632 960123"
heading = "advice"
"""


def titles(out: str) -> list[str]:
    """The first line of each entry."""
    return [line.strip() for line in out.splitlines() if line.startswith("  ") and line[2] != " "]


def one_line(out: str) -> str:
    return " ".join(out.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "group"
    made.mkdir()
    (made / "group.toml").write_text(ANSWERS + OWN)
    return made


def own(*places: str) -> str:
    """Entries at these addresses, under a heading of their own in the tests."""
    entry = '[[resources.local]]\ntitle = "Place {n}"\nwhat = "It helps."\naddress = "{address}"\nheading = "safety"\n'
    return "\n".join(entry.format(n=n, address=address) for n, address in enumerate(places, 1))


@pytest.mark.parametrize("nation", NATIONS)
def test_everything_for_a_nation_is_listed_under_its_heading_and_nothing_else(groupkit, nation: str) -> None:
    result = groupkit("resources", "--nation", nation)
    assert result.code == 0
    for each in REGISTER.all_resources.values():
        assert (each.summary in one_line(result.out)) is (nation in each.nations), each.id
    for line in REGISTER.all_helplines.values():
        assert (line.name in titles(result.out)) is (nation in line.nations and line.printable), line.id
    assert max(len(line) for line in result.out.splitlines() if "://" not in line) <= 100


def test_without_a_nation_all_four_are_listed(groupkit) -> None:
    out = one_line(groupkit("resources").out)
    assert "for all four nations" in out
    assert all(each.summary in out for each in REGISTER.all_resources.values())


def test_what_is_not_verified_or_out_of_date_is_marked(groupkit) -> None:
    for each in REGISTER.all_resources.values():
        out = one_line(groupkit("resources", "--heading", each.heading, "--nation", each.nations[0]).out)
        marks = out.split(each.title, 1)[1].split(each.summary, 1)[0]
        assert ("check this" in marks) is each.check_this, each.id
        assert ("archived" in marks) is (each.status == "archived"), each.id
        assert ("out of date" in marks) is (each.status == "out-of-date"), each.id


def test_a_topic_and_a_heading_narrow_the_list(groupkit) -> None:
    out = groupkit("resources", "--nation", "wales", "--topic", "TAX", "--heading", "Be paid for involvement").out
    wanted = [each for each in REGISTER.resources("wales", ["tax"]) if each.heading == "be-paid"]
    assert wanted
    assert len(titles(out.replace("\n  employment status", " employment status"))) == len(wanted)
    assert "Someone to talk to now" not in out


def test_what_fits_nothing_says_so(groupkit) -> None:
    result = groupkit("resources", "--topic", "tax", "--heading", "safety")
    assert result.code == 0
    assert result.out.startswith("Nothing on the list fits")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nation", "walse"], '--nation: there is no "walse". There are: england,'),
        (["--topic", "paymnet"], '--topic: there is no "paymnet". Did you mean payment'),
        (["--heading", "paid"], '--heading: there is no "paid". There are: start, run,'),
        (["nowhere"], "nowhere holds no group.toml."),
        (["-o", "x.md"], "Add --check"),
        (["--check", "-o", "x.docx"], "x.docx: the check is a Markdown file."),
        (["--check", "-o", "nowhere/x.md"], "nowhere is not there"),
    ],
)
def test_wrong_use_is_refused_before_anything_is_asked(groupkit, monkeypatch, arguments, message: str) -> None:
    monkeypatch.setattr(addresses, "ask_all", lambda asked: pytest.fail("it asked"))
    result = groupkit("resources", *arguments)
    assert result.code == 2
    assert message in result.errors[0]
    assert list(Path().iterdir()) == []


def test_the_groups_own_entries_stand_among_ours(groupkit, folder: Path) -> None:
    out = groupkit("resources", "group").out
    assert "Resources for Wales" in out
    assert "Riverside Advice Centre (added by you, check this)" in titles(out)
    assert out.index("Citizens Advice") < out.index("Riverside Advice Centre") < out.index("Money for the group")
    assert "01632 960123" in out


def test_a_wrong_entry_is_named_with_its_file(groupkit, folder: Path) -> None:
    (folder / "group.toml").write_text(ANSWERS + OWN.replace("advice", "advise"))
    result = groupkit("resources", "group")
    assert result.code == 1
    assert result.errors[0].startswith("error: group/group.toml: resources.local[1].heading: ")


def test_the_check_asks_each_address_and_writes_what_came_of_it(groupkit, monkeypatch, folder: Path, site: Web) -> None:
    ask_all = addresses.ask_all  # of ours, none: a test asks nobody but this computer
    monkeypatch.setattr(addresses, "ask_all", lambda each: ask_all(a for a in each if a.startswith("http://127.")))
    here, dead = site.address, f"http://127.0.0.1:{closed_port()}/"
    entries = own(f"{here}/fine", f"{here}/404", f"{here}/to//fine", f"{here}/503", dead, "High Street")
    (folder / "group.toml").write_text(ANSWERS + entries)
    before = contents(folder)
    result = groupkit("resources", "group", "--check", "--heading", "safety", "--nation", "scotland")
    assert result.code == 0, result.err
    notes = [line for line in result.err.splitlines() if line.startswith("note: ")]
    assert len(notes) == 5
    report = Path("resources-check.md").read_text(encoding="utf-8")
    sections = dict(part.split("\n", 1) for part in report.split("\n## ")[1:])
    assert "Place 2 (added by you, check this)" in sections["No longer there"]
    assert "The page is not there (404)." in sections["No longer there"]
    assert "Place 5" in sections["No answer"]
    assert f"It is now at <{here}/fine>." in sections["Moved"]
    assert "Place 4" in sections["Look yourself"]
    assert "Nobody has checked it yet" in sections["Past the review date, or never checked"]
    assert not any(
        "Place 1" in text for title, text in sections.items() if title != "Past the review date, or never checked"
    )
    assert contents(folder) == before
    assert sorted(path.name for path in Path().iterdir()) == ["group", "resources-check.md"]


def test_review_dates_are_looked_at_as_of_the_day(groupkit, monkeypatch) -> None:
    monkeypatch.setattr(addresses, "ask_all", lambda asked: [])
    review = next(iter(REGISTER.all_resources.values())).review_on
    day_before = review.replace(day=review.day - 1) if review.day > 1 else review.replace(month=review.month - 1)
    listed = [each for each in REGISTER.resources("wales") if each.heading == "start"]
    unread = sum(each.check_this for each in listed)
    assert 0 < unread < len(listed)
    for day, told in ((day_before, unread), (review, len(listed))):
        result = groupkit(
            "resources", "--nation", "wales", "--heading", "start", "--check", "--date", f"{day}", "-o", "c.md"
        )
        assert f"Past the review date, or never checked: {told} of " in result.out
    assert "A new look was due on 1 April 2027." in Path("c.md").read_text(encoding="utf-8")


def test_the_check_counts_every_entry_that_the_list_marks_to_be_checked(groupkit, monkeypatch) -> None:
    monkeypatch.setattr(addresses, "ask_all", lambda asked: [])
    marked = one_line(groupkit("resources", "--date", "2027-01-05").out).count("(check this")
    assert marked > 10
    result = groupkit("resources", "--check", "--date", "2027-01-05")
    assert f"Past the review date, or never checked: {marked} of " in result.out
    assert Path("resources-check.md").read_text(encoding="utf-8").count("Nobody has checked it yet.") == marked


def test_without_a_network_it_says_so_once_and_calls_nothing_dead(groupkit, monkeypatch) -> None:
    def offline(asked):
        raise addresses.OfflineError
        yield

    monkeypatch.setattr(addresses, "ask_all", offline)
    result = groupkit("resources", "--nation", "wales", "--check")
    assert result.code == 0
    assert result.err.count("\n") == 1
    assert result.err == "note: there is no network, so no address was asked.\n"
    report = Path("resources-check.md").read_text(encoding="utf-8")
    assert "There was no network, so no address was asked." in report
    assert "No answer" not in report
