"""The table of settings: every administration call that only writes one item."""

from typing import Any

from subtensor_spec.arithmetic import I64F64, I96F32, U64F64
from subtensor_spec.chain.arguments import i16, u8, u16, u64
from subtensor_spec.chain.event_kinds import admin_utils as admin
from subtensor_spec.chain.event_kinds import subtensor_module as module
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
    stake_weight,
    staking,
    subnets,
    weights,
)
from subtensor_spec.chain.types import BlockNumber, Hyperparameter, RecycleOrBurnEnum, TaoBalance
from subtensor_spec.chapters.hyperparameters import bounds
from subtensor_spec.chapters.hyperparameters.rate_limits import LimitedTransaction, TransactionType
from subtensor_spec.chapters.hyperparameters.setting import EXISTS, NOT_ROOT, WINDOW, Check, Setting, Who, declare

_GUARDED = (WINDOW, EXISTS)


def _owner(
    name: str, index: int, argument: str, annotation: Any, item: Any, limit: LimitedTransaction, *checks: Check,
    event: Any = None,
) -> Setting:  # fmt: skip
    """Return a setting of the subnet's owner, limited in rate, and closed in the freeze window."""
    return Setting(name, index, argument, annotation, item, Who.OWNER, (WINDOW, *checks), limit, event)


