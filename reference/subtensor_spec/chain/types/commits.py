"""Commits of weights, family ties, weights."""

from typing import Any, cast

from subtensor_spec.chain.scale import U16, U64, BTreeMap, ByteString, Codec, Tuple
from subtensor_spec.chain.types.amounts import ACCOUNT_ID, HASH, NET_UID, AccountId, Hash
from subtensor_spec.chain.types.numbers import I96F32_CODEC

HashCommit = tuple[Hash, int, int, int]
"""A hash commit: its hash, the epoch or block of the commit, and the first and last block of its reveal."""
HASH_COMMIT: Codec[HashCommit] = cast(Codec[HashCommit], Tuple(HASH, U64, U64, U64))
MAX_CRV3_COMMIT_SIZE_BYTES = 5_000
TimelockedCommit = tuple[AccountId, int, bytes, int]
"""A timelocked commit: hotkey, block of the commit, its bytes, and the beacon's round that opens it."""
TIMELOCKED_COMMIT = cast(Codec[TimelockedCommit], Tuple(ACCOUNT_ID, U64, ByteString(MAX_CRV3_COMMIT_SIZE_BYTES), U64))
OLD_TIMELOCKED_COMMIT: Codec[tuple[Any, ...]] = Tuple(ACCOUNT_ID, ByteString(MAX_CRV3_COMMIT_SIZE_BYTES), U64)
Relation = tuple[int, AccountId]
"""A parent or a child with its proportion of ``2**64 - 1``."""
RELATION = cast(Codec[Relation], Tuple(U64, ACCOUNT_ID))
WEIGHT = cast(Codec[tuple[int, int]], Tuple(U16, U16))
ROOT_CLAIMABLE = BTreeMap(NET_UID, I96F32_CODEC)
