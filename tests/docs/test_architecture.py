"""The page on the shape of the house names every room."""

from __future__ import annotations

import re
from pathlib import Path

HOME = Path(__file__).parents[2]


def test_every_module_and_package_has_its_line() -> None:
    page = (HOME / "docs/architecture.md").read_text(encoding="utf-8")
    rooms = page.partition("## The rooms")[2].partition("## Words")[0]
    named = {each.replace("*", "") for each in re.findall(r"[a-z_*]+(?:\.py|/)", rooms)}
    there = {each.name for each in (HOME / "groupkit").glob("*.py")}
    there |= {f"{each.parent.name}/" for each in (HOME / "groupkit").glob("*/__init__.py")}
    there = {each for each in there if not each.startswith("cookiecutter_")} | {"cookiecutter_.py"}
    assert there - named == set()
    assert {each for each in named if each.endswith(".py")} - there - {"markdown.py"} == set()
