"""Whole epochs, far outside what a subnet ever looks like: extremes, ties, short lists, rows in disorder.

Blocks are drawn as steps from the current block, and epochs as steps from the subnet's count, and put in afterwards.
"""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.fuzz.strategies.choices import among, few, few_about, sparse_matrix
from subtensor_conformance.fuzz.strategies.numbers import integers
from subtensor_spec.wire.epoch.fields import FORM_FIELDS

LARGEST = 8
"""The most neurons of a drawn epoch."""

U64_MAX = 2**64 - 1
PROPORTIONS = (0, 65535, 32767, 32768, 1, 65534)
LIVELY = 2
"""Of three epochs in so many everybody is active and has a permit, so that somebody is paid."""

Strategy = SearchStrategy[Any]
Input = dict[str, Any]

_STEPS = st.one_of(st.integers(-2, 2), st.sampled_from([-5, -100, -361, -5000, -(10**6), 10**6]))
_PLACES = st.one_of(_STEPS.map(lambda step: ("step", step)), integers("u64").map(lambda block: ("at", block)))
_EVER = st.one_of(st.just(("at", 0)), _PLACES)
"""A block or an epoch: so far from now, or at a place of its own."""

_NOW, _YESTERDAY = ("step", 0), ("step", -1)

_STORED = st.one_of(st.sampled_from(PROPORTIONS), integers("u16"))
_AMOUNTS = (
    st.integers(0, 10**14),
    st.integers(0, 3),
    st.sampled_from([0, 2**61, 2**62, 2**63 - 1, U64_MAX]),
    integers("u64"),
)


@cache
def epochs() -> Strategy:
    """Return inputs of epochs."""
    neurons = st.one_of(st.integers(3, LARGEST), st.integers(0, LARGEST))
    now = st.one_of(st.integers(0, 2000), st.just(10**6), integers("u64"))
    index = st.one_of(st.integers(0, 20), integers("u64"))
    shape = st.tuples(neurons, st.integers(0, 2), st.integers(0, 3))
    drawn = shape.flatmap(lambda parts: _fields(parts[0], parts[1] < LIVELY, parts[2]))
    return st.tuples(now, index, drawn).map(lambda parts: _placed(*parts))


@cache
def _fields(n: int, lively: bool, rich: int) -> Strategy:
    """Return everything but what depends on the current block and epoch; ``rich`` says how stakes are drawn."""
    drawn = {"n": st.just(n)} | _blocks(n, lively) | _stakes(n, lively, rich) | _PARAMETERS | _commits(n, lively)
    return st.fixed_dictionaries(drawn | {"weights": _matrix(n), "bonds": _matrix(n)})


def _matrix(n: int) -> Strategy:
    return sparse_matrix(_STORED, n, n)


def _blocks(n: int, lively: bool) -> dict[str, Strategy]:
    if lively:
        return {
            "tempo": st.sampled_from([360, 99, 1]),
            "activity_cutoff_factor_milli": st.just(13889),
            "last_update": st.just([_NOW] * n),
            "block_at_registration": among([*[("at", 0)] * 4, _YESTERDAY, ("step", -3)], n),
            "last_mechanism_step_block": st.sampled_from([("step", -361), _YESTERDAY, ("at", 0)]),
        }
    return {
        "tempo": st.sampled_from([360, 0, 1, 99, 65535]),
        "activity_cutoff_factor_milli": st.one_of(st.just(13889), integers("u32")),
        "last_update": few_about(_PLACES, n),
        "block_at_registration": few(_EVER, n),
        "last_mechanism_step_block": _EVER,
    }


def _stakes(n: int, lively: bool, rich: int) -> dict[str, Strategy]:
    amounts = _AMOUNTS[rich].map(str)
    weights = st.one_of(st.sampled_from([3320413933267719290, 0, U64_MAX]), integers("u64"))
    thresholds = st.just(0) if lively else st.one_of(st.integers(0, 10**12), integers("u64"))
    return {
        "alpha_stake": few(amounts, n),
        "tao_stake": st.one_of(st.just(["0"] * n), few(amounts, n)),
        "tao_weight": weights.map(str),
        "stake_threshold": thresholds.map(str),
        "validator_permit": st.just([True] * n) if lively else few_about(st.booleans(), n),
        "max_allowed_validators": st.sampled_from([64, n, 2, 1, 0, 65535]),
        "owner_uid": st.one_of(st.none(), st.integers(0, n + 1)),
    }


_AVERAGES = st.one_of(st.sampled_from([900_000, 0, 1_000_000, 1_000_001, 975_000]), integers("u64"))

_PARAMETERS = {
    "kappa": st.one_of(st.just(32767), _STORED),
    "bonds_penalty": st.one_of(st.just(65535), _STORED),
    "bonds_moving_average": _AVERAGES.map(str),
    "liquid_alpha": st.booleans(),
    "alpha_low": st.one_of(st.just(45875), _STORED),
    "alpha_high": st.one_of(st.just(58982), _STORED),
    "alpha_sigmoid_steepness": st.one_of(st.just(1000), integers("i16")),
    "yuma3": st.booleans(),
    "commit_reveal": st.booleans(),
    "epoch_due": st.booleans(),
    "reveal_period": st.one_of(st.integers(0, 3), integers("u64")).map(str),
    "rao_emission": st.one_of(st.just(10**9), integers("u64")).map(str),
}


def _commits(n: int, lively: bool) -> dict[str, Strategy]:
    uids = st.integers(0, max(n - 1, 0) if lively else n + 1)
    places = st.integers(-4, 1).map(lambda step: ("step", step)) if lively else _PLACES
    of_uid = st.lists(st.tuples(places, places), max_size=3)
    of_epoch = st.lists(st.tuples(uids, places), max_size=3)
    return {
        "weight_commits": st.dictionaries(uids, of_uid, max_size=2),
        "timelocked_commits": st.dictionaries(places, of_epoch, max_size=2),
    }


def _placed(now: int, index: int, drawn: Input) -> Input:
    """Return the input with every block and epoch put in its place."""

    def block(place: tuple[str, int]) -> str:
        return _place(now, place)

    def epoch(place: tuple[str, int]) -> str:
        return _place(index, place)

    by_uid, by_epoch = drawn["weight_commits"], drawn["timelocked_commits"]
    timelocked = {epoch(place): entries for place, entries in by_epoch.items()}
    placed = {
        "current_block": str(now),
        "epoch_index": str(index),
        "last_update": [block(place) for place in drawn["last_update"]],
        "block_at_registration": [block(place) for place in drawn["block_at_registration"]],
        "last_mechanism_step_block": block(drawn["last_mechanism_step_block"]),
        "weight_commits": [[uid, [[epoch(e), block(b)] for e, b in entries]] for uid, entries in by_uid.items()],
        "timelocked_commits": [[e, [[uid, block(b)] for uid, b in entries]] for e, entries in timelocked.items()],
    }
    return {name: placed[name] if name in placed else drawn[name] for name in FORM_FIELDS}


def _place(now: int, place: tuple[str, int]) -> str:
    kind, value = place
    return str(min(max(now + value, 0), U64_MAX) if kind == "step" else value)
