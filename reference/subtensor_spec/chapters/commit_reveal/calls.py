"""The calls that commit and reveal weights."""

from functools import partial
from typing import Annotated

from subtensor_spec.chain.arguments import u16, u64
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U16, U64, ByteString, Vec
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import HASH, MAX_CRV3_COMMIT_SIZE_BYTES, UID, Hash, MechId, NetUid, Uid
from subtensor_spec.chapters.commit_reveal.commits import internal_commit_timelocked_weights, internal_commit_weights
from subtensor_spec.chapters.commit_reveal.reveals import MAIN, internal_reveal_weights, reveal_batch
from subtensor_spec.chapters.weights.batch import run_batch
from subtensor_spec.chapters.weights.calls import NetUidList, UidList, WeightList
from subtensor_spec.chapters.weights.who import WEIGHTS
from subtensor_spec.rules import SUBTENSOR, rule

Salt = Annotated[tuple[int, ...], Vec(U16)]
Ciphertext = Annotated[bytes, ByteString(MAX_CRV3_COMMIT_SIZE_BYTES)]

CRV3_VERSION = 4
"""The version that a timelocked commit has whose call does not state one."""


@call(SUBTENSOR_MODULE, 96)
def commit_weights(state: State, origin: Origin, netuid: NetUid, commit_hash: Hash) -> None:
    """Commit a hash of weights in a subnet's main mechanism."""
    internal_commit_weights(state, origin, netuid, MAIN, commit_hash)


@call(SUBTENSOR_MODULE, 115)
def commit_mechanism_weights(state: State, origin: Origin, netuid: NetUid, mecid: MechId, commit_hash: Hash) -> None:
    """Commit a hash of weights in a mechanism."""
    internal_commit_weights(state, origin, netuid, mecid, commit_hash)


@call(SUBTENSOR_MODULE, 100)
@rule("CR-commit/batch", SUBTENSOR(WEIGHTS, "do_batch_commit_weights"))
def batch_commit_weights(
    state: State, origin: Origin, netuids: NetUidList, commit_hashes: Annotated[tuple[Hash, ...], Vec(HASH)]
) -> None:
    """Hashes are committed in the main mechanisms of several subnets, one after another.

    An account must sign; then both lists must be equally long, else ``InputLengthsUnequal``.
    """
    hotkey = ensure_signed(origin)
    if len(netuids) != len(commit_hashes):
        raise CallError(SubtensorModule.InputLengthsUnequal)
    pairs = zip(netuids, commit_hashes, strict=True)
    items = [(netuid, partial(commit_weights, state, origin, netuid, commit_hash)) for netuid, commit_hash in pairs]
    run_batch(state, hotkey, netuids, items)


@call(SUBTENSOR_MODULE, 113)
def commit_timelocked_weights(
    state: State, origin: Origin, netuid: NetUid, commit: Ciphertext, reveal_round: u64, commit_reveal_version: u16
) -> None:
    """Commit a ciphertext of weights in a subnet's main mechanism."""
    internal_commit_timelocked_weights(state, origin, netuid, MAIN, commit, reveal_round, commit_reveal_version)


@call(SUBTENSOR_MODULE, 118)
def commit_timelocked_mechanism_weights(
    state: State,
    origin: Origin,
    netuid: NetUid,
    mecid: MechId,
    commit: Ciphertext,
    reveal_round: u64,
    commit_reveal_version: u16,
) -> None:
    """Commit a ciphertext of weights in a mechanism."""
    internal_commit_timelocked_weights(state, origin, netuid, mecid, commit, reveal_round, commit_reveal_version)


@call(SUBTENSOR_MODULE, 117)
@rule("CR-commit/crv3", SUBTENSOR("pallets/subtensor/src/macros/dispatches.rs", "commit_crv3_mechanism_weights"))
def commit_crv3_mechanism_weights(
    state: State, origin: Origin, netuid: NetUid, mecid: MechId, commit: Ciphertext, reveal_round: u64
) -> None:
    """A ciphertext committed without a version has version 4, whatever the current one is."""
    internal_commit_timelocked_weights(state, origin, netuid, mecid, commit, reveal_round, CRV3_VERSION)


@call(SUBTENSOR_MODULE, 97)
def reveal_weights(
    state: State, origin: Origin, netuid: NetUid, uids: UidList, values: WeightList, salt: Salt, version_key: u64
) -> None:
    """Reveal weights that were committed in a subnet's main mechanism."""
    internal_reveal_weights(state, origin, netuid, MAIN, (uids, values, salt, version_key))


@call(SUBTENSOR_MODULE, 116)
def reveal_mechanism_weights(
    state: State,
    origin: Origin,
    netuid: NetUid,
    mecid: MechId,
    uids: UidList,
    values: WeightList,
    salt: Salt,
    version_key: u64,
) -> None:
    """Reveal weights that were committed in a mechanism."""
    internal_reveal_weights(state, origin, netuid, mecid, (uids, values, salt, version_key))


@call(SUBTENSOR_MODULE, 98)
@rule("CR-reveal/lengths", SUBTENSOR(WEIGHTS, "do_batch_reveal_weights"))
def batch_reveal_weights(
    state: State,
    origin: Origin,
    netuid: NetUid,
    uids_list: Annotated[tuple[tuple[Uid, ...], ...], Vec(Vec(UID))],
    values_list: Annotated[tuple[tuple[int, ...], ...], Vec(Vec(U16))],
    salts_list: Annotated[tuple[tuple[int, ...], ...], Vec(Vec(U16))],
    version_keys: Annotated[tuple[int, ...], Vec(U64)],
) -> None:
    """The four lists of a batch of reveals must be equally long, else ``InputLengthsUnequal``, whoever signed."""
    if not len(uids_list) == len(values_list) == len(salts_list) == len(version_keys):
        raise CallError(SubtensorModule.InputLengthsUnequal)
    reveals = tuple(zip(uids_list, values_list, salts_list, version_keys, strict=True))
    reveal_batch(state, origin, netuid, reveals)
