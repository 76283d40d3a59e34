"""Writes the reference page of an offer's answers: `python -m groupkit.work.reference > docs/reference/offer.md`."""

from __future__ import annotations

import sys

from ..group.reference import entries
from .questions import OFFER

_TOP = """\
# The answers about one piece of work

<!-- Made by `python -m groupkit.work.reference`. Change the questions in the package groupkit.work, not here. -->

`groupkit offer` and `groupkit letter` make papers from these answers. They are asked on the terminal, stand in a file
given with `--answers`, or are given with `--set`. Only `work.title` has to be given.

```toml
[work]
title = "Review of the crisis line"
asked_by = "Riverside Mental Health Trust"

[when]
dates = [2027-03-09, 2027-03-23]
length = 120

[money]
amount = 30
```

[The answers](answers.md) says how to write each kind of answer. A name that is not on this page is an error, and so is
a value that cannot be read, or one that does not fit the others:

- dates that are out of order, or before the day of the offer
- a day to reply by that is after the first date
- a pay day before the work, or another number of pay days than of dates
- a part of the service user rules that we could not read for the nation

All of them are told at once, and nothing is written then.

There is no answer for anyone's health, benefits or reasons. Please keep them out of the others too.
"""


def page() -> str:
    """The page, in Markdown."""
    return "\n".join([_TOP, *entries(OFFER)])


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