OWNER_SETTINGS = (
    _owner("sudo_set_serving_rate_limit", 3, "serving_rate_limit", u64, rate_limits.ServingRateLimit,
           Hyperparameter.ServingRateLimit, event=module.ServingRateLimitSet),
    _owner("sudo_set_max_difficulty", 5, "max_difficulty", u64, proof_of_work.MaxDifficulty,
           Hyperparameter.MaxDifficulty, EXISTS, event=module.MaxDifficultySet),
    _owner("sudo_set_weights_version_key", 6, "weights_version_key", u64, weights.WeightsVersionKey,
           TransactionType.SetWeightsVersionKey, EXISTS, event=module.WeightsVersionKeySet),
    _owner("sudo_set_adjustment_alpha", 9, "adjustment_alpha", u64, neurons.AdjustmentAlpha,
           Hyperparameter.AdjustmentAlpha, EXISTS,
           event=module.AdjustmentAlphaSet),
    _owner("sudo_set_immunity_period", 13, "immunity_period", u16, neurons.ImmunityPeriod,
           Hyperparameter.ImmunityPeriod, EXISTS,
           event=module.ImmunityPeriodSet),
    _owner("sudo_set_min_allowed_weights", 14, "min_allowed_weights", u16, weights.MinAllowedWeights,
           Hyperparameter.MinAllowedWeights, EXISTS, event=module.MinAllowedWeightSet),
    _owner("sudo_set_max_allowed_uids", 15, "max_allowed_uids", u16, neurons.MaxAllowedUids,
           Hyperparameter.MaxAllowedUids, EXISTS,
           bounds.AT_LEAST_MIN_ALLOWED_UIDS, bounds.AT_LEAST_CURRENT_UIDS, bounds.AT_MOST_DEFAULT_MAX_ALLOWED_UIDS,
           bounds.MECHANISMS_FIT, event=module.MaxAllowedUidsSet),
    _owner("sudo_set_rho", 17, "rho", u16, consensus.Rho, Hyperparameter.Rho, EXISTS),
    _owner("sudo_set_activity_cutoff", 18, "activity_cutoff", u16, consensus.ActivityCutoff,
           Hyperparameter.ActivityCutoff, EXISTS,
           bounds.AT_LEAST_MIN_ACTIVITY_CUTOFF, event=module.ActivityCutoffSet),
    _owner("sudo_set_min_burn", 22, "min_burn", TaoBalance, neurons.MinBurn, Hyperparameter.MinBurn, EXISTS,
           bounds.BELOW_MIN_BURN_UPPER_BOUND, bounds.BELOW_MAX_BURN, event=module.MinBurnSet),
    _owner("sudo_set_max_burn", 23, "max_burn", TaoBalance, neurons.MaxBurn, Hyperparameter.MaxBurn, EXISTS,
           bounds.ABOVE_MAX_BURN_LOWER_BOUND, bounds.ABOVE_MIN_BURN, event=module.MaxBurnSet),
    _owner("sudo_set_bonds_moving_average", 26, "bonds_moving_average", u64, consensus.BondsMovingAverage,
           Hyperparameter.BondsMovingAverage, bounds.OWNER_BONDS_MOVING_AVERAGE, EXISTS,
           event=module.BondsMovingAverageSet),
    _owner("sudo_set_bonds_penalty", 60, "bonds_penalty", u16, consensus.BondsPenalty, Hyperparameter.BondsPenalty,
           EXISTS,
           event=module.BondsPenaltySet),
    _owner("sudo_set_min_childkey_take_per_subnet", 93, "take", u16, stake_weight.MinChildkeyTakePerSubnet,
           Hyperparameter.MinChildkeyTake, EXISTS, bounds.WITHIN_CHILDKEY_TAKES,
           event=module.MinChildKeyTakePerSubnetSet),
    _owner("sudo_set_commit_reveal_weights_enabled", 49, "enabled", bool, weights.CommitRevealWeightsEnabled,
           Hyperparameter.CommitRevealEnabled, EXISTS, event=module.CommitRevealEnabled),
    _owner("sudo_set_liquid_alpha_enabled", 50, "enabled", bool, consensus.LiquidAlphaOn,
           Hyperparameter.LiquidAlphaEnabled),
    _owner("sudo_set_commit_reveal_weights_interval", 57, "interval", u64, weights.RevealPeriodEpochs,
           Hyperparameter.WeightCommitInterval, EXISTS, bounds.AT_MOST_MAX_REVEAL_PERIOD,
           bounds.AT_LEAST_MIN_REVEAL_PERIOD,
           event=module.CommitRevealPeriodsSet),
    _owner("sudo_set_toggle_transfer", 61, "toggle", bool, staking.TransferToggle, Hyperparameter.TransferEnabled,
           event=module.TransferToggle),
    _owner("sudo_set_recycle_or_burn", 80, "recycle_or_burn", RecycleOrBurnEnum, emission.RecycleOrBurn,
           Hyperparameter.RecycleOrBurn),
    _owner("sudo_set_alpha_sigmoid_steepness", 68, "steepness", i16, consensus.AlphaSigmoidSteepness,
           Hyperparameter.AlphaSigmoidSteepness, EXISTS, bounds.OWNER_STEEPNESS),
    _owner("sudo_set_yuma3_enabled", 69, "enabled", bool, consensus.Yuma3On, Hyperparameter.Yuma3Enabled,
           event=admin.Yuma3EnableToggled),
    _owner("sudo_set_owner_immune_neuron_limit", 72, "immune_neurons", u16, neurons.ImmuneOwnerUidsLimit,
           Hyperparameter.ImmuneNeuronLimit, bounds.WITHIN_IMMUNE_OWNER_UIDS),
    _owner("sudo_set_burn_half_life", 89, "burn_half_life", u16, neurons.BurnHalfLife, Hyperparameter.BurnHalfLife,
           EXISTS, NOT_ROOT,
           bounds.WITHIN_BURN_HALF_LIFE, event=admin.BurnHalfLifeSet),
    _owner("sudo_set_burn_increase_mult", 90, "burn_increase_mult", U64F64, neurons.BurnIncreaseMult,
           Hyperparameter.BurnIncreaseMult, EXISTS, NOT_ROOT, bounds.WITHIN_BURN_INCREASE_MULT,
           event=admin.BurnIncreaseMultSet),
    Setting("sudo_set_owner_cut_enabled", 92, "enabled", bool, emission.OwnerCutEnabled, Who.OWNER,
            (*_GUARDED, NOT_ROOT)),
    Setting("sudo_set_owner_cut_auto_lock_enabled", 95, "enabled", bool, locks.OwnerCutAutoLockEnabled, Who.OWNER,
            (*_GUARDED, NOT_ROOT)),
)  # fmt: skip
"""What the owner of a subnet may set, and root as well."""

