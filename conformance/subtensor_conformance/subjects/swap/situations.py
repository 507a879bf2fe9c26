"""Calls of user-provided liquidity, which do nothing any more."""

from subtensor_conformance.authoring.chains.planned import Situation

SIGNER = "0x028558068007d6387ed6d2acc21481b16c32c80c17fbdcba6240e1050c860728"

SITUATIONS = (
    Situation(
        "liquidity-is-gone",
        "blocks-s1",
        "The calls of user-provided liquidity are refused, whoever makes them and whatever they ask.",
        "A call that still does something, or that looks at its origin first.",
        tuple(
            {"call": f"Swap.{name}", "origin": origin, "args": arguments}
            for name, arguments in (
                ("toggle_user_liquidity", {"netuid": 1, "enable": True}),
                ("disable_lp", {}),
                (
                    "modify_position",
                    {"hotkey": SIGNER, "netuid": 1, "position_id": "1", "liquidity_delta": "-1"},
                ),
                ("remove_liquidity", {"hotkey": SIGNER, "netuid": 1, "position_id": "1"}),
            )
            for origin in ("root", SIGNER, "none")
        ),
    ),
)
