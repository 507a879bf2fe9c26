"""What an epoch reads from the state and leaves in it."""

import pytest
from tests.reference.hand_made import Subnet, account, state_of

from subtensor_spec.chain.event_kinds.subtensor_module import IncentiveAlphaEmittedToMiners
from subtensor_spec.chain.items.consensus import (
    Active,
    Bonds,
    Emission,
    Incentive,
    LastUpdate,
    MechanismCountCurrent,
    StakeWeight,
    ValidatorPermit,
    Weights,
)
from subtensor_spec.chain.items.neurons import BlockAtRegistration, IsNetworkMember, Keys
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.items.subnets import SubnetworkN
from subtensor_spec.chain.items.voting_power import VotingPower, VotingPowerEmaAlpha, VotingPowerTrackingEnabled
from subtensor_spec.chain.items.weights import CommitRevealWeightsEnabled, TimelockedWeightCommits, WeightCommits
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AlphaBalance, Hash, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.consensus.epoch import run_epoch
from subtensor_spec.chapters.consensus.reading import epoch_input
from subtensor_spec.chapters.consensus.writing import store_mechanism, store_subnet, terms_by_hotkey
from subtensor_spec.chapters.mechanisms.epochs import epoch_with_mechanisms
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index

NETUID, MAIN, SECOND = NetUid(3), MechId(0), MechId(1)
INDEX = NetUidStorageIndex(3)
EMISSION = AlphaBalance(1_000)
HASH = Hash(bytes(32))


@pytest.fixture
def state() -> State:
    """Three neurons, registered in blocks 10, 11 and 12; hotkeys do not come in order of uid."""
    state = state_of([Subnet(NETUID, tempo=360)], block=1_000)
    SubnetworkN.put(state, NETUID, 3)
    for uid, number in enumerate((7, 5, 6)):
        Keys.put(state, NETUID, Uid(uid), account(number))
        BlockAtRegistration.put(state, NETUID, Uid(uid), 10 + uid)
        TotalHotkeyAlpha.put(state, account(number), NETUID, AlphaBalance(100 * number))
        TotalHotkeyAlpha.put(state, account(number), ROOT, AlphaBalance(number))
    return state


def test_neurons_are_read_by_uid(state: State) -> None:
    """Stake and registration belong to the hotkey and the uid; a uid without a hotkey has neither."""
    SubnetworkN.put(state, NETUID, 4)
    BlockAtRegistration.put(state, NETUID, Uid(3), 13)
    epoch = epoch_input(state, NETUID, MAIN, EMISSION)
    assert (epoch.n, epoch.alpha_stake, epoch.tao_stake) == (4, [700, 500, 600, 0], [7, 5, 6, 0])
    assert epoch.block_at_registration == [10, 11, 12, 0]


def test_rows_of_uids_beyond_n_are_left_out(state: State) -> None:
    """What a row holds is read as stored, uids beyond n included."""
    for item in (Weights, Bonds):
        item.put(state, INDEX, Uid(1), ((9, 5), (0, 7)))
        item.put(state, INDEX, Uid(3), ((0, 1),))
    epoch = epoch_input(state, NETUID, MAIN, EMISSION)
    assert epoch.weights == epoch.bonds == [[], [(9, 5), (0, 7)], []]


def test_a_mechanism_reads_what_is_its_own(state: State) -> None:
    """Weights, bonds and last updates have its index, permits the netuid."""
    other = get_mechanism_storage_index(NETUID, SECOND)
    Weights.put(state, other, Uid(0), ((1, 5),))
    LastUpdate.put(state, other, (900,))
    LastUpdate.put(state, INDEX, (800,))
    ValidatorPermit.put(state, NETUID, (True,))
    main, second = (epoch_input(state, NETUID, mecid, EMISSION) for mecid in (MAIN, SECOND))
    assert (main.weights[0], second.weights[0]) == ([], [(1, 5)])
    assert (main.last_update, second.last_update) == ([800], [900])
    assert main.validator_permit == second.validator_permit == [True]


