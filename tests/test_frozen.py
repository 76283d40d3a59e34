from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from functools import cached_property

import pytest

from groupkit.frozen import Frozen, Remembering


class Place(Frozen):
    street: str
    number: int = 1
    notes: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        return f"{self.number} {self.street}"


class Other(Frozen):
    street: str
    number: int = 1
    notes: tuple[str, ...] = ()


class Nothing(Frozen):
    pass


def test_values_are_given_by_place_or_by_name_and_defaults_fill_the_rest():
    place = Place("High Street", notes=("upstairs",))
    assert (place.street, place.number, place.notes, place.line) == ("High Street", 1, ("upstairs",), "1 High Street")
    assert place == Place(street="High Street", number=1, notes=("upstairs",))


@pytest.mark.parametrize("wrong", [lambda: Place(), lambda: Place("a", 1, (), 2), lambda: Place("a", town="b")])
def test_values_that_do_not_fit_are_refused_as_by_any_function(wrong):
    with pytest.raises(TypeError, match="__init__"):
        wrong()


def test_two_are_equal_only_with_equal_values_and_of_the_same_class():
    assert Place("a") == Place("a")
    assert hash(Place("a")) == hash(Place("a"))
    assert Place("a") != Place("a", 2)
    assert Place("a") != Other("a")
    assert Place("a") != "a"
    assert Nothing() == Nothing()


def test_nothing_can_be_changed_added_or_taken_away():
    place = Place("a")
    with pytest.raises(AttributeError, match=r"replace\(street"):
        place.street = "b"
    with pytest.raises(AttributeError):
        place.town = "b"
    with pytest.raises(AttributeError):
        del place.street
    assert not hasattr(place, "__dict__")


def test_another_is_made_with_some_values_changed():
    assert Place("a").replace(number=3) == Place("a", 3)
    assert Place("a", 3).as_dict() == {"street": "a", "number": 3, "notes": ()}


def test_it_shows_its_values():
    assert repr(Place("a")) == "Place(street='a', number=1, notes=())"
    assert repr(Nothing()) == "Nothing()"


def test_it_can_be_matched_copied_and_kept():
    place = Place("a", 2)
    match place:
        case Place(street, number):
            assert (street, number) == ("a", 2)
    assert copy.copy(place) == copy.deepcopy(place) == pickle.loads(pickle.dumps(place)) == place


class Counted(Remembering):
    name: str
    _count: Callable[[], int]

    @cached_property
    def count(self) -> int:
        return self._count()


def test_what_is_for_the_class_alone_is_neither_compared_nor_shown():
    first, second = Counted("a", lambda: 1), Counted("a", _count=lambda: 2)
    assert first == second
    assert hash(first) == hash(second)
    assert repr(first) == "Counted(name='a')"


def test_what_was_worked_out_is_remembered_and_still_nothing_can_be_changed():
    asked = []
    counted = Counted("a", lambda: asked.append(1) or len(asked))
    assert (counted.count, counted.count) == (1, 1)
    with pytest.raises(AttributeError, match="frozen"):
        counted.name = "b"


def test_a_class_whose_fields_with_a_default_do_not_come_last_is_refused():
    with pytest.raises(TypeError, match=r"Mixed: fields with a default come last"):

        class Mixed(Frozen):
            street: str = ""
            number: int


def test_classes_with_as_many_fields_keep_their_own_names_and_defaults():
    assert Place("a").as_dict() == Other("a").as_dict() != Three(1).as_dict() == {"one": 1, "two": 2, "three": 3}
    with pytest.raises(TypeError, match="street"):
        Three(street="a")


class Three(Frozen):
    one: int
    two: int = 2
    three: int = 3
