"""Events: subnets."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BYTES, U16, U32, U64, Option
from subtensor_spec.chain.types import ACCOUNT_ID, ALPHA, NET_UID, TAO

NetworkAdded = EventKind(
    SUBTENSOR_MODULE, "NetworkAdded", "A subnet was registered.", False, netuid=NET_UID, modality=U16
)
NetworkRemoved = EventKind(SUBTENSOR_MODULE, "NetworkRemoved", "A subnet was dissolved.", False, netuid=NET_UID)
NetworkRateLimitSet = EventKind(
    SUBTENSOR_MODULE,
    "NetworkRateLimitSet",
    "Root set the blocks between two registrations of subnets.",
    False,
    blocks=U64,
)
NetworkImmunityPeriodSet = EventKind(
    SUBTENSOR_MODULE,
    "NetworkImmunityPeriodSet",
    "Root set the blocks in which a new subnet is not pruned.",
    False,
    blocks=U64,
)
StartCallDelaySet = EventKind(
    SUBTENSOR_MODULE, "StartCallDelaySet", "Root set the blocks until a subnet may be started.", False, blocks=U64
)
NetworkMinLockCostSet = EventKind(
    SUBTENSOR_MODULE, "NetworkMinLockCostSet", "Root set the least cost of a subnet, in rao of TAO.", False, cost=TAO
)
SubnetLimitSet = EventKind(
    SUBTENSOR_MODULE, "SubnetLimitSet", "Root set how many subnets there may be.", False, limit=U16
)
NetworkLockCostReductionIntervalSet = EventKind(
    SUBTENSOR_MODULE,
    "NetworkLockCostReductionIntervalSet",
    "Root set the blocks in which the cost of a subnet falls.",
    False,
    blocks=U64,
)
ArbitrationPeriodExtended = EventKind(
    SUBTENSOR_MODULE,
    "ArbitrationPeriodExtended",
    "The arbitration of a coldkey's swap was prolonged.",
    True,
    coldkey=ACCOUNT_ID,
)
SubnetIdentitySet = EventKind(
    SUBTENSOR_MODULE, "SubnetIdentitySet", "A subnet said something of itself.", False, netuid=NET_UID
)
SubnetIdentityRemoved = EventKind(
    SUBTENSOR_MODULE, "SubnetIdentityRemoved", "What a subnet said of itself was removed.", False, netuid=NET_UID
)
DissolveNetworkScheduled = EventKind(
    SUBTENSOR_MODULE,
    "DissolveNetworkScheduled",
    "A dissolution was scheduled.",
    True,
    account=ACCOUNT_ID,
    netuid=NET_UID,
    execution_block=U32,
)
DissolveNetworkScheduleDurationSet = EventKind(
    SUBTENSOR_MODULE,
    "DissolveNetworkScheduleDurationSet",
    "Root set the blocks until a scheduled dissolution.",
    False,
    blocks=U32,
)
SubnetOwnerHotkeySet = EventKind(
    SUBTENSOR_MODULE,
    "SubnetOwnerHotkeySet",
    "The hotkey of a subnet's owner was set.",
    False,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
)
FirstEmissionBlockNumberSet = EventKind(
    SUBTENSOR_MODULE,
    "FirstEmissionBlockNumberSet",
    "A subnet was started and may receive emission from a block on.",
    False,
    netuid=NET_UID,
    block=U64,
)
SubnetLeaseCreated = EventKind(
    SUBTENSOR_MODULE,
    "SubnetLeaseCreated",
    "A subnet was leased.",
    True,
    beneficiary=ACCOUNT_ID,
    lease_id=U32,
    netuid=NET_UID,
    end_block=Option(U32),
)
SubnetLeaseTerminated = EventKind(
    SUBTENSOR_MODULE, "SubnetLeaseTerminated", "A lease ended.", True, beneficiary=ACCOUNT_ID, netuid=NET_UID
)
SymbolUpdated = EventKind(
    SUBTENSOR_MODULE, "SymbolUpdated", "A subnet has another symbol, in UTF-8.", True, netuid=NET_UID, symbol=BYTES
)
SubnetLeaseDividendsDistributed = EventKind(
    SUBTENSOR_MODULE,
    "SubnetLeaseDividendsDistributed",
    "A lease paid its contributors.",
    True,
    lease_id=U32,
    contributor=ACCOUNT_ID,
    alpha=ALPHA,
)
SubnetOwnerChanged = EventKind(
    SUBTENSOR_MODULE,
    "SubnetOwnerChanged",
    "Conviction handed a subnet to another owner.",
    True,
    netuid=NET_UID,
    old_coldkey=ACCOUNT_ID,
    new_coldkey=ACCOUNT_ID,
)
