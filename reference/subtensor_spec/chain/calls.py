"""The registry of calls: what can be dispatched, the arguments that it takes, the function that executes it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from subtensor_spec.chain.arguments import argument_codecs
from subtensor_spec.chain.scale import Codec

Function = TypeVar("Function", bound=Callable[..., None])


@dataclass(frozen=True)
class Call:
    """A call of a pallet; ``function`` takes the state, the origin and the arguments, and raises what refuses it."""

    pallet: str
    name: str
    index: int
    """The number of the call within its pallet, as a transaction encodes it."""
    function: Callable[..., None]

    @property
    def full_name(self) -> str:
        """``Pallet.call``."""
        return f"{self.pallet}.{self.name}"

    @cached_property
    def arguments(self) -> dict[str, Codec[Any]]:
        """The arguments' types by name, in the order in which the chain encodes them."""
        return argument_codecs(self.function)


_CALLS: dict[str, Call] = {}


def call(pallet: str, index: int, name: str | None = None) -> Callable[[Function], Function]:
    """Register the decorated function as the call of ``pallet`` with that index; its name is the function's own.

    The function's parameters are ``state``, ``origin`` and then the call's arguments, named and typed as the chain's.
    """

    def register(function: Function) -> Function:
        declared = Call(pallet, name or function.__name__, index, function)
        if declared.full_name in _CALLS:
            raise ValueError(f"call {declared.full_name} is declared twice")
        _CALLS[declared.full_name] = declared
        return function

    return register


def declared_calls() -> dict[str, Call]:
    """Return every call declared so far by full name; import :mod:`subtensor_spec.blocks` for all."""
    return _CALLS
