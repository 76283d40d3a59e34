"""Reading TOML from a file or from text, with errors that name the file and the line."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..errors import AnswersError
from .kinds.base import visible

LARGEST_FILE = 1_000_000
LONGEST_LINE = 10_000
"""Characters: no answer is longer, and what reads TOML takes the square of the length of some lines."""


def read_file(path: Path) -> str:
    """The text of a file of answers. Raises `AnswersError` naming the file if it cannot be read as text."""
    return decoded(read_bytes(path, LARGEST_FILE, "to hold answers"), str(path))


def read_bytes(path: Path, most: int, wanted: str) -> bytes:
    """What is in a file of at most so many bytes; `wanted` says what a larger one cannot be.

    Raises `AnswersError` naming the file if it cannot be read, or is too large.
    """
    try:
        with path.open("rb") as file:  # no more than is looked at: a pipe or a device may have no end
            data = file.read(most + 1)
    except FileNotFoundError:
        raise AnswersError(["there is no such file. Check the name and the folder."], str(path)) from None
    except IsADirectoryError:
        raise AnswersError(["this is a folder. Give the file in it, such as group.toml."], str(path)) from None
    except OSError as error:
        reason = error.strerror or "an error of the disk"
        what = "this is a folder. Give the file in it." if path.is_dir() else f"the file cannot be read ({reason})."
        raise AnswersError([what], str(path)) from None
    if len(data) > most:
        raise AnswersError([f"the file is too large {wanted}. Check that it is the right one."], str(path))
    return data


def decoded(data: bytes, where: str) -> str:
    """UTF-8 text, without the mark that some editors put in front."""
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = "the file is not in UTF-8. Save it again as UTF-8 text."
        raise AnswersError([wrong], f"{where}:{line}") from None


def parse(text: str, where: str = "") -> dict[str, Any]:
    """TOML as sections of answers. Raises `AnswersError` naming file and line."""
    import tomllib

    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            wrong = f'the line has {len(line):,} characters. Answers are short lines such as name = "Riverside Voices".'
            raise AnswersError([wrong], _place(where, number))
    try:
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text, where) from None
    except (RecursionError, ValueError):
        wrong = "the file is nested too deep, or holds a number that is too large."
        raise AnswersError([wrong + ' Answers are simple lines such as name = "Riverside Voices".'], where) from None


def _syntax_error(message: str, text: str, where: str) -> AnswersError:
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", message, re.DOTALL)
    reason = match[1] if match else message
    line = int(match[2]) if match and match[2] else text.count("\n") + 1
    place = _place(where, line)
    at = text.split("\n")[line - 1]
    if re.match("cannot (overwrite|declare|redefine|mutate)", reason, re.IGNORECASE):
        wrong = f"{visible(at.strip())} stands here a second time. Keep one of the two, and take out the other."
    elif re.search(r"^[^\"'#]*=\s*[“”„‘’‚«»]", at):
        wrong = 'this line has curly quotation marks. Write straight ones: name = "Riverside Voices".'
    else:
        hint = 'Text stands in quotation marks: name = "Riverside Voices".'
        wrong = f"{reason[:1].lower()}{reason[1:]}. {hint}"
    return AnswersError([wrong], place)


def _place(where: str, line: int) -> str:
    return f"{where}:{line}" if where else f"line {line}"
