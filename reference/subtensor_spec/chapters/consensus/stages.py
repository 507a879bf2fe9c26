"""The intermediate values of an epoch by name: what each is."""

from dataclasses import dataclass, fields
from typing import Annotated, get_type_hints

from subtensor_spec.arithmetic import I32F32, I64F64
from subtensor_spec.chapters.consensus.matrix.shapes import Dense, Sparse


@dataclass(frozen=True)
class Stage:
    """One intermediate value. ``type`` is written as in vectors: ``list<I32F32>``, ``sparse<I32F32>``,
    ``list<bool>``.
    """

    type: str
    meaning: str


VECTOR, MATRIX = "list<I32F32>", "sparse<I32F32>"


@dataclass(frozen=True, kw_only=True)
class EpochStages:
    """Every intermediate value in the order in which the epoch reaches it; one that does not apply is nothing."""

    last_update: Annotated[list[int], Stage("list<u64>", "block of each neuron's last update, padded with zeros to n")]
    inactive: Annotated[list[bool], Stage("list<bool>", "whose last update lies further back than the cutoff")]
    total_stake: Annotated[list[I64F64], Stage("list<I64F64>", "alpha plus TAO times the TAO weight, in rao")]
    filtered_stake: Annotated[list[I64F64], Stage("list<I64F64>", "total stake, zero where below the threshold")]
    stake: Annotated[list[I32F32], Stage(VECTOR, "share of filtered stake")]
    validator_permits: Annotated[list[bool], Stage("list<bool>", "who holds a permit in this epoch")]
    new_validator_permits: Annotated[list[bool], Stage("list<bool>", "who holds a permit from the next epoch on")]
    active_stake: Annotated[list[I32F32], Stage(VECTOR, "share of the stake of active validators")]
    weights_raw: Annotated[Sparse, Stage(MATRIX, "stored weights as whole numbers")]
    weights_permitted: Annotated[Sparse, Stage(MATRIX, "without rows of neurons without a permit")]
    weights_without_diagonal: Annotated[Sparse, Stage(MATRIX, "without weights on oneself")]
    weights_current: Annotated[Sparse, Stage(MATRIX, "without weights older than their target's registration")]
    weights_committed: Annotated[Sparse, Stage(MATRIX, "without weights on neurons registered after an open commit")]
    weights: Annotated[Sparse, Stage(MATRIX, "the rows as shares")]
    consensus: Annotated[list[I32F32], Stage(VECTOR, "weighted median of the weights on each neuron")]
    clipped_weights: Annotated[Sparse, Stage(MATRIX, "weights cut down to consensus")]
    validator_trust: Annotated[list[I32F32], Stage(VECTOR, "sum of each validator's clipped weights")]
    ranks: Annotated[list[I32F32], Stage(VECTOR, "clipped weights on each neuron times active stake")]
    incentive: Annotated[list[I32F32], Stage(VECTOR, "share of ranks")]
    weights_for_bonds: Annotated[Sparse, Stage(MATRIX, "mixture of weights and clipped weights by the bonds penalty")]
    bonds_previous: Annotated[Sparse, Stage(MATRIX, "stored bonds: whole under Yuma 2, proportions under Yuma 3")]
    bonds_masked: Annotated[Sparse, Stage(MATRIX, "without bonds in neurons registered since the last epoch")]
    bonds_normalised: Annotated[Sparse | None, Stage(MATRIX, "Yuma 2: shares of old bonds in each neuron")] = None
    bonds_delta: Annotated[Sparse | None, Stage(MATRIX, "Yuma 2: weights for bonds times active stake")] = None
    bonds_delta_normalised: Annotated[Sparse | None, Stage(MATRIX, "Yuma 2: shares of new bonds in each neuron")] = None
    bonds_alpha: Annotated[I32F32 | None, Stage("I32F32", "what new bonds count for; absent under liquid alpha")] = None
    alphas: Annotated[Dense | None, Stage("list<list<I32F32>>", "liquid alpha: what each new bond counts for")] = None
    ema_bonds: Annotated[Sparse, Stage(MATRIX, "moving average of bonds")]
    ema_bonds_normalised: Annotated[Sparse, Stage(MATRIX, "the averages as shares in each neuron")]
    total_bonds_per_validator: Annotated[
        list[I32F32] | None, Stage(VECTOR, "Yuma 3: shares of bonds times incentive, by validator")
    ] = None
    dividends: Annotated[list[I32F32], Stage(VECTOR, "each validator's share of dividends")]
    bonds_stored: Annotated[Sparse, Stage(MATRIX, "the bonds as they are stored, before u16")]
    combined_emission_scores: Annotated[list[I32F32], Stage(VECTOR, "incentive plus dividends")]
    normalised_server_emission: Annotated[list[I32F32], Stage(VECTOR, "incentive as a share of all scores")]
    normalised_validator_emission: Annotated[list[I32F32], Stage(VECTOR, "dividends as a share of all scores")]
    normalised_combined_emission: Annotated[list[I32F32], Stage(VECTOR, "each score as a share of all scores")]
    server_emission: Annotated[list[int], Stage("list<u64>", "rao paid for incentive")]
    validator_emission: Annotated[list[int], Stage("list<u64>", "rao paid for dividends")]
    combined_emission: Annotated[list[int], Stage("list<u64>", "rao recorded as emission")]

    @classmethod
    def of(cls, *steps: object, active_stake: list[I32F32]) -> "EpochStages":
        """Return the fields of the steps' results under their names."""
        found = {name: value for step in steps for name, value in vars(step).items()}
        return cls(**{name: found[name] for name in STAGES if name in found}, active_stake=active_stake)

    def by_name(self) -> dict[str, object]:
        """Return those that apply, by name and in order."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


STAGES: dict[str, Stage] = {
    name: hint.__metadata__[0] for name, hint in get_type_hints(EpochStages, include_extras=True).items()
}
"""What each stage is, by name and in order."""
