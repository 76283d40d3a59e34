"""[decisions]: how the group decides, and general meetings."""

from __future__ import annotations

from fractions import Fraction

from . import sizes
from .answers import Derived, Values, answer, answers_class
from .kinds import Choice, Share, Whole, YesNo


@answers_class
class Decisions(Values):
    """How decisions are made, who must be there, and how long ahead people are told."""

    style: str = answer(
        "How do you decide?",
        Choice(
            {
                "consensus-then-vote": "We seek agreement, and vote if we cannot agree",
                "vote": "We vote",
                "consensus-only": "Only by agreement",
            }
        ),
        default="consensus-then-vote",
        example="consensus-then-vote",
    )
    casting_vote: bool = answer(
        "In a tie, does the person in the chair decide?",
        YesNo(),
        default=False,
        help="If not, a tied proposal falls.",
        example="no",
    )
    members_quorum: int = answer(
        "How many members must be at a general meeting?",
        Whole(1, 100_000, such_as=4),
        default=Derived(sizes.members_quorum, "from the number of members"),
        help="This number or the share that comes next, whichever is more.",
        example="4",
    )
    members_quorum_share: Fraction = answer(
        "And what share of the members?",
        Share(),
        default=Derived(lambda g: sizes.row(g).members_share, "from the number of members"),
        example="1/3",
    )
    notice_days: int = answer(
        "How many clear days' notice of a general meeting?",
        Whole(1, 365, such_as=14),
        default=Derived(sizes.notice_days, "from the number of members"),
        help="The day of sending and the day of the meeting do not count. Two weeks is usual.",
        example="14",
    )
    closing_notice_days: int = answer(
        "And of a meeting about closing the group?",
        Whole(1, 365, such_as=21),
        default=Derived(sizes.closing_notice_days, "from the number of members"),
        example="21",
    )
    agm_gap_months: int = answer(
        "At most how many months between two yearly meetings?",
        Whole(1, 60, such_as=15),
        default=15,
        example="15",
    )
    first_agm_months: int = answer(
        "Within how many months is the first yearly meeting?",
        Whole(1, 60, such_as=12),
        default=Derived(sizes.first_agm_months, "from the kind of group"),
        example="12",
    )
    special_number: int = answer(
        "How many members can call a special meeting?",
        Whole(1, 100_000),
        default=Derived(sizes.special_number, "from the number of members"),
        help="This number or the share that comes next, whichever is more.",
        example="3",
    )
    special_share: Fraction = answer(
        "And what share of the members?",
        Share(),
        default=Derived(lambda g: sizes.row(g).special_share, "from the number of members"),
        example="1/5",
    )
    change_share: Fraction = answer(
        "What share of the votes changes the rules?",
        Share(),
        default=Derived(sizes.vote_share, "from the kind of group"),
        help="Two thirds is usual. A CIO needs three quarters.",
        example="2/3",
    )
    close_share: Fraction = answer(
        "What share of the votes closes the group?",
        Share(),
        default=Derived(sizes.vote_share, "from the kind of group"),
        example="2/3",
    )
    staff_vote: bool = answer(
        "Do staff of the host or of services have a vote?",
        YesNo(),
        default=False,
        help="In a group led by its members they can speak, and do not vote.",
        example="no",
    )
