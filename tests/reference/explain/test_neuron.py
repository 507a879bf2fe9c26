"""An explanation of a neuron tells the epoch's own numbers, under rules that exist."""

import json
from dataclasses import replace
from typing import Any

import pytest

from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chapters.consensus import EpochInput, run_epoch
from subtensor_spec.errors import InvalidInput
from subtensor_spec.explain import Step, Wide, explain_neuron, step_to_json
from subtensor_spec.rules import record
from subtensor_spec.wire.epoch.example import worked_example

MODES: list[dict[str, Any]] = [
    {"yuma3": False},
    {"yuma3": True},
    {"yuma3": True, "liquid_alpha": True},
    {"yuma3": True, "weights": []},
    {"yuma3": False, "validator_permit": [], "owner_uid": None},
]


def steps(epoch: EpochInput, uid: int) -> dict[str, Step]:
    return {step.title: step for step in explain_neuron(epoch, run_epoch(epoch), uid)}


@pytest.mark.parametrize("values", MODES)
def test_every_rule_named_exists_and_ran(values: dict[str, Any]) -> None:
    epoch = replace(worked_example(), **values)
    with record() as ran:
        result = run_epoch(epoch)
    named = {rule for uid in range(epoch.n) for step in explain_neuron(epoch, result, uid) for rule in step.rules}
    assert named <= complete_registry().keys()
    after_the_epoch = {"YC-storage/paid"}
    assert named - ran <= after_the_epoch


@pytest.mark.parametrize("values", MODES)
def test_every_neuron_can_be_explained_and_written_as_json(values: dict[str, Any]) -> None:
    epoch = replace(worked_example(), **values)
    for uid in range(epoch.n):
        for step in explain_neuron(epoch, run_epoch(epoch), uid):
            json.dumps(step_to_json(step))
            assert all(len(row) == len(step.columns) for row in step.rows)


def test_a_server_learns_who_voted_and_where_the_median_fell() -> None:
    told = steps(worked_example(), 4)
    consensus = told["Consensus on it"]
    assert [row[0] for row in consensus.rows] == [2, 0, 1]
    minority = consensus.facts["minority, what may vote for less"]
    up_to = {row[2]: row[3] for row in consensus.rows}
    agreed = consensus.facts["consensus, the weighted median"]
    assert min(weight for weight, stake in up_to.items() if stake > minority) == agreed
    assert "Its bonds (Yuma 3)" not in told


def test_the_votes_of_an_incentive_add_up_to_the_rank() -> None:
    incentive = steps(worked_example(), 3)["Incentive"]
    assert sum(row[2].bits for row in incentive.rows) == incentive.facts["rank, the sum"].bits


def test_a_validator_learns_why_a_weight_does_not_count() -> None:
    rows = steps(worked_example(), 2)["Its weights"].rows
    assert [(server, reason) for server, _, _, reason in rows] == [
        (2, None),
        (3, None),
        (4, "its target came after a commit"),
    ]
    assert steps(worked_example(), 1)["Its weights"].rows[0][3] == "on itself"


def test_the_products_of_a_dividend_add_up_to_its_sum_over_servers() -> None:
    told = steps(worked_example(), 1)["Its dividends"]
    assert sum(row[3].bits for row in told.rows) == told.facts["sum over servers"].bits


def test_the_place_by_stake_puts_the_higher_uid_first_on_a_tie() -> None:
    epoch = replace(worked_example(), alpha_stake=[7 * 10**13] * 5, tao_stake=[0] * 5)
    places = [steps(epoch, uid)["Permit"].facts["place by stake, ties to the higher uid"] for uid in range(5)]
    assert places == [5, 4, 3, 2, 1]


def test_pay_without_any_score_is_told() -> None:
    told = steps(replace(worked_example(), weights=[]), 0)["Emission"]
    assert told.facts["paid by stake, since no neuron has a score"] is True
    assert "YC-emission/without-scores" in told.rules


def test_wide_integers_are_text_in_json() -> None:
    facts = step_to_json(Step("", (), {"a": Wide(5), "b": 5, "c": True, "d": None}))["facts"]
    assert facts == {"a": "5", "b": 5, "c": True, "d": None}


@pytest.mark.parametrize("uid", [-1, 5])
def test_a_uid_that_does_not_exist_is_refused(uid: int) -> None:
    with pytest.raises(InvalidInput, match="does not exist; there are 5 neurons"):
        explain_neuron(worked_example(), run_epoch(worked_example()), uid)
