"""What a subnet's epochs read and no block changes, kept from one epoch to the next."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from subtensor_spec.chain.items.consensus import (
    ActivityCutoffFactorMilli,
    AlphaSigmoidSteepness,
    AlphaValues,
    Bonds,
    BondsMovingAverage,
    BondsPenalty,
    Kappa,
    LastUpdate,
    LiquidAlphaOn,
    MaxAllowedValidators,
    MechanismCountCurrent,
    ValidatorPermit,
    Weights,
    Yuma3On,
)
from subtensor_spec.chain.items.emission import RecycleOrBurn
from subtensor_spec.chain.items.locks import OwnerCutAutoLockEnabled
from subtensor_spec.chain.items.neurons import BlockAtRegistration, Keys, Uids
from subtensor_spec.chain.items.stake_weight import ChildKeys, Delegates, ParentKeys
from subtensor_spec.chain.items.staking import AutoStakeDestination, OwnedHotkeys, Owner
from subtensor_spec.chain.items.subnets import SubnetOwner, SubnetOwnerHotkey, SubnetworkN
from subtensor_spec.chain.items.voting_power import VotingPowerTrackingEnabled
from subtensor_spec.chain.items.weights import (
    CommitRevealWeightsEnabled,
    RevealPeriodEpochs,
    TimelockedWeightCommits,
    WeightCommits,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item
from subtensor_spec.chain.types import AccountId, NetUid, NetUidStorageIndex, RecycleOrBurnEnum, Uid
from subtensor_spec.chapters.consensus.reading import hash_commits, timelocked_commits
from subtensor_spec.chapters.distribution.owner import get_owner_hotkeys
from subtensor_spec.chapters.subnets.owner_uid import get_owner_uid
from subtensor_spec.vectorised.blocks.limits import part_of_16_bits
from subtensor_spec.vectorised.blocks.pools import Pool
from subtensor_spec.vectorised.blocks.rows import read_rows
from subtensor_spec.vectorised.consensus.inputs import Commits
from subtensor_spec.vectorised.consensus.stored import StoredRows
from subtensor_spec.vectorised.words.arrays import BoolArray, UInt64Array, as_uint64, padded

OF_A_SUBNET: frozenset[Item[Any]] = frozenset(
    {
        ActivityCutoffFactorMilli,
        AlphaSigmoidSteepness,
        AlphaValues,
        AutoStakeDestination,
        BlockAtRegistration,
        Bonds,
        BondsMovingAverage,
        BondsPenalty,
        ChildKeys,
        CommitRevealWeightsEnabled,
        Kappa,
        Keys,
        LastUpdate,
        LiquidAlphaOn,
        MaxAllowedValidators,
        MechanismCountCurrent,
        OwnerCutAutoLockEnabled,
        ParentKeys,
        RecycleOrBurn,
        RevealPeriodEpochs,
        SubnetOwner,
        SubnetOwnerHotkey,
        SubnetworkN,
        TimelockedWeightCommits,
        Uids,
        ValidatorPermit,
        VotingPowerTrackingEnabled,
        WeightCommits,
        Weights,
        Yuma3On,
    }
)
"""What facts are made of and has a subnet, or a mechanism of one, among its keys."""

OF_ACCOUNTS: frozenset[Item[Any]] = frozenset({Delegates, OwnedHotkeys, Owner})
"""What facts are made of besides; any subnet's may depend on an entry."""


@dataclass(frozen=True)
class Neuron:
    """A neuron as the distribution sees it."""

    uid: int
    hotkey: AccountId
    owner: AccountId
    destination: AccountId
    """Where its incentive is staked."""
    is_owners: bool
    """Whether its incentive is withheld."""
    take: int
    """Its take of dividends, as a U96F32."""


@dataclass
class Facts:
    """An ordinary subnet: one mechanism, uids without a gap, no families; nothing that an epoch must look up."""

    n: int
    neurons: list[Neuron]
    """In order of hotkey."""
    hotkeys: list[AccountId]
    """By uid."""
    owner: tuple[AccountId, AccountId] | None
    """The hotkey and the coldkey that the owner's cut is staked for."""
    recycles: bool
    settings: dict[str, int | bool | None]
    """Fields of an epoch's input that nothing but a call changes."""
    last_update: UInt64Array
    block_at_registration: UInt64Array
    weights: StoredRows
    hash_commits: Commits
    timelocked_commits: Commits
    validator_permit: BoolArray
    """Changed by each epoch, as are the bonds."""
    bonds: StoredRows
    pools: "KeptPools | None" = None


