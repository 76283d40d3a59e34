"""Saving a pack: its documents, the answers they were made from, and the record of both."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupkit import __version__
from groupkit.errors import AnswersError, FolderError
from groupkit.folder.disk import explained
from groupkit.folder.names import ANSWERS
from groupkit.folder.report import SaveReport
from groupkit.folder.save import recover, save

if TYPE_CHECKING:
    from groupkit.group import Group
    from groupkit.pack import Pack


def save_pack(
    pack: Pack,
    folder: str | os.PathLike[str],
    *,
    answers: str | None = None,
    check: Callable[[], None] = lambda: None,
) -> SaveReport:
    """Write a pack with its answers to a folder, keeping what people changed there and their comments in `group.toml`.

    Args:
        pack: what `build` gave.
        folder: where to; made if it is not there.
        answers: the text of `group.toml`, where the caller has it already. Without it, it is made from the group.
        check: raises where a folder that is there is not as the caller takes it to be; called when nobody else can
            change it any more.

    Raises:
        FolderError: the folder cannot be written, or is not one.
        AnswersError: the `group.toml` that is there cannot be read as TOML.
    """
    target = Path(folder)
    recover(target)
    if answers is None:
        group = pack.group
        if tuple(group.pack.formats) != tuple(pack.formats):
            group = group.replace({"pack.formats": list(pack.formats)})
        answers = answers_text(group, read_text(target / ANSWERS))
    record = {"version": __version__, "date": pack.date.isoformat(), "formats": list(pack.formats)}
    return save({**pack.files, ANSWERS: answers.encode()}, target, manifest=record, check=check)


def answers_text(group: Group, existing: str = "") -> str:
    """Give the text of `group.toml` for a group.

    A file that a person has worked in keeps their comments and order. Otherwise the text follows from the answers
    alone, so that every door writes the same: an answer that is the usual one is not written as given.
    """
    from groupkit.group import fields
    from groupkit.group.toml import write_answers

    if existing.strip() and not _is_ours(existing):
        return write_answers(group, existing)
    usual = {answer.key for answer in fields() if not answer.derived and group.value(answer.key) == answer.default}
    return write_answers({key: value for key, value in group.given_values().items() if key not in usual})


def draft_text(answers: Mapping[str, Any], existing: str = "") -> str:
    """Give the text of `group.toml` for unfinished answers, by full name; a person's comments in it are kept."""
    from groupkit.group.toml import write_answers

    return write_answers(answers, "" if _is_ours(existing) else existing)


def _is_ours(text: str) -> bool:
    """Say whether a `group.toml` is as groupkit writes it for its answers, whole or unfinished."""
    from groupkit.group import read_answer
    from groupkit.group.load import parse
    from groupkit.group.toml import write_answers

    try:
        given = {f"{name}.{key}": value for name, section in parse(text).items() for key, value in section.items()}
        return write_answers({key: read_answer(key, value) for key, value in given.items()}) == text
    except (AnswersError, AttributeError):
        return False


def read_text(path: Path) -> str:
    """Give the text of a file of answers; empty where there is none.

    Raises:
        FolderError: it is a folder or cannot be read.
        AnswersError: it is not UTF-8, or too large for answers.
    """
    from groupkit.group.load import read_file

    with explained(path, "read"):
        if path.is_dir():
            raise FolderError(f"{path} is a folder, not a file of answers.", "Name the file in it.")
        return read_file(path) if path.exists() else ""
