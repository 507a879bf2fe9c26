"""A network to time blocks on: subnets of validators and miners with weights, stake, pools and nominators on root."""

from dataclasses import dataclass

import numpy as np

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items import balances, consensus, emission, neurons, pools, schedule, stake_weight, staking
from subtensor_spec.chain.items import subnets as nets
from subtensor_spec.chain.items import swap as swaps
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import (
    ROOT,
    AccountData,
    AccountId,
    AccountInfo,
    AlphaBalance,
    BlockNumber,
    NetUid,
    NetUidStorageIndex,
    TaoBalance,
    Uid,
)
from subtensor_spec.chapters.subnets.existence import account_of
from subtensor_spec.vectorised.blocks.rows import write_rows
from subtensor_spec.vectorised.consensus.stored import StoredRows

BLOCK = 8_000_000
ISSUED = 10_000_000 * 10**9
ROOT_STAKE = 6_000_000 * 10**9
POOL_TAO, POOL_ALPHA = 20_000 * 10**9, 1_000_000 * 10**9
OUTSTANDING = 1_200_000 * 10**9
SUM_OF_PRICES = 3 << 31
"""What price averages sum to, 1.5 TAO as an I96F32: root is paid."""
TAO_WEIGHT = 971_718_665_099_567_868
FLAGS = 1 << 127
LAST_UPDATE = BLOCK + 10**9
"""Ahead of every run: validators count as active although nobody sets weights again."""
MOVING_ALPHA = I96F32.from_bits(12_884)


@dataclass(frozen=True)
class Shape:
    """How large a network is."""

    subnets: int
    neurons: int
    validators: int = 64
    """The same hotkeys in every subnet, with a permit, weights on everybody, and stake."""
    nominators: int = 64
    """Coldkeys on root, each with some of the validators' hotkeys; claims are drawn from them."""
    tempo: int = 360


def network_state(shape: Shape, seed: int = 1) -> State:
    """Return a state of that shape; the same for the same arguments."""
    state, draw = State(), np.random.default_rng(seed)
    _chain(state, shape)
    validators = [_account(b"validator", number) for number in range(min(shape.validators, shape.neurons))]
    for number, hotkey in enumerate(validators):
        _own(state, hotkey, _account(b"owner", number))
        stake_weight.Delegates.put(state, hotkey, 11_796)
    _root(state, shape, validators)
    for number in range(1, shape.subnets + 1):
        netuid = NetUid(number)
        miners = [_account(b"miner %d" % netuid, uid) for uid in range(len(validators), shape.neurons)]
        _pool(state, shape, netuid)
        _schedule(state, shape, netuid)
        _neurons(state, netuid, validators + miners, len(validators))
        _weights(state, netuid, shape.neurons, len(validators), draw)
    state.forget()
    return state


def _account(kind: bytes, number: int) -> AccountId:
    return AccountId((kind + b" %d" % number).ljust(32, b"."))


def _own(state: State, hotkey: AccountId, coldkey: AccountId) -> None:
    staking.Owner.put(state, hotkey, coldkey)
    staking.OwnedHotkeys.put(state, coldkey, (*staking.OwnedHotkeys.get(state, coldkey), hotkey))


def _stake(state: State, hotkey: AccountId, netuid: NetUid, shares: dict[AccountId, int]) -> None:
    total = sum(shares.values())
    staking.TotalHotkeyAlpha.put(state, hotkey, netuid, AlphaBalance(total))
    staking.TotalHotkeySharesV2.put(state, hotkey, netuid, SafeFloat.from_u64(total))
    for coldkey, amount in shares.items():
        staking.AlphaV2.put(state, hotkey, coldkey, netuid, SafeFloat.from_u64(amount))
        hotkeys = staking.StakingHotkeys.get(state, coldkey)
        if hotkey not in hotkeys:
            staking.StakingHotkeys.put(state, coldkey, (*hotkeys, hotkey))


def _chain(state: State, shape: Shape) -> None:
    balances.Number.put(state, BlockNumber(BLOCK))
    for item in (staking.TotalIssuance, balances.BalancesTotalIssuance):
        item.put(state, TaoBalance(ISSUED))
    staking.TotalStake.put(state, TaoBalance(ROOT_STAKE + shape.subnets * POOL_TAO))
    stake_weight.TaoWeight.put(state, TAO_WEIGHT)
    emission.SubnetMovingAlpha.put(state, MOVING_ALPHA)
    _live(state, ROOT, ROOT_STAKE)


def _live(state: State, netuid: NetUid, tao: int) -> None:
    nets.NetworksAdded.put(state, netuid, True)
    pools.SubnetTAO.put(state, netuid, TaoBalance(tao))
    account = AccountData(TaoBalance(tao), TaoBalance(0), TaoBalance(0), FLAGS)
    balances.SystemAccount.put(state, account_of(netuid), AccountInfo(0, 0, 1, 0, account))


