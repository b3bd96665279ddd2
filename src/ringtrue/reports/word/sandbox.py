"""How a template is carried out: it shows values, repeats and asks, and does nothing else.

A template is a document from outside. It may name placeholders, loop over them, ask whether they are there, and use the few filters
below; it cannot call anything, compute, define, include other files or reach into Python. Loops and output are bounded.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from time import monotonic
from typing import Any

from jinja2 import StrictUndefined, TemplateAssertionError, Undefined, nodes
from jinja2.sandbox import SandboxedEnvironment

MOST_STEPS = 500_000
MOST_SECONDS = 30.0
MOST_LETTERS = 80_000_000

FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "title", "trim", "upper")
TESTS = ("defined", "none", "string", "undefined", "eq", "ne", "equalto", "in", "odd", "even")

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Neg,
    nodes.Tuple,
    nodes.List,
)
_SAID = {
    nodes.Include: "it includes another file",
    nodes.Import: "it imports another file",
    nodes.FromImport: "it imports another file",
    nodes.Extends: "it extends another file",
    nodes.Call: "it calls a function",
    nodes.Macro: "it defines a macro",
    nodes.Assign: "it sets a variable",
    nodes.AssignBlock: "it sets a variable",
}


class TooMuch(Exception):
    """A template runs longer, or gives more, than is allowed."""


class Missing(StrictUndefined):
    """A placeholder that is not there, with what it may have been meant for."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if isinstance(self._undefined_hint, str):
            return self._undefined_hint
        known = list(vars(self._undefined_obj)) if hasattr(self._undefined_obj, "__dict__") else []
        near = get_close_matches(name, known, 1)
        return f'there is no placeholder "{name}"' + (f'; did you mean "{near[0]}"?' if near else "")


class Sandbox(SandboxedEnvironment):
    """Jinja with nothing in it but what is named above."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.filters["_counted"] = self._counted
        self.tests = {name: self.tests[name] for name in TESTS}
        self.steps, self.ends = 0, monotonic() + MOST_SECONDS

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Fields only: nothing that begins with an underscore, nothing that can be called."""
        return not attr.startswith("_") and not callable(value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field; a method is none, not even to be shown."""
        found = super().getattr(obj, attribute)
        if callable(found) and not isinstance(found, Undefined):
            return self.undefined(obj=obj, name=attribute)
        return found

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            _check(node)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_counted", [], [], None, None, lineno=loop.lineno)
            loop.iter.set_environment(self)
        return tree

    def _counted(self, given: Iterable[Any]) -> Iterator[Any]:
        for one in given:
            self.steps += 1
            if self.steps > MOST_STEPS or monotonic() > self.ends:
                raise TooMuch(
                    f"its loops go on for more than {MOST_STEPS:,} steps or {MOST_SECONDS:.0f} seconds"
                )
            yield one

    def shown(self, source: str, context: Any) -> str:
        """The text that a template gives."""
        parts, letters = [], 0
        for part in self.from_string(source).generate(context):
            letters += len(part)
            if letters > MOST_LETTERS:
                raise TooMuch(f"it gives more than {MOST_LETTERS:,} letters")
            parts.append(part)
        return "".join(parts)


def _check(node: nodes.Node) -> None:
    said = _SAID.get(type(node))
    if said is None and not isinstance(node, _ALLOWED) and isinstance(node, nodes.Expr | nodes.Stmt):
        said = f"it uses {type(node).__name__.lower()}"
    if isinstance(node, nodes.For) and node.recursive:
        said = "a loop calls itself"
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        said = f'it uses the filter "{node.name}"'
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        said = f'it uses the test "{node.name}"'
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        said = f'it reaches for "{node.attr}"'
    if said:
        raise TemplateAssertionError(f"{said}, which a template may not", node.lineno)
