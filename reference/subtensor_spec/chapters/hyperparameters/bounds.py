"""The bounds that settings must keep, each with its error."""

from typing import Any

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.errors import AdminUtils, ErrorCode, SubtensorModule
from subtensor_spec.chain.items.consensus import MechanismCountCurrent, MinActivityCutoff
from subtensor_spec.chain.items.neurons import MaxAllowedUids, MaxBurn, MinAllowedUids, MinBurn
from subtensor_spec.chain.items.stake_weight import MaxChildkeyTake, MinChildkeyTake
from subtensor_spec.chain.items.subnets import SubnetworkN
from subtensor_spec.chapters.hyperparameters.setting import Check, Request

MIN_BURN_UPPER_BOUND = 1_000_000_000
"""Rao that the least registration price must stay below."""
MAX_BURN_LOWER_BOUND = 100_000_000
"""Rao that the greatest registration price must stay above."""
OWNER_MAX_BONDS_MOVING_AVERAGE = 975_000
"""Millionths that an owner may set at most; root is free."""
MAX_BURN_HALF_LIFE = 36_100
"""Blocks."""
MIN_REVEAL_PERIOD, MAX_REVEAL_PERIOD = 1, 100
"""Epochs."""
MIN_IMMUNE_OWNER_UIDS, MAX_IMMUNE_OWNER_UIDS = 1, 10
MAX_MECHANISM_COUNT_PER_SUBNET = 16
DEFAULT_MAX_ALLOWED_UIDS: int = MaxAllowedUids.default


def _between(least: Any, greatest: Any, error: ErrorCode, words: str) -> Check:
    return Check(words, error, lambda request: bool(least <= request.value <= greatest))


def _within_childkey_takes(request: Request) -> bool:
    return bool(MinChildkeyTake.get(request.state) <= request.value <= MaxChildkeyTake.get(request.state))


def fits_all_mechanisms(max_uids: int, mechanism_count: int) -> bool:
    """Return whether a mechanism's uids, for all of them together, are no more than a subnet's default maximum."""
    return min(max_uids * mechanism_count, 2**16 - 1) <= DEFAULT_MAX_ALLOWED_UIDS


