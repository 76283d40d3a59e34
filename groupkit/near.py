"""The known words most like one that is not known, for messages that ask "Did you mean"."""

from __future__ import annotations

from collections.abc import Iterable


def close_to(word: str, known: Iterable[str], count: int = 1, cutoff: float = 0.6) -> list[str]:
    """Give up to `count` of the known words, the likest first. What compares them is loaded when it is needed."""
    from difflib import get_close_matches

    return get_close_matches(word, list(known), count, cutoff)
