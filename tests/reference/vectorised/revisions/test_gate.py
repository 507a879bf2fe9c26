"""The gate for all subnets at once gives the same bits as for one after the other, on any shares and on real ones."""

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_conformance.subjects.revisions.real import blocks_441
from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.items.pools import SubnetMechanism
from subtensor_spec.chain.items.revisions import EmissionGateBar, EmissionGateExponent
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission.eligibility import get_subnets_to_emit_to
from subtensor_spec.chapters.emission.price_shares import get_shares
from subtensor_spec.chapters.revisions import gate as exact
from subtensor_spec.chapters.subnets.existence import get_all_subnet_netuids
from subtensor_spec.vectorised.revisions import gate
from subtensor_spec.vectorised.words.integers import integers

ONE = U64F64.ONE.bits

some = st.one_of(st.integers(0, 4), st.integers(0, ONE // 50), st.integers(0, ONE), st.integers(0, 2**128 - 1))
many = st.lists(some, max_size=8)


def numbers(bits: list[int]) -> list[U64F64]:
    return [U64F64.from_bits(each) for each in bits]


@given(many, some)
@settings(deadline=None, max_examples=150)
def test_the_bar_of_a_quantile(shares: list[int], quantile: int) -> None:
    expected = exact.quantile_bar(numbers(shares), U64F64.from_bits(quantile))
    assert gate.quantile_bar(integers(shares), quantile) == expected.bits


@given(many, st.integers(1, 12))
@settings(deadline=None, max_examples=150)
def test_the_bar_of_a_rank(shares: list[int], rank: int) -> None:
    assert gate.rank_bar(integers(shares), rank) == exact.rank_bar(numbers(shares), rank).bits


@given(many, some, st.one_of(st.just(3 * ONE), some))
@settings(deadline=None, max_examples=150)
def test_what_passes(shares: list[int], bar: int, exponent: int) -> None:
    given_ = {NetUid(netuid): share for netuid, share in enumerate(numbers(shares))}
    expected = exact.apply_emission_gate(given_, U64F64.from_bits(bar), U64F64.from_bits(exponent))
    found = gate.apply_emission_gate(integers(shares), bar, exponent)
    assert [int(share) for share in found] == [share.bits for share in expected.values()]


def test_real_shares_give_the_bar_that_the_chain_stored() -> None:
    """Block 8 766 000 set the bar at rank 32."""
    before, after = blocks_441()
    state, chain = State(before.storage), State(after.storage)
    for netuid in get_all_subnet_netuids(state):
        SubnetMechanism.put(state, netuid, 1)
    shares = get_shares(state, get_subnets_to_emit_to(state, get_all_subnet_netuids(state)))
    bits = integers(share.bits for share in shares.values())
    bar = EmissionGateBar.get(chain)
    assert gate.rank_bar(bits, 32) == bar.bits
    exponent = EmissionGateExponent.get(chain)
    expected = exact.apply_emission_gate(shares, bar, exponent)
    assert [*map(int, gate.apply_emission_gate(bits, bar.bits, exponent.bits))] == [s.bits for s in expected.values()]
