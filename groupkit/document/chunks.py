"""Cutting a document's text where CommonMark reads both sides alike, so that unchanged stretches are read once.

A blank line is a safe place to cut when the next line begins at the margin, does not go on with a list, and no code
fence is open. In a clause group every numbered item at the margin is cut off too: clauses are numbered by us, so one
item does not depend on another. Lines of containers (`:::`) always cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from groupkit.frozen import Frozen

_CONTAINER = re.compile(r"^([ \t]*):::[ \t]*(\S*)[ \t]*(.*?)[ \t]*$", re.M)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^\n]*)$", re.M)
_BLANK = re.compile(r"\n(?:[ \t]*\n)+(?=[^ \t\n])")
_CLAUSE = re.compile(r"\n(?:[ \t]*\n)*(?=(?:\{#[^}\n]*\}[ \t]*\n)?\d{1,9}[.)][ \t])|\n(?:[ \t]*\n)+(?=[^ \t\n])")
_MARKER = re.compile(r"^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)", re.M)
_ENDS_AT_NEXT_ITEM = re.compile(r"(?:\{#[^}\n]*\}[ \t]*\n)?(?:\d{1,9}[.)][ \t]|#)")
_ID_ONLY = re.compile(r"\{#[^}\n]*\}[ \t]*")


Spans = list[tuple[int, int]]
"""Where fenced code begins and ends, in order."""


class Fence(Frozen):
    """A line that begins with `:::`: its indent, what it opens ("" closes), its title, and where it stands."""

    indent: str
    kind: str
    title: str
    start: int
    end: int


def fences(text: str, code: Spans) -> list[Fence]:
    """Give the container lines outside code, in order."""
    if ":::" not in text:
        return []
    return [
        Fence(found[1], found[2], found[3], found.start(), found.end())
        for found in _CONTAINER.finditer(text)
        if not (code and _inside(found.start(), code))
    ]


def code_spans(text: str) -> Spans:
    """Give the start and end of each fenced code block; one that is not closed goes to the end of the text."""
    if "```" not in text and "~~~" not in text:
        return []
    spans: Spans = []
    mark, start = "", 0
    for found in _FENCE.finditer(text):
        if not mark:
            if found[1][0] == "~" or "`" not in found[2]:
                mark, start = found[1], found.start()
        elif found[1].startswith(mark) and not found[2].strip():
            spans.append((start, found.end()))
            mark = ""
    return [*spans, (start, len(text))] if mark else spans


def chunks(text: str, start: int, end: int, clauses: bool, code: Spans) -> Iterator[tuple[int, str]]:
    """Give the chunks of `text[start:end]` that hold anything: where each begins, and its text.

    A text that holds fenced code is not cut: where such code ends depends on the list or quote it stands in.
    """
    begin = start
    while begin < end and text[begin] == "\n":
        begin += 1
    for found in () if code else (_CLAUSE if clauses else _BLANK).finditer(text, begin, end):
        if _may_cut(text, begin, found, clauses):
            yield begin, text[begin : found.start()]
            begin = found.end()
    last = text[begin:end]
    if not code:  # code that is never closed keeps its empty lines
        last = last.rstrip("\n")
    if last.strip(" \t\n"):
        yield begin, last


def _may_cut(text: str, begin: int, found: re.Match[str], clauses: bool) -> bool:
    if clauses:
        if _ID_ONLY.fullmatch(text, begin, found.start()):
            return False
        if found[0].count("\n") == 1:  # no blank line: only a clause or a heading ends at the next number
            return bool(_ENDS_AT_NEXT_ITEM.match(text, begin))
        if text[found.end()] in "0123456789":
            return True
    return not (_MARKER.match(text, found.end()) and _MARKER.search(text, begin, found.start()))


def _inside(position: int, code: Spans) -> bool:
    at = bisect_left(code, (position, 0)) - 1
    return at >= 0 and code[at][0] < position < code[at][1]
