"""The document tree: what a document is made of, once its Markdown has been read.

Blocks and inlines are frozen, so that a block read from unchanged template text can be shared by every
document that holds it. Writers walk this tree and know nothing else. Numbers (of clauses, and of the
references to them) are filled in by `groupkit.document.numbering` before a writer sees the tree.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from groupkit.frozen import Frozen

BlankKind: TypeAlias = Literal["text", "long", "date", "choice", "tick"]
Align: TypeAlias = Literal["left", "center", "right"]


# ------------------------------------------------------------------ inlines


class Text(Frozen):
    """Plain characters; never markup."""

    text: str


class Code(Frozen):
    """A code span."""

    text: str


class Emphasis(Frozen):
    """Emphasised words."""

    children: tuple[Inline, ...]


class Strong(Frozen):
    """Strongly emphasised words."""

    children: tuple[Inline, ...]


class Link(Frozen):
    """A link to an address, or to an id in the same document when `href` starts with `#`."""

    href: str
    title: str
    children: tuple[Inline, ...]


class Image(Frozen):
    """A picture: where it is, and the words for people who cannot see it."""

    src: str
    alt: str
    title: str


class Break(Frozen):
    """The end of a line: `hard` where the author asked for a new line, soft where a space will do."""

    hard: bool


class Ref(Frozen):
    """A reference to a clause or heading of the same document.

    `target` is its id; `text` the words to print ("clause 7.2"), filled in by numbering.
    """

    target: str
    text: str = ""


class Blank(Frozen):
    """A place still to fill in. `label` says what goes there; `choices` are offered when the kind is choice."""

    label: str
    kind: BlankKind = "text"
    choices: tuple[str, ...] = ()


class Span(Frozen):
    """Words in another language than the document (`lang`, a BCP 47 tag such as cy)."""

    lang: str
    children: tuple[Inline, ...]


Inline: TypeAlias = Text | Code | Emphasis | Strong | Link | Image | Break | Ref | Blank | Span


# ------------------------------------------------------------------- blocks


class Heading(Frozen):
    """A heading of level 1 to 6. `number` is set for the heading of a numbered clause ("7"), else empty."""

    level: int
    children: tuple[Inline, ...]
    id: str = ""
    number: str = ""


class Paragraph(Frozen):
    """A paragraph of running text."""

    children: tuple[Inline, ...]


class Item(Frozen):
    """One item of a list. `checked` is None unless it is a task item."""

    blocks: tuple[Block, ...]
    checked: bool | None = None


class BulletList(Frozen):
    """A list with bullets or tick boxes. `tight` means no space between its items."""

    items: tuple[Item, ...]
    tight: bool = True


class OrderedList(Frozen):
    """A numbered list that begins at `start`."""

    items: tuple[Item, ...]
    start: int = 1
    tight: bool = True


class Quote(Frozen):
    """A block quote."""

    blocks: tuple[Block, ...]


class CodeBlock(Frozen):
    """Code or other text kept line by line. `info` is the word after the fence."""

    text: str
    info: str = ""


class Rule(Frozen):
    """A thematic break."""


class Table(Frozen):
    """A table with one header row. Each cell is a run of inlines; `aligns` has one entry a column, None for unset.

    `title` stands above it; both `title` and `description` are read out to people who hear the table.
    """

    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    aligns: tuple[Align | None, ...]
    title: str = ""
    description: str = ""


class Clause(Frozen):
    """One numbered clause under a clause heading ("7.2") or inside another clause ("(a)").

    `number` is the full number as it is printed: "7.2", or "(a)"; `path` is it in full for references: "7.2(a)".
    """

    blocks: tuple[Block, ...]
    level: int
    id: str = ""
    number: str = ""
    path: str = ""


class Note(Frozen):
    """Guidance to the people who adopt the document; never part of the text that is adopted."""

    blocks: tuple[Block, ...]


class Form(Frozen):
    """A form to fill in: a title, and labelled blanks in order."""

    title: str
    fields: tuple[Blank, ...]


class SignOff(Frozen):
    """A block to sign: one row a person, the columns named; the cells of `names` are filled in, the rest is blank."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class PageBreak(Frozen):
    """What follows starts on a new page."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | OrderedList
    | Quote
    | CodeBlock
    | Rule
    | Table
    | Clause
    | Note
    | Form
    | SignOff
    | PageBreak
)


class Document(Frozen):
    """A whole document: its blocks, and what a file says about itself.

    `lang` is a BCP 47 tag. `short_title` and `owner` (the group's short name) stand in the page header;
    `contents` asks for a list of contents after the first heading.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    owner: str = ""
    author: str = ""
    subject: str = ""
    lang: str = "en-GB"
    contents: bool = False
    keywords: tuple[str, ...] = ()
