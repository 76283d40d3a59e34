"""The JSON Schema takes what groups write, and points at what is wrong."""

import json

import pytest
from jsonschema import Draft202012Validator

from groupkit.group import Group, fields
from groupkit.group.schema import schema

SCHEMA = json.loads(json.dumps(schema()))
GOOD = {
    "group": {"name": "Riverside Voices", "area": "Riverside", "nation": "wales", "aims": ["To listen.", "To speak."]},
    "committee": {"quorum": 3, "people": [{"name": "Ann", "role": "chair", "age": 17}]},
    "meetings": {"start": "18:30", "first": "2027-01-12"},
    "payments": {"rate_hour": 12.5},
    "decisions": {"change_share": "2/3"},
    "members": {"allies": True, "now": "9"},
}


def wrong(answers: dict) -> list[str]:
    errors = Draft202012Validator(SCHEMA).iter_errors(answers)
    return sorted(".".join(map(str, error.absolute_path)) for error in errors)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_answers_that_a_group_can_be_made_from_are_valid() -> None:
    assert Group.from_answers(GOOD).committee.quorum == 3
    assert wrong(GOOD) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"group": {"name": "Riverside Voices", "area": "Riverside"}}, "group"),
        ({"group": GOOD["group"] | {"nation": "walse"}}, "group.nation"),
        ({"group": GOOD["group"] | {"nam": "x"}}, "group"),
        ({"group": GOOD["group"] | {"name": ""}}, "group.name"),
        ({"meeting": {}}, ""),
        ({"committee": {"quorum": 0}}, "committee.quorum"),
        ({"committee": {"quorum": True}}, "committee.quorum"),
        ({"committee": {"people": [{"role": "chair"}]}}, "committee.people"),
        ({"meetings": {"start": 18}}, "meetings.start"),
        ({"members": {"allies": "perhaps"}}, "members.allies"),
        ({"payments": {"rate_hour": -1}}, "payments.rate_hour"),
        ({"pack": {"formats": ["pdf"]}}, "pack.formats"),
        ({"style": {"house_style": "shiny"}}, "style.house_style"),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(change: dict, place: str) -> None:
    assert wrong(GOOD | change) == [place]


@pytest.mark.parametrize("answer", list(fields()), ids=lambda answer: answer.key)
def test_every_answer_is_in_the_schema_with_question_default_and_example(answer) -> None:
    about = SCHEMA["properties"][answer.section]["properties"][answer.name]
    validator = Draft202012Validator(about)
    assert about["title"] == answer.question
    assert all(validator.is_valid(example) for example in about["examples"])
    if "default" in about and about["default"] != "":
        assert validator.is_valid(about["default"])
    assert ("default" in about) == (not answer.required and not answer.derived and answer.default is not None)
