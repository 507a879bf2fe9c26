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

SubnetVolume = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "SubnetVolume",
    Key(IDENTITY, NET_UID),
    U128,
    0,
    "TAO that was traded against a subnet's alpha so far, in rao, both ways.",
)
SubnetTAO = Map[NetUid, TaoBalance](
    SUBTENSOR_MODULE,
    "SubnetTAO",
    Key(IDENTITY, NET_UID),
    TAO,
    TaoBalance(0),
    "The TAO reserve of a subnet's pool, in rao; on root all TAO staked there.",
)
SubnetAlphaIn = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetAlphaIn",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "The alpha reserve of a subnet's pool, in rao.",
)
SubnetAlphaOut = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetAlphaOut",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha of a subnet outside its pool, in rao.",
)
SubnetProtocolAlpha = Map[NetUid, AlphaBalance](
    SUBTENSOR_MODULE,
    "SubnetProtocolAlpha",
    Key(IDENTITY, NET_UID),
    ALPHA,
    AlphaBalance(0),
    "Alpha of a subnet that the chain bought, in rao.",
)
SubnetTaoFlow = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "SubnetTaoFlow",
    Key(IDENTITY, NET_UID),
    I64,
    0,
    "TAO that users put in less what they took out since it was last averaged, in rao.",
)
SubnetEmaTaoFlow = OptionalMap[NetUid, tuple[int, I64F64]](
    SUBTENSOR_MODULE,
    "SubnetEmaTaoFlow",
    Key(IDENTITY, NET_UID),
    Tuple(U64, I64F64_CODEC),
    "The moving average of that flow with the block of its last step.",
)
NetTaoFlowEnabled = Value[bool](
    SUBTENSOR_MODULE, "NetTaoFlowEnabled", BOOL, True, "Whether the chain's own flow is taken off the users'."
)
SubnetProtocolFlow = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "SubnetProtocolFlow",
    Key(IDENTITY, NET_UID),
    I64,
    0,
    "TAO that the chain itself put in less what it took out since it was last averaged, in rao.",
)
SubnetEmaProtocolFlow = OptionalMap[NetUid, tuple[int, I64F64]](
    SUBTENSOR_MODULE,
    "SubnetEmaProtocolFlow",
    Key(IDENTITY, NET_UID),
    Tuple(U64, I64F64_CODEC),
    "The moving average of the chain's own flow with the block of its last step.",
)
TaoFlowCutoff = Value[I64F64](
    SUBTENSOR_MODULE, "TaoFlowCutoff", I64F64_CODEC, I64F64.ZERO, "The flow that counts as none, in rao."
)
FlowNormExponent = Value[U64F64](
    SUBTENSOR_MODULE,
    "FlowNormExponent",
    U64F64_CODEC,
    U64F64.from_bits(18_446_744_073_709_551_616),
    "The power that flows are raised to before they are made shares.",
)
FlowEmaSmoothingFactor = Value[int](
    SUBTENSOR_MODULE,
    "FlowEmaSmoothingFactor",
    U64,
    29_597_889_189_277,
    "How fast flow averages follow, of 2⁶³.",
)
SubnetMechanism = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "SubnetMechanism",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "How a subnet's alpha is priced: 0 stable at one TAO, 1 dynamic by its pool.",
)
SubtokenEnabled = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "SubtokenEnabled",
    Key(IDENTITY, NET_UID),
    BOOL,
    False,
    "Whether a subnet's alpha may be staked and traded.",
)
