"""What one stretch of text gives when it is read: its blocks, the ids it sets, the ids it points to."""

from __future__ import annotations

from groupkit.document.blocks import Block
from groupkit.errors import MarkdownError
from groupkit.frozen import Frozen

MAX_ADDRESSES = 5_000_000
"""How many characters the addresses and titles of all links and pictures of a text may have."""


class MisuseError(Exception):
    """Raised inside the parser when the dialect is misused; `line` counts from 0 within the text being read."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


class Place(Frozen):
    """An id, and the line it stands on (from 0, within the stretch of text)."""

    id: str
    line: int


class Stretch(Frozen):
    """A stretch of text that has been read. `ids` are set in it; `targets` are pointed to from it."""

    blocks: tuple[Block, ...]
    ids: tuple[Place, ...] = ()
    targets: tuple[Place, ...] = ()


class Reading:
    """What is known while a stretch is read. `line` is the line of the inline text at hand."""

    def __init__(self, dialect: bool) -> None:
        self.dialect = dialect
        self.ids: list[Place] = []
        self.targets: list[Place] = []
        self.line = 0
        self.addresses = 0

    def took(self, address: str) -> str:
        """Give an address or title back, and count it: one long reference can be used ten thousand times over.

        Raises MarkdownError when all together are longer than any text would need.
        """
        self.addresses += len(address)
        if self.addresses > MAX_ADDRESSES:
            raise MarkdownError(
                f"the addresses and titles of the links have more than {MAX_ADDRESSES:,} characters together.",
                "Use shorter ones, or fewer links.",
            )
        return address

    def fault(self, message: str) -> MisuseError:
        """Make the error for something wrong on the line at hand."""
        return MisuseError(self.line, message)
