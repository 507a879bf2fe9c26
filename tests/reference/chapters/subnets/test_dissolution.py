"""Dissolving a subnet: who is paid what, who may, and what is left of it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.event_kinds.subtensor_module import NetworkRemoved, SubnetIdentityRemoved
from subtensor_spec.chain.items.commitments import TimelockedIndex
from subtensor_spec.chain.items.consensus import MechanismCountCurrent, Weights
from subtensor_spec.chain.items.emission import SubnetOwnerCut, TaoInRefundDeploymentBlock
from subtensor_spec.chain.items.neurons import IsNetworkMember, Keys, MinAllowedUids, Uids
from subtensor_spec.chain.items.pools import SubnetAlphaOut, SubnetProtocolAlpha, SubnetTAO
from subtensor_spec.chain.items.rate_limits import TransactionKeyLastBlock
from subtensor_spec.chain.items.staking import Alpha, AlphaV2, TotalHotkeyAlpha, TotalStake
from subtensor_spec.chain.items.subnets import (
    NetworkRegistrationStartBlock,
    NetworksAdded,
    SubnetIdentitiesV3,
    SubnetLeases,
    SubnetLocked,
    SubnetUidToLeaseId,
    TotalNetworks,
)
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.pallets import COMMITMENTS
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import declared_items, storage_prefix
from subtensor_spec.chain.types import (
    ROOT,
    AccountId,
    AlphaBalance,
    BlockNumber,
    LeaseId,
    MechId,
    NetUid,
    NetUidStorageIndex,
    SubnetIdentityV3,
    SubnetLease,
    TaoBalance,
    Uid,
)
from subtensor_spec.chapters.balances.tao import get_coldkey_balance
from subtensor_spec.chapters.neurons.places import append_neuron
from subtensor_spec.chapters.staking.stakes import increase_stake_for_hotkey_and_coldkey_on_subnet
from subtensor_spec.chapters.subnets.dissolution import dissolve_network, do_dissolve_network, root_dissolve_network
from subtensor_spec.chapters.subnets.existence import account_of
from subtensor_spec.chapters.subnets.refunds import owner_refund, portions, protocol_alpha
from subtensor_spec.chapters.subnets.registration import register_network
from subtensor_spec.chapters.subnets.removal import purge_commitments, remove_network

Refusal = Callable[[Callable[[], object]], str | None]
Fund = Callable[[State, AccountId, int], None]

FIRST, SECOND = NetUid(1), NetUid(2)
HOTKEY, ANNA, BERT, STRANGER = (AccountId(bytes([number]) * 32) for number in (0xAA, 1, 2, 0xDD))
TAO = 10**9


@pytest.fixture
def staked(chain: State, fund: Fund) -> State:
    """Subnet 1 with its TAO on its account; of the hotkey's 2 000 alpha three quarters are Anna's, the rest Bert's."""
    fund(chain, account_of(FIRST), 1_000 * TAO)
    for coldkey, alpha in ((ANNA, 1_500), (BERT, 500)):
        increase_stake_for_hotkey_and_coldkey_on_subnet(chain, HOTKEY, coldkey, FIRST, AlphaBalance(alpha * TAO))
    SubnetAlphaOut.put(chain, FIRST, AlphaBalance(2_000 * TAO))
    TotalStake.put(chain, TaoBalance(5_000 * TAO))
    return chain


def test_only_root_dissolves_and_never_root(chain: State, coldkey: AccountId, refusal: Refusal) -> None:
    assert refusal(lambda: root_dissolve_network(chain, Signed(coldkey), FIRST)) == "BadOrigin"
    assert refusal(lambda: dissolve_network(chain, Signed(coldkey), coldkey, FIRST)) == "BadOrigin"
    for netuid in (ROOT, NetUid(9)):
        assert refusal(lambda netuid=netuid: root_dissolve_network(chain, Root(), netuid)) == "SubnetNotExists"
    dissolve_network(chain, Root(), STRANGER, FIRST)
    assert NetworksAdded.keys(chain) == [ROOT, SECOND]
    assert chain.events[-1] == NetworkRemoved(FIRST)


