"""Mutants of voting power."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "voting-power-of-everybody",
        "VOT-epoch/update",
        "if term.new_validator_permit:",
        "if True:",
        "Voting power without a permit.",
    ),
    Mutant(
        "voting-power-needs-the-threshold",
        "VOT-epoch/hotkey",
        "if average < StakeThreshold.get(state) <= before:",
        "if average < StakeThreshold.get(state):",
        "No power below the threshold, so that nobody can build it up.",
    ),
    Mutant(
        "voting-power-weights-swapped",
        "VOT-epoch/average",
        "alpha * current_stake + rest * previous_ema",
        "rest * current_stake + alpha * previous_ema",
        "The weight of the newest stake given to the past.",
    ),
    Mutant(
        "voting-power-off-at-once",
        "VOT-tracking/disable",
        "saturating_add(current_block(state), VOTING_POWER_DISABLE_GRACE_PERIOD_BLOCKS)",
        "current_block(state)",
        "No two weeks until the end.",
    ),
    Mutant(
        "voting-power-off-unasked",
        "VOT-tracking/disable",
        "if not VotingPowerTrackingEnabled.get(state, netuid):",
        "if False:",
        "Switching off what is not on.",
    ),
    Mutant(
        "voting-power-switch-removed",
        "VOT-tracking/end",
        "VotingPowerTrackingEnabled.put(state, netuid, False)",
        "VotingPowerTrackingEnabled.remove(state, netuid)",
        "No entry where production stores one that says off.",
    ),
    Mutant(
        "voting-power-weight-below-one",
        "VOT-tracking/alpha",
        "if alpha > MAX_VOTING_POWER_EMA_ALPHA:",
        "if alpha >= MAX_VOTING_POWER_EMA_ALPHA:",
        "A weight of exactly one refused.",
    ),
]
