"""Planned rows of share pools' lives."""

from typing import Any

from subtensor_conformance.authoring.plans.questions import Planned

_LIFE = [["update_value_for_one", 1, "1000"], ["update_value_for_one", 2, "500"]]


_READ = [["get_value", 1], ["get_value", 2], ["try_get_value", 3]]


_FIXED_SHARE = str(3 << 63)


_STORED: dict[str, list[Any]] = {
    "newer-only": ["0", None, [], [*_LIFE, *_READ]],
    "older-denominator-and-share": ["1000", str(3 << 64), [[1, _FIXED_SHARE]], [*_READ, *_LIFE, *_READ]],
    "older-denominator-alone": ["1000", str(3 << 64), [], [*_READ, *_LIFE, *_READ]],
    "older-share-alone": ["1000", None, [[1, _FIXED_SHARE]], [*_READ, *_LIFE, *_READ]],
    "older-share-not-written": ["1000", str(3 << 64), [[1, _FIXED_SHARE], [2, _FIXED_SHARE]], [_LIFE[0], *_READ]],
    "paid-out": ["1000", str(3 << 63), [[1, _FIXED_SHARE]], [["update_value_for_one", 1, "-1000"], *_READ]],
    "share-of-zero-removed": ["0", None, [], [*_LIFE, ["update_value_for_one", 1, "-1000"], *_READ]],
    "value-of-zero-removed": ["0", None, [], [*_LIFE, ["update_value_for_all", "-1500"], *_READ]],
    "least-older-share": ["10", "2", [[1, "1"]], [*_READ, ["update_value_for_one", 1, "1"], *_READ]],
}


_RUNS: dict[str, list[list[Any]]] = {
    "first-negative": [["update_value_for_one", 1, "-5"], ["get_value", 1], ["update_value_for_all", "10"], *_READ],
    "first-zero": [["update_value_for_one", 1, "0"], *_READ, *_LIFE, *_READ],
    "paid-out-and-refilled": [
        *_LIFE,
        ["update_value_for_one", 1, "-1000"],
        ["update_value_for_one", 2, "-500"],
        *_LIFE,
    ],
    "saturates": [["update_value_for_one", 1, "9223372036854775807"]] * 3 + _READ,
    "sees-a-rao": [["update_value_for_one", 1, "21000000000000000"], ["update_value_for_one", 2, "1"], *_READ],
    "payment-without-value": [*_LIFE, ["update_value_for_all", "-9000"], ["update_value_for_one", 1, "7"], *_READ],
    "thirds": [
        *([["update_value_for_one", key, "1"] for key in (1, 2, 3)]),
        ["update_value_for_all", "1"],
        *_READ,
        ["sim_update_value_for_one", "1"],
        ["sim_update_value_for_one", "0"],
    ],
    "withdraws-more-than-it-has": [*_LIFE, ["update_value_for_one", 2, "-600"], *_READ],
    "reads-first": [["get_value", 1], ["try_get_value", 1], ["sim_update_value_for_one", "1"]],
}


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    return {
        "share_pool.run_stored": list(_STORED.items()),
        "share_pool.run": [(slug, [operations]) for slug, operations in _RUNS.items()],
    }
