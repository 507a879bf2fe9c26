"""The published functions of issuance, decimals, share pools and the weighted pool."""

import json
from pathlib import Path
from typing import Any

import pytest

from subtensor_conformance.adapters.paths import NONE, Answer, built_in
from subtensor_conformance.functions.function import Function
from subtensor_conformance.subjects.decimals import functions as decimal
from subtensor_conformance.subjects.decimals.functions import digits_of
from subtensor_conformance.subjects.issuance import functions as issuance
from subtensor_conformance.subjects.share_pools import functions as share_pool
from subtensor_conformance.subjects.swap import functions as balancer
from subtensor_spec.catalogue import complete_registry

OBSERVED: list[dict[str, Any]] = json.loads((Path(__file__).parent / "pools_observed.json").read_text())
"""A few captured answers of the production code for each function that was captured."""

FUNCTIONS: list[Function] = [
    *issuance.FUNCTIONS,
    *decimal.FUNCTIONS,
    *share_pool.FUNCTIONS,
    *balancer.FUNCTIONS,
]
BY_RAW_NAME = {function.raw_name: function for function in FUNCTIONS}


def answer(raw_name: str, row: list[Any]) -> Answer:
    return built_in("exact").evaluate(BY_RAW_NAME[raw_name], [row], raw=True)[0]


@pytest.mark.parametrize("case", OBSERVED, ids=lambda case: case["f"])
def test_captured_answers_hold(case: dict[str, Any]) -> None:
    """The production code's own answers, bit for bit."""
    expected: Answer = NONE if case["r"] is None else ("ok", case["r"])
    tag, value = answer(case["f"], case["a"])
    assert (tag, json.loads(json.dumps(value))) == expected


def test_names_are_unique_and_name_rules_that_exist() -> None:
    assert len({function.name for function in FUNCTIONS}) == len(FUNCTIONS) == len(BY_RAW_NAME)
    assert {rule for function in FUNCTIONS for rule in function.rules} <= complete_registry().keys()


@pytest.mark.parametrize(
    ("raw_name", "row", "what"),
    [
        ("emission.get_block_emission_for_issuance", ["-1"], "outside the range of u64"),
        ("emission.get_block_emission_for_issuance", [], "takes 1, here are 0"),
        ("sf.new", ["1", "9223372036854775808"], "outside the range of i64"),
        ("sf.add", [["1", "0"], ["1"]], "not a list of 2 values"),
        ("bigmath.pow_ratio_scaled", ["1", "2", "3", "4", "4097", "1"], "more than 4096"),
        ("bal.calculate_price", ["9999999999999999", "1", "1"], "not between 0.01 and 0.99"),
        ("pool.run", [[["get_value", 1], ["get_values", 1]]], "not one of get_value"),
        ("pool.run", [[["get_value", 1, 2]]], "takes 1 arguments, here are 2"),
        ("pool.run", [[["update_value_for_one", 65536, "1"]]], "outside the range of u16"),
        ("pool.run", [["get_value"]], "not one of get_value"),
        ("swap.buy", ["1", "1", "500000000000000000", 1, 33, 1, "1", "1", False, False], "not true or false"),
    ],
)
def test_bad_input_is_one_clear_complaint(raw_name: str, row: list[Any], what: str) -> None:
    tag, complaint = answer(raw_name, row)
    assert tag == "error"
    assert what in complaint["what"]


def test_a_complaint_about_an_operation_says_which() -> None:
    _, complaint = answer("pool.run", [[["get_value", 1], ["get_value", "x"]]])
    assert complaint["where"] == "operations[1]"


@pytest.mark.parametrize("power", [0, 1, 3999, 4000, 8000, 9000])
@pytest.mark.parametrize("offset", [-1, 0, 3])
@pytest.mark.parametrize("sign", [1, -1])
def test_digits_of_any_size_are_written(power: int, offset: int, sign: int) -> None:
    """Beyond the interpreter's own limit, which an adapter must not lift for the whole process."""
    number = sign * (10**power + offset)
    text = digits_of(number)
    digits = text.removeprefix("-")
    value = 0
    for start in range(0, len(digits), 4000):
        chunk = digits[start : start + 4000]
        value = value * 10 ** len(chunk) + int(chunk)
    assert value == abs(number), "digits"
    assert text.startswith("-") == (number < 0)
    assert not digits.startswith("0") or digits == "0"


def test_a_swap_answers_what_it_moved_or_the_chains_error() -> None:
    view = ["1000000000000", "1000000000000", "500000000000000000", True, 33, 1]
    assert answer("swap.buy", [*view, "100000000000", "18446744073709551615", False, False]) == (
        "ok",
        {
            "paid_in": "99949645228",
            "paid_out": "90867473489",
            "fee": "50354772",
            "fee_to_block_author": "50354772",
            "tao_reserve": "1099949645228",
            "alpha_reserve": "909132526511",
        },
    )
    refused = answer("swap.sell", [*view, "100000000000", "1000000000", False, False])
    assert refused == ("err", {"code": "Swap.PriceLimitExceeded"})
    assert answer("swap.default_limits", []) == ("ok", ["1000000000000000", "1000"])


def test_the_views_of_a_pool_answer() -> None:
    view = ["1000000000", "1000000000", "250000000000000000", True, 33, 1]
    assert answer("swap.current_price", view) == ("ok", str(3 * 2**64))
    assert answer("swap.get_alpha_amount_for_tao", [*view, "10"]) == ("ok", "3")
    assert answer("swap.maybe_initialize_palswap", ["1000", "1000", str(3 * 2**64)]) == ("ok", "250000000000000000")
    assert answer("swap.maybe_initialize_palswap", ["0", "0", str(2**64)]) == (
        "err",
        {"code": "Swap.ReservesOutOfBalance"},
    )
    assert answer("swap.adjust_protocol_liquidity", ["1000", "1000", "500000000000000000", "1000", "0"]) == (
        "ok",
        "666666666666666666",
    )
    assert answer("swap.adjust_protocol_liquidity", ["1", "1", "500000000000000000", "1000", "0"]) == NONE


def test_a_stored_pool_shows_what_is_left_of_the_older_maps() -> None:
    one = str(2**64)
    _, steps = answer(
        "pool.run_stored", ["20", str(2 * 2**64), [[1, one], [2, one]], [["update_value_for_one", 1, "10"]]]
    )
    assert steps == [
        {
            "r": None,
            "state": {
                "denominator": ["300000000000000000000", "-20"],
                "shared_value": "30",
                "shares": [[1, ["200000000000000000000", "-20"]]],
                "older_shares": [[2, one]],
                "older_denominator": False,
            },
        }
    ]


def test_supplies_answer() -> None:
    half = str(10_500_000_000_000_000)
    minted = str(10_500_000_500_000_000)
    assert answer("tao.get_block_emission", [half, half]) == ("ok", [minted, minted, "500000000"])
    assert answer("tao.mint_tao", [half, "21000000000000000", "5"]) == ("ok", [half, "21000000000000000", "0"])
    assert answer("tao.recycle_tao", ["10", "10", "5", "6"]) == NONE
    assert answer("tao.burn_tao", ["1000", "1000", "600", "101"]) == ("ok", ["501", "501"])
    assert answer("tao.recycle_credit", ["10", "10", "3"]) == ("ok", ["7", "7"])
    assert answer("alpha.recycle_subnet_alpha", [["1", "5", "6", "0", "0"], "2"]) == ("ok", ["1", "3", "4", "0", "2"])
    assert answer("emission.block_emission_item", ["7", "21000000000000000"]) == ("ok", "7")
    assert answer("emission.first_issuance", [1]) == ("ok", half)
