"""The template's questions are those of the answers, and nothing in its hooks is rendered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cookiecutter.environment import StrictEnvironment
from cookiecutter.prompt import render_variable

from groupkit import cookiecutter_template
from groupkit.cookiecutter_template import DATE, SAVED, asked, template_json
from groupkit.folder.names import is_safe
from groupkit.group import fields

TEMPLATE = Path(__file__).parents[2] / "templates" / "involvement-group"


def test_cookiecutter_json_is_as_made_from_the_answers() -> None:
    remedy = "run: python -m groupkit.cookiecutter_template"
    assert (TEMPLATE / "cookiecutter.json").read_text(encoding="utf-8") == template_json(), remedy


def test_an_installed_groupkit_says_in_one_line_that_the_questions_are_made_in_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cookiecutter_template, "_CHECKOUT", tmp_path)
    with pytest.raises(SystemExit, match=r"\Aerror: .*copy of the repository[^\n]*\Z"):
        cookiecutter_template.main()


def test_there_are_some_fifteen_questions_each_in_words() -> None:
    content = json.loads(template_json())
    questions = [name for name in content if not name.startswith("_")]
    assert 13 <= len(questions) <= 17
    assert set(content["__prompts__"]) == set(questions) == {*asked(), DATE}
    assert questions[:3] == ["group_name", "group_area", "group_nation"]


def test_every_choice_has_a_label_and_the_usual_one_comes_first() -> None:
    content = json.loads(template_json())
    for name, answer in asked().items():
        if not answer.choices:
            continue
        labels = content["__prompts__"][name]
        assert set(content[name]) <= set(labels)
        if not answer.derived and not answer.required:
            assert content[name][0] == answer.default


def test_no_answer_without_a_usual_value_goes_unasked() -> None:
    needed = {answer.key for answer in fields() if answer.required}
    assert needed <= {answer.key for answer in asked().values()}


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Riverside Voices", "riverside-voices"),
        ("CON", "con-group"),
        ("Aux.", "aux-group"),
        ("LPT1", "lpt1-group"),
        ("Con Brio", "con-brio"),
        ("🌻", "our-group"),
        ("../..", "our-group"),
    ],
)
def test_the_folder_has_a_name_that_every_computer_can_hold(name: str, folder: str) -> None:
    content = json.loads(template_json())
    environment = StrictEnvironment(context={"cookiecutter": content})
    made = render_variable(environment, content["__folder"], {"group_name": name})
    assert made == folder
    assert is_safe(made)


def test_only_the_folder_and_the_date_are_worked_out_by_cookiecutter() -> None:
    content = json.loads(template_json())
    jinja = {name for name, value in content.items() if "{" in str(value) and name != "__prompts__"}
    assert jinja == {"__folder", DATE}
    assert "[" not in json.dumps(list(map(str, content["__prompts__"].values()))).strip("[]"), "rich reads [ as markup"


@pytest.mark.parametrize("hook", sorted((TEMPLATE / "hooks").glob("*.py")), ids=lambda path: path.name)
def test_hooks_hold_no_jinja_and_start_with_the_standard_library(hook: Path) -> None:
    text = hook.read_text(encoding="utf-8")
    assert not any(mark in text for mark in ("{{", "{%", "{#"))
    imports = [
        line.split()[1].partition(".")[0]
        for line in text.splitlines()
        if line.lstrip().startswith(("import ", "from "))
    ]
    assert imports[-1] == "groupkit"
    assert set(imports) <= {"os", "sys", "groupkit"}


def test_the_only_rendered_file_hands_the_answers_over() -> None:
    files = [path for path in TEMPLATE.rglob("*") if path.is_file() and "hooks" not in path.parts]
    assert sorted(path.name for path in files) == [SAVED, "cookiecutter.json"]
    rendered = next(path for path in files if path.name == SAVED)
    assert rendered.read_text().strip() == "{{ cookiecutter | jsonify }}"
    assert rendered.parent.name == "{{cookiecutter.__folder}}"
