"""Writing answers as `group.toml`: a file that a person can read, change by hand and keep notes in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from ..errors import AnswersError
from . import load
from .answers import Answer, Derived, Questions, Section, for_a_group
from .model import Group
from .reading import read_partly
from .sections import ANSWERS, GROUP
from .tables import Tables
from .working import Working

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    _Add = Callable[[TOMLDocument, Mapping[str, Any], Working], str]

_WIDTH = 108
"""Characters in a line of comment: the names of the months fit."""


def write_answers(answers: Group | Mapping[str, Any], existing: str = "") -> str:
    """The text of `group.toml` for these answers.

    Args:
        answers: a group, of which what was given is written; or values by full name, as an interview gathers them.
        existing: what the file holds now. Its comments, order and spelling stay wherever the answers are the same.

    Raises:
        AnswersError: if the existing text is not TOML.
    """
    values = answers.given_values() if isinstance(answers, Group) else {k: answers[k] for k in ANSWERS if k in answers}
    if not existing.strip("\ufeff \t\r\n"):
        return fresh(values)
    unix = existing.removeprefix("\ufeff").replace("\r\n", "\n")
    before = _read(unix)
    ways = (_rewritten(values, before, unix, add) for add in (_add_to_text, _add_to_document))
    # Both ways are checked by reading the result: a file may hold a text that looks like a section of answers.
    text = next((text for text in ways if _read_back(text) == values), None) or fresh(values)
    return text.replace("\n", "\r\n") if "\r\n" in existing else text


def fresh(values: Mapping[str, Any], questions: Questions = GROUP, beside: Mapping[str, object] | None = None) -> str:
    """The text of a new file: every question as a comment, and under it the answer, or what holds without one.

    Args:
        values: the answers by full name.
        questions: what they answer.
        beside: what else the worked-out answers look at, by name.
    """
    working = Working(values, questions, beside)
    sections = questions.sections.values()
    lines = (line for section in sections for line in _section_lines(section, values, working))
    return questions.top + "\n".join(lines) + "\n"


def _listed(section: Section, working: Working) -> list[Answer]:
    """The answers that a file lists. An organisation finds none that only a group needs, unless it gave them."""
    answers = [each.asked_of(working.kind) for each in section.answers.values()]
    if working.kind != "organisation":
        return answers
    of_use = [each for each in answers if each.when is not for_a_group or each.key in working.given]
    given_or_asked = (e.key in working.given or e.when is None or e.when(cast("Group", working)) for e in of_use)
    return of_use if any(given_or_asked) else []


def _section_lines(section: Section, values: Mapping[str, Any], working: Working) -> Iterator[str]:
    if not (answers := _listed(section, working)):
        return
    yield f"\n# {section.title}"
    yield f"[{section.name}]"
    for answer in answers:
        yield ""
        yield from _comment(answer.question)
        yield from _choices(answer)
        yield _line(answer, values[answer.key]) if answer.key in values else _usual_line(answer, working)


def _choices(answer: Answer) -> Iterator[str]:
    """The values to choose from, each with its label on a line of its own if it has one."""
    if all(value == label for value, label in answer.choices.items()):
        yield from _comment("Choices: " + ", ".join(answer.choices)) if answer.choices else ()
        return
    widest = max(map(len, answer.choices))
    yield from (f"#   {value:<{widest}}  {label}" for value, label in answer.choices.items())


def _comment(text: str) -> list[str]:
    if len(text) <= _WIDTH - len("# "):
        return [f"# {text}"]
    import textwrap  # hardly a comment is so long

    return textwrap.wrap(
        text, _WIDTH, initial_indent="# ", subsequent_indent="#   ", break_long_words=False, break_on_hyphens=False
    )


def _line(answer: Answer, value: Any) -> str:
    """The answer as it stands in the file; a list of tables takes several lines."""
    written = answer.kind.toml(value)
    if isinstance(answer.kind, Tables) and written:
        tables = ([f"[[{answer.key}]]", *(f"{k} = {_literal(v)}" for k, v in item.items())] for item in written)
        return "\n\n".join("\n".join(lines) for lines in tables)
    return f"{answer.name} = {_literal(written)}"


def _usual_line(answer: Answer, working: Working) -> str:
    """The answer as a comment, with the value that holds as long as nobody says otherwise."""
    usual = working.value(answer.key)
    if usual in (None, "", ()):
        example = _line(answer, answer.kind.read(answer.example))
        return "\n".join(f"# {line}".rstrip() for line in example.split("\n")) + "  # for example"
    how = f"worked out {answer.default.how}" if isinstance(answer.default, Derived) else "the usual"
    return f"# {_line(answer, usual)}  # {how}"


def _literal(value: Any) -> str:
    """A value in TOML. Text that was read holds no control characters, so that only two signs need care."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return str(value)


