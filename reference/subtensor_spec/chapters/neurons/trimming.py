"""Trimming: an owner lowers how many neurons a subnet may have, and those with the lowest emission go."""

from typing import Any, TypeVar

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.consensus import Bonds, Emission, Weights
from subtensor_spec.chain.items.emission import AlphaDividendsPerSubnet, LastHotkeyEmissionOnNetuid
from subtensor_spec.chain.items.neurons import (
    AssociatedEvmAddress,
    BlockAtRegistration,
    IsNetworkMember,
    Keys,
    MaxAllowedUids,
    MinAllowedUids,
    Uids,
)
from subtensor_spec.chain.items.subnets import SubnetOwner, SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import DoubleMap, Map
from subtensor_spec.chain.types import NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.neurons.places import forget_serving
from subtensor_spec.chapters.neurons.pruning import get_immune_owner_uids, get_neuron_is_immune
from subtensor_spec.chapters.neurons.uids import UIDS, get_max_allowed_uids, get_subnetwork_n
from subtensor_spec.chapters.neurons.vectors import BY_MECHANISM, BY_SUBNET, storage_indexes
from subtensor_spec.chapters.subnets.existence import if_subnet_exist
from subtensor_spec.rules import POLKADOT_SDK, SUBTENSOR, rule

K = TypeVar("K")

MAX_IMMUNE_UIDS_PERCENTAGE = 80
"""The percentage of the places left that the neurons that cannot go must stay below."""

_DOUBLE_MAP = "substrate/frame/support/src/storage/generator/double_map.rs"


@rule("REG-trim/call", SUBTENSOR(UIDS, "trim_to_max_allowed_uids"))
def trim_to_max_allowed_uids(state: State, netuid: NetUid, max_n: int) -> None:
    """A subnet may have ``max_n`` neurons from now on; where it has more, some go and the others move together.

    Refused are, in this order: a subnet that does not exist (``SubnetNotExists``), fewer than ``MinAllowedUids`` and
    more than ``MaxAllowedUids`` (both ``InvalidValue``), and, where somebody must go, too many who cannot
    (``TrimmingWouldExceedMaxImmunePercentage``).
    """
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)
    if not MinAllowedUids.get(state, netuid) <= max_n <= get_max_allowed_uids(state, netuid):
        raise CallError(SubtensorModule.InvalidValue)

    MaxAllowedUids.put(state, netuid, max_n)
    if get_subnetwork_n(state, netuid) > max_n:
        spared = spared_uids(state, netuid)
        check_spared_share(len(spared), max_n)
        gone = uids_to_remove(state, netuid, max_n, spared)
        for uid in gone:
            remove_neuron(state, netuid, uid)
        _keep(state, netuid, _kept_uids(state, netuid, gone))
        SubnetworkN.put(state, netuid, max_n)


@rule("REG-trim/spared", SUBTENSOR(UIDS, "trim_to_max_allowed_uids"))
def spared_uids(state: State, netuid: NetUid) -> set[Uid]:
    """Spared are the owner's neurons that are never pruned and all that are immune."""
    owned = set(get_immune_owner_uids(state, netuid, SubnetOwner.get(state, netuid)))
    uids = [Uid(uid) for uid in range(get_subnetwork_n(state, netuid))]
    return {uid for uid in uids if uid in owned or get_neuron_is_immune(state, netuid, uid)}


@rule(
    "REG-trim/percentage",
    SUBTENSOR(UIDS, "trim_to_max_allowed_uids"),
    POLKADOT_SDK("substrate/primitives/arithmetic/src/per_things.rs", "from_rational"),
)
def check_spared_share(spared: int, max_n: int) -> None:
    """Those spared must be less than 80 percent of the places left, in whole percent rounded down.

    More of them than places, and no place at all, count as 100 percent.
    """
    percentage = 100 if max_n == 0 or spared > max_n else 100 * spared // max_n
    if percentage >= MAX_IMMUNE_UIDS_PERCENTAGE:
        raise CallError(SubtensorModule.TrimmingWouldExceedMaxImmunePercentage)


