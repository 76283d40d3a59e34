"""The papers that hold a group's rules, by form and nation, and what can be asked of their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from groupkit import context as contexts, render, templates
from groupkit.document import number, parse, plain_text
from groupkit.document.blocks import Block, Clause, Document, Heading, Paragraph
from groupkit.document.text import children_of, inline_text
from groupkit.group import Group
from groupkit.group.form import exists_in

ON = date(2027, 1, 5)
NATIONS = ("england", "wales", "scotland", "northern-ireland")
TERMS = ("informal_tor", "hosted_group")
CHARITIES = ("small_charity_unregistered", "charity_association_ew", "charity_association_s", "charity_association_n")
ASSOCIATIONS = ("unincorporated_association", *CHARITIES)
OFFICIAL = ("cio_association", "cio_foundation", "scio_two_tier", "scio_single_tier", "cic")
FORMS = (*TERMS, *ASSOCIATIONS, *OFFICIAL)
WHERE = [(form, nation) for form in FORMS for nation in NATIONS if exists_in(form, nation)]
ASSOCIATION_WHERE = [(form, nation) for form, nation in WHERE if form in ASSOCIATIONS]
PAPER = {form: "terms-of-reference" if form in TERMS else "constitution" for form in (*TERMS, *ASSOCIATIONS)}
PAPER |= dict.fromkeys(OFFICIAL, "official-model-answers")


def group(form: str = "unincorporated_association", nation: str = "england", **answers: Any) -> Group:
    """A group with these answers; `meetings__how` stands for meetings.how."""
    start = {"group.name": "Riverside Voices", "group.area": "Leeds", "group.nation": nation, "form.kind": form}
    if form == "hosted_group":
        start["host.name"] = "Riverside Trust"
    return Group.from_answers(start | {key.replace("__", "."): value for key, value in answers.items()})


def document(name: str, of: Group) -> Document:
    """One document of a group, numbered as it would be in the pack."""
    context = contexts.for_group(of, ON, ())
    template = next(each for each in templates.documents() if each.name == name)
    assert render.applies(template, context)
    own = contexts.for_document(template, context)
    text = render.render(template, own)
    assert "{{" not in text
    assert "{%" not in text
    return Document(number(parse(text, where=template.path), where=template.path), title=name)


def paper(form: str = "unincorporated_association", nation: str = "england", **answers: Any) -> Document:
    """The constitution, terms of reference or answer sheet of a group."""
    return document(PAPER[form], group(form, nation, **answers))


@cache
def text(form: str = "unincorporated_association", nation: str = "england", **answers: Any) -> str:
    """All the words of that paper, notes included, one block a line."""
    return plain_text(paper(form, nation, **answers))


def everything(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, and every block inside it."""
    for block in blocks:
        yield block
        yield from everything(tuple(children_of(block)))


def ids(of: Document) -> set[str]:
    """The ids set in a document."""
    return {block.id for block in everything(of.blocks) if isinstance(block, Heading | Clause) and block.id}


def clause(of: Document, name: str) -> str:
    """The words of the clause with this id."""
    found = next(block for block in everything(of.blocks) if isinstance(block, Clause) and block.id == name)
    return plain_text(Document((found,)))


def sentences(of: Document) -> list[str]:
    """The sentences of the running text; tables, headings and signatures are left out."""
    paragraphs = [inline_text(block.children) for block in everything(of.blocks) if isinstance(block, Paragraph)]
    parts = [part for each in paragraphs for part in re.split(r"(?<=[.:?!])\s+(?=[A-Z_])", each)]
    return [part for part in parts if re.search(r"\w", part)]


def size(sentence: str) -> int:
    """How many words a sentence has."""
    return len(re.findall(r"[\w’'-]+", sentence))
