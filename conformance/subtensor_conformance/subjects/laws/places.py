"""Laws of places: subnets are counted, uids have no gap, and everything that knows them agrees."""

from collections.abc import Iterator

from subtensor_conformance.laws.chain_law import StateLaw, StepLaw
from subtensor_conformance.subjects.laws.kept import subnets
from subtensor_spec.chain.items.consensus import StakeWeight
from subtensor_spec.chain.items.neurons import BlockAtRegistration, IsNetworkMember, Keys, Uids
from subtensor_spec.chain.items.subnets import NetworksAdded, SubnetworkN, TotalNetworks
from subtensor_spec.chain.state import State
from subtensor_spec.chapters.neurons.vectors import BY_MECHANISM, BY_SUBNET, storage_indexes


def _counted(state: State) -> Iterator[str]:
    if TotalNetworks.get(state) != len(subnets(state)):
        yield f"{TotalNetworks.get(state)} subnets are counted, {len(subnets(state))} exist"


def _bijective(state: State) -> Iterator[str]:
    for netuid in subnets(state):
        count = SubnetworkN.get(state, netuid)
        holders = dict(Keys.prefix_items(state, netuid))
        if sorted(holders) != list(range(count)):
            yield f"subnet {netuid} has {count} neurons and the uids {sorted(holders)}"
        if {hotkey: uid for uid, hotkey in holders.items()} != dict(Uids.prefix_items(state, netuid)):
            yield f"on subnet {netuid} uids and hotkeys do not name each other"
        if [uid for uid, _ in BlockAtRegistration.prefix_items(state, netuid)] != sorted(holders, key=_raw_order):
            yield f"on subnet {netuid} blocks of registration are not those of the uids"


def _raw_order(uid: int) -> bytes:
    return uid.to_bytes(2, "little")


def _members(state: State) -> Iterator[str]:
    placed = {(hotkey, netuid) for netuid in subnets(state) for hotkey, _ in Uids.prefix_items(state, netuid)}
    named = {(hotkey, netuid) for (hotkey, netuid), member in IsNetworkMember.entries(state) if member}
    for hotkey, netuid in sorted(placed ^ named):
        if (hotkey, netuid) in placed or NetworksAdded.get(state, netuid):
            yield f"0x{hotkey.hex()} is a neuron of subnet {netuid} and no member, or a member and no neuron"


def _lengths(state: State) -> Iterator[str]:
    for netuid in subnets(state):
        count = SubnetworkN.get(state, netuid)
        for single, _ in BY_SUBNET:
            length = len(single.get(state, netuid))
            if length > count or (length < count and single is not StakeWeight):
                yield f"{single} of subnet {netuid} has {length} elements for {count} neurons"
        for mechanism, index in enumerate(storage_indexes(state, netuid)):
            for item in BY_MECHANISM:
                length = len(item.get(state, index))
                if length > count or (length < count and mechanism == 0):
                    yield f"{item} of mechanism {mechanism} has {length} elements for {count} neurons"


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StateLaw(
        "places/subnets-counted",
        "TotalNetworks is the number of subnets, root included.",
        ("NET-exists/flag",),
        _counted,
    ),
    StateLaw(
        "places/dense-and-bijective",
        "The uids of a subnet are 0 up to the number of its neurons, each has one hotkey and one block of "
        "registration, and each hotkey has that one uid.",
        ("REG-place/append", "REG-place/replace"),
        _bijective,
    ),
    StateLaw(
        "places/members",
        "A hotkey is a member of an existing subnet exactly while it has a uid there.",
        ("REG-place/append", "REG-place/replace"),
        _members,
    ),
    StateLaw(
        "places/lengths",
        "Every vector of a subnet, those of its main mechanism included, has an element for each neuron; "
        "StakeWeight, and the vectors of further mechanisms, may be shorter and are never longer.",
        ("REG-vector/set",),
        _lengths,
    ),
)