@rule("REG-trim/choice", SUBTENSOR(UIDS, "trim_to_max_allowed_uids"))
def uids_to_remove(state: State, netuid: NetUid, max_n: int, spared: set[Uid]) -> list[Uid]:
    """The lowest emissions go, of equal ones the highest uid, until ``max_n`` are left; the spared are passed over.

    Only neurons that ``Emission`` reaches to can go.
    """
    count = get_subnetwork_n(state, netuid)
    emissions = Emission.get(state, netuid)
    ranked = sorted((Uid(uid) for uid in range(len(emissions))), key=lambda uid: -emissions[uid])
    removable = [uid for uid in reversed(ranked[:count]) if uid not in spared]
    return removable[: count - max_n]


def _kept_uids(state: State, netuid: NetUid, gone: list[Uid]) -> list[Uid]:
    without = set(gone)
    return [Uid(uid) for uid in range(len(Emission.get(state, netuid))) if uid not in without]


@rule("REG-trim/remove", SUBTENSOR(UIDS, "trim_to_max_allowed_uids"))
def remove_neuron(state: State, netuid: NetUid, uid: Uid) -> None:
    """Everything that is kept under its uid goes, and under its hotkey what belongs to the subnet but its stake."""
    if Keys.contains(state, netuid, uid):
        hotkey = Keys.get(state, netuid, uid)
        Uids.remove(state, netuid, hotkey)
        IsNetworkMember.remove(state, hotkey, netuid)
        LastHotkeyEmissionOnNetuid.remove(state, hotkey, netuid)
        AlphaDividendsPerSubnet.remove(state, netuid, hotkey)
        forget_serving(state, netuid, hotkey)
    Keys.remove(state, netuid, uid)
    BlockAtRegistration.remove(state, netuid, uid)
    AssociatedEvmAddress.remove(state, netuid, uid)
    for index in storage_indexes(state, netuid):
        Weights.remove(state, index, uid)
        Bonds.remove(state, index, uid)


def _keep(state: State, netuid: NetUid, kept: list[Uid]) -> None:
    indexes = storage_indexes(state, netuid)
    for item, default in BY_SUBNET:
        keep_elements(state, item, netuid, kept, default)
    for index in indexes:
        for scores in BY_MECHANISM:
            keep_elements(state, scores, index, kept, 0)
    moves = {old: Uid(new) for new, old in enumerate(kept)}
    for old in kept:
        move_neuron(state, netuid, indexes, old, moves)
    Uids.clear_prefix(state, netuid)
    for new in moves.values():
        Uids.put(state, netuid, Keys.get(state, netuid, new), new)


@rule("REG-trim/vectors", SUBTENSOR(UIDS, "trim_to_max_allowed_uids"))
def keep_elements(state: State, item: Map[K, Any], key: K, kept: list[Uid], default: object) -> None:
    """Each vector by uid keeps the elements of those kept, in order of uid; a missing one becomes the default."""
    vector = item.get(state, key)
    item.put(state, key, tuple(vector[uid] if uid < len(vector) else default for uid in kept))


@rule("REG-trim/move", SUBTENSOR(UIDS, "trim_to_max_allowed_uids"))
def move_neuron(
    state: State, netuid: NetUid, indexes: list[NetUidStorageIndex], old: Uid, moves: dict[Uid, Uid]
) -> None:
    """A neuron's entries move to its new uid, and its weights and bonds point to new uids; those to the gone go.

    Weights and bonds are stored even where they are empty or there were none before.
    """
    new = moves[old]
    for item in (Keys, AssociatedEvmAddress, BlockAtRegistration):
        swap_entries(state, item, netuid, old, new)
    for index in indexes:
        for rows in (Weights, Bonds):
            swap_entries(state, rows, index, old, new)
            row = rows.get(state, index, new)
            rows.put(state, index, new, tuple((moves[Uid(to)], share) for to, share in row if to in moves))


@rule("REG-trim/swap", POLKADOT_SDK(_DOUBLE_MAP, "swap"))
def swap_entries(state: State, item: DoubleMap[K, Uid, Any], key: K, left: Uid, right: Uid) -> None:
    """Two entries change places; where one is not there the other's old place is empty afterwards."""
    entries = [(uid, item.get(state, key, uid) if item.contains(state, key, uid) else None) for uid in (left, right)]
    for uid, (_, value) in zip((right, left), entries, strict=True):
        if value is None:
            item.remove(state, key, uid)
        else:
            item.put(state, key, uid, value)
