"""Usual answers about one piece of work that are worked out from the others, and from the group's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from ..group.answers import Derived

if TYPE_CHECKING:
    from .offer import Offer


def usual_words(name: str) -> Any:
    """What an offer usually says of something, from the data of the templates."""
    from ..usual import usual

    return usual("offer")[name]


class Usual(Derived):
    """A default that is worked out from an offer; `offer.of` is the group that makes it."""

    __slots__ = ()

    def __init__(self, work_out: Callable[[Offer], Any], how: str) -> None:
        super().__init__(cast(Any, work_out), how)
