"""Pending alpha among hotkeys: paid in proportion, never more than pending, and where that law ends."""

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reference.hand_made import Family, account, number

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid
from subtensor_spec.chapters.distribution import dividends as rules
from subtensor_spec.chapters.distribution.dividends import (
    PaidDividends,
    calculate_dividend_distribution,
    get_stake_map,
)
from subtensor_spec.chapters.distribution.epoch import (
    EpochDividends,
    HotkeyEmission,
    calculate_dividend_and_incentive_distribution,
    calculate_dividends_and_incentives,
)

NETUID = NetUid(7)
ALL = 2**64 - 1
SUPPLY = 21 * 10**15
ONE = U96F32.ONE


def distributed_dividends(
    alpha: int, root: int, weight: U96F32, stakes: Mapping[int, tuple[int, int]], dividends: Mapping[int, U96F32]
) -> PaidDividends:
    stake_map = {account(key): (AlphaBalance(here), AlphaBalance(there)) for key, (here, there) in stakes.items()}
    parts = {account(hotkey): amount for hotkey, amount in dividends.items()}
    return calculate_dividend_distribution(AlphaBalance(alpha), AlphaBalance(root), weight, stake_map, parts)


def emission(rows: Sequence[tuple[int, int, int]]) -> list[HotkeyEmission]:
    return [HotkeyEmission(account(key), AlphaBalance(paid), AlphaBalance(earned)) for key, paid, earned in rows]


def dividends_and_incentives(family: Family, rows: Sequence[tuple[int, int, int]]) -> EpochDividends:
    return calculate_dividends_and_incentives(family.on(NETUID), NETUID, emission(rows))


def whole(amounts: Mapping[AccountId, U96F32]) -> dict[int, int]:
    """Amounts in whole rao, by the numbers of accounts."""
    return {number(key): amount.bits >> 32 for key, amount in amounts.items()}


def numbered(amounts: Mapping[AccountId, AlphaBalance]) -> dict[int, int]:
    """Amounts by the numbers of accounts."""
    return {number(key): amount for key, amount in amounts.items()}


rao = st.one_of(st.sampled_from([0, 1, SUPPLY]), st.integers(0, SUPPLY))
weights = st.one_of(st.sampled_from([0, 2**32]), st.integers(0, 2**32)).map(U96F32.from_bits)
dividend = st.one_of(st.just(0), st.integers(0, 2**80), st.integers(0, 2**110)).map(U96F32.from_bits)
hotkeys = st.integers(0, 9)


def root_part(amount: U96F32, alpha: int, root: int, weight: U96F32) -> U96F32:
    return rules.root_part(amount, AlphaBalance(alpha), AlphaBalance(root), weight)


def shared_out(pending: int, parts: Mapping[int, U96F32]) -> dict[int, U96F32]:
    by_account = {account(key): part for key, part in parts.items()}
    return {number(key): amount for key, amount in rules.shared_out(AlphaBalance(pending), by_account).items()}


def total(paid: Mapping[AccountId, U96F32]) -> int:
    return sum(amount.bits for amount in paid.values())


@given(rao, rao, weights, st.dictionaries(hotkeys, st.tuples(rao, rao)), st.dictionaries(hotkeys, dividend))
@settings(deadline=None)
def test_no_more_is_paid_than_is_pending(
    alpha: int, root: int, weight: U96F32, stakes: dict[int, tuple[int, int]], dividends: dict[int, U96F32]
) -> None:
    """Neither alpha nor root payments exceed what is pending; hotkeys without a stake entry are paid nothing.

    The premise is that all dividends sum to less than 2**96 rao, as every sum of 64-bit amounts does.
    """
    paid = distributed_dividends(alpha, root, weight, stakes, dividends)
    assert total(paid.alpha) <= alpha << 32
    assert total(paid.root) <= root << 32
    assert list(paid.alpha) == list(paid.root)
    assert [number(key) for key in paid.alpha] == sorted(stakes.keys() & dividends.keys())


def test_the_law_ends_where_the_sum_of_dividends_saturates() -> None:
    """Two dividends at the limit of the format have a share of one each: twice the pending alpha is paid."""
    paid = distributed_dividends(10, 0, ONE, {1: (1, 0), 2: (1, 0)}, {1: U96F32.MAX, 2: U96F32.MAX})
    assert total(paid.alpha) == 20 << 32


