"""The emission gate: from ``r440`` on great shares pass and small ones hardly do.

A share at the bar passes by half. The bar is one of the shares themselves, and stands still between updates.
"""

from collections.abc import Callable, Sequence

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items.revisions import (
    EmissionBarQuantile,
    EmissionBarRank,
    EmissionGateBar,
    EmissionGateExponent,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.switches import Switch
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.revisions.flow_normalisation import safe_power
from subtensor_spec.rules import SUBTENSOR, SUBTENSOR_GATE, rule

BAR_UPDATE_INTERVAL = 360
"""Blocks between two updates of the bar."""

Shares = dict[NetUid, U64F64]
"""A share for each netuid, in order of netuid."""

_SUBNET_EMISSIONS = "pallets/subtensor/src/coinbase/subnet_emissions.rs"


@rule("REV-gate/quantile-bar", SUBTENSOR_GATE(_SUBNET_EMISSIONS, "maybe_update_emission_gate_bar"), since=440)
def quantile_bar(shares: Sequence[U64F64], quantile: U64F64) -> U64F64:
    """The bar is the share with which the greatest shares together first reach the quantile.

    The sum goes from the greatest share down and saturates. If all shares together do not reach it, the bar is the
    least share, which may be zero; of no shares it is zero.
    """
    total = bar = U64F64.ZERO
    for bar in sorted(shares, reverse=True):
        total = total.saturating_add(bar)
        if total >= quantile:
            break
    return bar


@rule("REV-gate/rank-bar", SUBTENSOR_GATE(_SUBNET_EMISSIONS, "maybe_update_emission_gate_bar"), since=441)
def rank_bar(shares: Sequence[U64F64], rank: int) -> U64F64:
    """The bar is the share of that rank among those above zero, counted from the greatest, which has rank one.

    If there are fewer it is the least of them; of none it is zero.
    """
    positive = sorted((share for share in shares if share > U64F64.ZERO), reverse=True)
    return positive[min(rank, len(positive)) - 1] if positive else U64F64.ZERO


def bar_of_quantile(state: State, shares: Sequence[U64F64]) -> U64F64:
    """Return the bar of ``EmissionBarQuantile``."""
    return quantile_bar(shares, EmissionBarQuantile.get(state))


@rule("REV-gate/bar-of-rank", SUBTENSOR_GATE(_SUBNET_EMISSIONS, "maybe_update_emission_gate_bar"), since=441)
def bar_of_rank(state: State, shares: Sequence[U64F64]) -> U64F64:
    """The bar is that of ``EmissionBarRank``; where the rank is zero, that of ``EmissionBarQuantile`` still."""
    rank = EmissionBarRank.get(state)
    return rank_bar(shares, rank) if rank else bar_of_quantile(state, shares)


BAR = Switch[Callable[[State, Sequence[U64F64]], U64F64]](
    "the bar of the emission gate", ("r440", bar_of_quantile), ("r441", bar_of_rank)
)


@rule("REV-gate/update", SUBTENSOR_GATE(_SUBNET_EMISSIONS, "maybe_update_emission_gate_bar"), since=440)
def maybe_update_emission_gate_bar(state: State, shares: Shares) -> None:
    """The bar is set in blocks whose number is a multiple of 360, and in every block while it is zero.

    It is set from the shares of all subnets that are given emission, those whose emission is disabled included. A
    bar of zero is not stored: then the one that is there stays.
    """
    if EmissionGateBar.get(state) > U64F64.ZERO and current_block(state) % BAR_UPDATE_INTERVAL:
        return
    bar = BAR.at(state)(state, list(shares.values()))
    if bar > U64F64.ZERO:
        EmissionGateBar.put(state, bar)


@rule("REV-gate/passed", SUBTENSOR_GATE(_SUBNET_EMISSIONS, "apply_emission_gate"), since=440)
def passed_by_gate(share: U64F64, bar: U64F64, exponent: U64F64) -> U64F64:
    """Of a share ``s`` above zero ``s · 1 / (1 + (bar / s) ** exponent)`` passes, each operation rounded down.

    The power is that of :func:`~subtensor_spec.chapters.revisions.flow_normalisation.safe_power`: zero where the
    ratio has no logarithm in I32F32, and ``2**31 - 1`` where it fails to fit. A ratio that does not fit counts as
    zero. A share of zero stays zero.
    """
    if share <= U64F64.ZERO:
        return share
    power = safe_power(bar.safe_div(share), exponent)
    return share.saturating_mul(U64F64.ONE.safe_div(U64F64.ONE.saturating_add(power)))


@rule("REV-gate/apply", SUBTENSOR_GATE(_SUBNET_EMISSIONS, "apply_emission_gate"), since=440)
def apply_emission_gate(shares: Shares, bar: U64F64, exponent: U64F64) -> Shares:
    """What passes of the shares is divided by its sum, which saturates; the quotients are rounded down.

    Without a bar, or where nothing passes at all, the shares are left as they are.
    """
    if bar <= U64F64.ZERO:
        return shares
    passed = {netuid: passed_by_gate(share, bar, exponent) for netuid, share in shares.items()}
    total = U64F64.ZERO
    for share in passed.values():
        total = total.saturating_add(share)
    if not total:
        return shares
    return {netuid: share.safe_div(total) for netuid, share in passed.items()}


@rule("REV-gate/none", SUBTENSOR(_SUBNET_EMISSIONS, "get_subnet_block_emissions"), until=440)
def ungated(_state: State, shares: Shares) -> Shares:
    """Before ``r440`` nothing stands between the weighted and the enabled shares."""
    return shares


@rule("REV-gate/block", SUBTENSOR_GATE(_SUBNET_EMISSIONS, "get_shares"), since=440)
def gated(state: State, shares: Shares) -> Shares:
    """The weighted shares first set the bar, if that is due, and then pass the gate with the bar as it is then."""
    maybe_update_emission_gate_bar(state, shares)
    return apply_emission_gate(shares, EmissionGateBar.get(state), EmissionGateExponent.get(state))


GATE = Switch[Callable[[State, Shares], Shares]]("the emission gate", ("r425", ungated), ("r440", gated))
"""What stands between weighted and enabled shares."""
