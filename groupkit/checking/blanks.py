"""What is left to fill in: controls that still show their placeholder, and lines to write on that nobody wrote on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from groupkit.checking.word import Element, W, WordFile, first_words, is_on, value, words
from groupkit.errors import FolderError

_LINE = re.compile(r"_{5,}(?:\s*\(([^()]{1,120})\))?")
_ROW = re.compile(r"(.+), row \d+")
_LARGEST = 10_000_000


@dataclass(frozen=True)
class Left:
    """A place that is still to fill in: what goes there, and the heading it stands under ("" for none)."""

    label: str
    heading: str


def left_in_word(path: str | Path) -> list[Left]:
    """What is left in a Word file, in reading order. Boxes to tick do not count: an empty one may be an answer.

    Raises:
        FolderError: the file cannot be read as a Word file.
    """
    file = WordFile(Path(path))
    controls = {id(each) for each in file.body.iter(f"{W}sdt") if _is_open(each)}
    found: list[Left] = []
    columns: dict[int, list[str]] = {}  # of tables with rows to fill in: each is told once
    seen: set[int] = set()
    parents = {id(child): parent for parent in file.body.iter() for child in parent}
    for paragraph in file.paragraphs:
        if paragraph.part:
            continue
        around = _control_around(paragraph.element, parents, controls)
        if around is not None and id(around) not in seen:
            seen.add(id(around))
            found.append(Left(_label(around), paragraph.heading))
        for control in paragraph.element.iter(f"{W}sdt"):
            if id(control) not in controls or id(control) in seen:
                continue
            seen.add(id(control))
            label = _label(control)
            if paragraph.table and (row := _ROW.fullmatch(label)):
                names = columns.setdefault(paragraph.table, [])
                if not names:
                    found.append(Left(f"\0{paragraph.table}", paragraph.heading))
                if row[1] not in names:
                    names.append(row[1])
            else:
                found.append(Left(label, paragraph.heading))
        if around is None:
            found += [Left(label, paragraph.heading) for label in _lines(_outside(paragraph.element))]
    tables = {f"\0{number}": _rows(names) for number, names in columns.items()}
    return [Left(tables.get(each.label, each.label), each.heading) for each in found]


def left_in_markdown(path: str | Path) -> list[Left]:
    """What is left in a Markdown file: its lines to write on.

    Raises:
        FolderError: the file cannot be read.
    """
    path = Path(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise FolderError(f"{path} is too large to look at.", "Is it the right file?")
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except FolderError:
        raise
    except OSError as error:
        raise FolderError(f"{path} cannot be read ({error.strerror}).", "Close it in other programs.") from None
    found: list[Left] = []
    heading, columns, told = "", "", False
    for line in text.splitlines():
        plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)
        if title := re.match(r"#{1,6} +(.*)", plain):
            heading = first_words(title[1])
        if not plain.lstrip().startswith("|"):
            columns, told = "", False
            found += [Left(label, heading) for label in _lines(plain)]
        elif not columns:
            columns = _rows(cell.strip() for cell in plain.strip().strip("|").split("|"))
        else:
            lines = list(_LINE.finditer(plain))
            if any(not line[1] for line in lines) and not told:
                told = True
                found.append(Left(columns, heading))
            found += [Left(label, heading) for line in lines if line[1] for label in _lines(line[0])]
    return found


def _rows(columns: Iterable[str]) -> str:
    return f"rows of a table: {', '.join(columns)}"


def _control_around(element: Element, parents: dict[int, Element], controls: set[int]) -> Element | None:
    """The open control that a paragraph stands in, if there is one."""
    at: Element | None = parents.get(id(element))
    while at is not None:
        if id(at) in controls:
            return at
        at = parents.get(id(at))
    return None


def _outside(paragraph: Element) -> str:
    """The words of a paragraph that are in no control with a name."""
    text = words(paragraph)
    for control in paragraph.iter(f"{W}sdt"):
        held = words(control)
        if held and (_name(control) or not _LINE.search(held)):
            text = text.replace(held, " ", 1)
    return text


def _is_open(control: Element) -> bool:
    """Tell whether a control is still to fill in: it says so, or it holds a line to write on.

    LibreOffice takes the mark off when it saves, and the name off some controls. What has a line but no name counts
    as a line outside controls does, with the words around it.
    """
    if is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
        return bool(_name(control)) or not _LINE.search(words(control))
    return bool(_name(control) and _holds_words_only(control) and _LINE.search(words(control)))


def _holds_words_only(control: Element) -> bool:
    return not any(each.tag in (f"{W}p", f"{W}sdt") for each in control.iter() if each is not control)


def _name(control: Element) -> str:
    names = (value(control.find(f"{W}sdtPr/{W}{name}")) or "" for name in ("alias", "tag"))
    return next((name.strip() for name in names if name.strip()), "")


def _label(control: Element) -> str:
    return _name(control) or first_words(words(control)) or "blank"


def _lines(text: str) -> Iterator[str]:
    """The labels of the lines to write on in a text: the words in brackets behind each, else those before it."""
    at = 0
    for line in _LINE.finditer(text):
        shown = text[at : line.start()].rstrip()
        before = re.sub(r"^[\s\-*+>\[\]☐.]+", "", shown).strip(" :*")
        label = re.sub(r":[^:]* / .*", "", line[1] or "")  # without the choices
        if " / " in label and shown.endswith((":", "?")):
            label = ""  # nothing but choices: the label stands before the line
        yield " ".join(label.split()) or " ".join(before.split()[-8:]) or "a line to write on"
        at = line.end()
