"""[group]: who we are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answers import Derived, Values, Wording, answer, answers_class, for_a_group
from .kinds import Choice, Many, Text

if TYPE_CHECKING:
    from .model import Group

NATIONS = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}

_PREPOSITIONS = frozenset({"with", "by", "of", "from", "in", "who", "using", "living", "on", "for"})


def singular(people: str) -> str:
    """The word for one of them: "person with lived experience" for "people with lived experience", else "member"."""
    words = people.split()
    head = next((number for number, word in enumerate(words) if word.casefold() in _PREPOSITIONS), len(words)) - 1
    if head < 0:
        return "member"
    word = words[head]
    if word.casefold() == "people":
        words[head] = "person" if word.islower() else "Person"
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        words[head] = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    else:
        return "member"
    return " ".join(words)


def usual_aims(group: Group) -> tuple[str, ...]:
    """Two or three aims that fit most groups; for a charity each is a charitable purpose, with its means beside it."""
    from ..usual import usual

    about = group.group
    aims = usual("aims")["charity" if group.form.is_charity else "group"]
    return tuple(each.format(people=about.people, service=about.service, area=about.area) for each in aims)


@answers_class
class About(Values):
    """Who the group is, where it works and what it wants to change."""

    name: str = answer(
        "What is your group called?",
        Text(longest=200, lettered=True),
        help="Write it exactly as it should stand on every paper. The bank and funders look for the same name "
        "everywhere. You can change it later.",
        example="Riverside Voices",
        ask="always",
        to_organisations=Wording(
            question="What is your organisation called?",
            help="Write it exactly as it should stand on every paper. You can change it later.",
            example="Riverside Health Trust",
        ),
    )
    short_name: str = answer(
        "Is there a short name that people use?",
        Text(longest=100),
        default=Derived(lambda g: g.group.name, "from the name"),
        help="The papers use it after the first mention of the full name.",
        example="Riverside",
    )
    meaning: str = answer(
        "If the name is not English, what does it mean in English?",
        Text(),
        default="",
        help="A charity regulator in England and Wales asks for this.",
        example="Voices of the valley",
        when=for_a_group,
    )
    area: str = answer(
        "Which place or service area do you cover?",
        Text(longest=200, lettered=True),
        help="A town, a council area, a health board or a trust. A group that meets online can write where most of its "
        "members live.",
        example="Riverside and the villages around it",
        ask="always",
        to_organisations=Wording(help="A town, a council area, a health board or a trust."),
    )
    nation: str = answer(
        "Which nation is that in?",
        Choice(NATIONS),
        help="Law, regulators and helplines differ between the four nations.",
        example="wales",
        ask="always",
    )
    service: str = answer(
        "What do you want to change? Name the services.",
        Text(),
        default="mental health services",
        help="Use words that can stand in a sentence: we want a say in ...",
        example="community mental health services",
        ask="always",
        to_organisations=Wording(
            question="Which services do you involve people in?",
            help="Use words that can stand in a sentence: people have a say in ...",
        ),
    )
    aims: tuple[str, ...] = answer(
        "What are the group's aims?",
        Many(Text(longest=500)),
        default=Derived(usual_aims, "from the services, the area and your words for yourselves"),
        help="Two to four short sentences, with ; between them. For a charity each has to be a charitable purpose.",
        example="To give survivors a real say in crisis care.; To support each other.",
        when=for_a_group,
    )
    people: str = answer(
        "Which words do you use for yourselves?",
        Text(longest=100, lettered=True),
        default="people with lived experience",
        help="The whole pack then speaks in your words. Write them for several people, such as survivors or service "
        "users.",
        example="survivors",
        ask="always",
        to_organisations=Wording(
            question="Which words do the people you involve use for themselves?",
            help="Ask them. The whole pack then speaks in their words. Write them for several people, such as "
            "survivors or service users.",
        ),
    )
    person: str = answer(
        "And for one of you?",
        Text(longest=100, lettered=True),
        default=Derived(lambda g: singular(g.group.people), "from your words for yourselves"),
        example="survivor",
        when=for_a_group,
    )
    experience: str = answer(
        "What is your lived experience of?",
        Text(longest=100, lettered=True),
        default="mental distress",
        help="The papers say: people who live, or have lived, with ... Nobody is ever asked for proof of it.",
        example="hearing voices",
        when=for_a_group,
    )
