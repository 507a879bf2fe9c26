"""The published functions of stake weight."""

from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.common.functions import of_state
from subtensor_spec.chapters.stake_weight.inheritance import (
    inherited_alpha,
    inherited_tao,
    self_contribution,
    tao_weight,
)

_OF_HOTKEY = "hotkey: u64, netuid: u16 -> u64"

FUNCTIONS: list[Function] = [
    of_state(
        "get_tao_weight",
        "-> U96F32",
        lambda state: tao_weight(state.family),
        *("STW-tao-weight/normalise", "STW-proportion/of-u64"),
    ),
    of_state(
        "get_inherited_for_hotkey_on_subnet",
        _OF_HOTKEY,
        lambda state, hotkey, netuid: inherited_alpha(state.family, hotkey, netuid),
        *("STW-inheritance/alpha", "STW-inheritance/balance"),
    ),
    of_state(
        "get_tao_inherited_for_hotkey_on_subnet",
        _OF_HOTKEY,
        lambda state, hotkey, netuid: inherited_tao(state.family, hotkey, netuid),
        *("STW-inheritance/tao", "STW-inheritance/balance"),
    ),
    of_state(
        "get_self_contribution",
        _OF_HOTKEY,
        lambda state, hotkey, netuid: self_contribution(state.family, hotkey, netuid),
        *("STW-contribution/self", "STW-contribution/weighted"),
    ),
]
