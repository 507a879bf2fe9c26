"""An epoch's result as JSON: u16 and booleans plain, u64 as decimal text, rows as ``[uid, u16]`` entries."""

from dataclasses import asdict
from typing import Any, Protocol

from subtensor_spec.chapters.consensus.epoch_input import EpochInput, Row
from subtensor_spec.chapters.consensus.output import EpochTerms
from subtensor_spec.chapters.consensus.steps.persistence import EpochStorage, emission_paid
from subtensor_spec.wire.epoch.fields import FORM_FIELDS


class EpochOutcome(Protocol):
    """What either path gives of an epoch."""

    @property
    def output(self) -> list[EpochTerms]:
        """The terms of each neuron, by uid."""

    @property
    def persisted(self) -> EpochStorage:
        """What is stored after the epoch."""


_WIDE = frozenset(
    (
        *("current_block", "last_update", "block_at_registration", "last_mechanism_step_block"),
        *("alpha_stake", "tao_stake", "tao_weight", "stake_threshold", "bonds_moving_average"),
        *("reveal_period", "epoch_index", "rao_emission"),
    )
)
"""Fields of an epoch's input that hold u64."""


def input_to_json(epoch: EpochInput) -> dict[str, Any]:
    """Return an epoch's input as :func:`~subtensor_spec.wire.epoch.parsing.parse_epoch_input` reads it."""
    values = asdict(epoch)
    form = {name: _as_text(values[name]) if name in _WIDE else values[name] for name in FORM_FIELDS}
    form["weight_commits"] = [
        [uid, [[str(index), str(block)] for index, block in commits]] for uid, commits in epoch.weight_commits
    ]
    form["timelocked_commits"] = [
        [str(index), [[uid, str(block)] for uid, block in commits]] for index, commits in epoch.timelocked_commits
    ]
    return form


def _as_text(value: int | list[int]) -> str | list[str]:
    return [str(item) for item in value] if isinstance(value, list) else str(value)


def output_to_json(result: EpochOutcome) -> dict[str, Any]:
    """Return the terms as lists by uid, under production's names."""
    terms = result.output
    return {
        "active": [term.active for term in terms],
        "bond": _rows([term.bond for term in terms]),
        "consensus": [term.consensus for term in terms],
        "dividend": [term.dividend for term in terms],
        "emission": [str(term.emission) for term in terms],
        "incentive": [term.incentive for term in terms],
        "new_validator_permit": [term.new_validator_permit for term in terms],
        "server_emission": [str(term.server_emission) for term in terms],
        "stake": [str(term.stake) for term in terms],
        "stake_weight": [term.stake_weight for term in terms],
        "validator_emission": [str(term.validator_emission) for term in terms],
        "validator_trust": [term.validator_trust for term in terms],
    }


def persisted_to_json(result: EpochOutcome) -> dict[str, Any]:
    """Return what is stored after the epoch, and as ``returned`` what is paid: ``[uid, server rao, validator rao]``."""
    mechanism, subnet = result.persisted.mechanism, result.persisted.subnet
    return {
        "active": subnet.active,
        "bonds": _rows(mechanism.bonds),
        "consensus": subnet.consensus,
        "dividends": subnet.dividends,
        "emission": [str(rao) for rao in subnet.emission],
        "incentive": mechanism.incentive,
        "returned": [[uid, str(server), str(validator)] for uid, server, validator in emission_paid(result.output)],
        "stake_weight": subnet.stake_weight,
        "validator_permit": subnet.validator_permit,
        "validator_trust": subnet.validator_trust,
    }


def _rows(rows: list[Row]) -> list[list[list[int]]]:
    return [[[uid, value] for uid, value in row] for row in rows]
