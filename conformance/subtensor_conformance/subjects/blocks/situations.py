"""Balances that no observed chain had: reserved TAO, an issuance set by root, accounts of the older kind."""

from typing import Any

from subtensor_conformance.authoring.chains.planned import Situation

HOLDER = "0x3f2ddda9f0fb1bf3683c92d202a7e0ed560293a91b9275d43f2d5f9af2bf95d9"
NEW_RULES = str(1 << 127)


def _account(free: int, reserved: int, consumers: int, flags: str = NEW_RULES) -> dict[str, Any]:
    data = {"free": str(free), "reserved": str(reserved), "frozen": "0", "flags": flags}
    info = {"nonce": 0, "consumers": consumers, "providers": 1, "sufficients": 0, "data": data}
    return {"set": {"System.Account": [[[HOLDER], info]]}}


def _call(name: str, origin: str = "root", **arguments: Any) -> dict[str, Any]:
    return {"call": f"Balances.{name}", "origin": origin, "args": arguments}


def _unreserve(amount: int, origin: str = "root") -> dict[str, Any]:
    return _call("force_unreserve", origin, who={"Id": HOLDER}, amount=str(amount))


def _issuance(direction: str, delta: int, origin: str = "root") -> dict[str, Any]:
    return _call("force_adjust_total_issuance", origin, direction=direction, delta=str(delta))


SITUATIONS = (
    Situation(
        "reserved-set-free",
        "blocks-s1",
        "Reserved TAO is set free by root, in part, more than there is, and when nothing is left.",
        "A reserve that is not moved to what is free, or a reference that is not given up with the last of it.",
        (
            _account(10_000, 1_000, 1),
            _unreserve(400),
            _unreserve(400, HOLDER),
            _unreserve(10_000),
            _unreserve(1),
        ),
    ),
    Situation(
        "consumer-made-good",
        "blocks-s1",
        "An account holds reserved TAO and nobody refers to it; the next movement puts that right.",
        "A reference that is not counted where TAO is reserved.",
        (_account(10_000, 1_000, 0), _unreserve(1), _unreserve(999)),
    ),
    Situation(
        "account-that-must-stay",
        "blocks-s1",
        "An account with reserved TAO gives away all that is free; it is still referred to and must stay.",
        "An account that is reaped although others depend on it.",
        (
            _account(10_000, 1_000, 1),
            _call("transfer_all", HOLDER, dest={"Id": "0x" + "77" * 32}, keep_alive=False),
            _call("transfer_allow_death", HOLDER, dest={"Id": "0x" + "77" * 32}, value="10000"),
        ),
    ),
    Situation(
        "account-that-cannot-be-emptied",
        "blocks-s1",
        "Root sets the free TAO of an account with reserved TAO to nothing, and then to what must stay.",
        "An account that others depend on and that root empties all the same.",
        (
            _account(10_000, 1_000, 1),
            _call("force_set_balance", who={"Id": HOLDER}, new_free="0"),
            _call("force_set_balance", who={"Id": HOLDER}, new_free="500"),
        ),
    ),
    Situation(
        "issuance-forced",
        "blocks-s1",
        "Root raises and lowers the issuance of the balances pallet; it must change, and stay above what is inactive.",
        "An issuance that moves the wrong way, or below what is inactive.",
        (
            _issuance("Increase", 1_000),
            _issuance("Decrease", 999),
            _issuance("Increase", 0),
            _issuance("Increase", 1, HOLDER),
            {"set": {"Balances.InactiveIssuance": [[[], "4063411000000321"]]}},
            _issuance("Decrease", 1),
        ),
    ),
    Situation(
        "accounts-upgraded",
        "blocks-s1",
        "Anybody may bring accounts of the older kind under the new counting of references, once.",
        "An account that is brought over twice, or not counted.",
        (
            _account(10_000, 1_000, 0, "0"),
            _call("upgrade_accounts", HOLDER, who=[HOLDER]),
            _call("upgrade_accounts", HOLDER, who=[HOLDER]),
            _call("upgrade_accounts", HOLDER, who=[]),
            _call("upgrade_accounts", "none", who=[HOLDER]),
        ),
    ),
)
