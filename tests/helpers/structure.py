"""What a reader sees of a text, block by block: taken from HTML, and from a Word file with its numbering and styles.

Both give the same kind of record, so that one can be held against the other. Nothing of the writer is used here: the
Word file is read as Word reads it, with styles looked up along what they are based on, and numbers counted.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VOID = {"br", "hr", "img"}
LEAVES = {"p", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}


class Run(NamedTuple):
    """Words in one manner: `em`, `strong` and `code` in `marks`; where they lead to, and the tip of that link."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str | None = None
    title: str = ""


class Seen(NamedTuple):
    """One paragraph as it is seen.

    `mark` is what stands before it (`•`, or its number), "" for none; `lists` how many lists a marked paragraph is in;
    `depth` how many lists and quotes it is in, taken together; `goes_on` tells that it is a further part of an item.
    `loose` is None where nothing can tell.
    """

    kind: str
    mark: str
    lists: int
    depth: int
    quoted: bool
    goes_on: bool
    loose: bool | None
    runs: tuple[Run, ...]


def _tip(title: str | None) -> str:
    return " ".join((title or "").split())


def settled(runs: list[Run], *, keep: bool = False) -> tuple[Run, ...]:
    """Join runs of one manner; without `keep`, any stretch of space is one space, and none stands at the ends."""
    joined: list[Run] = []
    for run in runs:
        text = run.text if keep else re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"[ \t]+", " ", run.text))
        if joined and not keep and joined[-1].text[-1:] in " \n":
            text = text.lstrip(" ")
        if not text:
            continue
        # A space looks the same in any manner, so it goes with the words before it.
        if joined and (joined[-1][1:] == run[1:] or not text.strip(" ")):
            joined[-1] = joined[-1]._replace(text=joined[-1].text + text)
        elif joined and text[0] == " " and not keep:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + " ")
            joined.append(run._replace(text=text[1:]))
        else:
            joined.append(run._replace(text=text))
    if joined and not keep:
        joined[0] = joined[0]._replace(text=joined[0].text.lstrip(" \n"))
        joined[-1] = joined[-1]._replace(text=joined[-1].text.rstrip(" \n"))
    return tuple(run for run in joined if run.text)


# ------------------------------------------------------------------------ HTML


