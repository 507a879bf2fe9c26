"""Stake weight: what a hotkey's stake counts for, after its parents and children.

A hotkey may lend proportions of its stake to children and borrow from parents. Every amount is a U96F32, so a
proportion is known to 32 fraction bits and an amount of up to ``2**64`` rao never saturates.
"""

from collections.abc import Iterable, Sequence

from subtensor_spec.arithmetic import U64, U96F32
from subtensor_spec.chapters.stake_weight.view import ROOT_NETUID, Account, StakeView
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


@rule("STW-tao-weight/normalise", SUBTENSOR(_STAKE_UTILS, "get_tao_weight"))
def tao_weight(view: StakeView[Account]) -> U96F32:
    """The TAO weight is the stored 64-bit weight as a proportion: what one rao on root counts in rao of alpha."""
    return proportion_of_u64(view.tao_weight)


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


@rule("STW-inheritance/alpha", SUBTENSOR(_STAKE_UTILS, "get_inherited_for_hotkey_on_subnet"))
def inherited_alpha(view: StakeView[Account], hotkey: Account, netuid: int) -> int:
    """The alpha of a hotkey in a subnet is inherited through its family there; on root it is the plain stake.

    Returns rao of the subnet's alpha, or rao of TAO on root.
    """
    if netuid == ROOT_NETUID:
        return view.stake(hotkey, ROOT_NETUID)
    return _inherited_stake_on(view, hotkey, netuid, family=netuid)


@rule("STW-inheritance/tao", SUBTENSOR(_STAKE_UTILS, "get_tao_inherited_for_hotkey_on_subnet"))
def inherited_tao(view: StakeView[Account], hotkey: Account, netuid: int) -> int:
    """The TAO of a hotkey in a subnet is its stake on root, inherited through its family in that subnet.

    Unlike alpha, this makes no exception of the root network itself. Returns rao of TAO.
    """
    return _inherited_stake_on(view, hotkey, ROOT_NETUID, family=netuid)


@rule(
    "STW-contribution/weighted",
    SUBTENSOR(_RUN_COINBASE, "get_self_contribution"),
    SUBTENSOR(_RUN_COINBASE, "get_parent_child_dividends_distribution"),
)
def weighted_contribution(view: StakeView[Account], hotkey: Account, netuid: int, proportion: U96F32) -> U96F32:
    """A proportion of a hotkey's stake counts with its alpha, plus its TAO times the TAO weight.

    The proportion is applied to the TAO first, which is exact for whole rao, then the weight, rounded down to 32
    fraction bits.
    """
    alpha = U96F32.saturating_from_num(view.stake(hotkey, netuid)).saturating_mul(proportion)
    root = U96F32.saturating_from_num(view.stake(hotkey, ROOT_NETUID)).saturating_mul(proportion)
    return alpha.saturating_add(root.saturating_mul(tao_weight(view)))


@rule("STW-contribution/self", SUBTENSOR(_RUN_COINBASE, "get_self_contribution"))
def self_contribution(view: StakeView[Account], hotkey: Account, netuid: int) -> int:
    """A hotkey contributes to itself what its children have not borrowed, weighted, in whole rao.

    Proportions are subtracted from one, not below zero. Returns rao, rounded down, at most ``2**64 - 1``.
    """
    kept = U96F32.ONE
    for stored, _child in view.children(hotkey, netuid):
        kept = kept.saturating_sub(proportion_of_u64(stored))
    return weighted_contribution(view, hotkey, netuid, kept).saturating_to_num(U64)


def _inherited_stake_on(view: StakeView[Account], hotkey: Account, netuid: int, family: int) -> int:
    children: Sequence[tuple[int, Account]] = view.children(hotkey, family)
    parents: Sequence[tuple[int, Account]] = view.parents(hotkey, family)
    return inherited(
        view.stake(hotkey, netuid),
        (stored for stored, _child in children),
        ((stored, view.stake(parent, netuid)) for stored, parent in parents),
    )


def _sum(amounts: Iterable[U96F32]) -> U96F32:
    total = U96F32.ZERO
    for amount in amounts:
        total = total.saturating_add(amount)
    return total
