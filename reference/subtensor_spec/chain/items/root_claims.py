"""Storage items: root claims."""

from collections.abc import Mapping

from subtensor_spec.arithmetic import I96F32
from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import U64, U128
from subtensor_spec.chain.storage import Key, Map, TripleMap, Value
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    I96F32_CODEC,
    NET_UID,
    ROOT_CLAIM_TYPE,
    ROOT_CLAIMABLE,
    AccountId,
    NetUid,
    RootClaimTypeEnum,
    Swap,
)

RootClaimableThreshold = Map[NetUid, I96F32](
    SUBTENSOR_MODULE,
    "RootClaimableThreshold",
    Key(BLAKE2_128_CONCAT, NET_UID),
    I96F32_CODEC,
    I96F32.from_bits(2_147_483_648_000_000),
    "The least debt that is claimed for a subnet, in rao of alpha.",
)
RootClaimable = Map[AccountId, Mapping[NetUid, I96F32]](
    SUBTENSOR_MODULE,
    "RootClaimable",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ROOT_CLAIMABLE,
    {},
    "For each subnet what a hotkey owes per rao of root stake, since ever, in rao of alpha.",
)
RootClaimed = TripleMap[NetUid, AccountId, AccountId, int](
    SUBTENSOR_MODULE,
    "RootClaimed",
    (Key(IDENTITY, NET_UID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID), Key(BLAKE2_128_CONCAT, ACCOUNT_ID)),
    U128,
    0,
    "What a coldkey has been paid of a hotkey's debt on a subnet, or never was owed, in rao of alpha.",
)
RootClaimType = Map[AccountId, RootClaimTypeEnum](
    SUBTENSOR_MODULE,
    "RootClaimType",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ROOT_CLAIM_TYPE,
    Swap(),
    "What becomes of a coldkey's root dividends: sold, kept, or kept for some subnets.",
)
NumRootClaim = Value[int](
    SUBTENSOR_MODULE, "NumRootClaim", U64, 5, "How many coldkeys are paid by the automatic claim in a block."
)
