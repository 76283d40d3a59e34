"""A file of answers that cannot be read ends in one clear line with its name, and its line where there is one."""

from pathlib import Path

import pytest

from groupkit.errors import AnswersError
from groupkit.group import Group, load

GOOD = (
    '[group]\nname = "Grŵp Afon"\narea = "Afon"\nnation = "wales"\n\n[meetings]\nstart = 18:30:00\nfirst = 2027-01-12\n'
)


def error_of(path: Path) -> str:
    with pytest.raises(AnswersError) as error:
        Group.load(path)
    (line,) = error.value.lines()
    return line


@pytest.mark.parametrize(
    "data",
    [GOOD.encode(), b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()],
    ids=["plain", "with a mark in front", "with the line ends of Windows"],
)
def test_a_file_is_read_however_an_editor_saved_it(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "group.toml"
    file.write_bytes(data)
    group = Group.load(file)
    assert group.group.name == "Grŵp Afon"
    assert group.meetings.start.isoformat() == "18:30:00"
    assert group.meetings.first is not None
    assert Group.load(str(file)) == group


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"[group]\nname = Riverside\n", ":2", "Text stands in quotation marks"),
        (b"[group]\nname = 'a'\nname = 'b'\n", ":3", "name = 'b' stands here a second time. Keep one"),
        (b"[group]\nname = 'a'\n[group]\n", ":3", "[group] stands here a second time"),
        ("[group]\nname = “a”\n".encode(), ":2", "Write straight ones"),
        ("[group]\nname = 'a\nb = '”'\n".encode(), ":2", "Text stands in quotation marks"),
        (b'[group]\nname = "a', ":2", "unterminated string"),
        (b"[group]\nname = 'a'\nx\xff = 1\n", ":3", "not in UTF-8"),
        ("[group]\n".encode("utf-16"), ":1", "not in UTF-8"),
        (b"[group]\nname = " + b"[" * 5000, "", "nested too deep"),
        (b"[group]\nname = " + b"9" * 5000, "", "a number that is too large"),
        (b"#" * 1_000_001, "", "too large to hold answers"),
    ],
)
def test_a_file_that_is_no_toml_is_named_with_the_line(tmp_path: Path, data: bytes, place: str, words: str) -> None:
    file = tmp_path / "group.toml"
    file.write_bytes(data)
    line = error_of(file)
    assert line.startswith(f"{file}{place}: ")
    assert words in line


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert error_of(tmp_path / "group.toml") == (
        f"{tmp_path / 'group.toml'}: there is no such file. Check the name and the folder."
    )


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    assert error_of(tmp_path) == f"{tmp_path}: this is a folder. Give the file in it, such as group.toml."


def test_each_problem_in_a_file_is_a_line_with_its_name() -> None:
    with pytest.raises(AnswersError) as error:
        Group.from_toml("[group]\nname = 1\n", where="group.toml")
    lines = error.value.lines()
    assert len(lines) == 3
    assert all(line.startswith("group.toml: group.") for line in lines)


def test_money_in_a_file_is_exact() -> None:
    group = Group.from_toml(GOOD + "[payments]\nrate_hour = 10.10\n")
    assert str(group.payments.rate_hour) == "10.10"


def test_a_line_too_long_for_any_answer_is_named_at_once() -> None:
    with pytest.raises(AnswersError, match=r"^a\.toml:2: the line has 100,004 characters"):
        load.parse("\n" + "a." * 50_000 + "a = 1"[1:], "a.toml")
    assert load.parse("a = '" + "b" * 9_000 + "'")
