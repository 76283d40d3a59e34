"""The short ways of our sandbox lead to public values only, and filters take them too."""

from __future__ import annotations

import pytest
from jinja2 import StrictUndefined, UndefinedError
from jinja2.exceptions import SecurityError

from groupkit.facts import Register
from groupkit.sandbox import Sandbox


def say(template: str) -> str:
    register = Register.load()
    sandbox = Sandbox(undefined=StrictUndefined)
    return sandbox.from_string(template).render(
        register=register, resources=register.resources("wales"), facts=register.at(register.checked, "wales")
    )


def test_filters_read_our_values_by_name() -> None:
    assert say("{{ resources | map(attribute='id') | first }}") == Register.load().resources("wales")[0].id
    assert say("{{ (resources | selectattr('id', 'equalto', resources[1].id) | first).title }}")
    assert say("{{ resources[0]['title'] == resources[0].title }}") == "True"


def test_what_is_kept_by_name_is_still_found_by_name() -> None:
    assert say("{{ facts['mileage-car'].id }}") == "mileage-car"
    assert say("{{ facts['keys'] is defined }}") == "True"  # a method, as Jinja has it for any mapping


@pytest.mark.parametrize(
    "way", ["register._files", "register['_files']", "resources | map(attribute='_files') | first"]
)
def test_private_values_are_refused_whichever_way_they_are_asked_for(way: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        say(f"{{{{ {way} }}}}")


def test_the_inside_of_python_stays_closed() -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        say("{{ register.load.__func__.__globals__ }}")
    with pytest.raises((SecurityError, UndefinedError)):
        say("{{ (resources | first)['__class__'].__mro__ }}")


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        say("{{ resources[0]['titel'] }}")
