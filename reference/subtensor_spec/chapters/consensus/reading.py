"""An epoch's input, read from the chain's state."""

from subtensor_spec.chain.clock import current_block
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
    ValidatorPermit,
    Weights,
    Yuma3On,
)
from subtensor_spec.chain.items.neurons import BlockAtRegistration, Keys
from subtensor_spec.chain.items.schedule import LastMechansimStepBlock, SubnetEpochIndex, Tempo
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.staking import StakeThreshold
from subtensor_spec.chain.items.subnets import SubnetworkN
from subtensor_spec.chain.items.weights import (
    CommitRevealWeightsEnabled,
    RevealPeriodEpochs,
    TimelockedWeightCommits,
    WeightCommits,
)
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import DoubleMap
from subtensor_spec.chain.types import AccountId, AlphaBalance, MechId, NetUid, NetUidStorageIndex, Uid
from subtensor_spec.chapters.consensus.epoch_input import EpochInput, Row
from subtensor_spec.chapters.mechanisms.indexes import get_mechanism_storage_index
from subtensor_spec.chapters.revisions.liquid_consensus import PREVIOUS_CONSENSUS
from subtensor_spec.chapters.schedule.due import should_run_epoch
from subtensor_spec.chapters.stake_weight.inherited import (
    get_inherited_for_hotkey_on_subnet,
    get_tao_inherited_for_hotkey_on_subnet,
)
from subtensor_spec.chapters.subnets.owner_uid import get_owner_uid
from subtensor_spec.rules import SUBTENSOR, rule

Commits = list[tuple[int, list[tuple[int, int]]]]
"""Open commits by uid or by epoch."""

_RUN_EPOCH = "pallets/subtensor/src/epoch/run_epoch.rs"


@rule("YC-state/input", SUBTENSOR(_RUN_EPOCH, "epoch_mechanism"))
def epoch_input(state: State, netuid: NetUid, mecid: MechId, rao_emission: AlphaBalance) -> EpochInput:
    """A mechanism's epoch reads weights, bonds, commits and last updates of its own and all else of its subnet.

    Neurons are uids 0 … n − 1 with ``SubnetworkN`` as n. A uid without a hotkey has no stake and was registered in
    block 0.
    """
    n = SubnetworkN.get(state, netuid)
    index = get_mechanism_storage_index(netuid, mecid)
    uids = {hotkey: uid for uid, hotkey in Keys.prefix_items(state, netuid)}
    hotkeys = {uid: hotkey for hotkey, uid in uids.items()}
    alpha_low, alpha_high = AlphaValues.get(state, netuid)
    block = current_block(state)
    alpha_stake, tao_stake = stakes_of_neurons(state, netuid, [hotkeys.get(Uid(uid)) for uid in range(n)])
    commit_reveal = CommitRevealWeightsEnabled.get(state, netuid)
    return EpochInput(
        n=n,
        current_block=block,
        tempo=Tempo.get(state, netuid),
        activity_cutoff_factor_milli=ActivityCutoffFactorMilli.get(state, netuid),
        last_update=list(LastUpdate.get(state, index)),
        block_at_registration=[
            BlockAtRegistration.get(state, netuid, Uid(uid)) if uid in hotkeys else 0 for uid in range(n)
        ],
        last_mechanism_step_block=LastMechansimStepBlock.get(state, netuid),
        alpha_stake=alpha_stake,
        tao_stake=tao_stake,
        tao_weight=TaoWeight.get(state),
        stake_threshold=StakeThreshold.get(state),
        validator_permit=list(ValidatorPermit.get(state, netuid)),
        max_allowed_validators=MaxAllowedValidators.get(state, netuid),
        owner_uid=get_owner_uid(state, netuid),
        weights=rows_of(state, Weights, index, n),
        bonds=rows_of(state, Bonds, index, n),
        kappa=Kappa.get(state, netuid),
        bonds_penalty=BondsPenalty.get(state, netuid),
        bonds_moving_average=BondsMovingAverage.get(state, netuid),
        liquid_alpha=LiquidAlphaOn.get(state, netuid),
        alpha_low=alpha_low,
        alpha_high=alpha_high,
        alpha_sigmoid_steepness=AlphaSigmoidSteepness.get(state, netuid),
        yuma3=Yuma3On.get(state, netuid),
        commit_reveal=commit_reveal,
        reveal_period=RevealPeriodEpochs.get(state, netuid),
        epoch_index=SubnetEpochIndex.get(state, netuid),
        epoch_due=should_run_epoch(state, netuid, block),
        weight_commits=hash_commits(state, index, uids) if commit_reveal else [],
        timelocked_commits=timelocked_commits(state, index, uids) if commit_reveal else [],
        rao_emission=rao_emission,
        previous_consensus=PREVIOUS_CONSENSUS.at(state)(state, netuid),
    )


@rule("YC-state/stake", SUBTENSOR("pallets/subtensor/src/staking/stake_utils.rs", "get_stake_weights_for_network"))
def stakes_of_neurons(state: State, netuid: NetUid, hotkeys: list[AccountId | None]) -> tuple[list[int], list[int]]:
    """Each neuron's alpha and TAO, in rao, are those inherited in the subnet; a uid without a hotkey has neither."""
    alpha = [0 if hotkey is None else get_inherited_for_hotkey_on_subnet(state, hotkey, netuid) for hotkey in hotkeys]
    tao = [0 if hotkey is None else get_tao_inherited_for_hotkey_on_subnet(state, hotkey, netuid) for hotkey in hotkeys]
    return list(alpha), list(tao)


@rule("YC-state/rows", SUBTENSOR(_RUN_EPOCH, "get_weights_sparse"), SUBTENSOR(_RUN_EPOCH, "get_bonds_sparse"))
def rows_of(
    state: State,
    item: DoubleMap[NetUidStorageIndex, Uid, tuple[tuple[int, int], ...]],
    index: NetUidStorageIndex,
    n: int,
) -> list[Row]:
    """The stored rows of uids below n are read; a uid without a row has an empty one."""
    rows: list[Row] = [[] for _ in range(n)]
    for uid, row in item.prefix_items(state, index):
        if uid < n:
            rows[uid] = list(row)
    return rows


@rule("YC-state/hash-commits", SUBTENSOR(_RUN_EPOCH, "epoch_mechanism"))
def hash_commits(state: State, index: NetUidStorageIndex, uids: dict[AccountId, Uid]) -> Commits:
    """The hash commits of hotkeys with a uid in the subnet count, each with its epoch and its block, as stored."""
    return [
        (uids[who], [(epoch, block) for _hash, epoch, block, _last in commits or ()])
        for who, commits in WeightCommits.prefix_items(state, index)
        if who in uids
    ]


@rule("YC-state/timelocked-commits", SUBTENSOR(_RUN_EPOCH, "epoch_mechanism"))
def timelocked_commits(state: State, index: NetUidStorageIndex, uids: dict[AccountId, Uid]) -> Commits:
    """The timelocked commits of hotkeys with a uid in the subnet count, each with its block, by the epoch of commit."""
    return [
        (epoch, [(uids[who], block) for who, block, _commit, _round in commits if who in uids])
        for epoch, commits in TimelockedWeightCommits.prefix_items(state, index)
    ]
