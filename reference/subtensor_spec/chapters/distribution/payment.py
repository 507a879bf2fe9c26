"""What validators and their nominators are paid, in the subnet and on root."""

from collections.abc import Mapping

from subtensor_spec.arithmetic import U64, U96F32
from subtensor_spec.chain.items.emission import AlphaDividendsPerSubnet, RootAlphaDividendsPerSubnet
from subtensor_spec.chain.items.staking import Owner, TotalHotkeyAlpha, TotalHotkeyAlphaLastEpoch
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.root_claims.rates import increase_root_claimable_for_hotkey_and_subnet
from subtensor_spec.chapters.staking.hotkey_take import get_hotkey_take_float
from subtensor_spec.chapters.staking.stakes import (
    increase_stake_for_hotkey_and_coldkey_on_subnet,
    increase_stake_for_hotkey_on_subnet,
)
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("DIV-pay/take", SUBTENSOR(_RUN_COINBASE, "distribute_dividends_and_incentives"))
def pay_take(state: State, netuid: NetUid, hotkey: AccountId, dividends: U96F32) -> AlphaBalance:
    """A hotkey's take of its dividends is staked for its owner on it; returns the rest.

    The take is rounded down to 32 fraction bits and the rest is what it lacks; both then count in whole rao, rounded
    down, so that a rao may be lost.
    """
    take = get_hotkey_take_float(state, hotkey).saturating_mul(dividends)
    paid = AlphaBalance(take.saturating_to_num(U64))
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, Owner.get(state, hotkey), netuid, paid)
    return AlphaBalance(dividends.saturating_sub(take).saturating_to_num(U64))


@rule("DIV-pay/alpha", SUBTENSOR(_RUN_COINBASE, "distribute_dividends_and_incentives"))
def pay_alpha_dividends(state: State, netuid: NetUid, dividends: Mapping[AccountId, U96F32]) -> None:
    """Dividends for stake in the subnet go, after the take, to all who stake on the hotkey, by their shares.

    The records of the last epoch are removed first. For each hotkey what was paid after the take is recorded, and then
    the stake on the hotkey that came of it.
    """
    AlphaDividendsPerSubnet.clear_prefix(state, netuid)
    for hotkey, dividend in dividends.items():
        rest = pay_take(state, netuid, hotkey, dividend)
        increase_stake_for_hotkey_on_subnet(state, hotkey, netuid, rest)
        AlphaDividendsPerSubnet.put(state, netuid, hotkey, rest)
        TotalHotkeyAlphaLastEpoch.put(state, hotkey, netuid, TotalHotkeyAlpha.get(state, hotkey, netuid))


@rule("DIV-pay/root", SUBTENSOR(_RUN_COINBASE, "distribute_dividends_and_incentives"))
def pay_root_dividends(state: State, netuid: NetUid, dividends: Mapping[AccountId, U96F32]) -> None:
    """Dividends for stake on root become, after the take, claimable by those who stake on the hotkey there.

    The records of the last epoch are removed first; for each hotkey what became claimable is recorded.
    """
    RootAlphaDividendsPerSubnet.clear_prefix(state, netuid)
    for hotkey, dividend in dividends.items():
        rest = pay_take(state, netuid, hotkey, dividend)
        increase_root_claimable_for_hotkey_and_subnet(state, hotkey, netuid, rest)
        RootAlphaDividendsPerSubnet.put(state, netuid, hotkey, rest)
