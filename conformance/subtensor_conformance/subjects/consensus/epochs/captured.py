"""Captured epochs: the id, the purpose and the tier that follow from a name and a size."""

import re

from subtensor_conformance.authoring.epoch_documents import Purpose
from subtensor_conformance.subjects.consensus.epochs.regimes import REGIMES, STORAGE
from subtensor_spec.errors import InvalidInput

SIZES = (1, 2, 3, 4, 5, 7, 10, 16, 24, 40, 64)
"""Neurons in the captured cases ``/0`` to ``/10`` of each regime."""


SMOKE, LARGEST_CORE, LARGEST_FULL = 4, 16, 64
"""The neurons of captured epochs of the tier ``smoke``, and up to how many an epoch belongs to the others."""


_REGIME = re.compile(r"(?P<regime>[a-z][a-z0-9_]*)/(?P<index>\d+)")


_SEQUENCE = re.compile(r"seq(?P<number>\d+)-(?P<regime>[a-z][a-z0-9_]*)/epoch(?P<index>\d+)")


_LARGE = re.compile(r"big256-(?P<regime>[a-z][a-z0-9_]*)")


def epoch_id(name: str) -> str:
    """Return the vector id of a captured epoch."""
    if match := _SEQUENCE.fullmatch(name):
        return f"epoch/sequence-{match['number']}-{_slug(match['regime'])}/epoch-{match['index']}"
    if match := _LARGE.fullmatch(name):
        return f"epoch/large/{_slug(match['regime'])}"
    match = _REGIME.fullmatch(name)
    if match is None or int(match["index"]) >= len(SIZES):
        raise InvalidInput(name, "is no name of a captured epoch")
    return f"epoch/{_slug(match['regime'])}/n{SIZES[int(match['index'])]}"


def purpose_of(identifier: str) -> Purpose:
    """Return what the captured epoch of an id is for."""
    _, topic, slug = identifier.split("/")
    if topic == "large":
        purpose = REGIMES[slug]
        return Purpose(
            f"256 neurons and 64 validators with dense weights. {purpose.why}", purpose.catches, purpose.aims
        )
    if topic.startswith("sequence-"):
        regime = REGIMES[topic.split("-", 2)[2]]
        why = "One of eight epochs in a row: bonds, permits and stakes are those that the epoch before left behind."
        catches = "Errors too small to show in one epoch, which grow when bonds are fed back through u16."
        return Purpose(f"{why} {regime.why}", catches, (*regime.aims, *STORAGE))
    return REGIMES[topic]


def tier_of(neurons: int) -> str:
    """Return the tier of an epoch by its size."""
    if neurons == SMOKE:
        return "smoke"
    if neurons <= LARGEST_CORE:
        return "core"
    return "full" if neurons <= LARGEST_FULL else "stress"


def _slug(regime: str) -> str:
    return regime.replace("_", "-")
