"""Storage items: the randomness beacon."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT
from subtensor_spec.chain.scale import U64
from subtensor_spec.chain.storage import Key, OptionalMap, Value
from subtensor_spec.chain.types import (
    BEACON_CONFIGURATION,
    BLOCK_NUMBER,
    PULSE,
    BeaconConfiguration,
    BeaconMetadata,
    BlockNumber,
    Pulse,
)

QUICKNET = BeaconConfiguration(
    public_key=bytes.fromhex(
        "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
        "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
    ),
    period=3,
    genesis_time=1_692_803_367,
    hash=bytes.fromhex("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"),
    group_hash=bytes.fromhex("f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e"),
    scheme_id=b"bls-unchained-g1-rfc9380",
    metadata=BeaconMetadata(b"quicknet"),
)
"""The beacon whose pulses open timelocked commits."""

BeaconConfig = Value[BeaconConfiguration](
    "Drand", "BeaconConfig", BEACON_CONFIGURATION, QUICKNET, "The beacon's parameters."
)
Pulses = OptionalMap[int, Pulse](
    "Drand", "Pulses", Key(BLAKE2_128_CONCAT, U64), PULSE, "The beacon's pulse of a round."
)
LastStoredRound = Value[int]("Drand", "LastStoredRound", U64, 0, "The last round whose pulse is stored.")
OldestStoredRound = Value[int]("Drand", "OldestStoredRound", U64, 0, "The oldest round whose pulse is stored.")
NextUnsignedAt = Value[BlockNumber](
    "Drand",
    "NextUnsignedAt",
    BLOCK_NUMBER,
    BlockNumber(0),
    "The block from which pulses may be sent without a signature.",
)
