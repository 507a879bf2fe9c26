"""What an epoch's stages and outputs follow from: the rules that make each of them, in order of computation."""

from dataclasses import dataclass

_STORAGE = ("YC-storage/mechanism", "YC-storage/subnet")


@dataclass(frozen=True)
class OutputPart:
    """One part of an epoch's output: its type on the wire, the stage that it is made of, and the rules that do so."""

    section: str
    name: str
    type: str
    stage: str
    rules: tuple[str, ...]


STAGE_RULES: dict[str, tuple[str, ...]] = {
    "last_update": ("YC-activity/last-update",),
    "inactive": ("YC-activity/inactive", "YC-activity/cutoff"),
    "total_stake": ("YC-stake/total",),
    "filtered_stake": ("YC-stake/threshold",),
    "stake": ("YC-stake/shares",),
    "validator_permits": ("YC-permits/owner",),
    "new_validator_permits": ("YC-permits/new", "YC-vector/top-k"),
    "active_stake": ("YC-stake/active",),
    "weights_raw": ("YC-weights/read",),
    "weights_permitted": ("YC-weights/permitted",),
    "weights_without_diagonal": ("YC-weights/self",),
    "weights_current": ("YC-weights/outdated",),
    "weights_committed": ("YC-weights/committed", "YC-commits/earliest"),
    "weights": ("YC-sparse/row-normalise",),
    "consensus": ("YC-consensus/of-stake", "YC-consensus/weighted-median-columns", "YC-consensus/weighted-median"),
    "clipped_weights": ("YC-consensus/clip", "YC-sparse/column-clip"),
    "validator_trust": ("YC-consensus/validator-trust",),
    "ranks": ("YC-incentive/ranks", "YC-sparse/column-dot"),
    "incentive": ("YC-incentive/share",),
    "weights_for_bonds": ("YC-bonds/penalty",),
    "bonds_previous": ("YC-bonds/read", "YC-bonds/read-proportions"),
    "bonds_masked": ("YC-bonds/outdated", "YC-bonds/first-block"),
    "bonds_normalised": ("YC-sparse/column-normalise",),
    "bonds_delta": ("YC-yuma2/delta", "YC-sparse/scale-rows"),
    "bonds_delta_normalised": ("YC-sparse/column-normalise",),
    "bonds_alpha": ("YC-yuma2/alpha", "YC-yuma3/alpha"),
    "alphas": ("YC-liquid-alpha/matrix", "YC-liquid-alpha/sigmoid", "YC-liquid-alpha/walk"),
    "ema_bonds": ("YC-yuma2/average", "YC-yuma3/average", "YC-yuma3/average-liquid"),
    "ema_bonds_normalised": ("YC-sparse/column-normalise",),
    "total_bonds_per_validator": ("YC-yuma3/total-bonds",),
    "dividends": ("YC-yuma2/dividends", "YC-yuma3/dividends"),
    "bonds_stored": ("YC-yuma2/to-store", "YC-yuma3/average", "YC-yuma3/average-liquid"),
    "combined_emission_scores": ("YC-emission/scores",),
    "normalised_server_emission": ("YC-vector/normalise-by-sum", "YC-emission/scores"),
    "normalised_validator_emission": ("YC-vector/normalise-by-sum", "YC-emission/without-scores"),
    "normalised_combined_emission": ("YC-vector/normalise", "YC-emission/without-scores"),
    "server_emission": ("YC-emission/in-rao",),
    "validator_emission": ("YC-emission/in-rao",),
    "combined_emission": ("YC-emission/in-rao",),
}
"""The rules that make each stage of those before it, in order of computation, the likeliest first.

Where Yuma 2 and Yuma 3 differ both are named: an epoch runs one of them.
"""

PROPORTIONS, AMOUNTS, FLAGS = "list<u16>", "list<u64>", "list<bool>"


def _both(name: str, type_text: str, stage: str, *rules: str, stored: str = "") -> tuple[OutputPart, OutputPart]:
    """Return a part of the terms, and what is stored of it."""
    return (
        OutputPart("terms", name, type_text, stage, rules),
        OutputPart("persisted", stored or name, type_text, stage, _STORAGE),
    )


_SHARE = "YC-output/proportions"

OUTPUTS: tuple[OutputPart, ...] = (
    *_both("active", FLAGS, "inactive", "YC-activity/inactive"),
    OutputPart("terms", "stake", AMOUNTS, "total_stake", ("YC-output/stake",)),
    *_both("stake_weight", PROPORTIONS, "stake", _SHARE),
    *_both("new_validator_permit", FLAGS, "new_validator_permits", "YC-permits/new", stored="validator_permit"),
    *_both("consensus", PROPORTIONS, "consensus", _SHARE),
    *_both("validator_trust", PROPORTIONS, "validator_trust", _SHARE),
    *_both("incentive", PROPORTIONS, "incentive", _SHARE),
    *_both("dividend", PROPORTIONS, "dividends", _SHARE, stored="dividends"),
    *_both("bond", "sparse<u16>", "bonds_stored", "YC-output/bonds", stored="bonds"),
    OutputPart("terms", "server_emission", AMOUNTS, "server_emission", ("YC-emission/in-rao",)),
    OutputPart("terms", "validator_emission", AMOUNTS, "validator_emission", ("YC-emission/in-rao",)),
    OutputPart("persisted", "returned", "list<tuple<u16,u64,u64>>", "validator_emission", ("YC-storage/paid",)),
    *_both("emission", AMOUNTS, "combined_emission", "YC-emission/in-rao"),
)
"""Every part of an epoch's output, in the order in which what it is made of is computed."""
