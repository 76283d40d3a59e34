"""The characters that XML 1.0 forbids (section 2.2): no Word file can hold them."""

from __future__ import annotations

import re

_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"  # compiled at first need: hardly a text has any


def without_forbidden(text: str) -> str:
    """Drop the characters that XML forbids. None of them is printable, which is quick to ask."""
    return text if text.isprintable() else re.sub(_FORBIDDEN, "", text)
