"""Storage items: rate limits."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, BYTES, U16, U64
from subtensor_spec.chain.storage import Key, Map, TripleMap, Value
from subtensor_spec.chain.types import ACCOUNT_ID, NET_UID, RATE_LIMIT_KEY, AccountId, NetUid, RateLimitKey

OwnerHyperparamRateLimit = Value[int](
    SUBTENSOR_MODULE,
    "OwnerHyperparamRateLimit",
    U16,
    2,
    "OwnerHyperparamRateLimit.",
)
LastRateLimitedBlock = Map[RateLimitKey, int](
    SUBTENSOR_MODULE,
    "LastRateLimitedBlock",
    Key(IDENTITY, RATE_LIMIT_KEY),
    U64,
    0,
    "LastRateLimitedBlock.",
)
ServingRateLimit = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ServingRateLimit",
    Key(IDENTITY, NET_UID),
    U64,
    50,
    "ServingRateLimit.",
)
TxRateLimit = Value[int](SUBTENSOR_MODULE, "TxRateLimit", U64, 1000, "TxRateLimit.")
TransactionKeyLastBlock = TripleMap[AccountId, NetUid, int, int](
    SUBTENSOR_MODULE,
    "TransactionKeyLastBlock",
    (Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(IDENTITY, NET_UID), Key(IDENTITY, U16)),
    U64,
    0,
    "TransactionKeyLastBlock.",
)
LastTxBlock = Map[AccountId, int](SUBTENSOR_MODULE, "LastTxBlock", Key(IDENTITY, ACCOUNT_ID), U64, 0, "LastTxBlock.")
LastTxBlockChildKeyTake = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "LastTxBlockChildKeyTake",
    Key(IDENTITY, ACCOUNT_ID),
    U64,
    0,
    "LastTxBlockChildKeyTake.",
)
LastTxBlockDelegateTake = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "LastTxBlockDelegateTake",
    Key(IDENTITY, ACCOUNT_ID),
    U64,
    0,
    "LastTxBlockDelegateTake.",
)
HasMigrationRun = Map[bytes, bool](
    SUBTENSOR_MODULE,
    "HasMigrationRun",
    Key(IDENTITY, BYTES),
    BOOL,
    False,
    "HasMigrationRun.",
)
