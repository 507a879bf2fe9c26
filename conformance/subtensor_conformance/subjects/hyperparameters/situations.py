"""Settings that cannot be set, and two bounds that no observation reached."""

from typing import Any

from subtensor_conformance.authoring.chains.planned import Situation

SIGNER = "0x028558068007d6387ed6d2acc21481b16c32c80c17fbdcba6240e1050c860728"


def _call(name: str, origin: str = "root", **arguments: Any) -> dict[str, Any]:
    return {"call": f"AdminUtils.{name}", "origin": origin, "args": arguments}


def _alpha_values(low: int, high: int) -> dict[str, Any]:
    return _call("sudo_set_alpha_values", netuid=2, alpha_low=low, alpha_high=high)


SITUATIONS = (
    Situation(
        "issuance-cannot-be-set",
        "blocks-s1",
        "The total issuance cannot be set: Deprecated, for root and for everybody else.",
        "A call that still sets the issuance, or that looks at its origin first.",
        tuple(_call("sudo_set_total_issuance", origin, total_issuance="1") for origin in ("root", SIGNER, "none")),
    ),
    Situation(
        "fewer-uids-than-neurons",
        "blocks-s1",
        "A subnet cannot be allowed fewer uids than it has neurons; as many it can.",
        "A bound that is left out or one too strict.",
        (
            {"set": {"SubtensorModule.MinAllowedUids": [[[3], 1]], "SubtensorModule.SubnetworkN": [[[3], 12]]}},
            _call("sudo_set_max_allowed_uids", netuid=3, max_allowed_uids=11),
            _call("sudo_set_max_allowed_uids", netuid=3, max_allowed_uids=12),
        ),
    ),
    Situation(
        "alpha-values-too-low",
        "blocks-s1",
        "The high value of liquid alpha is looked at before the low one; both may be the least.",
        "The two bounds in another order, or one of them one off.",
        (_alpha_values(0, 1_637), _alpha_values(1_637, 1_638), _alpha_values(1_638, 1_638)),
    ),
)
