"""How a map's key becomes part of a raw storage key."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

import xxhash

from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import POLKADOT_SDK, rule

_HASHING = "substrate/frame/support/src/hash.rs"


@rule("ST-key/twox", POLKADOT_SDK("substrate/primitives/crypto/hashing/src/lib.rs", "twox_128"))
def twox(data: bytes, width: int) -> bytes:
    """Twox of 64·n bits is xxHash64 of the data with the seeds 0 to n − 1, each as eight little-endian bytes."""
    return b"".join(xxhash.xxh64_intdigest(data, seed).to_bytes(8, "little") for seed in range(width // 64))


@dataclass(frozen=True)
class Hasher:
    """A storage hasher: how many bytes of hash stand before the key's own bytes, and how they are made."""

    name: str
    length: int
    digest: Callable[[bytes], bytes]

    @rule("ST-key/hashers", POLKADOT_SDK(_HASHING, "hash"))
    def hash(self, key: bytes) -> bytes:
        """A hashed key is its hash and then the key itself: BLAKE2b of 128 bits, twox of 64 bits, or no hash at all."""
        return self.digest(key) + key

    def check(self, part: bytes, key: bytes) -> None:
        """Refuse a part of a raw key whose hash is not that of the ``key`` behind it."""
        if part[: self.length] != self.digest(key):
            raise InvalidInput("", f"the hash before 0x{key.hex()} is not its {self.name}")


def _blake2_128(key: bytes) -> bytes:
    return blake2b(key, digest_size=16).digest()


def _twox_64(key: bytes) -> bytes:
    return twox(key, 64)


def _nothing(_key: bytes) -> bytes:
    return b""


IDENTITY = Hasher("Identity", 0, _nothing)
BLAKE2_128_CONCAT = Hasher("Blake2_128Concat", 16, _blake2_128)
TWOX_64_CONCAT = Hasher("Twox64Concat", 8, _twox_64)