ROOT_SUBNET_SETTINGS = (
    Setting("sudo_set_min_difficulty", 4, "min_difficulty", u64, proof_of_work.MinDifficulty, checks=_GUARDED,
            event=module.MinDifficultySet),
    Setting("sudo_set_weights_set_rate_limit", 7, "weights_set_rate_limit", u64, weights.WeightsSetRateLimit,
            checks=(EXISTS,), event=module.WeightsSetRateLimitSet),
    Setting("sudo_set_adjustment_interval", 8, "adjustment_interval", u16, neurons.AdjustmentInterval,
            checks=(EXISTS,), event=module.AdjustmentIntervalSet),
    Setting("sudo_set_kappa", 16, "kappa", u16, consensus.Kappa, checks=(EXISTS,), event=module.KappaSet),
    Setting("sudo_set_network_registration_allowed", 19, "registration_allowed", bool,
            neurons.NetworkRegistrationAllowed, event=module.RegistrationAllowed),
    Setting("sudo_set_target_registrations_per_interval", 21, "target_registrations_per_interval", u16,
            neurons.TargetRegistrationsPerInterval, checks=_GUARDED, event=module.RegistrationPerIntervalSet),
    Setting("sudo_set_difficulty", 24, "difficulty", u64, proof_of_work.Difficulty, checks=_GUARDED,
            event=module.DifficultySet),
    Setting("sudo_set_max_allowed_validators", 25, "max_allowed_validators", u16, consensus.MaxAllowedValidators,
            checks=(*_GUARDED, bounds.AT_MOST_MAX_ALLOWED_UIDS), event=module.MaxAllowedValidatorsSet),
    Setting("sudo_set_max_registrations_per_block", 27, "max_registrations_per_block", u16,
            neurons.MaxRegistrationsPerBlock, checks=_GUARDED, event=module.MaxRegistrationsPerBlockSet),
    Setting("sudo_set_rao_recycled", 39, "rao_recycled", TaoBalance, neurons.RAORecycledForRegistration,
            checks=(EXISTS,), event=module.RAORecycledForRegistrationSet),
    Setting("sudo_set_ema_price_halving_period", 65, "ema_halving", u64, emission.EMAPriceHalvingBlocks),
    Setting("sudo_set_subtoken_enabled", 66, "subtoken_enabled", bool, pools.SubtokenEnabled, checks=(WINDOW,)),
    Setting("sudo_set_min_allowed_uids", 79, "min_allowed_uids", u16, neurons.MinAllowedUids,
            checks=(*_GUARDED, bounds.BELOW_MAX_ALLOWED_UIDS, bounds.BELOW_CURRENT_UIDS),
            event=module.MinAllowedUidsSet),
    Setting("sudo_set_min_non_immune_uids", 84, "min", u16, neurons.MinNonImmuneUids, event=module.MinNonImmuneUidsSet),
    Setting("sudo_set_subnet_emission_enabled", 94, "enabled", bool, emission.SubnetEmissionEnabled,
            checks=(EXISTS, NOT_ROOT), event=admin.SubnetEmissionEnabledSet),
)  # fmt: skip
"""What only root may set, for one subnet."""

