"""Pools from r432 on: purchases before liquidity, reservoirs for what does not fit, refunds, what counts as issued."""

from dataclasses import replace

import pytest

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import BalancesTotalIssuance, SystemAccount
from subtensor_spec.chain.items.emission import (
    BlockEmission,
    SubnetAlphaInEmission,
    SubnetExcessTao,
    SubnetTaoInEmission,
)
from subtensor_spec.chain.items.pools import (
    SubnetAlphaIn,
    SubnetAlphaOut,
    SubnetMechanism,
    SubnetProtocolAlpha,
    SubnetProtocolFlow,
    SubnetTAO,
)
from subtensor_spec.chain.items.revisions import BalancerAlphaReservoir, BalancerTaoReservoir
from subtensor_spec.chain.items.staking import TotalIssuance, TotalStake
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.items.swap import PalSwapInitialized, SwapBalancer, TotalAlphaIssuance
from subtensor_spec.chain.revisions import revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, Balancer, NetUid, TaoBalance
from subtensor_spec.chapters.emission import purchase
from subtensor_spec.chapters.emission.injection import inject_and_maybe_swap
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance, get_block_emission_for_issuance
from subtensor_spec.chapters.issuance.tao_supply import mint_tao
from subtensor_spec.chapters.revisions.refunds import withdraw_tao_as_credit
from subtensor_spec.chapters.revisions.reservoirs import adjust_with_reservoirs
from subtensor_spec.chapters.subnets.existence import account_of
from subtensor_spec.chapters.swap.liquidity import current_alpha_price

NETUID = NetUid(3)
POOL = 10**12
TAO_HEAVY = Balancer(Perquintill(99 * 10**16))
"""The greatest weight of the TAO side: more TAO would push it out of its range."""


def pool(name: str = "r432", weights: Balancer | None = None) -> State:
    state = State(revision=revision(name))
    NetworksAdded.put(state, NETUID, True)
    SubnetMechanism.put(state, NETUID, 1)
    PalSwapInitialized.put(state, NETUID, True)
    SubnetTAO.put(state, NETUID, TaoBalance(POOL))
    SubnetAlphaIn.put(state, NETUID, AlphaBalance(POOL))
    if weights is not None:
        SwapBalancer.put(state, NETUID, weights)
    return state


def terms(tao_in: int = 0, alpha_in: int = 0, excess: int = 0) -> SubnetTerms:
    return SubnetTerms(*(U96F32.saturating_from_num(amount) for amount in (tao_in, alpha_in, 0, excess)))


def inject(state: State, given: SubnetTerms, credit: int = 10**9) -> int:
    """Carry the terms out, and return what was recycled of the credit."""
    minted = mint_tao(state, TaoBalance(credit))
    inject_and_maybe_swap(state, [NETUID], {NETUID: given}, minted)
    return credit - BalancesTotalIssuance.get(state)


def held(state: State) -> int:
    return SystemAccount.get(state, account_of(NETUID)).data.free


def waiting(state: State) -> tuple[int, int]:
    return BalancerTaoReservoir.get(state, NETUID), BalancerAlphaReservoir.get(state, NETUID)


def test_the_weights_are_set_after_the_purchase_from_r432_on() -> None:
    """The purchase moved the reserves, and the price of after it is what liquidity leaves."""
    found = {}
    for name in ("r425", "r432", "r441"):
        state = pool(name)
        inject(state, terms(10**6, 10**7, excess=10**8))
        found[name] = SwapBalancer.get(state, NETUID)
    assert found["r425"] != found["r432"] == found["r441"]


def test_liquidity_that_fits_goes_in_and_leaves_the_price() -> None:
    state = pool()
    price = current_alpha_price(state, NETUID)
    assert inject(state, terms(10**6, 10**7)) == 10**9 - 10**6
    assert SubnetTAO.get(state, NETUID) == POOL + 10**6
    assert SubnetAlphaIn.get(state, NETUID) == POOL + 10**7
    assert (SubnetTaoInEmission.get(state, NETUID), SubnetAlphaInEmission.get(state, NETUID)) == (10**6, 10**7)
    assert TotalStake.get(state) == SubnetProtocolFlow.get(state, NETUID) == held(state) == 10**6
    assert TotalAlphaIssuance.get(state, NETUID) == 10**7
    assert abs(current_alpha_price(state, NETUID).bits - price.bits) < 2**20
    assert waiting(state) == (0, 0)
    assert BalancerTaoReservoir.contains(state, NETUID)


