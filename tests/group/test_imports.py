"""Starting costs: what only some commands need is not imported with the answers."""

import subprocess
import sys

HEAVY = ("tomlkit", "cattrs", "click", "docx", "jinja2", "markdown_it", "jsonschema", "groupkit.meetings")


def loaded_after(code: str) -> set[str]:
    code += f"\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_answers_imports_nothing_heavy() -> None:
    assert loaded_after("import groupkit.group") == set()


def test_a_first_file_is_written_without_tomlkit() -> None:
    code = """
from groupkit.group import Group
from groupkit.group.toml import write_answers
write_answers(Group.from_answers({"group": {"name": "a", "area": "b", "nation": "wales"}}))
"""
    assert loaded_after(code) == {"cattrs"}
