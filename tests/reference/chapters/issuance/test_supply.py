"""Minting within the cap; recycling moves the next halving, burning does not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chapters.issuance.alpha_supply import (
    AlphaSupply,
    burn_alpha,
    mint_alpha,
    recycle_alpha,
    resolve_to_alpha_in,
    resolve_to_alpha_out,
)
from subtensor_spec.chapters.issuance.emission import HALF_SUPPLY, TOTAL_SUPPLY, block_emission_for_issuance
from subtensor_spec.chapters.issuance.tao_supply import (
    EXISTENTIAL_DEPOSIT,
    TaoSupply,
    burn_tao,
    mint_block_emission,
    mint_tao,
    recycle_credit,
    recycle_tao,
)

U64 = st.integers(0, 2**64 - 1)
SUPPLIES = st.builds(TaoSupply, U64, U64)
ALPHA = st.builds(AlphaSupply, U64, U64, U64, U64, U64)


@given(SUPPLIES, U64)
@settings(deadline=None)
def test_minting_stops_at_the_cap_in_balances(supply: TaoSupply, amount: int) -> None:
    after, minted = mint_tao(supply, amount)
    assert minted == min(amount, max(TOTAL_SUPPLY - supply.balances_issuance, 0))
    assert after.balances_issuance == supply.balances_issuance + minted
    assert after.balances_issuance <= max(TOTAL_SUPPLY, supply.balances_issuance)
    assert after.total_issuance == min(supply.total_issuance + minted, 2**64 - 1)


@given(SUPPLIES)
@settings(deadline=None)
def test_a_block_mints_the_curves_emission_or_what_the_cap_leaves(supply: TaoSupply) -> None:
    """The curve reads one record of the issuance and the cap the other."""
    after, minted = mint_block_emission(supply)
    assert minted <= block_emission_for_issuance(supply.total_issuance)
    assert after.balances_issuance - supply.balances_issuance == minted


def test_recycling_undoes_a_halving_and_burning_does_not() -> None:
    supply = TaoSupply(HALF_SUPPLY, HALF_SUPPLY)
    recycled = recycle_tao(supply, 10**9, 1)
    burnt = burn_tao(supply, 10**12, 10**9)
    assert recycled == TaoSupply(HALF_SUPPLY - 1, HALF_SUPPLY - 1)
    assert burnt == supply
    assert [mint_block_emission(state)[1] for state in (supply, recycled, burnt)] == [5 * 10**8, 10**9, 5 * 10**8]


@given(SUPPLIES, U64, U64)
@settings(deadline=None)
def test_an_account_gives_no_more_than_it_can(supply: TaoSupply, holds: int, amount: int) -> None:
    refused = amount > holds
    assert (recycle_tao(supply, holds, amount) is None) == refused
    assert (burn_tao(supply, holds, amount) is None) == refused


@given(SUPPLIES, st.integers(EXISTENTIAL_DEPOSIT, 10**12), st.integers(0, 1000))
@settings(deadline=None)
def test_only_dust_that_a_burn_leaves_lowers_the_supply(supply: TaoSupply, amount: int, remainder: int) -> None:
    after = burn_tao(supply, amount + remainder, amount)
    dust = remainder if remainder < EXISTENTIAL_DEPOSIT else 0
    assert after == supply.lowered(dust)


@given(SUPPLIES, U64)
@settings(deadline=None)
def test_what_a_block_does_not_spend_is_as_if_never_minted(supply: TaoSupply, amount: int) -> None:
    after, minted = mint_tao(supply, amount)
    if after.total_issuance < 2**64 - 1:
        assert recycle_credit(after, minted) == supply


@given(ALPHA, U64)
@settings(deadline=None)
def test_alpha_minted_and_resolved_counts_once_in_each_record(supply: AlphaSupply, amount: int) -> None:
    minted = mint_alpha(supply, amount)
    assert (minted.alpha_in, minted.alpha_out) == (supply.alpha_in, supply.alpha_out)
    assert minted.total_issuance == min(supply.total_issuance + amount, 2**64 - 1)
    assert resolve_to_alpha_in(minted, amount).alpha_in == min(supply.alpha_in + amount, 2**64 - 1)
    assert resolve_to_alpha_out(minted, amount).alpha_out == min(supply.alpha_out + amount, 2**64 - 1)


def test_recycled_alpha_delays_its_subnets_halving_and_burnt_alpha_does_not() -> None:
    supply = AlphaSupply(alpha_in=HALF_SUPPLY - 10**9, alpha_out=10**9, total_issuance=HALF_SUPPLY)
    assert supply.block_emission == 5 * 10**8
    recycled, burnt = recycle_alpha(supply, 1), burn_alpha(supply, 1)
    assert (recycled.block_emission, recycled.recycled, recycled.total_issuance) == (10**9, 1, HALF_SUPPLY - 1)
    assert (burnt.block_emission, burnt.burned, burnt.total_issuance) == (5 * 10**8, 1, HALF_SUPPLY)


@given(ALPHA, U64)
@settings(deadline=None)
def test_recycling_alpha_stays_within_u64(supply: AlphaSupply, amount: int) -> None:
    after = recycle_alpha(supply, amount)
    assert after.alpha_out == max(supply.alpha_out - amount, 0)
    assert after.alpha_in == supply.alpha_in
    assert after.total_issuance == max(supply.total_issuance - amount, 0)
