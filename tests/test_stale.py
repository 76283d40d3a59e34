"""Old figures are loud: on the command line, and on the first page of each paper that rests on them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from groupkit import Group, build
from groupkit.cli.telling import tell
from groupkit.document import plain_text
from groupkit.facts import Register

REVIEW = Register.load().review
GROUP = Group.from_answers({"group.name": "Riverside Voices", "group.area": "Riverside", "group.nation": "wales"})
WORDS = "Some figures here may be out of date."


def test_from_the_review_on_every_paper_with_figures_says_so_under_its_title() -> None:
    pack = build(GROUP, date=REVIEW)
    for name in ("payment-policy", "resource-list"):
        title, second, *_ = plain_text(pack[name].document).splitlines()
        assert title
        assert second.startswith(WORDS)
        assert second in pack[name].markdown.replace("\\", "").replace("**", "")
    assert WORDS in plain_text(pack["start-here"].document)
    assert [each.id for each in pack.findings if WORDS in each.message] == ["stale"]


def test_until_the_review_nothing_is_said() -> None:
    pack = build(GROUP, date=date(2027, 3, 31))
    assert not any(WORDS in plain_text(each.document) for each in pack)
    assert "stale" not in {each.id for each in pack.findings}


def test_the_command_line_warns(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pack = build(GROUP, date=REVIEW, formats=["md"])
    tell(pack, pack.save(tmp_path / "pack"))
    assert capsys.readouterr().err.count(f"warning: {WORDS}") == 1


def test_an_old_pack_that_is_built_again_after_the_review_warns_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> date:
            return REVIEW

    pack = build(GROUP, date=date(2027, 1, 5), formats=["md"])
    report = pack.save(tmp_path / "pack")
    monkeypatch.setattr("groupkit.cli.telling.datetime.date", Later)
    tell(pack, report)
    assert capsys.readouterr().err.count(f"warning: {WORDS}") == 1
