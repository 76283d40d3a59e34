"""Reading the logs of a folder from Python, all at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from groupkit.errors import AnswersError
from groupkit.reporting import IMPACT, PRESENCE, SELF_ASSESSMENT, empty_files, read_folder, report

ASKED = "date,asked,of_whom,answered_on,answer,reason,changed\r\n2027-01-10,Café’s hours,Trust,1/2/2027,done,,Yes\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in empty_files("full").items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder_is_read_and_counted_in_two_lines(folder: Path) -> None:
    (folder / IMPACT).write_bytes(ASKED.encode("cp1252"))
    (folder / PRESENCE).unlink()
    logs = read_folder(str(folder))
    assert (logs.names, logs.windows, logs.presence) == ((IMPACT, SELF_ASSESSMENT), (IMPACT,), ())
    assert [(each.asked, each.where) for each in logs.impact] == [("Café’s hours", f"{folder / IMPACT}:2")]
    assert len(logs.judged) > 10
    assert report(logs.impact, logs.presence, logs.judged, year=2027, on=date(2028, 1, 10)).count("done") == 1


def test_a_folder_without_logs_is_nothing_and_no_mistake(tmp_path: Path) -> None:
    logs = read_folder(tmp_path)
    assert (logs.names, logs.impact, logs.presence, logs.judged) == ((), (), (), ())


def test_what_is_wrong_in_any_file_is_named_with_the_file(folder: Path) -> None:
    (folder / IMPACT).write_bytes(b"PK\x03\x04\0\0")
    (folder / PRESENCE).write_text("date,members,others\nsoon,1,1\n")
    with pytest.raises(AnswersError) as raised:
        read_folder(folder)
    assert [each.partition(": ")[0] for each in raised.value.lines()] == [
        str(folder / IMPACT),
        f"{folder / PRESENCE}:2",
    ]
