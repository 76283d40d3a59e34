"""Which addresses a link of ours may lead to."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LIVE = frozenset({"http", "https", "mailto", "tel"})


def is_live(href: str) -> bool:
    """Tell whether a reader may follow `href`: the web, mail, telephone, a relative path or a place in the document.

    Writers show the words of any other link as text.
    """
    scheme = _SCHEME.match(href)
    return scheme[1].lower() in _LIVE if scheme else bool(href) and not href.startswith(("//", "\\"))
