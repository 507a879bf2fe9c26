"""Events of the pallet SubtensorModule."""

from subtensor_spec.chain.events import DISPATCH_ERROR, EventKind
from subtensor_spec.chain.scale import BOOL, BYTES, I16, U8, U16, U32, U64, Compact, Option, Tuple, Vec
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    ALPHA,
    H160,
    HASH,
    NET_UID,
    NET_UID_STORAGE_INDEX,
    ROOT_CLAIM_TYPE,
    TAO,
    U64F64_CODEC,
)

NetworkAdded = EventKind("SubtensorModule", "NetworkAdded", "Network added.", False, netuid=NET_UID, modality=U16)
NetworkRemoved = EventKind("SubtensorModule", "NetworkRemoved", "Network removed.", False, netuid=NET_UID)
StakeAdded = EventKind(
    "SubtensorModule",
    "StakeAdded",
    "Stake added.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    tao=TAO,
    alpha=ALPHA,
    netuid=NET_UID,
    fee=U64,
)
StakeRemoved = EventKind(
    "SubtensorModule",
    "StakeRemoved",
    "Stake removed.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    tao=TAO,
    alpha=ALPHA,
    netuid=NET_UID,
    fee=U64,
)
StakeMoved = EventKind(
    "SubtensorModule",
    "StakeMoved",
    "Stake moved.",
    False,
    coldkey=ACCOUNT_ID,
    origin_hotkey=ACCOUNT_ID,
    origin_netuid=NET_UID,
    destination_hotkey=ACCOUNT_ID,
    destination_netuid=NET_UID,
    tao=TAO,
)
WeightsSet = EventKind("SubtensorModule", "WeightsSet", "Weights set.", False, index=NET_UID_STORAGE_INDEX, uid=U16)
NeuronRegistered = EventKind(
    "SubtensorModule",
    "NeuronRegistered",
    "Neuron registered.",
    False,
    netuid=NET_UID,
    uid=U16,
    hotkey=ACCOUNT_ID,
)
BulkNeuronsRegistered = EventKind(
    "SubtensorModule",
    "BulkNeuronsRegistered",
    "Bulk neurons registered.",
    False,
    netuid=U16,
    count=U16,
)
BulkBalancesSet = EventKind("SubtensorModule", "BulkBalancesSet", "Bulk balances set.", False, first=U16, second=U16)
MaxAllowedUidsSet = EventKind(
    "SubtensorModule",
    "MaxAllowedUidsSet",
    "Max allowed uids set.",
    False,
    netuid=NET_UID,
    value=U16,
)
MaxWeightLimitSet = EventKind(
    "SubtensorModule",
    "MaxWeightLimitSet",
    "Max weight limit set.",
    False,
    netuid=NET_UID,
    value=U16,
)
DifficultySet = EventKind("SubtensorModule", "DifficultySet", "Difficulty set.", False, netuid=NET_UID, value=U64)
AdjustmentIntervalSet = EventKind(
    "SubtensorModule",
    "AdjustmentIntervalSet",
    "Adjustment interval set.",
    False,
    netuid=NET_UID,
    value=U16,
)
RegistrationPerIntervalSet = EventKind(
    "SubtensorModule",
    "RegistrationPerIntervalSet",
    "Registration per interval set.",
    False,
    netuid=NET_UID,
    value=U16,
)
MaxRegistrationsPerBlockSet = EventKind(
    "SubtensorModule",
    "MaxRegistrationsPerBlockSet",
    "Max registrations per block set.",
    False,
    netuid=NET_UID,
    value=U16,
)
ActivityCutoffSet = EventKind(
    "SubtensorModule",
    "ActivityCutoffSet",
    "Activity cutoff set.",
    False,
    netuid=NET_UID,
    value=U16,
)
RhoSet = EventKind("SubtensorModule", "RhoSet", "Rho set.", False, netuid=NET_UID, value=U16)
AlphaSigmoidSteepnessSet = EventKind(
    "SubtensorModule",
    "AlphaSigmoidSteepnessSet",
    "Alpha sigmoid steepness set.",
    False,
    netuid=NET_UID,
    value=I16,
)
KappaSet = EventKind("SubtensorModule", "KappaSet", "Kappa set.", False, netuid=NET_UID, value=U16)
MinAllowedWeightSet = EventKind(
    "SubtensorModule",
    "MinAllowedWeightSet",
    "Min allowed weight set.",
    False,
    netuid=NET_UID,
    value=U16,
)
ValidatorPruneLenSet = EventKind(
    "SubtensorModule",
    "ValidatorPruneLenSet",
    "Validator prune len set.",
    False,
    netuid=NET_UID,
    value=U64,
)
ScalingLawPowerSet = EventKind(
    "SubtensorModule",
    "ScalingLawPowerSet",
    "Scaling law power set.",
    False,
    netuid=NET_UID,
    value=U16,
)
WeightsSetRateLimitSet = EventKind(
    "SubtensorModule",
    "WeightsSetRateLimitSet",
    "Weights set rate limit set.",
    False,
    netuid=NET_UID,
    value=U64,
)
ImmunityPeriodSet = EventKind(
    "SubtensorModule",
    "ImmunityPeriodSet",
    "Immunity period set.",
    False,
    netuid=NET_UID,
    value=U16,
)
BondsMovingAverageSet = EventKind(
    "SubtensorModule",
    "BondsMovingAverageSet",
    "Bonds moving average set.",
    False,
    netuid=NET_UID,
    value=U64,
)
BondsPenaltySet = EventKind(
    "SubtensorModule",
    "BondsPenaltySet",
    "Bonds penalty set.",
    False,
    netuid=NET_UID,
    value=U16,
)
BondsResetOnSet = EventKind(
    "SubtensorModule",
    "BondsResetOnSet",
    "Bonds reset on set.",
    False,
    netuid=NET_UID,
    value=BOOL,
)
MaxAllowedValidatorsSet = EventKind(
    "SubtensorModule",
    "MaxAllowedValidatorsSet",
    "Max allowed validators set.",
    False,
    netuid=NET_UID,
    value=U16,
)
AxonServed = EventKind("SubtensorModule", "AxonServed", "Axon served.", False, netuid=NET_UID, hotkey=ACCOUNT_ID)
PrometheusServed = EventKind(
    "SubtensorModule",
    "PrometheusServed",
    "Prometheus served.",
    False,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
)
DelegateAdded = EventKind(
    "SubtensorModule",
    "DelegateAdded",
    "Delegate added.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    take=U16,
)
DefaultTakeSet = EventKind("SubtensorModule", "DefaultTakeSet", "Default take set.", False, value=U16)
WeightsVersionKeySet = EventKind(
    "SubtensorModule",
    "WeightsVersionKeySet",
    "Weights version key set.",
    False,
    netuid=NET_UID,
    value=U64,
)
MinDifficultySet = EventKind(
    "SubtensorModule",
    "MinDifficultySet",
    "Min difficulty set.",
    False,
    netuid=NET_UID,
    value=U64,
)
MaxDifficultySet = EventKind(
    "SubtensorModule",
    "MaxDifficultySet",
    "Max difficulty set.",
    False,
    netuid=NET_UID,
    value=U64,
)
ServingRateLimitSet = EventKind(
    "SubtensorModule",
    "ServingRateLimitSet",
    "Serving rate limit set.",
    False,
    netuid=NET_UID,
    value=U64,
)
BurnSet = EventKind("SubtensorModule", "BurnSet", "Burn set.", False, netuid=NET_UID, value=TAO)
MaxBurnSet = EventKind("SubtensorModule", "MaxBurnSet", "Max burn set.", False, netuid=NET_UID, value=TAO)
MinBurnSet = EventKind("SubtensorModule", "MinBurnSet", "Min burn set.", False, netuid=NET_UID, value=TAO)
MaxEpochsPerBlockSet = EventKind(
    "SubtensorModule",
    "MaxEpochsPerBlockSet",
    "Max epochs per block set.",
    False,
    value=U8,
)
TxRateLimitSet = EventKind("SubtensorModule", "TxRateLimitSet", "Tx rate limit set.", False, value=U64)
TxDelegateTakeRateLimitSet = EventKind(
    "SubtensorModule",
    "TxDelegateTakeRateLimitSet",
    "Tx delegate take rate limit set.",
    False,
    value=U64,
)
TxChildKeyTakeRateLimitSet = EventKind(
    "SubtensorModule",
    "TxChildKeyTakeRateLimitSet",
    "Tx child key take rate limit set.",
    False,
    value=U64,
)
AdminFreezeWindowSet = EventKind(
    "SubtensorModule",
    "AdminFreezeWindowSet",
    "Admin freeze window set.",
    False,
    value=U16,
)
OwnerHyperparamRateLimitSet = EventKind(
    "SubtensorModule",
    "OwnerHyperparamRateLimitSet",
    "Owner hyperparam rate limit set.",
    False,
    value=U16,
)
MinChildKeyTakeSet = EventKind("SubtensorModule", "MinChildKeyTakeSet", "Min child key take set.", False, value=U16)
MinChildKeyTakePerSubnetSet = EventKind(
    "SubtensorModule",
    "MinChildKeyTakePerSubnetSet",
    "Min child key take per subnet set.",
    False,
    netuid=NET_UID,
    value=U16,
)
MaxChildKeyTakeSet = EventKind("SubtensorModule", "MaxChildKeyTakeSet", "Max child key take set.", False, value=U16)
ChildKeyTakeSet = EventKind(
    "SubtensorModule",
    "ChildKeyTakeSet",
    "Child key take set.",
    False,
    hotkey=ACCOUNT_ID,
    take=U16,
)
RegistrationAllowed = EventKind(
    "SubtensorModule",
    "RegistrationAllowed",
    "Registration allowed.",
    False,
    netuid=NET_UID,
    value=BOOL,
)
PowRegistrationAllowed = EventKind(
    "SubtensorModule",
    "PowRegistrationAllowed",
    "Pow registration allowed.",
    False,
    netuid=NET_UID,
    value=BOOL,
)
TempoSet = EventKind("SubtensorModule", "TempoSet", "Tempo set.", False, netuid=NET_UID, value=U16)
RAORecycledForRegistrationSet = EventKind(
    "SubtensorModule",
    "RAORecycledForRegistrationSet",
    "R a o recycled for registration set.",
    False,
    netuid=NET_UID,
    value=TAO,
)
StakeThresholdSet = EventKind("SubtensorModule", "StakeThresholdSet", "Stake threshold set.", False, value=U64)
AdjustmentAlphaSet = EventKind(
    "SubtensorModule",
    "AdjustmentAlphaSet",
    "Adjustment alpha set.",
    False,
    netuid=NET_UID,
    value=U64,
)
Faucet = EventKind("SubtensorModule", "Faucet", "Faucet.", False, coldkey=ACCOUNT_ID, balance=U64)
SubnetOwnerCutSet = EventKind("SubtensorModule", "SubnetOwnerCutSet", "Subnet owner cut set.", False, value=U16)
NetworkRateLimitSet = EventKind("SubtensorModule", "NetworkRateLimitSet", "Network rate limit set.", False, value=U64)
NetworkImmunityPeriodSet = EventKind(
    "SubtensorModule",
    "NetworkImmunityPeriodSet",
    "Network immunity period set.",
    False,
    value=U64,
)
StartCallDelaySet = EventKind("SubtensorModule", "StartCallDelaySet", "Start call delay set.", False, value=U64)
NetworkMinLockCostSet = EventKind(
    "SubtensorModule",
    "NetworkMinLockCostSet",
    "Network min lock cost set.",
    False,
    value=TAO,
)
SubnetLimitSet = EventKind("SubtensorModule", "SubnetLimitSet", "Subnet limit set.", False, value=U16)
NetworkLockCostReductionIntervalSet = EventKind(
    "SubtensorModule",
    "NetworkLockCostReductionIntervalSet",
    "Network lock cost reduction interval set.",
    False,
    value=U64,
)
TakeDecreased = EventKind(
    "SubtensorModule",
    "TakeDecreased",
    "Take decreased.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    take=U16,
)
TakeIncreased = EventKind(
    "SubtensorModule",
    "TakeIncreased",
    "Take increased.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    take=U16,
)
HotkeySwapped = EventKind(
    "SubtensorModule",
    "HotkeySwapped",
    "Hotkey swapped.",
    True,
    coldkey=ACCOUNT_ID,
    old_hotkey=ACCOUNT_ID,
    new_hotkey=ACCOUNT_ID,
)
MaxDelegateTakeSet = EventKind("SubtensorModule", "MaxDelegateTakeSet", "Max delegate take set.", False, value=U16)
MinDelegateTakeSet = EventKind("SubtensorModule", "MinDelegateTakeSet", "Min delegate take set.", False, value=U16)
ColdkeySwapAnnounced = EventKind(
    "SubtensorModule",
    "ColdkeySwapAnnounced",
    "Coldkey swap announced.",
    True,
    who=ACCOUNT_ID,
    new_coldkey_hash=HASH,
)
ColdkeySwapReset = EventKind("SubtensorModule", "ColdkeySwapReset", "Coldkey swap reset.", True, who=ACCOUNT_ID)
ColdkeySwapped = EventKind(
    "SubtensorModule",
    "ColdkeySwapped",
    "Coldkey swapped.",
    True,
    old_coldkey=ACCOUNT_ID,
    new_coldkey=ACCOUNT_ID,
)
ColdkeySwapDisputed = EventKind(
    "SubtensorModule",
    "ColdkeySwapDisputed",
    "Coldkey swap disputed.",
    True,
    coldkey=ACCOUNT_ID,
)
AllBalanceUnstakedAndTransferredToNewColdkey = EventKind(
    "SubtensorModule",
    "AllBalanceUnstakedAndTransferredToNewColdkey",
    "All balance unstaked and transferred to new coldkey.",
    True,
    current_coldkey=ACCOUNT_ID,
    new_coldkey=ACCOUNT_ID,
    total_balance=U64,
)
ArbitrationPeriodExtended = EventKind(
    "SubtensorModule",
    "ArbitrationPeriodExtended",
    "Arbitration period extended.",
    True,
    coldkey=ACCOUNT_ID,
)
SetChildrenScheduled = EventKind(
    "SubtensorModule",
    "SetChildrenScheduled",
    "Set children scheduled.",
    False,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    cooldown_block=U64,
    children=Vec(Tuple(U64, ACCOUNT_ID)),
)
SetChildren = EventKind(
    "SubtensorModule",
    "SetChildren",
    "Set children.",
    False,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    children=Vec(Tuple(U64, ACCOUNT_ID)),
)
ChainIdentitySet = EventKind("SubtensorModule", "ChainIdentitySet", "Chain identity set.", False, coldkey=ACCOUNT_ID)
SubnetIdentitySet = EventKind("SubtensorModule", "SubnetIdentitySet", "Subnet identity set.", False, netuid=NET_UID)
SubnetIdentityRemoved = EventKind(
    "SubtensorModule",
    "SubnetIdentityRemoved",
    "Subnet identity removed.",
    False,
    netuid=NET_UID,
)
DissolveNetworkScheduled = EventKind(
    "SubtensorModule",
    "DissolveNetworkScheduled",
    "Dissolve network scheduled.",
    True,
    account=ACCOUNT_ID,
    netuid=NET_UID,
    execution_block=U32,
)
ColdkeySwapAnnouncementDelaySet = EventKind(
    "SubtensorModule",
    "ColdkeySwapAnnouncementDelaySet",
    "Coldkey swap announcement delay set.",
    False,
    value=U32,
)
ColdkeySwapReannouncementDelaySet = EventKind(
    "SubtensorModule",
    "ColdkeySwapReannouncementDelaySet",
    "Coldkey swap reannouncement delay set.",
    False,
    value=U32,
)
DissolveNetworkScheduleDurationSet = EventKind(
    "SubtensorModule",
    "DissolveNetworkScheduleDurationSet",
    "Dissolve network schedule duration set.",
    False,
    value=U32,
)
CRV3WeightsCommitted = EventKind(
    "SubtensorModule",
    "CRV3WeightsCommitted",
    "C r v3 weights committed.",
    False,
    hotkey=ACCOUNT_ID,
    index=NET_UID_STORAGE_INDEX,
    commit_hash=HASH,
)
WeightsCommitted = EventKind(
    "SubtensorModule",
    "WeightsCommitted",
    "Weights committed.",
    False,
    hotkey=ACCOUNT_ID,
    index=NET_UID_STORAGE_INDEX,
    commit_hash=HASH,
)
WeightsRevealed = EventKind(
    "SubtensorModule",
    "WeightsRevealed",
    "Weights revealed.",
    False,
    hotkey=ACCOUNT_ID,
    index=NET_UID_STORAGE_INDEX,
    commit_hash=HASH,
)
WeightsBatchRevealed = EventKind(
    "SubtensorModule",
    "WeightsBatchRevealed",
    "Weights batch revealed.",
    False,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    commit_hashes=Vec(HASH),
)
BatchWeightsCompleted = EventKind(
    "SubtensorModule",
    "BatchWeightsCompleted",
    "Batch weights completed.",
    False,
    netuids=Vec(Compact(U16)),
    hotkey=ACCOUNT_ID,
)
BatchCompletedWithErrors = EventKind(
    "SubtensorModule", "BatchCompletedWithErrors", "Batch completed with errors.", False
)
BatchWeightItemFailed = EventKind(
    "SubtensorModule",
    "BatchWeightItemFailed",
    "Batch weight item failed.",
    False,
    netuid=NET_UID,
    error=DISPATCH_ERROR,
)
StakeTransferred = EventKind(
    "SubtensorModule",
    "StakeTransferred",
    "Stake transferred.",
    False,
    origin_coldkey=ACCOUNT_ID,
    destination_coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    origin_netuid=NET_UID,
    destination_netuid=NET_UID,
    tao=TAO,
)
StakeSwapped = EventKind(
    "SubtensorModule",
    "StakeSwapped",
    "Stake swapped.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    origin_netuid=NET_UID,
    destination_netuid=NET_UID,
    tao=TAO,
)
TransferToggle = EventKind("SubtensorModule", "TransferToggle", "Transfer toggle.", False, netuid=NET_UID, value=BOOL)
SubnetOwnerHotkeySet = EventKind(
    "SubtensorModule",
    "SubnetOwnerHotkeySet",
    "Subnet owner hotkey set.",
    False,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
)
FirstEmissionBlockNumberSet = EventKind(
    "SubtensorModule",
    "FirstEmissionBlockNumberSet",
    "First emission block number set.",
    False,
    netuid=NET_UID,
    value=U64,
)
AlphaRecycled = EventKind(
    "SubtensorModule",
    "AlphaRecycled",
    "Alpha recycled.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    alpha=ALPHA,
    netuid=NET_UID,
)
AlphaBurned = EventKind(
    "SubtensorModule",
    "AlphaBurned",
    "Alpha burned.",
    False,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    alpha=ALPHA,
    netuid=NET_UID,
)
EvmKeyAssociated = EventKind(
    "SubtensorModule",
    "EvmKeyAssociated",
    "Evm key associated.",
    True,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
    evm_key=H160,
    block_associated=U64,
)
CRV3WeightsRevealed = EventKind(
    "SubtensorModule",
    "CRV3WeightsRevealed",
    "C r v3 weights revealed.",
    False,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
)
CommitRevealPeriodsSet = EventKind(
    "SubtensorModule",
    "CommitRevealPeriodsSet",
    "Commit reveal periods set.",
    False,
    netuid=NET_UID,
    value=U64,
)
CommitRevealEnabled = EventKind(
    "SubtensorModule",
    "CommitRevealEnabled",
    "Commit reveal enabled.",
    False,
    netuid=NET_UID,
    value=BOOL,
)
HotkeySwappedOnSubnet = EventKind(
    "SubtensorModule",
    "HotkeySwappedOnSubnet",
    "Hotkey swapped on subnet.",
    True,
    coldkey=ACCOUNT_ID,
    old_hotkey=ACCOUNT_ID,
    new_hotkey=ACCOUNT_ID,
    netuid=NET_UID,
)
SubnetLeaseCreated = EventKind(
    "SubtensorModule",
    "SubnetLeaseCreated",
    "Subnet lease created.",
    True,
    beneficiary=ACCOUNT_ID,
    lease_id=U32,
    netuid=NET_UID,
    end_block=Option(U32),
)
SubnetLeaseTerminated = EventKind(
    "SubtensorModule",
    "SubnetLeaseTerminated",
    "Subnet lease terminated.",
    True,
    beneficiary=ACCOUNT_ID,
    netuid=NET_UID,
)
SymbolUpdated = EventKind("SubtensorModule", "SymbolUpdated", "Symbol updated.", True, netuid=NET_UID, symbol=BYTES)
CommitRevealVersionSet = EventKind(
    "SubtensorModule",
    "CommitRevealVersionSet",
    "Commit reveal version set.",
    False,
    value=U16,
)
TimelockedWeightsCommitted = EventKind(
    "SubtensorModule",
    "TimelockedWeightsCommitted",
    "Timelocked weights committed.",
    False,
    hotkey=ACCOUNT_ID,
    index=NET_UID_STORAGE_INDEX,
    commit_hash=HASH,
    reveal_round=U64,
)
TimelockedWeightsRevealed = EventKind(
    "SubtensorModule",
    "TimelockedWeightsRevealed",
    "Timelocked weights revealed.",
    False,
    index=NET_UID_STORAGE_INDEX,
    hotkey=ACCOUNT_ID,
)
AutoStakeAdded = EventKind(
    "SubtensorModule",
    "AutoStakeAdded",
    "Auto stake added.",
    True,
    netuid=NET_UID,
    destination=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    owner=ACCOUNT_ID,
    incentive=ALPHA,
)
IncentiveAlphaEmittedToMiners = EventKind(
    "SubtensorModule",
    "IncentiveAlphaEmittedToMiners",
    "Incentive alpha emitted to miners.",
    True,
    netuid=NET_UID_STORAGE_INDEX,
    emissions=Vec(ALPHA),
)
MinAllowedUidsSet = EventKind(
    "SubtensorModule",
    "MinAllowedUidsSet",
    "Min allowed uids set.",
    False,
    netuid=NET_UID,
    value=U16,
)
AutoStakeDestinationSet = EventKind(
    "SubtensorModule",
    "AutoStakeDestinationSet",
    "Auto stake destination set.",
    True,
    coldkey=ACCOUNT_ID,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
)
MinNonImmuneUidsSet = EventKind(
    "SubtensorModule",
    "MinNonImmuneUidsSet",
    "Min non immune uids set.",
    False,
    netuid=NET_UID,
    value=U16,
)
RootClaimed = EventKind("SubtensorModule", "RootClaimed", "Root claimed.", True, coldkey=ACCOUNT_ID)
RootClaimTypeSet = EventKind(
    "SubtensorModule",
    "RootClaimTypeSet",
    "Root claim type set.",
    True,
    coldkey=ACCOUNT_ID,
    root_claim_type=ROOT_CLAIM_TYPE,
)
VotingPowerTrackingEnabled = EventKind(
    "SubtensorModule",
    "VotingPowerTrackingEnabled",
    "Voting power tracking enabled.",
    True,
    netuid=NET_UID,
)
VotingPowerTrackingDisableScheduled = EventKind(
    "SubtensorModule",
    "VotingPowerTrackingDisableScheduled",
    "Voting power tracking disable scheduled.",
    True,
    netuid=NET_UID,
    disable_at_block=U64,
)
VotingPowerTrackingDisabled = EventKind(
    "SubtensorModule",
    "VotingPowerTrackingDisabled",
    "Voting power tracking disabled.",
    True,
    netuid=NET_UID,
)
VotingPowerEmaAlphaSet = EventKind(
    "SubtensorModule",
    "VotingPowerEmaAlphaSet",
    "Voting power ema alpha set.",
    True,
    netuid=NET_UID,
    alpha=U64,
)
SubnetLeaseDividendsDistributed = EventKind(
    "SubtensorModule",
    "SubnetLeaseDividendsDistributed",
    "Subnet lease dividends distributed.",
    True,
    lease_id=U32,
    contributor=ACCOUNT_ID,
    alpha=ALPHA,
)
AddStakeBurn = EventKind(
    "SubtensorModule",
    "AddStakeBurn",
    "Add stake burn.",
    True,
    netuid=NET_UID,
    hotkey=ACCOUNT_ID,
    amount=TAO,
    alpha=ALPHA,
)
ColdkeySwapCleared = EventKind("SubtensorModule", "ColdkeySwapCleared", "Coldkey swap cleared.", True, who=ACCOUNT_ID)
TransactionFeePaidWithAlpha = EventKind(
    "SubtensorModule",
    "TransactionFeePaidWithAlpha",
    "Transaction fee paid with alpha.",
    True,
    who=ACCOUNT_ID,
    netuid=NET_UID,
    alpha_fee=ALPHA,
    tao_amount=TAO,
)
BurnHalfLifeSet = EventKind(
    "SubtensorModule",
    "BurnHalfLifeSet",
    "Burn half life set.",
    True,
    netuid=NET_UID,
    burn_half_life=U16,
)
BurnIncreaseMultSet = EventKind(
    "SubtensorModule",
    "BurnIncreaseMultSet",
    "Burn increase mult set.",
    True,
    netuid=NET_UID,
    burn_increase_mult=U64F64_CODEC,
)
AutoParentDelegationEnabledSet = EventKind(
    "SubtensorModule",
    "AutoParentDelegationEnabledSet",
    "Auto parent delegation enabled set.",
    True,
    hotkey=ACCOUNT_ID,
    enabled=BOOL,
)
StakeLocked = EventKind(
    "SubtensorModule",
    "StakeLocked",
    "Stake locked.",
    True,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    amount=ALPHA,
)
StakeUnlocked = EventKind(
    "SubtensorModule",
    "StakeUnlocked",
    "Stake unlocked.",
    True,
    coldkey=ACCOUNT_ID,
    hotkey=ACCOUNT_ID,
    netuid=NET_UID,
    amount=ALPHA,
)
LockMoved = EventKind(
    "SubtensorModule",
    "LockMoved",
    "Lock moved.",
    True,
    coldkey=ACCOUNT_ID,
    origin_hotkey=ACCOUNT_ID,
    destination_hotkey=ACCOUNT_ID,
    netuid=NET_UID,
)
ActivityCutoffFactorMilliSet = EventKind(
    "SubtensorModule",
    "ActivityCutoffFactorMilliSet",
    "Activity cutoff factor milli set.",
    True,
    netuid=NET_UID,
    factor_milli=U32,
)
EpochTriggered = EventKind(
    "SubtensorModule",
    "EpochTriggered",
    "Epoch triggered.",
    True,
    netuid=NET_UID,
    by=ACCOUNT_ID,
    fires_at=U64,
)
EpochDeferred = EventKind(
    "SubtensorModule",
    "EpochDeferred",
    "Epoch deferred.",
    True,
    netuid=NET_UID,
    from_block=U64,
    to_block=U64,
)
EpochSkipped = EventKind("SubtensorModule", "EpochSkipped", "Epoch skipped.", True, netuid=NET_UID, block=U64)
SubnetOwnerChanged = EventKind(
    "SubtensorModule",
    "SubnetOwnerChanged",
    "Subnet owner changed.",
    True,
    netuid=NET_UID,
    old_coldkey=ACCOUNT_ID,
    new_coldkey=ACCOUNT_ID,
)
PerpetualLockUpdated = EventKind(
    "SubtensorModule",
    "PerpetualLockUpdated",
    "Perpetual lock updated.",
    True,
    coldkey=ACCOUNT_ID,
    netuid=NET_UID,
    enabled=BOOL,
)
RejectLockedAlphaUpdated = EventKind(
    "SubtensorModule",
    "RejectLockedAlphaUpdated",
    "Reject locked alpha updated.",
    True,
    coldkey=ACCOUNT_ID,
    enabled=BOOL,
)
