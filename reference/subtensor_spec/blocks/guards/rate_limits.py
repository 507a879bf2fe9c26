"""The guard of rate limits: weights, commits and new subnets that come too soon."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, ErrorCode, SubtensorModule
from subtensor_spec.chain.items.neurons import Uids
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, MechId, NetUid
from subtensor_spec.chapters.hyperparameters.rate_limits import TransactionType, passes_rate_limit
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.weights.who import check_rate_limit
from subtensor_spec.rules import SUBTENSOR, rule

_GUARD = "pallets/subtensor/src/guards/check_rate_limits.rs"

MAIN = MechId(0)
COMMITS = frozenset({"SubtensorModule.commit_weights", "SubtensorModule.commit_mechanism_weights"})
WEIGHTS = frozenset({"SubtensorModule.set_weights", "SubtensorModule.set_mechanism_weights"})
REGISTER_NETWORK = "SubtensorModule.register_network"


@rule("BLK-guard/rate-limits", SUBTENSOR(_GUARD, "check"), SUBTENSOR(_GUARD, "applies_to"))
def check_rate_limits(state: State, who: AccountId, name: str, arguments: Mapping[str, Any]) -> None:
    """Hash commits are held to the rate of weights: ``CommittingWeightsTooFast``.

    So are weights that are set openly, on a subnet that does not ask for commits: ``SettingWeightsTooFast``. A new
    subnet waits ``NetworkRateLimit`` blocks after the last one, whoever made it: ``NetworkTxRateLimitExceeded``.
    Batches, timelocked commits and a new subnet that states its identity pass here.
    """
    if name in COMMITS:
        ensure_weights_rate(state, who, arguments, SubtensorModule.CommittingWeightsTooFast)
    elif name in WEIGHTS and not CommitRevealWeightsEnabled.get(state, arguments["netuid"]):
        ensure_weights_rate(state, who, arguments, SubtensorModule.SettingWeightsTooFast)
    elif name == REGISTER_NETWORK and not passes_rate_limit(state, TransactionType.RegisterNetwork, who):
        raise CallError(SubtensorModule.NetworkTxRateLimitExceeded)


@rule("BLK-guard/weights-rate", SUBTENSOR(_GUARD, "check_weights_rate_limit"))
def ensure_weights_rate(state: State, who: AccountId, arguments: Mapping[str, Any], error: ErrorCode) -> None:
    """The rate is that of the hotkey's neuron in the mechanism, the main one if the call names none.

    A hotkey without a uid on the subnet passes here.
    """
    netuid: NetUid = arguments["netuid"]
    uid = Uids.get(state, netuid, who)
    index = get_mechanism_storage_index(netuid, arguments.get("mecid", MAIN))
    if uid is not None and not check_rate_limit(state, index, uid, current_block(state)):
        raise CallError(error)
