"""A subnet's terms: no TAO is lost between pool and purchase, and the cap holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Root, Subnet, state_of

from subtensor_spec.arithmetic import U64F64, U96F32
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission import root_proportion as rules
from subtensor_spec.chapters.emission import subnet_terms as terms_rules
from subtensor_spec.chapters.emission.subnet_terms import SubnetTerms

ALL = 2**64 - 1
SUPPLY = 21 * 10**15

rao = st.one_of(st.sampled_from([0, 1, SUPPLY, ALL]), st.integers(0, SUPPLY))
roots = st.builds(Root, rao, st.one_of(st.sampled_from([0, 1, 2**32, ALL]), st.integers(0, ALL)))
prices = st.one_of(st.sampled_from([0, 1, 2**32 - 1, 2**32, 2**64]), st.integers(0, 2**68)).map(U64F64.from_bits)
amounts = st.one_of(st.integers(0, 2**64), st.integers(0, 2**128 - 1)).map(U96F32.from_bits)


def root_proportion(issuance: int, root: Root) -> U96F32:
    return rules.root_proportion(state_of([Subnet(1, alpha_out=issuance)], root=root), NetUid(1))


def alpha_emission(issuance: int) -> U96F32:
    return terms_rules.alpha_emission(state_of([Subnet(1, alpha_out=issuance)]), NetUid(1))


def subnet_terms(emission: U96F32, subnet: Subnet, root: Root) -> SubnetTerms:
    return terms_rules.terms_of_subnet(state_of([subnet], root=root), NetUid(subnet.netuid), emission, subnet.price)


@given(rao, roots)
@settings(deadline=None)
def test_root_proportion_lies_between_zero_and_one(issuance: int, root: Root) -> None:
    """It is one only if root has weighted TAO and the subnet no alpha."""
    proportion = root_proportion(issuance, root)
    assert proportion <= U96F32.ONE
    assert (proportion == U96F32.ONE) <= (issuance == 0)


def test_root_proportion_without_anything_is_zero() -> None:
    """Zero over zero is zero; TAO without weight counts nothing."""
    assert root_proportion(0, Root(0, ALL)) == U96F32.ZERO
    assert root_proportion(0, Root(SUPPLY, 2**32 - 1)) == U96F32.ZERO


def test_root_proportion_falls_as_alpha_is_issued() -> None:
    """Half of root's size, and the proportion is two thirds."""
    root = Root(1000, ALL)
    assert root_proportion(500, root).bits == 2**33 // 3
    assert root_proportion(1000, root).bits == 2**31


@given(amounts, prices, rao, rao, roots)
@settings(deadline=None)
def test_all_tao_goes_into_the_pool_or_buys(
    emission: U96F32, price: U64F64, alpha_in: int, alpha_out: int, root: Root
) -> None:
    """TAO in and excess are exactly the emission; alpha in is within the cap and worth no more than the TAO in."""
    subnet = Subnet(1, alpha_in=alpha_in, alpha_out=alpha_out, price=price)
    terms = subnet_terms(emission, subnet, root)
    assert terms.tao_in.bits + terms.excess_tao.bits == emission.bits
    issuance = min(alpha_in + alpha_out, ALL)
    cap = root_proportion(issuance, root).saturating_mul(terms.alpha_out)
    assert terms.alpha_in <= cap <= terms.alpha_out
    assert terms.alpha_in.bits * (price.bits >> 32) >> 32 <= terms.tao_in.bits
    assert terms.alpha_out == alpha_emission(issuance)


@pytest.mark.parametrize("price", [0, 2**32 - 1])
def test_at_a_price_below_the_least_bit_tao_goes_in_alone(price: int) -> None:
    """The price is first rounded down to 32 fraction bits; at zero all TAO is put into the pool, without any alpha."""
    subnet = Subnet(1, price=U64F64.from_bits(price))
    terms = subnet_terms(U96F32.saturating_from_num(10**9), subnet, Root(SUPPLY, ALL))
    assert (terms.tao_in, terms.alpha_in) == (U96F32.saturating_from_num(10**9), U96F32.ZERO)


def test_a_quotient_that_does_not_fit_gives_no_alpha() -> None:
    """Where TAO over price overflows, the alpha is zero and not the limit, so the cap never comes into play."""
    subnet = Subnet(1, price=U64F64.from_bits(2**32))
    terms = subnet_terms(U96F32.MAX, subnet, Root(SUPPLY, ALL))
    assert (terms.tao_in, terms.alpha_in, terms.excess_tao) == (U96F32.MAX, U96F32.ZERO, U96F32.ZERO)


def test_a_subnet_beside_a_small_root_buys_with_what_it_may_not_inject() -> None:
    """Root is a quarter: of one alpha emitted a quarter may go in, at a price of two that is half a TAO of the
    one given.
    """
    subnet = Subnet(1, alpha_out=3_000, price=U64F64.saturating_from_num(2))
    terms = subnet_terms(U96F32.saturating_from_num(10**9), subnet, Root(1_000, ALL))
    whole = [amount.bits >> 32 for amount in (terms.tao_in, terms.alpha_in, terms.alpha_out, terms.excess_tao)]
    assert whole == [500_000_000, 250_000_000, 1_000_000_000, 500_000_000]


def test_alpha_in_is_not_simply_the_tao_emission() -> None:
    """At a price of a half, one TAO is worth two alpha: both numbers go in, not the same one twice."""
    subnet = Subnet(1, price=U64F64.from_bits(2**63))
    terms = subnet_terms(U96F32.saturating_from_num(10**8), subnet, Root(SUPPLY, ALL))
    assert (terms.tao_in.bits >> 32, terms.alpha_in.bits >> 32) == (10**8, 2 * 10**8)


@pytest.mark.parametrize(
    ("issuance", "rao_a_block"),
    [(0, 10**9), (SUPPLY // 2 - 1, 10**9), (SUPPLY // 2, 5 * 10**8), (SUPPLY, 0), (ALL, 0)],
)
def test_alpha_follows_the_curve_of_tao(issuance: int, rao_a_block: int) -> None:
    """One alpha a block, halved where half of 21 million are issued."""
    assert alpha_emission(issuance) == U96F32.saturating_from_num(rao_a_block)


def test_terms_of_a_block_are_in_order_of_netuid_and_leave_none_out() -> None:
    """A subnet that was given nothing still emits its alpha."""
    state = state_of([Subnet(netuid) for netuid in (9, 3, 5)], root=Root(SUPPLY, ALL))
    nothing = {NetUid(netuid): U96F32.ZERO for netuid in (9, 3)}
    terms = terms_rules.get_subnet_terms(state, nothing, lambda _state, _netuid: U64F64.ONE)
    assert list(terms) == [3, 9]
    assert all(term.alpha_out.bits >> 32 == 10**9 for term in terms.values())
