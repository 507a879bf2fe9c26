"""Events: voting power."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U64
from subtensor_spec.chain.types import NET_UID

VotingPowerTrackingEnabled = EventKind(
    SUBTENSOR_MODULE, "VotingPowerTrackingEnabled", "A subnet tracks voting power.", True, netuid=NET_UID
)
VotingPowerTrackingDisableScheduled = EventKind(
    SUBTENSOR_MODULE,
    "VotingPowerTrackingDisableScheduled",
    "A subnet will stop tracking voting power at a block.",
    True,
    netuid=NET_UID,
    disable_at_block=U64,
)
VotingPowerTrackingDisabled = EventKind(
    SUBTENSOR_MODULE, "VotingPowerTrackingDisabled", "A subnet stopped tracking voting power.", True, netuid=NET_UID
)
VotingPowerEmaAlphaSet = EventKind(
    SUBTENSOR_MODULE,
    "VotingPowerEmaAlphaSet",
    "How fast voting power follows stake was set, in parts of 10¹⁸.",
    True,
    netuid=NET_UID,
    alpha=U64,
)
