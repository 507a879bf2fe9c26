"""The guard of EVM keys: the association itself is outside this specification, what stands before it is not."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.neurons import AssociatedEvmAddress
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, Uid
from subtensor_spec.chapters.neurons.uids import get_uid_for_net_and_hotkey
from subtensor_spec.rules import SUBTENSOR, rule

_GUARD = "pallets/subtensor/src/guards/check_evm_key_association.rs"
_EVM = "pallets/subtensor/src/utils/evm.rs"

ASSOCIATE_EVM_KEY = "SubtensorModule.associate_evm_key"
EVM_KEY_ASSOCIATE_RATE_LIMIT = 7_200
"""Blocks between two associations of a neuron, a day."""


@rule(
    "BLK-guard/evm-key",
    SUBTENSOR(_GUARD, "check"),
    SUBTENSOR(_GUARD, "applies_to"),
    SUBTENSOR(_EVM, "ensure_evm_key_associate_rate_limit"),
)
def check_evm_key_association(state: State, who: AccountId, name: str, arguments: Mapping[str, Any]) -> None:
    """A hotkey that associates an EVM key has a uid on the subnet, else ``HotKeyNotRegisteredInSubNet``.

    Its neuron did not do so within the last 7 200 blocks, else ``EvmKeyAssociateRateLimitExceeded``; one that never
    did counts as having done so at block 0. Every other call passes.
    """
    if name == ASSOCIATE_EVM_KEY:
        netuid = arguments["netuid"]
        _ensure_rate(state, netuid, get_uid_for_net_and_hotkey(state, netuid, who))


def _ensure_rate(state: State, netuid: NetUid, uid: Uid) -> None:
    _, block_associated = AssociatedEvmAddress.get(state, netuid, uid) or (b"", 0)
    if current_block(state) - block_associated < EVM_KEY_ASSOCIATE_RATE_LIMIT:
        raise CallError(SubtensorModule.EvmKeyAssociateRateLimitExceeded)
