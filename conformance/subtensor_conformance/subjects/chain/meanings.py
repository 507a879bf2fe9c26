"""What arguments and results of the functions of storage mean."""

_ITEM = "an item's full name, pallet and item with a dot between"
_KEYS = "its keys in the JSON form of their types"
_VALUE = "its value in the JSON form of its type"
_BYTES = "`0x` and hex"

MEANINGS = {
    "storage.entry": {"item": _ITEM, "keys": _KEYS, "value": _VALUE, "result": f"raw key and raw value, {_BYTES}"},
    "storage.read": {
        "key": f"a raw key, {_BYTES}",
        "value": f"a raw value, {_BYTES}",
        "result": "the item's full name, its keys, its value; nothing if the bytes are not what these are stored as",
    },
    "storage.in_order": {
        "item": _ITEM,
        "keys": "the keys of each entry, in any order",
        "result": "the same keys in the order in which the chain goes through the map",
    },
    "storage.digest": {"entries": f"raw keys and raw values, {_BYTES}", "result": "the digest in hex, without `0x`"},
    "scale.compact": {"result": f"the compact form, {_BYTES}"},
    "scale.read_compact": {"data": _BYTES},
    "hashing.twox": {"data": _BYTES, "result": f"the hash, {_BYTES}"},
    "hashing.key": {
        "hasher": "`Identity`, `Blake2_128Concat` or `Twox64Concat`",
        "key": f"a key's SCALE bytes, {_BYTES}",
        "result": f"the key's part of a raw key, {_BYTES}",
    },
    "hashing.prefix": {
        "pallet": "the name of a pallet",
        "item": "the name of an item",
        "result": f"what raw keys of the item begin with, {_BYTES}",
    },
}