def test_tao_that_does_not_fit_is_paid_and_waits() -> None:
    """The alpha goes in alone; the TAO is on the account and in no reserve, stake or flow."""
    state = pool(weights=TAO_HEAVY)
    inject(state, terms(10**9, 10))
    assert waiting(state) == (10**9, 0)
    assert (SubnetTAO.get(state, NETUID), SubnetAlphaIn.get(state, NETUID)) == (POOL, POOL + 10)
    assert held(state) == 10**9
    assert TotalStake.get(state) == SubnetTaoInEmission.get(state, NETUID) == SubnetProtocolFlow.get(state, NETUID) == 0
    assert SubnetAlphaInEmission.get(state, NETUID) == 10


def test_alpha_that_does_not_fit_is_minted_counts_as_issued_and_waits() -> None:
    state = pool(weights=Balancer(Perquintill(10**16)))
    SubnetAlphaOut.put(state, NETUID, AlphaBalance(5))
    inject(state, terms(1_000, 10**9))
    assert waiting(state) == (0, 10**9)
    assert (SubnetTAO.get(state, NETUID), SubnetAlphaIn.get(state, NETUID)) == (POOL + 1_000, POOL)
    assert TotalAlphaIssuance.get(state, NETUID) == 10**9
    assert get_alpha_issuance(state, NETUID) == POOL + 5 + 10**9
    state.revision = revision("r425")
    assert get_alpha_issuance(state, NETUID) == POOL + 5


def test_what_waits_goes_in_when_it_fits_and_is_recorded_then() -> None:
    state = pool()
    BalancerTaoReservoir.put(state, NETUID, TaoBalance(700))
    BalancerAlphaReservoir.put(state, NETUID, AlphaBalance(900))
    inject(state, terms(1_000, 100))
    assert waiting(state) == (0, 0)
    assert (SubnetTaoInEmission.get(state, NETUID), SubnetAlphaInEmission.get(state, NETUID)) == (1_700, 1_000)
    assert held(state) == 1_000


def test_where_nothing_fits_all_waits_and_the_weights_stay() -> None:
    """Weights that are out of their range already."""
    weights = Balancer(Perquintill(995 * 10**15))
    state = pool(weights=weights)
    assert adjust_with_reservoirs(state, NETUID, TaoBalance(1), AlphaBalance(2)) == (0, 0)
    assert waiting(state) == (1, 2)
    assert SwapBalancer.get(state, NETUID) == weights


def test_tao_that_cannot_be_paid_is_not_offered_to_the_pool() -> None:
    state = pool()
    assert inject(state, terms(1_001, 50), credit=1_000) == 1_000
    assert (SubnetTAO.get(state, NETUID), SubnetAlphaIn.get(state, NETUID)) == (POOL, POOL + 50)
    assert waiting(state) == (0, 0)


@pytest.mark.parametrize(("name", "left", "recycled"), [("r425", 700, 300), ("r432", 0, 1_000)])
def test_a_purchase_that_fails_is_refunded_from_r432_on(
    monkeypatch: pytest.MonkeyPatch, name: str, left: int, recycled: int
) -> None:
    def fails(*_arguments: object, **_named: object) -> None:
        raise CallError("Swap.ReservesTooLow")

    monkeypatch.setattr(purchase, "swap_tao_for_alpha", fails)
    state = pool(name)
    assert inject(state, terms(excess=700), credit=1_000) == recycled
    assert held(state) == left
    assert TotalIssuance.get(state) == left
    assert (SubnetExcessTao.get(state, NETUID), SubnetProtocolAlpha.get(state, NETUID)) == (0, 0)


def test_dust_that_a_refund_leaves_is_lost_to_both_totals() -> None:
    state = pool()
    mint_tao(state, TaoBalance(900))
    account = account_of(NETUID)
    info = SystemAccount.get(state, account)
    SystemAccount.put(state, account, replace(info, providers=1, data=replace(info.data, free=TaoBalance(900))))
    assert withdraw_tao_as_credit(state, account, TaoBalance(700)) == 700
    assert (BalancesTotalIssuance.get(state), TotalIssuance.get(state)) == (700, 700)
    with pytest.raises(CallError):
        withdraw_tao_as_credit(state, account, TaoBalance(1))


def test_the_emission_is_stored_only_before_r432() -> None:
    for name, stored in (("r425", 500_000_000), ("r432", 10**9)):
        state = State(revision=revision(name))
        assert get_block_emission_for_issuance(state, 11 * 10**15) == 500_000_000
        assert BlockEmission.get(state) == stored
