"""Who loses a place when a subnet is full: the lowest emission outside immunity, never the owner's."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.consensus import Emission
from subtensor_spec.chain.items.neurons import (
    BlockAtRegistration,
    ImmuneOwnerUidsLimit,
    ImmunityPeriod,
    Keys,
    MinNonImmuneUids,
    Uids,
)
from subtensor_spec.chain.items.staking import OwnedHotkeys
from subtensor_spec.chain.items.subnets import SubnetOwner, SubnetOwnerHotkey
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, Uid, saturating_sub
from subtensor_spec.chapters.neurons.price import REGISTRATION
from subtensor_spec.chapters.neurons.uids import get_subnetwork_n
from subtensor_spec.rules import SUBTENSOR, rule

Candidate = tuple[int, int, Uid]
"""A neuron that may go: its emission, the block of its registration, its uid. The least goes first."""


@rule("REG-prune/immunity", SUBTENSOR("pallets/subtensor/src/utils/misc.rs", "get_neuron_is_immune"))
def get_neuron_is_immune(state: State, netuid: NetUid, uid: Uid) -> bool:
    """A neuron is immune while fewer blocks than ``ImmunityPeriod`` have passed since its registration.

    A registration that lies in the future counts as zero blocks ago.
    """
    passed = saturating_sub(current_block(state), BlockAtRegistration.get(state, netuid, uid))
    return passed < ImmunityPeriod.get(state, netuid)


@rule("REG-prune/owner", SUBTENSOR(REGISTRATION, "get_immune_owner_tuples"))
def get_immune_owner_tuples(state: State, netuid: NetUid, coldkey: AccountId) -> list[tuple[Uid, AccountId]]:
    """Of a coldkey's hotkeys on a subnet, those registered first are never pruned, ``ImmuneOwnerUidsLimit`` of them.

    Of one block the lower uid comes first. The subnet's owner hotkey, if it has a uid and is not among them, is put
    in front and the last falls out where the limit is passed, so with a limit of zero nobody is spared.
    """
    registered = []
    for hotkey in OwnedHotkeys.get(state, coldkey):
        uid = Uids.get(state, netuid, hotkey)
        if uid is not None:
            registered.append((BlockAtRegistration.get(state, netuid, uid), uid, hotkey))
    registered.sort(key=lambda neuron: neuron[:2])
    limit = ImmuneOwnerUidsLimit.get(state, netuid)
    immune = [(uid, hotkey) for _, uid, hotkey in registered][:limit]
    owner = _owner_neuron(state, netuid)
    if owner is None or owner in immune:
        return immune
    return [owner, *immune][:limit]


def _owner_neuron(state: State, netuid: NetUid) -> tuple[Uid, AccountId] | None:
    if not SubnetOwnerHotkey.contains(state, netuid):
        return None
    hotkey = SubnetOwnerHotkey.get(state, netuid)
    uid = Uids.get(state, netuid, hotkey)
    return None if uid is None else (uid, hotkey)


def get_immune_owner_uids(state: State, netuid: NetUid, coldkey: AccountId) -> list[Uid]:
    """Return the uids of a coldkey that are never pruned."""
    return [uid for uid, _ in get_immune_owner_tuples(state, netuid, coldkey)]


@rule("REG-prune/choice", SUBTENSOR(REGISTRATION, "get_neuron_to_prune"))
def get_neuron_to_prune(state: State, netuid: NetUid) -> Uid | None:
    """The lowest emission goes; of equal ones the earliest registration, then the lowest uid.

    The owner's spared hotkeys are left out. It is chosen among the neurons that are not immune if there are more of
    them than ``MinNonImmuneUids``, else among the immune ones; nobody goes where there is none of these. A neuron
    that ``Emission`` does not reach to counts as zero.
    """
    free: list[Candidate] = []
    immune: list[Candidate] = []
    spared = {hotkey for _, hotkey in get_immune_owner_tuples(state, netuid, SubnetOwner.get(state, netuid))}
    emissions = Emission.get(state, netuid)
    for number in range(get_subnetwork_n(state, netuid)):
        uid = Uid(number)
        if not Keys.contains(state, netuid, uid) or Keys.get(state, netuid, uid) in spared:
            continue
        emission = emissions[uid] if uid < len(emissions) else 0
        candidate = (emission, BlockAtRegistration.get(state, netuid, uid), uid)
        (immune if get_neuron_is_immune(state, netuid, uid) else free).append(candidate)
    chosen = free if len(free) > MinNonImmuneUids.get(state, netuid) else immune
    return min(chosen)[2] if chosen else None
