"""A root network that is full or gone, and a subnet without a place."""

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
    Situation(
        "root-that-is-not-there",
        "blocks-s1",
        "Where there is no root network nobody registers on it, whatever else is wrong; where there is, a hotkey does.",
        "A registration on nothing, or the signature looked at first.",
        (
            {"set": {"SubtensorModule.NetworksAdded": [[[0], False]]}},
            _register(FIRST),
            {**_register(FIRST), "origin": "none"},
            {"set": {"SubtensorModule.NetworksAdded": [[[0], True]]}},
            _register(FIRST),
        ),
    ),
)
