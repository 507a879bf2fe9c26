"""What belongs to a subnet in storage and goes with it when it is dissolved, by how its keys name the subnet."""

from typing import Any

from subtensor_spec.chain.items import (
    consensus,
    emission,
    keys,
    locks,
    neurons,
    pools,
    proof_of_work,
    rate_limits,
    schedule,
    serving,
    stake_weight,
    staking,
    subnets,
    weights,
)
from subtensor_spec.chain.storage import DoubleMap, Map
from subtensor_spec.chain.types import AccountId, NetUid, NetUidStorageIndex

# fmt: off
BY_NETUID: tuple[Map[NetUid, Any], ...] = (
    consensus.Active, consensus.Emission, consensus.Consensus, consensus.Dividends, consensus.ValidatorPermit,
    consensus.ValidatorTrust, consensus.Kappa, consensus.ActivityCutoff, consensus.ActivityCutoffFactorMilli,
    consensus.Rho, consensus.AlphaSigmoidSteepness, consensus.MaxAllowedValidators, consensus.BondsMovingAverage,
    consensus.BondsPenalty, consensus.BondsResetOn, consensus.ValidatorPruneLen, consensus.ScalingLawPower,
    consensus.LiquidAlphaOn, consensus.Yuma3On, consensus.AlphaValues, consensus.StakeWeight,
    consensus.LoadedEmission, consensus.MechanismCountCurrent, consensus.MechanismEmissionSplit,
    emission.SubnetAlphaInEmission, emission.SubnetAlphaOutEmission, emission.SubnetTaoInEmission,
    emission.SubnetMovingPrice, emission.SubnetExcessTao, emission.SubnetRootSellTao,
    emission.FirstEmissionBlockNumber, emission.PendingValidatorEmission, emission.PendingServerEmission,
    emission.PendingRootAlphaDivs, emission.PendingOwnerCut, emission.MinerBurned, emission.EMAPriceHalvingBlocks,
    locks.OwnerCutAutoLockEnabled,
    neurons.MaxAllowedUids, neurons.ImmunityPeriod, neurons.RegistrationsThisInterval,
    neurons.BurnRegistrationsThisInterval, neurons.NetworkRegistrationAllowed, neurons.LastAdjustmentBlock,
    neurons.TargetRegistrationsPerInterval, neurons.BurnHalfLife, neurons.BurnIncreaseMult, neurons.Burn,
    neurons.MinBurn, neurons.MaxBurn, neurons.RegistrationsThisBlock, neurons.RAORecycledForRegistration,
    neurons.MaxRegistrationsPerBlock, neurons.ImmuneOwnerUidsLimit,
    pools.SubnetVolume, pools.SubnetTaoFlow, pools.SubnetEmaTaoFlow, pools.SubnetProtocolFlow,
    pools.SubnetEmaProtocolFlow, pools.SubnetMechanism, pools.SubtokenEnabled,
    proof_of_work.Difficulty, proof_of_work.POWRegistrationsThisInterval, proof_of_work.NetworkPowRegistrationAllowed,
    proof_of_work.MinDifficulty, proof_of_work.MaxDifficulty,
    rate_limits.ServingRateLimit,
    schedule.Tempo, schedule.LastEpochBlock, schedule.PendingEpochAt, schedule.SubnetEpochIndex,
    schedule.BlocksSinceLastStep, schedule.LastMechansimStepBlock,
    staking.TransferToggle,
    subnets.SubnetOwner, subnets.SubnetworkN, subnets.NetworksAdded, subnets.NetworkRegisteredAt, subnets.TokenSymbol,
    subnets.SubnetOwnerHotkey, subnets.SubnetLocked, subnets.LargestLocked,
    weights.MinAllowedWeights, weights.WeightsSetRateLimit, weights.CommitRevealWeightsEnabled,
    weights.WeightsVersionKey, weights.RevealPeriodEpochs,
)
"""One entry a subnet."""

BELOW_NETUID: tuple[DoubleMap[NetUid, Any, Any], ...] = (
    emission.AlphaDividendsPerSubnet,
    keys.LastHotkeySwapOnNetuid,
    neurons.Uids, neurons.Keys, neurons.BlockAtRegistration, neurons.AssociatedEvmAddress,
    serving.Axons, serving.NeuronCertificates, serving.Prometheus,
    stake_weight.PendingChildKeys,
)
"""Entries below the netuid as first key."""

BY_HOTKEY: tuple[DoubleMap[AccountId, NetUid, Any], ...] = (
    emission.LastHotkeyEmissionOnNetuid,
    stake_weight.ChildkeyTake, stake_weight.ChildKeys, stake_weight.ParentKeys,
    staking.TotalHotkeyAlphaLastEpoch,
)
"""Entries with the netuid as second key, below a hotkey."""

BY_MECHANISM: tuple[Map[NetUidStorageIndex, Any], ...] = (
    consensus.LastUpdate, consensus.Incentive,
)
"""One entry a mechanism."""

BELOW_MECHANISM: tuple[DoubleMap[NetUidStorageIndex, Any, Any], ...] = (
    consensus.Bonds, consensus.Weights,
    weights.WeightCommits, weights.TimelockedWeightCommits, weights.CRV3WeightCommits, weights.CRV3WeightCommitsV2,
)
"""Entries below a mechanism as first key."""
# fmt: on
