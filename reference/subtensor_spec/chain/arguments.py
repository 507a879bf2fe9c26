"""How the type that a call's function declares for an argument says how the argument is written.

Ids, amounts and structs have their codec by their type; a plain number or a sequence states it beside itself:
``Annotated[int, U16]``, for which the short names below stand.
"""

from collections.abc import Callable
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from subtensor_spec.arithmetic import I64F64, I96F32, U64F64
from subtensor_spec.chain import types
from subtensor_spec.chain.scale import BOOL, BYTES, I16, U8, U16, U32, U64, U128, Codec

u8 = Annotated[int, U8]
u16 = Annotated[int, U16]
u32 = Annotated[int, U32]
u64 = Annotated[int, U64]
u128 = Annotated[int, U128]
i16 = Annotated[int, I16]

_CODECS: dict[Any, Codec[Any]] = {
    bool: BOOL,
    bytes: BYTES,
    types.NetUid: types.NET_UID,
    types.MechId: types.MECH_ID,
    types.Uid: types.UID,
    types.TaoBalance: types.TAO,
    types.AlphaBalance: types.ALPHA,
    types.AccountId: types.ACCOUNT_ID,
    types.Hash: types.HASH,
    types.BlockNumber: types.BLOCK_NUMBER,
    types.RecycleOrBurnEnum: types.RECYCLE_OR_BURN,
    types.RootClaimTypeEnum: types.ROOT_CLAIM_TYPE,
    I64F64: types.I64F64_CODEC,
    I96F32: types.I96F32_CODEC,
    U64F64: types.U64F64_CODEC,
}


def codec_of(annotation: Any) -> Codec[Any]:
    """Return the codec of an argument's declared type."""
    if get_origin(annotation) is Annotated:
        codec: Codec[Any] = get_args(annotation)[1]
        return codec
    return _CODECS[annotation]


def argument_codecs(function: Callable[..., Any]) -> dict[str, Codec[Any]]:
    """Return the codecs of a call's arguments by name, in order: all but ``state`` and ``origin``."""
    hints = get_type_hints(function, include_extras=True)
    return {name: codec_of(hint) for name, hint in hints.items() if name not in ("state", "origin", "return")}
