"""Whether the answer of the emission curve is kept: until ``r432`` it was, in an item that mixed TAO and alpha."""

from collections.abc import Callable

from subtensor_spec.chain.items.emission import BlockEmission
from subtensor_spec.chain.state import State
from subtensor_spec.chain.switches import Switch
from subtensor_spec.rules import SUBTENSOR, SUBTENSOR_RESERVOIRS, rule

_PATH = "pallets/subtensor/src/coinbase/block_emission.rs"


@rule("REV-emission/kept", SUBTENSOR(_PATH, "get_block_emission_for_issuance"), until=432)
def keep(state: State, emission: int) -> None:
    """Before ``r432`` the last emission that was worked out is stored if it differs from the one before."""
    if BlockEmission.get(state) != emission:
        BlockEmission.put(state, emission)


@rule("REV-emission/not-kept", SUBTENSOR_RESERVOIRS(_PATH, "get_block_emission_for_issuance"), since=432)
def keep_nothing(_state: State, _emission: int) -> None:
    """From ``r432`` on nothing writes ``BlockEmission``: it holds what was asked last before."""


KEEP_EMISSION = Switch[Callable[[State, int], None]](
    "the record of the emission", ("r425", keep), ("r432", keep_nothing)
)
