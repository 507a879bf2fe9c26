"""The whole epoch: its worked example, its stages, and what is stored of it."""

import json
from typing import Any

import pytest

from subtensor_spec.chapters.consensus import STAGES, EpochResult, run_epoch
from subtensor_spec.rules import record
from subtensor_spec.wire.epoch.encoding import output_to_json, persisted_to_json
from subtensor_spec.wire.epoch.example import example_json, worked_example
from subtensor_spec.wire.epoch.parsing import parse_epoch_input
from subtensor_spec.wire.epoch.stages import stage_to_json

ONLY_YUMA2 = {"bonds_normalised", "bonds_delta", "bonds_delta_normalised"}
ONLY_YUMA3 = {"total_bonds_per_validator"}


def run(**values: Any) -> EpochResult:
    return run_epoch(parse_epoch_input(example_json() | values))


def decimals(result: EpochResult, stage: str) -> list[str]:
    return [value.to_decimal() for value in getattr(result.stages, stage)]


def test_the_worked_example_comes_out_as_chapter_15_tells_it() -> None:
    result = run_epoch(worked_example())
    assert decimals(result, "active_stake") == ["0.5488454707", "0.4369449378", "0.0142095913", "0", "0"]
    assert decimals(result, "consensus") == ["0", "0", "0", "0.75", "0.25"]
    assert decimals(result, "incentive") == ["0", "0", "0", "0.7078332282", "0.2921667716"]
    assert decimals(result, "dividends") == ["0.6479158693", "0.3485590222", "0.003525108", "0", "0"]
    assert [terms.server_emission for terms in result.output] == [0, 0, 0, 52379658884, 21620341081]
    assert [terms.validator_emission for terms in result.output] == [47945774307, 25793367624, 260857999, 0, 0]
    assert [terms.bond for terms in result.output[:2]] == [[(3, 49915), (4, 1638)], [(3, 20621), (4, 2785)]]


@pytest.mark.parametrize(
    ("values", "absent"),
    [
        ({"yuma3": False}, ONLY_YUMA3 | {"alphas"}),
        ({"yuma3": True}, ONLY_YUMA2 | {"alphas"}),
        ({"yuma3": True, "liquid_alpha": True}, ONLY_YUMA2 | {"bonds_alpha"}),
    ],
)
def test_every_stage_that_applies_is_there_in_order(values: dict[str, Any], absent: set[str]) -> None:
    assert list(run(**values).stages.by_name()) == [name for name in STAGES if name not in absent]


@pytest.mark.parametrize("yuma3", [False, True])
def test_stages_are_written_as_their_types_say(yuma3: bool) -> None:
    """Bits and u64 as text, columns as integers, booleans as such; and every vector and matrix has a place for
    each uid.
    """
    for name, value in run(yuma3=yuma3).stages.by_name().items():
        written = json.loads(json.dumps(stage_to_json(name, value)))
        kind = STAGES[name].type
        if kind == "I32F32":
            assert isinstance(written, str)
            continue
        assert len(written) == 5
        if kind.startswith("sparse"):
            entries = [entry for row in written for entry in row]
            assert all(isinstance(column, int) and isinstance(bits, str) for column, bits in entries)
        else:
            assert all(isinstance(item, bool if kind == "list<bool>" else str) for item in written)


def test_the_terms_are_written_with_wide_integers_as_text() -> None:
    written = output_to_json(run())
    assert written["emission"][3] == "52379658884"
    assert written["bond"][0] == [[3, 49915], [4, 1638]]
    assert written["stake"][0] == "30899999999674"
    assert written["incentive"][3] == 46387
    assert written["active"] == [True, True, True, False, False]


def test_what_is_stored_are_the_terms() -> None:
    result = run()
    terms, stored = output_to_json(result), persisted_to_json(result)
    same = {"active", "consensus", "emission", "incentive", "stake_weight", "validator_trust"}
    assert {name: stored[name] for name in same} == {name: terms[name] for name in same}
    assert stored["bonds"] == terms["bond"]
    assert stored["dividends"] == terms["dividend"]
    assert stored["validator_permit"] == terms["new_validator_permit"]
    assert stored["returned"][3] == [3, "52379658884", "0"]


def test_storage_is_written_for_n_neurons_however_long_the_stored_lists_were() -> None:
    stored = persisted_to_json(run(last_update=["1"] * 9, validator_permit=[True] * 9, bonds=[[]] * 9))
    assert {len(value) for value in stored.values()} == {5}


def test_an_epoch_runs_the_rules_of_its_own_kind_of_yuma() -> None:
    with record() as ran:
        run(yuma3=True, liquid_alpha=True)
    assert {"YC-epoch/mechanism", "YC-yuma3/average-liquid", "YC-liquid-alpha/sigmoid", "TF-exp/safe"} <= ran
    assert not {name for name in ran if name.startswith("YC-yuma2/")}
