"""The cookiecutter door: starting it with the template that came along, and making the pack from its answers."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from groupkit.cli import options, output
from groupkit.cli.gather import Gathered
from groupkit.cli.telling import tell
from groupkit.cookiecutter_template import DATE, SAVED, asked
from groupkit.errors import AnswersError, GroupkitError, UsageError

TEMPLATE = "involvement-group"


def run(arguments: Sequence[str]) -> int:
    """Run cookiecutter on the template that came with groupkit and give its exit code.

    Raises:
        UsageError: cookiecutter cannot use the arguments, or what it was given.
    """
    from cookiecutter.cli import main
    from cookiecutter.exceptions import CookiecutterException
    from jinja2 import TemplateError

    from groupkit import templates

    if "-v" not in arguments and "--verbose" not in arguments:  # our messages say it; the log would add a traceback
        logging.getLogger("cookiecutter.hooks").setLevel(logging.CRITICAL)
    with resources.as_file(templates.root() / TEMPLATE) as folder:
        try:
            main([str(folder), *arguments], prog_name="groupkit cookiecutter", standalone_mode=False)
        except SystemExit as stop:
            return stop.code if isinstance(stop.code, int) else 1
        except (CookiecutterException, TemplateError, ValueError, OSError) as problem:
            raise UsageError(f"cookiecutter: {problem}") from problem
    return 0


def finish(folder: Path | None = None) -> int:
    """Make the pack from the answers that cookiecutter left in a folder, here unless told; give the exit code.

    This is what the template's hook calls. Problems are printed as `groupkit new` prints them.
    """
    output.prepare()
    try:
        _finish((folder or Path.cwd()).resolve())
    except GroupkitError as problem:
        for line in problem.lines():
            output.error(line)
        return problem.exit_code
    return output.close()


def _finish(folder: Path) -> None:
    from groupkit.folder import ANSWERS, explained, read_text, save_pack

    answers = _take(folder / SAVED)
    on, problems = _day(str(answers.get(DATE, "")).strip() or None)
    gathered = Gathered(folder=folder)
    gathered.add_text(read_text(folder / ANSWERS), ANSWERS)
    gathered.add({answer.key: answers[flat] for flat, answer in asked().items() if answers.get(flat, "") != ""}, "")
    try:
        pack = gathered.pack(gathered.group(), on)
    except AnswersError as error:
        raise AnswersError([*problems, *error.lines()]) from None
    if problems:
        raise AnswersError(problems)
    with explained(folder):
        os.chdir(folder.parent)  # Windows does not let go of a folder in which a program stands
    tell(pack, save_pack(pack, folder))


def _day(text: str | None) -> tuple[date | None, list[str]]:
    """Read the date of the pack; give what is wrong with it, to be told with all else that is wrong."""
    try:
        return options.read_day(text, DATE), []
    except UsageError as error:
        return None, [str(error)]


def _take(path: Path) -> dict[str, Any]:
    """Read the answers that cookiecutter wrote, and remove the file."""
    from groupkit.folder import explained

    with explained(path, "read"):
        text = path.read_text(encoding="utf-8")
        path.unlink()
    try:
        answers = json.loads(text)
    except ValueError as error:
        raise AnswersError([f"cookiecutter's answers cannot be read: {error}."]) from error
    if not isinstance(answers, dict):
        raise AnswersError(["cookiecutter's answers cannot be read."])
    return answers
