"""Making the cookiecutter template's questions from the answers' own declarations.

`python -m groupkit.cookiecutter_template` writes the template's `cookiecutter.json` again; a test compares.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from groupkit.folder.names import DEVICES
from groupkit.group import Answer, fields

DATE = "pack_date"
"""The one question that is not about the group: the date of the pack."""

SAVED = ".groupkit-answers.json"
"""The file in which cookiecutter hands the answers over; it is gone when the pack is made."""

_CHECKOUT = Path(__file__).parent.parent

_DEVICES = " ".join(sorted(name for name in DEVICES if name.isascii() and name.isalnum()))
_FOLDER = (
    "{% set name = cookiecutter.group_name | slugify(max_length=60) %}"
    f"{{{{ name ~ '-group' if name in '{_DEVICES}'.split() else name or 'our-group' }}}}"
)
_TODAY = "{% now 'local', '%Y-%m-%d' %}"
_USUAL = "What is usual for our kind of group"


def asked() -> dict[str, Answer]:
    """Give the answers that cookiecutter asks for, by their flat name: `group_name` for `group.name`."""
    return {answer.key.replace(".", "_", 1): answer for answer in fields() if answer.ask == "always"}


def template_json() -> str:
    """Give the text of cookiecutter.json."""
    questions = asked()
    content: dict[str, Any] = {flat: _default(answer) for flat, answer in questions.items()}
    content[DATE] = _TODAY
    content["__folder"] = _FOLDER
    content["__prompts__"] = {flat: _prompt(answer) for flat, answer in questions.items()}
    content["__prompts__"][DATE] = "Which date should the papers have? Write year-month-day"
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _default(answer: Answer) -> str | bool | list[str]:
    """Give the usual answer as cookiecutter wants it; an invented group is the example where there is none."""
    usual = "" if answer.derived else answer.kind.text(answer.example if answer.required else answer.default)
    if isinstance(answer.default, bool):
        return answer.default
    if not answer.choices:
        return usual
    first = next(iter(answer.choices)) if answer.required else usual
    return [first, *(value for value in answer.choices if value != first)]


def _prompt(answer: Answer) -> str | dict[str, str]:
    """Give the question, with a label for each choice."""
    if answer.choices:
        usual = {"": _USUAL} if answer.derived else {}
        return {"__prompt__": answer.question, **usual, **answer.choices}
    if answer.default == "":
        return f"{answer.question} Press Enter to leave it open"
    return answer.question


def main() -> None:
    """Write cookiecutter.json in the checkout; an installed groupkit has none."""
    path = _CHECKOUT / "templates" / "involvement-group" / "cookiecutter.json"
    if not path.exists():
        sys.exit(
            "error: There is no template here. Run this in a copy of the repository, not where groupkit is installed."
        )
    path.write_text(template_json(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
