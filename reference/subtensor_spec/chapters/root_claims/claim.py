"""A claim: what a coldkey is owed is paid, as alpha that it keeps or as TAO that is staked on root."""

from collections.abc import Collection

from subtensor_spec.chain.event_kinds.subtensor_module import RootClaimed as RootClaimedEvent
from subtensor_spec.chain.items.emission import SubnetRootSellTao
from subtensor_spec.chain.items.pools import SubnetAlphaOut, SubnetTAO
from subtensor_spec.chain.items.root_claims import RootClaimable, RootClaimableThreshold, RootClaimType
from subtensor_spec.chain.items.staking import StakingHotkeys, TotalStake
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    ROOT,
    AccountId,
    AlphaBalance,
    Keep,
    KeepSubnets,
    NetUid,
    RootClaimTypeEnum,
    TaoBalance,
    saturating_add,
)
from subtensor_spec.chapters.balances.tao import transfer_tao_from_subnet
from subtensor_spec.chapters.emission.flows import record_protocol_outflow
from subtensor_spec.chapters.root_claims.rates import get_root_owed_for_hotkey_coldkey_float, in_order, whole_rao
from subtensor_spec.chapters.root_claims.records import (
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey,
    record_claimed,
)
from subtensor_spec.chapters.root_claims.source import in_claims
from subtensor_spec.chapters.staking.stake_utils import swap_alpha_for_tao
from subtensor_spec.chapters.staking.stakes import increase_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.existence import account_of
from subtensor_spec.chapters.swap.liquidity import min_price
from subtensor_spec.rules import rule


@rule("RC-claim/all", in_claims("do_root_claim"), in_claims("try_do_root_claim"))
def do_root_claim(state: State, coldkey: AccountId, subnets: Collection[NetUid] | None) -> None:
    """A coldkey claims with each of its ``StakingHotkeys`` in turn, in the subnets named or in all; all or nothing.

    ``RootClaimed`` is emitted last, even where nothing was owed.
    """
    with state.layer():
        for hotkey in StakingHotkeys.get(state, coldkey):
            root_claim_all(state, hotkey, coldkey, subnets)
        state.emit(RootClaimedEvent(coldkey))


@rule("RC-claim/hotkey", in_claims("root_claim_all"))
def root_claim_all(state: State, hotkey: AccountId, coldkey: AccountId, subnets: Collection[NetUid] | None) -> None:
    """A coldkey claims with a hotkey in every subnet in which that has a rate, in ascending order of netuid.

    Where subnets are named, only in those. The rates and the kind of claim are read before the first claim.
    """
    kind = RootClaimType.get(state, coldkey)
    for netuid, _ in in_order(RootClaimable.get(state, hotkey)):
        if subnets is None or netuid in subnets:
            root_claim_on_subnet(state, hotkey, coldkey, netuid, kind)


@rule("RC-claim/subnet", in_claims("root_claim_on_subnet"))
def root_claim_on_subnet(
    state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, kind: RootClaimTypeEnum
) -> None:
    """What is owed in a subnet is paid in whole rao, kept or sold, and counts as claimed.

    Nothing happens, without an error, where less is owed than the subnet's ``RootClaimableThreshold``, an I96F32 of
    rao, or less than a rao.
    """
    owed = get_root_owed_for_hotkey_coldkey_float(state, hotkey, coldkey, netuid)
    amount = whole_rao(owed)
    if owed < RootClaimableThreshold.get(state, netuid) or amount == 0:
        return
    if keeps(kind, netuid):
        increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid, amount)
    else:
        swap_to_root(state, hotkey, coldkey, netuid, amount)
    record_claimed(state, netuid, hotkey, coldkey, amount)


@rule("RC-claim/kind", in_claims("root_claim_on_subnet"))
def keeps(kind: RootClaimTypeEnum, netuid: NetUid) -> bool:
    """Under ``Keep`` alpha is kept as stake with the hotkey, under ``KeepSubnets`` that of the subnets named.

    Else it is sold, as under ``Swap``, which is the kind of a coldkey that has set none.
    """
    return isinstance(kind, Keep) or (isinstance(kind, KeepSubnets) and netuid in kind.subnets)


@rule("RC-claim/swap", in_claims("root_claim_on_subnet"))
def swap_to_root(state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, amount: AlphaBalance) -> None:
    """Alpha that is sold goes through the subnet's pool without a fee and without a price limit.

    The TAO that it brings goes from the subnet's account to root's; it counts as sold for root and as an outflow of
    the protocol's; it becomes stake on root with the same hotkey, and adds to root's TAO, to root's alpha outside
    the pool and to the stake of all. Last it counts, as stake that is added, in the record of claims. A swap or a
    transfer that is refused refuses the claim.
    """
    tao = TaoBalance(swap_alpha_for_tao(state, netuid, amount, min_price(), drop_fees=True).amount_paid_out)
    transfer_tao_from_subnet(state, netuid, account_of(ROOT), tao)
    SubnetRootSellTao.put(state, netuid, saturating_add(SubnetRootSellTao.get(state, netuid), tao))
    record_protocol_outflow(state, netuid, tao)
    increase_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, ROOT, AlphaBalance(tao))
    SubnetTAO.put(state, ROOT, saturating_add(SubnetTAO.get(state, ROOT), tao))
    SubnetAlphaOut.put(state, ROOT, saturating_add(SubnetAlphaOut.get(state, ROOT), AlphaBalance(tao)))
    TotalStake.put(state, saturating_add(TotalStake.get(state), tao))
    add_stake_adjust_root_claimed_for_hotkey_and_coldkey(state, hotkey, coldkey, tao)
