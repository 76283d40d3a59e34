"""The page on adding a document: its example works, and its tables are those of the code."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from helpers.groups import ON, group
from jinja2.defaults import DEFAULT_FILTERS, DEFAULT_NAMESPACE

from groupkit import build, choosing, context, render, templates
from groupkit.marks import unmarked
from groupkit.templates import CARDS, SETS, WORK, Template

PAGE = (Path(__file__).parents[2] / "docs/reference/documents.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"^```markdown\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
NAME = "room-checklist"


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, below its head."""
    part = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.split("\n") if line.startswith("|")]
    return [[cell.replace("\\|", "|") for cell in re.split(r"(?<!\\) \| ", line.strip("| "))] for line in lines[2:]]


def names(cell: str) -> list[str]:
    return re.findall(r"`(\w+)`", cell)


def first_names(heading: str) -> list[str]:
    return [name for row in rows(heading) for name in names(row[0])]


def seen() -> Mapping[str, Any]:
    shared = {**context.for_group(group(), ON, []), "documents": []}
    return context.for_document(templates.documents()[0], shared)


@pytest.fixture
def with_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the templates with the example of the page among them."""
    shutil.copytree(str(templates.root()), tmp_path / "templates")
    file = tmp_path / f"templates/documents/meetings/{NAME}.md"
    file.write_text(EXAMPLE, encoding="utf-8")
    caches = (templates.documents, choosing._wanted)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(templates, "root", lambda: tmp_path / "templates")
    yield file
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("with_example")
def test_the_example_is_a_document_as_soon_as_its_file_is_there() -> None:
    made = build(group(pack__add=NAME, members__now=8), date=ON)[NAME]
    assert "We meet at 2pm, for 2 hours. Go and see ________ (name of the room) first." in made.markdown
    assert "There are ten chairs or more." in made.markdown
    assert [each.label for each in made.blanks] == ["name of the room", "your name", "day"]
    assert made.docx.startswith(b"PK")
    assert NAME in build(group(pack__kind="full"), date=ON)


@pytest.mark.usefixtures("with_example")
def test_the_example_stays_out_of_the_packs_that_its_front_matter_says() -> None:
    out = {each.name: each.reason for each in build(group(meetings__how="online", pack__kind="full"), date=ON).left_out}
    assert out[NAME] == "You meet online, so there is no room to look at."
    assert NAME not in build(group(), date=ON)


def test_the_table_of_keys_has_each_key_once_and_says_which_are_needed() -> None:
    internal = ("path", "body_line", "_body")
    keys = ["for" if each == "purpose" else each for each in Template.__match_args__ if each not in internal]
    assert sorted(first_names("Front matter")) == sorted(keys)
    usual = len(Template.__init__.__defaults__ or ())
    needed = [names(row[0])[0] for row in rows("Front matter") if row[2] == "an error"]
    assert sorted(needed) == sorted(keys[: len(keys) - usual])


def test_the_table_of_keys_has_every_pack_command_and_card() -> None:
    said = {names(row[0])[0]: names(row[1]) for row in rows("Front matter")}
    assert said["sets"] == [*SETS, *WORK]
    assert said["card"] == list(CARDS)


def test_the_table_of_what_a_template_sees_is_what_it_sees() -> None:
    assert sorted(first_names("What a template sees")) == sorted(seen())


@pytest.mark.parametrize("row", rows("What prints a place, a reference or a link"), ids=lambda row: names(row[0])[0])
def test_what_prints_markdown_prints_what_the_page_says(row: list[str]) -> None:
    assert printed(row[1]) == row[2].strip("`")


def test_all_that_prints_markdown_is_on_the_page() -> None:
    ours = set(render.environment().globals) - set(DEFAULT_NAMESPACE)
    assert set(first_names("What prints a place, a reference or a link")) == ours


@pytest.mark.parametrize("row", rows("Filters"), ids=lambda row: names(row[0])[0])
def test_a_filter_prints_what_the_page_says(row: list[str]) -> None:
    assert f"| {names(row[0])[0]}" in row[1]
    assert printed(row[1]) == row[2]


def test_all_filters_of_ours_are_on_the_page() -> None:
    ours = {name for name, each in render.environment().filters.items() if DEFAULT_FILTERS.get(name) is not each}
    assert set(first_names("Filters")) == ours


def printed(code: str) -> str:
    return unmarked(render.environment().from_string(code.strip("`")).render(seen()))
