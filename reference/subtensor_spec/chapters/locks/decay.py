"""How a lock changes with time: what stays locked, and what conviction it has earned."""

from subtensor_spec.arithmetic import I64F64, U64, U64F64
from subtensor_spec.arithmetic.transcendental import exp
from subtensor_spec.chain.types import AlphaBalance
from subtensor_spec.chapters.locks.source import in_locks
from subtensor_spec.rules import rule

LEAST_EXPONENT = -40
"""Time beyond so many rates, forty of them, does not count."""


@rule("LCK-decay/exponential", in_locks("exp_decay"))
def exp_decay(dt: int, tau: int) -> U64F64:
    """After ``dt`` blocks at a rate of ``tau`` blocks there is left ``exp(-dt / tau)``.

    Both are u64. The quotient is rounded toward zero to an I64F64 and is -40 at the least; the exponential is
    computed in the same format. No block leaves exactly one, even at a rate of zero; any other time at a rate of zero
    leaves nothing.
    """
    if dt == 0:
        return U64F64.ONE
    if tau == 0:
        return U64F64.ZERO
    least = I64F64.saturating_from_num(LEAST_EXPONENT)
    exponent = I64F64.saturating_from_num(-dt).checked_div(I64F64.saturating_from_num(tau))
    decay = exp(least if exponent is None else max(exponent, least))
    return U64F64.ZERO if decay is None else U64F64.saturating_from_num(decay)


@rule("LCK-decay/mass", in_locks("calculate_decayed_mass_and_conviction"))
def decayed_mass(mass: AlphaBalance, dt: int, unlock_rate: int, perpetual: bool) -> AlphaBalance:
    """A perpetual lock keeps its mass; any other is left with its part by the unlock rate, rounded down to a rao."""
    if perpetual:
        return mass
    left = exp_decay(dt, unlock_rate).saturating_mul(U64F64.saturating_from_num(mass))
    return AlphaBalance(left.saturating_to_num(U64))


@rule("LCK-decay/conviction", in_locks("calculate_decayed_mass_and_conviction"))
def matured_conviction(
    mass: AlphaBalance, conviction: U64F64, dt: int, unlock_rate: int, maturity_rate: int, perpetual: bool
) -> U64F64:
    """Conviction fades by the maturity rate, and the mass as it was at the beginning adds its part to it.

    The part is that of :func:`perpetual_part`, of :func:`equal_rates_part` or of :func:`decaying_part`. Both products
    are rounded down to 64 fraction bits, their sum saturates.
    """
    existing = exp_decay(dt, maturity_rate).saturating_mul(conviction)
    if perpetual:
        part = perpetual_part(dt, maturity_rate)
    elif unlock_rate == maturity_rate:
        part = equal_rates_part(dt, maturity_rate)
    else:
        part = decaying_part(dt, unlock_rate, maturity_rate)
    return existing.saturating_add(U64F64.saturating_from_num(mass).saturating_mul(part))


@rule("LCK-decay/perpetual-part", in_locks("calculate_decayed_mass_and_conviction"))
def perpetual_part(dt: int, maturity_rate: int) -> U64F64:
    """A mass that does not decay adds what fades of conviction: ``1 - exp(-dt / maturity)``."""
    return U64F64.ONE.saturating_sub(exp_decay(dt, maturity_rate))


@rule("LCK-decay/equal-rates-part", in_locks("calculate_decayed_mass_and_conviction"))
def equal_rates_part(dt: int, rate: int) -> U64F64:
    """Where both rates are one, a decaying mass adds ``dt / rate · exp(-dt / rate)``; nothing at a rate of zero.

    Quotient and product are rounded down to 64 fraction bits.
    """
    elapsed = U64F64.saturating_from_num(dt).safe_div(U64F64.saturating_from_num(rate))
    return elapsed.saturating_mul(exp_decay(dt, rate))


@rule("LCK-decay/decaying-part", in_locks("calculate_decayed_mass_and_conviction"))
def decaying_part(dt: int, unlock_rate: int, maturity_rate: int) -> U64F64:
    """Else a decaying mass adds ``unlock · (exp(-dt/unlock) - exp(-dt/maturity)) / (unlock - maturity)``.

    The difference, the product and the quotient, rounded toward zero, are I64F64 and saturate. What is not above
    zero adds nothing, nor does any time if one of the rates is zero.
    """
    if unlock_rate == 0 or maturity_rate == 0:
        return U64F64.ZERO
    difference = I64F64.saturating_from_num(exp_decay(dt, unlock_rate)).saturating_sub(
        I64F64.saturating_from_num(exp_decay(dt, maturity_rate))
    )
    product = I64F64.saturating_from_num(unlock_rate).saturating_mul(difference)
    part = product.checked_div(I64F64.saturating_from_num(unlock_rate - maturity_rate))
    return U64F64.ZERO if part is None else U64F64.saturating_from_num(part)
