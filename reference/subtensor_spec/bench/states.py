"""Plausible states that the bench times work on: a block of many subnets, and a subnet of many hotkeys."""

import random
from collections.abc import Sequence

from subtensor_spec.arithmetic import I96F32, U96F32
from subtensor_spec.chain.items import emission, pools, stake_weight, staking
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, AccountId, AlphaBalance, BlockNumber, NetUid, Relation, TaoBalance

NETUID = NetUid(1)
BLOCK = 7_000_000
MOVING_ALPHA = I96F32.from_bits(12_884)
ROOT_TAO = TaoBalance(6 * 10**15)
TAO_WEIGHT = 971_718_665_099_567_868
VALIDATORS = 64
OWNERS = 16


def state_of_subnets(netuids: Sequence[NetUid], seed: int) -> State:
    """Return a state in which these subnets have pools and price averages."""
    state, draw = _state(), random.Random(seed)
    for netuid in netuids:
        pools.SubnetMechanism.put(state, netuid, 1)
        pools.SubnetAlphaIn.put(state, netuid, AlphaBalance(draw.randrange(10**12, 10**15)))
        pools.SubnetAlphaOut.put(state, netuid, AlphaBalance(draw.randrange(10**12, 10**16)))
        pools.SubnetTAO.put(state, netuid, TaoBalance(draw.randrange(10**11, 10**14)))
        emission.SubnetMovingPrice.put(state, netuid, I96F32.from_bits(draw.randrange(2**24, 2**30)))
        emission.MinerBurned.put(state, netuid, U96F32.from_bits(draw.randrange(2**32)))
        emission.SubnetEmissionEnabled.put(state, netuid, draw.random() < 0.95)
        emission.FirstEmissionBlockNumber.put(state, netuid, draw.randrange(BLOCK))
    return state


def state_of_hotkeys(count: int, seed: int) -> tuple[list[AccountId], State]:
    """Return hotkeys whose first validate, lend to each other and belong to a few owners."""
    state, draw = _state(), random.Random(seed)
    accounts = [AccountId(number.to_bytes(32, "big")) for number in range(count)]
    for number, account in enumerate(accounts):
        staking.Owner.put(state, account, accounts[number % OWNERS % count])
        stake_weight.ChildkeyTake.put(state, account, NETUID, 11_796)
        for netuid in (ROOT, NETUID):
            staking.TotalHotkeyAlpha.put(state, account, netuid, AlphaBalance(draw.randrange(10**14)))
    borrows: dict[AccountId, list[Relation]] = {}
    for parent in accounts[: 4 * VALIDATORS]:
        lends = tuple((draw.randrange(2**61), accounts[draw.randrange(min(VALIDATORS, count))]) for _ in range(5))
        stake_weight.ChildKeys.put(state, parent, NETUID, lends)
        for stored, child in lends:
            borrows.setdefault(child, []).append((stored, parent))
    for child, relations in borrows.items():
        stake_weight.ParentKeys.put(state, child, NETUID, tuple(relations))
    return accounts, state


def _state() -> State:
    state = State()
    Number.put(state, BlockNumber(BLOCK))
    pools.SubnetTAO.put(state, ROOT, ROOT_TAO)
    stake_weight.TaoWeight.put(state, TAO_WEIGHT)
    emission.SubnetMovingAlpha.put(state, MOVING_ALPHA)
    return state
