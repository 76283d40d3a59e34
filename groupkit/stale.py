"""Saying loudly that the figures of this release have grown old: one sentence, for the command line and for papers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from groupkit import render
from groupkit.document import parse, plain_text
from groupkit.document.blocks import Block, Document, Heading
from groupkit.facts import Register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groupkit.rules import Finding

PART = "parts/stale.md"


def last_day(on: date) -> date | None:
    """The last day until which this release's figures hold, when `on` is after it; else nothing."""
    review = Register.load().review
    return review - timedelta(days=1) if on >= review else None


def notice(on: date) -> str:
    """The warning as plain words; empty while the figures hold."""
    return plain_text(Document(blocks=_blocks(on))).strip()


def finding(on: date) -> tuple[Finding, ...]:
    """The warning as a finding of the rules, so that a build says it like any other; none while the figures hold."""
    from groupkit.rules import Finding

    text = notice(on)
    if not text:
        return ()
    return (Finding(id="stale", severity="warning", message=text, reason="", sources=(), keys=()),)


def with_notice(blocks: Sequence[Block], on: date) -> tuple[Block, ...]:
    """A document's blocks with the warning under the title; as they were while the figures hold."""
    said = _blocks(on)
    place = 1 if blocks and isinstance(blocks[0], Heading) else 0
    return (*blocks[:place], *said, *blocks[place:])


def _blocks(on: date) -> tuple[Block, ...]:
    last = last_day(on)
    return parse(render.render_part(PART, {"stale": last, "on": on}), where=PART) if last else ()
