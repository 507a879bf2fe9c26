"""What the validators made of the neuron: votes, consensus, clipping and incentive."""

from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.conversions import u16_proportion_to_fixed
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO
from subtensor_spec.chapters.consensus.matrix.vectors import normalize, wrapping_sum
from subtensor_spec.explain.step import Step
from subtensor_spec.explain.view import View


def consensus_step(view: View) -> Step:
    """Tell who voted for the neuron, where the median fell, and what was clipped.

    Voters stand in order of their weight. The consensus is the first weight up to which more than the minority votes.
    """
    votes = _votes(view)
    clipped = view.on_me(view.stages.clipped_weights)
    everyone = wrapping_sum([vote.stake for vote in votes])
    majority = u16_proportion_to_fixed(view.epoch.kappa)
    return Step(
        "Consensus on it",
        ("YC-consensus/of-stake", "YC-consensus/weighted-median-columns", "YC-consensus/weighted-median"),
        {
            "voters with stake": len(votes),
            "kappa, the majority that is needed": majority,
            "minority, what may vote for less": everyone.saturating_sub(majority),
            "consensus, the weighted median": view.mine(view.stages.consensus),
        },
        ("voter", "voting stake", "weight", "stake up to this weight", "clipped to"),
        [
            (vote.uid, vote.stake, vote.weight, _stake_up_to(vote.weight, votes), clipped.get(vote.uid))
            for vote in sorted(votes, key=lambda vote: vote.weight.bits)
        ],
    )


@dataclass(frozen=True)
class _Vote:
    uid: int
    stake: I32F32
    weight: I32F32


def _votes(view: View) -> list[_Vote]:
    weights = view.on_me(view.stages.weights)
    voters = [uid for uid in range(view.epoch.n) if view.stake_of(uid) > ZERO]
    stakes = normalize([view.stake_of(uid) for uid in voters])
    return [_Vote(uid, stake, weights.get(uid, ZERO)) for uid, stake in zip(voters, stakes, strict=True)]


def _stake_up_to(weight: I32F32, votes: list[_Vote]) -> I32F32:
    return wrapping_sum([vote.stake for vote in votes if vote.weight <= weight])


def incentive_step(view: View) -> Step:
    """Tell how the clipped votes became incentive."""
    clipped = view.on_me(view.stages.clipped_weights)
    return Step(
        "Incentive",
        ("YC-consensus/clip", "YC-sparse/column-dot", "YC-incentive/ranks", "YC-incentive/share"),
        {
            "rank, the sum": view.mine(view.stages.ranks),
            "sum of all ranks": wrapping_sum(view.stages.ranks),
            "incentive": view.mine(view.stages.incentive),
        },
        ("voter", "clipped weight", "times active stake"),
        [
            (uid, weight, view.stake_of(uid).saturating_mul(weight))
            for uid, weight in clipped.items()
            if view.stake_of(uid)
        ],
    )
