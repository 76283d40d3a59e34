"""What the register holds besides figures: sources, nations, forms, benefits, helplines and resources."""

from __future__ import annotations

from datetime import date
from typing import Literal

from groupkit.frozen import Frozen

Confidence = Literal["primary", "secondary", "unverified"]
Status = Literal["current", "archived", "out-of-date", "unknown"]

NATIONS = ("england", "wales", "scotland", "northern-ireland")
CONFIDENCES = ("primary", "secondary", "unverified")
STATUSES = ("current", "archived", "out-of-date", "unknown")


class Source(Frozen):
    """Where something was read."""

    id: str
    title: str
    publisher: str
    address: str
    """Web address; empty for our own working."""
    date: str
    """Year, month or day the source gives for itself, as `2024`, `2024-03` or `2024-03-07`; empty when it has none."""

    @property
    def line(self) -> str:
        """Title, publisher and year on one line, as documents list it."""
        year = f" ({self.date[:4]})" if self.date else ""
        stop = "" if self.title.endswith(("?", "!", ".")) else "."
        return f"{self.title}{stop} {self.publisher}{year}"


class Nation(Frozen):
    """One of the four nations: who regulates, which law counts, and the local words."""

    id: str
    name: str
    regulator: str
    regulator_short: str
    regulator_address: str
    registers: str
    """When a charity must register, in a sentence."""
    charity_test: str
    """What a body must be to be a charity, in a sentence or two."""
    calls_itself_charity: str
    """Whether a group off the register may call itself a charity."""
    consents: str
    """Which changes a charity asks its regulator about first."""
    accounts: str
    """Who looks at a charity's accounts."""
    trustee_names: str
    """Whether trustees' names are public, and the way out."""
    figures: tuple[str, ...]
    """Series of figures (by id) behind these sentences."""
    equality_law: str
    """The law's name as it stands in a sentence: `the Equality Act 2010`."""
    equality_grounds: tuple[str, ...]
    equality_body: str
    local_support: str
    """The kind of local body that helps new groups, with the article: `your council for voluntary service (CVS)`."""
    local_support_resource: str
    """The resource (by id) that finds the nearest one."""
    voice_body: str
    """The official body that gathers people's views on health and care."""
    voice_body_note: str
    health_service: str
    health_body: str
    commissioner: str
    adult_at_risk: str
    languages: str
    carer_benefit: str
    disability_benefit: str
    council_help: str
    """What help with council tax or rates is called."""
    benefits_adviser: str
    """The resource (by id) for free benefits advice."""
    helplines: tuple[str, ...]
    """Helplines (by id) in the order in which to print them."""
    sources: tuple[Source, ...]

    def __str__(self) -> str:
        return self.name


class Form(Frozen):
    """A legal form that a group can take."""

    id: str
    name: str
    """Plain words with the article: `a registered charity, as a voluntary association, in Scotland`."""
    short: str
    """As few words as will do, with the article: `a registered charity`."""
    nations: tuple[str, ...]
    charity: bool
    registered: bool
    """On a public register of charities or companies."""
    legal_person: bool
    """Can sign and owe in its own name."""
    official_model: bool
    """The law asks for the official model, so groupkit makes an answer sheet and no constitution of its own."""
    regulator: str
    registers_with: str
    min_trustees: int
    min_trustees_basis: str
    min_members: int
    income_threshold: str
    threshold: str
    """The series of figures (by id) behind the income threshold; may be empty."""
    liability: str
    agm: str
    costs: str
    fits: str
    does_not_fit: str
    work: str
    """What the form costs in work, on one line."""
    needs_clauses: tuple[str, ...]
    confidence: Confidence
    sources: tuple[Source, ...]

    @property
    def label(self) -> str:
        """The name without its article, with a capital: for lists and headings."""
        words = self.name.split(" ", 1)[1] if self.name.startswith(("a ", "an ")) else self.name
        return words[0].upper() + words[1:]


class Benefit(Frozen):
    """How a benefit treats money from involvement, in plain sentences."""

    id: str
    name: str
    nations: tuple[str, ...]
    status: str
    savings_count: bool
    earnings: str
    expenses: str
    report: str
    choice: str
    """What the rules say of taking less or nothing; empty when nothing was read."""
    figures: tuple[str, ...]
    """Series of figures (by id) that belong to it."""
    confidence: Confidence
    sources: tuple[Source, ...]

    @property
    def printable(self) -> bool:
        """Whether a document may state it as a fact."""
        return self.confidence != "unverified"


class Limb(Frozen):
    """One of the ways in which someone counts as a service user in the benefit rules."""

    id: str
    text: str
    nations: tuple[str, ...]
    confidence: Confidence
    source: Source


class Helpline(Frozen):
    """Someone to talk to now."""

    id: str
    name: str
    phone: str
    text: str
    """How to text, as a phrase: `Text SHOUT to 85258`."""
    email: str
    web: str
    hours: str
    nations: tuple[str, ...]
    note: str
    confidence: Confidence
    source: Source

    @property
    def printable(self) -> bool:
        """Whether a document may show it. An unverified helpline is never printed."""
        return self.confidence != "unverified"

    @property
    def how(self) -> str:
        """How to reach them, on one line: `116 123, or email jo@samaritans.org`."""
        ways = [way for way in (self.phone, self.text, self.email and f"email {self.email}") if way]
        return ", or ".join([ways[0], *(way[0].lower() + way[1:] for way in ways[1:])]) if ways else self.web


class Heading(Frozen):
    """A heading of the resource list, in its order there."""

    id: str
    title: str


class Resource(Frozen):
    """A guide, network or service that helps a group."""

    id: str
    title: str
    publisher: str
    authors: str
    year: str
    address: str
    summary: str
    format: str
    cost: str
    nations: tuple[str, ...]
    heading: str
    topics: tuple[str, ...]
    status: Status
    caution: str
    """What a reader should know before trusting it; empty when nothing."""
    founding: bool
    """One of the resources on which this project was founded."""
    confidence: Confidence
    read_on: date
    review_on: date

    @property
    def check_this(self) -> bool:
        """Whether it may be printed only with the words `check this`."""
        return self.confidence == "unverified"


class Standard(Frozen):
    """What a body says good involvement is, to stand beside 4Pi."""

    id: str
    name: str
    year: str
    about: str
    parts: tuple[str, ...]
    """Its headings or values, in plain words; may be empty."""
    whole: bool
    """Whether `parts` names all of them."""
    nations: tuple[str, ...]
    caution: str
    """What a reader should know before using it; empty when nothing."""
    source: Source


class Term(Frozen):
    """A short form or a hard word, as the jargon buster explains it."""

    id: str
    """The short form or the word itself: `AGM`, `quorum`."""
    long: str
    """What a short form stands for; empty for a word."""
    meaning: str
    nations: tuple[str, ...]
    """Where it is used."""
