"""Storage items: subnets' pools and flows."""

from subtensor_spec.arithmetic import I64F64, U64F64
from subtensor_spec.chain.hashers import IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, I64, U16, U64, U128, Tuple
from subtensor_spec.chain.storage import Key, Map, OptionalMap, Value
from subtensor_spec.chain.types import (
    ALPHA,
    I64F64_CODEC,
    NET_UID,
    TAO,
    U64F64_CODEC,
    AlphaBalance,
    NetUid,
    TaoBalance,
)

SubnetVolume = Map[NetUid, int](SUBTENSOR_MODULE, "SubnetVolume", Key(IDENTITY, NET_UID), U128, 0, "SubnetVolume.")
SubnetTAO = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetTAO",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "SubnetTAO.",
)
SubnetAlphaIn = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetAlphaIn",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "SubnetAlphaIn.",
)
SubnetAlphaOut = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetAlphaOut",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "SubnetAlphaOut.",
)
SubnetProtocolAlpha = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetProtocolAlpha",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "SubnetProtocolAlpha.",
)
SubnetTaoFlow = Map[NetUid, int](SUBTENSOR_MODULE, "SubnetTaoFlow", Key(IDENTITY, NET_UID), I64, 0, "SubnetTaoFlow.")
SubnetEmaTaoFlow = OptionalMap[NetUid, tuple[int, I64F64]](
    SUBTENSOR_MODULE,
    "SubnetEmaTaoFlow",
    Key(IDENTITY, NET_UID),
    Tuple(U64, I64F64_CODEC),
    "SubnetEmaTaoFlow.",
)
NetTaoFlowEnabled = Value[bool](SUBTENSOR_MODULE, "NetTaoFlowEnabled", BOOL, True, "NetTaoFlowEnabled.")
SubnetProtocolFlow = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "SubnetProtocolFlow",
    Key(IDENTITY, NET_UID),
    I64,
    0,
    "SubnetProtocolFlow.",
)
SubnetEmaProtocolFlow = OptionalMap[NetUid, tuple[int, I64F64]](
    SUBTENSOR_MODULE,
    "SubnetEmaProtocolFlow",
    Key(IDENTITY, NET_UID),
    Tuple(U64, I64F64_CODEC),
    "SubnetEmaProtocolFlow.",
)
TaoFlowCutoff = Value[I64F64](SUBTENSOR_MODULE, "TaoFlowCutoff", I64F64_CODEC, I64F64.ZERO, "TaoFlowCutoff.")
FlowNormExponent = Value[U64F64](
    SUBTENSOR_MODULE,
    "FlowNormExponent",
    U64F64_CODEC,
    U64F64.from_bits(18_446_744_073_709_551_616),
    "FlowNormExponent.",
)
FlowEmaSmoothingFactor = Value[int](
    SUBTENSOR_MODULE,
    "FlowEmaSmoothingFactor",
    U64,
    29_597_889_189_277,
    "FlowEmaSmoothingFactor.",
)
SubnetMechanism = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "SubnetMechanism",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "SubnetMechanism.",
)
SubtokenEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "SubtokenEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "SubtokenEnabled.",
)
