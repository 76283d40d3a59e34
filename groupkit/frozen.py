"""Small frozen things made of named fields: like frozen dataclasses, but quick to declare.

dataclasses and attrs write out some six methods of each class as text, and compile them whenever a program starts. With
the hundred classes that a build needs, this took a tenth of a whole run. Here only `__init__` is each class's own, and
classes with as many fields share its code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, NoReturn, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class _Declared(type):
    """Makes a field of each annotation in a class, in their order; what is assigned there is the field's default."""

    __match_args__: tuple[str, ...]
    _key: Callable[[object], Any]

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> _Declared:
        names = tuple(namespace.get("__annotations__", ()))
        usual = {each: namespace.pop(each) for each in names if each in namespace}
        made = super().__new__(cls, name, bases, {"__slots__": names, "__match_args__": names} | namespace)
        made._key = attrgetter("__class__", *(each for each in names if not each.startswith("_")))
        if names:
            type.__setattr__(made, "__init__", _init(made, names, usual))
        return made


def _init(made: type, names: Sequence[str], usual: Mapping[str, Any]) -> FunctionType:
    """Give the `__init__` of a class with these fields; raises TypeError if one without a default follows others."""
    if list(usual) != list(names[len(names) - len(usual) :]):
        raise TypeError(f"{made.__name__}: fields with a default come last.")
    code = _init_code(len(names)).replace(co_varnames=("self", *names))
    puts = {f"put{at}": made.__dict__[each].__set__ for at, each in enumerate(names)}
    return FunctionType(code, puts, "__init__", tuple(usual.values()))


@cache
def _init_code(count: int) -> CodeType:
    """Compile an `__init__` that puts so many values in their places, whatever the names of the fields are."""
    fields = [f"field{at}" for at in range(count)]
    puts = "; ".join(f"put{at}(self, {each})" for at, each in enumerate(fields))
    made: dict[str, Any] = {}
    exec(f"def __init__(self, {', '.join(fields)}): {puts}", made)
    code: CodeType = made["__init__"].__code__
    return code


class Frozen(metaclass=_Declared):
    """The base of such classes: made from values by place or by name, compared, hashed and shown by them.

    A field whose name begins with `_` is for the class alone: it is neither compared nor shown. A class with fields is
    not meant to have others below it.
    """

    __slots__ = ("__weakref__",)
    __match_args__ = ()

    def replace(self, **changes: Any) -> Self:
        """Give the same with other values in some fields."""
        return type(self)(**self.as_dict() | changes)

    def as_dict(self) -> dict[str, Any]:
        """Give the value of every field by its name."""
        return {name: getattr(self, name) for name in type(self).__match_args__}

    def __eq__(self, other: object) -> bool:
        kind = type(self)
        return kind._key(self) == kind._key(other) if kind is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(type(self)._key(self))

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in self.as_dict().items() if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(self.as_dict().values())

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen; replace({name}=...) gives another.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen.")


class Remembering(Frozen):
    """The base of those that keep what they work out, with `cached_property`."""

    __slots__ = ("__dict__",)
