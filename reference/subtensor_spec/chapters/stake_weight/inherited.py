"""What a hotkey's stake counts for in a subnet, after its parents and children there."""

from subtensor_spec.arithmetic import I64F64, U64, U96F32
from subtensor_spec.chain.items.stake_weight import ChildKeys, ParentKeys, TaoWeight
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.stake_weight.inheritance import inherited, proportion_of_u64
from subtensor_spec.rules import SUBTENSOR, rule

_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"
_RUN_COINBASE = "pallets/subtensor/src/coinbase/run_coinbase.rs"


@rule("STW-tao-weight/normalise", SUBTENSOR(_STAKE_UTILS, "get_tao_weight"))
def get_tao_weight(state: State) -> U96F32:
    """The TAO weight is the stored 64-bit weight as a proportion: what one rao on root counts in rao of alpha."""
    return proportion_of_u64(TaoWeight.get(state))


@rule("STW-inheritance/alpha", SUBTENSOR(_STAKE_UTILS, "get_inherited_for_hotkey_on_subnet"))
def get_inherited_for_hotkey_on_subnet(state: State, hotkey: AccountId, netuid: NetUid) -> AlphaBalance:
    """The alpha of a hotkey in a subnet is inherited through its family there; on root it is the plain stake.

    Returns rao of the subnet's alpha, or rao of TAO on root.
    """
    if netuid == ROOT:
        return TotalHotkeyAlpha.get(state, hotkey, ROOT)
    return AlphaBalance(_inherited_stake_on(state, hotkey, netuid, family=netuid))


@rule("STW-inheritance/tao", SUBTENSOR(_STAKE_UTILS, "get_tao_inherited_for_hotkey_on_subnet"))
def get_tao_inherited_for_hotkey_on_subnet(state: State, hotkey: AccountId, netuid: NetUid) -> TaoBalance:
    """The TAO of a hotkey in a subnet is its stake on root, inherited through its family in that subnet.

    Unlike alpha, this makes no exception of the root network itself. Returns rao of TAO.
    """
    return TaoBalance(_inherited_stake_on(state, hotkey, ROOT, family=netuid))


@rule("STW-weight/hotkey", SUBTENSOR(_STAKE_UTILS, "get_stake_weights_for_hotkey_on_subnet"))
def get_stake_weights_for_hotkey_on_subnet(
    state: State, hotkey: AccountId, netuid: NetUid
) -> tuple[I64F64, I64F64, I64F64]:
    """A hotkey's stake weight in a subnet is its inherited alpha plus its inherited TAO times the TAO weight.

    All are I64F64: alpha or TAO of ``2**63`` rao or more saturates, the product rounds down, the sum saturates. The
    answer is the weight, the alpha and the TAO.
    """
    alpha = I64F64.saturating_from_num(get_inherited_for_hotkey_on_subnet(state, hotkey, netuid))
    tao = I64F64.saturating_from_num(get_tao_inherited_for_hotkey_on_subnet(state, hotkey, netuid))
    weight = I64F64.saturating_from_num(get_tao_weight(state))
    return alpha.saturating_add(tao.saturating_mul(weight)), alpha, tao


@rule(
    "STW-contribution/weighted",
    SUBTENSOR(_RUN_COINBASE, "get_self_contribution"),
    SUBTENSOR(_RUN_COINBASE, "get_parent_child_dividends_distribution"),
)
def weighted_contribution(state: State, hotkey: AccountId, netuid: NetUid, proportion: U96F32) -> U96F32:
    """A proportion of a hotkey's stake counts with its alpha, plus its TAO times the TAO weight.

    The proportion is applied to the TAO first, which is exact for whole rao, then the weight, rounded down to 32
    fraction bits.
    """
    alpha = U96F32.saturating_from_num(TotalHotkeyAlpha.get(state, hotkey, netuid)).saturating_mul(proportion)
    root = U96F32.saturating_from_num(TotalHotkeyAlpha.get(state, hotkey, ROOT)).saturating_mul(proportion)
    return alpha.saturating_add(root.saturating_mul(get_tao_weight(state)))


@rule("STW-contribution/self", SUBTENSOR(_RUN_COINBASE, "get_self_contribution"))
def get_self_contribution(state: State, hotkey: AccountId, netuid: NetUid) -> int:
    """A hotkey contributes to itself what its children have not borrowed, weighted, in whole rao.

    Proportions are subtracted from one, not below zero. Returns rao, rounded down, at most ``2**64 - 1``.
    """
    kept = U96F32.ONE
    for stored, _child in ChildKeys.get(state, hotkey, netuid):
        kept = kept.saturating_sub(proportion_of_u64(stored))
    return weighted_contribution(state, hotkey, netuid, kept).saturating_to_num(U64)


def _inherited_stake_on(state: State, hotkey: AccountId, netuid: NetUid, family: NetUid) -> int:
    children = ChildKeys.get(state, hotkey, family)
    parents = ParentKeys.get(state, hotkey, family)
    own = TotalHotkeyAlpha.get(state, hotkey, netuid)
    if not children and not parents:
        return own
    return inherited(
        own,
        (stored for stored, _child in children),
        ((stored, TotalHotkeyAlpha.get(state, parent, netuid)) for stored, parent in parents),
    )
