"""Clock times for the items of a meeting: fitted to its length, with a break before anyone has sat for an hour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import time
from functools import lru_cache
from itertools import combinations, count, pairwise
from math import ceil
from typing import Literal

from groupkit.errors import AnswersError
from groupkit.frozen import Frozen
from groupkit.words import clock

LONGEST_SITTING = 60
SHORT_MEETING = 75
_DAY = 24 * 60


class Slot(Frozen):
    """One row of an agenda before it has a time.

    `minutes` is the length it would like, `minimum` the least it can do with; an item that would like no more than
    its minimum keeps that length. `can_wait` marks an item to leave out when time is short. The kind "break" stands
    where a break would suit best and holds its words; "end" holds the words of the end.
    """

    what: str
    minutes: int = 0
    minimum: int = 0
    who: str = ""
    can_wait: bool = False
    kind: Literal["item", "break", "end"] = "item"


class Row(Frozen):
    """One row of an agenda with its time. `start` is in minutes since midnight."""

    start: int
    minutes: int
    what: str
    who: str = ""
    kind: Literal["item", "break", "end"] = "item"

    @property
    def time(self) -> str:
        """The time it starts, as people say it: "2.15pm"."""
        return clock(time(self.start // 60 % 24, self.start % 60))

    @property
    def end(self) -> int:
        """When it ends, in minutes since midnight."""
        return self.start + self.minutes


# ------------------------------------------------------------------ from slots to rows


def timetable(parts: Sequence[Sequence[Slot]], start: time, length: int) -> list[list[Row]]:
    """The rows of each part, one after the other from `start`, in `length` minutes or a little less, never more.

    Nobody sits for more than an hour without a break; between two parts there is always one, unless the whole takes
    an hour or less. A break takes 15 minutes, or 10 in a meeting of 75 minutes or less. Items that can wait are left
    out, the last first, when the rest would not fit.

    Raises:
        AnswersError: the items cannot fit the length, or the meeting would run past midnight.
    """
    items, minutes, breaks = _fit(tuple(_items(parts)), length)
    now = start.hour * 60 + start.minute
    total = sum(minutes) + len(breaks) * _break_minutes(length)
    if now + total > _DAY:
        raise AnswersError(
            [
                f"meetings.start: a meeting of {total} minutes from {clock(start)} would run past midnight. "
                "Write an earlier time, or a shorter meetings.length."
            ]
        )
    written = {slot.kind: slot for part in parts for slot in part}
    slots = [slot for part in parts for slot in part if slot.kind == "item"]
    pause = written.get("break", Slot("Break", kind="break")).replace(minutes=_break_minutes(length))
    rows: list[list[Row]] = [[] for _ in parts]
    for index, item in enumerate(items):
        slot = slots[item.place]
        row = Row(now, minutes[index], slot.what, slot.who)
        rows[item.part].append(row)
        now = row.end
        if index in breaks:
            rows[item.part].append(Row(now, pause.minutes, pause.what, pause.who, "break"))
            now += pause.minutes
    if end := written.get("end"):
        rows[-1].append(Row(now, 0, end.what, end.who, "end"))
    return rows


# ------------------------------------------------------------------ how lengths and breaks are found


class _Item(Frozen):
    """An item without its words, for those do not change what fits: its place among the items and the part it is in.

    `after_break` says that a break was written just before it.
    """

    place: int
    part: int
    minutes: int
    minimum: int
    can_wait: bool
    after_break: bool


def _items(parts: Sequence[Sequence[Slot]]) -> Iterator[_Item]:
    place = count()
    for number, part in enumerate(parts):
        for before, slot in pairwise([None, *part]):
            if slot is not None and slot.kind == "item":
                after_break = before is not None and before.kind == "break"
                yield _Item(next(place), number, slot.minutes, slot.minimum, slot.can_wait, after_break)


def _break_minutes(length: int) -> int:
    return 10 if length <= SHORT_MEETING else 15


@lru_cache(maxsize=256)
def _fit(wanted: tuple[_Item, ...], length: int) -> tuple[Sequence[_Item], Sequence[int], Set[int]]:
    """The items that stay, the minutes of each, and after which of them (by index) there is a break."""
    items = list(wanted)
    while True:
        if found := _with_breaks(items, length):
            return items, *found
        waiting = [index for index, item in enumerate(items) if item.can_wait]
        if not waiting:
            break
        del items[waiting[-1]]
    least = sum(item.minimum for item in items)
    raise AnswersError(
        [
            f"meetings.length: {length} minutes is too short for this meeting: its items and breaks do not fit. "
            f"Write {ceil((least + 15 * (least // LONGEST_SITTING)) / 15) * 15} or more."
        ]
    )


def _with_breaks(items: Sequence[_Item], length: int) -> tuple[list[int], set[int]] | None:
    """The minutes of each item with as few breaks as will do, or None where even their least lengths do not fit."""
    pause, gaps = _break_minutes(length), set(range(len(items) - 1))
    fixed = {gap for gap in gaps if items[gap].part != items[gap + 1].part} if length > LONGEST_SITTING else set()
    written = {gap for gap in gaps if items[gap + 1].after_break}
    needed = max(len(fixed), ceil((length - LONGEST_SITTING) / (LONGEST_SITTING + pause)))
    for number in range(min(needed, len(gaps)), len(gaps) + 1):
        working = length - number * pause
        wanted = _wanted(items, working)
        if wanted is None:
            return None
        choices = [fixed.union(more) for more in combinations(sorted(gaps - fixed), number - len(fixed))]
        for breaks in sorted(choices, key=lambda breaks: _cost(breaks, wanted, written)):
            if minutes := _allot(items, wanted, breaks, working):
                return minutes, breaks
    return None


def _wanted(items: Sequence[_Item], working: int) -> list[float] | None:
    """The length each item would have if time were shared without rounding; None when the least do not fit."""
    spare = working - sum(item.minimum for item in items)
    if spare < 0:
        return None
    stretch = sum(item.minutes - item.minimum for item in items)
    return [item.minimum + (item.minutes - item.minimum) * (spare / stretch if stretch else 0) for item in items]


def _sittings(breaks: Iterable[int], items: int) -> list[range]:
    """The runs of items that people sit through without a break."""
    edges = [0, *(after + 1 for after in sorted(breaks)), items]
    return [range(begin, end) for begin, end in pairwise(edges)]


def _cost(breaks: set[int], wanted: Sequence[float], written: set[int]) -> tuple[float, int, float]:
    """Which places for breaks are best: little over the hour, where a break was written, parts alike in length."""
    lengths = [sum(wanted[index] for index in run) for run in _sittings(breaks, len(wanted))]
    over = sum(max(0.0, length - LONGEST_SITTING) for length in lengths)
    return round(over, 6), -len(written & breaks), round(max(lengths), 6)


def _allot(items: Sequence[_Item], wanted: Sequence[float], breaks: set[int], working: int) -> list[int] | None:
    """Whole minutes for each item, in fives where that fits, no sitting over an hour; None when that cannot be."""
    sittings = _sittings(breaks, len(items))
    sitting_of = [number for number, run in enumerate(sittings) for _ in run]
    for unit in (5, 1):
        minutes = [ceil(item.minimum / unit) * unit for item in items]
        totals = [sum(minutes[run.start : run.stop]) for run in sittings]
        if sum(totals) > working or max(totals) > LONGEST_SITTING:
            continue
        while step := min(unit, working - sum(totals)):
            able = [
                index
                for index, item in enumerate(items)
                if item.minutes > item.minimum and totals[sitting_of[index]] + step <= LONGEST_SITTING
            ]
            if not able:
                break
            # Odd minutes that are left go to the last item that can take them, so that times before it stay round.
            taker = able[-1] if step < unit else max(able, key=lambda index: wanted[index] - minutes[index])
            minutes[taker] += step
            totals[sitting_of[taker]] += step
        return minutes
    return None
