"""Which letters are written from right to left (Arabic, Hebrew and their kin).

Word does not work this out by itself: a run of such letters has to say that it is one, and so has a paragraph that
begins with them, or punctuation and numbers come out on the wrong side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_RIGHT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY = re.compile(f"[{_RIGHT}]")
_STRONG = f"([{_RIGHT}])|[^\\W\\d_]"
# Letters from right to left, with the spaces and signs between them (not around them).
_RUN = f"[{_RIGHT}](?:[^\\w<>]*[\\d{_RIGHT}]+)*"

LANGUAGES: Final = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "ckb", "dv", "syr"})


def holds_right(text: str) -> bool:
    """Tell whether any letter of `text` is written from right to left."""
    return not text.isascii() and bool(_ANY.search(text))


def starts_right(text: str) -> bool:
    """Tell whether the first letter of `text` is written from right to left."""
    if text.isascii() or not _ANY.search(text):
        return False
    first = re.search(_STRONG, text)
    return bool(first and first[1])


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Cut `text` into stretches of one direction each, and say of each whether it runs from right to left."""
    if text.isascii() or not _ANY.search(text):
        yield text, False
        return
    position = 0
    for match in re.finditer(_RUN, text):
        if match.start() > position:
            yield text[position : match.start()], False
        yield match[0], True
        position = match.end()
    if position < len(text):
        yield text[position:], False


def is_right(lang: str) -> bool:
    """Tell whether a language (BCP 47 tag) is written from right to left."""
    return lang.split("-")[0].lower() in LANGUAGES