def _root(state: State, shape: Shape, validators: list[AccountId]) -> None:
    """Every validator's owner stakes on root, and every nominator with three of the validators."""
    nominators = [_account(b"nominator", number) for number in range(shape.nominators)]
    share = ROOT_STAKE // max(1, len(validators) + 3 * len(nominators))
    for number, hotkey in enumerate(validators):
        shares = {_account(b"owner", number): share}
        for at, coldkey in enumerate(nominators):
            if (at - number) % max(1, len(validators) // 3) == 0:
                shares[coldkey] = share + at
        _stake(state, hotkey, ROOT, shares)
    for at, coldkey in enumerate(nominators):
        staking.StakingColdkeysByIndex.put(state, at, coldkey)
        staking.StakingColdkeys.put(state, coldkey, at)
    staking.NumStakingColdkeys.put(state, len(nominators))


def _pool(state: State, shape: Shape, netuid: NetUid) -> None:
    _live(state, netuid, POOL_TAO + netuid * 10**9)
    pools.SubnetMechanism.put(state, netuid, 1)
    pools.SubnetAlphaIn.put(state, netuid, AlphaBalance(POOL_ALPHA))
    pools.SubnetAlphaOut.put(state, netuid, AlphaBalance(OUTSTANDING))
    pools.SubtokenEnabled.put(state, netuid, True)
    swaps.PalSwapInitialized.put(state, netuid, True)
    swaps.SwapBalancer.put(state, netuid, swaps.SwapBalancer.default)
    swaps.TotalAlphaIssuance.put(state, netuid, AlphaBalance(POOL_ALPHA + OUTSTANDING))
    neurons.NetworkRegistrationAllowed.put(state, netuid, True)
    emission.SubnetMovingPrice.put(state, netuid, I96F32.from_bits(SUM_OF_PRICES // shape.subnets))
    emission.SubnetEmissionEnabled.put(state, netuid, True)
    emission.FirstEmissionBlockNumber.put(state, netuid, BLOCK - 100_000)


def _schedule(state: State, shape: Shape, netuid: NetUid) -> None:
    """Epochs are spread evenly over a tempo."""
    last = BLOCK - shape.tempo + netuid * shape.tempo // (shape.subnets + 1)
    schedule.Tempo.put(state, netuid, shape.tempo)
    schedule.LastEpochBlock.put(state, netuid, last)
    schedule.LastMechansimStepBlock.put(state, netuid, last)
    schedule.BlocksSinceLastStep.put(state, netuid, BLOCK - last)


def _neurons(state: State, netuid: NetUid, hotkeys: list[AccountId], validators: int) -> None:
    """The first uid is the subnet owner's; every other subnet has Yuma 3."""
    n, owner = len(hotkeys), _account(b"miners of", netuid)
    for uid, hotkey in enumerate(hotkeys):
        neurons.Keys.put(state, netuid, Uid(uid), hotkey)
        neurons.Uids.put(state, netuid, hotkey, Uid(uid))
        neurons.IsNetworkMember.put(state, hotkey, netuid, True)
        neurons.BlockAtRegistration.put(state, netuid, Uid(uid), BLOCK - 200_000)
        if uid >= validators:
            staking.Owner.put(state, hotkey, owner)
        coldkey = staking.Owner.get(state, hotkey)
        _stake(state, hotkey, netuid, {coldkey: OUTSTANDING // (2 * n) * (2 if uid < validators else 1)})
    staking.OwnedHotkeys.put(state, owner, tuple(hotkeys[validators:]))
    nets.SubnetworkN.put(state, netuid, n)
    nets.SubnetOwner.put(state, netuid, _account(b"owner", 0))
    nets.SubnetOwnerHotkey.put(state, netuid, hotkeys[0])
    consensus.MaxAllowedValidators.put(state, netuid, validators)
    consensus.ValidatorPermit.put(state, netuid, tuple(uid < validators for uid in range(n)))
    consensus.LastUpdate.put(state, NetUidStorageIndex(netuid), (LAST_UPDATE,) * n)
    consensus.Yuma3On.put(state, netuid, netuid % 2 == 0)


def _weights(state: State, netuid: NetUid, n: int, validators: int, draw: np.random.Generator) -> None:
    quality = draw.integers(1, 1 << 16, size=n)
    noise = draw.integers(1 << 15, 1 << 16, size=(validators, n))
    values = (quality * noise >> 16).astype(np.uint16)
    values[np.arange(validators), np.arange(validators)] = 0
    columns = np.tile(np.arange(n, dtype=np.uint16), validators)
    rows = StoredRows(np.arange(validators + 1, dtype=np.int64) * n, columns, values.reshape(-1))
    write_rows(state, consensus.Weights, NetUidStorageIndex(netuid), rows)
