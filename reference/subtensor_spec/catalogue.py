"""The complete registry: imports every module of the exact path, so that every rule is registered."""

import importlib
import pkgutil

import subtensor_spec
from subtensor_spec.rules import Rule, all_rules

_NOT_RULES = tuple(f"subtensor_spec.{room}" for room in ("vectorised", "explain", "bench", "cli"))
"""The numpy path computes the same rules and states none; what explains, times or commands states none either."""


def complete_registry() -> dict[str, Rule]:
    """Return every rule of the specification by id, in order of id."""
    for module in pkgutil.walk_packages(subtensor_spec.__path__, "subtensor_spec.", onerror=_fail):
        if not module.name.startswith(_NOT_RULES):
            importlib.import_module(module.name)
    return all_rules()


def _fail(name: str) -> None:
    raise ImportError(f"could not import {name}")
