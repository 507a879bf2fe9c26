"""Settings that cannot be set."""

from subtensor_conformance.authoring.chains.planned import Situation

SIGNER = "0x028558068007d6387ed6d2acc21481b16c32c80c17fbdcba6240e1050c860728"

SITUATIONS = (
    Situation(
        "issuance-cannot-be-set",
        "blocks-s1",
        "The total issuance cannot be set: Deprecated, for root and for everybody else.",
        "A call that still sets the issuance, or that looks at its origin first.",
        tuple(
            {"call": "AdminUtils.sudo_set_total_issuance", "origin": origin, "args": {"total_issuance": "1"}}
            for origin in ("root", SIGNER, "none")
        ),
    ),
)