def test_the_pools_alpha_has_its_part_of_the_pot_which_is_recycled(staked: State) -> None:
    do_dissolve_network(staked, FIRST)
    assert [get_coldkey_balance(staked, coldkey) for coldkey in (ANNA, BERT)] == [375 * TAO, 125 * TAO]
    assert get_coldkey_balance(staked, account_of(FIRST)) == 500
    assert TotalStake.get(staked) == 4_000 * TAO
    assert [item.entries(staked) and list(item.entries(staked)) for item in (AlphaV2, TotalHotkeyAlpha)] == [[], []]


def test_an_earlier_subnets_stakers_share_the_whole_pot(staked: State) -> None:
    TaoInRefundDeploymentBlock.put(staked, 1)
    assert protocol_alpha(staked, FIRST) == 0
    do_dissolve_network(staked, FIRST)
    assert [get_coldkey_balance(staked, coldkey) for coldkey in (ANNA, BERT)] == [750 * TAO, 250 * TAO]


def test_the_chains_own_alpha_counts_in_either_case_and_saturates(staked: State) -> None:
    SubnetProtocolAlpha.put(staked, FIRST, AlphaBalance(2**64 - 1))
    assert protocol_alpha(staked, FIRST) == 2**64 - 1
    TaoInRefundDeploymentBlock.put(staked, 1)
    assert protocol_alpha(staked, FIRST) == 2**64 - 1


def test_a_payment_that_fails_stops_no_other(staked: State) -> None:
    SubnetTAO.put(staked, FIRST, TaoBalance(4_000 * TAO))
    do_dissolve_network(staked, FIRST)
    assert [get_coldkey_balance(staked, coldkey) for coldkey in (ANNA, BERT)] == [0, 500 * TAO]


