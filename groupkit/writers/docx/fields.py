"""Fields: words that Word can work out again, each with what it shows until then."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256

from groupkit.writers.docx import xml

_PLAIN_ID = re.compile(r"[a-z][a-z0-9-]{0,37}\Z")
_NUMBERED = re.compile(r"(.*?)((?:\d[\d.]*)?(?:\([a-z]+\))*)\Z", re.S)
_OPENING, _CLOSING = "“\"'‘", "”\"'’"


@lru_cache(maxsize=4096)
def bookmark_name(target: str) -> str:
    """The bookmark of an id: letters, digits and underscores, at most 40 of them, a letter first, as Word wants.

    Word takes capitals for small letters here. Ids that cannot be kept so are replaced by a number made from them; no
    two ids give the same name.
    """
    if _PLAIN_ID.match(target):
        return target.replace("-", "_")
    return f"id_{sha256(target.encode('utf-8', 'replace')).hexdigest()[:24]}"


def bookmark(name: str, number: str, content: str) -> str:
    """`content` with a bookmark around it; `number` is unique among the document's bookmarks."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def reference(target: str, words: str, run: Callable[[str], str]) -> str:
    """A REF field to the bookmark of `target`, showing `words` ("clause 7.2(a)", or a heading in quotation marks).

    Only what Word can work out is in the field: the number of a clause (`\\w`: in full), or the words of a heading.
    `run` writes text as runs.
    """
    name = bookmark_name(target)
    if len(words) > 1 and words[0] in _OPENING and words[-1] in _CLOSING:
        return run(words[0]) + field(f"REF {name} \\h", run(words[1:-1])) + run(words[-1])
    before, number = _NUMBERED.match(words).groups()  # type: ignore[union-attr]
    shown = field(f"REF {name} \\w \\h", run(number)) if number else ""
    return (run(before) if before else "") + shown


def field(code: str, shown: str) -> str:
    """A field with its code and the runs it shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {xml.escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
