"""Reading an epoch's input: everything that storage can hold is read, anything else is refused in one clear line."""

from dataclasses import MISSING, fields
from typing import Any

import pytest

from subtensor_spec.chapters.consensus import EpochInput, run_epoch
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.epoch.example import example_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

U64_MAX = 2**64 - 1


def changed(**values: Any) -> dict[str, Any]:
    return example_json() | values


def test_integers_are_read_from_text_and_from_json() -> None:
    epoch = parse_epoch_input(changed(current_block=7_200_000, kappa="32767"))
    assert epoch == parse_epoch_input(example_json())
    assert epoch.alpha_stake[0] == 30_000_000_000_000
    assert epoch.weights[0] == [(3, 65535), (4, 21845)]
    assert epoch.weight_commits == [(1, [(19998, 7199300), (20000, 7199700)])]
    assert epoch.timelocked_commits == [(20000, [(2, 7199645)])]


@pytest.mark.parametrize(
    "values",
    [
        {"last_update": [], "validator_permit": []},
        {"last_update": ["1"] * 9, "validator_permit": [True] * 9},
        {"weights": [], "bonds": []},
        {"weights": [[[4, 1], [3, 2], [4, 3], [65535, 0]]] * 8, "bonds": [[[65535, 7], [0, 7], [0, 8]]] * 8},
        {"owner_uid": 65535},
        {"owner_uid": None},
        {"tempo": 0, "activity_cutoff_factor_milli": 2**32 - 1},
        {"alpha_sigmoid_steepness": -32768, "liquid_alpha": True},
        {"current_block": str(U64_MAX), "bonds_moving_average": str(U64_MAX), "rao_emission": str(U64_MAX)},
        {"alpha_stake": [str(U64_MAX)] * 5, "tao_stake": [str(U64_MAX)] * 5, "tao_weight": str(U64_MAX)},
        {"weight_commits": [[65535, []], [0, [["0", "0"]]]], "timelocked_commits": [["0", [[65535, "0"]]]]},
    ],
)
@pytest.mark.parametrize("yuma3", [False, True])
def test_whatever_storage_can_hold_has_a_result(values: dict[str, Any], yuma3: bool) -> None:
    assert len(run_epoch(parse_epoch_input(changed(**values, yuma3=yuma3))).output) == 5


