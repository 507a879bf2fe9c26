"""The words of the chain: ids and amounts with their own types, the structs and enums that storage holds, their codecs.

Amounts and ids are integers or bytes with a name that only the type checker sees, so TAO does not mix with alpha nor a
netuid with a number. A sum of two amounts is a plain integer until it is named again; the saturating functions keep the
name. One unit of an amount is a rao, a billionth of a TAO or of one alpha of one subnet.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, NewType, TypeVar, cast

from subtensor_spec.arithmetic import I64F64, I96F32, U64F64, U96F32, FixedPoint
from subtensor_spec.arithmetic.decimals import Perquintill, SafeFloat
from subtensor_spec.chain.scale import (
    BYTES,
    I64,
    I128,
    U8,
    U16,
    U32,
    U64,
    U128,
    BTreeMap,
    ByteString,
    Codec,
    FixedBytes,
    Mapped,
    Option,
    PlainEnum,
    Struct,
    TaggedEnum,
    Tuple,
    Vec,
)

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


Fixed = TypeVar("Fixed", bound=FixedPoint)


def _fixed(number: type[Fixed]) -> Mapped[Fixed]:
    bits: Codec[int] = I128 if number.SIGNED else U128
    return Mapped(number.NAME, bits, number.from_bits, cast(Callable[[Fixed], int], _bits_of))


def _bits_of(number: FixedPoint) -> int:
    return number.bits


I64F64_CODEC = _fixed(I64F64)
I96F32_CODEC = _fixed(I96F32)
U64F64_CODEC = _fixed(U64F64)
U96F32_CODEC = _fixed(U96F32)
SAFE_FLOAT = Struct(SafeFloat, mantissa=U128, exponent=I64)
PERQUINTILL: Codec[Perquintill] = Mapped("Perquintill", U64, Perquintill, lambda part: part.parts)


@dataclass(frozen=True, slots=True)
class Balancer:
    """The weights of a pool: the part of the TAO side; the alpha side has the rest."""

    quote: Perquintill


BALANCER = Struct(Balancer, quote=PERQUINTILL)


@dataclass(frozen=True, slots=True)
class AccountData:
    """An account's TAO in rao."""

    free: TaoBalance
    reserved: TaoBalance
    frozen: TaoBalance
    flags: int
    """The highest bit says that the account follows the new rules of reference counting."""


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """What the system knows of an account: its nonce, who refers to it, and its TAO."""

    nonce: int
    consumers: int
    providers: int
    sufficients: int
    data: AccountData


ACCOUNT_DATA = Struct(AccountData, free=TAO, reserved=TAO, frozen=TAO, flags=U128)
ACCOUNT_INFO = Struct(AccountInfo, nonce=U32, consumers=U32, providers=U32, sufficients=U32, data=ACCOUNT_DATA)


@dataclass(frozen=True, slots=True)
class LockState:
    """A lock of alpha: what is locked, the conviction so far, and the block at which both held."""

    locked_mass: AlphaBalance
    conviction: U64F64
    last_update: int


LOCK_STATE = Struct(LockState, locked_mass=ALPHA, conviction=U64F64_CODEC, last_update=U64)


class RecycleOrBurnEnum(Enum):
    """What becomes of the emission of an owner's miners."""

    Burn = 0
    Recycle = 1


RECYCLE_OR_BURN = PlainEnum(RecycleOrBurnEnum)


@dataclass(frozen=True, slots=True)
class Swap:
    """Root dividends are sold for TAO."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Root dividends are kept as alpha."""


@dataclass(frozen=True, slots=True)
class KeepSubnets:
    """Root dividends of the subnets named are kept as alpha, those of others sold."""

    subnets: tuple[NetUid, ...]


RootClaimTypeEnum = Swap | Keep | KeepSubnets
ROOT_CLAIM_TYPE: Codec[RootClaimTypeEnum] = TaggedEnum(
    "RootClaimTypeEnum", {0: Struct(Swap), 1: Struct(Keep), 2: Struct(KeepSubnets, subnets=Vec(NET_UID))}
)


class Hyperparameter(Enum):
    """A setting whose changes by a subnet's owner are limited in rate."""

    Unknown = 0
    ServingRateLimit = 1
    MaxDifficulty = 2
    AdjustmentAlpha = 3
    MaxWeightLimit = 4
    ImmunityPeriod = 5
    MinAllowedWeights = 6
    Kappa = 7
    Rho = 8
    ActivityCutoff = 9
    PowRegistrationAllowed = 10
    MinBurn = 11
    MaxBurn = 12
    BondsMovingAverage = 13
    BondsPenalty = 14
    CommitRevealEnabled = 15
    LiquidAlphaEnabled = 16
    AlphaValues = 17
    WeightCommitInterval = 18
    TransferEnabled = 19
    AlphaSigmoidSteepness = 20
    Yuma3Enabled = 21
    BondsResetEnabled = 22
    ImmuneNeuronLimit = 23
    RecycleOrBurn = 24
    MaxAllowedUids = 25
    BurnHalfLife = 26
    BurnIncreaseMult = 27
    SubnetEmissionEnabled = 28
    MinChildkeyTake = 29
    ActivityCutoffFactorMilli = 30
    TriggerEpoch = 31


