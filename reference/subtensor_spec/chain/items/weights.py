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
    "Tempos between two changes of a subnet's version key.",
)
MaxWeightsLimit = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxWeightsLimit",
    Key(IDENTITY, NET_UID),
    U16,
    65_535,
    "A limit of one weight that nothing reads any more.",
)
WeightsVersionKey = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "WeightsVersionKey",
    Key(IDENTITY, NET_UID),
    U64,
    0,
    "The least version key that weights of a subnet must state.",
)
MinAllowedWeights = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinAllowedWeights",
    Key(IDENTITY, NET_UID),
    U16,
    1024,
    "The fewest weights that a neuron may set.",
)
WeightsSetRateLimit = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "WeightsSetRateLimit",
    Key(IDENTITY, NET_UID),
    U64,
    100,
    "Blocks between two settings of weights by a neuron.",
)
CommitRevealWeightsEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "CommitRevealWeightsEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "Whether weights of a subnet must be committed before they are revealed.",
)
WeightCommits = OptionalDoubleMap[NetUidStorageIndex, AccountId, tuple[HashCommit, ...]](
    SUBTENSOR_MODULE,
    "WeightCommits",
    Key(TWOX_64_CONCAT, NET_UID_STORAGE_INDEX),
    Key(TWOX_64_CONCAT, ACCOUNT_ID),
    Vec(HASH_COMMIT),
    "The hash commits of a hotkey in a mechanism, oldest first.",
)
TimelockedWeightCommits = DoubleMap[NetUidStorageIndex, int, tuple[TimelockedCommit, ...]](
    SUBTENSOR_MODULE,
    "TimelockedWeightCommits",
    Key(TWOX_64_CONCAT, NET_UID_STORAGE_INDEX),
    Key(TWOX_64_CONCAT, U64),
    Vec(TIMELOCKED_COMMIT),
    (),
    "The timelocked commits of a mechanism in an epoch.",
)
CRV3WeightCommits = DoubleMap[NetUidStorageIndex, int, tuple[tuple[Any, ...], ...]](
    SUBTENSOR_MODULE,
    "CRV3WeightCommits",
    Key(TWOX_64_CONCAT, NET_UID_STORAGE_INDEX),
    Key(TWOX_64_CONCAT, U64),
    Vec(OLD_TIMELOCKED_COMMIT),
    (),
    "Timelocked commits of an older kind.",
)
CRV3WeightCommitsV2 = DoubleMap[NetUidStorageIndex, int, tuple[TimelockedCommit, ...]](
    SUBTENSOR_MODULE,
    "CRV3WeightCommitsV2",
    Key(TWOX_64_CONCAT, NET_UID_STORAGE_INDEX),
    Key(TWOX_64_CONCAT, U64),
    Vec(TIMELOCKED_COMMIT),
    (),
    "Timelocked commits of an older kind, with their block.",
)
RevealPeriodEpochs = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "RevealPeriodEpochs",
    Key(TWOX_64_CONCAT, NET_UID),
    U64,
    1,
    "Epochs from a commit to its reveal.",
)
CommitRevealWeightsVersion = Value[int](
    SUBTENSOR_MODULE,
    "CommitRevealWeightsVersion",
    U16,
    4,
    "The version of timelocked commits that is accepted.",
)