def test_a_subnet_without_neurons_has_an_empty_result() -> None:
    nobody = changed(n=0, block_at_registration=[], alpha_stake=[], tao_stake=[])
    assert run_epoch(parse_epoch_input(nobody)).output == []


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"n": -1}, "n: -1 is outside the range of u16"),
        ({"n": 65536}, "n: 65536 is outside the range of u16"),
        ({"n": 5.0}, "n: 5.0 is not an integer"),
        ({"n": True}, "n: true is not an integer"),
        ({"n": "05"}, 'n: "05" is not an integer'),
        ({"n": " 5"}, 'n: " 5" is not an integer'),
        ({"n": "٥"}, 'n: "٥" is not an integer'),
        ({"n": "1" * 70}, f'n: "{"1" * 58}… is not an integer'),
        ({"kappa": None}, "kappa: null is not an integer"),
        ({"rao_emission": "-1"}, "rao_emission: -1 is outside the range of u64"),
        ({"rao_emission": str(U64_MAX + 1)}, "rao_emission: 18446744073709551616 is outside the range of u64"),
        ({"alpha_sigmoid_steepness": 32768}, "alpha_sigmoid_steepness: 32768 is outside the range of i16"),
        ({"yuma3": 1}, "yuma3: 1 is not true or false"),
        ({"owner_uid": -1}, "owner_uid: -1 is outside the range of u16"),
        ({"validator_permit": [True, 0]}, "validator_permit[1]: 0 is not true or false"),
        ({"weights": {}}, "weights: {} is not a list"),
        ({"weights": [[], [[1, 70000]]]}, "weights[1][0][1]: 70000 is outside the range of u16"),
        ({"weights": [[[65536, 1]]]}, "weights[0][0][0]: 65536 is outside the range of u16"),
        ({"weights": [[[1, 2, 3]]]}, "weights[0][0]: [1, 2, 3] is not a list of two"),
        ({"bonds": [[[1, -1]]]}, "bonds[0][0][1]: -1 is outside the range of u16"),
        ({"alpha_stake": ["1"] * 4}, "alpha_stake: has 4 items for 5 neurons"),
        ({"tao_stake": ["1"] * 6}, "tao_stake: has 6 items for 5 neurons"),
        ({"block_at_registration": []}, "block_at_registration: has 0 items for 5 neurons"),
        ({"last_update": ["0"] * 65537}, "last_update: has 65537 items, more than there are uids"),
        ({"weights": [[]] * 65537}, "weights: has 65537 items, more than there are uids"),
        ({"weight_commits": [[1, []], [1, []]]}, "weight_commits[1][0]: 1 is there twice"),
        ({"timelocked_commits": [["1", [[0, "x"]]]]}, 'timelocked_commits[0][1][0][1]: "x" is not an integer'),
        ({"colour": 1}, "no fields of an epoch input: colour"),
        ({"a\nb": 1}, 'no fields of an epoch input: "a\\nb"'),
        (
            {"bonds_moving_avg": 1, "Kappa": 2, "TaoWeight": 3, "hotkeys": []},
            "no fields of an epoch input: bonds_moving_avg (meant: bonds_moving_average?), Kappa (meant: kappa?), "
            "TaoWeight (meant: tao_weight?), hotkeys",
        ),
        ({"kappa": 0.5}, "kappa: 0.5 is not an integer; it counts parts of 65535: write 32767"),
        ({"kappa": "0.5"}, 'kappa: "0.5" is not an integer; it counts parts of 65535: write 32767'),
        (
            {"bonds_moving_average": 0.9},
            "bonds_moving_average: 0.9 is not an integer; it counts millionths: write 900000",
        ),
        (
            {"kappa": {"bits": 2147483648}},
            'kappa: {"bits": 2147483648} is not an integer; write the number itself in parts of 65535, not its bits',
        ),
        (
            {"alpha_stake": [1000.000000001] * 5},
            "alpha_stake[0]: 1000.000000001 is not an integer; it counts rao, 10⁻⁹ of a TAO or an alpha: "
            "write 1000000000001",
        ),
        ({"weights": [[[3, 0.25]]]}, "weights[0][0][1]: 0.25 is not an integer; it counts parts of 65535: write 16383"),
        ({"kappa": float("nan")}, "kappa: NaN is not an integer"),
        ({"kappa": 1e300}, "kappa: 1e+300 is not an integer"),
    ],
)
def test_anything_else_is_refused_with_where_and_what(values: dict[str, Any], complaint: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_epoch_input(changed(**values))
    assert str(caught.value) == complaint


@pytest.mark.parametrize("name", [field.name for field in fields(EpochInput) if field.default is MISSING])
def test_every_field_must_be_there(name: str) -> None:
    value = example_json()
    del value[name]
    with pytest.raises(InvalidInput) as caught:
        parse_epoch_input(value)
    assert str(caught.value) == f"missing: {name}"


def test_a_misspelt_field_is_named_with_what_it_leaves_missing() -> None:
    value = example_json()
    value["bonds_penality"] = value.pop("bonds_penalty")
    del value["yuma3"]
    with pytest.raises(InvalidInput) as caught:
        parse_epoch_input(value)
    assert str(caught.value) == (
        "no fields of an epoch input: bonds_penality (meant: bonds_penalty?); missing: bonds_penalty, yuma3"
    )


@pytest.mark.parametrize("value", [None, [], "{}", 7])
def test_the_input_is_an_object(value: Any) -> None:
    with pytest.raises(InvalidInput, match="an epoch input is an object"):
        parse_epoch_input(value)
