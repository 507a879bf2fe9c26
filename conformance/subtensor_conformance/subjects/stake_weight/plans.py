"""Planned rows of stake weight."""

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.common.plans import FAMILIES, edges_of, joined


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name: those above, and the edges in the file beside."""
    hotkeys = [(slug, key, state) for slug, (state, _) in FAMILIES.items() for key in ("1", "2")]
    inherited = [(f"{slug}-of-{key}", [state, key, 1]) for slug, key, state in hotkeys]
    planned: dict[str, Planned] = {
        "coinbase.get_inherited_for_hotkey_on_subnet": inherited,
        "coinbase.get_tao_inherited_for_hotkey_on_subnet": inherited,
        "coinbase.get_self_contribution": inherited,
    }
    return joined(planned, edges_of("stake_weight"))