@dataclass(frozen=True)
class KeptPools:
    """The pools of a subnet's hotkeys, by uid, in the subnet and on root; good for one version of all pools."""

    version: int
    here: list[Pool | None]
    on_root: list[Pool | None]


def facts_of(state: State, netuid: NetUid) -> Facts | None:
    """Read a subnet's facts; nothing if it is not ordinary."""
    n = SubnetworkN.get(state, netuid)
    stored = dict(Keys.prefix_items(state, netuid))
    hotkeys = [stored[Uid(uid)] for uid in range(n) if uid in stored]
    if not n or len(stored) != n or len(hotkeys) != n or len(set(hotkeys)) != n:
        return None
    if not _is_plain(state, netuid, hotkeys):
        return None
    index = NetUidStorageIndex(netuid)
    uids = {hotkey: Uid(uid) for uid, hotkey in enumerate(hotkeys)}
    reveals = CommitRevealWeightsEnabled.get(state, netuid)
    hashes = hash_commits(state, index, uids) if reveals else []
    timelocked = timelocked_commits(state, index, uids) if reveals else []
    last_update = as_uint64(LastUpdate.get(state, index))
    return Facts(
        n=n,
        neurons=_neurons(state, netuid, hotkeys),
        hotkeys=hotkeys,
        owner=_owner(state, netuid),
        recycles=RecycleOrBurn.get(state, netuid) is RecycleOrBurnEnum.Recycle,
        settings=_settings(state, netuid),
        last_update=padded(last_update, max(n, last_update.size), 0),
        block_at_registration=as_uint64(BlockAtRegistration.get(state, netuid, Uid(uid)) for uid in range(n)),
        weights=read_rows(state, Weights, index, n),
        hash_commits=Commits.from_lists([(uid, uid, at, block) for uid, queue in hashes for at, block in queue]),
        timelocked_commits=Commits.from_lists(
            [(number, uid, at, block) for number, (at, queue) in enumerate(timelocked) for uid, block in queue]
        ),
        validator_permit=np.array(ValidatorPermit.get(state, netuid), dtype=np.bool_),
        bonds=read_rows(state, Bonds, index, n),
    )


def _is_plain(state: State, netuid: NetUid, hotkeys: list[AccountId]) -> bool:
    if MechanismCountCurrent.get(state, netuid) != 1 or VotingPowerTrackingEnabled.get(state, netuid):
        return False
    if OwnerCutAutoLockEnabled.get(state, netuid):
        return False
    return not any(ChildKeys.get(state, key, netuid) or ParentKeys.get(state, key, netuid) for key in hotkeys)


def _owner(state: State, netuid: NetUid) -> tuple[AccountId, AccountId] | None:
    if not (SubnetOwner.contains(state, netuid) and SubnetOwnerHotkey.contains(state, netuid)):
        return None
    return SubnetOwnerHotkey.get(state, netuid), SubnetOwner.get(state, netuid)


def _neurons(state: State, netuid: NetUid, hotkeys: list[AccountId]) -> list[Neuron]:
    of_owner = get_owner_hotkeys(state, netuid, SubnetOwner.get(state, netuid))
    neurons = []
    for hotkey, uid in sorted((hotkey, uid) for uid, hotkey in enumerate(hotkeys)):
        owner = Owner.get(state, hotkey)
        destination = AutoStakeDestination.get(state, owner, netuid) or hotkey
        take = part_of_16_bits(Delegates.get(state, hotkey))
        neurons.append(Neuron(uid, hotkey, owner, destination, hotkey in of_owner, take))
    return neurons


def _settings(state: State, netuid: NetUid) -> dict[str, int | bool | None]:
    alpha_low, alpha_high = AlphaValues.get(state, netuid)
    return {
        "activity_cutoff_factor_milli": ActivityCutoffFactorMilli.get(state, netuid),
        "max_allowed_validators": MaxAllowedValidators.get(state, netuid),
        "owner_uid": get_owner_uid(state, netuid),
        "kappa": Kappa.get(state, netuid),
        "bonds_penalty": BondsPenalty.get(state, netuid),
        "bonds_moving_average": BondsMovingAverage.get(state, netuid),
        "liquid_alpha": LiquidAlphaOn.get(state, netuid),
        "alpha_low": alpha_low,
        "alpha_high": alpha_high,
        "alpha_sigmoid_steepness": AlphaSigmoidSteepness.get(state, netuid),
        "yuma3": Yuma3On.get(state, netuid),
        "commit_reveal": CommitRevealWeightsEnabled.get(state, netuid),
        "reveal_period": RevealPeriodEpochs.get(state, netuid),
    }