def _rewritten(values: Mapping[str, Any], before: Mapping[str, Any], existing: str, add: _Add) -> str:
    """The existing text with changed answers changed, and new ones added in one of two ways."""
    import tomlkit

    document = tomlkit.parse(existing)
    for key, answer in ANSWERS.items():
        table = document.get(answer.section, {})
        if answer.name not in table:
            continue
        if key not in values:
            del table[answer.name]
        elif before.get(key) != values[key]:
            table[answer.name] = _item(answer, values[key])
    new = [key for key in values if ANSWERS[key].name not in document.get(ANSWERS[key].section, {})]
    return add(document, {key: values[key] for key in new}, Working(values))


def _add_to_text(document: TOMLDocument, new: Mapping[str, Any], working: Working) -> str:
    """Puts new answers where the file asks for them, and brings the values in our own comments up to date."""
    import tomlkit

    text = tomlkit.dumps(document)
    for key, value in new.items():
        text = _answered(text, ANSWERS[key], _line(ANSWERS[key], value))
    for key, answer in ANSWERS.items():
        if key not in working.given and not isinstance(answer.kind, Tables):
            ours = rf"# {answer.name} = .*  # (?:worked out|the usual|for example).*"
            usual = _usual_line(answer.asked_of(working.kind), working)
            text = _in_section(text, answer.section, ours, usual)
    return text


def _answered(text: str, answer: Answer, line: str) -> str:
    """The text with an answer in place of its commented-out line, else right under the name of its section."""
    tables = isinstance(answer.kind, Tables)
    asked = rf"# \[\[{answer.key}\]\](?:\n#.*)*" if tables else rf"#\s*{answer.name}\s*=.*"
    replaced = _in_section(text, answer.section, asked, line)
    if replaced != text:
        return replaced
    if tables or not re.search(_header(answer.section), text, re.MULTILINE):
        head = "" if tables else f"[{answer.section}]\n"
        return f"{text.rstrip()}\n\n{head}{line}\n"
    return re.sub(_header(answer.section), lambda header: f"{header[0]}\n{line}", text, count=1, flags=re.MULTILINE)


def _header(section: str) -> str:
    return rf"^\[{section}\][ \t]*(?:#.*)?$"


def _in_section(text: str, section: str, pattern: str, line: str) -> str:
    """The text with the first whole line of a section that fits a pattern replaced by another."""
    if not (header := re.search(_header(section), text, re.MULTILINE)):
        return text
    following = re.compile(r"^\[(?!\[)", re.MULTILINE).search(text, header.end())
    start, end = header.end(), following.start() if following else len(text)
    changed = re.sub(rf"^{pattern}$", lambda _: line, text[start:end], count=1, flags=re.MULTILINE)
    return text[:start] + changed + text[end:]


def _add_to_document(document: TOMLDocument, new: Mapping[str, Any], _: Working) -> str:
    """Puts new answers at the end of their sections, for a file whose sections are written in some other way."""
    import tomlkit

    for key, value in new.items():
        answer = ANSWERS[key]
        if answer.section not in document:
            document[answer.section] = tomlkit.table()
        table: Any = document[answer.section]
        table[answer.name] = _item(answer, value)
    return tomlkit.dumps(document)


def _item(answer: Answer, value: Any) -> Any:
    """What tomlkit puts in a document."""
    import tomlkit

    written = answer.kind.toml(value)
    if isinstance(answer.kind, Tables) and written:
        tables = tomlkit.aot()
        for item in written:
            tables.append(tomlkit.item(item))
        return tables
    if isinstance(written, Decimal):
        return tomlkit.item(int(written)) if written == int(written) else tomlkit.float_(str(written))
    return tomlkit.item(written)


def _read(text: str) -> dict[str, Any]:
    return read_partly(load.parse(text))[0]


def _read_back(text: str) -> dict[str, Any] | None:
    try:
        return _read(text)
    except AnswersError:
        return None
