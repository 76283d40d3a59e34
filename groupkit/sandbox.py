"""Jinja's strict sandbox, with a short way for what templates read most: our own values.

Jinja asks many questions before a template may read an attribute, since the value could be anything. Our own
answers and facts are frozen, and what does not begin with an underscore is public; those two looks are enough.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2.environment import TemplateModule
from jinja2.sandbox import ImmutableSandboxedEnvironment


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which templates can read public values and change nothing."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give an attribute: of ours at once when it is public, of anything else as the sandbox allows."""
        if _is_ours(type(obj)) and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give an item; of ours that have none, the attribute of that name, which filters such as `map` ask for so."""
        if isinstance(argument, str) and _is_ours(type(obj)) and not hasattr(obj, "__getitem__"):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)


@cache
def _is_ours(kind: Any) -> bool:
    """Tell whether values of a type are our own; what a template imports from another is, too."""
    return kind.__module__.startswith("groupkit.") or kind is TemplateModule
