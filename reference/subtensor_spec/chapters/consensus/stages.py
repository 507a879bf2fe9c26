"""The intermediate values of an epoch by name: what each is."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Stage:
    """One intermediate value. ``type`` is written as in vectors: ``list<I32F32>``, ``sparse<I32F32>``,
    ``list<bool>``.
    """

    type: str
    meaning: str


VECTOR, MATRIX = "list<I32F32>", "sparse<I32F32>"

STAGES: dict[str, Stage] = {
    "last_update": Stage("list<u64>", "block of each neuron's last update, padded with zeros to n"),
    "inactive": Stage("list<bool>", "whose last update lies further back than the cutoff"),
    "total_stake": Stage("list<I64F64>", "alpha plus TAO times the TAO weight, in rao"),
    "filtered_stake": Stage("list<I64F64>", "total stake, zero where below the threshold"),
    "stake": Stage(VECTOR, "share of filtered stake"),
    "validator_permits": Stage("list<bool>", "who holds a permit in this epoch"),
    "new_validator_permits": Stage("list<bool>", "who holds a permit from the next epoch on"),
    "active_stake": Stage(VECTOR, "share of the stake of active validators"),
    "weights_raw": Stage(MATRIX, "stored weights as whole numbers"),
    "weights_permitted": Stage(MATRIX, "without rows of neurons without a permit"),
    "weights_without_diagonal": Stage(MATRIX, "without weights on oneself"),
    "weights_current": Stage(MATRIX, "without weights older than their target's registration"),
    "weights_committed": Stage(MATRIX, "without weights on neurons that registered after an open commit"),
    "weights": Stage(MATRIX, "the rows as shares"),
    "consensus": Stage(VECTOR, "weighted median of the weights on each neuron"),
    "clipped_weights": Stage(MATRIX, "weights cut down to consensus"),
    "validator_trust": Stage(VECTOR, "sum of each validator's clipped weights"),
    "ranks": Stage(VECTOR, "clipped weights on each neuron times active stake"),
    "incentive": Stage(VECTOR, "share of ranks"),
    "weights_for_bonds": Stage(MATRIX, "mixture of weights and clipped weights by the bonds penalty"),
    "bonds_previous": Stage(MATRIX, "stored bonds: whole numbers under Yuma 2, proportions under Yuma 3"),
    "bonds_masked": Stage(MATRIX, "without bonds in neurons registered since the last epoch"),
    "bonds_normalised": Stage(MATRIX, "Yuma 2: shares of old bonds in each neuron"),
    "bonds_delta": Stage(MATRIX, "Yuma 2: weights for bonds times active stake"),
    "bonds_delta_normalised": Stage(MATRIX, "Yuma 2: shares of new bonds in each neuron"),
    "bonds_alpha": Stage("I32F32", "what new bonds count for; absent under liquid alpha"),
    "alphas": Stage("list<list<I32F32>>", "liquid alpha: what each new bond counts for"),
    "ema_bonds": Stage(MATRIX, "moving average of bonds"),
    "ema_bonds_normalised": Stage(MATRIX, "the averages as shares in each neuron"),
    "total_bonds_per_validator": Stage(VECTOR, "Yuma 3: shares of bonds times incentive, by validator"),
    "dividends": Stage(VECTOR, "each validator's share of dividends"),
    "bonds_stored": Stage(MATRIX, "the bonds as they are stored, before u16"),
    "combined_emission_scores": Stage(VECTOR, "incentive plus dividends"),
    "normalised_server_emission": Stage(VECTOR, "incentive as a share of all scores"),
    "normalised_validator_emission": Stage(VECTOR, "dividends as a share of all scores"),
    "normalised_combined_emission": Stage(VECTOR, "each score as a share of all scores"),
    "server_emission": Stage("list<u64>", "rao paid for incentive"),
    "validator_emission": Stage("list<u64>", "rao paid for dividends"),
    "combined_emission": Stage("list<u64>", "rao recorded as emission"),
}
"""Every stage in the order in which the epoch reaches it."""


def collect(*steps: object, **values: Any) -> dict[str, Any]:
    """Return the fields of the steps' results, and further values, as stages in order; those that do not apply
    are out.
    """
    reached = values | {name: value for step in steps for name, value in vars(step).items() if value is not None}
    return {name: reached[name] for name in STAGES if name in reached}
