"""The guard of weights: lengths, stake, and whether a commit can be revealed."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.blocks.guards.reveals import check_commit_reveal
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.weights.who import check_weights_min_stake
from subtensor_spec.rules import SUBTENSOR, rule

GUARD = "pallets/subtensor/src/guards/check_weights.rs"

LISTS: Mapping[str, tuple[str, ...]] = {
    "SubtensorModule.batch_commit_weights": ("netuids", "commit_hashes"),
    "SubtensorModule.batch_reveal_weights": ("uids_list", "values_list", "salts_list", "version_keys"),
    "SubtensorModule.batch_set_weights": ("netuids", "weights", "version_keys"),
}
"""The lists of each batch that must be equally long."""

ON_ONE_SUBNET = frozenset(
    f"SubtensorModule.{name}"
    for name in (
        "commit_weights",
        "commit_mechanism_weights",
        "reveal_weights",
        "reveal_mechanism_weights",
        "batch_reveal_weights",
        "set_weights",
        "set_mechanism_weights",
        "commit_timelocked_weights",
        "commit_timelocked_mechanism_weights",
        "commit_crv3_mechanism_weights",
    )
)
ON_SEVERAL_SUBNETS = frozenset({"SubtensorModule.batch_commit_weights", "SubtensorModule.batch_set_weights"})


@rule("BLK-guard/weights", SUBTENSOR(GUARD, "check"), SUBTENSOR(GUARD, "applies_to"))
def check_weights(state: State, who: AccountId, name: str, arguments: Mapping[str, Any]) -> None:
    """Whoever sets, commits or reveals weights is asked in this order: lengths of lists, stake, commits."""
    if name not in ON_ONE_SUBNET and name not in ON_SEVERAL_SUBNETS:
        return
    check_input_lengths(name, arguments)
    check_min_stake(state, who, name, arguments)
    check_commit_reveal(state, who, name, arguments)


@rule("BLK-guard/lengths", SUBTENSOR(GUARD, "check_input_lengths"))
def check_input_lengths(name: str, arguments: Mapping[str, Any]) -> None:
    """The lists of a batch have one length: ``InputLengthsUnequal``. Empty ones do."""
    if len({len(arguments[argument]) for argument in LISTS.get(name, ())}) > 1:
        raise CallError(SubtensorModule.InputLengthsUnequal)


@rule("BLK-guard/stake", SUBTENSOR(GUARD, "check_min_stake"), SUBTENSOR(GUARD, "ensure_min_stake"))
def check_min_stake(state: State, who: AccountId, name: str, arguments: Mapping[str, Any]) -> None:
    """The hotkey has stake enough for weights on the subnet, or on each of a batch: ``NotEnoughStakeToSetWeights``."""
    netuids: tuple[NetUid, ...] = arguments["netuids"] if name in ON_SEVERAL_SUBNETS else (arguments["netuid"],)
    for netuid in netuids:
        if not check_weights_min_stake(state, who, netuid):
            raise CallError(SubtensorModule.NotEnoughStakeToSetWeights)
