"""What is in force on a date in a nation, on both sides of every kind of line."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from groupkit.errors import FactError
from groupkit.facts import NATIONS, Fact, NotInForce, Register
from groupkit.facts.words import amount_words

REGISTER = Register.load()
READ_ON, REVIEW = date(2026, 11, 23), date(2027, 4, 1)

SOURCES = '[[source]]\nid = "A"\ntitle = "A title"\npublisher = "A publisher"\n'
TOP = "read_on = 2026-11-23\nreview_on = 2027-04-01\n"
HEAD = '[[fact]]\nid = "x"\nname = "X"\nnations = ["england"]\nlook_up = "https://example.org/x"\n'


def period(start: str, end: str = "", value: str = "1", more: str = "") -> str:
    last = f"end = {end}\n" if end else ""
    end_words = f'source = "A"\nconfidence = "primary"\n{more}'
    return f"[[fact.period]]\nvalue = {value}\nstart = {start}\n{last}{end_words}"


def register(tmp_path: Path, figures: str, sources: str = SOURCES) -> Register:
    (tmp_path / "figures.toml").write_text(TOP + figures, "utf-8")
    (tmp_path / "sources.toml").write_text(sources, "utf-8")
    return Register.load(tmp_path)


@pytest.mark.parametrize(
    ("day", "pence"), [(date(2026, 4, 5), "0.45"), (date(2026, 4, 6), "0.55"), (date(2027, 3, 31), "0.55")]
)
def test_each_day_has_the_value_of_its_period(day: date, pence: str) -> None:
    fact = REGISTER.at(day, "england")["mileage-car"]
    assert isinstance(fact, Fact)
    assert fact.value == Decimal(pence)


def test_a_fact_carries_its_text_dates_source_and_confidence() -> None:
    fact = REGISTER.at(date(2027, 1, 5), "wales")["esa-permitted-work"]
    assert isinstance(fact, Fact)
    assert (fact.value, fact.unit, fact.period) == (Decimal("203.50"), "pounds", "week")
    assert (fact.amount, fact.text, str(fact)) == ("£203.50", "£203.50 a week", "£203.50 a week")
    assert (fact.start, fact.end) == (date(2026, 4, 1), date(2027, 3, 31))
    assert fact.dates == "1 April 2026 to 31 March 2027"
    assert fact.source.id == "pe-uk"
    assert fact.confidence == "secondary"
    assert fact.printable


def test_an_unknown_start_holds_from_the_day_it_was_read() -> None:
    before, on = READ_ON - timedelta(days=1), READ_ON
    early = REGISTER.at(before, "england")["mileage-bicycle"]
    assert isinstance(early, NotInForce)
    assert early.why == "not-yet"
    fact = REGISTER.at(on, "england")["mileage-bicycle"]
    assert isinstance(fact, Fact)
    assert fact.dates == "as read in November 2026"


def test_an_open_end_holds_until_the_review_and_then_must_be_looked_up() -> None:
    assert REGISTER.at(REVIEW - timedelta(days=1), "england")["mileage-car"]
    late = REGISTER.at(REVIEW, "england")["mileage-car"]
    assert isinstance(late, NotInForce)
    assert late.why == "review"
    assert late.reason == "It was due for a check by 1 April 2027."


def test_a_known_end_holds_past_the_review_and_not_past_itself() -> None:
    assert REGISTER.at(date(2027, 4, 5), "england")["carers-allowance-limit"]
    late = REGISTER.at(date(2027, 4, 6), "england")["carers-allowance-limit"]
    assert isinstance(late, NotInForce)
    assert late.reason == "The last figure we know held until 5 April 2027."


def test_a_fact_of_another_nation_is_never_used() -> None:
    day = date(2025, 10, 1)
    assert REGISTER.at(day, "scotland")["carer-support-payment-limit"].text == "£196 a week"
    assert REGISTER.at(day, "england")["carers-allowance-limit"].text == "£196 a week"
    for id, nation in (("carer-support-payment-limit", "england"), ("carers-allowance-limit", "scotland")):
        absent = REGISTER.at(day, nation)[id]
        assert isinstance(absent, NotInForce)
        assert absent.why == "nation"


def test_scotlands_carer_limit_must_be_looked_up_in_2027_although_the_uk_one_is_known() -> None:
    day = date(2027, 1, 5)
    absent = REGISTER.at(day, "scotland")["carer-support-payment-limit"]
    assert not absent
    assert "mygov.scot" in absent.text
    assert "196" not in absent.text
    assert REGISTER.at(day, "england")["carers-allowance-limit"].text == "£204 a week"


def test_what_is_not_in_force_is_false_and_prints_where_to_look() -> None:
    absent = REGISTER.at(date(2027, 1, 5), "northern-ireland")["uc-surplus"]
    assert isinstance(absent, NotInForce)
    assert not absent
    assert not absent.printable
    assert absent.value is None
    assert absent.amount == "look this up"
    assert str(absent).startswith("look this up at https://www.nidirect.gov.uk/")
    assert absent.last is not None
    assert absent.last.value == Decimal(2500)


def test_the_mapping_meets_only_facts_in_force() -> None:
    facts = REGISTER.at(date(2027, 1, 5), "england")
    assert len(facts) == len(list(facts))
    assert all(facts.values())
    assert "mileage-car" in facts
    assert "uc-surplus" not in facts
    assert "no-such" not in facts
    assert {absent.id for absent in facts.absent()} == {"nice-old-full", "nice-old-half", "uc-surplus", "coproco-hour"}


def test_a_misspelt_id_names_the_nearest() -> None:
    with pytest.raises(FactError, match=r'no fact "milage-car" in the register. Did you mean "mileage-car"\?'):
        REGISTER.at(READ_ON, "england")["milage-car"]
    with pytest.raises(FactError, match='"france" is not a nation'):
        REGISTER.at(READ_ON, "france")


def test_stale_names_series_past_their_end_or_review() -> None:
    now = {fact.id for fact in REGISTER.stale(READ_ON)}
    assert now == {"coproco-hour", "uc-surplus", "carer-support-payment-limit"}
    later = {fact.id for fact in REGISTER.stale(REVIEW)}
    assert {"mileage-car", "living-wage-21", "uc-taper"} <= later
    assert "carers-allowance-limit" not in later


def test_the_register_says_when_it_was_read_and_when_it_is_due() -> None:
    assert (REGISTER.checked, REGISTER.review) == (READ_ON, REVIEW)


@given(day=st.dates(date(2005, 1, 1), date(2035, 1, 1)), nation=st.sampled_from(NATIONS))
def test_on_any_day_a_fact_in_force_covers_the_day_the_nation_and_is_checked(day: date, nation: str) -> None:
    for fact in REGISTER.at(day, nation).values():
        assert isinstance(fact, Fact)
        assert fact.start <= day <= (fact.end or REVIEW - timedelta(days=1))
        assert nation in fact.series.nations
        assert fact.printable


def test_an_unverified_figure_is_kept_and_never_in_force(tmp_path: Path) -> None:
    figures = HEAD + period("2026-01-01").replace('"primary"', '"unverified"')
    absent = register(tmp_path, figures).at(READ_ON, "england")["x"]
    assert isinstance(absent, NotInForce)
    assert (absent.why, absent.printable) == ("unverified", False)
    assert absent.last is not None


def test_a_superseded_figure_is_kept_and_never_in_force(tmp_path: Path) -> None:
    figures = HEAD + period('"unknown"', value="1", more="superseded = true\n") + period("2020-01-01", value="2")
    fact = register(tmp_path, figures).at(READ_ON, "england")["x"]
    assert fact.value == 2


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        (HEAD + period("2026-01-01", "2026-06-01") + period("2026-06-01"), 'fact "x": the periods from 2026-01-01'),
        (HEAD + period("2026-01-01") + period("2026-06-01"), "overlap"),
        (HEAD + period("2026-01-01") + period('"unknown"'), "overlap"),
        (HEAD + period("2026-01-01", "2025-12-31"), "end is 2025-12-31, before the start"),
        (HEAD + period('"last April"'), r'fact "x": period 1: start is .last April., not a date'),
        (HEAD + period('"2026-13-01"'), "not a date"),
        (HEAD + period("2026-01-01T10:00:00"), "not a date"),
        (HEAD + period("2026-13-01"), "figures.toml: this is not valid TOML"),
        (HEAD + period("2026-01-01").replace('source = "A"', 'source = "B"'), 'source is "B", which sources.toml'),
        (HEAD + period("2026-01-01").replace("primary", "sure"), "confidence is .sure.. It can be: primary"),
        (HEAD.replace("england", "France") + period("2026-01-01"), "nations names France"),
        (HEAD.replace('["england"]', "[]") + period("2026-01-01"), "names no nation"),
        (HEAD + period("2026-01-01") + HEAD + period("2026-01-01"), 'fact "x" is there twice'),
        (HEAD + period("2026-01-01", more="strat = 1\n"), "period 1: no such key: strat"),
        (HEAD + 'perid = "week"\n' + period("2026-01-01"), 'fact "x": no such key: perid'),
        (HEAD.replace('name = "X"\n', "") + period("2026-01-01"), "name is missing"),
        (HEAD + period("2026-01-01", value="nan"), "value is .*, not a number"),
        (HEAD + period("2026-01-01", value="true"), "value is True, not a number"),
        (HEAD, "period is missing"),
        ("[[facts]]\n", "figures.toml: no such key: facts"),
        ("fact = 3\n", "write each fact under"),
    ],
)
def test_a_malformed_register_is_refused_naming_file_and_entry(tmp_path: Path, figures: str, message: str) -> None:
    with pytest.raises(FactError, match=message) as raised:
        register(tmp_path, figures).at(READ_ON, "england")
    assert str(raised.value).startswith("figures.toml")


def test_a_malformed_date_of_a_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactError, match=r'sources.toml: source "A": date is "last year"'):
        register(tmp_path, HEAD + period("2026-01-01"), SOURCES + 'date = "last year"\n').at(READ_ON, "england")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactError, match=r"forms.toml: this file of the register cannot be read"):
        Register.load(tmp_path).form("cic")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (Decimal("0.55"), "pounds", "55p"),
        (Decimal(427), "pounds", "£427"),
        (Decimal("203.5"), "pounds", "£203.50"),
        (Decimal(12570), "pounds", "£12,570"),
        (Decimal("12.50"), "pounds", "£12.50"),
        (Decimal(55), "percent", "55%"),
        (Decimal("2.5"), "percent", "2.5%"),
        (Decimal(16), "hours", "16 hours"),
        (Decimal(0), "pounds", "£0"),
        ("by agreement", "", "by agreement"),
    ],
)
def test_amounts_read_as_people_write_them(value: Decimal | str, unit: str, words: str) -> None:
    assert amount_words(value, unit) == words


def test_facts_and_what_stands_for_them_can_be_kept_in_a_set() -> None:
    found = [REGISTER.at(day, "wales")["mileage-car"] for day in (date(2027, 1, 5), date(2050, 1, 5), date(2027, 1, 5))]
    assert len({*found}) == 2
