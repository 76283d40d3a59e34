"""Jinja's strict sandbox, with a short way for what templates read most: our own values.

Jinja asks many questions before a template may read an attribute, since the value could be anything. Our own
answers and facts are frozen, and what does not begin with an underscore is public; those two looks are enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from groupkit.marks import marked

COMPILER = "2"
"""Which way templates are compiled; to be raised with every change to `_Generator`, as kept templates depend on it."""


class _Generator(CodeGenerator):
    """Compiles templates for Markdown, where Jinja's own way is for HTML; and public attributes by a short way."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Print what `finalize` gives as it is: it is Markdown already, and needs no escaping for HTML."""
        if not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write(f"({finalize.src}")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  (Jinja's name)
        if node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        self.write("environment.public(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  (Jinja's name)
        if not frame.eval_ctx.autoescape:
            super().visit_Concat(node, frame)
            return
        # Jinja's way would escape what is joined for HTML.
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which templates can read public values and change nothing."""

    code_generator_class = _Generator

    def joined(self, parts: Iterable[Any]) -> str:
        """Give the parts as one text; if one of them is markup, the others are escaped for Markdown."""
        found = [part if isinstance(part, str) else str(part) for part in parts]
        if not any(isinstance(part, Markup) for part in found):
            return "".join(found)
        return Markup("".join(part if isinstance(part, Markup) else marked(part) for part in found))

    def public(self, obj: Any, attribute: str) -> Any:
        """Give an attribute whose name is public: of ours at once, of anything else as the sandbox allows."""
        kind: Any = type(obj)
        if not _is_ours(kind):
            return super().getattr(obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return self.undefined(obj=obj, name=attribute)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give an attribute of any name, as the sandbox allows."""
        return super().getattr(obj, attribute) if attribute.startswith("_") else self.public(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give an item; of ours that have none, the attribute of that name, which filters such as `map` ask for so."""
        kind: Any = type(obj)
        if isinstance(argument, str) and _is_ours(kind) and not hasattr(kind, "__getitem__"):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)


@cache
def _is_ours(kind: type) -> bool:
    """Tell whether values of a type are our own; what a template imports from another is, too."""
    return kind.__module__.startswith("groupkit.") or kind is TemplateModule