@dataclass
class Element:
    """An element of HTML; text is a `str` among its children."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def of_html(text: str) -> list[Seen]:
    """What is seen of the HTML that a Markdown program writes."""
    tree = _Tree()
    tree.feed(text)
    seen: list[Seen] = []
    _Walk(seen).blocks(tree.open[0].children)
    return seen


class _Walk:
    def __init__(self, seen: list[Seen]) -> None:
        self.seen = seen
        self.lists = 0
        self.quotes = 0
        self.waiting: list[tuple[str, bool | None]] = []  # the mark of an item that nothing carries yet

    def blocks(self, children: list[Element | str]) -> None:
        words: list[Element | str] = []
        for child in [*children, Element("end")]:
            if isinstance(child, str) or child.tag not in {*LEAVES, "ul", "ol", "blockquote", "end"}:
                words.append(child)
                continue
            if any(not isinstance(each, str) or each.strip() for each in words):
                self.leaf("p", settled(_runs(words)))
            words = []
            if child.tag in LEAVES:
                self.leaf(child.tag, settled(_runs(child.children, pre=child.tag == "pre"), keep=child.tag == "pre"))
            elif child.tag == "blockquote":
                self.quotes += 1
                self.blocks(child.children)
                self.quotes -= 1
            elif child.tag != "end":
                self.list(child)

    def list(self, element: Element) -> None:
        if self.waiting:
            self.leaf("p", ())
        items = [child for child in element.children if isinstance(child, Element)]
        inside = [child for item in items for child in item.children]
        loose: bool | None = None
        if any(isinstance(child, Element) and child.tag == "p" for child in inside):
            loose = True
        elif any(isinstance(child, str) and child.strip() for child in inside):
            loose = False
        self.lists += 1
        for number, item in enumerate(items, start=int(element.attributes.get("start", "1"))):
            self.waiting = [(f"{number}." if element.tag == "ol" else "•", loose)]
            self.blocks(item.children)
            if self.waiting:
                self.leaf("p", ())
        self.lists -= 1

    def leaf(self, kind: str, runs: tuple[Run, ...]) -> None:
        mark, loose = self.waiting.pop() if self.waiting else ("", None)
        if kind == "pre" and runs:
            runs = (Run("".join(run.text for run in runs).removesuffix("\n")),)
        depth = self.lists + self.quotes
        goes_on = bool(self.lists) and not mark
        self.seen.append(Seen(kind, mark, self.lists if mark else 0, depth, self.quotes > 0, goes_on, loose, runs))


def _runs(children: list[Element | str], around: Run | None = None, *, pre: bool = False) -> list[Run]:
    around = around or Run("")
    found: list[Run] = []
    for child in children:
        if isinstance(child, str):
            found.append(around._replace(text=child if pre else child.replace("\n", " ")))
        elif child.tag == "br":
            found.append(around._replace(text="\n"))
        elif child.tag == "img":
            found.append(around._replace(text=child.attributes["alt"].replace("\n", " "), marks=frozenset()))
        else:
            inside = around
            if child.tag in ("em", "strong", "code") and not pre:
                inside = around._replace(marks=around.marks | {child.tag})
            elif child.tag == "a":
                inside = around._replace(
                    href=unquote(child.attributes["href"]), title=_tip(child.attributes.get("title"))
                )
            found += _runs(child.children, inside, pre=pre)
    return found


# ------------------------------------------------------------------------ Word


def of_word(content: bytes) -> list[Seen]:
    """What is seen of a Word file."""
    return _Word(content).read()


class _Word:
    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(BytesIO(content)) as package:
            self.body = ElementTree.fromstring(package.read("word/document.xml"))
            styles = ElementTree.fromstring(package.read("word/styles.xml"))
            numbering = ElementTree.fromstring(package.read("word/numbering.xml"))
            links = ElementTree.fromstring(package.read("word/_rels/document.xml.rels"))
        self.targets = {each.get("Id"): each.get("Target") or "" for each in links}
        self.styles = {each.get(f"{W}styleId"): each for each in styles.iter(f"{W}style")}
        definitions = {each.get(f"{W}abstractNumId"): each for each in numbering.iter(f"{W}abstractNum")}
        self.lists = {
            each.get(f"{W}numId"): definitions[each.find(f"{W}abstractNumId").get(f"{W}val")]
            for each in numbering.iter(f"{W}num")
        }
        self.counters: dict[int, dict[int, int]] = {}
        self.em = int(self.property_of(self.chain("Normal"), "rPr", "sz")["val"]) * 10

    def chain(self, style: str | None) -> list[ElementTree.Element]:
        """Give a style and all that it is based on, nearest first."""
        found = []
        while style:
            found.append(self.styles[style])
            base = found[-1].find(f"{W}basedOn")
            style = base.get(f"{W}val") if base is not None else None
        return found

    @staticmethod
    def property_of(chain: list[ElementTree.Element], group: str, name: str) -> dict[str, str]:
        for style in chain:
            found = style.find(f"{W}{group}/{W}{name}")
            if found is not None:
                return {key.removeprefix(W): value for key, value in found.attrib.items()} | {"": ""}
        return {}

    @staticmethod
    def names(chain: list[ElementTree.Element]) -> list[str]:
        return [style.find(f"{W}name").get(f"{W}val").lower() for style in chain]

    def read(self) -> list[Seen]:
        return [self.paragraph(each) for each in self.body.iter(f"{W}p")]

    def paragraph(self, element: ElementTree.Element) -> Seen:
        chain = self.chain(element.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
        names = self.names(chain)
        kind = "p"
        for name in names:
            if re.fullmatch(r"heading [1-6]", name):
                kind = f"h{name[-1]}"
            elif name in ("source code", "horizontal line"):
                kind = {"source code": "pre", "horizontal line": "hr"}[name]
        indent = int(self.property_of(chain, "pPr", "ind").get("left", 0))
        quoted = any(style.find(f"{W}pPr/{W}pBdr/{W}left") is not None for style in chain)
        quoted |= kind == "hr" and "quote" in names[0]
        mark, lists = "", 0
        number = element.find(f"{W}pPr/{W}numPr")
        if number is not None:
            level = int(number.find(f"{W}ilvl").get(f"{W}val"))
            mark, at = self.counted(number.find(f"{W}numId").get(f"{W}val"), level)
            lists, indent = level + 1, max(at, indent if "quote" in names else 0)
        goes_on = not mark and self.no_number(chain)
        loose = "loose" in names[0] if mark and names[0].startswith("list ") else None
        runs = settled(list(self.runs(element)), keep=kind == "pre")
        if kind == "pre" and runs:
            runs = (Run("".join(run.text for run in runs)),)
        return Seen(kind, mark, lists, indent // (2 * self.em), quoted, goes_on, loose, runs)

    @staticmethod
    def no_number(chain: list[ElementTree.Element]) -> bool:
        for style in chain:
            found = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if found is not None:
                return found.get(f"{W}val") == "0"
        return False

    def counted(self, number: str, level: int) -> tuple[str, int]:
        """Count one more paragraph of a list, as Word does; give its mark and its indent."""
        definition = self.lists[number]
        levels = {int(each.get(f"{W}ilvl")): each for each in definition.iter(f"{W}lvl")}
        counters = self.counters.setdefault(id(definition), {})
        start = int(levels[level].find(f"{W}start").get(f"{W}val"))
        counters[level] = counters.get(level, start - 1) + 1
        for deeper in [each for each in counters if each > level]:
            del counters[deeper]
        form = levels[level].find(f"{W}numFmt").get(f"{W}val")
        text = levels[level].find(f"{W}lvlText").get(f"{W}val")
        mark = text.replace(f"%{level + 1}", str(counters[level])) if form == "decimal" else "•"
        return mark, int(levels[level].find(f"{W}pPr/{W}ind").get(f"{W}left"))

    def runs(self, element: ElementTree.Element, around: Run | None = None) -> list[Run]:
        around = around or Run("")
        found: list[Run] = []
        for child in element:
            if child.tag == f"{W}r":
                found.append(around._replace(text=_words(child), marks=self.marks(child)))
            elif child.tag == f"{W}hyperlink":
                anchor = child.get(f"{W}anchor")
                href = self.targets[child.get(f"{R}id")] if anchor is None else "" if anchor == "_top" else f"#{anchor}"
                inside = Run("", href=unquote(href.removeprefix("./")), title=_tip(child.get(f"{W}tooltip")))
                found += self.runs(child, inside)
        return found

    def marks(self, run: ElementTree.Element) -> frozenset[str]:
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is None:
            return frozenset()
        chain = self.chain(style.get(f"{W}val"))
        found = {"code"} if "verbatim char" in self.names(chain) else set()
        for name, mark in (("b", "strong"), ("i", "em")):
            if self.property_of(chain, "rPr", name):
                found.add(mark)
        return frozenset(found)


def _words(run: ElementTree.Element) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(each.text or "" if each.tag == f"{W}t" else signs.get(each.tag, "") for each in run)
