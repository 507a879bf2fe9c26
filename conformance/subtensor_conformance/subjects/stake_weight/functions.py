"""The published functions of stake weight."""

from typing import Any

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_conformance.subjects.common.functions import of_state
from subtensor_conformance.subjects.common.state import account, parse_state
from subtensor_spec.arithmetic import U64
from subtensor_spec.chain.types import NetUid
from subtensor_spec.chapters.stake_weight.inherited import (
    get_inherited_for_hotkey_on_subnet,
    get_self_contribution,
    get_stake_weights_for_hotkey_on_subnet,
    get_tao_inherited_for_hotkey_on_subnet,
    get_tao_weight,
)


def _weights(state: Any, hotkey: int, netuid: int) -> tuple[int, ...]:
    case = parse_state(state)
    found = get_stake_weights_for_hotkey_on_subnet(case.on(netuid), account(hotkey), NetUid(netuid))
    return tuple(part.saturating_to_num(U64) for part in found)


_OF_HOTKEY = "hotkey: u64, netuid: u16 -> u64"

FUNCTIONS: list[Function] = [
    of_state(
        "get_tao_weight",
        "-> U96F32",
        lambda case: get_tao_weight(case.on()),
        *("STW-tao-weight/normalise", "STW-proportion/of-u64"),
    ),
    of_state(
        "get_inherited_for_hotkey_on_subnet",
        _OF_HOTKEY,
        lambda case, hotkey, netuid: get_inherited_for_hotkey_on_subnet(case.on(netuid), account(hotkey), netuid),
        *("STW-inheritance/alpha", "STW-inheritance/balance"),
    ),
    of_state(
        "get_tao_inherited_for_hotkey_on_subnet",
        _OF_HOTKEY,
        lambda case, hotkey, netuid: get_tao_inherited_for_hotkey_on_subnet(case.on(netuid), account(hotkey), netuid),
        *("STW-inheritance/tao", "STW-inheritance/balance"),
    ),
    of_state(
        "get_self_contribution",
        _OF_HOTKEY,
        lambda case, hotkey, netuid: get_self_contribution(case.on(netuid), account(hotkey), netuid),
        *("STW-contribution/self", "STW-contribution/weighted"),
    ),
    Namespace("stake_weight", "stw", given="state: json", slow=True)(
        "of_hotkey",
        "hotkey: u64, netuid: u16 -> tuple<u64,u64,u64>",
        _weights,
        "STW-weight/hotkey",
        raw="get_stake_weights_for_hotkey_on_subnet",
    ),
]
