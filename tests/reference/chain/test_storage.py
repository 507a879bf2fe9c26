"""Items, raw keys and values against production's metadata, observed entries and an independent codec."""

import json
import lzma
from pathlib import Path
from typing import Any

import pytest
from scalecodec.base import RuntimeConfigurationObject, ScaleBytes
from scalecodec.type_registry import load_type_registry_preset

from subtensor_spec.chain.items.emission import SubnetMovingPrice
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.staking import AlphaV2, Owner
from subtensor_spec.chain.revisions import revision
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import declared_items
from subtensor_spec.chain.types import AccountId, NetUid, TaoBalance
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.metadata.read import read_runtime
from subtensor_spec.wire.metadata.shapes import shape_of
from subtensor_spec.wire.state.items import item_of
from subtensor_spec.wire.state.typed import keys_form
from subtensor_spec.wire.values import from_json, to_json

DATA = Path(__file__).parents[2] / "data"
METADATA = DATA / "metadata-r425.scale.xz"
SAMPLES: list[tuple[str, str, str, list[Any], Any]] = json.loads(
    lzma.decompress((DATA / "storage-samples-r425.json.xz").read_bytes())
)
RUNTIME = read_runtime(METADATA)
LATER = read_runtime(DATA / "storage-metadata-spec441.json.xz")
"""What the last revision that is known in part says of its storage."""


VARIANTS = ("Burn", "Recycle", "Swap", "Keep")
"""What the other reader writes for an enum, so that it is not taken for bytes."""


def octets(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


def test_every_declared_item_is_what_the_metadata_says() -> None:
    for item in declared_items().values():
        if item.since and revision(item.since).spec_version > 441:
            continue
        entry = (LATER if item.since else RUNTIME).pallets[item.pallet].storage[item.name]
        assert entry.optional == item.optional, item
        assert entry.hashers == tuple(key.hasher.name for key in item.keys_of), item
        assert entry.keys == tuple(shape_of(key.codec) for key in item.keys_of), item
        assert entry.value == shape_of(item.value), item
        assert item.optional or entry.default == item.value.encode(item.default), item


def test_every_item_of_the_pallets_in_scope_is_declared() -> None:
    declared = {item.full_name for item in declared_items().values()}
    for pallet in ("SubtensorModule", "Swap", "AlphaAssets", "Drand"):
        names = {f"{pallet}.{name}" for name in RUNTIME.pallets[pallet].storage if name != "HasMigrationRun"}
        assert names <= declared


def test_observed_entries_decode_to_what_an_independent_reader_found_and_back() -> None:
    specified = 0
    for key, value, name, keys, meaning in SAMPLES:
        item = item_of(octets(key))
        if item is None:
            assert name.endswith("__STORAGE_VERSION__:") or name.partition(".")[0] not in ("SubtensorModule", "Swap")
            continue
        specified += 1
        found = item.keys_in(octets(key))
        assert (item.full_name, keys_form(item, found)) == (name, keys)
        assert item.raw_key(found) == octets(key)
        decoded = item.value.decode(octets(value))
        assert to_json(item.value, decoded) == meaning
        assert item.value.encode(from_json(item.value, meaning)) == octets(value)
    assert specified > 600


@pytest.fixture(scope="module")
def independent() -> tuple[RuntimeConfigurationObject, dict[str, str]]:
    configuration = RuntimeConfigurationObject()
    configuration.update_type_registry(load_type_registry_preset("core"))
    data = ScaleBytes(lzma.decompress(METADATA.read_bytes()))
    metadata = configuration.create_scale_object("MetadataVersioned", data)
    metadata.decode()
    configuration.add_portable_registry(metadata)
    types = {
        f"{pallet.value['name']}.{entry.value['name']}": entry.get_value_type_string()
        for pallet in metadata.pallets
        for entry in pallet.storage or ()
    }
    return configuration, types


def test_an_independent_codec_reads_what_ours_writes(
    independent: tuple[RuntimeConfigurationObject, dict[str, str]],
) -> None:
    configuration, types = independent
    for key, _value, name, _, meaning in SAMPLES:
        item = item_of(octets(key))
        if item is None:
            continue
        written = item.value.encode(from_json(item.value, meaning))
        read = configuration.create_scale_object(types[name], ScaleBytes(bytearray(written)))
        assert plain(as_hex(read.decode())) == plain(meaning), name


def as_hex(value: Any) -> Any:
    """Return what the other reader decoded, with bytes that it took for text as hex again."""
    match value:
        case str() if not value.startswith("0x") and value not in VARIANTS:
            return "0x" + value.encode().hex()
        case list() | tuple():
            return [as_hex(member) for member in value]
        case dict():
            return {name: as_hex(member) for name, member in value.items()}
        case _:
            return value


def plain(value: Any) -> Any:
    """Return a decoded value without what is only a reader's way: numbers as text, products of one as their member."""
    match value:
        case bool() | None:
            return value
        case int():
            return str(value)
        case list() | tuple():
            members = [plain(member) for member in value]
            return members or None
        case dict():
            members = [plain(member) for member in value.values()]
            return members[0] if len(members) == 1 else members
        case _:
            return value


def test_a_map_is_gone_through_in_the_order_of_its_hashes() -> None:
    state = State()
    for netuid in (1, 256, 2, 257):
        SubnetTAO.put(state, NetUid(netuid), TaoBalance(netuid))
    assert SubnetTAO.keys(state) == [256, 1, 257, 2]


def test_a_part_of_a_map_is_what_begins_with_its_first_keys() -> None:
    state = State()
    hot, cold = AccountId(bytes([255] * 32)), AccountId(bytes(32))
    share = AlphaV2.default
    for first, second in ((hot, cold), (cold, hot)):
        AlphaV2.put(state, first, second, NetUid(1), share)
    assert AlphaV2.prefix_items(state, hot) == [(cold, 1, share)]
    AlphaV2.clear_pair(state, hot, cold)
    assert AlphaV2.keys(state) == [(cold, hot, 1)]


def test_what_is_stored_may_be_the_default() -> None:
    state = State()
    assert SubnetTAO.get(state, NetUid(1)) == 0
    assert not SubnetTAO.contains(state, NetUid(1))
    SubnetTAO.put(state, NetUid(1), TaoBalance(0))
    assert SubnetTAO.contains(state, NetUid(1))
    assert SubnetTAO.take(state, NetUid(1)) == 0
    assert not SubnetTAO.contains(state, NetUid(1))


def test_a_wrong_hash_in_a_key_is_refused() -> None:
    raw = bytearray(Owner.raw_key((AccountId(bytes(32)),)))
    raw[33] ^= 1
    with pytest.raises(InvalidInput, match="Blake2_128Concat"):
        Owner.keys_in(bytes(raw))
    with pytest.raises(InvalidInput, match="1 bytes too many"):
        SubnetMovingPrice.keys_in(SubnetMovingPrice.raw_key((NetUid(3),)) + b"\0")
