"""Endpoints without a port."""

from typing import Any

from subtensor_conformance.authoring.chains.planned import Situation

NEURON = "0x509a36181c5d441282385d2bb42fa6441b91462bcf938b6ca55b0fade6fd7a67"
_ADDRESS = 0x0808_0808


def _serve(name: str, port: int, **others: int) -> dict[str, Any]:
    arguments = {"netuid": 3, "version": 1, "ip": str(_ADDRESS), "port": port, "ip_type": 4, **others}
    return {"call": f"SubtensorModule.{name}", "origin": NEURON, "args": arguments}


_AXON = {"protocol": 4, "placeholder1": 0, "placeholder2": 0}

SITUATIONS = (
    Situation(
        "served-without-a-port",
        "blocks-s1",
        "An axon and a Prometheus endpoint with port 0 are refused; with another port they are stored.",
        "A port that is not looked at, or a record that a refusal leaves behind.",
        (
            _serve("serve_axon", 0, **_AXON),
            _serve("serve_axon", 1, **_AXON),
            _serve("serve_prometheus", 0),
            _serve("serve_prometheus", 1),
        ),
    ),
)
