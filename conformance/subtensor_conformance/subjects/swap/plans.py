"""Planned rows of swaps."""

from typing import Any

from subtensor_conformance.authoring.plans.questions import Planned

TAO = 10**9


HALF = 5 * 10**17


U64_MAX = 2**64 - 1


FEE = 33


NO_LIMIT_BUY, NO_LIMIT_SELL = 10**15, 0


def view(tao: int, alpha: int, weight: int = HALF, **settings: Any) -> list[Any]:
    """Return a pool: reserves in rao, quote weight, whether it is initialised, fee rate and mechanism."""
    initialised = settings.get("initialised", True)
    return [str(tao), str(alpha), str(weight), initialised, settings.get("fee", FEE), settings.get("mechanism", 1)]


def order(amount: int, limit: int, *, drop_fees: bool = False, simulate: bool = False) -> list[Any]:
    """Return an order: amount, price limit, whether fees are dropped, whether it is simulated."""
    return [str(amount), str(limit), drop_fees, simulate]


_POOL = view(1_000 * TAO, 10_000 * TAO)


_UNEVEN = view(1_000 * TAO, 10_000 * TAO, 3 * 10**17)


_BUYS = {
    "one-tao": _POOL + order(TAO, NO_LIMIT_BUY),
    "one-rao": _POOL + order(1, NO_LIMIT_BUY),
    "nothing": _POOL + order(0, NO_LIMIT_BUY),
    "fee-of-a-rao": _POOL + order(1986, NO_LIMIT_BUY),
    "below-fee-of-a-rao": _POOL + order(1985, NO_LIMIT_BUY),
    "uneven-weights": _UNEVEN + order(TAO, NO_LIMIT_BUY),
    "weight-at-edge": view(1_000 * TAO, 10_000 * TAO, 10**16) + order(TAO, NO_LIMIT_BUY),
    "weight-at-other-edge": view(1_000 * TAO, 10_000 * TAO, 99 * 10**16) + order(TAO, NO_LIMIT_BUY),
    "ten-times-the-reserve": _POOL + order(10_000 * TAO, NO_LIMIT_BUY),
    "thousand-times-the-reserve": view(TAO, TAO) + order(1_000 * TAO, U64_MAX),
    "too-much": view(TAO, TAO) + order(1_001 * TAO, U64_MAX),
    "too-much-without-fee": view(TAO, TAO) + order(1_000 * TAO + 1, U64_MAX, drop_fees=True),
    "just-not-too-much-without-fee": view(TAO, TAO) + order(1_000 * TAO, U64_MAX, drop_fees=True),
    "reserve-too-low": view(TAO, 999_999) + order(1_000, NO_LIMIT_BUY),
    "reserve-just-enough": view(TAO, 1_000_000) + order(10_000, U64_MAX),
    "gets-nothing": view(U64_MAX // 2, 1_000_000) + order(10, U64_MAX),
    "limit-at-price": _POOL + order(TAO, TAO // 10),
    "limit-above-price": _POOL + order(TAO, TAO // 10 + 1),
    "limit-cuts-short": _POOL + order(100 * TAO, TAO // 10 + TAO // 200),
    "limit-cuts-short-without-fee": _POOL + order(100 * TAO, TAO // 10 + TAO // 200, drop_fees=True),
    "limit-cuts-short-uneven": _UNEVEN + order(500 * TAO, TAO // 4),
    "without-fee": _POOL + order(TAO, NO_LIMIT_BUY, drop_fees=True),
    "all-is-fee": view(1_000 * TAO, 10_000 * TAO, fee=65535) + order(TAO, NO_LIMIT_BUY),
    "fee-rate-zero": view(1_000 * TAO, 10_000 * TAO, fee=0) + order(TAO, NO_LIMIT_BUY),
    "all-is-fee-cut-short": view(1_000 * TAO, 10_000 * TAO, fee=65535) + order(TAO, TAO // 10 + 1),
    "never-initialised": view(1_000 * TAO, 10_000 * TAO, 3 * 10**17, initialised=False) + order(TAO, NO_LIMIT_BUY),
    "stable": view(1_000 * TAO, 10_000 * TAO, mechanism=0) + order(TAO, U64_MAX),
    "simulated": _POOL + order(TAO, NO_LIMIT_BUY, simulate=True),
    "whole-reserve-simulated": view(1_000, 2_000_000, 99 * 10**16) + order(999_000, U64_MAX, simulate=True),
    "whole-reserve": view(1_000, 2_000_000, 99 * 10**16) + order(999_000, U64_MAX),
    "greatest-reserves": view(U64_MAX, U64_MAX) + order(U64_MAX, U64_MAX),
    # What is nearly the rule gives another answer to these.
    "fee-of-a-whole-number-of-rao": _POOL + order(65_535_000, U64_MAX),
    "thousand-times-the-reserve-after-the-fee": view(TAO, TAO) + order(1_000 * TAO + TAO // 2, U64_MAX),
    "too-much-from-too-low-a-reserve": view(1, 999_999) + order(10_000, U64_MAX),
    "too-much-beyond-its-limit": view(TAO, TAO) + order(1_001 * TAO, 1),
    "reserve-too-low-beyond-its-limit": view(TAO, 999_999) + order(1_000, 1),
    "gets-nothing-beyond-its-limit": view(U64_MAX // 2, 1_000_000) + order(10, 1),
    "limit-between-old-and-new-reserves": _POOL + order(100 * TAO, 115 * TAO // 1_000),
    "exactly-to-its-limit": view(1_002_380, 1_002_380) + order(1_002_884, 4 * TAO),
}


_SALES = {
    "one-alpha": _POOL + order(TAO, NO_LIMIT_SELL),
    "one-rao": _POOL + order(1, NO_LIMIT_SELL),
    "ten-rao": _POOL + order(10, NO_LIMIT_SELL),
    "nothing": _POOL + order(0, NO_LIMIT_SELL),
    "uneven-weights": _UNEVEN + order(TAO, NO_LIMIT_SELL),
    "weight-at-edge": view(1_000 * TAO, 10_000 * TAO, 10**16) + order(TAO, NO_LIMIT_SELL),
    "weight-at-other-edge": view(1_000 * TAO, 10_000 * TAO, 99 * 10**16) + order(TAO, NO_LIMIT_SELL),
    "as-much-as-the-reserve": _POOL + order(10_000 * TAO, NO_LIMIT_SELL),
    "thousand-times-the-reserve": view(TAO, TAO) + order(1_000 * TAO, NO_LIMIT_SELL),
    "too-much": view(TAO, TAO) + order(1_001 * TAO, NO_LIMIT_SELL),
    "reserve-too-low": view(999_999, TAO) + order(1_000, NO_LIMIT_SELL),
    "reserve-just-enough": view(1_000_000, TAO) + order(10_000, NO_LIMIT_SELL),
    "gets-nothing": view(1_000_000, U64_MAX // 2) + order(10, NO_LIMIT_SELL),
    "limit-at-price": _POOL + order(TAO, TAO // 10),
    "limit-below-price": _POOL + order(TAO, TAO // 10 - 1),
    "limit-cuts-short": _POOL + order(1_000 * TAO, TAO // 11),
    "limit-cuts-short-without-fee": _POOL + order(1_000 * TAO, TAO // 11, drop_fees=True),
    "limit-cuts-short-uneven": _UNEVEN + order(5_000 * TAO, TAO // 5),
    "without-fee": _POOL + order(TAO, NO_LIMIT_SELL, drop_fees=True),
    "fee-rate-zero": view(1_000 * TAO, 10_000 * TAO, fee=0) + order(TAO, NO_LIMIT_SELL),
    "never-initialised": view(1_000 * TAO, 10_000 * TAO, 3 * 10**17, initialised=False) + order(TAO, NO_LIMIT_SELL),
    "stable": view(1_000 * TAO, 10_000 * TAO, mechanism=0) + order(TAO, NO_LIMIT_SELL),
    "simulated": _POOL + order(TAO, NO_LIMIT_SELL, simulate=True),
    "greatest-reserves": view(U64_MAX, U64_MAX) + order(U64_MAX, NO_LIMIT_SELL),
    "exactly-to-its-limit": view(1_002_380, 1_002_380) + order(1_002_884, TAO // 4),
    "too-much-from-too-low-a-reserve": view(999_999, 1) + order(10_000, NO_LIMIT_SELL),
    "too-much-beyond-its-limit": view(TAO, TAO) + order(1_001 * TAO, U64_MAX),
    "reserve-too-low-beyond-its-limit": view(999_999, TAO) + order(1_000, U64_MAX),
    "gets-nothing-beyond-its-limit": view(1_000_000, U64_MAX // 2) + order(10, U64_MAX),
}


_VIEWS = {
    "even": _POOL,
    "uneven": _UNEVEN,
    "weight-at-edge": view(7, 3, 10**16),
    "weight-at-other-edge": view(7, 3, 99 * 10**16),
    "no-alpha": view(TAO, 0),
    "no-tao": view(0, TAO),
    "empty": view(0, 0),
    "stable": view(5, 3, mechanism=0),
    "greatest-over-least": view(U64_MAX, 1),
    "least-over-greatest": view(1, U64_MAX),
}


_PRICES = {"one": str(1 << 64), "tenth": str((1 << 64) // 10), "thousand": str(1000 << 64), "none": None, "zero": "0"}


_PRICED = {
    "rounded-down": view(2 * TAO, 3 * TAO),
    "never-initialised": view(2 * TAO, 3 * TAO, 3 * 10**17, initialised=False),
    "unknown-mechanism": view(5, 3, mechanism=2),
    "beyond-u64": view(U64_MAX, 2),
    "just-within-u64": view(18 * TAO, 1),
}


_FEES = {
    "free": [FEE, 1, "1985", False],
    "a-rao": [FEE, 1, "1986", False],
    "whole-number": [FEE, 1, "65535000", False],
    "greatest-rate": [65535, 1, str(TAO), False],
    "greatest-amount": [FEE, 1, str(U64_MAX), False],
    "greatest": [65535, 1, str(U64_MAX), False],
    "rate-zero": [0, 1, str(TAO), False],
    "nothing": [FEE, 1, "0", False],
    "without-pool": [FEE, 0, str(TAO), False],
    "unknown-mechanism": [FEE, 2, str(TAO), False],
    "dropped": [FEE, 1, str(TAO), True],
}


def _offers(side: str) -> Planned:
    """Return offers to every pool, and those that are refused or that the default limit cuts short."""
    reserves = {"tao": view(TAO, TAO // 1_000), "alpha": view(TAO // 1_000, TAO)}
    cheap = {"tao": view(TAO, 10**6), "alpha": view(10**6, 900_000_000_000)}
    return [
        *((slug, [*pool, str(7 * TAO)]) for slug, pool in _VIEWS.items()),
        ("one-rao", [*_POOL, "1"]),
        ("nothing", [*_POOL, "0"]),
        ("twenty-rao", [*_POOL, "20"]),
        ("whole-is-fee", [*view(1_000 * TAO, 10_000 * TAO, fee=65535), str(TAO)]),
        ("without-fee", [*view(1_000 * TAO, 10_000 * TAO, fee=0), str(TAO)]),
        ("never-initialised", [*view(1_000 * TAO, 10_000 * TAO, 3 * 10**17, initialised=False), str(TAO)]),
        ("too-much", [*reserves[side], str(1_001 * TAO)]),
        ("limit-cuts-short", [*cheap[side], str(900 * TAO)]),
        ("greatest", [*view(U64_MAX, U64_MAX), str(U64_MAX)]),
    ]


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return {
        "balancer.calculate_quote_delta_in": [
            ("beyond-the-greatest-power", [str(HALF), str(1 << 64), str(400 << 64), str(TAO)]),
        ],
        "swap.buy": list(_BUYS.items()),
        "swap.sell": list(_SALES.items()),
        "swap.default_limits": [("defaults", [])],
        "swap.current_price": [*_VIEWS.items(), ("unknown-mechanism", view(5, 3, mechanism=2))],
        "swap.alpha_amount_for_tao": [
            (f"{slug}-{name}", [*view, str(tao)])
            for slug, view in _VIEWS.items()
            for name, tao in (("one-tao", TAO), ("nothing", 0), ("greatest", U64_MAX))
        ],
        "swap.fee_of_amount": list(_FEES.items()),
        "swap.sim_swap_tao_for_alpha": _offers("tao"),
        "swap.sim_swap_alpha_for_tao": _offers("alpha"),
        "swap.current_alpha_price": [*_VIEWS.items(), *_PRICED.items()],
        "swap.initial_quote_weight": [
            (f"{slug}-price-{name}", [*view[:2], price])
            for slug, view in _VIEWS.items()
            for name, price in _PRICES.items()
        ],
        "swap.adjusted_quote_weight": [
            (f"{slug}-{name}", [*view[:3], *added])
            for slug, view in _VIEWS.items()
            for name, added in (("tao", [str(TAO), "0"]), ("alpha", ["0", str(TAO)]), ("both", [str(TAO), str(TAO)]))
        ],
    }
