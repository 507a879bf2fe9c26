"""Pending alpha among hotkeys: paid in proportion, never more than pending, and where that law ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.arithmetic import U96F32
from subtensor_spec.chapters.distribution.dividends import distributed_dividends, root_part, shared_out, stakes_of
from subtensor_spec.chapters.distribution.epoch import HotkeyEmission, dividends_and_incentives, epoch_distribution

NETUID = 7
ALL = 2**64 - 1
SUPPLY = 21 * 10**15
ONE = U96F32.ONE


@dataclass(frozen=True)
class Stakes:
    """Hotkeys with stakes; parents, where there are any, belong to the same owner."""

    stakes: Mapping[tuple[int, int], int]
    borrows: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    tao_weight: int = ALL
    childkey_burn: int = 0

    def stake(self, hotkey: int, netuid: int) -> int:
        return self.stakes.get((hotkey, netuid), 0)

    def parents(self, hotkey: int, netuid: int) -> Sequence[tuple[int, int]]:
        return self.borrows.get(hotkey, ())

    def children(self, hotkey: int, netuid: int) -> Sequence[tuple[int, int]]:
        return ()

    def owner(self, hotkey: int) -> int:
        return 0

    def childkey_take(self, hotkey: int, netuid: int) -> int:
        return 0


rao = st.one_of(st.sampled_from([0, 1, SUPPLY]), st.integers(0, SUPPLY))
weights = st.one_of(st.sampled_from([0, 2**32]), st.integers(0, 2**32)).map(U96F32.from_bits)
dividend = st.one_of(st.just(0), st.integers(0, 2**80), st.integers(0, 2**110)).map(U96F32.from_bits)
hotkeys = st.integers(0, 9)


def total(paid: Mapping[int, U96F32]) -> int:
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
    assert list(paid.alpha) == list(paid.root) == sorted(stakes.keys() & dividends.keys())


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
    epoch = dividends_and_incentives(Stakes({}), NETUID, [HotkeyEmission(*row) for row in rows])
    for place, amounts in ((1, epoch.incentives), (2, {key: part.bits >> 32 for key, part in epoch.dividends.items()})):
        expected = {row[0]: sum(other[place] for other in rows if other[0] == row[0]) for row in rows}
        assert amounts == expected
        assert list(amounts) == sorted(amounts)


def test_incentives_saturate() -> None:
    """Two incentives of one hotkey that exceed 64 bits together are the greatest amount."""
    epoch = dividends_and_incentives(Stakes({}), NETUID, [HotkeyEmission(1, ALL, 0), HotkeyEmission(1, 1, 0)])
    assert epoch.incentives == {1: ALL}


def test_parents_share_in_dividends_and_not_in_incentives() -> None:
    """A parent with all the stake takes the dividends; the incentive stays."""
    family = Stakes({(2, NETUID): 100}, {1: [(ALL, 2)]})
    epoch = dividends_and_incentives(family, NETUID, [HotkeyEmission(1, 40, 60)])
    assert epoch.incentives == {1: 40}
    assert {key: amount.bits >> 32 for key, amount in epoch.dividends.items()} == {1: 0, 2: 60}


def test_plain_stake_decides_between_root_and_alpha() -> None:
    """Stake that is lent away still counts for its holder here."""
    family = Stakes({(1, NETUID): 5, (1, 0): 6}, {2: [(ALL, 1)]})
    assert stakes_of(family, [1, 2], NETUID) == {1: (5, 6), 2: (0, 0)}


def test_the_epochs_dividends_are_proportions_of_pending_alpha() -> None:
    """Dividends of 1 and 3 pay 250 and 750 of a thousand pending; a hotkey without any stake is paid as alpha."""
    family = Stakes({(1, NETUID): 5, (2, NETUID): 5})
    rows = [HotkeyEmission(1, 0, 1), HotkeyEmission(2, 8, 3), HotkeyEmission(3, 0, 0)]
    paid = epoch_distribution(family, NETUID, 0, 1_000, rows, ONE)
    assert {key: amount.bits >> 32 for key, amount in paid.dividends.alpha.items()} == {1: 250, 2: 750, 3: 0}
    assert total(paid.dividends.root) == 0
    assert paid.incentives == {1: 0, 2: 8, 3: 0}
