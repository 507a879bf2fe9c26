"""From the epoch's terms to what each hotkey is paid."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, saturating_add
from subtensor_spec.chapters.distribution.dividends import (
    PaidDividends,
    calculate_dividend_distribution,
    get_stake_map,
)
from subtensor_spec.chapters.distribution.parents import get_parent_child_dividends_distribution
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@dataclass(frozen=True)
class HotkeyEmission:
    """What the epoch gave a hotkey, in rao of alpha."""

    hotkey: AccountId
    incentive: AlphaBalance
    dividend: AlphaBalance


@dataclass(frozen=True)
class EpochDividends:
    """Incentives and dividends by hotkey, in order of hotkey, after parents have had their part."""

    incentives: dict[AccountId, AlphaBalance]
    """Rao of alpha."""
    dividends: dict[AccountId, U96F32]
    """Whole rao of alpha."""
    recycled: tuple[AlphaBalance, ...]
    """Rao recycled from foreign parents' portions, in the order of the splits."""


@dataclass(frozen=True)
class EpochDistribution:
    """What the epoch pays to each hotkey."""

    incentives: dict[AccountId, AlphaBalance]
    dividends: PaidDividends
    recycled: tuple[AlphaBalance, ...]


@rule("DIV-epoch/dividends-and-incentives", SUBTENSOR(_RUN_COINBASE, "calculate_dividends_and_incentives"))
def calculate_dividends_and_incentives(
    state: State, netuid: NetUid, emission: Sequence[HotkeyEmission]
) -> EpochDividends:
    """Incentives stay with their hotkeys; each hotkey's dividends are split with its parents and added up by account.

    Incentives saturate at ``2**64 - 1`` rao. An incentive of zero is recorded too.
    """
    incentives: dict[AccountId, AlphaBalance] = {}
    dividends: dict[AccountId, U96F32] = {}
    recycled: list[AlphaBalance] = []
    for entry in emission:
        incentives[entry.hotkey] = saturating_add(incentives.get(entry.hotkey, AlphaBalance(0)), entry.incentive)
        split = get_parent_child_dividends_distribution(state, entry.hotkey, netuid, entry.dividend)
        recycled.extend(split.recycled)
        for account, amount in split.paid:
            so_far = dividends.get(account, U96F32.ZERO)
            dividends[account] = so_far.saturating_add(U96F32.saturating_from_num(amount))
    return EpochDividends(dict(sorted(incentives.items())), dict(sorted(dividends.items())), tuple(recycled))


@rule("DIV-epoch/distribution", SUBTENSOR(_RUN_COINBASE, "calculate_dividend_and_incentive_distribution"))
def calculate_dividend_and_incentive_distribution(
    state: State,
    netuid: NetUid,
    pending_root_alpha: AlphaBalance,
    pending_validator_alpha: AlphaBalance,
    emission: Sequence[HotkeyEmission],
    tao_weight: U96F32,
) -> EpochDistribution:
    """The epoch's dividends decide only in what proportion pending alpha is paid; incentives are paid as they are.

    ``tao_weight`` parts dividends in root and alpha; the split with parents uses the stored weight. Amounts are in
    rao.
    """
    epoch = calculate_dividends_and_incentives(state, netuid, emission)
    stakes = get_stake_map(state, netuid, epoch.dividends)
    paid = calculate_dividend_distribution(
        pending_validator_alpha, pending_root_alpha, tao_weight, stakes, epoch.dividends
    )
    return EpochDistribution(epoch.incentives, paid, epoch.recycled)
