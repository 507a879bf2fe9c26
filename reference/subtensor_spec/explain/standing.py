"""Where the neuron stands before any vote is counted: activity, stake and permits."""

from subtensor_spec.chapters.consensus.matrix.vectors import get_or
from subtensor_spec.chapters.consensus.steps.activity import get_activity_cutoff_blocks
from subtensor_spec.chapters.stake_weight.inheritance import proportion_of_u64
from subtensor_spec.explain.step import Step, Wide
from subtensor_spec.explain.view import View


def activity_step(view: View) -> Step:
    """Tell whether the neuron has set weights recently enough."""
    epoch = view.epoch
    return Step(
        "Activity",
        ("YC-activity/last-update", "YC-activity/cutoff", "YC-activity/inactive"),
        {
            "last update, block": Wide(view.mine(view.stages.last_update)),
            "cutoff, blocks": Wide(get_activity_cutoff_blocks(epoch.activity_cutoff_factor_milli, epoch.tempo)),
            "current block": Wide(epoch.current_block),
            "active": not view.mine(view.stages.inactive),
        },
    )


def stake_step(view: View) -> Step:
    """Tell the neuron's stake, and its share of all."""
    epoch = view.epoch
    return Step(
        "Stake",
        ("STW-proportion/of-u64", "YC-stake/total", "YC-stake/threshold", "YC-stake/shares"),
        {
            "alpha, rao": Wide(epoch.alpha_stake[view.uid]),
            "TAO, rao": Wide(epoch.tao_stake[view.uid]),
            "TAO weight": proportion_of_u64(epoch.tao_weight),
            "total, rao": view.mine(view.stages.total_stake),
            "threshold, rao": Wide(epoch.stake_threshold),
            "subnet owner, exempt from it": view.uid == epoch.owner_uid,
            "counted, rao": view.mine(view.stages.filtered_stake),
            "share of all stake": view.mine(view.stages.stake),
        },
    )


def permit_step(view: View) -> Step:
    """Tell whether the neuron may validate, now and next."""
    stake = view.stages.stake
    own = (stake[view.uid], view.uid)
    return Step(
        "Permit",
        ("YC-permits/owner", "YC-vector/top-k", "YC-permits/new"),
        {
            "permit in this epoch": view.validates,
            "place by stake, ties to the higher uid": sum((s, uid) > own for uid, s in enumerate(stake)) + 1,
            "permits granted by stake": view.epoch.max_allowed_validators,
            "permit from now on": view.mine(view.stages.new_validator_permits),
        },
    )


def active_stake_step(view: View) -> Step:
    """Tell the weight that the neuron's vote has."""
    stages = view.stages
    counted = [
        share
        for uid, share in enumerate(stages.stake)
        if not stages.inactive[uid] and get_or(stages.validator_permits, uid, not stages.validator_permits)
    ]
    return Step(
        "Active stake",
        ("YC-vector/mask", "YC-stake/active"),
        {
            "share of all stake": view.mine(view.stages.stake),
            "share that all active validators hold": type(view.mine(view.stages.stake)).wrapping_sum(counted),
            "share among them": view.mine(view.stages.active_stake),
        },
    )