def test_commits_count_for_the_uid_that_their_hotkey_has_now(state: State) -> None:
    """Those of strangers are left out; without commit-reveal none is read."""
    for number in (6, 99):
        WeightCommits.put(state, INDEX, account(number), ((HASH, 4, 930, 0), (HASH, 5, 940, 0)))
    TimelockedWeightCommits.put(state, INDEX, 8, ((account(99), 1, b"", 0), (account(5), 950, b"", 0)))
    CommitRevealWeightsEnabled.put(state, NETUID, False)
    epoch = epoch_input(state, NETUID, MAIN, EMISSION)
    assert (epoch.weight_commits, epoch.timelocked_commits) == ([], [])
    CommitRevealWeightsEnabled.put(state, NETUID, True)
    epoch = epoch_input(state, NETUID, MAIN, EMISSION)
    assert epoch.weight_commits == [(2, [(4, 930), (5, 940)])]
    assert epoch.timelocked_commits == [(8, [(1, 950)])]


def test_lists_are_stored_in_order_of_uid(state: State) -> None:
    """Terms are kept by hotkey, whose order is another. All are paid by stake, as nobody set weights."""
    earned = epoch_with_mechanisms(state, NETUID, EMISSION)
    assert [entry.hotkey for entry in earned] == [account(number) for number in (5, 6, 7)]
    assert [entry.dividend for entry in earned] == [277, 333, 388]
    assert Emission.get(state, NETUID) == (388, 277, 333)
    assert len(Incentive.get(state, INDEX)) == len(Active.get(state, NETUID)) == 3
    assert state.events == [IncentiveAlphaEmittedToMiners(INDEX, (0, 0, 0))]
    assert [uid for uid, _row in Bonds.prefix_items(state, INDEX)] == [0, 1, 2]


def test_without_emission_the_main_mechanism_counts_alone(state: State) -> None:
    """Its weight is one and the other's zero, so that lists are the main one's; voting power follows them."""
    MechanismCountCurrent.put(state, NETUID, MechId(2))
    VotingPowerTrackingEnabled.put(state, NETUID, True)
    VotingPowerEmaAlpha.put(state, NETUID, 10**18)
    for number in (5, 6, 7):
        IsNetworkMember.put(state, account(number), NETUID, True)
    epoch_with_mechanisms(state, NETUID, AlphaBalance(0))
    shares = StakeWeight.get(state, NETUID)
    assert sum(shares) in range(65_530, 65_536)
    powers = dict(VotingPower.prefix_items(state, NETUID))
    assert powers[account(7)] == 2 * 700


def test_a_hotkey_whose_uid_is_beyond_n_has_no_terms(state: State) -> None:
    """It is active if a last update is stored for it that is recent enough, and has a row all the same."""
    SubnetworkN.put(state, NETUID, 2)
    LastUpdate.put(state, INDEX, (999, 999, 999))
    terms = terms_by_hotkey(state, NETUID, run_epoch(epoch_input(state, NETUID, MAIN, EMISSION)))
    beyond = terms[account(6)]
    assert (beyond.uid, beyond.active, beyond.new_validator_permit, beyond.emission, beyond.stake) == (
        2,
        True,
        False,
        0,
        0,
    )
    LastUpdate.put(state, INDEX, (999, 999))
    terms = terms_by_hotkey(state, NETUID, run_epoch(epoch_input(state, NETUID, MAIN, EMISSION)))
    assert not terms[account(6)].active


def test_a_row_is_stored_under_the_neurons_place(state: State) -> None:
    """Where a uid has no hotkey, those behind it move up, in lists and rows alike."""
    Keys.remove(state, NETUID, Uid(0))
    terms = terms_by_hotkey(state, NETUID, run_epoch(epoch_input(state, NETUID, MAIN, EMISSION)))
    assert [term.uid for term in terms.values()] == [1, 2]
    store_mechanism(state, INDEX, terms)
    store_subnet(state, NETUID, terms)
    assert [uid for uid, _row in Bonds.prefix_items(state, INDEX)] == [0, 1]
    assert len(Emission.get(state, NETUID)) == 2
