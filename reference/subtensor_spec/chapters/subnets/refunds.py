"""What becomes of a dissolved subnet's TAO: the stakers' shares of the pool, the owner's refund, and the rest."""

from contextlib import suppress
from dataclasses import dataclass

from subtensor_spec.arithmetic import U64, U96F32
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.emission import TaoInRefundDeploymentBlock
from subtensor_spec.chain.items.neurons import RAORecycledForRegistration
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetProtocolAlpha, SubnetTAO
from subtensor_spec.chain.items.staking import (
    Alpha,
    AlphaV2,
    TotalHotkeyAlpha,
    TotalHotkeyShares,
    TotalHotkeySharesV2,
    TotalStake,
)
from subtensor_spec.chain.items.subnets import (
    NetworkRegisteredAt,
    NetworkRegistrationStartBlock,
    SubnetLocked,
    SubnetOwner,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid, TaoBalance, saturating_add, saturating_sub
from subtensor_spec.chapters.balances.tao import (
    get_coldkey_balance,
    get_keep_alive_balance,
    transfer_tao,
    transfer_tao_from_subnet,
)
from subtensor_spec.chapters.emission.participants import get_float_subnet_owner_cut
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance
from subtensor_spec.chapters.issuance.tao_supply import recycle_tao
from subtensor_spec.chapters.locks.dissolution import destroy_lock_maps
from subtensor_spec.chapters.staking.shares_of import alpha_iter_single_prefix
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.existence import account_of, if_subnet_exist
from subtensor_spec.chapters.swap.liquidity import current_alpha_price
from subtensor_spec.rules import SUBTENSOR, rule

_REMOVE_STAKE = "pallets/subtensor/src/staking/remove_stake.rs"


@dataclass(frozen=True, slots=True)
class Staker:
    """One coldkey's stake with one hotkey on the subnet, in rao of alpha."""

    hotkey: AccountId
    coldkey: AccountId
    alpha: int


@rule("NET-refund/steps", SUBTENSOR(_REMOVE_STAKE, "destroy_alpha_in_out_stakes"))
def destroy_alpha_in_out_stakes(state: State, netuid: NetUid) -> None:
    """The pool is shared out, stake and alpha destroyed, the owner of an old subnet refunded, the rest recycled.

    ``SubnetNotExists`` if it does not exist. The owner's refund is worked out first, while there is alpha. No payment
    that fails stops the others. ``TotalStake`` falls by the pool's TAO. Locks on the subnet go at the end.
    """
    if not if_subnet_exist(state, netuid):
        raise CallError(SubtensorModule.SubnetNotExists)
    refund = owner_refund(state, netuid)
    hotkeys = [hotkey for hotkey, other in TotalHotkeyAlpha.keys(state) if other == netuid]
    stakers = stakers_of(state, netuid, hotkeys)
    kept = _share_out_pool(state, netuid, stakers)
    _destroy_stake(state, netuid, hotkeys, stakers)
    _refund_owner(state, netuid, refund, kept)
    recycle_rest(state, netuid)
    destroy_lock_maps(state, netuid)


@rule("NET-refund/owner", SUBTENSOR(_REMOVE_STAKE, "destroy_alpha_in_out_stakes"))
def owner_refund(state: State, netuid: NetUid) -> TaoBalance:
    """The owner of a subnet from before ``NetworkRegistrationStartBlock`` gets back the lock less what he earned.

    He earned the owner's cut of all alpha there is, in whole rao, at the pool's price cut to 32 fraction bits, in whole
    rao of TAO: no matter what cut he really got. Less than nothing is nothing; owners of later subnets get nothing.
    """
    locked = SubnetLocked.get(state, netuid)
    if NetworkRegisteredAt.get(state, netuid) >= NetworkRegistrationStartBlock.get(state) or not locked:
        return TaoBalance(0)
    issued = U96F32.saturating_from_num(get_alpha_issuance(state, netuid))
    alpha = issued.saturating_mul(get_float_subnet_owner_cut(state)).saturating_to_num(U64)
    price = U96F32.saturating_from_num(current_alpha_price(state, netuid))
    earned = U96F32.saturating_from_num(alpha).saturating_mul(price).saturating_to_num(U64)
    return saturating_sub(locked, TaoBalance(earned))


@rule("NET-refund/stakers", SUBTENSOR(_REMOVE_STAKE, "destroy_alpha_in_out_stakes"))
def stakers_of(state: State, netuid: NetUid, hotkeys: list[AccountId]) -> list[Staker]:
    """The stakers are the coldkeys with a share of those hotkeys' pools, by hotkey as listed, then by coldkey.

    Each counts with what its share is worth, or if that is nothing with the share itself, in whole rao.
    """
    stakers = []
    for hotkey in hotkeys:
        for coldkey, other, share in alpha_iter_single_prefix(state, hotkey):
            if other == netuid:
                value = get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, coldkey, netuid)
                stakers.append(Staker(hotkey, coldkey, value or share.to_u64()))
    return stakers


