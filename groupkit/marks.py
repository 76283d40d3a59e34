"""Marks around the answers in a filled-in text, so that it can be told from what the template says.

Only an answer that means nothing to Markdown, Word or this package is marked: plain words and figures of the Latin
alphabet. Whatever surrounds such words, they come out as they are, so a document can be finished with a letter in the
place of each, and the words put in last (`groupkit.stencil`). Other answers stand in the text unmarked, escaped.

The marks are two control characters. No answer can hold them, and no document shows them.
"""

from __future__ import annotations

import re

from groupkit.escape import escape

START, END = "\x02", "\x03"

FIRST = 0xA500
MOST = 64
"""The letters that stand for answers: of the Vai alphabet, U+A500 to U+A53F, whose bytes all begin alike in UTF-8."""

STAND_IN = re.compile(f"([{chr(FIRST)}-{chr(FIRST + MOST - 1)}])")

_FIRST_BYTES = chr(FIRST).encode()[:2]

_LETTER = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_SIGN = ",.'’()/:!?£%+\"“”–-"
# From the first letter or digit to the last, with single spaces and the signs of ordinary sentences between, and then
# the end of a sentence. Not figures alone, nor as in "1. May": at the start of a line these would be a list.
_PLAIN = re.compile(
    rf"((?!\d+(?:[.)](?: |$)|$))[{_LETTER}](?:(?:[{_LETTER}{_SIGN}]| (?! )| &(?= ))*[{_LETTER}])?)([.,!?)]*)"
)

# Where more depends on an answer than its own place, it stays: rows of tables, whose columns fit their words; headings
# inside a document, which are listed and referred to; titles of containers; and the fields of a form.
_STAYS = re.compile(r"\n(?:::: *form\b(?s:.*?)\n:::[ \t]*(?=\n|$)|(?:\||##|:::)[^\n]*)")


def marked(value: str) -> str:
    """Give the Markdown of `value`, as `escape` does, with marks around it if it is plain."""
    found = _PLAIN.fullmatch(value)
    return f"{START}{escape(found[1])}{END}{escape(found[2])}" if found else escape(value)


def unmarked(text: str) -> str:
    """Give a filled-in text without marks, as a plain string."""
    return str.replace(str.replace(text, START, ""), END, "")


def cut(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Take the marked answers out of a filled-in text.

    Returns:
        The text with a letter in place of each answer, and the answers in the order of their letters; an answer that
        comes again has the same letter. None if the text holds such letters itself.
    """
    if _FIRST_BYTES in text.encode():
        return None
    first, *pieces = _STAYS.sub(_stay, f"\n{text}").split(START)
    written = [first[1:]]
    letters: dict[str, str] = {}
    for piece in pieces:
        answer, _, rest = piece.partition(END)
        if len(letters) == MOST and answer not in letters:
            written.append(answer)
        else:
            written.append(letters.setdefault(answer, chr(FIRST + len(letters))))
        written.append(rest)
    return "".join(written), tuple(answer.replace("\\", "") for answer in letters)


def _stay(found: re.Match[str]) -> str:
    return unmarked(found[0]) if START in found[0] else found[0]


def number(letter: str) -> int:
    """Give which answer a letter stands for, counted from 0."""
    return ord(letter) - FIRST
