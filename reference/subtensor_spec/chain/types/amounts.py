"""Ids and amounts: numbers and bytes with a name that only the type checker sees."""

from typing import NewType, TypeVar, cast

from subtensor_spec.chain.scale import U8, U16, U32, U64, Codec, FixedBytes

NetUid = NewType("NetUid", int)
"""The number of a subnet, u16; 0 is root."""
MechId = NewType("MechId", int)
"""The number of a mechanism within its subnet, u8; 0 is the main one."""
NetUidStorageIndex = NewType("NetUidStorageIndex", int)
"""A mechanism of a subnet as the key of maps, u16: ``mechid · 4096 + netuid``."""
Uid = NewType("Uid", int)
"""The number of a neuron within its subnet, u16."""
TaoBalance = NewType("TaoBalance", int)
"""Rao of TAO, u64."""
AlphaBalance = NewType("AlphaBalance", int)
"""Rao of one subnet's alpha, u64."""
AccountId = NewType("AccountId", bytes)
"""An account: 32 bytes. A hotkey and a coldkey are accounts."""
Hash = NewType("Hash", bytes)
"""A hash: 32 bytes."""
BlockNumber = NewType("BlockNumber", int)
"""A block's height as FRAME counts it, u32."""
LeaseId = NewType("LeaseId", int)
"""The number of a lease, u32."""

ROOT = NetUid(0)
"""The root network: its stake is TAO."""
ZERO_ACCOUNT = AccountId(bytes(32))
"""What an account that was never written reads as."""

U64_MAX = 2**64 - 1
U128_MAX = 2**128 - 1

Amount = TypeVar("Amount", bound=int)


def saturating_add(left: Amount, right: Amount) -> Amount:
    """Return the sum of two u64 of one type, at most ``2**64 - 1``."""
    total = left + right
    return cast(Amount, total if total <= U64_MAX else U64_MAX)


def saturating_sub(left: Amount, right: Amount) -> Amount:
    """Return the difference of two unsigned numbers of one type, at least zero."""
    rest = left - right
    return cast(Amount, rest if rest > 0 else 0)


NET_UID = cast(Codec[NetUid], U16)
MECH_ID = cast(Codec[MechId], U8)
NET_UID_STORAGE_INDEX = cast(Codec[NetUidStorageIndex], U16)
UID = cast(Codec[Uid], U16)
TAO = cast(Codec[TaoBalance], U64)
ALPHA = cast(Codec[AlphaBalance], U64)
BLOCK_NUMBER = cast(Codec[BlockNumber], U32)
LEASE_ID = cast(Codec[LeaseId], U32)
ACCOUNT_ID = cast(Codec[AccountId], FixedBytes(32, "AccountId32"))
HASH = cast(Codec[Hash], FixedBytes(32, "H256"))
H160 = FixedBytes(20, "H160")
