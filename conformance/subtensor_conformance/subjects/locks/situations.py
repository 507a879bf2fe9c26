"""Locks whose mass and conviction go at different rates."""

from typing import Any

from subtensor_conformance.authoring.chains.planned import Situation

COLDKEY = "0xa1ef5a69e20122bb1e1c92d3f456562dbea346e0ecb666e6695be70446ef7ffc"
HOTKEY = "0x7a3cfca625d7be1aa37329826594bd8088893d813c0aa2334a0bd453324d1c02"


def _rates(unlock: int, maturity: int) -> dict[str, Any]:
    items = {"SubtensorModule.UnlockRate": [[[], str(unlock)]], "SubtensorModule.MaturityRate": [[[], str(maturity)]]}
    return {"set": {**items, "System.Number": [[[], 20_000]]}}


def _lock() -> dict[str, Any]:
    arguments = {"hotkey": HOTKEY, "netuid": 2, "amount": "100"}
    return {"call": "SubtensorModule.lock_stake", "origin": COLDKEY, "args": arguments}


SITUATIONS = tuple(
    Situation(
        f"lock-rates-{slug}",
        "locks-s1",
        f"A decaying lock is added to after thousands of blocks, while {words}.",
        "The part of a decaying mass in conviction worked out as if both rates were one, or with the wrong sign.",
        (_rates(unlock, maturity), _lock()),
    )
    for slug, words, unlock, maturity in (
        ("slow-maturity", "conviction grows more slowly than the mass decays", 10_000, 50_000),
        ("fast-maturity", "conviction grows faster than the mass decays", 50_000, 10_000),
        ("no-unlock", "the rate of unlocking is zero", 0, 10_000),
        ("no-maturity", "the rate of maturity is zero", 10_000, 0),
        ("both-zero", "both rates are zero", 0, 0),
    )
)
