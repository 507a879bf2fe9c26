"""Blocks on columns give the state that the exact path gives, on networks with and without what is unusual."""

import hashlib
from collections.abc import Callable

import pytest

from subtensor_spec.arithmetic import I96F32, U64F64
from subtensor_spec.bench.network_state import Shape, network_state
from subtensor_spec.blocks.block_step import next_block as exact_block
from subtensor_spec.chain.items import consensus, emission, locks, neurons, pools, stake_weight, staking, weights
from subtensor_spec.chain.items import subnets as nets
from subtensor_spec.chain.items import swap as swaps
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.items.drand import Pulses
from subtensor_spec.chain.items.root_claims import RootClaimableThreshold, RootClaimed, RootClaimType
from subtensor_spec.chain.items.schedule import BlocksSinceLastStep, MaxEpochsPerBlock, PendingEpochAt
from subtensor_spec.chain.items.voting_power import VotingPowerTrackingEnabled
from subtensor_spec.chain.revisions import revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    ROOT,
    AccountId,
    AlphaBalance,
    Hash,
    Keep,
    KeepSubnets,
    MechId,
    NetUid,
    NetUidStorageIndex,
    Pulse,
    RecycleOrBurnEnum,
    TaoBalance,
    Uid,
)
from subtensor_spec.chapters.subnets.existence import account_of
from subtensor_spec.vectorised.blocks.block import next_block
from subtensor_spec.vectorised.blocks.network import Network

SHAPE = Shape(subnets=3, neurons=10, validators=4, nominators=6, tempo=7)
ONE, TWO = NetUid(1), NetUid(2)


def parent_hash(block: int) -> Hash:
    return Hash(hashlib.blake2b(b"parent of %d" % block, digest_size=32).digest())


def hotkey(netuid: NetUid, uid: int, state: State) -> AccountId:
    return neurons.Keys.get(state, netuid, Uid(uid))


def nominators(state: State) -> list[AccountId]:
    return [coldkey for _, coldkey in staking.StakingColdkeysByIndex.items(state) if coldkey is not None]


def ordinary(_state: State) -> None:
    pass


def root_is_not_paid(state: State) -> None:
    for netuid in (1, 2, 3):
        emission.SubnetMovingPrice.put(state, NetUid(netuid), I96F32.from_bits(1 << 30))


def claims_are_kept(state: State) -> None:
    for number, coldkey in enumerate(nominators(state)):
        RootClaimType.put(state, coldkey, Keep() if number % 2 else KeepSubnets(frozenset({TWO})))


def thresholds_differ(state: State) -> None:
    RootClaimableThreshold.put(state, ONE, I96F32.from_bits((10**8 << 32) + 12_345))
    RootClaimableThreshold.put(state, TWO, I96F32.ZERO)
    for coldkey in nominators(state):
        RootClaimed.put(state, ONE, hotkey(ONE, 0, state), coldkey, 10**12)


def a_record_is_huge(state: State) -> None:
    RootClaimed.put(state, ONE, hotkey(ONE, 1, state), nominators(state)[0], 2**100)


def a_pool_refuses(state: State) -> None:
    """Sales are refused below a million rao in the reserve, and the whole claim with them."""
    pools.SubnetTAO.put(state, TWO, TaoBalance(900_000))


def the_account_of_a_subnet_is_poor(state: State) -> None:
    SystemAccount.remove(state, account_of(ONE))


def a_subnet_is_stable(state: State) -> None:
    pools.SubnetMechanism.put(state, TWO, 0)


def a_pool_was_never_initialised(state: State) -> None:
    swaps.PalSwapInitialized.remove(state, ONE)
    swaps.SwapBalancer.remove(state, ONE)


def shares_are_of_the_first_kind(state: State) -> None:
    for uid in (0, 5):
        key = hotkey(ONE, uid, state)
        coldkey, value = staking.Owner.get(state, key), staking.TotalHotkeyAlpha.get(state, key, ONE)
        staking.AlphaV2.remove(state, key, coldkey, ONE)
        staking.TotalHotkeySharesV2.remove(state, key, ONE)
        staking.Alpha.put(state, key, coldkey, ONE, U64F64.saturating_from_num(value))
        staking.TotalHotkeyShares.put(state, key, ONE, U64F64.saturating_from_num(value))


def a_hotkey_has_no_stake(state: State) -> None:
    for uid in (3, 6):
        key = hotkey(TWO, uid, state)
        staking.TotalHotkeyAlpha.remove(state, key, TWO)
        staking.TotalHotkeySharesV2.remove(state, key, TWO)
        staking.AlphaV2.remove(state, key, staking.Owner.get(state, key), TWO)


def there_is_a_family(state: State) -> None:
    parent, child = hotkey(ONE, 0, state), hotkey(ONE, 1, state)
    stake_weight.ChildKeys.put(state, parent, ONE, ((2**63, child),))
    stake_weight.ParentKeys.put(state, child, ONE, ((2**63, parent),))


def children_wait(state: State) -> None:
    stake_weight.PendingChildKeys.put(state, TWO, hotkey(TWO, 0, state), (((2**62, hotkey(TWO, 1, state)),), 8_000_003))


def there_are_two_mechanisms(state: State) -> None:
    consensus.MechanismCountCurrent.put(state, TWO, MechId(2))


def voting_power_is_tracked(state: State) -> None:
    VotingPowerTrackingEnabled.put(state, ONE, True)