AT_LEAST_MIN_ALLOWED_UIDS = Check(
    "at least `MinAllowedUids`", AdminUtils.MaxAllowedUidsLessThanMinAllowedUids,
    lambda request: request.value >= MinAllowedUids.get(request.state, request.netuid),
)  # fmt: skip
AT_LEAST_CURRENT_UIDS = Check(
    "at least `SubnetworkN`", AdminUtils.MaxAllowedUIdsLessThanCurrentUIds,
    lambda request: request.value >= SubnetworkN.get(request.state, request.netuid),
)  # fmt: skip
AT_MOST_DEFAULT_MAX_ALLOWED_UIDS = Check(
    f"at most {DEFAULT_MAX_ALLOWED_UIDS}", AdminUtils.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids,
    lambda request: request.value <= DEFAULT_MAX_ALLOWED_UIDS,
)  # fmt: skip
MECHANISMS_FIT = Check(
    f"times `MechanismCountCurrent`, saturating in 16 bits, at most {DEFAULT_MAX_ALLOWED_UIDS}",
    SubtensorModule.TooManyUIDsPerMechanism,
    lambda request: fits_all_mechanisms(request.value, MechanismCountCurrent.get(request.state, request.netuid)),
)
AT_LEAST_MIN_ACTIVITY_CUTOFF = Check(
    "at least `MinActivityCutoff`", SubtensorModule.ActivityCutoffTooLow,
    lambda request: request.value >= MinActivityCutoff.get(request.state),
)  # fmt: skip
BELOW_MIN_BURN_UPPER_BOUND = Check(
    f"below {MIN_BURN_UPPER_BOUND}", AdminUtils.ValueNotInBounds, lambda request: request.value < MIN_BURN_UPPER_BOUND
)
BELOW_MAX_BURN = Check(
    "below `MaxBurn`", AdminUtils.ValueNotInBounds,
    lambda request: request.value < MaxBurn.get(request.state, request.netuid),
)  # fmt: skip
ABOVE_MAX_BURN_LOWER_BOUND = Check(
    f"above {MAX_BURN_LOWER_BOUND}", AdminUtils.ValueNotInBounds, lambda request: request.value > MAX_BURN_LOWER_BOUND
)
ABOVE_MIN_BURN = Check(
    "above `MinBurn`", AdminUtils.ValueNotInBounds,
    lambda request: request.value > MinBurn.get(request.state, request.netuid),
)  # fmt: skip
OWNER_BONDS_MOVING_AVERAGE = Check(
    f"at most {OWNER_MAX_BONDS_MOVING_AVERAGE} if the owner asks", AdminUtils.BondsMovingAverageMaxReached,
    lambda request: request.owner is None or request.value <= OWNER_MAX_BONDS_MOVING_AVERAGE,
)  # fmt: skip
WITHIN_CHILDKEY_TAKES = Check(
    "between `MinChildkeyTake` and `MaxChildkeyTake`", AdminUtils.InvalidValue, _within_childkey_takes
)
AT_MOST_MAX_REVEAL_PERIOD = Check(
    f"at most {MAX_REVEAL_PERIOD}", SubtensorModule.RevealPeriodTooLarge,
    lambda request: request.value <= MAX_REVEAL_PERIOD,
)  # fmt: skip
AT_LEAST_MIN_REVEAL_PERIOD = Check(
    f"at least {MIN_REVEAL_PERIOD}", SubtensorModule.RevealPeriodTooSmall,
    lambda request: request.value >= MIN_REVEAL_PERIOD,
)  # fmt: skip
OWNER_STEEPNESS = Check(
    "not negative if the owner asks", AdminUtils.NegativeSigmoidSteepness,
    lambda request: request.owner is None or request.value >= 0,
)  # fmt: skip
WITHIN_IMMUNE_OWNER_UIDS = _between(
    MIN_IMMUNE_OWNER_UIDS, MAX_IMMUNE_OWNER_UIDS, SubtensorModule.InvalidValue,
    f"between {MIN_IMMUNE_OWNER_UIDS} and {MAX_IMMUNE_OWNER_UIDS}",
)  # fmt: skip
WITHIN_BURN_HALF_LIFE = _between(
    1, MAX_BURN_HALF_LIFE, AdminUtils.InvalidValue, f"between 1 and {MAX_BURN_HALF_LIFE}"
)
WITHIN_BURN_INCREASE_MULT = _between(
    U64F64.ONE, U64F64.from_bits(3 << 64), AdminUtils.InvalidValue, "between 1 and 3"
)
BETWEEN_ONE_AND_TWO = _between(U64F64.ONE, U64F64.from_bits(2 << 64), AdminUtils.InvalidValue, "between 1 and 2")
AT_MOST_MAX_ALLOWED_UIDS = Check(
    "at most `MaxAllowedUids`", AdminUtils.MaxValidatorsLargerThanMaxUIds,
    lambda request: request.value <= MaxAllowedUids.get(request.state, request.netuid),
)  # fmt: skip
BELOW_MAX_ALLOWED_UIDS = Check(
    "below `MaxAllowedUids`", AdminUtils.MinAllowedUidsGreaterThanMaxAllowedUids,
    lambda request: request.value < MaxAllowedUids.get(request.state, request.netuid),
)  # fmt: skip
BELOW_CURRENT_UIDS = Check(
    "below `SubnetworkN`", AdminUtils.MinAllowedUidsGreaterThanCurrentUids,
    lambda request: request.value < SubnetworkN.get(request.state, request.netuid),
)  # fmt: skip
WITHIN_MECHANISM_COUNT = _between(
    1, MAX_MECHANISM_COUNT_PER_SUBNET, SubtensorModule.InvalidValue, f"between 1 and {MAX_MECHANISM_COUNT_PER_SUBNET}"
)
AT_LEAST_ONE = Check("at least 1", AdminUtils.ValueNotInBounds, lambda request: request.value >= 1)
