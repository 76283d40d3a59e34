"""Lists and clause numbers as Word knows them: abstract definitions with nine levels, and instances of them.

Every list of a document has a definition of its own with its own nsid (the number by which Word tells definitions
apart), so that changing one list in Word leaves the others alone. Clauses share definition 0, which is tied to the
clause styles: a paragraph in such a style is numbered without saying so.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, TypeAlias

from groupkit.writers.docx import xml
from groupkit.writers.docx.place import CLAUSE_INDENTS, DEEPEST_LIST, LIST_STEP

Format: TypeAlias = Literal["bullet", "decimal", "task"]

CLAUSES: Final = 1  # the instance of the clause numbering
_BULLETS: Final = "•–"
_CLAUSE_LEVELS: Final = (
    ("decimal", "%1.", "Clause Heading"),
    ("decimal", "%1.%2", "Clause 1"),
    ("lowerLetter", "(%3)", "Clause 2"),
    ("lowerRoman", "(%4)", "Clause 3"),
)


class ListPlan:
    """What a list looks like, level by level: filled in while the list is written.

    `base` is the indent around the list in ems; `levels` maps a level (0 to 8) to its format and first number.
    """

    def __init__(self, base: int, levels: dict[int, tuple[Format, int]]) -> None:
        self.base = base
        self.levels = levels

    def key(self) -> tuple[tuple[Format, int], ...]:
        """The format of all nine levels; those not used continue the nearest one above."""
        found: list[tuple[Format, int]] = []
        last: Format = next(iter(self.levels.values()))[0]
        for level in range(DEEPEST_LIST + 1):
            last, start = self.levels.get(level, (last, 1))
            found.append((last, start))
        return tuple(found)


def definition(number: int, plan: ListPlan, em: int) -> str:
    """The abstract definition `number` of a list, for body text of `em` twips."""
    levels = _levels(plan.base, plan.key(), em)
    return f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{_nsid(number)}"/>{levels}'


def instance(number: int, definition_number: int, start: int = 0) -> str:
    """The instance `number` of a definition; with `start`, its first level begins there again."""
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition_number}"/>{override}</w:num>'


def part(definitions: str, instances: str) -> str:
    """The numbering part. All definitions must stand before the first instance."""
    return xml.root("w:numbering", definitions + instances, "w", "r")


def _nsid(number: int) -> str:
    """A number of eight hexadecimal digits that no other definition of the document has."""
    return f"{(number * 0x9E3779B1 + 0x2F6B1C05) & 0x7FFFFFFF:08X}"


@lru_cache(maxsize=256)
def _levels(base: int, formats: tuple[tuple[Format, int], ...], em: int) -> str:
    parts = ['<w:multiLevelType w:val="multilevel"/>']
    for level, (form, start) in enumerate(formats):
        indent = (base + LIST_STEP * (level + 1)) * em
        text = {"decimal": f"%{level + 1}.", "bullet": _BULLETS[level % 2], "task": ""}[form]
        children = {
            "w:start": f'w:val="{start}"',
            "w:numFmt": f'w:val="{"decimal" if form == "decimal" else "bullet"}"',
            "w:lvlText": f'w:val="{text}"',
            "w:lvlJc": 'w:val="left"',
            "w:pPr": f'<w:pPr><w:ind w:left="{indent}" w:hanging="{LIST_STEP * em}"/></w:pPr>',
        }
        if form == "task":
            children["w:suff"] = 'w:val="nothing"'
        parts.append(_level(level, children))
    return "".join(parts) + "</w:abstractNum>"


def clause_definition(em: int, style_ids: dict[str, str]) -> str:
    """Definition 0: 1, 1.1, (a), (i), each tied to its paragraph style; the five levels below are like the last."""
    parts = [f'<w:abstractNum w:abstractNumId="0"><w:nsid w:val="{_nsid(0)}"/><w:multiLevelType w:val="multilevel"/>']
    for level in range(DEEPEST_LIST + 1):
        form, text, style = _CLAUSE_LEVELS[level] if level < len(_CLAUSE_LEVELS) else ("decimal", f"%{level + 1}.", "")
        left = CLAUSE_INDENTS[max(1, min(level, 3))] + LIST_STEP * max(0, level - 3)
        hanging = CLAUSE_INDENTS[1] if level < 2 else LIST_STEP
        children = {
            "w:start": 'w:val="1"',
            "w:numFmt": f'w:val="{form}"',
            "w:lvlText": f'w:val="{text}"',
            "w:lvlJc": 'w:val="left"',
            "w:pPr": f'<w:pPr><w:ind w:left="{left * em}" w:hanging="{hanging * em}"/></w:pPr>',
        }
        if style:
            children["w:pStyle"] = f'w:val="{style_ids[style.lower()]}"'
        parts.append(_level(level, children))
    return "".join(parts) + "</w:abstractNum>"


def _level(level: int, children: dict[str, str]) -> str:
    return xml.ordered("w:lvl", children).replace("<w:lvl>", f'<w:lvl w:ilvl="{level}">', 1)
