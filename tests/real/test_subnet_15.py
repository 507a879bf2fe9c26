"""Subnet 15 of the main network at block 4 769 998: an epoch on real weights and stakes."""

from typing import Any

import pytest

from subtensor_conformance.subjects.consensus.real import subnet_15_epoch
from subtensor_spec.chapters.consensus import EpochResult, run_epoch
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

MODES = {
    "yuma2": {"yuma3": False},
    "yuma3": {"yuma3": True},
    "yuma3 with liquid alpha": {"yuma3": True, "liquid_alpha": True, "bonds_penalty": 32768},
}


@pytest.fixture(scope="module", params=MODES, name="result")
def run(request: pytest.FixtureRequest) -> EpochResult:
    return run_epoch(parse_epoch_input(subnet_15_epoch() | MODES[request.param]))


def test_the_data_is_what_the_readme_says() -> None:
    given: dict[str, Any] = subnet_15_epoch()
    assert given["n"] == 256
    assert sum(1 for row in given["weights"] if row) == 20
    assert all(max(weight for _, weight in row) == 65535 for row in given["weights"] if row)


def test_emission_is_paid_out_but_for_the_rounding(result: EpochResult) -> None:
    """Servers and validators get half each; each neuron loses less than a rao and a share below 2**-32 twice."""
    emission = 148_000_000_000
    paid = sum(terms.server_emission + terms.validator_emission for terms in result.output)
    assert emission - 20_000 < paid <= emission
    servers = sum(terms.server_emission for terms in result.output)
    assert servers == pytest.approx(emission / 2, rel=1e-6)


def test_every_validator_with_stake_above_a_percent_of_the_greatest_earns(result: EpochResult) -> None:
    greatest = max(terms.stake for terms in result.output)
    large = [terms for terms in result.output if terms.bond and terms.stake * 100 > greatest]
    assert len(large) >= 5
    assert all(terms.dividend > 0 for terms in large)


def test_consensus_differs_from_the_incentive_of_a_float_simulator(result: EpochResult) -> None:
    """Consensus on real weights sums to more than one, so dividing it by its sum, as simulators do, changes it."""
    total = sum(value.bits for value in result.stages.consensus)
    assert total > 1.01 * 2**32
