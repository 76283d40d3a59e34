"""The errors groupkit raises, each with a message for people, a hint and an exit code.

Everything a person can cause ends in one of these. A traceback is for our own faults only.
"""

from __future__ import annotations

from collections.abc import Sequence


class GroupkitError(Exception):
    """The base: one line that says what is wrong, and a hint that says what to do instead."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def lines(self) -> Sequence[str]:
        """Every problem as a line of its own, for the command line to print."""
        return [str(self)]


class AnswersError(GroupkitError, ValueError):
    """Raised when answers cannot be used; holds every problem found, not only the first."""

    def __init__(self, problems: Sequence[str], where: str = "") -> None:
        self.problems = tuple(problems)
        self.where = where
        super().__init__("\n".join(self.lines()))

    def lines(self) -> Sequence[str]:
        """One line a problem, each naming the file it came from where there is one."""
        prefix = f"{self.where}: " if self.where else ""
        return [prefix + problem for problem in self.problems]


class UsageError(GroupkitError):
    """Raised when a command is used in a way that cannot work: a wrong option, no terminal, a folder in the way."""

    exit_code = 2


class TemplateError(GroupkitError, ValueError):
    """Raised when a document template is at fault; the message names file and line."""


class MarkdownError(GroupkitError, ValueError):
    """Raised when Markdown cannot be turned into a document: too large, or nested too deep."""


class StyleFileError(GroupkitError, ValueError):
    """Raised when a Word file given as a house style, or a logo, cannot be used."""


class FactError(GroupkitError, LookupError):
    """Raised when the register of facts is malformed, or a template asks for a fact that is not in it."""


class FolderError(GroupkitError, OSError):
    """Raised when a pack cannot be read from a folder or written to it."""

    exit_code = 2

    def __str__(self) -> str:
        return GroupkitError.__str__(self)
