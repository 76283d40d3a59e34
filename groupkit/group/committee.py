"""[committee]: the people who run the group."""

from __future__ import annotations

from . import sizes
from .answers import Derived, Values, answer, answers_class
from .kinds import Choice, Many, Text, Whole
from .person import People, Person

_MOST = 100


@answers_class
class Committee(Values):
    """The people who run the group; in a charity they are the trustees."""

    min: int = answer(
        "How many people does the committee need at least?",
        Whole(1, _MOST),
        default=Derived(sizes.committee_min, "from the number of members"),
        help="Three or more who are not related is what funders and banks look for.",
        example="4",
    )
    max: int = answer(
        "And at most?",
        Whole(1, _MOST, such_as=6),
        default=Derived(sizes.committee_max, "from the number of members"),
        help="More than 12 is hard to run.",
        example="6",
    )
    quorum: int = answer(
        "How many of them must be there to decide?",
        Whole(1, _MOST),
        default=Derived(sizes.committee_quorum, "from the size of the committee"),
        help="This is the quorum. One fewer than the smallest committee leaves room for someone to be away.",
        example="3",
    )
    word: str = answer(
        "What do you call it?",
        Choice({"committee": "The committee", "trustees": "The trustees"}),
        default=Derived(lambda g: "trustees" if g.form.is_charity else "committee", "from the kind of group"),
        example="committee",
    )
    chairs: str = answer(
        "Who runs the meetings?",
        Choice({"chair": "A chair", "co-chairs": "Two co-chairs", "rotating": "We take turns"}),
        default="chair",
        help="Two co-chairs can stand in for each other. Taking turns keeps it light.",
        example="co-chairs",
    )
    officers: tuple[str, ...] = answer(
        "Which named roles are there?",
        Many(Text(longest=100), commas=True),
        default=Derived(sizes.officers, "from the size of the committee, and whether there is money"),
        help="Banks and funders ask for a chair, a treasurer and a secretary. Two co-chairs stand here once, as chair.",
        example="chair; treasurer; secretary",
    )
    term_years: int = answer(
        "For how many years is someone elected?",
        Whole(1, 10, such_as=1),
        default=1,
        example="1",
    )
    lived_share: str = answer(
        "How much of the committee must have lived experience?",
        Choice(
            {
                "more-than-half": "More than half",
                "three-quarters": "At least three quarters",
                "all": "Everyone",
            }
        ),
        default="more-than-half",
        help="More than half is the least for a group that calls itself user-led. Some funders want three quarters.",
        example="more-than-half",
    )
    others: int = answer(
        "How many places are kept for allies or people from the host?",
        Whole(0, _MOST, such_as=0),
        default=0,
        example="0",
    )
    co_opted: int = answer(
        "How many people may the committee bring in itself between elections?",
        Whole(0, _MOST, such_as=1),
        default=Derived(sizes.co_opted, "from the size of the committee"),
        example="1",
    )
    meetings_a_year: int = answer(
        "How often does the committee meet in a year, at least?",
        Whole(1, 366, such_as=6),
        default=6,
        example="6",
    )
    youngest: int = answer(
        "From what age can someone be on the committee?",
        Whole(0, 120, such_as=18),
        default=18,
        help="Charity law sets an age in some forms. Banks look for adults.",
        example="18",
    )
    people: tuple[Person, ...] = answer(
        "Who is on the committee, if you know yet?",
        People(),
        default=(),
        help="Names with roles in brackets, and ; between them. Leave it out and the papers have lines to fill in.",
        example="Ann Jones (chair); Bo Li (treasurer)",
    )

    @property
    def officers_count(self) -> int:
        """How many people the offices need; co-chairs are two."""
        return sizes.people_needed(self.officers, self.chairs)
