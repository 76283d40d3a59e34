"""Marks around the answers in a filled-in text, so that it can be told from what the template says.

Only an answer that means nothing to Markdown, Word or this package is marked: plain words and figures of the Latin
alphabet. Whatever surrounds such words, they come out as they are, so a document can be finished with a letter in the
place of each, and the words put in last (`groupkit.stencil`). Other answers stand in the text unmarked, escaped.

The marks are two control characters. No answer can hold them, and no document shows them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from groupkit.escape import escape

START, END = "\x02", "\x03"

FIRST = 0xA500
MOST = 128
"""The letters that stand for answers: of the Vai alphabet, U+A500 to U+A57F."""

STAND_IN = re.compile(f"([{chr(FIRST)}-{chr(FIRST + MOST - 1)}])")

_FIRST_BYTES = tuple(chr(FIRST + each).encode()[:2] for each in (0, MOST - 1))
"""With which bytes all of them begin in UTF-8: looking for these is quicker than for the letters."""

_LETTER = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_SIGN = ",.'’()/:!?£%+\"“”–-"
# From the first letter or digit to the last, with single spaces and the signs of ordinary sentences between, and then
# the end of a sentence. Not figures alone, nor as in "1. May": at the start of a line these would be a list.
_PLAIN = re.compile(
    rf"((?!\d+(?:[.)](?: |$)|$))[{_LETTER}](?:(?:[{_LETTER}{_SIGN}]| (?! )| &(?= ))*[{_LETTER}])?)([.,!?)]*)"
)

# Where more depends on an answer than its own place, it stays: rows of tables, whose columns fit their words; headings
# inside a document, which are listed and referred to; titles of containers; and the fields of a form.
_STAYS, _STAYS_WITHOUT_NOTES = (
    re.compile(rf"\n(?:::: *{containers}\b(?s:.*?)\n:::[ \t]*(?=\n|$)|(?:\||##|:::)[^\n]*)")
    for containers in ("form", "(?:form|note)")
)


def marked(value: str) -> str:
    """Give the Markdown of `value`, as `escape` does, with marks around it if it is plain."""
    found = _PLAIN.fullmatch(value)
    return f"{START}{escape(found[1])}{END}{escape(found[2])}" if found else escape(value)


def unmarked(text: str) -> str:
    """Give a filled-in text without marks, as a plain string."""
    return str.replace(str.replace(text, START, ""), END, "")


@lru_cache(maxsize=16)
def letters(known: tuple[str, ...]) -> Mapping[str, str]:
    """Give the Markdown of those of the `known` answers that are plain, each with its letter, the same in every text.

    What stands in their order has the same letter from group to group, so that more of their papers is alike.
    """
    found: dict[str, str] = {}
    for which, value in enumerate(known[: MOST // 2]):
        plain = _PLAIN.fullmatch(value)
        if plain:
            found.setdefault(escape(plain[1]), chr(FIRST + which))
    return found


def cut(text: str, known: tuple[str, ...] = (), notes: bool = True) -> tuple[str, dict[int, str]] | None:
    """Take the marked answers out of a filled-in text.

    Args:
        text: what `render_marked` gives.
        known: answers that have letters of their own (`letters`).
        notes: the notes in it will be read; else the answers in them stay.

    Returns:
        The text with a letter in place of each answer, and the answers by the number of their letters; an answer that
        comes again has the same letter. None if the text holds such letters itself.
    """
    encoded = text.encode()
    if any(each in encoded for each in _FIRST_BYTES):
        return None
    first, *pieces = (_STAYS if notes else _STAYS_WITHOUT_NOTES).sub(_stay, f"\n{text}").split(START)
    written = [first[1:]]
    given = letters(known)
    more: dict[str, str] = {}
    used: dict[str, str] = {}
    for piece in pieces:
        answer, _, rest = piece.partition(END)
        letter = given.get(answer) or more.get(answer)
        if not letter and len(known) + len(more) < MOST:
            letter = more[answer] = chr(FIRST + len(known) + len(more))
        if letter:
            used[letter] = answer
        written += (letter or answer, rest)
    return "".join(written), {number(letter): answer.replace("\\", "") for letter, answer in used.items()}


def _stay(found: re.Match[str]) -> str:
    return unmarked(found[0]) if START in found[0] else found[0]


def number(letter: str) -> int:
    """Give which answer a letter stands for, counted from 0."""
    return ord(letter) - FIRST
