"""`groupkit check`: the Word files of a folder as they are now, and its answers against the rules."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from groupkit.cli import options, output
from groupkit.errors import AnswersError, FolderError, UsageError


@click.command("check")
@options.FOLDER
def command(folder: Path) -> int:
    """Look at the Word files in FOLDER as they are now, and at its group.toml.

    Each line names the document, the place, what is wrong, and what to do about it in Word. FOLDER may be one Word
    file. The exit code is 1 when something shuts people out (error), and 0 when there is nothing, or only advice.
    """
    from groupkit.checking import word_files
    from groupkit.folder import ANSWERS, explained, recover

    with explained(folder, "read"):
        if folder.is_dir():
            recover(folder)
        files = [folder] if folder.is_file() else word_files(folder)
        has_answers = (folder / ANSWERS).is_file()
        if not folder.exists():
            raise UsageError(f"{folder} is not there.", "Check the name of the folder.")
    if not files and not has_answers:
        raise UsageError(f"{folder} holds no Word files and no {ANSWERS}.", "Give the folder of a pack.")
    errors, advice = _rules(folder) if has_answers else (0, 0)
    for path in files:
        found, others = _look(path, folder)
        errors, advice = errors + found, advice + others
    output.say(_sum(errors, advice, len(files)))
    return 1 if errors else 0


def _look(path: Path, folder: Path) -> tuple[int, int]:
    """Print what is to mend in one file; give how many errors there are, and how much advice."""
    from groupkit.checking import check_file

    name = path.name if path == folder else path.relative_to(folder).as_posix()
    try:
        found = check_file(path)
    except FolderError as problem:
        output.say(f"{name}: error: {problem}")
        return 1, 0
    for each in found:
        place = f" {each.place}:" if each.place else ""
        output.say(f"{name}: {each.severity}:{place} {each.message} {each.do}".rstrip())
    errors = sum(each.severity == "error" for each in found)
    return errors, len(found) - errors


def _rules(folder: Path) -> tuple[int, int]:
    """Print what the rules find in the answers of a folder; give how many errors there are, and how much advice."""
    from groupkit import rules, stale
    from groupkit.cli.gather import Gathered, read_saved
    from groupkit.folder import ANSWERS

    gathered = Gathered(folder=folder)
    today = datetime.date.today()
    try:
        gathered.add_text(read_saved(folder), ANSWERS)
        found = [*rules.check(gathered.group(), today), *stale.finding(today)]
    except AnswersError as problem:
        for line in problem.lines():
            output.say(f"{ANSWERS}: error: {line.removeprefix(f'{ANSWERS}: ')}")
        return len(problem.lines()), 0
    told = [finding for finding in found if finding.severity != "note"]
    for finding in told:
        reason = f" {finding.reason}" if finding.reason else ""
        output.say(f"{ANSWERS}: {finding.severity}: {finding.message}{reason}")
    errors = sum(finding.severity == "error" for finding in told)
    return errors, len(told) - errors


def _sum(errors: int, advice: int, files: int) -> str:
    where = f"{files} Word file{'' if files == 1 else 's'}"
    if not errors and not advice:
        return f"Nothing to mend in {where}."
    parts = [f"{errors} error{'' if errors == 1 else 's'}", f"{advice} piece{'' if advice == 1 else 's'} of advice"]
    return f"{' and '.join(parts)} in {where}."
