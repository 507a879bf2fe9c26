"""The scheduled swap of a coldkey, which announcements have replaced."""

from subtensor_conformance.authoring.chains.planned import Situation

SIGNER = "0x028558068007d6387ed6d2acc21481b16c32c80c17fbdcba6240e1050c860728"

SITUATIONS = (
    Situation(
        "swap-is-not-scheduled",
        "blocks-s1",
        "A swap of a coldkey cannot be scheduled any more, whoever asks.",
        "A call that still schedules a swap, or that looks at its origin first.",
        tuple(
            {
                "call": "SubtensorModule.schedule_swap_coldkey",
                "origin": origin,
                "args": {"new_coldkey": "0x" + "77" * 32},
            }
            for origin in ("root", SIGNER, "none")
        ),
    ),
)
