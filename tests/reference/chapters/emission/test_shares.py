"""Shares of a block: never more than the block in all, and where that law ends."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Subnet, state_of

from subtensor_spec.arithmetic import I96F32, U64F64, U96F32
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.emission import block_emission, price_shares, root_sell
from subtensor_spec.chapters.emission.block_emission import enabled_shares
from subtensor_spec.chapters.emission.price_shares import Shares

ONE = U64F64.ONE
BLOCK_EMISSION = U96F32.saturating_from_num(10**9)

averages = st.one_of(st.sampled_from([0, 1, 2**32]), st.integers(0, 2**34), st.integers(0, 2**90)).map(I96F32.from_bits)
burned = st.one_of(st.sampled_from([0, 2**31, 2**32, 2**33]), st.integers(0, 2**32)).map(U96F32.from_bits)


def netuids(listed: list[Subnet]) -> list[NetUid]:
    return [NetUid(subnet.netuid) for subnet in listed]


def shares(listed: list[Subnet]) -> Shares:
    return price_shares.get_shares(state_of(listed), netuids(listed))


def shares_by_price(listed: list[Subnet]) -> Shares:
    return price_shares.get_shares_price_ema(state_of(listed), netuids(listed))


def unburned_part(subnet: Subnet) -> U64F64:
    return price_shares.unburned_part(state_of([subnet]), NetUid(subnet.netuid))


def subnet_block_emissions(listed: list[Subnet], emission: U96F32) -> dict[NetUid, U96F32]:
    return block_emission.get_subnet_block_emissions(state_of(listed), netuids(listed), emission)


def root_sell_flag(listed: list[Subnet]) -> bool:
    return root_sell.get_network_root_sell_flag(state_of(listed), netuids(listed))


@st.composite
def subnets(draw: st.DrawFn) -> list[Subnet]:
    numbers = draw(st.lists(st.integers(1, 40), max_size=8, unique=True))
    return [
        Subnet(
            netuid,
            mechanism=draw(st.sampled_from([1, 1, 1, 0])),
            moving_price=draw(averages),
            miner_burned=draw(burned),
            emission_enabled=draw(st.sampled_from([True, True, False])),
        )
        for netuid in numbers
    ]


def priced(*prices: float, burned: int = 0) -> list[Subnet]:
    return [
        Subnet(
            1 + place,
            moving_price=I96F32.from_bits(int(price * 2**32)),
            miner_burned=U96F32.saturating_from_num(burned),
        )
        for place, price in enumerate(prices)
    ]


@given(subnets())
@settings(deadline=None)
def test_shares_sum_to_at_most_one(views: list[Subnet]) -> None:
    """Price shares and weighted shares each sum to at most one, and lose at most a bit a subnet by rounding.

    The premise is that all price averages sum to less than 2**64 TAO; here they do.
    """
    for split in (shares_by_price(views), shares(views)):
        total = sum(share.bits for share in split.values())
        assert total <= ONE.bits
        assert not total or total > ONE.bits - len(views)


def test_the_law_ends_where_the_sum_of_prices_saturates() -> None:
    """Two averages of 2**64 TAO have a share of one each: their sum has saturated. Only if all miners are denied do
    these shares stand; otherwise they are normalised once more.
    """
    assert sum(share.bits for share in shares(priced(2.0**64, 2.0**64)).values()) == ONE.bits
    assert sum(share.bits for share in shares(priced(2.0**64, 2.0**64, burned=1)).values()) == 2 * ONE.bits


@given(subnets())
@settings(deadline=None)
def test_a_higher_weight_never_has_a_lower_share(views: list[Subnet]) -> None:
    """Shares are in the order of price times unburned part, as far as 64 fraction bits tell them apart."""
    split, by_price = shares(views), shares_by_price(views)
    weights = {NetUid(view.netuid): by_price[NetUid(view.netuid)].saturating_mul(unburned_part(view)) for view in views}
    if any(weights.values()):
        ordered = sorted(split, key=lambda netuid: (weights[netuid], split[netuid]))
        assert [split[netuid] for netuid in ordered] == sorted(split.values())


@given(subnets(), st.randoms())
@settings(deadline=None)
def test_the_order_of_subnets_does_not_matter(views: list[Subnet], random: object) -> None:
    """There is no tie-break: any order of subnets gives each the same share, listed by netuid."""
    shuffled = views.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert shares(views) == shares(shuffled)
    assert list(shares(views)) == sorted(view.netuid for view in views)


def test_shares_are_in_proportion_to_price_and_unburned_part() -> None:
    """Prices 1 and 3, and half of the second's miner emission withheld: two fifths and three fifths."""
    first, second = priced(1, 3)
    split = shares([first, replace(second, miner_burned=U96F32.from_bits(2**31))])
    assert [Fraction(share.bits, ONE.bits).limit_denominator(10**6) for share in split.values()] == [
        Fraction(2, 5),
        Fraction(3, 5),
    ]


