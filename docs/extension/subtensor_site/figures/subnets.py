"""Small subnets for the pictures: given stakes and weights, what an epoch pays."""

from collections.abc import Sequence
from dataclasses import replace

from subtensor_spec.chapters.consensus import EpochInput

PROPORTION = 65_535


def epoch_input(stakes: Sequence[int], weights: Sequence[Sequence[int]], **changes: object) -> EpochInput:
    """Return a quiet epoch: everybody is active and registered long ago; who has stake validates.

    ``weights[i][j]`` is a u16; zeros are left out. ``changes`` replaces fields of :class:`EpochInput`.
    """
    n = len(stakes)
    quiet = EpochInput(
        n=n,
        current_block=1_000_000,
        tempo=360,
        activity_cutoff_factor_milli=13_889,
        last_update=[1_000_000] * n,
        block_at_registration=[0] * n,
        last_mechanism_step_block=999_639,
        alpha_stake=list(stakes),
        tao_stake=[0] * n,
        tao_weight=0,
        stake_threshold=0,
        validator_permit=[stake > 0 for stake in stakes],
        max_allowed_validators=n,
        owner_uid=None,
        weights=[[(j, weight) for j, weight in enumerate(row) if weight] for row in weights],
        bonds=[[] for _ in range(n)],
        kappa=32_767,
        bonds_penalty=PROPORTION,
        bonds_moving_average=900_000,
        liquid_alpha=False,
        alpha_low=45_875,
        alpha_high=58_982,
        alpha_sigmoid_steepness=1_000,
        yuma3=True,
        commit_reveal=False,
        reveal_period=1,
        epoch_index=100,
        epoch_due=False,
        weight_commits=[],
        timelocked_commits=[],
        rao_emission=10**9,
    )
    return replace(quiet, **changes)  # type: ignore[arg-type]
