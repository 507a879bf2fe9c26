"""The calls that set weights openly; they are refused where weights must be committed first."""

from functools import partial
from typing import Annotated

from subtensor_spec.chain.arguments import u64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U16, U64, Compact, Tuple, Vec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import UID, MechId, NetUid, Uid
from subtensor_spec.chapters.weights.batch import run_batch
from subtensor_spec.chapters.weights.setting import internal_set_weights
from subtensor_spec.chapters.weights.who import WEIGHTS
from subtensor_spec.rules import SUBTENSOR, rule

_DISPATCHES = "pallets/subtensor/src/macros/dispatches.rs"

UidList = Annotated[tuple[Uid, ...], Vec(UID)]
WeightList = Annotated[tuple[int, ...], Vec(U16)]
NetUidList = Annotated[tuple[NetUid, ...], Vec(Compact(U16))]


@call(SUBTENSOR_MODULE, 0)
def set_weights(
    state: State, origin: Origin, netuid: NetUid, dests: UidList, weights: WeightList, version_key: u64
) -> None:
    """Set weights in a subnet's main mechanism."""
    set_mechanism_weights(state, origin, netuid, MechId(0), dests, weights, version_key)


@call(SUBTENSOR_MODULE, 119)
@rule("WGT-set/call", SUBTENSOR(_DISPATCHES, "set_weights"), SUBTENSOR(_DISPATCHES, "set_mechanism_weights"))
def set_mechanism_weights(
    state: State, origin: Origin, netuid: NetUid, mecid: MechId, dests: UidList, weights: WeightList, version_key: u64
) -> None:
    """Weights are set in a mechanism; ``CommitRevealEnabled`` where they must be committed first.

    That is asked before who signed. Without a mechanism the main one, 0, is meant.
    """
    if CommitRevealWeightsEnabled.get(state, netuid):
        raise CallError(SubtensorModule.CommitRevealEnabled)
    internal_set_weights(state, origin, netuid, mecid, dests, weights, version_key)


@call(SUBTENSOR_MODULE, 80)
@rule("WGT-batch/set", SUBTENSOR(WEIGHTS, "do_batch_set_weights"))
def batch_set_weights(
    state: State,
    origin: Origin,
    netuids: NetUidList,
    weights: Annotated[tuple[tuple[tuple[Uid, int], ...], ...], Vec(Vec(Tuple(Compact(U16), Compact(U16))))],
    version_keys: Annotated[tuple[int, ...], Vec(Compact(U64))],
) -> None:
    """Weights are set in the main mechanisms of several subnets, one after another.

    An account must sign; then the three lists must be equally long, else ``InputLengthsUnequal``.
    """
    hotkey = ensure_signed(origin)
    if not len(netuids) == len(weights) == len(version_keys):
        raise CallError(SubtensorModule.InputLengthsUnequal)
    run_batch(
        state,
        hotkey,
        netuids,
        [
            (netuid, partial(_set_row, state, origin, netuid, row, version_key))
            for netuid, row, version_key in zip(netuids, weights, version_keys, strict=True)
        ],
    )


def _set_row(state: State, origin: Origin, netuid: NetUid, row: tuple[tuple[Uid, int], ...], version_key: int) -> None:
    uids, values = tuple(uid for uid, _ in row), tuple(value for _, value in row)
    set_weights(state, origin, netuid, uids, values, version_key)
