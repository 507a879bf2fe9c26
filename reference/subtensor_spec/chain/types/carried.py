"""Leases, which are carried, and the randomness beacon."""

from dataclasses import dataclass

from subtensor_spec.chain.scale import U8, U32, U64, ByteString, Option, Struct
from subtensor_spec.chain.types.amounts import (
    ACCOUNT_ID,
    BLOCK_NUMBER,
    NET_UID,
    TAO,
    AccountId,
    BlockNumber,
    NetUid,
    TaoBalance,
)


@dataclass(frozen=True, slots=True)
class SubnetLease:
    """A lease of a subnet; carried, not specified."""

    beneficiary: AccountId
    coldkey: AccountId
    hotkey: AccountId
    emissions_share: int
    end_block: BlockNumber | None
    netuid: NetUid
    cost: TaoBalance


SUBNET_LEASE = Struct(
    SubnetLease,
    beneficiary=ACCOUNT_ID, coldkey=ACCOUNT_ID, hotkey=ACCOUNT_ID, emissions_share=U8, end_block=Option(BLOCK_NUMBER),
    netuid=NET_UID, cost=TAO,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pulse:
    """One round of the randomness beacon."""

    round: int
    randomness: bytes
    signature: bytes


PULSE = Struct(Pulse, round=U64, randomness=ByteString(32), signature=ByteString(144))


@dataclass(frozen=True, slots=True)
class BeaconMetadata:
    """The randomness beacon's name for its chain."""

    beacon_id: bytes


@dataclass(frozen=True, slots=True)
class BeaconConfiguration:
    """The randomness beacon's parameters."""

    public_key: bytes
    period: int
    genesis_time: int
    hash: bytes
    group_hash: bytes
    scheme_id: bytes
    metadata: BeaconMetadata


BEACON_CONFIGURATION = Struct(
    BeaconConfiguration,
    public_key=ByteString(96), period=U32, genesis_time=U32, hash=ByteString(32), group_hash=ByteString(32),
    scheme_id=ByteString(32), metadata=Struct(BeaconMetadata, beacon_id=ByteString(32)),
)  # fmt: skip
