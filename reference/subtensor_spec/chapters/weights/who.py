"""Who may set weights: enough stake, a recent version, not too soon, and a permit."""

from collections.abc import Sequence

from subtensor_spec.arithmetic import I64F64
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.consensus import LastUpdate, ValidatorPermit
from subtensor_spec.chain.items.neurons import Uids
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.items.weights import WeightsSetRateLimit, WeightsVersionKey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.mechanisms.existence import get_netuid_and_subid
from subtensor_spec.chapters.neurons.uids import is_uid_exist_on_network
from subtensor_spec.chapters.stake_weight.inherited import get_stake_weights_for_hotkey_on_subnet
from subtensor_spec.chapters.subnets.owner_uid import get_owner_uid
from subtensor_spec.rules import SUBTENSOR, rule

WEIGHTS = "pallets/subtensor/src/subnets/weights.rs"
"""Where production keeps weights and their commits."""


@rule("WGT-who/stake", SUBTENSOR("pallets/subtensor/src/lib.rs", "check_weights_min_stake"))
def check_weights_min_stake(state: State, hotkey: AccountId, netuid: NetUid) -> bool:
    """A hotkey has stake enough if its stake weight on the subnet is at least ``StakeThreshold``, in rao.

    The stake weight counts with its fraction. The hotkey of the owner's neuron always has enough.
    """
    owner = get_owner_uid(state, netuid)
    if owner is not None and Uids.get(state, netuid, hotkey) == owner:
        return True
    stake, _alpha, _tao = get_stake_weights_for_hotkey_on_subnet(state, hotkey, netuid)
    return stake.bits >= StakeThreshold.get(state) << I64F64.FRACTION_BITS


@rule("WGT-who/version", SUBTENSOR(WEIGHTS, "check_version_key"))
def check_version_key(state: State, netuid: NetUid, version_key: int) -> bool:
    """A version key is recent enough if it is at least the subnet's ``WeightsVersionKey``."""
    return version_key >= WeightsVersionKey.get(state, netuid)


@rule("WGT-who/rate", SUBTENSOR(WEIGHTS, "check_rate_limit"))
def check_rate_limit(state: State, index: NetUidStorageIndex, uid: Uid, block: int) -> bool:
    """A neuron may set or commit weights in a mechanism once ``WeightsSetRateLimit`` blocks have gone by since it did.

    Each mechanism counts by itself, from its own ``LastUpdate``; the limit is the subnet's. A last update of zero, or
    one that was never written, lets pass; one in the future counts as zero blocks ago. Nobody passes in a mechanism
    that does not exist, nor under a uid that no hotkey has.
    """
    try:
        netuid, _mechanism = get_netuid_and_subid(state, index)
    except CallError:
        return False
    if not is_uid_exist_on_network(state, netuid, uid):
        return False
    updates = LastUpdate.get(state, index)
    last = updates[uid] if uid < len(updates) else 0
    return last == 0 or max(block - last, 0) >= WeightsSetRateLimit.get(state, netuid)


@rule("WGT-who/permit", SUBTENSOR(WEIGHTS, "check_validator_permit"))
def check_validator_permit(state: State, netuid: NetUid, uid: Uid, uids: Sequence[Uid], weights: Sequence[int]) -> bool:
    """A neuron may set weights if it has a validator permit, if it is the owner's, or if it weighs only itself."""
    if is_self_weight(uid, uids, weights) or get_owner_uid(state, netuid) == uid:
        return True
    permits = ValidatorPermit.get(state, netuid)
    return uid < len(permits) and permits[uid]


@rule("WGT-shape/self", SUBTENSOR(WEIGHTS, "is_self_weight"))
def is_self_weight(uid: Uid, uids: Sequence[Uid], weights: Sequence[int]) -> bool:
    """A neuron weighs only itself if there is exactly one weight and the first uid is its own."""
    return len(weights) == 1 and len(uids) > 0 and uids[0] == uid