def the_owner_cut_is_locked(state: State) -> None:
    locks.OwnerCutAutoLockEnabled.put(state, ONE, True)


def the_owner_recycles_and_mines(state: State) -> None:
    emission.RecycleOrBurn.put(state, TWO, RecycleOrBurnEnum.Recycle)
    nets.SubnetOwnerHotkey.put(state, TWO, hotkey(TWO, 7, state))
    nets.SubnetOwnerHotkey.put(state, ONE, hotkey(ONE, 8, state))


def incentives_are_staked_elsewhere(state: State) -> None:
    owner = staking.Owner.get(state, hotkey(ONE, 6, state))
    staking.AutoStakeDestination.put(state, owner, ONE, hotkey(ONE, 2, state))


def emission_is_off(state: State) -> None:
    emission.SubnetEmissionEnabled.put(state, TWO, False)


def nothing_is_started(state: State) -> None:
    for netuid in (1, 2, 3):
        emission.FirstEmissionBlockNumber.remove(state, NetUid(netuid))


def one_epoch_a_block(state: State) -> None:
    MaxEpochsPerBlock.put(state, 1)
    for netuid in (1, 2, 3):
        PendingEpochAt.put(state, NetUid(netuid), 8_000_004)
    BlocksSinceLastStep.put(state, TWO, 50_400)


def weights_are_committed(state: State) -> None:
    weights.CommitRevealWeightsEnabled.put(state, ONE, True)
    key = hotkey(ONE, 0, state)
    weights.TimelockedWeightCommits.put(state, NetUidStorageIndex(ONE), 1, ((key, 8_000_000, b"", 7),))


def commits_ripen_one_after_another(state: State) -> None:
    key = hotkey(TWO, 1, state)
    for epoch in range(5):
        commits = ((key, 8_000_000, b"\1\2", 7), (hotkey(TWO, 0, state), 8_000_000, b"", 8))
        weights.TimelockedWeightCommits.put(state, NetUidStorageIndex(TWO), epoch, commits)
    weights.CommitRevealWeightsEnabled.put(state, TWO, True)
    Pulses.put(state, 7, Pulse(7, b"\0" * 32, b"\0" * 48))


def the_revision_is_another(state: State) -> None:
    state.revision = revision("r440")


def supply_ends(state: State) -> None:
    staking.TotalIssuance.put(state, TaoBalance(20_999_999_000_000_000))
    pools.SubnetAlphaOut.put(state, ONE, AlphaBalance(21_000_000_000_000_000))
    pools.SubnetAlphaOut.put(state, TWO, AlphaBalance(2**64 - 10**9))


def two_uids_have_one_hotkey(state: State) -> None:
    neurons.Keys.put(state, TWO, Uid(3), hotkey(TWO, 2, state))


def root_has_no_stake_to_speak_of(state: State) -> None:
    for uid in range(4):
        staking.TotalHotkeyAlpha.put(state, hotkey(ONE, uid, state), ROOT, AlphaBalance(1_000))


NETWORKS = [
    ordinary,
    root_is_not_paid,
    claims_are_kept,
    thresholds_differ,
    a_record_is_huge,
    a_pool_refuses,
    the_account_of_a_subnet_is_poor,
    a_subnet_is_stable,
    a_pool_was_never_initialised,
    shares_are_of_the_first_kind,
    a_hotkey_has_no_stake,
    there_is_a_family,
    children_wait,
    there_are_two_mechanisms,
    voting_power_is_tracked,
    the_owner_cut_is_locked,
    the_owner_recycles_and_mines,
    incentives_are_staked_elsewhere,
    emission_is_off,
    nothing_is_started,
    one_epoch_a_block,
    weights_are_committed,
    commits_ripen_one_after_another,
    the_revision_is_another,
    supply_ends,
    two_uids_have_one_hotkey,
    root_has_no_stake_to_speak_of,
]


@pytest.mark.parametrize("change", NETWORKS, ids=lambda change: change.__name__)
def test_every_block_is_that_of_the_exact_path(change: Callable[[State], None]) -> None:
    exact = network_state(SHAPE)
    change(exact)
    state = State(exact.storage(), revision=exact.revision)
    network = Network(state)
    for block in range(24):
        exact_block(exact, parent_hash(block))
        next_block(network, parent_hash(block))
        network.settle()
        assert differing(exact, state) == {}, f"block {block}"


def differing(exact: State, state: State) -> dict[str, tuple[bytes | None, bytes | None]]:
    """Every raw key under which the two states differ, with what each has there."""
    left, right = exact.storage(), state.storage()
    return {key.hex(): (left.get(key), right.get(key)) for key in left | right if left.get(key) != right.get(key)}


def test_columns_need_not_be_written_between_blocks() -> None:
    exact, state = network_state(SHAPE), network_state(SHAPE)
    network = Network(state)
    network.prepare()
    for block in range(40):
        exact_block(exact, parent_hash(block))
        next_block(network, parent_hash(block))
    network.settle()
    assert differing(exact, state) == {}


def test_claims_and_purchases_happen_in_these_networks() -> None:
    state = network_state(SHAPE)
    network = Network(state)
    for block in range(24):
        next_block(network, parent_hash(block))
    network.settle()
    assert network.rates.earning
    assert RootClaimed.keys(state)
    assert any(emission.SubnetExcessTao.get(state, netuid) for netuid in (ONE, TWO))