@rule("NET-refund/protocol", SUBTENSOR(_REMOVE_STAKE, "destroy_alpha_in_out_stakes"))
def protocol_alpha(state: State, netuid: NetUid) -> int:
    """The chain has a share of its own for ``SubnetProtocolAlpha``, and, on subnets registered after
    ``TaoInRefundDeploymentBlock``, for the pool's alpha as well; the sum saturates.
    """
    own = SubnetProtocolAlpha.get(state, netuid)
    if NetworkRegisteredAt.get(state, netuid) <= TaoInRefundDeploymentBlock.get(state):
        return own
    return saturating_add(SubnetAlphaIn.get(state, netuid), own)


def _share_out_pool(state: State, netuid: NetUid, stakers: list[Staker]) -> TaoBalance:
    """Pay the stakers out of the pool; return what of it is the chain's share."""
    pot = SubnetTAO.get(state, netuid)
    if not pot:
        return TaoBalance(0)
    SubnetTAO.remove(state, netuid)
    TotalStake.put(state, saturating_sub(TotalStake.get(state), pot))
    owners: list[AccountId | None] = [staker.coldkey for staker in stakers if staker.alpha]
    amounts = [staker.alpha for staker in stakers if staker.alpha]
    chain_owned = protocol_alpha(state, netuid)
    if chain_owned:
        owners.append(None)
        amounts.append(chain_owned)
    kept = TaoBalance(0)
    for place, share in portions(pot, amounts):
        coldkey = owners[place]
        if coldkey is None:
            kept = TaoBalance(share)
        elif share:
            with suppress(CallError):
                transfer_tao_from_subnet(state, netuid, coldkey, TaoBalance(share))
    return kept


@rule("NET-refund/portions", SUBTENSOR(_REMOVE_STAKE, "destroy_alpha_in_out_stakes"))
def portions(pot: int, amounts: list[int]) -> list[tuple[int, int]]:
    """A pot is divided in proportion, rounded down; what is left over goes rao by rao to the greatest remainders.

    Answers pairs of an amount's place and its share, in the order of payment: the greatest remainder first, equal ones,
    as all are where nothing is left over, as the amounts come. All amounts together are not zero.
    """
    total = sum(amounts)
    shares = [(place, *divmod(pot * amount, total)) for place, amount in enumerate(amounts)]
    left = pot - sum(share for _, share, _ in shares)
    shares.sort(key=lambda portion: -portion[2])
    return [(place, share + (rank < left)) for rank, (place, share, _) in enumerate(shares)]


def _destroy_stake(state: State, netuid: NetUid, hotkeys: list[AccountId], stakers: list[Staker]) -> None:
    for staker in stakers:
        Alpha.remove(state, staker.hotkey, staker.coldkey, netuid)
        AlphaV2.remove(state, staker.hotkey, staker.coldkey, netuid)
    for hotkey in hotkeys:
        TotalHotkeyAlpha.remove(state, hotkey, netuid)
        TotalHotkeyShares.remove(state, hotkey, netuid)
        TotalHotkeySharesV2.remove(state, hotkey, netuid)
    SubnetAlphaIn.remove(state, netuid)
    SubnetAlphaOut.remove(state, netuid)
    SubnetProtocolAlpha.remove(state, netuid)
    SubnetLocked.put(state, netuid, TaoBalance(0))


def _refund_owner(state: State, netuid: NetUid, refund: TaoBalance, kept: TaoBalance) -> None:
    if refund:
        account = account_of(netuid)
        available = saturating_sub(get_coldkey_balance(state, account), kept)
        with suppress(CallError):
            transfer_tao(state, account, SubnetOwner.get(state, netuid), min(refund, available))


@rule("NET-refund/rest", SUBTENSOR(_REMOVE_STAKE, "destroy_alpha_in_out_stakes"))
def recycle_rest(state: State, netuid: NetUid) -> None:
    """What is left on the subnet's account is recycled but for the existential deposit; the amount is recorded.

    It is ``RAORecycledForRegistration``, which the subnet's end removes in its turn. A failure is nobody's concern.
    """
    account = account_of(netuid)
    rest = get_keep_alive_balance(state, account)
    with suppress(CallError):
        recycle_tao(state, account, rest)
        RAORecycledForRegistration.put(state, netuid, rest)
