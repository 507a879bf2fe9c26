"""Rows from raw storage of two blocks of 127 subnets, and of one that was asked what it would prune and charge."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from subtensor_conformance.subjects.revisions.real import BLOCK_475, blocks_441
from subtensor_spec.arithmetic import U64F64
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.items import emission, pools, staking, subnets
from subtensor_spec.chain.items.revisions import EmissionGateBar
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.swap import SwapBalancer
from subtensor_spec.chain.revisions import revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.chapters.emission.price_shares import get_shares
from subtensor_spec.chapters.hyperparameters.tx_blocks import get_network_last_lock_block
from subtensor_spec.chapters.issuance.block_emission import get_alpha_issuance
from subtensor_spec.chapters.subnets.prices import subnets_but_root
from subtensor_spec.chapters.swap.curve import price_of_reserves
from subtensor_spec.explain.audit import Audit
from subtensor_spec.explain.audit.blocks import Blocks
from subtensor_spec.wire.state.snapshots import Snapshot, read_snapshots

Rows = list[tuple[str, list[Any], dict[str, Any]]]

TOUCHED = NetUid(99)
"""The subnet that a registration bought alpha of after the block's step."""
_PAID, _FEE, _IN_POOL, _BOUGHT = 500_000, 251, 499_749, 82_224_702
"""What the registration paid, in rao; what of it was the fee and what reached the pool; the alpha that it bought."""
_NO_LIMIT = str(10**15)


@cache
def blocks() -> Blocks:
    """Return the two blocks as an audit sees them."""
    before, after = blocks_441()
    rules = revision("r441")
    return Blocks(before, after, rules, Audit(rules))


@cache
def _alone() -> Snapshot:
    (found,) = read_snapshots(BLOCK_475)
    return found


def _of(snapshot: Snapshot) -> str:
    return f"Block {snapshot.block}, {snapshot.block_hash}, spec_version {snapshot.spec_version}"


def before_block() -> str:
    """Say which block the earlier of the pair is."""
    return _of(blocks().before)


def after_block() -> str:
    """Say which block the later of the pair is."""
    return _of(blocks().after)


def lone_block() -> str:
    """Say which the single block is."""
    return _of(_alone())


def _untouched() -> Iterator[NetUid]:
    return (netuid for netuid in blocks().emitting if netuid != TOUCHED)


def _ok(value: Any) -> dict[str, Any]:
    return {"ok": value}


def emissions() -> Rows:
    """A block's TAO at three issuances, and the alpha emission of every eighth subnet."""
    found: Rows = []
    for snapshot in (*blocks_441(), _alone()):
        issuance = staking.TotalIssuance.get(State(snapshot.storage))
        (answer,) = [answer for answer in snapshot.answers if answer.method.endswith("get_block_emission")]
        found.append((f"block-{snapshot.block}", [str(issuance)], _ok(str(int.from_bytes(answer.result, "little")))))
    before, after = blocks().before_state, blocks().chain
    for netuid in list(_untouched())[::8]:
        alpha = get_alpha_issuance(before, netuid)
        emitted = emission.SubnetAlphaOutEmission.get(after, netuid)
        found.append((f"alpha-of-{netuid}", [str(alpha)], _ok(str(emitted))))
    return found


def root_proportions() -> Rows:
    """What ``RootProp`` holds after the block."""
    state = blocks().chain
    given = {"tao_weight": str(TaoWeight.get(state)), "root_tao": str(pools.SubnetTAO.get(state, ROOT))}
    return [
        (f"subnet-{netuid}", [{**given, "subnets": [_alpha(state, netuid)]}, netuid], _ok(_bits(proportion)))
        for netuid in _untouched()
        if (proportion := emission.RootProp.get(state, netuid)) is not None
    ]


def _alpha(state: State, netuid: NetUid) -> dict[str, Any]:
    alpha_in, alpha_out = pools.SubnetAlphaIn.get(state, netuid), pools.SubnetAlphaOut.get(state, netuid)
    return {"netuid": netuid, "alpha_in": str(alpha_in), "alpha_out": str(alpha_out)}


def _bits(number: Any) -> str:
    return str(number.bits)


def averages() -> Rows:
    """What ``SubnetMovingPrice`` becomes, at the price that the pool has after the block."""
    before, after = blocks().before_state, blocks().chain
    given = {"block": str(current_block(after)), "moving_alpha": _bits(emission.SubnetMovingAlpha.get(before))}
    found: Rows = []
    for netuid in _untouched():
        subnet = {
            "netuid": netuid,
            "mechanism": 1,
            "moving_price": _bits(emission.SubnetMovingPrice.get(before, netuid)),
            "price": _bits(_price(after, netuid)),
            "first_emission_block": str(emission.FirstEmissionBlockNumber.get(before, netuid)),
            "ema_price_halving_blocks": str(emission.EMAPriceHalvingBlocks.get(before, netuid)),
        }
        average = _bits(emission.SubnetMovingPrice.get(after, netuid))
        found.append((f"subnet-{netuid}", [{**given, "subnets": [subnet]}, netuid], _ok(average)))
    return found


