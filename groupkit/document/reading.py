"""What one stretch of text gives when it is read: its blocks, the ids it sets, the ids it points to."""

from __future__ import annotations

from dataclasses import dataclass, field

from groupkit.document.blocks import Block
from groupkit.errors import MarkdownError

MAX_ADDRESSES = 5_000_000
"""How many characters the addresses and titles of all links and pictures of a text may have."""


class MisuseError(Exception):
    """Raised inside the parser when the dialect is misused; `line` counts from 0 within the text being read."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Place:
    """An id, and the line it stands on (from 0, within the stretch of text)."""

    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that has been read. `ids` are set in it; `targets` are pointed to from it."""

    blocks: tuple[Block, ...]
    ids: tuple[Place, ...] = ()
    targets: tuple[Place, ...] = ()


@dataclass(slots=True)
class Reading:
    """What is known while a stretch is read. `line` is the line of the inline text at hand."""

    dialect: bool
    ids: list[Place] = field(default_factory=list)
    targets: list[Place] = field(default_factory=list)
    line: int = 0
    addresses: int = 0

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
