"""What the neuron is paid, and what the chain remembers of it."""

from subtensor_spec.chapters.consensus.matrix.vectors import wrapping_sum
from subtensor_spec.explain.step import Step, Value, Wide
from subtensor_spec.explain.view import View


def emission_step(view: View) -> Step:
    """Tell how scores became rao."""
    without_scores = not wrapping_sum(view.stages.combined_emission_scores)
    facts: dict[str, Value] = {
        "emission to share, rao": Wide(view.epoch.rao_emission),
        "incentive plus dividends": view.mine(view.stages.combined_emission_scores),
        "sum over all neurons": wrapping_sum(view.stages.combined_emission_scores),
        "paid by stake, since no neuron has a score": without_scores,
        "share as a server": view.mine(view.stages.normalised_server_emission),
        "share as a validator": view.mine(view.stages.normalised_validator_emission),
        "paid as a server, rao": Wide(view.mine(view.stages.server_emission)),
        "paid as a validator, rao": Wide(view.mine(view.stages.validator_emission)),
        "recorded as emission, rao": Wide(view.mine(view.stages.combined_emission)),
    }
    fallback = ("YC-emission/without-scores",) if without_scores else ()
    return Step("Emission", ("YC-emission/scores", *fallback, "YC-emission/in-rao", "YC-storage/paid"), facts)


def storage_step(view: View) -> Step:
    """Tell what is stored of the neuron."""
    terms = view.terms
    return Step(
        "What is stored",
        ("YC-output/proportions", "YC-output/bonds", "YC-storage/mechanism", "YC-storage/subnet"),
        {
            "stake weight": terms.stake_weight,
            "consensus": terms.consensus,
            "validator trust": terms.validator_trust,
            "incentive": terms.incentive,
            "dividends": terms.dividend,
            "validator permit": terms.new_validator_permit,
            "active": terms.active,
        },
        ("server", "bond"),
        list(terms.bond),
    )
