"""Outlines: which blocks a text was read into, and where in it their words stand, but not one word of it.

Reading Markdown takes longer than anything else a single run does with its papers. An outline of a text can be kept for
the next run without keeping what somebody wrote: it is numbers, the names of blocks, and the few words of our own that
say what kind something is. With the same text beside it, it is filled in again.
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias, get_args

from groupkit.document import blocks
from groupkit.document.reading import Place, Stretch
from groupkit.frozen import Frozen

Outline: TypeAlias = "str | int | bool | tuple[Any, ...] | list[Any] | None"
"""Plain data. A node is a tuple: the number of its class, then its fields. Words are a tuple that begins with WORDS:
where each stretch of them begins and ends. Several nodes are a list."""

WORDS: Final = -1
_CLASSES: Final = (Stretch, Place, *get_args(blocks.Block), *get_args(blocks.Inline), blocks.Item)
_NUMBERS: Final = {each: number for number, each in enumerate(_CLASSES)}
_OUR_WORDS: Final = frozenset(("", "?", *get_args(blocks.BlankKind), *get_args(blocks.Align)))
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


class _Unplaced(Exception):  # noqa: N818
    """Some words do not stand in the text as they were read: an entity, say."""


def outline(text: str, stretch: Stretch) -> Outline:
    """Give the outline of what was read of a text; None if the text alone would not give it back."""
    try:
        made = _outlined(stretch, _Source(text))
    except _Unplaced:
        return None
    return made if read(text, made) == stretch else None


def read(text: str, made: Outline) -> Any:
    """Give what an outline of this very text stands for."""
    if isinstance(made, tuple):
        if made[0] == WORDS:
            ends = iter(made[1:])
            return "".join([text[begin:end] for begin, end in zip(ends, ends, strict=True)])
        return _CLASSES[made[0]](*[read(text, each) for each in made[1:]])
    return tuple([read(text, each) for each in made]) if isinstance(made, list) else made


def _outlined(node: Any, source: _Source) -> Outline:
    if isinstance(node, Frozen):
        return (_NUMBERS[type(node)], *(_outlined(each, source) for each in node.as_dict().values()))
    if isinstance(node, tuple):
        return [_outlined(each, source) for each in node]
    if isinstance(node, str) and node not in _OUR_WORDS:
        return (WORDS, *source.places(node))
    return node  # type: ignore[no-any-return]


class _Source:
    """A text, and the same without its backslashes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[tuple[int, int]] = []  # where each piece between backslashes begins in the text, and ends
        begin = 0
        for found in _ESCAPED.finditer(text):
            self._pieces.append((begin, found.start()))
            begin = found.end()
        self._pieces.append((begin, len(text)))
        self._plain = "".join(text[begin:end] for begin, end in self._pieces)

    def places(self, words: str) -> list[int]:
        """Give where words stand in the text: begin, end, begin, end. Raises _Unplaced if they do not."""
        at = self._text.find(words)
        if at >= 0:
            return [at, at + len(words)]
        at = self._plain.find(words)
        if at < 0:
            raise _Unplaced
        places: list[int] = []
        end = at + len(words)
        for begin, stop in self._pieces:
            length = stop - begin
            if at < length and end > 0:
                places += (begin + max(at, 0), begin + min(end, length))
            at, end = at - length, end - length
        return places
