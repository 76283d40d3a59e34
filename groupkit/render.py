"""Filling a document's template with a group's answers: the answers stay text, whatever they hold.

Jinja runs sandboxed and strict. Every value that a template prints is escaped for Markdown on the way in
(`finalize`), so an answer such as `# Heading` or `| a` comes out as those characters. Only the helpers of
this module may print markup; they mark it with `Markup`, the way Jinja marks what is safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError as JinjaError, Undefined, pass_environment
from jinja2.filters import make_attrgetter
from markupsafe import Markup

from groupkit import compiled, marks, sandbox, templates
from groupkit.errors import GroupkitError, TemplateError
from groupkit.escape import blank_markup
from groupkit.sandbox import Sandbox
from groupkit.templates import Template
from groupkit.words import FILTERS, sentence

Context = Mapping[str, Any]


def render(template: Template, context: Context) -> str:
    """Give the Markdown of one document. Raises TemplateError when the template is at fault."""
    return marks.unmarked(render_marked(template, context))


def render_marked(template: Template, context: Context) -> str:
    """Give the Markdown of one document, with marks around what came from outside the template (`groupkit.marks`)."""
    with_line = template.body_line - 1
    try:
        return environment().get_template(template.path).render(context)
    except JinjaError as error:
        line = getattr(error, "lineno", None)
        place = f"{template.path}:{line + with_line}" if line else template.path
        raise TemplateError(f"{place}: {error}") from error
    except GroupkitError:
        raise
    except Exception as error:
        raise TemplateError(f"{template.path}: {type(error).__name__}: {error}") from error


def render_part(path: str, context: Context) -> str:
    """Give the Markdown of a part that stands on its own, such as the list of sources."""
    return marks.unmarked(environment().get_template(path).render(context))


def title(template: Template, context: Context) -> str:
    """Give the document's title as plain text, for file properties and lists."""
    if "{" not in template.title:
        return template.title
    return _plain_environment().get_template(template.title).render(context).strip()


def applies(template: Template, context: Context) -> bool:
    """Tell whether a document is meant for this group: its `when` holds, or it has none."""
    return applying([template], context)[0]


def applying(found: Sequence[Template], context: Context) -> list[bool]:
    """Tell of each document whether it applies. Raises TemplateError for a condition that does not read.

    All conditions are one Jinja template, since starting each by itself would cost more than what they ask.
    """
    questions = [f"{{% if {each.when or 'true'} %}}y{{% else %}}n{{% endif %}}" for each in found]
    try:
        return [said == "y" for said in _plain_environment().get_template("".join(questions)).render(context)]
    except JinjaError:
        for each, question in zip(found, questions, strict=True):  # to name the one that is wrong
            try:
                _plain_environment().get_template(question).render(context)
            except JinjaError as error:
                raise TemplateError(f"{each.path}: the condition `when` does not read: {error}") from error
        raise


# -------------------------------------------------------------- what templates call


def blank(label: str, kind: str = "text", choices: Sequence[str] = ()) -> Markup:
    """Print a place to fill in, with the words that say what goes there."""
    return Markup(blank_markup(_label(label), kind, choices))


def or_blank(value: object, label: str, kind: str = "text") -> Markup:
    """Print the answer, or a place to fill it in when there is none."""
    return blank(label, kind) if value is None or value == "" else _finalize(value)


def ref(target: str) -> Markup:
    """Print a reference to a clause or heading by its id; the number is worked out later."""
    return Markup(f"[](#{target})")


def link(text: str, address: str) -> Markup:
    """Print a link with readable words."""
    return Markup(f"[{_label(text)}](<{address.replace('>', '%3E').replace('<', '%3C')}>)")


# ---------------------------------------------------------------------- machinery


@cache
def environment() -> Sandbox:
    """Give the one environment that all documents share; compiled templates are kept in it."""
    env = Sandbox(
        loader=FunctionLoader(_source),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=True,  # macros then return Markup, which finalize lets through
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{# ",  # with the space: {#id} is an id of the dialect, not a comment
        comment_end_string=" #}",
        cache_size=400,
        auto_reload=False,
        bytecode_cache=compiled.Templates(sandbox.COMPILER),
    )
    env.filters.update(FILTERS)
    env.filters |= {"join": _join, "sentence": _sentence}
    env.globals.update(blank=blank, or_blank=or_blank, ref=ref, link=link)
    return env


def _finalize(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, Undefined):
        return Markup(str(value))  # StrictUndefined raises here, with the name that is missing
    if value is None or isinstance(value, bool):
        raise TemplateError(f"a template prints {value}; it should choose words for it.")
    return _escaped(str(value))


def _label(words: str) -> str:
    """Give the words of a link or a blank as Markdown, without marks: more is made of them than what they say."""
    return marks.unmarked(_finalize(words))


def _sentence(text: str) -> str:
    """Give the text with a capital first letter, marked or not."""
    return marks.START + sentence(text[1:]) if text.startswith(marks.START) else sentence(text)


@pass_environment
def _join(env: Sandbox, value: Iterable[Any], between: str = "", attribute: str | int | None = None) -> str:
    """Join as Jinja's `join` does, but escape for Markdown where something joined is markup."""
    parts = value if attribute is None else map(make_attrgetter(env, attribute), value)
    return env.joined(piece for at, part in enumerate(parts) for piece in ((between, part) if at else (part,)))


@lru_cache(maxsize=4096)
def _escaped(value: str) -> Markup:
    return Markup(marks.marked(value))


def _source(path: str) -> str | None:
    if path.startswith("documents/"):
        return next((each.body for each in templates.documents() if each.path == path), None)
    try:
        return templates.read(path)
    except OSError:
        return None


@cache
def _plain_environment() -> Sandbox:
    """Give an environment for words that are not Markdown: titles and conditions, each its own template.

    Nothing is escaped in it. The name of a template is its text, so that compiled ones are kept like the others.
    """
    env = Sandbox(
        loader=FunctionLoader(lambda text: text),
        undefined=StrictUndefined,
        cache_size=400,
        auto_reload=False,
        bytecode_cache=compiled.Templates(sandbox.COMPILER),
    )
    env.filters.update(FILTERS)
    return env
