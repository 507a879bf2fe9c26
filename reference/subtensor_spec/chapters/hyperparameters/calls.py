"""The administration calls that do more than write one item."""

from typing import Annotated

from subtensor_spec.chain.arguments import u16, u64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import AdminUtils, CallError, SubtensorModule
from subtensor_spec.chain.event_kinds.admin_utils import BondsResetToggled
from subtensor_spec.chain.event_kinds.subtensor_module import BondsResetOnSet
from subtensor_spec.chain.items.consensus import AlphaValues, BondsResetOn, LiquidAlphaOn
from subtensor_spec.chain.items.staking import NominatorMinRequiredStake
from subtensor_spec.chain.origins import Origin, ensure_root
from subtensor_spec.chain.pallets import ADMIN_UTILS
from subtensor_spec.chain.scale import U16, Option, Vec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, Hyperparameter, MechId, NetUid, TaoBalance
from subtensor_spec.chapters.hyperparameters.origins import (
    ensure_admin_window_open,
    ensure_sn_owner_or_root_with_limits,
    record_owner_rl,
)
from subtensor_spec.chapters.hyperparameters.rate_limits import LimitedTransaction, TransactionType
from subtensor_spec.chapters.mechanisms.count import do_set_emission_split, do_set_mechanism_count
from subtensor_spec.chapters.neurons.trimming import trim_to_max_allowed_uids
from subtensor_spec.chapters.staking.nominations import clear_small_nominations, get_nominator_min_required_stake
from subtensor_spec.chapters.subnets.owner_hotkey import do_set_sn_owner_hotkey
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/admin-utils/src/lib.rs"

MIN_ALPHA = 65_535 // 40
"""The least ``alpha_low`` and ``alpha_high`` of liquid alpha, in parts of 65 535: 0.025."""


def _admitted(state: State, origin: Origin, netuid: NetUid, transaction: LimitedTransaction) -> AccountId | None:
    """Return the owner if the owner calls, nothing for root; refuse others, a rate exceeded, a frozen subnet."""
    owner = ensure_sn_owner_or_root_with_limits(state, origin, netuid, [transaction])
    ensure_admin_window_open(state, netuid)
    return owner


@call(ADMIN_UTILS, 51)
@rule(
    "HYP-alpha/values",
    SUBTENSOR(_PATH, "sudo_set_alpha_values"),
    SUBTENSOR("pallets/subtensor/src/epoch/run_epoch.rs", "do_set_alpha_values"),
)
def sudo_set_alpha_values(state: State, origin: Origin, netuid: NetUid, alpha_low: u16, alpha_high: u16) -> None:
    """The owner or root sets the limits of liquid alpha, where it is on: 1 638 ≤ low ≤ high, in parts of 65 535.

    After the origin, the rate and the freeze window refused in this order: ``LiquidAlphaDisabled``,
    ``AlphaHighTooLow``, ``AlphaLowOutOfRange``. No event.
    """
    owner = _admitted(state, origin, netuid, Hyperparameter.AlphaValues)
    if not LiquidAlphaOn.get(state, netuid):
        raise CallError(SubtensorModule.LiquidAlphaDisabled)
    if alpha_high < MIN_ALPHA:
        raise CallError(SubtensorModule.AlphaHighTooLow)
    if not MIN_ALPHA <= alpha_low <= alpha_high:
        raise CallError(SubtensorModule.AlphaLowOutOfRange)
    AlphaValues.put(state, netuid, (alpha_low, alpha_high))
    record_owner_rl(state, owner, netuid, [Hyperparameter.AlphaValues])


@call(ADMIN_UTILS, 70)
@rule("HYP-bonds/reset-enabled", SUBTENSOR(_PATH, "sudo_set_bonds_reset_enabled"))
def sudo_set_bonds_reset_enabled(state: State, origin: Origin, netuid: NetUid, enabled: bool) -> None:
    """The owner or root says whether a commitment may reset its author's bonds; two pallets emit an event each."""
    owner = _admitted(state, origin, netuid, Hyperparameter.BondsResetEnabled)
    BondsResetOn.put(state, netuid, enabled)
    state.emit(BondsResetOnSet(netuid, enabled))
    state.emit(BondsResetToggled(netuid, enabled))
    record_owner_rl(state, owner, netuid, [Hyperparameter.BondsResetEnabled])


