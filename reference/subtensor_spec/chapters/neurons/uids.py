"""Who holds which place: a neuron is a hotkey under a uid of a subnet; uids run from zero without a gap."""

from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.neurons import IsNetworkMember, Keys, MaxAllowedUids, Uids
from subtensor_spec.chain.items.subnets import SubnetworkN
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, Uid
from subtensor_spec.rules import SUBTENSOR, rule

UIDS = "pallets/subtensor/src/subnets/uids.rs"
"""Where production keeps what this chapter says of uids."""


def get_subnetwork_n(state: State, netuid: NetUid) -> int:
    """Return how many neurons a subnet has, a u16; zero for a subnet that does not exist."""
    return SubnetworkN.get(state, netuid)


def get_max_allowed_uids(state: State, netuid: NetUid) -> int:
    """Return how many neurons a subnet may have, a u16."""
    return MaxAllowedUids.get(state, netuid)


def is_uid_exist_on_network(state: State, netuid: NetUid, uid: Uid) -> bool:
    """Return whether a uid has a hotkey."""
    return Keys.contains(state, netuid, uid)


def is_hotkey_registered_on_network(state: State, netuid: NetUid, hotkey: AccountId) -> bool:
    """Return whether a hotkey has a uid on a subnet, as ``Uids`` tells it."""
    return Uids.contains(state, netuid, hotkey)


@rule("REG-uid/hotkey", SUBTENSOR(UIDS, "get_hotkey_for_net_and_uid"))
def get_hotkey_for_net_and_uid(state: State, netuid: NetUid, uid: Uid) -> AccountId:
    """The hotkey under a uid is the entry of ``Keys``; without one the answer is ``HotKeyNotRegisteredInSubNet``."""
    if not Keys.contains(state, netuid, uid):
        raise CallError(SubtensorModule.HotKeyNotRegisteredInSubNet)
    return Keys.get(state, netuid, uid)


@rule("REG-uid/uid", SUBTENSOR(UIDS, "get_uid_for_net_and_hotkey"))
def get_uid_for_net_and_hotkey(state: State, netuid: NetUid, hotkey: AccountId) -> Uid:
    """The uid of a hotkey is the entry of ``Uids``; without one the answer is ``HotKeyNotRegisteredInSubNet``."""
    uid = Uids.get(state, netuid, hotkey)
    if uid is None:
        raise CallError(SubtensorModule.HotKeyNotRegisteredInSubNet)
    return uid


@rule("REG-uid/networks", SUBTENSOR(UIDS, "get_registered_networks_for_hotkey"))
def get_registered_networks_for_hotkey(state: State, hotkey: AccountId) -> list[NetUid]:
    """The subnets of a hotkey are those whose entry of ``IsNetworkMember`` is true, in order of raw key."""
    return [netuid for netuid, member in IsNetworkMember.prefix_items(state, hotkey) if member]


def is_hotkey_registered_on_any_network(state: State, hotkey: AccountId) -> bool:
    """Return whether a hotkey is a member of any subnet; an entry that says false does not count."""
    return bool(get_registered_networks_for_hotkey(state, hotkey))


def is_hotkey_registered_on_specific_network(state: State, hotkey: AccountId, netuid: NetUid) -> bool:
    """Return whether ``IsNetworkMember`` has an entry for the pair, whatever it says."""
    return IsNetworkMember.contains(state, hotkey, netuid)
