"""Anchors of headings, as GitHub makes them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=2048)
def slug(text: str) -> str:
    """Give the anchor of a heading: lower case, letters (accented too), digits, `-` and `_` kept, spaces as hyphens."""
    kept = (each for each in text.strip().lower() if each in " -_" or unicodedata.category(each)[0] in "LNM")
    return "".join(kept).replace(" ", "-")


class Slugs:
    """Gives each heading of a document its anchor, in reading order: the second of two alike ends in `-1`."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def next(self, text: str) -> str:
        """Give the anchor of the next heading."""
        base = anchor = slug(text)
        while anchor in self._seen:
            self._seen[base] += 1
            anchor = f"{base}-{self._seen[base]}"
        self._seen[anchor] = 0
        return anchor

    @property
    def given(self) -> frozenset[str]:
        """The anchors given so far."""
        return frozenset(self._seen)
