"""Stake weight read from the chain's state: the stake of a hotkey with what its family lends and borrows."""

from subtensor_spec.arithmetic import I64F64, U96F32
from subtensor_spec.chain.items.stake_weight import ChildKeys, CKBurn, ParentKeys, TaoWeight
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.stake_weight.inheritance import inherited, proportion_of_u64
from subtensor_spec.rules import SUBTENSOR, rule

_STAKE_UTILS = "pallets/subtensor/src/staking/stake_utils.rs"


def get_tao_weight(state: State) -> U96F32:
    """Return what one rao on root counts in rao of alpha."""
    return proportion_of_u64(TaoWeight.get(state))


def get_ck_burn(state: State) -> U96F32:
    """Return the rate at which the dividends of foreign parents are recycled."""
    return proportion_of_u64(CKBurn.get(state))


def get_inherited_for_hotkey_on_subnet(state: State, hotkey: AccountId, netuid: NetUid) -> AlphaBalance:
    """Return a hotkey's alpha in a subnet, inherited through its family there; on root its plain stake."""
    if netuid == ROOT:
        return TotalHotkeyAlpha.get(state, hotkey, ROOT)
    return AlphaBalance(_inherited_on(state, hotkey, netuid, netuid))


def get_tao_inherited_for_hotkey_on_subnet(state: State, hotkey: AccountId, netuid: NetUid) -> TaoBalance:
    """Return a hotkey's stake on root, inherited through its family in a subnet."""
    return TaoBalance(_inherited_on(state, hotkey, ROOT, netuid))


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


def _inherited_on(state: State, hotkey: AccountId, netuid: NetUid, family: NetUid) -> int:
    children = ChildKeys.get(state, hotkey, family)
    parents = ParentKeys.get(state, hotkey, family)
    own = TotalHotkeyAlpha.get(state, hotkey, netuid)
    if not children and not parents:
        return own
    return inherited(
        own,
        (proportion for proportion, _child in children),
        ((proportion, TotalHotkeyAlpha.get(state, parent, netuid)) for proportion, parent in parents),
    )
