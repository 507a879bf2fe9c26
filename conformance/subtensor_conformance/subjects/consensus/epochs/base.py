"""The small subnet that planned epochs are changes of."""

from dataclasses import dataclass
from typing import Any

NOW = 1_000_000
LAST_STEP = NOW - 361
TAO = 10**9

BASE: dict[str, Any] = {
    "n": 5,
    "current_block": str(NOW),
    "tempo": 360,
    "activity_cutoff_factor_milli": 13889,
    "last_update": [str(NOW - age) for age in (10, 20, 30, 40, 50)],
    "block_at_registration": ["100", "200", "300", "400", "500"],
    "last_mechanism_step_block": str(LAST_STEP),
    "alpha_stake": [str(amount * TAO) for amount in (500, 300, 200, 0, 0)],
    "tao_stake": ["0"] * 5,
    "tao_weight": "3320413933267719290",
    "stake_threshold": "0",
    "validator_permit": [True, True, True, False, False],
    "max_allowed_validators": 3,
    "owner_uid": None,
    "weights": [[[3, 65535], [4, 32768]], [[3, 40000], [4, 65535]], [[3, 65535], [4, 20000]], [], []],
    "bonds": [[[3, 65535], [4, 30000]], [[3, 20000], [4, 65535]], [[3, 10000]], [], []],
    "kappa": 32767,
    "bonds_penalty": 65535,
    "bonds_moving_average": "900000",
    "liquid_alpha": False,
    "alpha_low": 45875,
    "alpha_high": 58982,
    "alpha_sigmoid_steepness": 1000,
    "yuma3": False,
    "commit_reveal": False,
    "reveal_period": "1",
    "epoch_index": "100",
    "epoch_due": False,
    "weight_commits": [],
    "timelocked_commits": [],
    "rao_emission": str(360 * TAO),
}
"""Three validators with 50, 30 and 20 % of the stake, two miners, and nothing unusual."""


@dataclass(frozen=True)
class Change:
    """What differs from the base, why that is worth an epoch, what it catches and the rules that it aims at."""

    fields: dict[str, Any]
    why: str
    catches: str
    aims: tuple[str, ...]


def changed(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the base with some fields changed."""
    unknown = fields.keys() - BASE.keys()
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))} is no field of an epoch")
    return BASE | fields


def stakes(*amounts: int) -> list[str]:
    """Return stakes in whole alpha as rao."""
    return [str(amount * TAO) for amount in amounts]


def registered(uid: int, block: int) -> list[str]:
    """Return the blocks of registration of the five neurons, of one of them another."""
    return [str(block) if index == uid else "100" for index in range(5)]
