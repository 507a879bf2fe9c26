"""The ``{computed}`` role: a value in prose that the build computes, so that it cannot be wrong."""

from collections.abc import Callable
from typing import Any

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from sphinx.application import Sphinx

from subtensor_site import competition, registry
from subtensor_site.values import spaced
from subtensor_spec.arithmetic import FORMATS, FixedPoint
from subtensor_spec.arithmetic import transcendental as functions


def _number(text: str) -> FixedPoint:
    name, _, bits = text.partition(":")
    return FORMATS[name].from_bits(int(bits))


def _function(name: str) -> Callable[[str], str]:
    def compute(argument: str) -> str:
        result = getattr(functions, name)(_number(argument))
        return "nothing" if result is None else str(result.bits)

    return compute


VALUES: dict[str, Callable[[str], str]] = {
    "rules": lambda _: spaced(len(registry.rules())),
    "vectors": lambda _: spaced(sum(registry.vectors_by_kind().values())),
    "observed": lambda _: spaced(registry.vectors_with_evidence('observed-native')),
    "mutants": lambda _: spaced(len(registry.mutants())),
    "mutants-noticed": lambda _: spaced(sum(bool(row['killed_by']) for row in registry.mutants())),
    "proofs": lambda verdict: spaced(sum(proof["verdict"] == verdict for proof in registry.proofs())),
    "decimal": lambda text: _number(text).to_decimal(),
    "exp": _function("exp"),
    "ln": _function("ln"),
    "log2": _function("log2"),
    "sqrt": _function("sqrt"),
    "competition": competition.figure,
}
"""What the role knows: a name, then an argument such as ``I32F32:4294967296`` (a format and raw bits)."""


def computed_role(
    _name: str, rawtext: str, text: str, lineno: int, inliner: Inliner,
    _options: dict[str, Any] | None = None, _content: list[str] | None = None,
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Replace ``name argument`` by its value."""
    name, _, argument = text.partition(" ")
    try:
        return [nodes.inline(text=VALUES[name](argument), classes=["computed"])], []
    except (KeyError, ValueError, TypeError, IndexError, StopIteration) as error:
        message = inliner.reporter.error(f"cannot compute {text!r}: {error}", line=lineno)
        return [inliner.problematic(rawtext, rawtext, message)], [message]


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("computed", computed_role)
