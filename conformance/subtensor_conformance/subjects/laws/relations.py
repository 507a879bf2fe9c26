"""Laws of relations that are stored from both sides."""

from collections.abc import Iterator

from subtensor_conformance.laws.chain_law import StateLaw, StepLaw
from subtensor_spec.chain.items.stake_weight import ChildKeys, ParentKeys
from subtensor_spec.chain.items.staking import OwnedHotkeys, Owner
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, ZERO_ACCOUNT


def _families(state: State) -> Iterator[str]:
    children = {
        (parent, child, netuid, part) for (parent, netuid), row in ChildKeys.entries(state) for part, child in row
    }
    parents = {
        (parent, child, netuid, part) for (child, netuid), row in ParentKeys.entries(state) for part, parent in row
    }
    for parent, child, netuid, _ in sorted(children ^ parents):
        yield f"0x{parent.hex()} and 0x{child.hex()} on subnet {netuid}: one names the other, not the other way round"
    for (parent, netuid), row in ChildKeys.entries(state):
        if len({child for _, child in row}) != len(row) or sum(part for part, _ in row) > U64_MAX:
            yield f"the children of 0x{parent.hex()} on subnet {netuid} repeat, or get more than all"


def _owners(state: State) -> Iterator[str]:
    owned = {(coldkey, hotkey) for (coldkey,), hotkeys in OwnedHotkeys.entries(state) for hotkey in hotkeys}
    for (hotkey,), coldkey in Owner.entries(state):
        if (coldkey, hotkey) not in owned and (coldkey, hotkey) != (ZERO_ACCOUNT, ZERO_ACCOUNT):
            yield f"0x{hotkey.hex()} has an owner whose list lacks it"
    for coldkey, hotkey in sorted(owned):
        if Owner.get(state, hotkey) != coldkey:
            yield f"0x{coldkey.hex()} lists 0x{hotkey.hex()}, which it does not own"
    for (coldkey,), hotkeys in OwnedHotkeys.entries(state):
        if len(set(hotkeys)) != len(hotkeys):
            yield f"0x{coldkey.hex()} lists a hotkey twice"


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StateLaw(
        "relations/families",
        "Each parent of a child has it as a child, with the same part, and the other way round; the parts that a "
        "parent gives to its children, no two of them the same, are together at most all.",
        ("STW-relations/persist", "STW-relations/upsert"),
        _families,
    ),
    StateLaw(
        "relations/owners",
        "A hotkey stands once in the OwnedHotkeys of its owner, and what a coldkey lists it owns. The zero account "
        "owns itself from genesis on and does not list itself.",
        ("STK-owner/create", "BLK-genesis/neuron"),
        _owners,
    ),
)
