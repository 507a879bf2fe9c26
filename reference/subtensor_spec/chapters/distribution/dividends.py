"""How a subnet's pending alpha is divided among hotkeys, by their dividends and the make-up of their stake."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid
from subtensor_spec.rules import SUBTENSOR, rule

_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"

StakeMap = dict[AccountId, tuple[AlphaBalance, AlphaBalance]]
"""The stake on each hotkey, in the subnet and on root, in rao."""


@dataclass(frozen=True)
class PaidDividends:
    """What each hotkey is paid, in rao of alpha with 32 fraction bits, in order of hotkey."""

    alpha: dict[AccountId, U96F32]
    """For stake in the subnet."""
    root: dict[AccountId, U96F32]
    """For stake on root; still alpha of the subnet."""


@rule("DIV-dividends/stakes", SUBTENSOR(_RUN_COINBASE, "get_stake_map"))
def get_stake_map(state: State, netuid: NetUid, hotkeys: Iterable[AccountId]) -> StakeMap:
    """What counts here is the plain stake on each hotkey, in the subnet and on root, without its family; in rao."""
    return {
        hotkey: (TotalHotkeyAlpha.get(state, hotkey, netuid), TotalHotkeyAlpha.get(state, hotkey, ROOT))
        for hotkey in hotkeys
    }


@rule("DIV-dividends/root-part", SUBTENSOR(_RUN_COINBASE, "calculate_dividend_distribution"))
def root_part(dividend: U96F32, alpha_stake: AlphaBalance, root_stake: AlphaBalance, tao_weight: U96F32) -> U96F32:
    """The root part of a dividend is in proportion to the hotkey's weighted TAO within its alpha plus weighted TAO.

    Stakes are in rao. All three steps are rounded down to 32 fraction bits; without any stake the part is zero.
    """
    weighted_tao = U96F32.saturating_from_num(root_stake).saturating_mul(tao_weight)
    total = U96F32.saturating_from_num(alpha_stake).saturating_add(weighted_tao)
    return dividend.saturating_mul(weighted_tao.safe_div(total))


@rule("DIV-dividends/share-out", SUBTENSOR(_RUN_COINBASE, "calculate_dividend_distribution"))
def shared_out(pending: AlphaBalance, parts: Mapping[AccountId, U96F32]) -> dict[AccountId, U96F32]:
    """Pending alpha is shared out by each part over the sum of all, the quotient first, rounding down at each step.

    ``pending`` is in rao. With a sum of zero nobody is paid. What rounding leaves is paid to nobody.
    """
    total = U96F32.ZERO
    for part in parts.values():
        total = total.saturating_add(part)
    amount = U96F32.saturating_from_num(pending)
    return {hotkey: amount.saturating_mul(part.safe_div(total)) for hotkey, part in parts.items()}


@rule("DIV-dividends/distribution", SUBTENSOR(_RUN_COINBASE, "calculate_dividend_distribution"))
def calculate_dividend_distribution(
    pending_alpha: AlphaBalance,
    pending_root_alpha: AlphaBalance,
    tao_weight: U96F32,
    stakes: StakeMap,
    dividends: Mapping[AccountId, U96F32],
) -> PaidDividends:
    """Each dividend is parted in root and alpha; pending root alpha is shared out by the one, pending alpha by
    the other.

    ``stakes`` gives the stake in the subnet and on root; a hotkey without an entry is left out, its dividend
    lost to the others. Amounts are in rao. The sums of parts saturate.
    """
    root_parts: dict[AccountId, U96F32] = {}
    alpha_parts: dict[AccountId, U96F32] = {}
    for hotkey, dividend in sorted(dividends.items()):
        if hotkey in stakes:
            root_parts[hotkey] = root_part(dividend, *stakes[hotkey], tao_weight)
            alpha_parts[hotkey] = dividend.saturating_sub(root_parts[hotkey])
    return PaidDividends(shared_out(pending_alpha, alpha_parts), shared_out(pending_root_alpha, root_parts))
