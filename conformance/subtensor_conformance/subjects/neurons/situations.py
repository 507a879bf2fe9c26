"""A root network that is full, where the newcomer must bring more stake than the least."""

from subtensor_conformance.authoring.chains.planned import Situation

FIRST, SECOND = (
    "0x7a3cfca625d7be1aa37329826594bd8088893d813c0aa2334a0bd453324d1c02",
    "0x6e70e264dc210c99990c3f5f7613b027239de6f35bbf9d842fa7109101e29536",
)
SIGNER = "0x028558068007d6387ed6d2acc21481b16c32c80c17fbdcba6240e1050c860728"


def _register(hotkey: str) -> dict[str, object]:
    return {"call": "SubtensorModule.root_register", "origin": SIGNER, "args": {"hotkey": hotkey}}


SITUATIONS = (
    Situation(
        "root-full-without-more-stake",
        "blocks-s1",
        "Root has one place, and it is taken: with equal stake a hotkey is refused, with more it comes.",
        "A newcomer who comes with equal stake, or the wrong neuron that goes.",
        (
            {"set": {"SubtensorModule.MaxAllowedUids": [[[0], 1]]}},
            _register(FIRST),
            _register(SECOND),
            {"set": {"SubtensorModule.TotalHotkeyAlpha": [[[SECOND, 0], "1000"]]}},
            _register(SECOND),
        ),
    ),
)
