"""The published functions of stake weight, emission, schedule and distribution, on both paths."""

import json
from pathlib import Path
from typing import Any

import pytest

from subtensor_conformance.adapters.paths import Answer, built_in
from subtensor_conformance.functions import all_functions, all_kernels
from subtensor_conformance.subjects.common.state import account, parse_state
from subtensor_spec.arithmetic import I96F32
from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.items.emission import MinerBurned, SubnetEmissionEnabled, SubnetMovingPrice
from subtensor_spec.chain.items.pools import SubnetMechanism
from subtensor_spec.chain.items.schedule import Tempo
from subtensor_spec.chain.items.stake_weight import ParentKeys
from subtensor_spec.chain.items.staking import Owner, TotalHotkeyAlpha
from subtensor_spec.chain.types import ZERO_ACCOUNT, NetUid
from subtensor_spec.errors import InvalidInput

OBSERVED: list[dict[str, Any]] = json.loads((Path(__file__).parent / "coinbase_observed.json").read_text())
"""The smallest few captured answers of the production code for each function."""

FUNCTIONS = [function for name, function in all_functions().items() if name.startswith("coinbase.")]
KERNELS = {name for name in all_kernels() if name.startswith("coinbase.")}
BY_RAW_NAME = {function.raw_name: function for function in FUNCTIONS}
SUBNET = {"netuid": 5}


def answers(path: str, raw_name: str, rows: list[Any]) -> list[Answer]:
    return built_in(path).evaluate(BY_RAW_NAME[raw_name], rows, raw=True)


@pytest.mark.parametrize("path", ["exact", "numpy"])
@pytest.mark.parametrize("raw_name", sorted(BY_RAW_NAME))
def test_captured_answers_hold_on_both_paths(path: str, raw_name: str) -> None:
    """The production code's own answers, bit for bit."""
    cases = [case for case in OBSERVED if case["f"] == raw_name]
    assert cases
    for case, (tag, value) in zip(cases, answers(path, raw_name, [case["a"] for case in cases]), strict=True):
        assert tag == ("none" if case["r"] is None else "ok")
        assert case["r"] is None or json.loads(json.dumps(value)) == case["r"]


def test_every_function_has_both_paths_and_production_names() -> None:
    """A function is published under production's name, and the numpy path leaves none out."""
    assert len(FUNCTIONS) == 27
    assert {function.name for function in FUNCTIONS} == KERNELS
    assert all(function.name.split(".")[1] == function.raw_name.split(".")[1] for function in FUNCTIONS)


def test_no_function_names_a_rule_that_does_not_exist() -> None:
    """That every rule is pinned is seen where vectors are verified: calls and steps pin rules too."""
    assert {rule for function in FUNCTIONS for rule in function.rules} <= complete_registry().keys()


def test_what_is_absent_reads_as_an_unset_item() -> None:
    """An empty state is a chain on which nothing was set, and a subnet that it does not name is a plain one."""
    state, netuid, hotkey = parse_state({}).on(5), NetUid(5), account(1)
    assert (SubnetMechanism.get(state, netuid), SubnetEmissionEnabled.get(state, netuid)) == (1, True)
    assert (SubnetMovingPrice.get(state, netuid), Tempo.get(state, netuid)) == (I96F32.ZERO, 0)
    assert not MinerBurned.get(state, netuid)
    assert (TotalHotkeyAlpha.get(state, hotkey, netuid), ParentKeys.get(state, hotkey, netuid)) == (0, ())
    assert Owner.get(state, hotkey) == ZERO_ACCOUNT
    assert parse_state({"subnets": [SUBNET]}).on(5).storage() == state.storage()


def test_an_account_is_its_number_in_32_bytes() -> None:
    """Most significant first, so that accounts come in the order of their numbers."""
    assert account(0) == ZERO_ACCOUNT
    assert sorted(map(account, (256, 1, 2**64 - 1))) == [account(1), account(256), account(2**64 - 1)]


@pytest.mark.parametrize(
    ("state", "where"),
    [
        ([], "state"),
        ({"stakes": []}, "state.stakes"),
        ({"tao_weight": "18446744073709551616"}, "state.tao_weight"),
        ({"tao_weight": -1}, "state.tao_weight"),
        ({"block": 1.5}, "state.block"),
        ({"stake": [["1", 0]]}, "state.stake[0]"),
        ({"stake": [["1", 65536, "0"]]}, "state.stake[0][1]"),
        ({"stake": [["1", 0, "5"], ["1", 0, "6"]]}, "state.stake[1]"),
        ({"parents": [["1", [["1", "x"]]]]}, "state.parents[0][1][0][1]"),
        ({"subnets": [{}]}, "state.subnets[0].netuid"),
        ({"subnets": [SUBNET, SUBNET]}, "state.subnets[1]"),
        ({"subnets": [SUBNET | {"price": "-1"}]}, "state.subnets[0].price"),
        ({"subnets": [SUBNET | {"colour": 3}]}, "state.subnets[0].colour"),
        ({"subnets": [SUBNET | {"ema_tao_flow": ["1"]}]}, "state.subnets[0].ema_tao_flow"),
    ],
)
def test_a_bad_state_is_refused_and_the_place_is_named(state: Any, where: str) -> None:
    """Unknown, repeated, missing and ill-typed items each give one line with the path to them."""
    with pytest.raises(InvalidInput) as caught:
        parse_state(state)
    assert caught.value.where == where
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["exact", "numpy"])
def test_a_bad_row_costs_no_other_its_answer(path: str) -> None:
    """In one batch, the row that cannot be read is told so and the others are answered."""
    good, bad = [{"tao_weight": "0"}], [{"tao_weight": "x"}]
    tags = [tag for tag, _value in answers(path, "coin.get_tao_weight", [good, bad, good])]
    assert tags == ["ok", "error", "ok"]


@pytest.mark.parametrize("path", ["exact", "numpy"])
def test_a_map_with_a_key_twice_has_the_last_value(path: str) -> None:
    """As production's own maps do when they are collected from a list."""
    ((_, value),) = answers(path, "coin.inplace_scale", [[{}, [[4, "9"], [4, "36893488147419103232"]]]])
    assert [list(pair) for pair in value] == [[4, "18446744073709551616"]]
