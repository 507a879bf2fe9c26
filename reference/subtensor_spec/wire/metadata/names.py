"""The shapes of types that are given by name only."""

import re
from functools import cache

from subtensor_spec.chain import types
from subtensor_spec.chain.scale import BOOL, I16, I32, I64, I128, U8, U16, U32, U64, U128, Codec
from subtensor_spec.wire.metadata.runtime import Shape, option, product, sequence
from subtensor_spec.wire.metadata.shapes import shape_of

_NAMED = {
    "NetUid": U16, "MechId": U8, "NetUidStorageIndex": U16, "TaoBalance": U64, "AlphaBalance": U64,
    "AccountId32": types.ACCOUNT_ID, "AccountId": types.ACCOUNT_ID, "H256": types.HASH, "H160": types.H160,
    "FixedI128<frac_bits=32>": types.I96F32_CODEC, "FixedU128<frac_bits=32>": types.U96F32_CODEC,
    "FixedI128<frac_bits=64>": types.I64F64_CODEC, "FixedU128<frac_bits=64>": types.U64F64_CODEC,
    "Perquintill": types.PERQUINTILL, "AccountInfo<u32, AccountData<TaoBalance>>": types.ACCOUNT_INFO,
    "AccountData<TaoBalance>": types.ACCOUNT_DATA,
}  # fmt: skip
_GENERIC = re.compile(r"(Vec|BoundedVec|WeakBoundedVec|BTreeSet|VecDeque|Option|BTreeMap)<(.*)>", re.DOTALL)


@cache
def _known() -> dict[str, Codec[object]]:
    plain = {codec.name: codec for codec in (BOOL, U8, U16, U32, U64, U128, I16, I32, I64, I128)}
    declared = {value.name: value for value in vars(types).values() if isinstance(value, Codec)}
    return {**declared, **plain, **_NAMED}  # type: ignore[dict-item]


def shape_of_name(name: str) -> Shape:
    """Return the shape of a named type; one that this specification does not know has its own name as shape."""
    name = name.strip()
    generic = _GENERIC.fullmatch(name)
    if generic is not None:
        members = [shape_of_name(member) for member in _split(generic[2])]
        if generic[1] == "Option":
            return option(members[0])
        return sequence(product(members[:2]) if generic[1] == "BTreeMap" else members[0])
    if name.startswith("("):
        return product([shape_of_name(member) for member in _split(name[1:-1])]) if name != "()" else "()"
    array = re.fullmatch(r"\[(.+); (\d+)\]", name)
    if array is not None:
        return f"{array[2]}*{shape_of_name(array[1])}"
    known = _known().get(name) or _known().get(name.split("<")[0])
    return name if known is None else shape_of(known)


def _split(names: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(names):
        depth += (letter in "(<[") - (letter in ")>]")
        if letter == "," and depth == 0:
            parts.append(names[start:at])
            start = at + 1
    return [*parts, names[start:]] if names[start:].strip() else parts
