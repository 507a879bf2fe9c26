"""Storage items: weights and their commits."""

from typing import Any

from subtensor_spec.chain.hashers import IDENTITY, TWOX_64_CONCAT
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, U16, U64, Vec
from subtensor_spec.chain.storage import DoubleMap, Key, Map, OptionalDoubleMap, Value
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    HASH_COMMIT,
    NET_UID,
    NET_UID_STORAGE_INDEX,
    OLD_TIMELOCKED_COMMIT,
    TIMELOCKED_COMMIT,
    AccountId,
    HashCommit,
    NetUid,
    NetUidStorageIndex,
    TimelockedCommit,
)

WeightsVersionKeyRateLimit = Value[int](
    SUBTENSOR_MODULE,
    "WeightsVersionKeyRateLimit",
    U64,
    5,
    "WeightsVersionKeyRateLimit.",
)
MaxWeightsLimit = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxWeightsLimit",
    Key(IDENTITY, NET_UID),
    U16,
    65_535,
    "MaxWeightsLimit.",
)
WeightsVersionKey = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "WeightsVersionKey",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "WeightsVersionKey.",
)
MinAllowedWeights = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinAllowedWeights",
    Key(IDENTITY, NET_UID),
    U16,
    1024,
    "MinAllowedWeights.",
)
WeightsSetRateLimit = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "WeightsSetRateLimit",
    Key(IDENTITY, NET_UID),
    U64,
    100,
    "WeightsSetRateLimit.",
)
CommitRevealWeightsEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "CommitRevealWeightsEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "CommitRevealWeightsEnabled.",
)
WeightCommits = OptionalDoubleMap[NetUidStorageIndex, AccountId, tuple[HashCommit, ...]](
    SUBTENSOR_MODULE,
    "WeightCommits",
    Key(TWOX_64_CONCAT, NET_UID_STORAGE_INDEX),
    Key(TWOX_64_CONCAT, ACCOUNT_ID),
    Vec(HASH_COMMIT),
    "WeightCommits.",
)
TimelockedWeightCommits = DoubleMap[NetUidStorageIndex, int, tuple[TimelockedCommit, ...]](
    SUBTENSOR_MODULE,
    "TimelockedWeightCommits",
    Key(TWOX_64_CONCAT, NET_UID_STORAGE_INDEX),
    Key(TWOX_64_CONCAT, U64),
    Vec(TIMELOCKED_COMMIT),
    (),
    "TimelockedWeightCommits.",
)
CRV3WeightCommits = DoubleMap[NetUidStorageIndex, int, tuple[tuple[Any, ...], ...]](
    SUBTENSOR_MODULE,
    "CRV3WeightCommits",
    Key(TWOX_64_CONCAT, NET_UID_STORAGE_INDEX),
    Key(TWOX_64_CONCAT, U64),
    Vec(OLD_TIMELOCKED_COMMIT),
    (),
    "CRV3WeightCommits.",
)
CRV3WeightCommitsV2 = DoubleMap[NetUidStorageIndex, int, tuple[TimelockedCommit, ...]](
    SUBTENSOR_MODULE,
    "CRV3WeightCommitsV2",
    Key(TWOX_64_CONCAT, NET_UID_STORAGE_INDEX),
    Key(TWOX_64_CONCAT, U64),
    Vec(TIMELOCKED_COMMIT),
    (),
    "CRV3WeightCommitsV2.",
)
RevealPeriodEpochs = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "RevealPeriodEpochs",
    Key(TWOX_64_CONCAT, NET_UID),
    U64,
    1,
    "RevealPeriodEpochs.",
)
CommitRevealWeightsVersion = Value[int](
    SUBTENSOR_MODULE,
    "CommitRevealWeightsVersion",
    U16,
    4,
    "CommitRevealWeightsVersion.",
)
