"""What changed between two revisions: rules that came and went, step by step, with their prose and code."""

import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.revisions import Revision
from subtensor_spec.chain.switches import declared_switches
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import Rule, stated_by


@dataclass(frozen=True)
class StepChange:
    """One step that the two revisions take differently."""

    step: str
    before: tuple[str, ...]
    """Ids of the rules that the candidate of the first revision states."""
    after: tuple[str, ...]
    prose: tuple[str, str]
    code: str
    """A unified diff of the two candidates' text."""


@dataclass(frozen=True)
class Changes:
    """All that changed."""

    first: Revision
    second: Revision
    steps: tuple[StepChange, ...]
    gone: tuple[Rule, ...]
    new: tuple[Rule, ...]


def changes(first: Revision, second: Revision) -> Changes:
    """Return what a later revision has otherwise; :class:`InvalidInput` unless the first is the earlier one."""
    if first.spec_version >= second.spec_version:
        raise InvalidInput("", f"{first.name} is not before {second.name}")
    rules = complete_registry().values()
    low, high = first.spec_version, second.spec_version
    gone = tuple(rule for rule in rules if _holds(rule, low) and not _holds(rule, high))
    new = tuple(rule for rule in rules if _holds(rule, high) and not _holds(rule, low) and rule.since > low)
    return Changes(first, second, tuple(_steps(first, second)), gone, new)


def _holds(rule: Rule, spec_version: int) -> bool:
    return rule.since <= spec_version and (rule.until is None or spec_version < rule.until)


def _steps(first: Revision, second: Revision) -> list[StepChange]:
    found = []
    for step, switch in sorted(declared_switches().items()):
        old, new = switch.taken_by(first), switch.taken_by(second)
        if old is new or new is None:
            continue
        found.append(StepChange(step, _ids(old), _ids(new), (_prose(old), _prose(new)), _code(old, new)))
    return found


def _ids(function: Callable[..., Any] | None) -> tuple[str, ...]:
    return () if function is None else stated_by(function)  # type: ignore[arg-type]


def _prose(function: Callable[..., Any] | None) -> str:
    if function is None:
        return "The step is not taken."
    return " ".join((function.__doc__ or "").split())


def _code(old: Callable[..., Any] | None, new: Callable[..., Any]) -> str:
    before = [] if old is None else _text(old).splitlines()
    return "\n".join(unified_diff(before, _text(new).splitlines(), lineterm="", n=2))


def _text(function: Callable[..., Any]) -> str:
    return textwrap.dedent(inspect.getsource(function))