GLOBAL_SETTINGS = (
    Setting("sudo_set_default_take", 1, "default_take", u16, stake_weight.MaxDelegateTake,
            event=module.MaxDelegateTakeSet),
    Setting("sudo_set_tx_rate_limit", 2, "tx_rate_limit", u64, rate_limits.TxRateLimit, event=module.TxRateLimitSet),
    Setting("sudo_set_subnet_owner_cut", 28, "subnet_owner_cut", u16, emission.SubnetOwnerCut,
            event=module.SubnetOwnerCutSet),
    Setting("sudo_set_network_rate_limit", 29, "rate_limit", u64, subnets.NetworkRateLimit,
            event=module.NetworkRateLimitSet),
    Setting("sudo_set_network_immunity_period", 35, "immunity_period", u64, subnets.NetworkImmunityPeriod,
            event=module.NetworkImmunityPeriodSet),
    Setting("sudo_set_network_min_lock_cost", 36, "lock_cost", TaoBalance, subnets.NetworkMinLockCost,
            event=module.NetworkMinLockCostSet),
    Setting("sudo_set_subnet_limit", 37, "max_subnets", u16, subnets.SubnetLimit, event=module.SubnetLimitSet),
    Setting("sudo_set_lock_reduction_interval", 38, "interval", u64, subnets.NetworkLockReductionInterval,
            event=module.NetworkLockCostReductionIntervalSet),
    Setting("sudo_set_stake_threshold", 42, "min_stake", u64, staking.StakeThreshold, event=module.StakeThresholdSet),
    Setting("sudo_set_tx_delegate_take_rate_limit", 45, "tx_rate_limit", u64, stake_weight.TxDelegateTakeRateLimit,
            event=module.TxDelegateTakeRateLimitSet),
    Setting("sudo_set_min_delegate_take", 46, "take", u16, stake_weight.MinDelegateTake,
            event=module.MinDelegateTakeSet),
    Setting("sudo_set_dissolve_network_schedule_duration", 55, "duration", BlockNumber,
            subnets.DissolveNetworkScheduleDuration, event=module.DissolveNetworkScheduleDurationSet),
    Setting("sudo_set_subnet_moving_alpha", 63, "alpha", I96F32, emission.SubnetMovingAlpha),
    Setting("sudo_set_commit_reveal_version", 71, "version", u16, weights.CommitRevealWeightsVersion,
            event=module.CommitRevealVersionSet),
    Setting("sudo_set_ck_burn", 73, "burn", u64, stake_weight.CKBurn),
    Setting("sudo_set_admin_freeze_window", 74, "window", u16, schedule.AdminFreezeWindow,
            event=module.AdminFreezeWindowSet),
    Setting("sudo_set_owner_hparam_rate_limit", 75, "epochs", u16, rate_limits.OwnerHyperparamRateLimit,
            event=module.OwnerHyperparamRateLimitSet),
    Setting("sudo_set_tao_flow_cutoff", 81, "flow_cutoff", I64F64, pools.TaoFlowCutoff),
    Setting("sudo_set_tao_flow_normalization_exponent", 82, "exponent", U64F64, pools.FlowNormExponent,
            checks=(bounds.BETWEEN_ONE_AND_TWO,)),
    Setting("sudo_set_tao_flow_smoothing_factor", 83, "smoothing_factor", u64, pools.FlowEmaSmoothingFactor),
    Setting("sudo_set_start_call_delay", 85, "delay", u64, subnets.StartCallDelay, event=module.StartCallDelaySet),
    Setting("sudo_set_coldkey_swap_announcement_delay", 86, "duration", BlockNumber, keys.ColdkeySwapAnnouncementDelay,
            event=module.ColdkeySwapAnnouncementDelaySet),
    Setting("sudo_set_coldkey_swap_reannouncement_delay", 87, "duration", BlockNumber,
            keys.ColdkeySwapReannouncementDelay, event=module.ColdkeySwapReannouncementDelaySet),
    Setting("sudo_set_max_mechanism_count", 88, "max_mechanism_count", u8, consensus.MaxMechanismCount,
            checks=(bounds.WITHIN_MECHANISM_COUNT,)),
    Setting("sudo_set_net_tao_flow_enabled", 91, "enabled", bool, pools.NetTaoFlowEnabled),
    Setting("sudo_set_max_epochs_per_block", 96, "max_epochs_per_block", u8, schedule.MaxEpochsPerBlock,
            checks=(bounds.AT_LEAST_ONE,), event=module.MaxEpochsPerBlockSet),
)  # fmt: skip
"""What only root may set, for all subnets."""

SETTINGS = (*OWNER_SETTINGS, *ROOT_SUBNET_SETTINGS, *GLOBAL_SETTINGS)

for _setting in SETTINGS:
    declare(_setting)
