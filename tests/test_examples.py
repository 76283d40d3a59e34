"""Proves that the packs kept in `examples/` are what groupkit makes now from the answers beside them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from groupkit import Group
from groupkit.group.toml import write_answers

HERE = Path(__file__).parent.parent / "examples"


def maker() -> ModuleType:
    """Load `examples/make.py`."""
    spec = importlib.util.spec_from_file_location("make_examples", HERE / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EXAMPLES = sorted(file.parent for file in HERE.glob("*/group.toml"))


def test_there_are_three_unlike_groups() -> None:
    groups = [Group.load(example / "group.toml") for example in EXAMPLES]
    assert len(groups) >= 3
    assert len({group.form.kind for group in groups}) >= 3
    assert len({group.group.nation for group in groups}) >= 3


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_pack_of_an_example_is_what_is_made_now(example: Path) -> None:
    assert maker().differing(example) == [], "run: python examples/make.py, and read what changed"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_answers_of_an_example_are_written_as_groupkit_writes_them(example: Path) -> None:
    text = (example / "group.toml").read_text(encoding="utf-8")
    assert write_answers(Group.load(example / "group.toml"), text) == text