@given(st.integers(0, 2**64 - 1), st.lists(st.integers(1, 2**64 - 1), min_size=1, max_size=8))
def test_a_pot_is_shared_out_to_the_last_rao_and_nobody_is_a_rao_off(pot: int, amounts: list[int]) -> None:
    shares = portions(pot, amounts)
    assert sum(share for _, share in shares) == pot
    assert sorted(place for place, _ in shares) == list(range(len(amounts)))
    assert all(0 <= share - pot * amounts[place] // sum(amounts) <= 1 for place, share in shares)


def test_what_is_left_over_goes_to_the_greatest_remainders_the_first_of_equal_ones() -> None:
    assert portions(100, [1, 2, 4]) == [(1, 29), (0, 14), (2, 57)]
    assert portions(2, [1, 1, 1]) == [(0, 1), (1, 1), (2, 0)]
    assert portions(6, [1, 2]) == [(0, 2), (1, 4)]


def test_only_the_owner_of_an_old_subnet_has_his_lock_back_less_what_he_could_have_earned(
    staked: State, coldkey: AccountId
) -> None:
    SubnetLocked.put(staked, FIRST, TaoBalance(100 * TAO))
    SubnetOwnerCut.put(staked, 2**16 - 1)
    assert owner_refund(staked, FIRST) == 0
    NetworkRegistrationStartBlock.put(staked, 2)
    assert owner_refund(staked, FIRST) == 0, "4 000 alpha at half a TAO are more than the lock"
    SubnetOwnerCut.put(staked, 0)
    assert owner_refund(staked, FIRST) == 100 * TAO
    before = get_coldkey_balance(staked, coldkey)
    do_dissolve_network(staked, FIRST)
    assert get_coldkey_balance(staked, coldkey) == before, "all that is left is the chain's own share"


def test_an_old_owner_is_paid_what_the_account_has_beyond_the_chains_share(
    staked: State, coldkey: AccountId, fund: Fund
) -> None:
    NetworkRegistrationStartBlock.put(staked, 2)
    SubnetOwnerCut.put(staked, 0)
    SubnetLocked.put(staked, FIRST, TaoBalance(100 * TAO))
    fund(staked, account_of(FIRST), 30 * TAO)
    before = get_coldkey_balance(staked, coldkey)
    do_dissolve_network(staked, FIRST)
    assert get_coldkey_balance(staked, coldkey) == before + 30 * TAO


def test_a_share_worth_nothing_counts_with_its_number(staked: State) -> None:
    TotalHotkeyAlpha.put(staked, HOTKEY, FIRST, AlphaBalance(0))
    TaoInRefundDeploymentBlock.put(staked, 1)
    do_dissolve_network(staked, FIRST)
    assert [get_coldkey_balance(staked, coldkey) for coldkey in (ANNA, BERT)] == [750 * TAO, 250 * TAO]
    assert not list(Alpha.entries(staked))


def test_nothing_of_a_subnet_is_left_but_what_the_page_names(chain: State, coldkey: AccountId) -> None:
    """The items that still have an entry for a subnet that was created and dissolved."""
    before = set(chain.storage())
    register_network(chain, Signed(coldkey), HOTKEY)
    do_dissolve_network(chain, NetUid(3))
    items = declared_items()
    left = {items[key[:32]].name for key in set(chain.storage()) - before}
    assert left == {
        "Account", "LastRateLimitedBlock", "NetworkLastLockCost", "Owner", "OwnedHotkeys", "RegisteredSubnetCounter",
        "StakingHotkeys", "SubnetEmissionEnabled", "TimelockedIndex", "TotalStake",
    }  # fmt: skip


def test_roots_weights_for_the_subnet_become_zero(chain: State) -> None:
    Weights.put(chain, NetUidStorageIndex(0), Uid(4), ((1, 10), (2, 20)))
    remove_network(chain, FIRST)
    assert Weights.get(chain, NetUidStorageIndex(0), Uid(4)) == ((1, 0), (2, 20))


def test_neurons_mechanisms_and_what_stands_below_hotkeys_go_and_those_of_others_stay(chain: State) -> None:
    MechanismCountCurrent.put(chain, FIRST, MechId(2))
    for netuid in (FIRST, SECOND):
        append_neuron(chain, netuid, HOTKEY, 5)
        TransactionKeyLastBlock.put(chain, HOTKEY, netuid, 0, 7)
        MinAllowedUids.put(chain, netuid, 3)
    for index in (1, 4097, 2):
        Weights.put(chain, NetUidStorageIndex(index), Uid(0), ((0, 1),))
    TotalNetworks.put(chain, 0)
    remove_network(chain, FIRST)
    assert [keys for keys, _ in Weights.entries(chain)] == [(2, 0)]
    assert TransactionKeyLastBlock.keys(chain) == [(HOTKEY, SECOND, 0)]
    for item in (Keys, Uids):
        assert [keys[0] for keys, _ in item.entries(chain)] == [SECOND]
    assert IsNetworkMember.keys(chain) == [(HOTKEY, SECOND)]
    assert MinAllowedUids.get(chain, FIRST) == 3
    assert TotalNetworks.get(chain) == 0


def test_an_identity_goes_with_an_event_and_a_lease_with_all_its_parts(chain: State) -> None:
    SubnetIdentitiesV3.put(chain, FIRST, SubnetIdentityV3(*[b""] * 8))
    SubnetUidToLeaseId.put(chain, FIRST, LeaseId(5))
    SubnetLeases.put(chain, LeaseId(5), SubnetLease(ANNA, BERT, HOTKEY, 10, BlockNumber(9), FIRST, TaoBalance(1)))
    remove_network(chain, FIRST)
    assert chain.events == [SubnetIdentityRemoved(FIRST)]
    assert [SubnetLeases.keys(chain), SubnetUidToLeaseId.keys(chain)] == [[], []]


def test_commitments_go_by_subnet_and_their_index_is_always_stored(chain: State) -> None:
    prefix = storage_prefix(COMMITMENTS, "CommitmentOf")
    for netuid in (1, 2):
        chain.write_raw(prefix + bytes([netuid, 0]) + bytes(40), b"\0")
    assert not TimelockedIndex.exists(chain)
    purge_commitments(chain, FIRST)
    assert TimelockedIndex.exists(chain)
    assert chain.raw_keys(prefix, prefix) == [prefix + bytes([2, 0]) + bytes(40)]
    TimelockedIndex.put(chain, ((FIRST, ANNA), (SECOND, ANNA)))
    purge_commitments(chain, FIRST)
    assert TimelockedIndex.get(chain) == ((SECOND, ANNA),)
