"""Planned rows of the schedule of epochs."""

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.common.plans import ALL, edges_of, joined, subnets

_SCHEDULES = {
    "at-tempo": ({"tempo": 360, "last_epoch_block": "1000"}, "1360"),
    "before-tempo": ({"tempo": 360, "last_epoch_block": "1000"}, "1359"),
    "after-tempo": ({"tempo": 360, "last_epoch_block": "1000"}, "1361"),
    "tempo-zero": ({"tempo": 0, "pending_epoch_at": "5", "blocks_since_last_step": ALL}, "1000"),
    "pending-now": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1001"}, "1001"),
    "pending-passed": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1001"}, "1002"),
    "pending-later": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1003"}, "1002"),
    "silence-tolerated": ({"tempo": 50400, "last_epoch_block": "1000", "blocks_since_last_step": "50400"}, "1001"),
    "silence-too-long": ({"tempo": 50400, "last_epoch_block": "1000", "blocks_since_last_step": "50401"}, "1001"),
    "last-in-future": ({"tempo": 1, "last_epoch_block": "2000"}, "1000"),
    "saturates": ({"tempo": 360, "last_epoch_block": ALL}, ALL),
    "pending-before-automatic": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1200"}, "1100"),
    "pending-after-automatic": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1500"}, "1100"),
}


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name: those above, and the edges in the file beside."""
    planned: dict[str, Planned] = {
        "coinbase.should_run_epoch": [
            (slug, [subnets(subnet), 1, block]) for slug, (subnet, block) in _SCHEDULES.items()
        ],
        "coinbase.get_next_epoch_start_block": [
            (slug, [subnets(subnet), 1]) for slug, (subnet, _) in _SCHEDULES.items()
        ],
        "coinbase.blocks_until_next_auto_epoch": [
            (slug, [subnets(subnet), 1, subnet["tempo"], block]) for slug, (subnet, block) in _SCHEDULES.items()
        ],
    }
    return joined(planned, edges_of("schedule"))
