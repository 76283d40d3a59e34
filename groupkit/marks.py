"""Marks around the answers in a filled-in text, so that it can be told from what the template says.

Only an answer that means nothing to Markdown, Word or this package is marked: plain words and figures of the Latin
alphabet. Whatever surrounds such words, they come out as they are, so a document can be finished with a letter in the
place of each, and the words put in last (`groupkit.stencil`). Other answers stand in the text unmarked, escaped.

The marks are two control characters. No answer can hold them, and no document shows them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from groupkit.escape import escape

START, END = "\x02", "\x03"

FIRST = 0xA500
MOST = 128
MOST_MAIL = 16
"""The letters that stand for answers are of the Vai alphabet, from U+A500 on; the last of them for mail addresses."""

_MAIL_FROM = FIRST + MOST
_END = _MAIL_FROM + MOST_MAIL
STAND_IN = re.compile(f"([{chr(FIRST)}-{chr(_END - 1)}])")
MAIL = f"[{chr(_MAIL_FROM)}-{chr(_END - 1)}]"
"""A stand-in for a mail address, which Markdown shows in angle brackets."""

_FIRST_BYTES = tuple({chr(each).encode()[:2] for each in range(FIRST, _END)})
"""With which bytes all of them begin in UTF-8: looking for these is quicker than for the letters."""

_LETTER = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"
_SIGN = ",.'()/:!?£%+\"-"
_LIKE = dict.fromkeys(range(0x100, 0x250), "a") | dict.fromkeys(map(ord, "’“”–—…"), "'")
"""Further letters and signs of the Latin alphabet, and what they count as: so that the patterns stay small."""
_MAIL = r"[A-Za-z0-9][A-Za-z0-9.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]*[A-Za-z0-9])+"
_PLAIN = re.compile(
    rf"(?P<mail>{_MAIL})"
    # From the first letter or digit to the last, with single spaces and the signs of ordinary sentences between, and
    # then the end of a sentence. Not as in "1. May": at the start of a line this would be a list.
    rf"|£?(?!\d+[.)](?: |$))(?P<words>[{_LETTER}](?:(?:[{_LETTER}{_SIGN}]| (?! )| &(?= ))*[{_LETTER}])?)[.,!?)]*"
)

_MAIL_IN = re.compile(rf"(?<![^ (])({_MAIL})(?=[.,)]*(?: |$))")
_ONE_LINE = re.compile(r"\S(?:[^\s]| )*(?<! )")
_WORD = re.compile(r"[^\s>*_+\-\[\]x\d.)]")

# Where more depends on an answer than its own place, it stays: rows of tables, whose columns fit their words; headings
# inside a document, which are listed and referred to; titles of containers; and the fields of a form.
_STAYS, _STAYS_WITHOUT_NOTES = (
    rf"\n(?:::: *{containers}\b(?s:.*?)\n:::[ \t]*(?=\n|$)|(?:\||##|:::)[^\n]*)"
    for containers in ("form", "(?:form|note)")
)


def marked(value: str) -> str:
    """Give the Markdown of `value`, as `escape` does, with marks around it if it is plain."""
    if "@" in value and _ONE_LINE.fullmatch(value):
        return "".join(_part(part) for part in _MAIL_IN.split(value))
    return _marked(value)


def _part(part: str) -> str:
    """Mark a mail address, or what stands beside one with its spaces."""
    words = part.strip(" ")
    before, _, after = part.partition(words) if words else (part, "", "")
    return f"{before}{_marked(words)}{after}"


def _marked(value: str) -> str:
    plain = _plain(value)
    if not plain:
        return escape(value)
    before, core, end = plain
    return f"{before}{START}{escape(core)}{END}{escape(end)}"


def _plain(value: str) -> tuple[str, str, str] | None:
    """Give plain words without a pound sign before them and the end of a sentence, and these two; None for others."""
    found = _PLAIN.fullmatch(value if value.isascii() or "@" in value else value.translate(_LIKE))
    if not found:
        return None
    start, end = found.span(found.lastgroup or 0)
    return value[:start], value[start:end], value[end:]


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
        plain = _plain(value)
        if plain and "@" not in value:
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
    first, *pieces = re.sub(_STAYS if notes else _STAYS_WITHOUT_NOTES, _stay, f"\n{text}").split(START)
    written = [first[1:]]
    given = _Letters(known)
    for piece in pieces:
        answer, _, rest = piece.partition(END)
        stays = answer.isdecimal() and _begins_line(written)
        written += (answer if stays else given.letter(answer), rest)
    return "".join(written), {number(letter): answer.replace("\\", "") for answer, letter in given.used.items()}


def _begins_line(written: Sequence[str]) -> bool:
    """Tell whether there are no words on the line so far, so that figures could be a list's.

    Figures, brackets and the marks of lists and quotes are not words.
    """
    return not _WORD.search("".join(written).rpartition("\n")[2])


class _Letters:
    """Hands out the letters of one text: known answers have theirs, the others take the next."""

    def __init__(self, known: tuple[str, ...]) -> None:
        self._known = letters(known)
        self._next = FIRST + min(len(known), MOST // 2)
        self._next_mail = _MAIL_FROM
        self.used: dict[str, str] = {}

    def letter(self, answer: str) -> str:
        """Give the letter of an answer; the answer itself when there is no letter left."""
        found = self.used.get(answer)
        if found is None:
            found = self._known.get(answer) or self._new("@" in answer)
            if not found:
                return answer
            self.used[answer] = found
        return found

    def _new(self, mail: bool) -> str:
        if mail and self._next_mail < _END:
            self._next_mail += 1
            return chr(self._next_mail - 1)
        if not mail and self._next < _MAIL_FROM:
            self._next += 1
            return chr(self._next - 1)
        return ""


def _stay(found: re.Match[str]) -> str:
    return unmarked(found[0]) if START in found[0] else found[0]


def number(letter: str) -> int:
    """Give which answer a letter stands for, counted from 0."""
    return ord(letter) - FIRST
