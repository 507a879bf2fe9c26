"""How the epochs of a subnet's mechanisms become one."""

from dataclasses import replace

from subtensor_spec.arithmetic import U16, U64, U64F64
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.consensus.writing import HotkeyTerms
from subtensor_spec.rules import SUBTENSOR, rule

_MECHANISM = "pallets/subtensor/src/subnets/mechanism.rs"

NOTHING = EpochTerms(0, False, False, 0, 0, 0, 0, 0, 0, 0, 0, 0, [])
"""The terms of a neuron that no mechanism has told of yet."""


@rule("MEC-combine/weight", SUBTENSOR(_MECHANISM, "epoch_with_mechanisms"))
def mechanism_weight(emission: int, whole: int, is_first: bool) -> U64F64:
    """A mechanism weighs its part of the emission over the whole, rounded down; of no emission the first has all."""
    fallback = U64F64.ONE if is_first else U64F64.ZERO
    return U64F64.saturating_from_num(emission).safe_div_or(U64F64.saturating_from_num(whole), fallback)


@rule("MEC-combine/u16", SUBTENSOR(_MECHANISM, "weighted_acc_u16"))
def weighted_acc_u16(existing: int, added: int, weight: U64F64) -> int:
    """A proportion is added with its mechanism's weight to those so far; the sum is rounded down, at most 65535."""
    return _weighted(existing, added, weight).saturating_to_num(U16)


@rule("MEC-combine/alpha", SUBTENSOR(_MECHANISM, "weighted_acc_alpha"))
def weighted_acc_alpha(existing: int, added: int, weight: U64F64) -> int:
    """An amount is added with its mechanism's weight to those so far; the sum is rounded down to whole rao."""
    return _weighted(existing, added, weight).saturating_to_num(U64)


def _weighted(existing: int, added: int, weight: U64F64) -> U64F64:
    return U64F64.saturating_from_num(existing).saturating_add(U64F64.saturating_from_num(added).saturating_mul(weight))


@rule("MEC-combine/terms", SUBTENSOR(_MECHANISM, "epoch_with_mechanisms"))
def combined_terms(so_far: EpochTerms | None, terms: EpochTerms, weight: U64F64) -> EpochTerms:
    """Proportions and the recorded emission are added by weight and rounded after each mechanism.

    What servers and validators earn, and the stake, are added in full, saturating; a neuron is active, and holds a
    permit, if any mechanism says so. The incentive is that of the mechanism which told of the neuron first. Bonds are
    left out.
    """
    before = so_far or replace(NOTHING, uid=terms.uid)
    incentive = before.incentive if so_far else weighted_acc_u16(0, terms.incentive, weight)
    return EpochTerms(
        uid=before.uid,
        active=before.active or terms.active,
        new_validator_permit=before.new_validator_permit or terms.new_validator_permit,
        stake=U64.saturated(before.stake + terms.stake),
        stake_weight=weighted_acc_u16(before.stake_weight, terms.stake_weight, weight),
        consensus=weighted_acc_u16(before.consensus, terms.consensus, weight),
        validator_trust=weighted_acc_u16(before.validator_trust, terms.validator_trust, weight),
        incentive=incentive,
        dividend=weighted_acc_u16(before.dividend, terms.dividend, weight),
        server_emission=U64.saturated(before.server_emission + terms.server_emission),
        validator_emission=U64.saturated(before.validator_emission + terms.validator_emission),
        emission=weighted_acc_alpha(before.emission, terms.emission, weight),
        bond=[],
    )


@rule("MEC-combine/hotkeys", SUBTENSOR(_MECHANISM, "epoch_with_mechanisms"))
def combine(so_far: HotkeyTerms, terms: HotkeyTerms, weight: U64F64) -> HotkeyTerms:
    """Terms are combined by hotkey, one mechanism after another."""
    return so_far | {hotkey: combined_terms(so_far.get(hotkey), term, weight) for hotkey, term in terms.items()}
