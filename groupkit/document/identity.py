"""Knowing a block again. Blocks of unchanged template text are the very same objects in every document."""

from __future__ import annotations

from functools import lru_cache

from groupkit.document.blocks import Block, Link, Ref
from groupkit.document.text import inlines_of


class Same:
    """Wraps a block so that a cache knows it by identity: cheaper than by its contents, and just as right.

    A cache that holds it keeps the block alive, so the identity cannot pass to another block.
    """

    __slots__ = ("block",)

    def __init__(self, block: Block) -> None:
        self.block = block

    def __hash__(self) -> int:
        return id(self.block)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.block is other.block


@lru_cache(maxsize=2048)
def targets(same: Same) -> tuple[str, ...]:
    """Give the ids that references and links inside a block point to, each once."""
    found: dict[str, None] = {}
    for inline in inlines_of(same.block):
        if isinstance(inline, Ref):
            found[inline.target] = None
        elif isinstance(inline, Link) and inline.href.startswith("#"):
            found[inline.href[1:]] = None
    return tuple(found)
