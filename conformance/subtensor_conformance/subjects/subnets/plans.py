"""Planned rows of what a new subnet costs and which goes for it."""

from subtensor_conformance.authoring.plans.questions import Planned

_TAO = 10**9
_HALVED = str(11 * 10**15)
_ALL = str(2**64 - 1)


def _cost(block: int, last_block: int, last: int, minimum: int, interval: int, issuance: str = "0") -> list[str]:
    return [str(block), str(last_block), str(last), str(minimum), str(interval), issuance]


def _subnets(*listed: tuple[int, int, int]) -> list[list[object]]:
    return [[netuid, str(registered), str(average)] for netuid, registered, average in listed]


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return {
        "subnets.network_lock_cost": [
            ("never", _cost(500, 0, 100 * _TAO, _TAO, 1_000)),
            ("same-block", _cost(500, 500, 100 * _TAO, _TAO, 1_000)),
            ("halfway", _cost(1_000, 500, 100 * _TAO, _TAO, 1_000)),
            ("part-rounded-down", _cost(503, 500, 1_999, 1, 1_000)),
            ("interval-halved", _cost(1_000, 500, 100 * _TAO, _TAO, 1_000, _HALVED)),
            ("down-to-the-minimum", _cost(9_000, 500, 100 * _TAO, _TAO, 1_000)),
            ("one-rao-above-the-minimum", _cost(502, 500, 10, 17, 10)),
            ("no-interval", _cost(1_000, 500, 100 * _TAO, _TAO, 0)),
            ("no-emission", _cost(1_000, 500, 100 * _TAO, _TAO, 1_000, str(21 * 10**15))),
            ("registered-in-the-future", _cost(500, 900, 100 * _TAO, _TAO, 1_000)),
            ("twice-saturates", ["500", "500", _ALL, "1", "1000", "0"]),
        ],
        "subnets.network_to_prune": [
            ("none-there", ["1000", "10", []]),
            ("all-immune", ["1000", "990", _subnets((1, 20, 5), (2, 30, 4))]),
            ("one-block-immune", ["1000", "990", _subnets((1, 10, 5), (2, 11, 4))]),
            ("lowest", ["1000", "10", _subnets((1, 10, 5), (2, 20, 4), (3, 30, 6))]),
            ("earliest-of-equal", ["1000", "10", _subnets((1, 30, 4), (2, 20, 4), (3, 10, 5))]),
            ("raw-key-of-equal", ["1000", "10", _subnets((1, 20, 4), (256, 20, 4))]),
            ("period-saturates", ["1000", _ALL, _subnets((1, 10, 5))]),
        ],
    }
