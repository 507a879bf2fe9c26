"""The numpy path of stake weight."""

from subtensor_conformance.functions.function import BatchKernel
from subtensor_conformance.subjects.common.numpy_functions import each, proportions, states
from subtensor_conformance.subjects.common.state import CoinbaseState, account
from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.items.staking import TotalHotkeyAlpha
from subtensor_spec.chain.types import ROOT, NetUid
from subtensor_spec.vectorised.stake_weight import inheritance
from subtensor_spec.vectorised.stake_weight.families import FamilyArrays


def _family(case: CoinbaseState, hotkey: int, netuid: int) -> FamilyArrays:
    return FamilyArrays.gathered(case.on(netuid), [account(hotkey)], NetUid(netuid))


def _inherited_alpha(case: CoinbaseState, hotkey: int, netuid: int) -> int:
    if netuid == ROOT:
        return TotalHotkeyAlpha.get(case.on(netuid), account(hotkey), ROOT)
    return int(inheritance.inherited_alpha(_family(case, hotkey, netuid))[0])


def _inherited_tao(case: CoinbaseState, hotkey: int, netuid: int) -> int:
    return int(inheritance.inherited_tao(_family(case, hotkey, netuid))[0])


def _self_contribution(case: CoinbaseState, hotkey: int, netuid: int) -> int:
    return int(inheritance.self_contributions(_family(case, hotkey, netuid), TaoWeight.get(case.on()))[0])


KERNELS: dict[str, BatchKernel] = {
    "coinbase.get_tao_weight": lambda rows: proportions([TaoWeight.get(case.on()) for case in states(rows)]),
    "coinbase.get_inherited_for_hotkey_on_subnet": each(_inherited_alpha),
    "coinbase.get_tao_inherited_for_hotkey_on_subnet": each(_inherited_tao),
    "coinbase.get_self_contribution": each(_self_contribution),
}
