"""Planned rows of stake weight, emission and distribution: the edges, and the inputs of bugs that were fixed."""

import json
from importlib.resources import files
from typing import Any

Planned = list[tuple[str, list[Any]]]

ALL = str(2**64 - 1)
ONE_PRICE = str(1 << 64)
SUPPLY = "21000000000000000"
TAO_WEIGHT = "3320413933267719290"


def _family(**changes: Any) -> dict[str, Any]:
    """Return a hotkey 1 with a parent 2 of another owner, a parent 3 of its own, and stakes of all."""
    state = {
        "tao_weight": TAO_WEIGHT,
        "ck_burn": "0",
        "stake": [["1", 0, "1000"], ["1", 1, "4000"], ["2", 0, "3000"], ["2", 1, "5000"], ["3", 1, "6000"]],
        "parents": [["1", [[str(2**63), "2"], [str(2**62), "3"]]]],
        "children": [["2", [[str(2**63), "1"]]], ["3", [[str(2**62), "1"]]]],
        "owner": [["1", "100"], ["2", "200"], ["3", "100"]],
        "childkey_take": [["1", 11796]],
    }
    return state | changes


_SPLITS = {
    "plain": (_family(), "1000000"),
    "no-take": (_family(childkey_take=[]), "1000000"),
    "whole-take": (_family(childkey_take=[["1", 65535]]), "1000000"),
    "whole-burn": (_family(ck_burn=ALL), "1000000"),
    "take-and-burn-above-all": (_family(ck_burn=ALL, childkey_take=[["1", 65535]]), "1000000"),
    "take-and-burn-exactly-all": (_family(ck_burn=str(2**63), childkey_take=[["1", 32767]]), "1000000"),
    "half-burn": (_family(ck_burn=str(2**63)), "999999"),
    "greatest-dividends": (_family(), ALL),
    "whole-supply": (_family(stake=[["1", 1, SUPPLY], ["2", 1, SUPPLY], ["3", 1, SUPPLY]]), SUPPLY),
    "one-rao": (_family(), "1"),
    "nothing": (_family(), "0"),
    "no-stake": (_family(stake=[]), "1000000"),
    "parent-twice": (_family(parents=[["1", [[str(2**62), "2"], [str(2**62), "2"]]]]), "1000000"),
    "own-parent-alone": (_family(parents=[["1", [[str(2**63), "3"]]]]), "1000001"),
}

_STAKES = {
    "alpha-and-tao": [["1", "1000", "500"], ["2", "3000", "0"]],
    "great": [["1", SUPPLY, SUPPLY], ["2", SUPPLY, "0"]],
    "no-stake": [["1", "0", "0"], ["2", "0", "0"]],
    "tao-only": [["1", "0", "500"], ["2", "0", "700"]],
    "one-without-entry": [["1", "1000", "500"]],
}


def _in_fixed(*amounts: int) -> list[list[str]]:
    return [[str(hotkey), str(amount << 32)] for hotkey, amount in enumerate(amounts, start=1)]


_DIVIDENDS = {
    "equal": _in_fixed(1000, 1000),
    "uneven": _in_fixed(1, 10**15),
    "great": _in_fixed(21 * 10**15, 21 * 10**15),
    "zero": _in_fixed(0, 0),
    "none": [],
}

_PENDING = {
    "both": ("1000000", "500000"),
    "supply": (SUPPLY, SUPPLY),
    "nothing": ("0", "0"),
    "greatest": (ALL, ALL),
}


def _subnets(*subnets: dict[str, Any], **state: Any) -> dict[str, Any]:
    whole = [{"netuid": netuid, **subnet} for netuid, subnet in enumerate(subnets, start=1)]
    return {"tao_weight": TAO_WEIGHT, "root_tao": SUPPLY, "subnets": whole, **state}


def _priced(price: int, burned: int = 0, **more: Any) -> dict[str, Any]:
    """Return a subnet with a price average and a burned part, both in 2**-32."""
    return {"moving_price": str(price), "miner_burned": str(burned), **more}


ONE = 1 << 32
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

