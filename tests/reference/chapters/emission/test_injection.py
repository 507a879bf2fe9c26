"""What a block's TAO does in a pool."""

import pytest

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.items.emission import SubnetAlphaInEmission, SubnetExcessTao, SubnetTaoInEmission
from subtensor_spec.chain.items.pools import (
    SubnetAlphaIn,
    SubnetAlphaOut,
    SubnetMechanism,
    SubnetProtocolAlpha,
    SubnetProtocolFlow,
    SubnetTAO,
)
from subtensor_spec.chain.items.staking import TotalIssuance, TotalStake
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.emission import purchase
from subtensor_spec.chapters.emission.injection import inject_and_maybe_swap, inject_into_subnet
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms
from subtensor_spec.chapters.issuance.tao_supply import mint_tao
from subtensor_spec.chapters.subnets.existence import account_of

NETUID, OTHER = NetUid(3), NetUid(4)
POOL = 10**12


def terms(tao_in: int = 0, alpha_in: int = 0, excess: int = 0) -> SubnetTerms:
    parts = (U96F32.saturating_from_num(amount) for amount in (tao_in, alpha_in, 0, excess))
    return SubnetTerms(*parts)


@pytest.fixture
def state() -> State:
    """Two subnets whose pools hold a thousand TAO and a thousand alpha."""
    state = State()
    for netuid in (NETUID, OTHER):
        NetworksAdded.put(state, netuid, True)
        SubnetMechanism.put(state, netuid, 1)
        SubnetTAO.put(state, netuid, TaoBalance(POOL))
        SubnetAlphaIn.put(state, netuid, AlphaBalance(POOL))
    return state


def held(state: State, netuid: NetUid) -> int:
    return SystemAccount.get(state, account_of(netuid)).data.free


def test_liquidity_goes_in_on_both_sides(state: State) -> None:
    """The account is paid, and all that counts TAO counts it."""
    rest = inject_into_subnet(state, NETUID, account_of(NETUID), terms(900, 400), mint_tao(state, TaoBalance(1_000)))
    assert (rest, held(state, NETUID)) == (100, 900)
    assert (SubnetTAO.get(state, NETUID), SubnetAlphaIn.get(state, NETUID)) == (POOL + 900, POOL + 400)
    assert (SubnetTaoInEmission.get(state, NETUID), SubnetAlphaInEmission.get(state, NETUID)) == (900, 400)
    assert (TotalStake.get(state), SubnetProtocolFlow.get(state, NETUID)) == (900, 900)
    assert SubnetExcessTao.get(state, NETUID) == 0


def test_excess_buys_alpha_that_is_nobodys(state: State) -> None:
    """What was bought is outstanding and counted, what was paid is in the pool, without a fee."""
    rest = inject_into_subnet(
        state, NETUID, account_of(NETUID), terms(excess=10**9), mint_tao(state, TaoBalance(10**9))
    )
    bought = SubnetProtocolAlpha.get(state, NETUID)
    assert (rest, held(state, NETUID)) == (0, 10**9)
    assert 0 < bought < 10**9
    assert SubnetAlphaOut.get(state, NETUID) == POOL - SubnetAlphaIn.get(state, NETUID) == bought
    assert SubnetTAO.get(state, NETUID) == POOL + 10**9
    assert SubnetExcessTao.get(state, NETUID) == SubnetProtocolFlow.get(state, NETUID) == 10**9


def test_the_purchase_comes_before_the_liquidity(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """It meets the reserves as they were."""
    seen: list[int] = []
    swap = purchase.swap_tao_for_alpha

    def watched(state: State, netuid: NetUid, *arguments: object, **named: object) -> object:
        seen.append(SubnetTAO.get(state, netuid))
        return swap(state, netuid, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(purchase, "swap_tao_for_alpha", watched)
    credit = mint_tao(state, TaoBalance(10**9))
    inject_into_subnet(state, NETUID, account_of(NETUID), terms(10**6, 10**6, 10**6), credit)
    assert seen == [POOL]


def test_a_purchase_that_fails_has_been_paid(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """The TAO stays on the account, and no record counts it."""

    def fails(*_arguments: object, **_named: object) -> None:
        raise CallError("Swap.ReservesTooLow")

    monkeypatch.setattr(purchase, "swap_tao_for_alpha", fails)
    rest = inject_into_subnet(state, NETUID, account_of(NETUID), terms(excess=700), mint_tao(state, TaoBalance(1_000)))
    assert (rest, held(state, NETUID)) == (300, 700)
    assert (SubnetExcessTao.get(state, NETUID), SubnetProtocolFlow.get(state, NETUID)) == (0, 0)
    assert (SubnetTAO.get(state, NETUID), TotalStake.get(state)) == (POOL, 0)


@pytest.mark.parametrize("amount", [499, 1_001])
def test_what_cannot_be_paid_stays_in_the_credit(state: State, amount: int) -> None:
    """An account does not come to be with less than 500 rao; nor can more be spent than there is.

    The alpha goes into the pool all the same.
    """
    credit = mint_tao(state, TaoBalance(1_000))
    assert inject_into_subnet(state, NETUID, account_of(NETUID), terms(amount, 50, amount), credit) == 1_000
    assert held(state, NETUID) == 0
    assert (SubnetTaoInEmission.get(state, NETUID), SubnetTAO.get(state, NETUID)) == (0, POOL)
    assert (SubnetAlphaInEmission.get(state, NETUID), SubnetAlphaIn.get(state, NETUID)) == (50, POOL + 50)


def test_records_of_a_block_without_emission_are_zero(state: State) -> None:
    """They are stored, not removed."""
    for record in (SubnetExcessTao, SubnetTaoInEmission):
        record.put(state, NETUID, TaoBalance(5))
    inject_into_subnet(state, NETUID, account_of(NETUID), terms(), mint_tao(state, TaoBalance(0)))
    for record in (SubnetExcessTao, SubnetTaoInEmission, SubnetAlphaInEmission):
        assert record.contains(state, NETUID)
        assert record.get(state, NETUID) == 0


def test_the_first_subnet_spends_first_and_the_rest_is_recycled(state: State) -> None:
    """Of a thousand rao the first takes 800; the second's 600 cannot be paid and leave the issuance."""
    credit = mint_tao(state, TaoBalance(1_000))
    inject_and_maybe_swap(state, [OTHER, NETUID], {OTHER: terms(800), NETUID: terms(600)}, credit)
    assert (held(state, OTHER), held(state, NETUID)) == (800, 0)
    assert TotalIssuance.get(state) == 800


def test_a_subnet_without_an_account_is_passed_over(state: State) -> None:
    """Nothing of it is written."""
    gone = NetUid(9)
    inject_and_maybe_swap(state, [gone], {gone: terms(800)}, mint_tao(state, TaoBalance(1_000)))
    assert not SubnetTaoInEmission.contains(state, gone)
