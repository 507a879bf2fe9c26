"""Planned rows of emission: the edges, and the inputs of bugs that were fixed."""

from typing import Any

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.common.plans import ONE, ONE_PRICE, SUPPLY, edges_of, joined, subnets


def _priced(price: int, burned: int = 0, **more: Any) -> dict[str, Any]:
    """Return a subnet with a price average and a burned part, both in 2**-32."""
    return {"moving_price": str(price), "miner_burned": str(burned), **more}


_MARKETS = {
    "equal": [_priced(ONE), _priced(ONE), _priced(ONE)],
    "sum-is-one": [_priced(ONE // 2), _priced(ONE // 2)],
    "sum-is-a-bit-more": [_priced(ONE // 2), _priced(ONE // 2 + 1)],
    "sum-is-a-bit-less": [_priced(ONE // 2), _priced(ONE // 2 - 1)],
    "negative": [_priced(-ONE), _priced(ONE)],
    "no-price": [_priced(0), _priced(0)],
    "all-burned": [_priced(ONE, ONE), _priced(2 * ONE, ONE)],
    "burned-above-one": [_priced(ONE, 2 * ONE), _priced(ONE, ONE // 3)],
    "one-disabled": [_priced(ONE), _priced(ONE, emission_enabled=False), _priced(ONE)],
    "all-disabled": [_priced(ONE, emission_enabled=False), _priced(ONE, emission_enabled=False)],
    "enabled-without-price": [_priced(0), _priced(ONE, emission_enabled=False)],
    "stable": [_priced(7, mechanism=0), _priced(ONE)],
    "great-prices": [_priced(2**95), _priced(2**95), _priced(1)],
    "dust": [_priced(1), _priced(2), _priced(4)],
}


_TERMS = {
    "uncapped": {"price": ONE_PRICE, "alpha_in": SUPPLY, "alpha_out": "1"},
    "capped": {"price": str(1 << 60), "alpha_in": "1000000000", "alpha_out": "1000000000"},
    "no-price": {"price": "0", "alpha_in": "1000"},
    "vanishing-price": {"price": str((1 << 32) - 1), "alpha_in": "1000"},
    "least-price": {"price": str(1 << 32), "alpha_in": "1000"},
    "no-alpha": {"price": ONE_PRICE},
    "below-first-halving": {"price": ONE_PRICE, "alpha_in": "10499999999999999"},
    "at-first-halving": {"price": ONE_PRICE, "alpha_in": "10500000000000000"},
    "at-second-halving": {"price": ONE_PRICE, "alpha_in": "10500000000000000", "alpha_out": "5250000000000000"},
    "at-cap": {"price": ONE_PRICE, "alpha_in": SUPPLY, "alpha_out": "0"},
}


_AVERAGES: dict[str, dict[str, Any]] = {
    "rising-stalls": {"moving_price": str(ONE // 2), "price": str((ONE // 2 << 32) + (1 << 34))},
    "falling-by-a-bit": {"moving_price": str(ONE // 2), "price": str((ONE // 2 << 32) - 1)},
    "falling": {"moving_price": str(ONE), "price": str(1 << 60)},
    "above-one": {"moving_price": str(ONE // 2), "price": str(5 << 64)},
    "at-price": {"moving_price": str(ONE // 3), "price": str(ONE // 3 << 32)},
    "negative": {"moving_price": str(-ONE), "price": ONE_PRICE},
    "stable": {"mechanism": 0, "moving_price": str(-ONE), "price": ONE_PRICE},
    "no-emission-yet": {"moving_price": str(ONE // 2), "price": ONE_PRICE, "first_emission_block": None},
    "young": {"moving_price": "0", "price": ONE_PRICE, "first_emission_block": "999"},
    "in-future": {"moving_price": "0", "price": ONE_PRICE, "first_emission_block": "5000"},
    "no-halving-time": {"moving_price": "0", "price": ONE_PRICE, "ema_price_halving_blocks": "0"},
}


_PRICES = ("4294967296", "8253820974", "4294967296", "3992782892", "4294967296", "2013868026", "4294967296")


def _state(*numbered: dict[str, Any], **items: Any) -> dict[str, Any]:
    return {"subnets": list(numbered)} | items


def _average(netuid: int, average: str, **items: Any) -> dict[str, Any]:
    return {"netuid": netuid, "moving_price": average} | items


_NEAR_MISSES: dict[str, Planned] = {
    "coinbase.get_moving_alpha_price": [
        ("dynamic-root", [_state(_average(0, str(1 << 31))), 0]),
        ("stable-subnet", [_state(_average(1, str(1 << 31), mechanism=0)), 1]),
    ],
    "coinbase.update_moving_price": [
        (
            "weight-above-one",
            [
                _state(
                    _average(
                        1, str(1 << 30), price=str(1 << 63), first_emission_block="1", ema_price_halving_blocks="1"
                    ),
                    block="100",
                    moving_alpha=str(2 << 32),
                ),
                1,
            ],
        ),
    ],
    "coinbase.get_shares": [
        (
            "burned-beyond-u64",
            [_state(_average(1, str(1 << 32), miner_burned=str(1 << 96)), _average(2, str(1 << 32))), [1, 2]],
        ),
    ],
    "coinbase.get_subnet_block_emissions": [
        (
            "none-disabled-of-eight",
            [
                _state(*(_average(netuid, average) for netuid, average in enumerate((*_PRICES, _PRICES[0]), start=1))),
                list(range(1, 9)),
                str(2**95),
            ],
        ),
    ],
}
"""Rows that tell a rule from what is nearly the rule."""


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return joined(market_rows(), _NEAR_MISSES)


def market_rows() -> dict[str, Planned]:
    """Return the rows of markets at every edge: those above, and the edges in the file beside."""
    emission = str(10**9 << 32)
    markets = {slug: (subnets(*market), list(range(1, len(market) + 1))) for slug, market in _MARKETS.items()}
    shares = [(slug, [state, netuids]) for slug, (state, netuids) in markets.items()]
    twice = [("listed-twice", [markets["equal"][0], [1, 1, 2]])]
    averages = {
        slug: subnets({"ema_price_halving_blocks": "7200", "first_emission_block": "1", **subnet}, block="1000000")
        for slug, subnet in _AVERAGES.items()
    }
    planned: dict[str, Planned] = {
        "coinbase.get_shares": shares + twice,
        "coinbase.get_shares_price_ema": shares + twice,
        "coinbase.get_network_root_sell_flag": shares,
        "coinbase.get_subnet_block_emissions": [
            (slug, [state, netuids, emission]) for slug, (state, netuids) in markets.items()
        ],
        "coinbase.get_subnet_terms": [
            (f"{slug}-of-{amount}", [subnets(subnet), [[1, str(amount << 32)]]])
            for slug, subnet in _TERMS.items()
            for amount in (0, 1, 500_000_000)
        ],
        "coinbase.root_proportion": [(slug, [subnets(subnet), 1]) for slug, subnet in _TERMS.items()],
        "coinbase.update_moving_price": [
            (slug, [state | {"moving_alpha": "1288490"}, 1]) for slug, state in averages.items()
        ],
        "coinbase.get_moving_alpha_price": [(slug, [state, 1]) for slug, state in averages.items()],
    }
    return joined(planned, edges_of("emission"))
