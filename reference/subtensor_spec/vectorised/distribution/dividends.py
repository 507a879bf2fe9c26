"""Pending alpha shared out among all hotkeys of a subnet."""

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.vectorised.words.integers import (
    Integers,
    UInt64Array,
    safe_div,
    saturating_add,
    saturating_mul,
    saturating_sub,
    saturating_sum,
    whole,
)


def distributed_dividends(
    pending_alpha: int,
    pending_root_alpha: int,
    tao_weight: int,
    alpha_stake: UInt64Array,
    root_stake: UInt64Array,
    dividends: Integers,
) -> tuple[Integers, Integers]:
    """Return what each hotkey is paid for alpha and for root, as U96F32 bits.

    Stakes and pending amounts are in rao, dividends and the TAO weight are U96F32 bits. One lane is one hotkey;
    leave out the hotkeys without a stake entry.
    """
    root_part = root_parts(tao_weight, alpha_stake, root_stake, dividends)
    alpha_part = saturating_sub(dividends, root_part, U96F32)
    return shared_out(pending_alpha, alpha_part), shared_out(pending_root_alpha, root_part)


def root_parts(tao_weight: int, alpha_stake: UInt64Array, root_stake: UInt64Array, dividends: Integers) -> Integers:
    """Return the root part of each dividend as U96F32 bits."""
    weighted_tao = saturating_mul(whole(root_stake, U96F32), tao_weight, U96F32)
    total = saturating_add(whole(alpha_stake, U96F32), weighted_tao, U96F32)
    return saturating_mul(dividends, safe_div(weighted_tao, total, U96F32), U96F32)


def shared_out(pending: int, parts: Integers) -> Integers:
    """Return what each part is paid of the pending rao, as U96F32 bits."""
    return saturating_mul(whole(pending, U96F32), safe_div(parts, saturating_sum(parts, U96F32), U96F32), U96F32)
