"""Epoch inputs to time, shaped like those that the production code was timed on."""

import numpy as np

from subtensor_spec.chapters.consensus.epoch_input import EpochInput, Row

YUMA2, YUMA3, LIQUID = "yuma2", "yuma3", "yuma3-liquid-alpha"
MODES = (YUMA2, YUMA3, LIQUID)
SIZES = (256, 1024, 4096)
VALIDATORS = 64
BLOCK = 3_000_000
U16_MAX = (1 << 16) - 1


def epoch_input(n: int, mode: str, seed: int = 1) -> EpochInput:
    """Return an epoch of ``n`` neurons: the first 64 hold a permit, and each has a weight and a bond on every neuron.

    Validators agree on the quality of a neuron within about a sixth. Stakes are 10 to 100 000 of a token.
    """
    draw = np.random.default_rng(seed)
    validators = min(VALIDATORS, n)
    quality = draw.random(n) ** 2
    opinions = np.maximum(0.0, quality * (1 + draw.normal(0, 0.15, (validators, n))))
    weights = np.maximum(1, U16_MAX * opinions / opinions.max(axis=1, keepdims=True)).astype(np.int64)
    bonds = draw.integers(1, U16_MAX + 1, (validators, n))
    stake = np.concatenate([draw.integers(10**10, 10**14, validators), draw.integers(0, 10**9, n - validators)])
    return EpochInput(
        n=n,
        current_block=BLOCK,
        tempo=360,
        activity_cutoff_factor_milli=13_889,
        last_update=[BLOCK - 10] * n,
        block_at_registration=[BLOCK - 50_000] * n,
        last_mechanism_step_block=BLOCK - 360,
        alpha_stake=stake.tolist(),
        tao_stake=[0] * n,
        tao_weight=0,
        stake_threshold=0,
        validator_permit=[uid < validators for uid in range(n)],
        max_allowed_validators=validators,
        owner_uid=None,
        weights=_rows(weights, n),
        bonds=_rows(bonds, n),
        kappa=32_767,
        bonds_penalty=32_768 if mode == LIQUID else U16_MAX,
        bonds_moving_average=900_000,
        liquid_alpha=mode == LIQUID,
        alpha_low=45_875,
        alpha_high=58_982,
        alpha_sigmoid_steepness=1000,
        yuma3=mode != YUMA2,
        commit_reveal=False,
        reveal_period=1,
        epoch_index=100,
        epoch_due=False,
        weight_commits=[],
        timelocked_commits=[],
        rao_emission=148 * 10**9,
    )


def _rows(table: np.ndarray[tuple[int, int], np.dtype[np.int64]], n: int) -> list[Row]:
    rows: list[Row] = [list(enumerate(row)) for row in table.tolist()]
    return rows + [[] for _ in range(n - len(rows))]
