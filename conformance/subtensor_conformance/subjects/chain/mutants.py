"""Mutants of storage: mistakes in bytes and keys."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "twox-big-endian",
        "ST-key/twox",
        '.to_bytes(8, "little")',
        '.to_bytes(8, "big")',
        "Hashes written as their hex is printed.",
    ),
    Mutant("twox-one-seed", "ST-key/twox", "(data, seed)", "(data, 0)", "The same seed for every eight bytes."),
    Mutant(
        "prefix-one-hash",
        "ST-key/prefix",
        "twox(pallet.encode(), 128) + twox(name.encode(), 128)",
        "twox((pallet + name).encode(), 256)",
        "One hash over both names.",
    ),
    Mutant(
        "hashed-key-alone", "ST-key/hashers", "self.digest(key) + key", "self.digest(key) or key", "No key behind it."
    ),
    Mutant("key-before-hash", "ST-key/hashers", "self.digest(key) + key", "key + self.digest(key)", "The key first."),
    Mutant(
        "map-by-number",
        "ST-map/order",
        "[self.keys_in(raw) for raw in state.raw_keys(self.raw_key(first), self.prefix)]",
        "sorted(self.keys_in(raw) for raw in state.raw_keys(self.raw_key(first), self.prefix))",
        "A map gone through in order of keys.",
    ),
    Mutant(
        "digest-keys-alone",
        "ST-digest/sha-256",
        "digest.update(raw)",
        "digest.update(b'')",
        "Values left out of the digest.",
    ),
    Mutant(
        "digest-unordered",
        "ST-digest/sha-256",
        "in self.storage().items()",
        "in ((key, entry.raw) for key, entry in self.entries.items())",
        "Entries in the order in which they came.",
    ),
    Mutant(
        "integer-big-endian",
        "ST-scale/integer",
        'to_bytes(self.size, "little"',
        'to_bytes(self.size, "big"',
        "Numbers with the most significant byte first.",
    ),
    Mutant(
        "truth-upside-down",
        "ST-scale/bool",
        'b"\\x01" if value else b"\\x00"',
        'b"\\x00" if value else b"\\x01"',
        "One for false.",
    ),
    Mutant("compact-mode-high", "ST-scale/compact", "value << 2 | mode", "value | mode << 6", "The mode on top."),
    Mutant(
        "compact-too-long",
        "ST-scale/compact",
        "value < 1 << (8 * size - 2)",
        "value < 1 << (8 * size - 3)",
        "A form that is longer than needed.",
    ),
    Mutant(
        "compact-length-whole",
        "ST-scale/compact",
        "(length - 4) << 2",
        "length << 2",
        "The length of a large one whole.",
    ),
    Mutant(
        "option-without-a-byte",
        "ST-scale/option",
        'b"\\x01" + self.inner.encode(value)',
        "self.inner.encode(value)",
        "A value as if it could not be nothing.",
    ),
    Mutant(
        "sequence-of-four-bytes",
        "ST-scale/sequence",
        "LENGTH.encode(len(value))",
        'len(value).to_bytes(4, "little")',
        "A length of four bytes.",
    ),
    Mutant(
        "product-backwards",
        "ST-scale/product",
        "zip(self.inner, value, strict=True))",
        "list(zip(self.inner, value, strict=True))[::-1])",
        "The last member first.",
    ),
    Mutant(
        "enum-without-fields", "ST-scale/enum", " + self.variants[index].encode(value)", "", "A variant's index alone."
    ),
    Mutant(
        "enum-of-four-bytes",
        "ST-scale/enum",
        "bytes([index])",
        'index.to_bytes(4, "little")',
        "An index of four bytes.",
    ),
    Mutant(
        "map-as-it-comes",
        "ST-scale/map",
        "tuple(sorted(value.items(), key=lambda pair: cast(Any, pair[0])))",
        "tuple(value.items())[::-1]",
        "A map in another order than that of its keys.",
    ),
    Mutant(
        "raw-key-without-prefix",
        "ST-key/raw",
        "raw = self.prefix + ",
        "raw = self.prefix[:16] + ",
        "The item's own hash left out.",
    ),
    Mutant(
        "layer-keeps-what-it-wrote",
        "ST-layer/all-or-nothing",
        "self.undo(mark)",
        "pass",
        "A refused call that leaves behind what it wrote before.",
    ),
]
