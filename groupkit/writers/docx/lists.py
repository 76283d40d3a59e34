"""Lists as Word knows them: paragraphs that say which list they belong to and at which level.

A list inside a list is a level of the same Word list, so that the keys that move an item in or out work. It begins
its numbers again after each item around it by itself. Only where that would go wrong (a second numbered list in one
item, another first number, another kind) is it a Word list of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from groupkit.document.blocks import Block, BulletList, Item, OrderedList
from groupkit.writers.docx import controls, styles
from groupkit.writers.docx.fragment import Draft
from groupkit.writers.docx.numbering import Format, ListPlan
from groupkit.writers.docx.paragraphs import CLOSE, opening
from groupkit.writers.docx.place import DEEPEST_LIST, Place

WriteBlocks: TypeAlias = Callable[[Iterable[Block], Draft, Place], str]

_FAMILIES: Final[dict[Format, str]] = {"bullet": "List Bullet", "decimal": "List Number", "task": "List Task"}
_TASK_WORDS: Final = {False: "to do", True: "done"}


class WordList:
    """A list of Word's that is being written: its plan, the marker for its number, and the levels used in this item."""

    def __init__(self, plan: ListPlan, number: str) -> None:
        self.plan = plan
        self.number = number
        self.used: set[int] = set()


def list_xml(block: BulletList | OrderedList, draft: Draft, place: Place, write: WriteBlocks) -> str:
    """A list in `place`; `write` writes the blocks of its items."""
    # An item that begins with a list needs a paragraph of its own to carry its number.
    before = opening(draft.number_style, draft) + CLOSE if draft.number else ""
    inside = place.in_list(loose=not block.tight)
    level = min(place.lists, DEEPEST_LIST)
    lists: dict[Format, WordList] = {}
    written: list[str] = []
    around = draft.word_list
    for item in block.items:
        form = _format(block, item)
        if form not in lists:
            lists[form] = _word_list(form, getattr(block, "start", 1), level, draft, place)
        written.append(_item(item, form, lists[form], level, draft, inside, write))
    draft.word_list = around
    return before + "".join(written)


def _format(block: BulletList | OrderedList, item: Item) -> Format:
    if isinstance(block, OrderedList):
        return "decimal"
    return "bullet" if item.checked is None else "task"


def _word_list(form: Format, start: int, level: int, draft: Draft, place: Place) -> WordList:
    """The Word list to use at `level`: the one around if it can serve, else a new one."""
    around = draft.word_list
    if around is not None and around.plan.base == place.base:
        known = around.plan.levels.get(level)
        if known in (None, (form, start)) and (form != "decimal" or level not in around.used):
            around.plan.levels[level] = (form, start)
            around.used.add(level)
            return around
    plan = ListPlan(place.base, {level: (form, start)})
    return WordList(plan, draft.new_list(plan))


def _item(
    item: Item, form: Format, word_list: WordList, level: int, draft: Draft, inside: Place, write: WriteBlocks
) -> str:
    draft.number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{word_list.number}"/></w:numPr>'
    draft.number_style = styles.item(_FAMILIES[form], inside, draft)
    draft.number_place = inside
    draft.word_list = word_list
    word_list.used = {deeper for deeper in word_list.used if deeper <= level}
    if item.checked is not None:
        box = controls.tick_box(_TASK_WORDS[item.checked], draft, ticked=item.checked)
        draft.lead = f'{box}<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    written = write(item.blocks, draft, inside)
    if draft.number:
        written += opening(draft.number_style, draft) + CLOSE
    draft.lead = ""
    return written
