"""Events: endpoints and identities."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U64
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID

AxonServed = EventKind(
    SUBTENSOR_MODULE, "AxonServed", "A neuron announced its endpoint.", False, netuid=NET_UID, hotkey=ACCOUNT_ID
)
PrometheusServed = EventKind(
    SUBTENSOR_MODULE,
    "PrometheusServed",
    "A neuron announced where it publishes its measurements.",
    False,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
)
ServingRateLimitSet = EventKind(
    SUBTENSOR_MODULE,
    "ServingRateLimitSet",
    "The blocks between two announcements were set.",
    False,
    netuid=NET_UID,
    blocks=U64,
)
ChainIdentitySet = EventKind(
    SUBTENSOR_MODULE, "ChainIdentitySet", "A coldkey said something of itself.", False, coldkey=ACCOUNT_ID
)
