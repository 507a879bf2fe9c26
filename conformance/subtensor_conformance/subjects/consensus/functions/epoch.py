"""The published functions of the epoch: the whole of it, and its sigmoid of liquid alpha."""

from typing import Any

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.chapters.consensus.matrix.sigmoid import alpha_sigmoid
from subtensor_spec.wire.epoch.encoding import output_to_json, persisted_to_json
from subtensor_spec.wire.epoch.parsing import parse_epoch_input


def sparse(value: Any) -> dict[str, Any]:
    """Return the terms of every neuron after an epoch on the given input, as lists by uid."""
    return output_to_json(run_epoch(parse_epoch_input(value)))


def persist(value: Any) -> dict[str, Any]:
    """Return what is stored after an epoch on the given input, and what is paid."""
    return persisted_to_json(run_epoch(parse_epoch_input(value)))


_EPOCH = Namespace("epoch", "epoch")

EPOCHS: list[Function] = [
    _EPOCH.plain(
        alpha_sigmoid,
        "consensus: I32F32, weight: I32F32, bond: I32F32, alpha_low: I32F32, alpha_high: I32F32, "
        "alpha_sigmoid_steepness: I32F32 -> I32F32",
        *("YC-liquid-alpha/sigmoid", "TF-exp/safe", "YC-vector/clamp"),
    ),
    _EPOCH("sparse", "input: json -> json", sparse, "YC-epoch/mechanism"),
    _EPOCH("persist", "input: json -> json", persist, *(f"YC-storage/{of}" for of in ("mechanism", "subnet", "paid"))),
]
