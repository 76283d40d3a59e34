"""Reading answers in: from a mapping to typed sections, with every problem said in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..errors import AnswersError
from .answers import Answer, Questions, Section, described
from .kinds import Kind, SeveralUnreadableError, Text, UnreadableError, nearest
from .kinds.base import shown, visible
from .sections import GROUP

if TYPE_CHECKING:
    from cattrs import Converter


def read_answers(answers: Mapping[str, Any], where: str = "", questions: Questions = GROUP) -> dict[str, Any]:
    """The answers given, by full name, each as its section holds it.

    Args:
        answers: sections of answers, as `group.toml` has them; `"meetings.start": "18:30"` is understood too.
        where: the file they come from, for messages.
        questions: what they answer.

    Raises:
        AnswersError: with every problem, not only the first.
    """
    problems: list[str] = []
    found = _in_sections(answers, problems, questions)
    for name in questions.needed:
        found.setdefault(name, {})
    read = {
        name: _read_section(section, found[name], problems, questions)
        for name, section in questions.sections.items()
        if name in found
    }
    if problems:
        raise AnswersError(list(dict.fromkeys(problems)), where)
    given = {f"{name}.{each}": getattr(section, each) for name, section in read.items() for each in found[name]}
    return {key: value for key, value in given.items() if not is_empty(value)}


def read_partly(answers: Mapping[str, Any], questions: Questions = GROUP) -> tuple[dict[str, Any], list[str]]:
    """The answers that can be read, by full name, and what is wrong with the others; nothing has to be there."""
    problems: list[str] = []
    values: dict[str, Any] = {}
    for section, found in _in_sections(answers, problems, questions).items():
        for name, value in found.items():
            try:
                values[f"{section}.{name}"] = read_answer(f"{section}.{name}", value, questions)
            except AnswersError as error:
                problems += error.problems
    return {key: values[key] for key in questions.answers if key in values}, problems


def read_answer(key: str, value: object, questions: Questions = GROUP) -> Any:
    """One answer, checked. Raises `AnswersError` with the same words as `read_answers`."""
    if key in questions.sections:
        raise AnswersError([_no_answer(questions.sections[key], value)])
    if key not in questions.answers:
        raise AnswersError([_astray(key, value, questions)])
    try:
        return questions.answers[key].kind.read(value)
    except (UnreadableError, SeveralUnreadableError) as error:
        raise AnswersError(problem_lines(key, error)) from None


def known(key: str, questions: Questions = GROUP) -> Answer:
    """The answer with this full name. Raises `AnswersError` naming the nearest if there is none."""
    if key not in questions.answers:
        raise AnswersError([unknown(key, questions)])
    return questions.answers[key]


def unknown(key: str, questions: Questions = GROUP) -> str:
    """What to say of a full name that is not an answer's."""
    section, _, name = key.partition(".")
    sections, answers = questions.sections, questions.answers
    if section not in sections:
        near = nearest(section, sections) or nearest(section.lower(), sections)
        hint = f"Did you mean {near}?" if near else "Choose from: " + ", ".join(sections) + "."
        return f"{visible(section or key)}: no such section. {hint}"
    elsewhere = [other.key for other in answers.values() if other.name == name]
    near = nearest(name, sections[section].answers) or nearest(name.lower(), sections[section].answers)
    homes = {answer.name: answer.key for answer in answers.values()}
    hint = f"{section}.{near}" if near else elsewhere[0] if elsewhere else homes.get(nearest(name, homes), "")
    listed = "Choose from: " + ", ".join(sections[section].answers) + "."
    return f"{visible(key)}: no such answer. " + (f"Did you mean {hint}?" if hint else listed)


def _in_sections(answers: Mapping[str, Any], problems: list[str], questions: Questions) -> dict[str, dict[str, Any]]:
    """The answers by section and name, without empty ones; whatever is not in a section is a problem."""
    found: dict[str, dict[str, Any]] = {}
    for key, value in answers.items():
        section, dot, name = str(key).partition(".")
        if dot and section in questions.sections:
            found.setdefault(section, {})[name] = value
        elif key not in questions.sections:
            problems.append(_astray(str(key), value, questions))
        elif isinstance(value, Mapping):
            found.setdefault(section, {}).update((str(name), each) for name, each in value.items())
        else:
            problems.append(_no_answer(questions.sections[key], value))
    return {
        section: {name: value for name, value in each.items() if not is_empty(value)} for section, each in found.items()
    }


