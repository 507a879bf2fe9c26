"""How a published function is bound to the two built-in paths, and the notation of the tables that do so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from subtensor_spec.rules import all_rules

Outcome = Any
"""What one row gives: a value in bits, ``None`` for nothing, or a :class:`~subtensor_spec.errors.Panic`."""

BatchKernel = Callable[[Sequence[tuple[Any, ...]]], list[Outcome]]
"""The numpy path of a function: argument tuples in bits to one outcome each, in order."""

Parameters = tuple[tuple[str, str], ...]
"""Names and types."""


@dataclass(frozen=True)
class Function:
    """One function that vectors and adapters name.

    ``name`` is the published name (``i32f32.saturating_mul``), ``raw_name`` that of captured answers
    (``fx.I32F32.saturating_mul``). ``parameters`` and ``result`` are written in the type language of
    :mod:`subtensor_conformance.functions.types`. ``exact`` takes and returns the exact path's own values.
    A ``slow`` function takes milliseconds, so that only rows written for it are published.
    """

    name: str
    raw_name: str
    parameters: Parameters
    result: str
    exact: Callable[..., Any]
    rules: tuple[str, ...]
    slow: bool = False
    since: str = "r425"
    """The first revision in which the function gives these answers."""


@dataclass(frozen=True)
class Namespace:
    """Functions whose names begin alike: ``safe_float.add``, which captured answers call ``sf.add``.

    Called, it describes one of them. A signature is written as in ``"netuid: u16, dividends: u64 -> option<u64>"``: a
    comma and a space between parameters, and no space within a type. ``given`` are parameters that every function of
    the family has first.
    """

    name: str
    raw: str
    given: str = ""
    slow: bool = False
    joint: str = "."
    since: str = "r425"

    def __call__(self, name: str, signature: str, exact: Callable[..., Any], *rules: str, raw: str = "") -> Function:
        """Return the function of a name and signature; ``raw`` is its captured name where that is another."""
        own, arrow, result = signature.rpartition("->")
        if not arrow:
            raise ValueError(f"{self.name}.{name} says no result: {signature}")
        return Function(
            f"{self.name}{self.joint}{name}".lower(),
            f"{self.raw}{self.joint}{raw or name}",
            (*parameters_of(self.given), *parameters_of(own)),
            result.strip(),
            exact,
            rules,
            self.slow,
            self.since,
        )

    def plain(self, exact: Callable[..., Any], signature: str, *rules: str) -> Function:
        """Return the function that production names as the reference does; it pins the one rule that it states.

        Where it states several, or others are pinned with it, ``rules`` are all that it pins.
        """
        return self(exact.__name__, signature, exact, *(rules or (rule_stated_by(exact),)))


def rule_stated_by(function: Callable[..., Any]) -> str:
    """Return the id of the one rule that a function of the reference states; :class:`ValueError` if not just one."""
    plain = getattr(function, "__wrapped__", function)
    stated = [identifier for identifier, rule in all_rules().items() if rule.function is plain]
    if len(stated) != 1:
        raise ValueError(f"{function.__qualname__} states {len(stated)} rules: {', '.join(stated)}")
    return stated[0]


def parameters_of(text: str) -> Parameters:
    """Read parameters as a signature writes them: ``"netuid: u16, dividends: u64"``."""
    pairs = [entry.partition(": ") for entry in text.strip().split(", ") if entry]
    return tuple((name, type_text) for name, _, type_text in pairs)