_SCHEDULES = {
    "at-tempo": ({"tempo": 360, "last_epoch_block": "1000"}, "1360"),
    "before-tempo": ({"tempo": 360, "last_epoch_block": "1000"}, "1359"),
    "after-tempo": ({"tempo": 360, "last_epoch_block": "1000"}, "1361"),
    "tempo-zero": ({"tempo": 0, "pending_epoch_at": "5", "blocks_since_last_step": ALL}, "1000"),
    "pending-now": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1001"}, "1001"),
    "pending-passed": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1001"}, "1002"),
    "pending-later": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1003"}, "1002"),
    "silence-tolerated": ({"tempo": 50400, "last_epoch_block": "1000", "blocks_since_last_step": "50400"}, "1001"),
    "silence-too-long": ({"tempo": 50400, "last_epoch_block": "1000", "blocks_since_last_step": "50401"}, "1001"),
    "last-in-future": ({"tempo": 1, "last_epoch_block": "2000"}, "1000"),
    "saturates": ({"tempo": 360, "last_epoch_block": ALL}, ALL),
    "pending-before-automatic": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1200"}, "1100"),
    "pending-after-automatic": ({"tempo": 360, "last_epoch_block": "1000", "pending_epoch_at": "1500"}, "1100"),
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


def rows() -> dict[str, Planned]:
    """Return the planned rows of each function by its published name: those above, and the edges in the file beside."""
    planned = {f"coinbase.{name}": rows for name, rows in (_of_families() | _of_markets() | _of_schedules()).items()}
    edges = json.loads(files(__package__).joinpath("coinbase_edges.json").read_text())
    for name, more in edges.items():
        planned[name] = [*planned.get(name, []), *((f"edge-{slug}", arguments) for slug, arguments in more)]
    return planned


def _of_families() -> dict[str, Planned]:
    hotkeys = [(slug, key, state) for slug, (state, _) in _SPLITS.items() for key in ("1", "2")]
    inherited = [(f"{slug}-of-{key}", [state, key, 1]) for slug, key, state in hotkeys]
    emission = [["1", "70", "1000"], ["2", "0", "500"], ["1", "5", "0"]]
    return {
        "get_parent_child_dividends_distribution": [
            (slug, [state, "1", 1, dividends]) for slug, (state, dividends) in _SPLITS.items()
        ],
        "get_inherited_for_hotkey_on_subnet": inherited,
        "get_tao_inherited_for_hotkey_on_subnet": inherited,
        "get_self_contribution": inherited,
        "calculate_dividends_and_incentives": [(slug, [state, 1, emission]) for slug, (state, _) in _SPLITS.items()],
        "calculate_dividend_and_incentive_distribution": [
            (slug, [state, 1, "100000", "900000", emission, str(1 << 31)]) for slug, (state, _) in _SPLITS.items()
        ],
        "calculate_dividend_distribution": [
            (f"{pending}-{stakes}-{dividends}", [{}, *amounts, str(ONE // 5), holders, parts])
            for pending, amounts in _PENDING.items()
            for stakes, holders in _STAKES.items()
            for dividends, parts in _DIVIDENDS.items()
        ],
    }


def _of_markets() -> dict[str, Planned]:
    emission = str(10**9 << 32)
    markets = {slug: (_subnets(*subnets), list(range(1, len(subnets) + 1))) for slug, subnets in _MARKETS.items()}
    shares = [(slug, [state, netuids]) for slug, (state, netuids) in markets.items()]
    twice = [("listed-twice", [markets["equal"][0], [1, 1, 2]])]
    averages = {
        slug: _subnets({"ema_price_halving_blocks": "7200", "first_emission_block": "1", **subnet}, block="1000000")
        for slug, subnet in _AVERAGES.items()
    }
    return {
        "get_shares": shares + twice,
        "get_shares_price_ema": shares + twice,
        "get_network_root_sell_flag": shares,
        "get_subnet_block_emissions": [
            (slug, [state, netuids, emission]) for slug, (state, netuids) in markets.items()
        ],
        "get_subnet_terms": [
            (f"{slug}-of-{amount}", [_subnets(subnet), [[1, str(amount << 32)]]])
            for slug, subnet in _TERMS.items()
            for amount in (0, 1, 500_000_000)
        ],
        "root_proportion": [(slug, [_subnets(subnet), 1]) for slug, subnet in _TERMS.items()],
        "update_moving_price": [(slug, [state | {"moving_alpha": "1288490"}, 1]) for slug, state in averages.items()],
        "get_moving_alpha_price": [(slug, [state, 1]) for slug, state in averages.items()],
    }


def _of_schedules() -> dict[str, Planned]:
    return {
        "should_run_epoch": [(slug, [_subnets(subnet), 1, block]) for slug, (subnet, block) in _SCHEDULES.items()],
        "get_next_epoch_start_block": [(slug, [_subnets(subnet), 1]) for slug, (subnet, _) in _SCHEDULES.items()],
        "blocks_until_next_auto_epoch": [
            (slug, [_subnets(subnet), 1, subnet["tempo"], block]) for slug, (subnet, block) in _SCHEDULES.items()
        ],
    }
