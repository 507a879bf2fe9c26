"""Stake weight: what is left of a stake after children borrow of it and parents lend theirs.

Every amount is a U96F32, so a proportion is known to 32 fraction bits and an amount of up to ``2**64`` rao never
saturates.
"""

from collections.abc import Iterable

from subtensor_spec.arithmetic import U64, U96F32
from subtensor_spec.rules import SUBTENSOR, rule

_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"
_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"

_ALL = U96F32.saturating_from_num(U64.MAX)


@rule(
    "STW-proportion/of-u64",
    SUBTENSOR(_STAKE_UTILS, "get_inherited_for_hotkey_on_subnet"),
    SUBTENSOR(_RUN_COINBASE, "get_self_contribution"),
)
def proportion_of_u64(stored: int) -> U96F32:
    """A stored 64-bit proportion is divided by ``2**64 - 1``, so that the greatest is exactly one.

    ``stored`` is 0 … 2**64 − 1. The quotient is rounded down to 32 fraction bits: a stored value below
    ``2**32`` is worth nothing, and the error of any other stays below ``2**-32``.
    """
    return U96F32.saturating_from_num(stored).safe_div(_ALL)


@rule(
    "STW-inheritance/balance",
    SUBTENSOR(_STAKE_UTILS, "get_inherited_for_hotkey_on_subnet"),
    SUBTENSOR(_STAKE_UTILS, "get_tao_inherited_for_hotkey_on_subnet"),
)
def inherited(own: int, to_children: Iterable[int], from_parents: Iterable[tuple[int, int]]) -> int:
    """Inherited stake is own stake less what children borrow, but not below zero, plus what parents lend.

    ``own`` is in rao, ``to_children`` holds stored proportions, ``from_parents`` pairs of a stored proportion
    and that parent's own stake in rao. Each part is rounded down to 32 fraction bits, only the balance to whole
    rao. What parents themselves have borrowed is not passed on. Children that borrow more than all leave zero,
    and yet each gets its part.
    """
    stake = U96F32.saturating_from_num(own)
    lent = _sum(stake.saturating_mul(proportion_of_u64(stored)) for stored in to_children)
    borrowed = _sum(
        U96F32.saturating_from_num(parent).saturating_mul(proportion_of_u64(stored)) for stored, parent in from_parents
    )
    return stake.saturating_sub(lent).saturating_add(borrowed).saturating_to_num(U64)


def _sum(amounts: Iterable[U96F32]) -> U96F32:
    total = U96F32.ZERO
    for amount in amounts:
        total = total.saturating_add(amount)
    return total
