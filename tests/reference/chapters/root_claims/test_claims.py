"""Claims: who may call, what is paid, and what a sale leaves behind."""

from collections.abc import Callable

import pytest

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.event_kinds.subtensor_module import RootClaimed as RootClaimedEvent
from subtensor_spec.chain.event_kinds.subtensor_module import RootClaimTypeSet
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.items.emission import SubnetRootSellTao
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetProtocolFlow, SubnetTAO
from subtensor_spec.chain.items.root_claims import (
    NumRootClaim,
    RootClaimable,
    RootClaimableThreshold,
    RootClaimed,
    RootClaimType,
)
from subtensor_spec.chain.items.staking import NumStakingColdkeys, StakingColdkeys, TotalStake
from subtensor_spec.chain.origins import Nobody, Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, Hash, Keep, KeepSubnets, NetUid, Swap, TaoBalance
from subtensor_spec.chapters.root_claims.auto_claim import run_auto_claim_root_divs
from subtensor_spec.chapters.root_claims.calls import (
    claim_root,
    set_root_claim_type,
    sudo_set_num_root_claims,
    sudo_set_root_claim_threshold,
)
from subtensor_spec.chapters.root_claims.claim import do_root_claim, keeps
from subtensor_spec.chapters.root_claims.index import maybe_add_coldkey_index
from subtensor_spec.chapters.staking.stakes import get_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.existence import account_of

Account = Callable[[int], AccountId]
Refusal = Callable[[Callable[[], object]], str | None]

NETUID, OTHER = NetUid(1), NetUid(2)


def stake(state: State, account: Account, coldkey: int, netuid: NetUid) -> AlphaBalance:
    return get_stake_for_hotkey_and_coldkey_on_subnet(state, account(11), account(coldkey), netuid)


@pytest.mark.parametrize("origin", [Root(), Nobody()])
def test_coldkeys_sign(chain: State, refusal: Refusal, origin: Root | Nobody) -> None:
    assert refusal(lambda: claim_root(chain, origin, ())) == "BadOrigin"
    assert refusal(lambda: set_root_claim_type(chain, origin, KeepSubnets(()))) == "BadOrigin"


@pytest.mark.parametrize(
    ("subnets", "code"),
    [
        ((), "InvalidSubnetNumber"),
        ((1, 2, 3, 4, 5, 6), "InvalidSubnetNumber"),
        ((1, 2, 3, 4, 5), None),
        ((1, 1, 2, 2, 3, 3), None),
    ],
)
def test_one_to_five_different_subnets_are_claimed(
    chain: State, account: Account, refusal: Refusal, subnets: tuple[NetUid, ...], code: str | None
) -> None:
    assert refusal(lambda: claim_root(chain, Signed(account(1)), subnets)) == code


def test_alpha_that_is_kept_becomes_stake_on_the_subnet(chain: State, account: Account) -> None:
    RootClaimType.put(chain, account(1), Keep())
    claim_root(chain, Signed(account(1)), (NETUID,))
    assert stake(chain, account, 1, NETUID) == 2_000
    assert stake(chain, account, 1, ROOT) == 1_000
    assert RootClaimed.get(chain, NETUID, account(11), account(1)) == 2_000
    assert StakingColdkeys.get(chain, account(1)) == 0
    assert chain.events == [RootClaimedEvent(account(1))]
    claim_root(chain, Signed(account(1)), (NETUID,))
    assert stake(chain, account, 1, NETUID) == 2_000, "nothing is owed any more"


def test_alpha_that_is_sold_becomes_stake_on_root(chain: State, account: Account) -> None:
    TotalStake.put(chain, TaoBalance(10**12))
    claim_root(chain, Signed(account(1)), (NETUID,))
    paid = SubnetRootSellTao.get(chain, NETUID)
    assert 1_990 <= paid <= 2_000
    assert stake(chain, account, 1, ROOT) == 1_000 + paid
    assert SubnetTAO.get(chain, NETUID) == 10**12 - paid
    assert SubnetAlphaIn.get(chain, NETUID) == 10**12 + 2_000
    assert SubnetAlphaOut.get(chain, NETUID) == 10**12 - 2_000
    assert SubnetTAO.get(chain, ROOT) == SubnetAlphaOut.get(chain, ROOT) == paid
    assert SubnetProtocolFlow.get(chain, NETUID) == -paid
    assert TotalStake.get(chain) == 10**12, "less what the pool paid, plus what was staked"
    assert SystemAccount.get(chain, account_of(ROOT)).data.free == paid
    assert RootClaimed.get(chain, NETUID, account(11), account(1)) == 2 * paid + 2_000


def test_a_claim_is_for_the_subnets_named(chain: State, account: Account) -> None:
    RootClaimType.put(chain, account(1), Keep())
    RootClaimable.put(chain, account(11), {NETUID: I96F32.ONE, OTHER: I96F32.ONE})
    RootClaimableThreshold.put(chain, OTHER, I96F32.ZERO)
    claim_root(chain, Signed(account(1)), (OTHER,))
    assert (stake(chain, account, 1, NETUID), stake(chain, account, 1, OTHER)) == (0, 1_000)
    do_root_claim(chain, account(1), None)
    assert (stake(chain, account, 1, NETUID), stake(chain, account, 1, OTHER)) == (1_000, 1_000)