@call(ADMIN_UTILS, 76)
@rule("HYP-mechanisms/count", SUBTENSOR(_PATH, "sudo_set_mechanism_count"))
def sudo_set_mechanism_count(state: State, origin: Origin, netuid: NetUid, mechanism_count: MechId) -> None:
    """The owner, once a day, or root sets the number of mechanisms; see the rule on that."""
    owner = _admitted(state, origin, netuid, TransactionType.MechanismCountUpdate)
    do_set_mechanism_count(state, netuid, mechanism_count)
    record_owner_rl(state, owner, netuid, [TransactionType.MechanismCountUpdate])


@call(ADMIN_UTILS, 77)
@rule("HYP-mechanisms/split", SUBTENSOR(_PATH, "sudo_set_mechanism_emission_split"))
def sudo_set_mechanism_emission_split(
    state: State, origin: Origin, netuid: NetUid, maybe_split: Annotated[tuple[int, ...] | None, Option(Vec(U16))]
) -> None:
    """The owner, once a day, or root sets how mechanisms share emission, or lets them share it evenly again."""
    owner = _admitted(state, origin, netuid, TransactionType.MechanismEmission)
    do_set_emission_split(state, netuid, maybe_split)
    record_owner_rl(state, owner, netuid, [TransactionType.MechanismEmission])


@call(ADMIN_UTILS, 20)
@rule("HYP-dead/proof-of-work", SUBTENSOR(_PATH, "sudo_set_network_pow_registration_allowed"))
def sudo_set_network_pow_registration_allowed(
    state: State, origin: Origin, netuid: NetUid, registration_allowed: bool
) -> None:
    """Registration by proof of work cannot be allowed: ``POWRegistrationDisabled``, whoever asks."""
    raise CallError(AdminUtils.POWRegistrationDisabled)


@call(ADMIN_UTILS, 33)
@rule("HYP-dead/total-issuance", SUBTENSOR(_PATH, "sudo_set_total_issuance"))
def sudo_set_total_issuance(state: State, origin: Origin, total_issuance: TaoBalance) -> None:
    """The issuance cannot be set: ``Deprecated``, whoever asks."""
    raise CallError(AdminUtils.Deprecated)


@call(ADMIN_UTILS, 78)
@rule("HYP-neurons/trim", SUBTENSOR(_PATH, "sudo_trim_to_max_allowed_uids"))
def sudo_trim_to_max_allowed_uids(state: State, origin: Origin, netuid: NetUid, max_n: u16) -> None:
    """The owner, once in thirty days, or root trims a subnet to a number of neurons; see the rule on that."""
    owner = _admitted(state, origin, netuid, TransactionType.MaxUidsTrimming)
    trim_to_max_allowed_uids(state, netuid, max_n)
    record_owner_rl(state, owner, netuid, [TransactionType.MaxUidsTrimming])


@call(ADMIN_UTILS, 43)
@rule("HYP-nominations/minimum", SUBTENSOR(_PATH, "sudo_set_nominator_min_required_stake"))
def sudo_set_nominator_min_required_stake(state: State, origin: Origin, min_stake: u64) -> None:
    """Root sets the factor of the least nomination, in millionths of the minimum stake.

    If the new factor is greater than the old least nomination in rao, which is not the same unit, nominations that
    have become too small are cleared: that is, if it is more than twice the old factor.
    """
    ensure_root(origin)
    previous = get_nominator_min_required_stake(state)
    NominatorMinRequiredStake.put(state, min_stake)
    if min_stake > previous:
        clear_small_nominations(state)


@call(ADMIN_UTILS, 64)
@rule("HYP-owner/hotkey-by-old-name", SUBTENSOR(_PATH, "sudo_set_subnet_owner_hotkey"))
def sudo_set_subnet_owner_hotkey(state: State, origin: Origin, netuid: NetUid, hotkey: AccountId) -> None:
    """The owner's hotkey can be set by two calls that do the same."""
    do_set_sn_owner_hotkey(state, origin, netuid, hotkey)


@call(ADMIN_UTILS, 67)
@rule("HYP-owner/hotkey", SUBTENSOR(_PATH, "sudo_set_sn_owner_hotkey"))
def sudo_set_sn_owner_hotkey(state: State, origin: Origin, netuid: NetUid, hotkey: AccountId) -> None:
    """The owner or root sets the owner's hotkey of a subnet; see the rule on that."""
    do_set_sn_owner_hotkey(state, origin, netuid, hotkey)