def is_empty(value: object) -> bool:
    """Whether a value is no answer: nothing, or text without a character."""
    return value is None or (isinstance(value, str) and not value.strip())


def _no_answer(section: Section, value: object) -> str:
    """What to say where the name of a section stands as if it were an answer's."""
    if isinstance(value, list):
        return f"{section.name}: this section stands here as a list. Write [{section.name}] with single brackets, once."
    answers = list(section.answers.values())
    picky = [each for each in answers if each.choices or (each.type is not tuple and type(each.kind) is not Text)]
    meant = next((each for each in picky if _can_read(each, value)), None)
    hint = f"Did you mean {meant.key}?" if meant else f"Name an answer in it, such as {answers[0].key}."
    return f"{section.name}: this is a section, so it cannot be {shown(value)}. {hint}"


def _can_read(answer: Answer, value: object) -> bool:
    try:
        answer.kind.read(value)
    except (UnreadableError, SeveralUnreadableError):
        return False
    return True


def _astray(key: str, value: object, questions: Questions) -> str:
    homes = [answer.key for answer in questions.answers.values() if answer.name == key]
    if homes and not isinstance(value, Mapping):
        return f"{key}: this answer stands outside its section. Did you mean {homes[0]}?"
    return unknown(key, questions)


def _read_section(section: Section, answers: Mapping[str, Any], problems: list[str], questions: Questions) -> Any:
    """The section as an object, or None with problems added; cattrs gathers what is wrong, answer by answer.

    The reader that gathers takes twice as long to make, so it is made where something is wrong.
    """
    from cattrs import ClassValidationError

    with suppress(Exception):  # whatever it is, it is found again and told with the rest
        return _reader(section.model, gathering=False)(answers, section.model)
    try:
        return _reader(section.model, gathering=True)(answers, section.model)
    except ClassValidationError as group:
        for error in group.exceptions:
            problems += _lines(section.name, error, questions)
        return None


@lru_cache
def _reader(model: type, gathering: bool) -> Callable[[Mapping[str, Any], Any], Any]:
    """What cattrs makes to read a section, each answer by its kind; it stops at what is wrong, or gathers it."""
    from cattrs.gen import make_dict_structure_fn, override

    answers = described(model, "")
    hooks: dict[str, Any] = {name: override(struct_hook=_hook(answer.kind)) for name, answer in answers.items()}
    return make_dict_structure_fn(
        model,
        _converter(),
        _cattrs_forbid_extra_keys=True,
        _cattrs_use_linecache=False,
        _cattrs_detailed_validation=gathering,
        **hooks,
    )


@lru_cache
def _converter() -> Converter:
    from cattrs import Converter

    return Converter(detailed_validation=True, forbid_extra_keys=True)


def _hook(kind: Kind) -> Callable[[Any, Any], Any]:
    return lambda value, _type: kind.read(value)


def _lines(section: str, error: Exception, questions: Questions) -> list[str]:
    """One error of cattrs as lines for people."""
    from cattrs import AttributeValidationNote, ForbiddenExtraKeysError

    if isinstance(error, ForbiddenExtraKeysError):
        return [unknown(f"{section}.{name}", questions) for name in sorted(error.extra_fields)]
    notes = getattr(error, "__notes__", ())
    name = next((note.name for note in notes if isinstance(note, AttributeValidationNote)), "")
    if isinstance(error, UnreadableError | SeveralUnreadableError):
        return problem_lines(f"{section}.{name}", error)
    if isinstance(error, KeyError):  # cattrs says so where an answer that has no usual value is not there
        return [missing(questions.answers[f"{section}.{error.args[0]}"])]
    raise error


def problem_lines(key: str, error: UnreadableError | SeveralUnreadableError) -> list[str]:
    """What is wrong with one answer, as lines that start with its name."""
    problems = error.problems if isinstance(error, SeveralUnreadableError) else [error]
    return [f"{key}{problem.within}: {problem}" for problem in problems]


def missing(answer: Answer) -> str:
    """What to say of an answer that has to be given and was not."""
    listed = (
        "Choose one of: " + ", ".join(answer.choices) if answer.choices else f'Write one such as "{answer.example}"'
    )
    return f"{answer.key}: this answer is missing. {listed}."
