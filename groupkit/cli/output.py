"""Everything the command line prints: plain lines, no colour, on any console."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator

from groupkit.errors import FolderError


def prepare() -> None:
    """Make the streams hold any text: what a console cannot show becomes a question mark, never a crash.

    A stream that whoever started us closed (`groupkit list >&-`, a program without a console) leads to nothing.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if isinstance(
        sys.stdin, io.TextIOWrapper
    ):  # bytes that are no letters reach the answers, which refuse them by name
        sys.stdin.reconfigure(errors="surrogateescape")


def say(text: str = "") -> None:
    """Print a line of the result; whoever reads may be gone already (`groupkit list | head`), which is no error.

    Raises:
        FolderError: the output goes to a file, and its disk refuses.
    """
    with _output():
        print(_shown(text))


def error(text: str) -> None:
    """Say on one line what is wrong."""
    _aside(f"error: {text}")


def warn(text: str) -> None:
    """Say on one line what deserves a look."""
    _aside(f"warning: {text}")


def note(text: str) -> None:
    """Say on one line what is good to know, where it must not mix with the result."""
    _aside(f"note: {text}")


def table(rows: Iterable[tuple[str, str]]) -> None:
    """Print two columns, the first as wide as its longest text."""
    rows = list(rows)
    width = max((len(left) for left, _ in rows), default=0)
    for left, right in rows:
        say(f"  {left:<{width}}  {right}".rstrip())


def close() -> int:
    """Send what is still waiting, if anybody reads it; give the exit code that this leads to."""
    try:
        with _output():
            sys.stdout.flush()
    except FolderError as problem:
        error(str(problem))
        return problem.exit_code
    return 0


@contextlib.contextmanager
def _output() -> Iterator[None]:
    """Print inside the block; a reader who is gone does not matter, a full disk does."""
    try:
        yield
    except BrokenPipeError:
        abandon()
    except OSError as problem:
        abandon()
        raise FolderError(f"The output cannot be written: {problem.strerror}.") from problem


def abandon() -> None:
    """Point the output at nothing, so that Python does not complain on its way out."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _aside(text: str) -> None:
    """Print to the error stream, after what was said so far. Nothing is left to say where that fails."""
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    with contextlib.suppress(OSError):
        print(_shown(" ".join(text.splitlines())), file=sys.stderr)


_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the rest of a line round, so that it reads as something else. Marks within words may stay."""


def _shown(text: str) -> str:
    """Make text safe for a console: control characters in names and files must not steer it."""
    return "".join("�" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return char in _STEERING or (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n")
