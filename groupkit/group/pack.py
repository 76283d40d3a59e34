"""[pack]: what is in the pack."""

from __future__ import annotations

from .answers import Values, answer, answers_class
from .kinds import Choice, Many, Text, YesNo

FORMATS = {"docx": "Word", "md": "Markdown"}
_NAMES = Many(Text(longest=100, lettered=True), commas=True)


@answers_class
class PackChoices(Values):
    """Which documents the pack holds, and in which formats."""

    kind: str = answer(
        "How big a pack do you want?",
        Choice(
            {
                "starter": "Starter: what you need for the first months",
                "full": "Full: everything that fits your group",
                "organisation": "For an organisation that works with groups",
            }
        ),
        default="starter",
        example="starter",
    )
    documents: tuple[str, ...] = answer(
        "Only certain documents? Which?",
        _NAMES,
        default=(),
        help="Leave it out to get all those of the pack. The four main papers and the start page are always in.",
        example="agenda-first-meeting; payment-policy",
    )
    add: tuple[str, ...] = answer(
        "Which documents should be added?",
        _NAMES,
        default=(),
        example="group-agreement",
    )
    leave_out: tuple[str, ...] = answer(
        "Which documents should be left out?",
        _NAMES,
        default=(),
        example="group-agreement",
    )
    formats: tuple[str, ...] = answer(
        "In which formats?",
        Many(Choice(FORMATS), commas=True, fewest=1),
        default=("docx", "md"),
        example="docx; md",
    )
    notes: bool = answer(
        "Do you want the guidance notes in the papers?",
        YesNo(),
        default=True,
        help="Notes explain a choice to those who adopt a paper. They are not part of its text.",
        example="yes",
    )
