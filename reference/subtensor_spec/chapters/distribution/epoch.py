"""From the epoch's terms to what each hotkey is paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from subtensor_spec.arithmetic import U64, U96F32
from subtensor_spec.chapters.distribution.dividends import PaidDividends, distributed_dividends, stakes_of
from subtensor_spec.chapters.distribution.parents import split_dividends
from subtensor_spec.chapters.stake_weight.view import Account, StakeView
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"

Amount = TypeVar("Amount")


@dataclass(frozen=True)
class HotkeyEmission(Generic[Account]):
    """What the epoch gave a hotkey, in rao of alpha."""

    hotkey: Account
    incentive: int
    dividend: int


@dataclass(frozen=True)
class EpochDividends(Generic[Account]):
    """Incentives and dividends by hotkey, in order of hotkey, after parents have had their part."""

    incentives: dict[Account, int]
    """Rao of alpha."""
    dividends: dict[Account, U96F32]
    """Whole rao of alpha."""
    recycled: tuple[int, ...]
    """Rao recycled from foreign parents' portions, in the order of the splits."""


@dataclass(frozen=True)
class EpochDistribution(Generic[Account]):
    """What the epoch pays to each hotkey."""

    incentives: dict[Account, int]
    dividends: PaidDividends[Account]
    recycled: tuple[int, ...]


@rule("DIV-epoch/dividends-and-incentives", SUBTENSOR(_RUN_COINBASE, "calculate_dividends_and_incentives"))
def dividends_and_incentives(
    view: StakeView[Account], netuid: int, emission: Sequence[HotkeyEmission[Account]]
) -> EpochDividends[Account]:
    """Incentives stay with their hotkeys; each hotkey's dividends are split with its parents and added up by account.

    Incentives saturate at ``2**64 - 1`` rao. An incentive of zero is recorded too.
    """
    incentives: dict[Account, int] = {}
    dividends: dict[Account, U96F32] = {}
    recycled: list[int] = []
    for entry in emission:
        incentives[entry.hotkey] = U64.saturated(incentives.get(entry.hotkey, 0) + entry.incentive)
        split = split_dividends(view, entry.hotkey, netuid, entry.dividend)
        recycled.extend(split.recycled)
        for account, amount in split.paid:
            so_far = dividends.get(account, U96F32.ZERO)
            dividends[account] = so_far.saturating_add(U96F32.saturating_from_num(amount))
    return EpochDividends(_in_order(incentives), _in_order(dividends), tuple(recycled))


@rule("DIV-epoch/distribution", SUBTENSOR(_RUN_COINBASE, "calculate_dividend_and_incentive_distribution"))
def epoch_distribution(
    view: StakeView[Account],
    netuid: int,
    pending_root_alpha: int,
    pending_validator_alpha: int,
    emission: Sequence[HotkeyEmission[Account]],
    tao_weight: U96F32,
) -> EpochDistribution[Account]:
    """The epoch's dividends decide only in what proportion pending alpha is paid; incentives are paid as they are.

    ``tao_weight`` parts dividends in root and alpha; the split with parents uses the weight in the view.
    Amounts are in rao.
    """
    epoch = dividends_and_incentives(view, netuid, emission)
    stakes = stakes_of(view, epoch.dividends, netuid)
    paid = distributed_dividends(pending_validator_alpha, pending_root_alpha, tao_weight, stakes, epoch.dividends)
    return EpochDistribution(epoch.incentives, paid, epoch.recycled)


def _in_order(by_account: dict[Account, Amount]) -> dict[Account, Amount]:
    return dict(sorted(by_account.items(), key=lambda entry: entry[0]))
