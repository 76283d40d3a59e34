"""Any Markdown as a Word file."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from groupkit.document import parse
from groupkit.document.blocks import Block, BulletList, Document, Heading, OrderedList, Quote
from groupkit.document.text import inline_text, plain_text
from groupkit.writers import docx
from groupkit.writers.slugs import Slugs

_DATE = datetime.date(2000, 1, 1)  # a fixed day: the same Markdown gives the same bytes
_LONGEST_TITLE = 120


def markdown_to_docx(
    text: str,
    *,
    house_style: str = "standard",
    title: str = "",
    lang: str = "en-GB",
    base: str | PathLike[str] | None = None,
) -> bytes:
    """Markdown (CommonMark with tables and task lists) as the bytes of a Word file.

    Nothing is added to the text. Raw HTML is shown as it is typed; characters that XML forbids are left out; a picture
    that is missing or elsewhere shows its alternative text.

    Args:
        text: the Markdown.
        house_style: the name of a house style, or the path of a .docx whose styles to use.
        title: the title in the file's properties; the first heading if it is not given.
        lang: the language of the text, as a BCP 47 tag.
        base: the folder that pictures are looked for in, and below; without it none are put in.

    Raises:
        MarkdownError: the text is too large or nested too deep, or a picture cannot be used.
        StyleFileError: the house style cannot be used.
    """
    blocks = _with_anchors(parse(text, dialect=False))
    document = Document(blocks=blocks, lang=lang)
    document = document.replace(title=title or _title(document))
    folder = Path(base) if base is not None else None
    return docx.write(document, house_style=house_style, date=_DATE, italics=True, base=folder)


def _title(document: Document) -> str:
    """The words of the first heading; else the first words there are."""
    for block in document.blocks:
        if isinstance(block, Heading) and (words := inline_text(block.children).strip()):
            return " ".join(words.split())[:_LONGEST_TITLE]
    words = " ".join(plain_text(document).split())
    return words[:_LONGEST_TITLE]


def _with_anchors(blocks: Sequence[Block], slugs: Slugs | None = None) -> tuple[Block, ...]:
    """The blocks with an id on each heading, inside quotes and lists too, such as links to headings use."""
    slugs = slugs or Slugs()
    return tuple(_with_anchor(block, slugs) for block in blocks)


def _with_anchor(block: Block, slugs: Slugs) -> Block:
    match block:
        case Heading():
            return block.replace(id=block.id or slugs.next(inline_text(block.children)))
        case Quote():
            return block.replace(blocks=_with_anchors(block.blocks, slugs))
        case BulletList() | OrderedList():
            items = (item.replace(blocks=_with_anchors(item.blocks, slugs)) for item in block.items)
            return block.replace(items=tuple(items))
        case _:
            return block
