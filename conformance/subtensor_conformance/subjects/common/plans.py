"""What planned rows of several chapters share: states, and rows that were written to a file."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from subtensor_conformance.authoring.plans.questions import Planned

ALL = str(2**64 - 1)
ONE_PRICE = str(1 << 64)
SUPPLY = "21000000000000000"
TAO_WEIGHT = "3320413933267719290"
ONE = 1 << 32


def family(**changes: Any) -> dict[str, Any]:
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


FAMILIES = {
    "plain": (family(), "1000000"),
    "no-take": (family(childkey_take=[]), "1000000"),
    "whole-take": (family(childkey_take=[["1", 65535]]), "1000000"),
    "whole-burn": (family(ck_burn=ALL), "1000000"),
    "take-and-burn-above-all": (family(ck_burn=ALL, childkey_take=[["1", 65535]]), "1000000"),
    "take-and-burn-exactly-all": (family(ck_burn=str(2**63), childkey_take=[["1", 32767]]), "1000000"),
    "half-burn": (family(ck_burn=str(2**63)), "999999"),
    "greatest-dividends": (family(), ALL),
    "whole-supply": (family(stake=[["1", 1, SUPPLY], ["2", 1, SUPPLY], ["3", 1, SUPPLY]]), SUPPLY),
    "one-rao": (family(), "1"),
    "nothing": (family(), "0"),
    "no-stake": (family(stake=[]), "1000000"),
    "parent-twice": (family(parents=[["1", [[str(2**62), "2"], [str(2**62), "2"]]]]), "1000000"),
    "own-parent-alone": (family(parents=[["1", [[str(2**63), "3"]]]]), "1000001"),
}
"""States of a family, each with dividends of hotkey 1 in subnet 1."""


def subnets(*subnets: dict[str, Any], **state: Any) -> dict[str, Any]:
    """Return a state with subnets, numbered from one."""
    whole = [{"netuid": netuid, **subnet} for netuid, subnet in enumerate(subnets, start=1)]
    return {"tao_weight": TAO_WEIGHT, "root_tao": SUPPLY, "subnets": whole, **state}


def edges_of(word: str) -> dict[str, Planned]:
    """Return the rows that a subject has in its file of edges, by published name."""
    found = json.loads(files(f"subtensor_conformance.subjects.{word}").joinpath("edges.json").read_text())
    return {name: [(f"edge-{slug}", arguments) for slug, arguments in rows] for name, rows in found.items()}


def joined(*tables: Mapping[str, Planned]) -> dict[str, Planned]:
    """Return the rows of several tables by published name, those of a later table behind those of an earlier."""
    whole: dict[str, Planned] = {}
    for table in tables:
        for name, rows in table.items():
            whole[name] = [*whole.get(name, []), *rows]
    return whole
