"""Storage items: swaps of keys."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY, TWOX_64_CONCAT
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U64, Tuple
from subtensor_spec.chain.storage import DoubleMap, Key, OptionalMap, Value
from subtensor_spec.chain.types import ACCOUNT_ID, BLOCK_NUMBER, HASH, NET_UID, AccountId, BlockNumber, Hash, NetUid

LastHotkeySwapOnNetuid = DoubleMap[NetUid, AccountId, int](
    SUBTENSOR_MODULE,
    "LastHotkeySwapOnNetuid",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    U64,
    0,
    "The block at which a coldkey last swapped a hotkey on a subnet.",
)
ColdkeySwapAnnouncementDelay = Value[BlockNumber](
    SUBTENSOR_MODULE,
    "ColdkeySwapAnnouncementDelay",
    BLOCK_NUMBER,
    BlockNumber(36_000),
    "Blocks from the announcement of a coldkey's swap until it may be done.",
)
ColdkeySwapReannouncementDelay = Value[BlockNumber](
    SUBTENSOR_MODULE,
    "ColdkeySwapReannouncementDelay",
    BLOCK_NUMBER,
    BlockNumber(7200),
    "Blocks after that in which the announcement cannot be changed.",
)
ColdkeySwapAnnouncements = OptionalMap[AccountId, tuple[BlockNumber, Hash]](
    SUBTENSOR_MODULE,
    "ColdkeySwapAnnouncements",
    Key(TWOX_64_CONCAT, ACCOUNT_ID),
    Tuple(BLOCK_NUMBER, HASH),
    "The swap that a coldkey announced: the block from which it may be done, and the hash of the new key.",
)
ColdkeySwapDisputes = OptionalMap[AccountId, BlockNumber](
    SUBTENSOR_MODULE,
    "ColdkeySwapDisputes",
    Key(TWOX_64_CONCAT, ACCOUNT_ID),
    BLOCK_NUMBER,
    "The block at which a coldkey's announced swap was disputed.",
)
