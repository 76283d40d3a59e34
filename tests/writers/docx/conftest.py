"""Tools to look into Word files with: parts, paragraphs, numbers."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest

from groupkit.document import number, parse
from groupkit.document.blocks import Document
from groupkit.writers import docx

DATE = datetime.date(2027, 1, 5)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

SAMPLE = """# Constitution of our group

::: note
Why this paper: a bank asks for it.
:::

We meet in Northgate. See [](#quorum), [](#money) and [](#letters). [Croeso i bawb](lang:cy), مرحبا.

::: clauses

{#meetings}
## Meetings

1. We meet **six** times a year.
2. {#quorum} At least three members must be there:
   1. one officer
      1. the chair, or
      2. the treasurer
   2. {#letters} two others, see [](#meetings).

   And it goes on here.

   - a bullet
   - another
3. Last one.

::: note
The quorum keeps decisions fair. See [the guide](https://example.org/guide).

- one
- two
:::

## Officers

1. We choose a chair.

:::

{#money}
## Money

Bank: [bank name](blank:), on [date](blank:date), [pay](blank:choice "full|lower"), [I agree](blank:tick).

::: page-break
:::

## Forms

::: form Your details
- Name
- Date of birth (date)
- Pay (choice: full | lower)
- I agree (tick)
- Anything else? (long)
:::

::: table What we pay | One row for each kind of work
| Work | Pay |
|---|--:|
| Talk | £10 |
:::

::: sign-off Signed by
| Name | Signature |
|---|---|
| Ann | |
| | |
:::
"""


@dataclass
class Opened:
    """A Word file, taken apart."""

    content: bytes
    parts: dict[str, str]

    @property
    def body(self) -> str:
        return self.parts["word/document.xml"]

    def tree(self, name: str = "word/document.xml") -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[name])

    def paragraphs(self) -> list[tuple[str, str]]:
        """The id of the style and the text of each paragraph of the body."""
        found = []
        for paragraph in self.tree().iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
            found.append((style.get(f"{W}val") if style is not None else "", words))
        return found

    def numbers(self) -> list[tuple[str, str, str]]:
        """The list number, the level and the text of each paragraph that is in a list."""
        found = []
        for paragraph in self.tree().iter(f"{W}p"):
            number = paragraph.find(f"{W}pPr/{W}numPr")
            if number is not None:
                words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
                ids = (number.find(f"{W}{tag}").get(f"{W}val") for tag in ("numId", "ilvl"))
                found.append((*ids, words))
        return found


def opened(content: bytes) -> Opened:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        return Opened(content, {n: package.read(n).decode() for n in names if n.endswith((".xml", ".rels"))})


@pytest.fixture
def open_docx() -> Callable[[bytes], Opened]:
    return opened


@pytest.fixture
def sample() -> Document:
    blocks = number(parse(SAMPLE, "sample.md"), "sample.md")
    return Document(blocks, title="Constitution", owner="Our group", author="Us", contents=True, keywords=("a", "b"))


@pytest.fixture
def write_docx() -> Callable[..., Opened]:
    """Write Markdown in the dialect, or a document, and open what comes out."""

    def write(text: str | Document, **options: object) -> Opened:
        if isinstance(text, str):
            text = Document(number(parse(text, "t.md"), "t.md"), title="Test")
        return opened(docx.write(text, date=DATE, **options))

    return write
