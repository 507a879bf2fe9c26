"""Renaming the neurons of an epoch, and which epochs can be renamed without changing what happens."""

from typing import Any

from subtensor_spec.chapters.consensus import run_epoch
from subtensor_spec.wire.epoch.parsing import parse_epoch_input

Epoch = dict[str, Any]

_LISTS = ("last_update", "block_at_registration", "alpha_stake", "tao_stake", "validator_permit")


def reversal(size: int) -> list[int]:
    """Return the permutation that names the first neuron last."""
    return list(range(size))[::-1]


def permuted_list(values: list[Any], order: list[int]) -> list[Any]:
    """Return a list by uid after uid ``i`` has become ``order[i]``."""
    result = [None] * len(values)
    for uid, value in enumerate(values):
        result[order[uid]] = value
    return result


def permuted_input(epoch: Epoch, order: list[int]) -> Epoch:
    """Return an epoch's input after uid ``i`` has become ``order[i]``; rows stay sorted."""
    renamed = dict(epoch)
    for name in _LISTS:
        renamed[name] = permuted_list(epoch[name], order)
    for name in ("weights", "bonds"):
        rows = [sorted([order[column], value] for column, value in row) for row in epoch[name]]
        renamed[name] = permuted_list(rows, order)
    if epoch["owner_uid"] is not None:
        renamed["owner_uid"] = order[epoch["owner_uid"]]
    renamed["weight_commits"] = sorted([order[uid], commits] for uid, commits in epoch["weight_commits"])
    renamed["timelocked_commits"] = [
        [number, [[order[uid], block] for uid, block in commits]] for number, commits in epoch["timelocked_commits"]
    ]
    return renamed


def can_be_renamed(epoch: Epoch) -> bool:
    """Return whether nothing in an epoch goes by uid: full lists, sorted rows in range, no tie that a uid decides."""
    size = epoch["n"]
    owner = epoch["owner_uid"]
    return (
        all(len(epoch[name]) == size for name in (*_LISTS, "weights", "bonds"))
        and all(_is_plain(row, size) for name in ("weights", "bonds") for row in epoch[name])
        and (owner is None or owner < size)
        and all(uid < size for uid, _ in epoch["weight_commits"])
        and all(uid < size for _, commits in epoch["timelocked_commits"] for uid, _ in commits)
        and not _permits_tie(epoch)
    )


def sums_below_wrap(epoch: Epoch) -> bool:
    """Return whether all stake together stays below 2**63 rao, so that its sum does not wrap."""
    stakes = [int(stake) for name in ("alpha_stake", "tao_stake") for stake in epoch[name]]
    return sum(stakes) < 2**63


def _is_plain(row: list[list[int]], size: int) -> bool:
    columns = [column for column, _ in row]
    return columns == sorted(set(columns)) and all(column < size for column in columns)


def _permits_tie(epoch: Epoch) -> bool:
    shares = sorted(share.bits for share in run_epoch(parse_epoch_input(epoch)).stages.stake)
    allowed = epoch["max_allowed_validators"]
    return bool(0 < allowed < len(shares) and shares[-allowed] == shares[-allowed - 1] != 0)
