"""What is left to fill in: controls that still show their placeholder, and lines to write on that nobody wrote on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from groupkit.checking.word import Element, Paragraph, W, WordFile, first_words, is_on, value, words
from groupkit.errors import FolderError
from groupkit.frozen import Frozen

_LINE = re.compile(r"_{5,}(?:\s*\(([^()]{1,120})\))?")
_ROW = re.compile(r"(.+), row \d+")
_NO_LABEL = "a line to write on"
_LARGEST = 10_000_000


class Left(Frozen):
    """A place that is still to fill in: what goes there, and the heading it stands under ("" for none)."""

    label: str
    heading: str


def left_in_word(path: str | Path) -> list[Left]:
    """What is left in a Word file, in reading order. Boxes to tick do not count: an empty one may be an answer.

    Raises:
        FolderError: the file cannot be read as a Word file.
    """
    return _Places(WordFile(Path(path))).left()


class _Places:
    """Walks a Word file once. Rows of a table that are to fill in are told once, with the names of their columns."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.controls = {id(each) for each in file.body.iter(f"{W}sdt") if _is_open(each)}
        self.parents = {id(child): parent for parent in file.body.iter() for child in parent}
        self.found: list[Left] = []
        self.columns: dict[str, list[str]] = {}
        self.seen: set[int] = set()

    def left(self) -> list[Left]:
        for paragraph in self.file.paragraphs:
            if not paragraph.part:
                self._paragraph(paragraph)
        tables = {mark: _rows(names) for mark, names in self.columns.items()}
        return [Left(tables.get(each.label, each.label), each.heading) for each in self.found]

    def _paragraph(self, paragraph: Paragraph) -> None:
        around = self._control_around(paragraph.element)
        inside = paragraph.element.iter(f"{W}sdt")
        for control in (each for each in (around, *inside) if each is not None):
            if id(control) in self.controls and id(control) not in self.seen:
                self.seen.add(id(control))
                self._add(_label(control), paragraph)
        if around is None:
            for label in _lines(_outside(paragraph.element)):
                self._add(label, paragraph)

    def _add(self, label: str, paragraph: Paragraph) -> None:
        row = _ROW.fullmatch(label) if paragraph.table else None
        if not row and not (paragraph.table and label == _NO_LABEL):
            self.found.append(Left(label, paragraph.heading))
            return
        mark = f"\0{paragraph.table}"  # becomes the names of the columns, once all are known
        if mark not in self.columns:
            self.columns[mark] = [] if row else _header(self.file.tables[paragraph.table - 1])
            self.found.append(Left(mark, paragraph.heading))
        if row and row[1] not in self.columns[mark]:
            self.columns[mark].append(row[1])

    def _control_around(self, element: Element) -> Element | None:
        """The open control that a paragraph stands in, if there is one."""
        at: Element | None = self.parents.get(id(element))
        while at is not None and id(at) not in self.controls:
            at = self.parents.get(id(at))
        return at


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


def _header(table: Element) -> list[str]:
    row = table.find(f"{W}tr")
    return [] if row is None else [first_words(words(cell)) for cell in row.findall(f"{W}tc")]


def _rows(columns: Iterable[str]) -> str:
    return f"rows of a table: {', '.join(columns)}"


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
        yield " ".join(label.split()) or " ".join(before.split()[-8:]) or _NO_LABEL
        at = line.end()
