"""The numpy path of stake weight."""

from subtensor_conformance.functions.function import BatchKernel
from subtensor_conformance.subjects.common.numpy_functions import each, proportions, states
from subtensor_conformance.subjects.common.state import CoinbaseState
from subtensor_spec.chapters.stake_weight.view import ROOT_NETUID
from subtensor_spec.vectorised.stake_weight import inheritance
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays


def _inherited_alpha(state: CoinbaseState, hotkey: int, netuid: int) -> int:
    if netuid == ROOT_NETUID:
        return state.family.stake(hotkey, ROOT_NETUID)
    return int(inheritance.inherited_alpha(FamilyArrays.from_view(state.family, [hotkey], netuid))[0])


def _inherited_tao(state: CoinbaseState, hotkey: int, netuid: int) -> int:
    return int(inheritance.inherited_tao(FamilyArrays.from_view(state.family, [hotkey], netuid))[0])


def _self_contribution(state: CoinbaseState, hotkey: int, netuid: int) -> int:
    family = FamilyArrays.from_view(state.family, [hotkey], netuid)
    return int(inheritance.self_contributions(family, state.family.tao_weight)[0])


KERNELS: dict[str, BatchKernel] = {
    "coinbase.get_tao_weight": lambda rows: proportions([state.family.tao_weight for state in states(rows)]),
    "coinbase.get_inherited_for_hotkey_on_subnet": each(_inherited_alpha),
    "coinbase.get_tao_inherited_for_hotkey_on_subnet": each(_inherited_tao),
    "coinbase.get_self_contribution": each(_self_contribution),
}
