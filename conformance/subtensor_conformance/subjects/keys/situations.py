"""The scheduled swap of a coldkey, which announcements have replaced, and a swap to a coldkey with a lock."""

from typing import Any

from subtensor_conformance.authoring.chains.planned import Situation

SIGNER = "0x028558068007d6387ed6d2acc21481b16c32c80c17fbdcba6240e1050c860728"
OLD, NEW = (
    "0xf15144ab03782b1cd1c0d5e163cfce02294920add5829a5926cc9f256dc8da63",
    "0x6b23d41a5e82f96a54b82b03d1bbfb944bbffecae00879e3c444d5e7998db1b5",
)
HOTKEY = "0x7a3cfca625d7be1aa37329826594bd8088893d813c0aa2334a0bd453324d1c02"


def _lock(mass: int) -> dict[str, Any]:
    lock = {"locked_mass": str(mass), "conviction": "0", "last_update": "0"}
    return {"set": {"SubtensorModule.Lock": [[[NEW, 1, HOTKEY], lock]]}}


def _swap() -> dict[str, Any]:
    arguments = {"old_coldkey": OLD, "new_coldkey": NEW, "swap_cost": "0"}
    return {"call": "SubtensorModule.swap_coldkey", "origin": "root", "args": arguments}


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
    Situation(
        "swap-to-a-coldkey-with-a-lock",
        "blocks-s1",
        "A coldkey is not swapped for one that locks alpha, and no half of the swap stays; with an empty lock it is.",
        "Locks of two coldkeys that are mixed, or a refusal that leaves half a swap behind.",
        (_lock(1_000), _swap(), _lock(0), _swap()),
    ),
)
