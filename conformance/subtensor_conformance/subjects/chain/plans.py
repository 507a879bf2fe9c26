"""Planned rows of storage: shapes that were not observed, and bytes that are no entry."""

from typing import Any

from subtensor_conformance.authoring.plans.questions import Planned
from subtensor_conformance.subjects.chain.functions import entry

ACCOUNT, OTHER = "0x" + "11" * 32, "0x" + "ab" * 32
ENTRIES: dict[str, tuple[str, list[Any], Any]] = {
    "tao": ("SubtensorModule.SubnetTAO", [1], "1000000000"),
    "greatest-netuid": ("SubtensorModule.SubnetTAO", [65_535], str(2**64 - 1)),
    "member": ("SubtensorModule.IsNetworkMember", [ACCOUNT, 3], True),
    "name": ("SubtensorModule.TokenSymbol", [2], "0xcea4"),
    "steepness": ("SubtensorModule.AlphaSigmoidSteepness", [7], -1000),
    "vector": ("SubtensorModule.Incentive", [4097], [0, 1, 65_535]),
    "long-vector": ("SubtensorModule.Consensus", [1], list(range(70))),
    "row": ("SubtensorModule.Weights", [1, 2], [[0, 1], [3, 65_535]]),
    "owner": ("SubtensorModule.Owner", [ACCOUNT], OTHER),
    "share": ("SubtensorModule.Alpha", [ACCOUNT, OTHER, 1], str(2**64 + 1)),
    "nothing": ("SubtensorModule.AlphaMapLastKey", [], None),
    "claim-kinds": ("SubtensorModule.RootClaimType", [ACCOUNT], {"KeepSubnets": {"subnets": [1, 3]}}),
    "claimable": ("SubtensorModule.RootClaimable", [ACCOUNT], [[1, str(2**32)], [2, "1"], [256, "0"]]),
    "something": ("SubtensorModule.AlphaMapLastKey", [], "0x00ff"),
}
"""Entries by slug: item, keys, value."""

LENGTHS = (0, 1, 63, 64, 16_383, 16_384, 2**30 - 1, 2**30, 2**32 - 1, 2**32, 2**64 - 1)

NOT_COMPACT = {
    "empty": "0x",
    "two-of-four": "0x0200",
    "too-many": "0x0400",
    "long-for-zero": "0x0100",
    "long-for-63": "0xfd00",
    "big-for-small": "0x0301000000",
    "too-wide": "0x17ffffffffffffffffff",
}

MAPS: dict[str, tuple[str, list[list[Any]]]] = {
    "low-byte-first": ("SubtensorModule.SubnetTAO", [[0], [1], [2], [255], [256], [257], [512]]),
    "as-hashed": ("Swap.FeeRate", [[0], [1], [2], [3], [4], [5]]),
    "accounts": ("SubtensorModule.Owner", [[ACCOUNT], [OTHER], ["0x" + "00" * 32], ["0x" + "ff" * 32]]),
    "two-keys": ("SubtensorModule.TotalHotkeyAlpha", [[ACCOUNT, 1], [OTHER, 0], [ACCOUNT, 256], [OTHER, 1]]),
}


def _no_entries() -> Planned:
    """Return bytes that are near to an entry and are none."""
    key, value = entry(*ENTRIES["member"])
    tao_key, tao = entry(*ENTRIES["tao"])
    symbol_key, symbol = entry(*ENTRIES["name"])
    enum_key, _ = entry("SubtensorModule.RecycleOrBurn", [1], "Burn")
    flipped = key[:66] + ("0" if key[66] != "0" else "1") + key[67:]
    return [
        ("wrong-hash", [flipped, value]),
        ("key-cut-short", [key[:-2], value]),
        ("key-too-long", [key + "00", value]),
        ("value-cut-short", [tao_key, tao[:-2]]),
        ("value-too-long", [tao_key, tao + "00"]),
        ("truth-of-two", [key, "0x02"]),
        ("length-beyond-the-end", [symbol_key, symbol[:-2]]),
        ("length-not-shortest", [symbol_key, "0x0900cea4"]),
        ("unknown-variant", [enum_key, "0x09"]),
        ("no-such-item", ["0x" + "00" * 32, value]),
        ("option-of-two", [entry(*ENTRIES["nothing"])[0], "0x0200"]),
    ]


def rows() -> dict[str, Planned]:
    """Return the planned rows by published name."""
    entries = [(slug, list(planned)) for slug, planned in ENTRIES.items()]
    some = [list(entry(*ENTRIES[slug])) for slug in ("tao", "member", "owner")]
    return {
        "storage.entry": entries,
        "storage.read": [*_no_entries(), *((slug, list(entry(*planned))) for slug, planned in ENTRIES.items())],
        "storage.in_order": [(slug, list(planned)) for slug, planned in MAPS.items()],
        "storage.digest": [("none", [[]]), ("three", [some]), ("three-otherwise", [some[::-1]]), ("one", [some[:1]])],
        "scale.compact": [(f"of-{length}", [str(length)]) for length in LENGTHS],
        "scale.read_compact": [(slug, [data]) for slug, data in NOT_COMPACT.items()]
        + [("small", ["0xfc"]), ("two", ["0x0101"]), ("four", ["0x02000100"]), ("big", ["0x0300000040"])],
        "hashing.twox": [
            (f"{width}-of-{data}", [data, width]) for width in (64, 128) for data in ("0x", "0x01", ACCOUNT)
        ],
        "hashing.key": [
            (f"{name.lower().replace('_', '-')}-of-{size}", [name, "0x" + "07" * size])
            for name in ("Identity", "Blake2_128Concat", "Twox64Concat")
            for size in (1, 2, 32)
        ],
        "hashing.prefix": [
            (slug, [pallet, item])
            for slug, pallet, item in (
                ("system", "System", "Number"),
                ("subnet", "SubtensorModule", "SubnetTAO"),
                ("balances", "Balances", "TotalIssuance"),
            )
        ],
    }
