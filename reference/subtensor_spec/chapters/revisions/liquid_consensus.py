"""By which consensus liquid alpha goes: before ``r446`` the one that the epoch finds, since then by a subnet's mode."""

from collections.abc import Callable, Sequence

from subtensor_spec.arithmetic import I32F32, U16
from subtensor_spec.chain.items.consensus import BondsPenalty, Consensus
from subtensor_spec.chain.items.revisions import LiquidAlphaConsensusMode
from subtensor_spec.chain.state import State
from subtensor_spec.chain.switches import Switch
from subtensor_spec.chain.types import ConsensusMode, NetUid
from subtensor_spec.rules import SUBTENSOR_CONSENSUS_MODES, rule

_CHOICE = SUBTENSOR_CONSENSUS_MODES("pallets/subtensor/src/epoch/run_epoch.rs", "compute_consensus_for_liquid_alpha")


@rule("REV-liquid/choice", _CHOICE, since=446)
def uses_previous(mode: ConsensusMode, bonds_penalty: int) -> bool:
    """The previous consensus is meant by the mode ``Previous``, and by ``Auto`` where the bonds penalty is 65 535.

    ``Current``, and ``Auto`` at any lower penalty, mean the consensus that the epoch finds.
    """
    if mode is ConsensusMode.Auto:
        return bonds_penalty == U16.MAX
    return mode is ConsensusMode.Previous


@rule("REV-liquid/previous", _CHOICE, since=446)
def as_consensus(stored: Sequence[int], n: int) -> list[I32F32]:
    """The stored consensus is read as parts of 65 535, rounded down; it is cut to the number of neurons, or filled
    up with zeros.
    """
    whole = I32F32.saturating_from_num(U16.MAX)
    found = [I32F32.saturating_from_num(value).safe_div(whole) for value in stored[:n]]
    return found + [I32F32.ZERO] * (n - len(found))


def consensus_found(_state: State, _netuid: NetUid) -> None:
    """Return nothing: before ``r446`` liquid alpha always goes by the consensus that the epoch finds."""


@rule("REV-liquid/mode", _CHOICE, since=446)
def consensus_of_mode(state: State, netuid: NetUid) -> list[int] | None:
    """Where the subnet's mode means the previous consensus, it is what ``Consensus`` holds, in parts of 65 535.

    All mechanisms of a subnet read that one vector. Where nothing is stored, it is the one that the epoch finds.
    """
    if not uses_previous(LiquidAlphaConsensusMode.get(state, netuid), BondsPenalty.get(state, netuid)):
        return None
    return list(Consensus.get(state, netuid)) or None


PREVIOUS_CONSENSUS = Switch[Callable[[State, NetUid], list[int] | None]](
    "the consensus of liquid alpha", ("r425", consensus_found), ("r446", consensus_of_mode)
)
"""The stored consensus that liquid alpha goes by; nothing where it goes by the one that the epoch finds."""
