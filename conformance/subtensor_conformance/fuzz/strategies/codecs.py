"""Values of any type that storage and calls have, in their JSON form."""

from functools import cache, singledispatch
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.fuzz.strategies.cast import COLDKEYS, HOTKEYS, hex_of
from subtensor_spec.chain.scale import (
    Bool,
    BTreeMap,
    ByteString,
    Codec,
    Compact,
    FixedBytes,
    Integer,
    Mapped,
    Newtype,
    Option,
    PlainEnum,
    Struct,
    TaggedEnum,
    Tuple,
    Unit,
    Vec,
)

Strategy = SearchStrategy[Any]

LONGEST = 3
"""The most members of a drawn list."""

JSON_BITS = 32
"""Integers that are wider are decimal strings."""

ACCOUNT_LENGTH = 32

EDGES = (0, 1, 499, 500, 501, 1_999_999, 2_000_000, 10**9, 10**12, 10**15, 2**63, 2**64 - 1)
"""Amounts of rao near which rules differ: the existential deposit, the least stake, a TAO, limits."""


@cache
def amounts() -> SearchStrategy[int]:
    """Return amounts of rao of every magnitude that accounts have, and edges."""
    magnitudes = st.integers(6, 13).flatmap(lambda digits: st.integers(10**digits, 10 ** (digits + 1)))
    return st.one_of(magnitudes, magnitudes, st.sampled_from(EDGES))


@singledispatch
def of_codec(codec: Codec[Any]) -> Strategy:
    """Return values of a codec's type in their JSON form."""
    raise TypeError(f"{codec} has no strategy")


@of_codec.register
def _(codec: Integer) -> Strategy:
    edges = (0, 1, codec.maximum, codec.minimum, codec.maximum // 2)
    numbers = st.integers(0, 100) | st.sampled_from(edges) | st.integers(codec.minimum, codec.maximum)
    return numbers if codec.width <= JSON_BITS else numbers.map(str)


@of_codec.register
def _(codec: Compact) -> Strategy:
    return of_codec(codec.inner)


@of_codec.register
def _(_codec: Bool) -> Strategy:
    return st.booleans()


@of_codec.register
def _(_codec: Unit) -> Strategy:
    return st.none()


@of_codec.register
def _(codec: FixedBytes) -> Strategy:
    if codec.length == ACCOUNT_LENGTH:
        return st.sampled_from([hex_of(account) for account in (*COLDKEYS, *HOTKEYS)])
    return st.binary(min_size=codec.length, max_size=codec.length).map(hex_of)


@of_codec.register
def _(_codec: ByteString) -> Strategy:
    return st.binary(max_size=LONGEST).map(hex_of)


@of_codec.register
def _(codec: Vec) -> Strategy:  # type: ignore[type-arg]
    return st.lists(of_codec(codec.inner), max_size=LONGEST)


@of_codec.register
def _(codec: Tuple) -> Strategy:
    return st.tuples(*map(of_codec, codec.inner)).map(list)


@of_codec.register
def _(codec: Option) -> Strategy:  # type: ignore[type-arg]
    return st.none() | of_codec(codec.inner)


@of_codec.register
def _(codec: BTreeMap) -> Strategy:  # type: ignore[type-arg]
    pair = st.tuples(of_codec(codec.key), of_codec(codec.value)).map(list)
    return st.lists(pair, max_size=LONGEST, unique_by=lambda pair: str(pair[0]))


@of_codec.register
def _(codec: Struct) -> Strategy:  # type: ignore[type-arg]
    return st.fixed_dictionaries({name: of_codec(inner) for name, inner in codec.fields.items()})


@of_codec.register
def _(codec: Newtype) -> Strategy:  # type: ignore[type-arg]
    (inner,) = codec.fields.values()
    return of_codec(inner)


@of_codec.register
def _(codec: PlainEnum) -> Strategy:  # type: ignore[type-arg]
    return st.sampled_from(sorted(codec.members.__members__))


@of_codec.register
def _(codec: TaggedEnum) -> Strategy:
    return st.one_of([_variant(variant) for variant in codec.variants.values()])


def _variant(variant: Any) -> Strategy:
    fields = of_codec(variant)
    return fields.map(lambda form: {variant.name: form}) if variant.fields else st.just(variant.name)


@of_codec.register
def _(codec: Mapped) -> Strategy:  # type: ignore[type-arg]
    return of_codec(codec.inner)
