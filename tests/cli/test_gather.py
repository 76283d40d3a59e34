"""Putting answers together for the commands that only look at a group."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from groupkit.cli.gather import looked_at
from groupkit.errors import UsageError


def test_a_file_is_laid_over_the_pack_and_the_day_is_that_of_the_pack(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text('[group]\nservice = "crisis care"\n')
    gathered, on = looked_at(pack, tmp_path / "more.toml")
    group = gathered.group()
    assert (group.group.name, group.group.service) == ("Riverside Voices", "crisis care")
    assert on == datetime.date(2027, 1, 5)


def test_without_a_pack_the_day_is_today_and_nothing_is_answered() -> None:
    gathered, on = looked_at(None, None)
    assert gathered.answers == {}
    assert abs(on - datetime.date.today()) <= datetime.timedelta(days=1)


def test_a_folder_without_a_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no group\.toml"):
        looked_at(tmp_path, None)
