"""The paper of a plan: what it must show, and what it must never say, whatever was planned."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import product

import docx
import pytest
from PIL import Image

from groupkit.document import plain_text
from groupkit.errors import MarkdownError
from groupkit.facts import NATIONS, Register
from groupkit.papers import Paper
from groupkit.payments import Activity, paper, plan
from groupkit.writers.docx import write

REGISTER = Register.load()
ON = date(2026, 12, 1)
MONDAY = date(2027, 1, 4)

# One plan that crosses nothing, one that crosses everything, one that is late, one without pay days, one without pay.
PLANS = {
    "small": [Activity(MONDAY, Decimal(1), Decimal(4), MONDAY)],
    "large": [Activity(MONDAY, Decimal(17), Decimal(900), MONDAY + timedelta(days=3))],
    "bunched": [
        Activity(MONDAY, Decimal(4), Decimal(190), date(2027, 2, 16)),
        Activity(MONDAY + timedelta(days=7), Decimal(4), Decimal(190), date(2027, 2, 18)),
    ],
    "undated": [Activity(MONDAY, Decimal(2), Decimal(30))],
    "unpaid": [Activity(MONDAY, Decimal(2), Decimal(0))],
    "old": [Activity(date(2025, 6, 3), Decimal(2), Decimal(197), date(2025, 6, 4))],
    "spring": [Activity(date(2027, 3, 31), Decimal(2), Decimal(197), date(2027, 4, 20))],
}

FORBIDDEN = {
    "says that something is safe": (
        r"\bsafe(ly)?\b",
        r"(will|does|do|can) not (affect|change|touch|count against|matter|reduce|stop)",
        r"\b(fine|allowed|okay|OK|protected|no problem|all right)\b(?! for a volunteer| amount)",
        r"you (can|may) (earn|take|accept|have) (this|it|all|the)",
        r"(keeps?|keeping) (your|their|the|all) (benefit|award|allowance)",
    ),
    "advises": (
        r"\byou (should|ought|had better|must)\b",
        r"we (advise|suggest|recommend)",
        r"\b(best|better|wiser|wisest) (to|choice|if)\b(?<!No choice is better)",
        r"(refuse|decline|turn down)",
        r"(to|in order to) (keep|protect|save|get more) (your|the|any|a) (benefit|credit|allowance|ESA|award)",
    ),
    "averages": (r"\bon average (you|this)", r"average(d)? (is|of|comes to) £", r"spread .{0,30}over the year"),
    "asks about the person": (r"your (name|diagnosis|condition|illness)\b", r"which benefits? (do|are) you"),
    "asserts what was not verified": (r"believed to", r"No limit on pay"),
}


@cache
def made(which: str, nation: str, rules: tuple[str, ...]) -> Paper:
    return paper(plan(PLANS[which], rules, nation, 14), ON)


def words(which: str, nation: str, rules: tuple[str, ...]) -> str:
    return plain_text(made(which, nation, rules).document)


def every() -> list[str]:
    """Each plan with each benefit alone, with all of them and with none, in each nation."""
    found = []
    for nation, which in product(NATIONS, PLANS):
        ids = tuple(each.id for each in REGISTER.benefits(nation))
        found += [words(which, nation, rules) for rules in ((), ids, *((id,) for id in ids))]
    return found


def test_no_paper_holds_a_forbidden_sentence() -> None:
    texts = every()
    assert len(texts) > 300
    for fault, patterns in FORBIDDEN.items():
        for pattern, text in product(patterns, texts):
            found = re.search(pattern, text, re.IGNORECASE)
            assert not found, f"it {fault}: {text[max(0, found.start() - 80) : found.end() + 40]!r}"


@pytest.mark.parametrize(
    "sentence",
    ["This amount is safe.", "It will not affect your money.", "You should take less.", "You may refuse the pay."],
)
def test_the_patterns_find_what_they_are_for(sentence: str) -> None:
    assert any(re.search(pattern, sentence, re.IGNORECASE) for group in FORBIDDEN.values() for pattern in group)


@pytest.mark.parametrize("which", PLANS)
@pytest.mark.parametrize("nation", NATIONS)
def test_universal_credit_alone_never_brings_up_permitted_work_or_sixteen_hours(which: str, nation: str) -> None:
    text = made(which, nation, ("uc",)).markdown
    for unwanted in ("ermitted", "PW1", "16 hours", "203.50", "ESA", "195.50"):
        assert unwanted not in text


@pytest.mark.parametrize("nation", NATIONS)
def test_every_paper_ends_with_free_advice_for_its_nation(nation: str) -> None:
    adviser = {each.id: each for each in REGISTER.resources(nation)}[REGISTER.nation(nation).benefits_adviser]
    for rules in ((), ("uc",), tuple(each.id for each in REGISTER.benefits(nation))):
        ending = words("large", nation, rules).split("Free advice\n")[-1]
        assert adviser.title in ending
        assert ("check this" in ending) == adviser.check_this
        assert len(ending) < 700


@pytest.mark.parametrize("nation", NATIONS)
def test_no_figure_of_another_nation_is_shown(nation: str) -> None:
    text = words("large", nation, tuple(each.id for each in REGISTER.benefits(nation)))
    assert ("£204" in text) is (nation != "scotland")
    assert ("Carer Support Payment" in text) is (nation == "scotland" or "Scotland has" in text)


def test_every_line_shows_the_rule_the_figure_its_dates_and_its_source() -> None:
    rows = [line.split("\t") for line in words("bunched", "england", ("esa-ns",)).splitlines() if "\t" in line]
    header, *lines = [row for row in rows if len(row) == 5 and "Expenses only" not in row[4]][:4]
    assert header == ["Week from", "Pay and hours", "Rule and figure", "Dates and source", "Where it stands"]
    assert lines[-1] == [
        "15 February 2027",
        "£380, 0 hours",
        "up to £203.50, and fewer than 16 hours",
        "£203.50: 1 April 2026 to 31 March 2027, PolicyEngine; 16 hours: from 27 October 2008, legislation.gov.uk; "
        "£20: from 27 October 2008, legislation.gov.uk",
        "over the limit of pay, by £176.50",
    ]


def test_the_four_choices_are_shown_side_by_side_with_what_they_add_up_to() -> None:
    text = words("bunched", "england", ("esa-ns",))
    expected = (
        "15 February 2027\t£380\tanything under £380\tpaid in the week of the work, at most £190 in one week\t£0 of pay"
    )
    assert expected in text
    assert "No choice is better than another here" in text
    assert "What the choices would add up to" not in words("small", "england", ("esa-ns",))


def test_how_pay_counts_is_said_once_for_each_benefit() -> None:
    credit = words("small", "england", ("uc",))
    assert credit.count("in the monthly assessment period in which it arrives") == 1
    assert "The figures are those of the day on which the period begins." in credit
    assert words("small", "england", ("pc",)).count("pound for pound") == 1


def test_an_unverified_benefit_is_named_and_sent_to_an_adviser() -> None:
    text = words("small", "wales", ("sp",))
    assert "We have not checked the rules of this benefit" in text
    assert "no limit" not in text.lower()


def test_where_averaging_exists_the_paper_says_so_and_does_not_do_it() -> None:
    for rule, nation in (
        ("esa-ns", "england"),
        ("ca", "wales"),
        ("csp", "scotland"),
        ("pc", "england"),
        ("jsa-ns", "wales"),
    ):
        assert "never averages" in words("large", nation, (rule,))


def test_a_paper_made_after_the_review_says_so_under_its_title() -> None:
    late = plain_text(paper(plan(PLANS["small"], ["uc"], "england"), date(2027, 4, 1)).document).splitlines()
    assert late[1].startswith("Some figures here may be out of date.")
    before = plain_text(paper(plan(PLANS["small"], ["uc"], "england"), date(2027, 3, 31)).document)
    assert "out of date" not in before


def test_the_chart_is_a_picture_with_words_for_it_and_its_numbers_are_in_the_table() -> None:
    sheet = made("bunched", "england", ("esa-ns",))
    (name,) = sheet.pictures
    picture = Image.open(BytesIO(sheet.pictures[name]))
    assert picture.format == "PNG"
    assert f"]({name})" in sheet.markdown
    assert (
        "The limit is £203.50. The highest bar is £380, for the week from 15 February 2027. Above the line: 1 of 3."
        in (sheet.markdown)
    )


def test_the_picture_shows_the_bar_above_the_limit() -> None:
    sheet = made("bunched", "england", ("esa-ns",))
    picture = Image.open(BytesIO(next(iter(sheet.pictures.values())))).convert("RGB")
    red = [y for y in range(picture.height) if picture.getpixel((40, y)) == (0xB0, 0x00, 0x20)]
    column = int(30 + (picture.width - 180) / 3 * 2.3)
    blue = [y for y in range(picture.height) if picture.getpixel((column, y)) == (0x1F, 0x4E, 0x79)]
    assert red
    assert blue
    assert min(blue) < min(red)


def test_word_and_markdown_say_the_same_and_the_word_file_holds_the_chart() -> None:
    sheet = made("large", "scotland", ("uc", "csp", "pc"))
    opened = docx.Document(BytesIO(sheet.docx))
    assert len(opened.inline_shapes) == len(sheet.pictures) == 5
    for shape in opened.inline_shapes:
        assert shape._inline.docPr.get("descr").startswith("Chart of the pay each ")
    cells = {cell.text for table in opened.tables for row in table.rows for cell in row.cells}
    for line in plain_text(sheet.document).splitlines():
        if "\t" in line:
            assert set(line.split("\t")) <= cells


def test_what_people_call_the_work_stays_text() -> None:
    done = [Activity(MONDAY, Decimal(1), Decimal(10), MONDAY, "# a | [b](c) {{ d }} <e>")]
    text = plain_text(paper(plan(done, ["uc"], "england"), ON).document)
    assert "4 January 2027: # a | [b](c) {{ d }} <e>\t1\t£10" in text


def test_the_same_plan_gives_the_same_bytes() -> None:
    one, other = (paper(plan(PLANS["large"], ["esa-ns"], "wales"), ON) for _ in range(2))
    assert (one.docx, one.markdown, one.pictures) == (other.docx, other.markdown, other.pictures)


def test_planning_without_drawing_does_not_load_pillow() -> None:
    import subprocess
    import sys

    program = (
        "import sys; sys.modules['PIL'] = None\n"
        "from groupkit.payments import paper, plan\n"
        "made = plan([{'date': '2027-01-05', 'hours': 1, 'amount': 300}], ['esa-ns', 'uc'], 'wales')\n"
        "print(len(paper(made).markdown))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert int(done.stdout) > 1000, done.stderr


def test_a_picture_in_memory_that_is_none_is_refused_by_name() -> None:
    sheet = made("large", "wales", ("ca",))
    with pytest.raises(MarkdownError, match=r"plan-ca\.png: this is not a PNG or JPEG picture"):
        write(sheet.document, date=ON, pictures={"plan-ca.png": b"GIF89a"})


@pytest.mark.parametrize("bars", [1, 2, 60])
def test_a_chart_can_hold_one_bar_or_many(bars: int) -> None:
    done = [Activity(date(2025, 12, 1) + timedelta(days=7 * n), Decimal(1), Decimal(n), None) for n in range(bars)]
    sheet = paper(plan(done, ["esa-ns"], "england"), ON)
    assert Image.open(BytesIO(next(iter(sheet.pictures.values())))).size == (1500, 640)
