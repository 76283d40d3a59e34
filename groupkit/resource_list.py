"""The resource list as entries of one shape: ours, helplines among them, and those that a group added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from groupkit.errors import UsageError
from groupkit.facts import Register
from groupkit.facts.model import Heading, Helpline, Resource
from groupkit.near import close_to

if TYPE_CHECKING:
    from groupkit.group import Group
    from groupkit.group.resources import LocalResource

TALK = "someone-to-talk-to"
"""The heading under which helplines stand."""
CHECK_THIS = "check this"
"""The mark of an entry that nobody has read, or not for a long time."""


@frozen
class Entry:
    """One line of the resource list, wherever it comes from."""

    title: str
    heading: str
    """The id of its heading."""
    words: str
    """What it is, from whom, in which form, and what it costs."""
    marks: tuple[str, ...]
    """What a reader should know first: `check this`, `archived`, `added by you`."""
    reach: str
    """Phone numbers, or a place; may be empty."""
    address: str
    """Its web address; may be empty."""
    topics: tuple[str, ...]
    review_on: date | None
    """The day from which it must be looked at again; None where nobody has checked it yet."""

    def past_review(self, on: date) -> bool:
        """Whether its review date is there."""
        return self.review_on is not None and self.review_on <= on

    def overdue(self, on: date) -> bool:
        """Whether it is past its review date, or was never checked: all that the list marks `check this`, and more."""
        return self.review_on is None or CHECK_THIS in self.marks or self.past_review(on)


def entries(
    nation: str | None = None,
    group: Group | None = None,
    *,
    topics: Sequence[str] = (),
    heading: str = "",
    on: date | None = None,
) -> tuple[Entry, ...]:
    """The entries that fit, by heading; those of the group last under each.

    Args:
        nation: only those for this nation; all four where none is given.
        group: whose own entries to add.
        topics: only entries on one of these topics. A group's own entries have none.
        heading: the id of the only heading wanted.
        on: the day on which the group's own entries may have grown old; today unless given.
    """
    register = Register.load()
    found = [_ours(each) for each in register.all_resources.values() if nation is None or nation in each.nations]
    if nation:
        helplines: Iterable[Helpline] = register.helplines(nation)
    else:
        helplines = (each for each in register.all_helplines.values() if each.printable)
    found += [_helpline(each, register.helplines_review) for each in helplines]
    found += [_own(each, on or date.today()) for each in (group.resources.local if group else ())]
    wanted = [each for each in found if heading in ("", each.heading) and (not topics or set(topics) & {*each.topics})]
    order = list(register.headings)
    return tuple(sorted(wanted, key=lambda each: order.index(each.heading)))


def known_topics() -> tuple[str, ...]:
    """Every topic of the list, from A to Z."""
    return tuple(sorted({topic for each in Register.load().all_resources.values() for topic in each.topics}))


def topic(word: str) -> str:
    """The topic that was meant. Raises UsageError naming the nearest ones if there is none."""
    known = known_topics()
    if word.strip().casefold() in known:
        return word.strip().casefold()
    near = close_to(word.strip().casefold(), known, 3, cutoff=0.5)
    meant = f"Did you mean {', '.join(near)}?" if near else f"There are: {', '.join(known)}."
    raise UsageError(f'--topic: there is no "{word}".', meant)


def heading(word: str) -> Heading:
    """The heading that was meant, by its id or its title. Raises UsageError naming them all if there is none."""
    headings = Register.load().headings
    for each in headings.values():
        if word.strip().casefold() in (each.id, each.title.casefold()):
            return each
    raise UsageError(f'--heading: there is no "{word}".', f"There are: {', '.join(headings)}.")


def _ours(resource: Resource) -> Entry:
    year = f" ({resource.year})" if resource.year else ""
    about = f"{resource.format[:1].upper()}{resource.format[1:]}; {resource.cost}."
    marks = [CHECK_THIS] if resource.check_this else []
    marks += {"archived": ["archived"], "out-of-date": ["out of date"]}.get(resource.status, [])
    return Entry(
        title=resource.title,
        heading=resource.heading,
        words=" ".join(filter(None, [resource.summary, f"From {resource.publisher}{year}.", about, resource.caution])),
        marks=tuple(marks),
        reach="",
        address=resource.address,
        topics=resource.topics,
        review_on=resource.review_on,
    )


def _helpline(helpline: Helpline, review_on: date) -> Entry:
    return Entry(
        title=helpline.name,
        heading=TALK,
        words=" ".join(filter(None, [f"{helpline.hours}." if helpline.hours else "", helpline.note])),
        marks=(),
        reach=helpline.how,
        address=helpline.web,
        topics=(),
        review_on=review_on,
    )


def _own(resource: LocalResource, on: date) -> Entry:
    return Entry(
        title=resource.title,
        heading=resource.heading,
        words=" ".join(filter(None, [resource.what, resource.cost and f"Cost: {resource.cost}."])),
        marks=("added by you", *((CHECK_THIS,) if resource.check_this(on) else ())),
        reach=", ".join(filter(None, [resource.phone, resource.place])),
        address=resource.web,
        topics=(),
        review_on=resource.review_on,
    )