@pytest.mark.parametrize(("bits", "claimed"), [(0, 2_000), (2_000 << 32, 2_000), ((2_000 << 32) + 1, 0)])
def test_less_than_the_threshold_is_not_paid(chain: State, account: Account, bits: int, claimed: int) -> None:
    RootClaimableThreshold.put(chain, NETUID, I96F32.from_bits(bits))
    RootClaimType.put(chain, account(1), Keep())
    claim_root(chain, Signed(account(1)), (NETUID,))
    assert stake(chain, account, 1, NETUID) == claimed
    assert len(chain.events) == 1


def test_less_than_a_rao_is_not_paid(chain: State, account: Account) -> None:
    RootClaimable.put(chain, account(11), {NETUID: I96F32.from_bits(2**32 // 1_001)})
    claim_root(chain, Signed(account(1)), (NETUID,))
    assert not RootClaimed.keys(chain)


def test_a_sale_that_fails_undoes_the_claims_before_it(chain: State, account: Account, refusal: Refusal) -> None:
    RootClaimable.put(chain, account(11), {NETUID: I96F32.ONE, OTHER: I96F32.ONE})
    RootClaimableThreshold.put(chain, OTHER, I96F32.ZERO)
    RootClaimType.put(chain, account(1), KeepSubnets((NETUID,)))
    SubnetTAO.put(chain, OTHER, TaoBalance(0))
    mark = chain.mark()
    assert refusal(lambda: do_root_claim(chain, account(1), None)) == "SubnetNotExists"
    assert not chain.changes(mark)
    assert not chain.events


@pytest.mark.parametrize(
    ("kind", "kept"), [(Swap(), False), (Keep(), True), (KeepSubnets((NETUID,)), True), (KeepSubnets((OTHER,)), False)]
)
def test_what_a_kind_keeps(kind: Swap | Keep | KeepSubnets, kept: bool) -> None:
    assert keeps(kind, NETUID) is kept


def test_a_kind_is_stored_and_told(chain: State, account: Account, refusal: Refusal) -> None:
    signed = Signed(account(4))
    assert refusal(lambda: set_root_claim_type(chain, signed, KeepSubnets(()))) == "InvalidSubnetNumber"
    assert NumStakingColdkeys.get(chain) == 0
    set_root_claim_type(chain, signed, KeepSubnets((OTHER, NETUID, OTHER)))
    assert RootClaimType.get(chain, account(4)) == KeepSubnets((NETUID, OTHER))
    assert StakingColdkeys.get(chain, account(4)) == 0
    assert chain.events == [RootClaimTypeSet(account(4), KeepSubnets((NETUID, OTHER)))]


def test_root_sets_the_number_of_draws(chain: State, account: Account, refusal: Refusal) -> None:
    assert refusal(lambda: sudo_set_num_root_claims(chain, Signed(account(9)), 51)) == "BadOrigin"
    assert refusal(lambda: sudo_set_num_root_claims(chain, Root(), 51)) == "InvalidNumRootClaim"
    sudo_set_num_root_claims(chain, Root(), 50)
    assert NumRootClaim.get(chain) == 50


def test_root_or_the_owner_sets_the_threshold(chain: State, account: Account, refusal: Refusal) -> None:
    for origin in (Nobody(), Signed(account(1))):
        assert refusal(_setting(chain, origin, 10_000_001)) == "BadOrigin"
    for origin in (Root(), Signed(account(9))):
        assert refusal(_setting(chain, origin, 10_000_001)) == "InvalidRootClaimThreshold"
        assert refusal(_setting(chain, origin, 10_000_000)) is None
    assert RootClaimableThreshold.get(chain, NETUID) == I96F32.saturating_from_num(10_000_000)


def _setting(state: State, origin: Root | Nobody | Signed, value: int) -> Callable[[], None]:
    return lambda: sudo_set_root_claim_threshold(state, origin, NETUID, value)


def test_a_block_claims_for_those_drawn_and_goes_on_after_a_failure(chain: State, account: Account) -> None:
    """Both are drawn; the first cannot sell, the second keeps."""
    maybe_add_coldkey_index(chain, account(1))
    maybe_add_coldkey_index(chain, account(2))
    SubnetTAO.put(chain, NETUID, TaoBalance(0))
    RootClaimType.put(chain, account(2), Keep())
    run_auto_claim_root_divs(chain, Hash(bytes(7) + b"\1" + bytes(7) + b"\1" + bytes(16)))
    assert stake(chain, account, 2, NETUID) == 6_000
    assert RootClaimed.keys(chain) == [(NETUID, account(11), account(2))]
    assert chain.events == [RootClaimedEvent(account(2))]


def test_no_draws_no_claims(chain: State, account: Account) -> None:
    maybe_add_coldkey_index(chain, account(1))
    NumRootClaim.put(chain, 0)
    mark = chain.mark()
    run_auto_claim_root_divs(chain, Hash(bytes(32)))
    assert not chain.changes(mark)