def test_if_every_subnet_denies_its_miners_prices_decide() -> None:
    """Nothing is left to weigh by, so the price shares stand."""
    views = priced(1, 3, burned=1)
    assert shares(views) == shares_by_price(views)
    assert [share.bits for share in shares(views).values()] == [2**62, 3 * 2**62]


def test_more_than_all_withheld_counts_as_all() -> None:
    """A withheld proportion above one does not make a negative weight."""
    first, second = priced(1, 1)
    split = shares([first, replace(second, miner_burned=U96F32.saturating_from_num(2))])
    assert split == {1: ONE, 2: U64F64.ZERO}


def test_without_prices_nobody_has_a_share() -> None:
    """A sum of zero gives zero, not a panic; no subnets give no shares."""
    assert set(shares(priced(0, 0)).values()) == {U64F64.ZERO}
    assert shares([]) == {}


def test_a_subnet_listed_twice_counts_twice_but_is_given_once() -> None:
    """The sum is over the list, the answer over netuids."""
    (only,) = priced(1)
    assert shares_by_price([only, only]) == {1: U64F64.from_bits(2**63)}
    assert shares([only, only]) == {1: ONE}


@given(subnets(), st.integers(0, 2**96))
@settings(deadline=None)
def test_emissions_sum_to_at_most_the_block(views: list[Subnet], emission: int) -> None:
    """All subnets together are given no more than the block has, and a disabled one nothing."""
    given_out = subnet_block_emissions(views, U96F32.from_bits(emission))
    assert sum(amount.bits for amount in given_out.values()) <= emission
    assert not any(given_out[NetUid(view.netuid)] for view in views if not view.emission_enabled)
    assert set(given_out) == {view.netuid for view in views}


def test_a_disabled_subnet_leaves_its_share_to_the_others() -> None:
    """Of prices 1, 1 and 2 the last is disabled: the others have half each."""
    views = priced(1, 1, 2)
    views[2] = replace(views[2], emission_enabled=False)
    amounts = subnet_block_emissions(views, BLOCK_EMISSION)
    assert [amount.bits >> 32 for amount in amounts.values()] == [5 * 10**8, 5 * 10**8, 0]


def test_if_only_a_disabled_subnet_has_a_price_nobody_is_given_anything() -> None:
    """The block's TAO then reaches no subnet."""
    views = priced(0, 1)
    views[1] = replace(views[1], emission_enabled=False)
    assert set(subnet_block_emissions(views, BLOCK_EMISSION).values()) == {U96F32.ZERO}


def test_without_a_disabled_subnet_shares_are_not_normalised_again() -> None:
    """Shares that fall short of one by rounding stay short; one disabled subnet and they are divided by their sum."""
    third = ONE.bits // 3
    first, second, last = (NetUid(netuid) for netuid in (1, 2, 3))
    split = {first: U64F64.from_bits(third), second: U64F64.from_bits(third), last: U64F64.ZERO}
    assert enabled_shares(split, set()) == split
    assert enabled_shares(split, {NetUid(9)}) == split
    assert enabled_shares(split, {last})[first] == U64F64.from_bits(2**63)


def test_a_block_emission_beyond_64_bits_saturates() -> None:
    """It is counted as the greatest U64F64."""
    (amount,) = subnet_block_emissions(priced(1), U96F32.saturating_from_num(2**70)).values()
    assert amount == U96F32.from_bits((2**128 - 1) >> 32)


def test_root_sells_only_above_one_tao() -> None:
    """Averages that sum to exactly one do not suffice; one bit more does."""
    assert not root_sell_flag(priced(0.25, 0.75))
    assert root_sell_flag(priced(0.25, 0.75, 2**-32))
    assert not root_sell_flag([])


def test_the_sum_behind_the_flag_wraps() -> None:
    """Two averages of 2**63 TAO sum to zero; two at the limit of 2**64 wrap to almost as much, and root sells."""
    assert root_sell_flag(priced(2.0**64, 2.0**64))
    assert not root_sell_flag(priced(2.0**63, 2.0**63))
