"""Events of the pallet Swap."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.scale import U16
from subtensor_spec.chain.types import NET_UID

FeeRateSet = EventKind("Swap", "FeeRateSet", "Fee rate set.", True, netuid=NET_UID, rate=U16)
