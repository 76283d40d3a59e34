"""The page for people who import groupkit: its examples run, and every public name stands on it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import groupkit
from groupkit import Pack, PackDocument, errors
from groupkit.folder import SaveReport

PAGE = (Path(__file__).parents[2] / "docs/reference/python.md").read_text(encoding="utf-8")
MODULES = [
    "groupkit",
    "groupkit.group",
    "groupkit.payments",
    "groupkit.work",
    "groupkit.reporting",
    "groupkit.checking",
    "groupkit.facts",
]


def part(heading: str) -> str:
    """The text under a heading that begins with these words, down to the next of its level."""
    found = re.search(rf"^(#+) `{re.escape(heading)}`.*?$(.*?)(?=^\1 |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, heading
    return found[2]


def first_cells(text: str) -> set[str]:
    """The names in the first column of the tables."""
    cells = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_the_examples_run_one_after_the_other_and_print_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
    exec(compile(code, "docs/reference/python.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == re.findall(r"# prints (.*)", code)


@pytest.mark.parametrize("name", MODULES)
def test_the_table_of_a_module_has_each_of_its_public_names_and_no_other(name: str) -> None:
    table, *below = part(name).split("\n### ")
    errors_below = next((each for each in below if each.startswith("Errors")), "")
    assert first_cells(table) | first_cells(errors_below) == set(import_module(name).__all__)


@pytest.mark.parametrize("kind", [Pack, PackDocument, SaveReport])
def test_the_table_of_a_class_has_each_of_its_public_attributes_and_no_other(kind: type) -> None:
    attributes = {*vars(kind), *kind.__match_args__}  # type: ignore[attr-defined]
    assert first_cells(part(kind.__name__)) == {each for each in attributes if not each.startswith("_")}


def test_each_error_stands_there_with_the_built_in_one_that_it_also_is() -> None:
    rows = dict(re.findall(r"^\| `(\w+Error)` \|.*\| (.*?) ?\|$", PAGE, re.MULTILINE))
    public = {each: getattr(errors, each) for each in groupkit.__all__ if each.endswith("Error")}
    assert set(rows) == set(public)
    for name, kind in public.items():
        also = [each for each in kind.__bases__ if each.__module__ == "builtins"]
        assert rows[name].strip("`") == (also[0].__name__ if also else "")
