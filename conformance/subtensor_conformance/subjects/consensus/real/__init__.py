"""Data of the main network, as it was captured there; README.md beside this file says from where and what it lacks."""

import gzip
import json
from importlib.resources import files
from typing import Any

_DATA = files("subtensor_conformance.subjects.consensus.real")


def subnet_15_epoch() -> dict[str, Any]:
    """Return an epoch input with the weights and stakes of subnet 15 at block 4 769 998.

    256 neurons, of which 20 set weights. What was not captured has plain values; see README.md.
    """
    value: dict[str, Any] = json.loads(_DATA.joinpath("finney-sn15-block4769998.json").read_text())
    return value


def subnet_1_state() -> dict[str, Any]:
    """Return the metagraph of subnet 1 at block 6 852 690: lists by uid, stakes and emission as decimal text in rao."""
    packed = _DATA.joinpath("finney-sn1-block6852690.json.gz").read_bytes()
    value: dict[str, Any] = json.loads(gzip.decompress(packed))
    return value
