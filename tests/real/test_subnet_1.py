"""Subnet 1 of the main network at block 6 852 690: what the chain recorded agrees with the rules."""

from typing import Any

import pytest

from subtensor_conformance.subjects.consensus.real import subnet_1_state
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.chapters.consensus.matrix.conversions import fixed64_to_u64
from subtensor_spec.chapters.consensus.steps.activity import get_activity_cutoff_blocks, inactive_neurons
from subtensor_spec.chapters.consensus.steps.permits import new_permits
from subtensor_spec.chapters.consensus.steps.stake import get_stake_weights_for_network, stake_shares
from subtensor_spec.chapters.stake_weight.inheritance import proportion_of_u64
from subtensor_spec.wire.epoch.example import example_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

NEURONS = 1024
VALIDATORS = 12
EMISSION = 82_000_457_800
"""Rao of alpha that the hundred blocks up to the recorded epoch had gathered for it."""


@pytest.fixture(scope="module")
def state() -> dict[str, Any]:
    return subnet_1_state()


def integers(texts: list[str]) -> list[int]:
    return [int(text) for text in texts]


def total_stake(state: dict[str, Any]) -> list[Any]:
    weight = proportion_of_u64(int(state["tao_weight"]))
    return get_stake_weights_for_network(integers(state["alpha_stake"]), integers(state["tao_stake"]), weight)


def test_the_stake_of_all_1024_neurons_is_alpha_plus_weighted_tao(state: dict[str, Any]) -> None:
    """In rao, to the last one: 64-bit floats would miss twelve neurons."""
    computed = [fixed64_to_u64(stake) for stake in total_stake(state)]
    assert len(computed) == NEURONS
    assert computed == integers(state["total_stake"])


def test_the_permits_belong_to_the_twelve_with_most_stake(state: dict[str, Any]) -> None:
    """The recorded permits are those that the top-k rule grants, and no other number of permits gives them."""
    shares = stake_shares(total_stake(state))
    assert new_permits(shares, VALIDATORS, None) == state["validator_permit"]
    assert new_permits(shares, VALIDATORS + 1, None) != state["validator_permit"]


def test_activity_follows_from_the_last_update(state: dict[str, Any]) -> None:
    """With the cutoff of 5 000 blocks that subnets had then, the recorded activity is that of the rule."""
    cutoff = get_activity_cutoff_blocks(50_000, 100)
    inactive = inactive_neurons(integers(state["last_update"]), cutoff, state["block"])
    assert [not off for off in inactive] == state["active"]


def test_what_was_paid_stays_below_what_there_was(state: dict[str, Any]) -> None:
    """Rounding down leaves a little: the epoch paid 293 rao less than it had, with half to servers, half to
    validators.
    """
    assert sum(integers(state["emission"])) == EMISSION - 293
    servers = sum(int(rao) for rao, share in zip(state["emission"], state["incentives"], strict=True) if share)
    assert EMISSION // 2 - 200 < servers < EMISSION // 2


def test_recorded_shares_sum_to_at_most_one(state: dict[str, Any]) -> None:
    assert sum(state["incentives"]) <= 65535
    assert sum(state["dividends"]) <= 65535


@pytest.mark.parametrize("yuma3", [False, True])
def test_an_epoch_in_which_all_vote_for_one_pays_as_recorded(state: dict[str, Any], yuma3: bool) -> None:
    """All incentive went to one neuron, so all weight was on it, and all bonds had long followed.

    Stakes have moved in the hundred blocks since, so dividends agree to one part in a hundred, not to the rao.
    """
    validators = [uid for uid, share in enumerate(state["dividends"]) if share]
    (server,) = [uid for uid, share in enumerate(state["incentives"]) if share]
    votes = [[[server, 65535]] if uid in validators else [] for uid in range(NEURONS)]
    given = example_json() | {
        "n": NEURONS,
        "current_block": str(state["block"]),
        "last_mechanism_step_block": str(state["block"] - 100),
        "last_update": [str(state["block"] - 1)] * NEURONS,
        "block_at_registration": ["0"] * NEURONS,
        "alpha_stake": state["alpha_stake"],
        "tao_stake": state["tao_stake"],
        "validator_permit": state["validator_permit"],
        "max_allowed_validators": VALIDATORS,
        "owner_uid": None,
        "stake_threshold": "0",
        "weights": votes,
        "bonds": [],
        "commit_reveal": False,
        "yuma3": yuma3,
        "rao_emission": str(EMISSION),
    }
    terms = run_epoch(parse_epoch_input(given)).output
    assert terms[server].incentive == 65535
    assert abs(terms[server].server_emission - int(state["emission"][server])) < 200
    for uid in validators:
        assert terms[uid].validator_trust == state["validator_trust"][uid]
        assert terms[uid].validator_emission == pytest.approx(int(state["emission"][uid]), rel=0.01)
