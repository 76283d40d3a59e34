"""How hard a text is to read: words in a sentence, and the Flesch-Kincaid grade.

A measure small enough to run over thousands of papers. Syllables come from spelling, with a list of words that
spelling gets wrong; against a pronouncing dictionary the grades of our papers differ by a tenth or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from groupkit.document.blocks import Block, Document, Form, Paragraph
from groupkit.document.text import children_of, field_text, inline_text

_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)|:(?=\s*$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][A-Za-z]+)*|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|am|pm|%)?")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")


def prose(document: Document) -> list[str]:
    """Give the running text, a string for each paragraph, list item and field; headings and tables are left out."""
    return [text for block in document.blocks for text in _prose(block)]


def _prose(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _readable(inline_text(block.children))
    elif isinstance(block, Form):
        for blank in block.fields:
            yield from _readable(field_text(blank))
    else:
        for child in children_of(block):
            yield from _prose(child)


def _readable(text: str) -> Iterator[str]:
    text = re.sub(r"\s+", " ", _ADDRESS.sub("link", text)).strip()
    if re.search(r"[A-Za-z]{2}", text):
        yield text


@cache
def sentences(paragraph: str) -> tuple[str, ...]:
    """Give the sentences of a paragraph. A full stop before a small letter, or after one letter, ends none."""
    found, start = [], 0
    for match in _END.finditer(paragraph):
        before, after = paragraph[start : match.start()], paragraph[match.end() :].lstrip()
        if match[0].startswith(".") and after and (after[0].islower() or re.search(r"(^|\W)[a-zA-Z]$", before)):
            continue
        found.append(paragraph[start : match.end()].strip())
        start = match.end()
    found.append(paragraph[start:].strip())
    return tuple(each for each in found if re.search(r"\w", each))


@cache
def sizes(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Give words and syllables of each sentence of a paragraph."""
    return tuple(
        (len(words), sum(syllables(word.lower()) for word in words))
        for words in (_WORD.findall(sentence) for sentence in sentences(paragraph))
        if words
    )


def long_sentences(paragraphs: Iterable[str], most: int) -> list[str]:
    """Give the sentences of more words than this."""
    return [
        sentence
        for paragraph in paragraphs
        if any(words > most for words, _ in sizes(paragraph))
        for sentence in sentences(paragraph)
        if len(_WORD.findall(sentence)) > most
    ]


def measure(paragraphs: Iterable[str]) -> tuple[float, float]:
    """Give the words in a sentence, on average, and the Flesch-Kincaid grade."""
    all_sizes = [size for paragraph in paragraphs for size in sizes(paragraph)]
    words, spoken = (sum(column) for column in zip(*all_sizes, strict=True))
    average = words / len(all_sizes)
    return average, 0.39 * average + 11.8 * spoken / words - 15.59


@cache
def syllables(word: str) -> int:
    """Give the syllables of a word in small letters."""
    plain = re.sub(r"['’]s$", "", word)
    if not plain[0].isalpha():
        return 1
    if plain in UNLIKE_THEIR_SPELLING:
        return UNLIKE_THEIR_SPELLING[plain]
    letters = re.sub(r"[^a-z]", "", plain)
    found = len(re.findall(r"[aeiouy]+", letters))
    found -= bool(re.search(r"[^l]e$", letters)) and found > 1
    found -= bool(re.search(r"[^td]ed$", letters)) and found > 1
    found -= (
        bool(re.search(r"[^aeiou]ely$|eness$|eful$|eless$|ement$|[^aeioucgsxz]es$|[^ou]ghes$", letters)) and found > 1
    )
    found += len(re.findall(r"ia(?!l$)|[^q]uou|io(?!us|n)|eo(?!us)|[aeiouym]bl$|ism$", letters))
    return max(1, found)


_SPOKEN = {
    1: "role rule while style mile file pile whole",
    2: "people our hour hours someone agree agreed being something rely trustee interest interests quiet centre "
    "centres reaches senior loyal copied marriage trial paying schedule sometimes handled going doing evening "
    "elsewhere worried business tired lifeline wednesday venue hire value idea",
    3: "anyone whoever committee safeguarding agreement serious disabled ourselves disagree principles everything "
    "sexual easier helplines influence cio publishes programmes creating recovery annual articles earlier employer",
    4: "experience january february orientation influencing reassignment seriously usually individuals",
}
UNLIKE_THEIR_SPELLING = {word: number for number, words in _SPOKEN.items() for word in words.split()}
