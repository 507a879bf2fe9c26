"""Events of the pallet Swap."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.scale import U16
from subtensor_spec.chain.types import NET_UID

FeeRateSet = EventKind(
    "Swap", "FeeRateSet", "What a swap on a subnet takes was set, in parts of 65 535.", True, netuid=NET_UID, rate=U16
)
