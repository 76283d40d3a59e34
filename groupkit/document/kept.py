"""Keeping what was read from run to run, as outlines: of the words of a paper nothing is kept.

An outline is found by a digest of the text, and of the code that reads it. The library only looks; the command line
writes down what was new, when it is done.
"""

from __future__ import annotations

import marshal
from collections import deque
from collections.abc import Callable
from functools import cache
from pathlib import Path

from groupkit import store
from groupkit.document.outline import outline, read
from groupkit.document.reading import Stretch

_new: deque[tuple[str, str, Stretch]] = deque(maxlen=2000)


def recall(how: str, text: str, make: Callable[[], Stretch]) -> Stretch:
    """Give what `make` reads of a text, filled in from its outline if that was kept. `how` is how it is read."""
    reader = _reader()
    if not reader:
        return make()
    key = store.digest(f"outline {how}", f"{reader}{text}")
    kept = store.store().entries.get(key)
    if kept is not None:
        found: Stretch = read(text, marshal.loads(kept))
        return found
    stretch = make()
    _new.append((key, text, stretch))
    return stretch


def keep() -> None:
    """Put outlines of what this process read into the store."""
    while _new:
        key, text, stretch = _new.pop()
        made = outline(text, stretch)
        if made is not None:
            store.store().put(key, marshal.dumps(made))


@cache
def _reader() -> str:
    """Give what marks the code that reads: the release of markdown-it, the state of our own files; "" if unknown."""
    try:
        files = sorted((each.name, each.stat()) for each in Path(__file__).parent.glob("*.py"))
    except OSError:
        return ""
    own = "".join(f"{name} {state.st_mtime_ns} {state.st_size}\n" for name, state in files)
    theirs = store.release("markdown_it", "markdown_it_py")
    return theirs + own if theirs and own else ""
