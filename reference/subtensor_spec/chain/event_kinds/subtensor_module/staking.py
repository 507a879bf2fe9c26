"""Events: stake."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U64, Vec
from subtensor_spec.chain.types import ACCOUNT_ID, ALPHA, NET_UID, NET_UID_STORAGE_INDEX, TAO

StakeAdded = EventKind(
    SUBTENSOR_MODULE,
    "StakeAdded",
    "TAO was swapped for alpha, or put on root: TAO and fee in rao of TAO, alpha in rao of alpha.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    tao=TAO,
    alpha=ALPHA,
    netuid=NET_UID,
    fee=U64,
)
StakeRemoved = EventKind(
    SUBTENSOR_MODULE,
    "StakeRemoved",
    "Alpha was swapped for TAO, or taken from root: TAO in rao of TAO, alpha and fee in rao of alpha.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    tao=TAO,
    alpha=ALPHA,
    netuid=NET_UID,
    fee=U64,
)
StakeMoved = EventKind(
    SUBTENSOR_MODULE,
    "StakeMoved",
    "Stake was moved to another hotkey or subnet; its worth in rao of TAO.",
    False,
    coldkey=ACCOUNT_ID,
    origin_hotkey=ACCOUNT_ID,
    origin_netuid=NET_UID,
    destination_hotkey=ACCOUNT_ID,
    destination_netuid=NET_UID,
    tao=TAO,
)
StakeThresholdSet = EventKind(
    SUBTENSOR_MODULE, "StakeThresholdSet", "Root set the stake that setting weights needs, in rao.", False, stake=U64
)
Faucet = EventKind(SUBTENSOR_MODULE, "Faucet", "The faucet gave TAO, in rao.", False, coldkey=ACCOUNT_ID, balance=U64)
AllBalanceUnstakedAndTransferredToNewColdkey = EventKind(
    SUBTENSOR_MODULE,
    "AllBalanceUnstakedAndTransferredToNewColdkey",
    "All of a coldkey was moved to another.",
    True,
    current_coldkey=ACCOUNT_ID,
    new_coldkey=ACCOUNT_ID,
    total_balance=U64,
)
StakeTransferred = EventKind(
    SUBTENSOR_MODULE,
    "StakeTransferred",
    "Stake was given to another coldkey; its worth in rao of TAO.",
    False,
    origin_coldkey=ACCOUNT_ID,
    destination_coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    origin_netuid=NET_UID,
    destination_netuid=NET_UID,
    tao=TAO,
)
StakeSwapped = EventKind(
    SUBTENSOR_MODULE,
    "StakeSwapped",
    "Stake was moved to another subnet; its worth in rao of TAO.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    origin_netuid=NET_UID,
    destination_netuid=NET_UID,
    tao=TAO,
)
TransferToggle = EventKind(
    SUBTENSOR_MODULE,
    "TransferToggle",
    "Transfers of stake on a subnet were allowed or not.",
    False,
    netuid=NET_UID,
    enabled=BOOL,
)
AlphaRecycled = EventKind(
    SUBTENSOR_MODULE,
    "AlphaRecycled",
    "Stake was recycled, in rao of alpha.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    alpha=ALPHA,
    netuid=NET_UID,
)
AlphaBurned = EventKind(
    SUBTENSOR_MODULE,
    "AlphaBurned",
    "Stake was burned, in rao of alpha.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    alpha=ALPHA,
    netuid=NET_UID,
)
AutoStakeAdded = EventKind(
    SUBTENSOR_MODULE,
    "AutoStakeAdded",
    "A miner's incentive was staked with the hotkey that its coldkey chose, in rao of alpha.",
    True,
    netuid=NET_UID,
    destination=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    owner=ACCOUNT_ID,
    incentive=ALPHA,
)
IncentiveAlphaEmittedToMiners = EventKind(
    SUBTENSOR_MODULE,
    "IncentiveAlphaEmittedToMiners",
    "What an epoch gave the miners, by uid, in rao of alpha.",
    True,
    netuid=NET_UID_STORAGE_INDEX,
    emissions=Vec(ALPHA),
)
AutoStakeDestinationSet = EventKind(
    SUBTENSOR_MODULE,
    "AutoStakeDestinationSet",
    "A coldkey chose the hotkey that its miners' incentive is staked with.",
    True,
    coldkey=ACCOUNT_ID,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
)
AddStakeBurn = EventKind(
    SUBTENSOR_MODULE,
    "AddStakeBurn",
    "TAO bought alpha that was burned at once, in rao of each.",
    True,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
    amount=TAO,
    alpha=ALPHA,
)
TransactionFeePaidWithAlpha = EventKind(
    SUBTENSOR_MODULE,
    "TransactionFeePaidWithAlpha",
    "A fee was paid in alpha.",
    True,
    who=ACCOUNT_ID,
    netuid=NET_UID,
    alpha_fee=ALPHA,
    tao_amount=TAO,
)
