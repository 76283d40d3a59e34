"""Finding the documents: their files, their front matter, and which of them apply to a group.

A document is one file under `templates/documents/`. It opens with TOML between two `+++` lines and goes on
with Markdown and Jinja. Adding a document is adding one file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

from groupkit.errors import TemplateError
from groupkit.frozen import Frozen
from groupkit.store import recall

CARDS = ("start", "constitution", "agendas", "payments", "resources")
SETS = ("starter", "full", "organisation")
"""The kinds of pack."""

WORK = ("offer", "letter")
"""The papers for one piece of work, by the command that makes them."""


class Template(Frozen):
    """One document as it lies on disk: what its front matter says, and its text.

    `when` is a Jinja expression on the answers ("" is always). `card` names the paper of the card it is: those
    are in every pack. `later` names forms whose starter pack does without a paper of the card, to stay small.
    `sets` are the packs that hold it, and the commands that make it for one piece of work. `body_line` is the
    line of the file its text starts on.
    """

    name: str
    title: str
    purpose: str
    who: str
    required_by: str
    path: str
    body_line: int
    _body: Callable[[], str]
    when: str = ""
    why_not: str = ""
    sets: tuple[str, ...] = ("full",)
    card: str = ""
    later: tuple[str, ...] = ()
    order: int = 500
    contents: bool = False
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """Its text, below the front matter."""
        return self._body()


@cache
def root() -> Traversable:
    """Give the folder of the templates: inside the installed package, or beside it in a checkout."""
    inside = resources.files("groupkit") / "templates"
    if inside.is_dir():
        return inside
    return Path(__file__).parent.parent / "templates"


def read(path: str) -> str:
    """Give the text of a file under the templates folder; `path` has forward slashes."""
    return root().joinpath(path).read_text(encoding="utf-8")


def read_toml(path: str) -> dict[str, Any]:
    """Give the content of a TOML file under the templates folder, such as words that a program needs as data."""
    text = read(path)
    return recall("toml", text, lambda: tomllib.loads(text))


@cache
def documents() -> tuple[Template, ...]:
    """Give every document there is, in the order a pack lists them.

    Raises TemplateError when front matter is wrong or two documents share a name.
    """
    files = dict(_files())
    heads = _heads(files)
    made = (_template(path, *heads[path], partial(_body, path, file)) for path, file in files.items())
    found = sorted(made, key=lambda each: (each.order, each.name))
    names: dict[str, Template] = {}
    for template in found:
        if template.name in names:
            raise TemplateError(f"{template.path}: the name {template.name!r} is taken by {names[template.name].path}.")
        names[template.name] = template
    return tuple(found)


def parse(path: str, text: str) -> Template:
    """Read one document file; `path` is for messages and for finding it again."""
    return _template(path, *_head(path, text), lambda: _split(path, text)[1])


Head = tuple[dict[str, Any], int]
"""The front matter of a document, and the line of the file that its text starts on."""


def _heads(files: Mapping[str, Traversable]) -> dict[str, Head]:
    """Give the front matter of every document; as the last run read it, if the files have not been touched since."""

    def read() -> dict[str, Head]:
        return {path: _head(path, _text(path, file)) for path, file in files.items()}

    if not all(isinstance(file, Path) for file in files.values()):
        return read()
    return recall("front matter", "\n".join(f"{path} {_state(file)}" for path, file in files.items()), read)


def _state(file: Traversable) -> str:
    """Give what changes when someone touches a file, even one that is given its old time again."""
    found = cast(Path, file).stat()
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size}"


def _head(path: str, text: str) -> Head:
    head, _ = _split(path, text)
    try:
        return tomllib.loads(head), head.count("\n") + 4
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"{path}: the front matter is not TOML: {error}.") from error


def _body(path: str, file: Traversable) -> str:
    return _split(path, _text(path, file))[1]


def _text(path: str, file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise TemplateError(f"{path}: the file is not in UTF-8. Save it again as UTF-8 text.") from None


def _template(path: str, front: dict[str, Any], body_line: int, body: Callable[[], str]) -> Template:
    """Make a document of its front matter. Raises TemplateError where that is not right."""
    front["purpose"] = front.pop("for", "")
    known = {*Template.__match_args__} - {"path", "body_line", "_body"}
    if unknown := sorted(set(front) - known):
        raise TemplateError(f"{path}: unknown front matter: {', '.join(unknown)}.")
    if missing := sorted({"name", "title", "purpose", "who", "required_by"} - {key for key, v in front.items() if v}):
        raise TemplateError(f"{path}: the front matter lacks: {', '.join(missing)}.".replace("purpose", "for"))
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in front.items()}
    template = Template(path=path, body_line=body_line, _body=body, **values)
    _check(template)
    return template


def _check(template: Template) -> None:
    if template.card and template.card not in CARDS:
        raise TemplateError(f"{template.path}: no such card: {template.card}. There are: {', '.join(CARDS)}.")
    if unknown := set(template.sets) - {*SETS, *WORK}:
        known = ", ".join([*SETS, *WORK])
        raise TemplateError(f"{template.path}: no such set: {', '.join(unknown)}. There are: {known}.")


def _split(path: str, text: str) -> tuple[str, str]:
    """Give front matter and text."""
    opening, _, rest = text.partition("+++\n")
    head, closing, body = rest.partition("\n+++\n")
    if opening or not closing:
        raise TemplateError(f"{path}: a document starts with front matter between two lines of +++.")
    return head, body


def _files() -> Iterator[tuple[str, Traversable]]:
    """Give every document with its path; themes are folders, one level deep."""
    for theme in sorted((root() / "documents").iterdir(), key=lambda each: each.name):
        if theme.is_dir():
            for file in sorted(theme.iterdir(), key=lambda each: each.name):
                if file.name.endswith(".md"):
                    yield f"documents/{theme.name}/{file.name}", file
