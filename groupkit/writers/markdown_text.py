"""Words as Markdown: only what would be markup where it stands is escaped, so the text reads well as it is."""

from __future__ import annotations

import re
import unicodedata

_EMAIL = r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?![\w-])"
# Not every reader understands `\<`, but all know `&lt;`. A lone backslash, or `_` inside a word, is no markup.
_SPECIAL = re.compile(
    r"(?P<email>" + _EMAIL + r")|(?P<backslash>\\(?![A-Za-z0-9]{2}))|(?P<mark>[`\[\]])|(?P<run>\*+|_+|~+)"
    r"|(?P<less><(?![\s=]))|(?P<and>&(?=#?\w+;))",
    re.ASCII,
)
_SIGN = re.compile(r"[@\\`\[\]*_~<&]")
"""What all that is special holds: most words do not, and this is quick to say of them."""
_LINE_START = re.compile(
    r"(?P<before>)(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|=+\s*$|[-:|][-:|\s]*$|_[_\s]*$)|(?P<number>\d{1,9})[.)](?=\s|$)"
)


def text(words: str, autolinks: bool = True) -> str:
    """Escape plain words. `autolinks` puts mail addresses in angle brackets, as readers expect of them."""
    if not _SIGN.search(words):
        return words

    def escaped(found: re.Match[str]) -> str:
        whole = found[0]
        if found["email"]:
            return f"<{whole}>" if autolinks else whole.replace("_", r"\_")
        if found["less"]:
            return "&lt;"
        if found["and"]:
            return "&amp;"
        if found["run"] and _harmless(words, found):
            return whole
        return "".join(f"\\{each}" for each in whole)

    return _SPECIAL.sub(escaped, words)


def _harmless(words: str, found: re.Match[str]) -> bool:
    """Tell whether a run of `*`, `_` or `~` cannot open or close anything where it stands."""
    before, after = words[found.start() - 1 : found.start()], words[found.end() : found.end() + 1]
    if before.isspace() and after.isspace():
        return True
    if found[0][0] == "_":
        return before.isalnum() and after.isalnum()
    return found[0] == "~" and words.count("~") == 1


def line_start(line: str) -> str:
    """Escape what would make the line something else than running text: a heading, list, quote, rule or table."""
    found = _LINE_START.match(line)
    if not found:
        return line
    number = found["number"] or ""
    return f"{number}\\{line[len(number) :]}"


def code(words: str) -> str:
    """Give a code span, fenced by more backticks than it holds."""
    fence = "`" * _free_length(words, "`", 1)
    padded = words.startswith("`") or words.endswith("`") or (words[:1] == words[-1:] == " " and words.strip(" "))
    return f"{fence} {words} {fence}" if padded else f"{fence}{words}{fence}"


def free_fence(words: str, mark: str) -> str:
    """Give a fence for a code block, longer than any run of `mark` in it."""
    return mark * max(3, *(len(each) + 1 for each in re.findall(f"{mark}+", words)), 3)


def _free_length(words: str, mark: str, least: int) -> int:
    runs = {len(each) for each in re.findall(f"{mark}+", words)}
    return next(length for length in range(least, len(words) + 2) if length not in runs)


def trimmed(line: str) -> str:
    """Drop spaces at the ends; write other white space there so that no reader drops it."""
    line = line.strip(" ")
    return closed_ends(line) if line else ""


def closed_ends(inner: str) -> str:
    """Write white space at either end as a character reference: emphasis cannot begin or end there as it is."""
    if inner[0].isspace():
        inner = f"&#{ord(inner[0])};{inner[1:]}"
    return f"{inner[:-1]}&#{ord(inner[-1])};" if inner[-1].isspace() else inner


def is_word(character: str) -> bool:
    """Tell whether a character is part of a word, for the rules of emphasis: no white space, no punctuation."""
    return not character.isspace() and unicodedata.category(character)[0] not in "PS"


def target(href: str, title: str) -> str:
    """Give what stands in the round brackets of a link or picture."""
    href = re.sub(r"&(?=#?\w+;)", "&amp;", href)
    if (not href and title) or re.search(r"[\s()<>\\]", href):
        href = "<" + re.sub(r"[<>\\]", lambda found: f"\\{found[0]}", href.replace("\n", "%0A")) + ">"
    if not title:
        return href
    escaped = re.sub(r'[\\"]|&(?=#?\w+;)', lambda found: f"\\{found[0]}", title)
    return f'{href} "{escaped.replace(chr(10), "&#10;")}"'
