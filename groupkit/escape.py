"""Making an answer safe to stand in Markdown: whatever it holds, it comes out as those characters.

Every ASCII punctuation mark gets a backslash (CommonMark, "Backslash escapes"), so nothing in an answer can
begin a heading, a list, a link, an id or a container. The backslash and the upright bar become character
references instead: a table row is cut at its bars before anything else is read, and a backslash that ends a
cell would hide the bar after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_MARKS = {ord(mark): f"\\{mark}" for mark in "!\"#$%&'()*+,-./:;<=>?@[]^_`{}~"}
_MARKS |= {ord("\\"): "&#92;", ord("|"): "&#124;"}
_LINE_ENDS = r"[\t\n\v\f\r\x85\u2028\u2029]+"  # compiled at first need, and so are the ends: few answers have any
_ENDS = r"^\s+|\s+$"


@lru_cache(maxsize=4096)
def escape(value: str) -> str:
    """Give `value` as Markdown that shows exactly its characters, on one line.

    Line ends and tabs become one space, and more than one space at either end becomes one: four would begin a
    code block, and two before a line end ask for a new line. Where Markdown trims a line, the one space goes too.
    """
    if value.isalnum():
        return value
    line = value if value.isprintable() else re.sub(_LINE_ENDS, " ", value)
    line = line.translate(_MARKS)
    return re.sub(_ENDS, _end, line) if line[:1].isspace() or line[-1:].isspace() else line


def _end(found: re.Match[str]) -> str:
    """Keep no-break and other wide spaces at an end as character references, for the parser would trim them."""
    run = re.sub("^ +" if found.start() == 0 else " +$", " ", found[0])
    return "".join(each if each == " " else f"&#{ord(each)};" for each in run)


def blank_markup(label: str, kind: str = "text", choices: Sequence[str] = ()) -> str:
    """Give the Markdown of a place to fill in. `label` is escaped already; the choices may hold any characters."""
    offered = "|".join(choice.replace("\\", "\\\\").replace("|", "\\|") for choice in choices)
    return f'[{label}](blank:{kind} "{escape(offered)}")' if choices else f"[{label}](blank:{kind})"