def _price(state: State, netuid: NetUid) -> U64F64:
    weights = SwapBalancer.get(state, netuid)
    return price_of_reserves(weights, pools.SubnetAlphaIn.get(state, netuid), pools.SubnetTAO.get(state, netuid))


def _excess(netuid: NetUid) -> int:
    return emission.SubnetExcessTao.get(blocks().chain, netuid)


def _bought(netuid: NetUid) -> int:
    before, after = blocks().before_state, blocks().chain
    return pools.SubnetProtocolAlpha.get(after, netuid) - pools.SubnetProtocolAlpha.get(before, netuid)


def weights() -> Rows:
    """What ``SwapBalancer`` becomes: the purchase has moved the reserves, then liquidity goes in."""
    before, after = blocks().before_state, blocks().chain
    found: Rows = []
    for netuid in blocks().emitting:
        arguments = (
            SwapBalancer.get(before, netuid).quote.parts,
            pools.SubnetTAO.get(before, netuid) + _excess(netuid),
            pools.SubnetAlphaIn.get(before, netuid) - _bought(netuid),
            emission.SubnetTaoInEmission.get(after, netuid),
            emission.SubnetAlphaInEmission.get(after, netuid),
        )
        outcome = _ok([True, str(SwapBalancer.get(after, netuid).quote.parts)])
        found.append((f"subnet-{netuid}", [str(argument) for argument in arguments], outcome))
    return found


def purchases() -> Rows:
    """The chain's purchases, and the one that a call made, from the pools as each found them."""
    before, after = blocks().before_state, blocks().chain
    found: Rows = []
    for netuid in blocks().emitting:
        if _excess(netuid):
            pool = (pools.SubnetTAO.get(before, netuid), pools.SubnetAlphaIn.get(before, netuid))
            weight = SwapBalancer.get(before, netuid).quote.parts
            amounts = (_excess(netuid), _bought(netuid), 0)
            found.append((f"subnet-{netuid}", *_purchase(*pool, weight, _excess(netuid), True, amounts)))
    tao, alpha = pools.SubnetTAO.get(after, TOUCHED) - _IN_POOL, pools.SubnetAlphaIn.get(after, TOUCHED) + _BOUGHT
    weight = SwapBalancer.get(after, TOUCHED).quote.parts
    found.append((f"registration-{TOUCHED}", *_purchase(tao, alpha, weight, _PAID, False, (_IN_POOL, _BOUGHT, _FEE))))
    return found


def _purchase(
    tao: int, alpha: int, weight: int, amount: int, drop_fees: bool, amounts: tuple[int, int, int]
) -> tuple[list[Any], dict[str, Any]]:
    paid_in, paid_out, fee = amounts
    arguments = [str(tao), str(alpha), str(weight), True, 33, 1, str(amount), _NO_LIMIT, drop_fees, False]
    result = {
        "paid_in": paid_in, "paid_out": paid_out, "fee": fee, "fee_to_block_author": fee,
        "tao_reserve": tao + paid_in, "alpha_reserve": alpha - paid_out,
    }  # fmt: skip
    return arguments, _ok({name: str(value) for name, value in result.items()})


def bars() -> Rows:
    """The shares before the gate, which price averages and burned parts give, and the bar that the block stored."""
    state = blocks().play()
    shares = [_bits(share) for share in get_shares(state, blocks().emitting).values()]
    return [(f"block-{blocks().after.block}", [shares, 32], _ok(_bits(EmissionGateBar.get(blocks().chain))))]


def prune() -> Rows:
    """What the chain answered for all its subnets."""
    state = State(_alone().storage)
    listed = [
        [
            netuid,
            str(subnets.NetworkRegisteredAt.get(state, netuid)),
            _bits(emission.SubnetMovingPrice.get(state, netuid)),
        ]
        for netuid in subnets_but_root(state)
    ]
    (answer,) = [answer for answer in _alone().answers if answer.method.endswith("get_subnet_to_prune")]
    arguments = [str(current_block(state)), str(subnets.NetworkImmunityPeriod.get(state)), listed]
    return [(f"block-{_alone().block}", arguments, _ok(int.from_bytes(answer.result[1:], "little")))]


def cost() -> Rows:
    """What the chain answered for its last cost, the block of that, and its issuance."""
    state = State(_alone().storage)
    numbers = (
        current_block(state),
        get_network_last_lock_block(state),
        subnets.NetworkLastLockCost.get(state),
        subnets.NetworkMinLockCost.get(state),
        subnets.NetworkLockReductionInterval.get(state),
        staking.TotalIssuance.get(state),
    )
    (answer,) = [answer for answer in _alone().answers if answer.method.endswith("get_network_registration_cost")]
    outcome = _ok(str(int.from_bytes(answer.result, "little")))
    return [(f"block-{_alone().block}", [str(number) for number in numbers], outcome)]