HYPERPARAMETER = PlainEnum(Hyperparameter)


@dataclass(frozen=True, slots=True)
class SetSNOwnerHotkey:
    """The owner's hotkey of a subnet was set."""

    netuid: NetUid


@dataclass(frozen=True, slots=True)
class OwnerHyperparamUpdate:
    """An owner changed a setting of a subnet."""

    netuid: NetUid
    hyperparameter: Hyperparameter


@dataclass(frozen=True, slots=True)
class NetworkLastRegistered:
    """A subnet was created."""


@dataclass(frozen=True, slots=True)
class LastTxBlock:
    """A key was swapped by this coldkey."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class LastTxBlockChildKeyTake:
    """A childkey take was set for this hotkey."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class LastTxBlockDelegateTake:
    """A delegate take was raised for this hotkey."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class AddStakeBurn:
    """Stake was bought and burned on a subnet."""

    netuid: NetUid


RateLimitKey = (
    SetSNOwnerHotkey
    | OwnerHyperparamUpdate
    | NetworkLastRegistered
    | LastTxBlock
    | LastTxBlockChildKeyTake
    | LastTxBlockDelegateTake
    | AddStakeBurn
)
RATE_LIMIT_KEY: Codec[RateLimitKey] = TaggedEnum(
    "RateLimitKey",
    {
        0: Struct(SetSNOwnerHotkey, netuid=NET_UID),
        1: Struct(OwnerHyperparamUpdate, netuid=NET_UID, hyperparameter=HYPERPARAMETER),
        2: Struct(NetworkLastRegistered),
        3: Struct(LastTxBlock, account=ACCOUNT_ID),
        4: Struct(LastTxBlockChildKeyTake, account=ACCOUNT_ID),
        5: Struct(LastTxBlockDelegateTake, account=ACCOUNT_ID),
        6: Struct(AddStakeBurn, netuid=NET_UID),
    },
)


@dataclass(frozen=True, slots=True)
class AxonInfo:
    """Where a neuron serves."""

    block: int
    version: int
    ip: int
    port: int
    ip_type: int
    protocol: int
    placeholder1: int
    placeholder2: int


AXON_INFO = Struct(
    AxonInfo, block=U64, version=U32, ip=U128, port=U16, ip_type=U8, protocol=U8, placeholder1=U8, placeholder2=U8
)


@dataclass(frozen=True, slots=True)
class PrometheusInfo:
    """Where a neuron publishes its measurements."""

    block: int
    version: int
    ip: int
    port: int
    ip_type: int


PROMETHEUS_INFO = Struct(PrometheusInfo, block=U64, version=U32, ip=U128, port=U16, ip_type=U8)


@dataclass(frozen=True, slots=True)
class NeuronCertificate:
    """A neuron's public key for encrypted connections."""

    public_key: bytes
    algorithm: int


NEURON_CERTIFICATE = Struct(NeuronCertificate, public_key=ByteString(64), algorithm=U8)


@dataclass(frozen=True, slots=True)
class ChainIdentityV2:
    """What an account says of itself."""

    name: bytes
    url: bytes
    github_repo: bytes
    image: bytes
    discord: bytes
    description: bytes
    additional: bytes


CHAIN_IDENTITY = Struct(
    ChainIdentityV2,
    name=BYTES, url=BYTES, github_repo=BYTES, image=BYTES, discord=BYTES, description=BYTES, additional=BYTES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SubnetIdentityV3:
    """What a subnet says of itself."""

    subnet_name: bytes
    github_repo: bytes
    subnet_contact: bytes
    subnet_url: bytes
    discord: bytes
    description: bytes
    logo_url: bytes
    additional: bytes


SUBNET_IDENTITY = Struct(
    SubnetIdentityV3,
    subnet_name=BYTES, github_repo=BYTES, subnet_contact=BYTES, subnet_url=BYTES, discord=BYTES, description=BYTES,
    logo_url=BYTES, additional=BYTES,
)  # fmt: skip


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

HashCommit = tuple[Hash, int, int, int]
"""A hash commit: its hash, the epoch or block of the commit, and the first and last block of its reveal."""
HASH_COMMIT: Codec[HashCommit] = cast(Codec[HashCommit], Tuple(HASH, U64, U64, U64))
MAX_CRV3_COMMIT_SIZE_BYTES = 5_000
TimelockedCommit = tuple[AccountId, int, bytes, int]
"""A timelocked commit: hotkey, block of the commit, its bytes, and the beacon's round that opens it."""
TIMELOCKED_COMMIT = cast(
    Codec[TimelockedCommit], Tuple(ACCOUNT_ID, U64, ByteString(MAX_CRV3_COMMIT_SIZE_BYTES), U64)
)
OLD_TIMELOCKED_COMMIT: Codec[tuple[Any, ...]] = Tuple(ACCOUNT_ID, ByteString(MAX_CRV3_COMMIT_SIZE_BYTES), U64)
Relation = tuple[int, AccountId]
"""A parent or a child with its proportion of ``2**64 - 1``."""
RELATION = cast(Codec[Relation], Tuple(U64, ACCOUNT_ID))
WEIGHT = cast(Codec[tuple[int, int]], Tuple(U16, U16))
ROOT_CLAIMABLE = BTreeMap(NET_UID, I96F32_CODEC)
