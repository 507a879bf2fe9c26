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
    "Tempos between two changes of one setting by a subnet's owner.",
)
LastRateLimitedBlock = Map[RateLimitKey, int](
    SUBTENSOR_MODULE,
    "LastRateLimitedBlock",
    Key(IDENTITY, RATE_LIMIT_KEY),
    U64,
    0,
    "The block at which something limited in rate was last done.",
)
ServingRateLimit = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "ServingRateLimit",
    Key(IDENTITY, NET_UID),
    U64,
    50,
    "Blocks between two announcements of an endpoint by a neuron.",
)
TxRateLimit = Value[int](
    SUBTENSOR_MODULE, "TxRateLimit", U64, 1000, "Blocks between two swaps of hotkeys by a coldkey."
)
TransactionKeyLastBlock = TripleMap[AccountId, NetUid, int, int](
    SUBTENSOR_MODULE,
    "TransactionKeyLastBlock",
    (Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(IDENTITY, NET_UID), Key(IDENTITY, U16)),
    U64,
    0,
    "The block at which a key last made a kind of transaction on a subnet.",
)
LastTxBlock = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "LastTxBlock",
    Key(IDENTITY, ACCOUNT_ID),
    U64,
    0,
    "Where the block of a coldkey's last swap was kept; moved elsewhere.",
)
LastTxBlockChildKeyTake = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "LastTxBlockChildKeyTake",
    Key(IDENTITY, ACCOUNT_ID),
    U64,
    0,
    "Where the block of a hotkey's last childkey take was kept; moved elsewhere.",
)
LastTxBlockDelegateTake = Map[AccountId, int](
    SUBTENSOR_MODULE,
    "LastTxBlockDelegateTake",
    Key(IDENTITY, ACCOUNT_ID),
    U64,
    0,
    "Where the block of a hotkey's last delegate take was kept; moved elsewhere.",
)
HasMigrationRun = Map[bytes, bool](
    SUBTENSOR_MODULE,
    "HasMigrationRun",
    Key(IDENTITY, BYTES),
    BOOL,
    False,
    "Which migrations of storage have run.",
)
