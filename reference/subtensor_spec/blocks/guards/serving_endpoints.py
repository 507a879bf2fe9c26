"""The guard of endpoints."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId
from subtensor_spec.chapters.serving.endpoints import validate_serve_axon, validate_serve_prometheus
from subtensor_spec.rules import SUBTENSOR, rule

_GUARD = "pallets/subtensor/src/guards/check_serving_endpoints.rs"

SERVE_AXON = frozenset({"SubtensorModule.serve_axon", "SubtensorModule.serve_axon_tls"})
SERVE_PROMETHEUS = "SubtensorModule.serve_prometheus"


@rule("BLK-guard/serving", SUBTENSOR(_GUARD, "check"), SUBTENSOR(_GUARD, "applies_to"))
def check_serving_endpoints(state: State, who: AccountId, name: str, arguments: Mapping[str, Any]) -> None:
    """An axon, with a certificate or without, and measurements are validated as the calls themselves do it."""
    if name not in SERVE_AXON and name != SERVE_PROMETHEUS:
        return
    validate = validate_serve_axon if name in SERVE_AXON else validate_serve_prometheus
    validate(state, who, arguments["netuid"], arguments["ip"], arguments["port"], arguments["ip_type"])