@given(dividend, rao, rao, weights)
@settings(deadline=None)
def test_a_dividend_is_parted_without_loss(amount: U96F32, alpha: int, root: int, weight: U96F32) -> None:
    """The root part is within the dividend, and none of it without stake on root."""
    part = root_part(amount, alpha, root, weight)
    assert part <= amount
    assert root or not part


def test_a_dividend_is_parted_by_weighted_stake() -> None:
    """30 TAO at a weight of a half beside 5 alpha: three quarters are root's."""
    amount = U96F32.saturating_from_num(100)
    assert root_part(amount, 5, 30, U96F32.from_bits(2**31)) == U96F32.saturating_from_num(75)
    assert root_part(amount, 0, 0, ONE) == U96F32.ZERO


def test_pending_alpha_is_shared_out_by_part() -> None:
    """One part and three parts of eight rao; nothing to divide by pays nobody."""
    parts = {1: U96F32.saturating_from_num(1), 2: U96F32.saturating_from_num(3)}
    assert [amount.bits >> 32 for amount in shared_out(8, parts).values()] == [2, 6]
    assert shared_out(8, {1: U96F32.ZERO}) == {1: U96F32.ZERO}
    assert shared_out(8, {}) == {}


def test_the_quotient_is_formed_before_the_product() -> None:
    """Part times pending alpha would exceed a U96F32 for amounts that the chain can hold."""
    huge = U96F32.saturating_from_num(SUPPLY)
    assert shared_out(SUPPLY, {1: huge, 2: huge}) == dict.fromkeys((1, 2), U96F32.saturating_from_num(SUPPLY // 2))


def test_root_and_alpha_are_each_paid_once() -> None:
    """A hotkey on root alone is paid all of root's alpha and none of the subnet's; the other the reverse."""
    hundred = U96F32.saturating_from_num(100)
    paid = distributed_dividends(50, 70, ONE, {1: (9, 0), 2: (0, 9)}, {1: hundred, 2: hundred})
    assert [amount.bits >> 32 for amount in paid.alpha.values()] == [50, 0]
    assert [amount.bits >> 32 for amount in paid.root.values()] == [0, 70]


@given(st.lists(st.tuples(hotkeys, rao, rao), max_size=6))
@settings(deadline=None)
def test_an_epoch_hands_on_what_it_was_given(rows: list[tuple[int, int, int]]) -> None:
    """Without parents incentives and dividends are those of the epoch, added up by hotkey."""
    epoch = dividends_and_incentives(Family(), rows)
    for place, amounts in ((1, numbered(epoch.incentives)), (2, whole(epoch.dividends))):
        expected = {row[0]: sum(other[place] for other in rows if other[0] == row[0]) for row in rows}
        assert amounts == expected
        assert list(amounts) == sorted(amounts)


def test_incentives_saturate() -> None:
    """Two incentives of one hotkey that exceed 64 bits together are the greatest amount."""
    epoch = dividends_and_incentives(Family(), [(1, ALL, 0), (1, 1, 0)])
    assert numbered(epoch.incentives) == {1: ALL}


def test_parents_share_in_dividends_and_not_in_incentives() -> None:
    """A parent with all the stake takes the dividends; the incentive stays."""
    family = Family({(2, NETUID): 100}, borrows={1: [(ALL, 2)]})
    epoch = dividends_and_incentives(family, [(1, 40, 60)])
    assert numbered(epoch.incentives) == {1: 40}
    assert whole(epoch.dividends) == {1: 0, 2: 60}


def test_plain_stake_decides_between_root_and_alpha() -> None:
    """Stake that is lent away still counts for its holder here."""
    family = Family({(1, NETUID): 5, (1, 0): 6}, borrows={2: [(ALL, 1)]})
    found = get_stake_map(family.on(NETUID), NETUID, [account(1), account(2)])
    assert found == {account(1): (5, 6), account(2): (0, 0)}


def test_the_epochs_dividends_are_proportions_of_pending_alpha() -> None:
    """Dividends of 1 and 3 pay 250 and 750 of a thousand pending; a hotkey without any stake is paid as alpha."""
    state = Family({(1, NETUID): 5, (2, NETUID): 5}).on(NETUID)
    rows = emission([(1, 0, 1), (2, 8, 3), (3, 0, 0)])
    pending = AlphaBalance(0), AlphaBalance(1_000)
    paid = calculate_dividend_and_incentive_distribution(state, NETUID, *pending, rows, ONE)
    assert whole(paid.dividends.alpha) == {1: 250, 2: 750, 3: 0}
    assert total(paid.dividends.root) == 0
    assert numbered(paid.incentives) == {1: 0, 2: 8, 3: 0}
