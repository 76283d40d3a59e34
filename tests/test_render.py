"""Proves that templates are filled in strictly, and that answers stay text."""

import re
from itertools import count
from pathlib import Path

import pytest
from jinja2 import nodes
from markupsafe import Markup

from groupkit import render, templates
from groupkit.errors import TemplateError

NUMBERS = count()
FRONT = '+++\nname = "{name}"\ntitle = "A"\nfor = "reading"\nwho = "all"\nrequired_by = "nobody"\n+++\n'


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch):
    """Fill in a body of our own, as if it stood in a file."""

    def fill(body: str, **context: object) -> str:
        path = f"documents/test/{next(NUMBERS)}.md"
        template = templates.parse(path, FRONT.format(name=path) + body)
        monkeypatch.setattr(templates, "documents", lambda: (template,))
        return render.render(template, context)

    return fill


def test_an_answer_is_escaped_wherever_a_template_prints_it(filled) -> None:
    assert filled("{{ name }}", name="# Tea") == "\\# Tea"


def test_an_answer_inside_a_macro_is_escaped_once(filled) -> None:
    body = "{% macro bold(text) %}**{{ text }}**{% endmacro %}{{ bold(name) }}"
    assert filled(body, name="a*b") == "**a\\*b**"


@pytest.mark.parametrize(
    "body",
    [
        '{{ "_" ~ name ~ blank("x") }}',
        '{{ blank("x") ~ "_" ~ name }}',
        '{{ [blank("x"), "_", name] | join }}',
        '{{ ["_", name, blank("x")] | join(" & ") }}',
        '{{ [[blank("x")], ["_"], [name]] | join(attribute=0) }}',
        "{% macro m(text) %}**{{ text }}**{% endmacro %}{{ '_' ~ m(name) }}",
        "{% set x %}{{ name }}{% endset %}{{ '_' ~ x ~ name }}",
    ],
)
def test_an_answer_joined_to_markup_is_escaped_for_markdown_once(filled, body: str) -> None:
    written = filled(body, name="<a*b> & {#x}")
    assert "\\_" in written
    assert "\\<a\\*b\\> \\& \\{\\#x\\}" in written
    assert "&amp;" not in written
    assert "&lt;" not in written


def test_plain_texts_are_joined_as_they_are_and_escaped_when_printed(filled) -> None:
    assert filled('{{ "a" ~ name ~ [1, name] | join(" & ") }}', name="*") == "a\\*1 \\& \\*"


def test_words_that_are_escaped_already_are_not_escaped_again_in_a_link_or_a_blank(filled) -> None:
    body = "{% set x %}{{ name }}{% endset %}"
    assert filled(body + "{{ link(x, 'https://e.org') }}", name="a*b") == "[a\\*b](<https://e.org>)"
    assert filled(body + "{{ link(name, 'https://e.org') }}", name="a*b") == "[a\\*b](<https://e.org>)"
    assert filled(body + "{{ blank(x) }}", name="a*b") == "[a\\*b](blank:text)"
    assert filled(body + "{{ or_blank(x, 'y') }}", name="a*b") == "a\\*b"


def test_no_template_adds_texts_with_plus_or_percent() -> None:
    """Those would escape for HTML where one side is markup; `~` is ours."""
    environment = render.environment()
    for path, source in all_sources():
        tree = environment.parse(source)
        for node in tree.find_all((nodes.Add, nodes.Mod)):
            sides = (node.left, node.right)
            called = {each.node.name for each in node.find_all(nodes.Call) if isinstance(each.node, nodes.Name)}
            assert not called & {"blank", "or_blank", "ref", "link"}, path
            assert not any(isinstance(side, nodes.Const) and isinstance(side.value, str) for side in sides), path


def all_sources():
    """Give every template and part, with its path."""
    for each in templates.documents():
        yield each.path, each.body
    for folder in ("parts", "papers"):
        root = templates.root() / folder
        for each in sorted(Path(str(root)).rglob("*.md")):
            yield str(each), re.sub(r"\A\+\+\+.*?^\+\+\+\n", "", each.read_text(encoding="utf-8"), flags=re.S | re.M)


def test_an_answer_kept_in_a_block_is_escaped_once(filled) -> None:
    assert filled("{% set x %}{{ name }}{% endset %}{{ x }}", name="a*b") == "a\\*b"


def test_jinja_in_an_answer_is_not_run(filled) -> None:
    assert "49" not in filled("{{ name }}", name="{{ 7*7 }}")


def test_html_signs_in_an_answer_are_not_turned_into_entities(filled) -> None:
    assert filled("{{ name }}", name="Tea & Talk") == "Tea \\& Talk"


def test_a_missing_name_is_an_error_that_names_file_and_name(filled) -> None:
    with pytest.raises(TemplateError, match=r"documents/test/.*nobody"):
        filled("{{ nobody }}")


def test_a_mistake_in_jinja_names_the_line_of_the_file(filled) -> None:
    with pytest.raises(TemplateError, match=r"\.md:10"):
        filled("one\n\n{% if %}\n")


@pytest.mark.parametrize("value", [None, True, False])
def test_none_and_yes_or_no_are_never_printed(filled, value: object) -> None:
    with pytest.raises(TemplateError, match="choose words"):
        filled("{{ value }}", value=value)


def test_a_template_cannot_reach_into_python(filled) -> None:
    with pytest.raises(TemplateError):
        filled("{{ name.__class__.__mro__ }}", name="x")


def test_helpers_print_markup_with_their_words_escaped() -> None:
    assert render.blank("a]b") == Markup("[a\\]b](blank:text)")
    assert render.or_blank("", "name") == Markup("[name](blank:text)")
    assert render.or_blank("A*", "name") == Markup("A\\*")
    assert render.ref("quorum") == Markup("[](#quorum)")
    assert render.link("a b", "https://x.example/a>b") == Markup("[a b](<https://x.example/a%3Eb>)")
