"""What a commit's hash is made of."""

from hashlib import blake2b

from subtensor_spec.chain.scale import U16, U64, Tuple, Vec
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    NET_UID_STORAGE_INDEX,
    UID,
    AccountId,
    Hash,
    NetUidStorageIndex,
    Uid,
)
from subtensor_spec.chapters.weights.who import WEIGHTS
from subtensor_spec.rules import SUBTENSOR, rule

_COMMITTED = Tuple(ACCOUNT_ID, NET_UID_STORAGE_INDEX, Vec(UID), Vec(U16), Vec(U16), U64)
_HASH_BYTES = 32


def blake_two_256(data: bytes) -> Hash:
    """Return the BLAKE2b hash of 256 bits."""
    return Hash(blake2b(data, digest_size=_HASH_BYTES).digest())


@rule("CR-hash/salted", SUBTENSOR(WEIGHTS, "get_commit_hash"))
def get_commit_hash(
    who: AccountId,
    netuid_index: NetUidStorageIndex,
    uids: tuple[Uid, ...],
    values: tuple[int, ...],
    salt: tuple[int, ...],
    version_key: int,
) -> Hash:
    """A commit's hash is BLAKE2b-256 over the SCALE of hotkey, storage index, uids, values, salt and version key.

    The index is a u16, uids, values and salt are sequences of u16, the version key is a u64.
    """
    return blake_two_256(_COMMITTED.encode((who, netuid_index, uids, values, salt, version_key)))
