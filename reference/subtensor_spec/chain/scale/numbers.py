"""Numbers, truth values, and nothing."""

from subtensor_spec.chain.scale.codec import Codec, piece
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import PARITY_SCALE_CODEC, rule


class Integer(Codec[int]):
    """An integer of fixed width, little-endian, two's complement if signed."""

    def __init__(self, name: str, width: int, signed: bool, letter: str | None) -> None:
        self.name, self.width, self.signed, self.layout = name, width, signed, letter
        self.size = width // 8
        self.minimum = -(1 << (width - 1)) if signed else 0
        self.maximum = (1 << (width - signed)) - 1

    @rule("ST-scale/integer", PARITY_SCALE_CODEC("src/codec.rs", "impl_endians"))
    def encode(self, value: int) -> bytes:
        """An integer is as many bytes as its type is wide, the least significant first, two's complement if signed."""
        try:
            return value.to_bytes(self.size, "little", signed=self.signed)
        except OverflowError:
            raise InvalidInput("", f"{value} is outside the range of {self.name}") from None

    def read(self, data: bytes, at: int) -> tuple[int, int]:
        """Read ``size`` bytes."""
        end = at + self.size
        return int.from_bytes(piece(data, at, self.size, self.name), "little", signed=self.signed), end


U8 = Integer("u8", 8, False, "B")
U16 = Integer("u16", 16, False, "H")
U32 = Integer("u32", 32, False, "I")
U64 = Integer("u64", 64, False, "Q")
U128 = Integer("u128", 128, False, None)
I16 = Integer("i16", 16, True, "h")
I32 = Integer("i32", 32, True, "i")
I64 = Integer("i64", 64, True, "q")
I128 = Integer("i128", 128, True, None)


class Compact(Codec[int]):
    """An unsigned integer in as few bytes as it needs: the two low bits of the first say how many."""

    def __init__(self, inner: Integer) -> None:
        self.inner = inner
        self.name = f"Compact<{inner.name}>"

    @rule("ST-scale/compact", PARITY_SCALE_CODEC("src/compact.rs", "encode_to"))
    def encode(self, value: int) -> bytes:
        """A number below 2⁶ takes one byte, below 2¹⁴ two, below 2³⁰ four, each shifted left by two with mode 0, 1, 2.

        A greater one takes a byte that holds its length in bytes less four, shifted left by two, with mode 3, and then
        its bytes, as few as hold it.
        """
        if not 0 <= value <= self.inner.maximum:
            raise InvalidInput("", f"{value} is outside the range of {self.inner.name}")
        for mode, size in ((0, 1), (1, 2), (2, 4)):
            if value < 1 << (8 * size - 2):
                return (value << 2 | mode).to_bytes(size, "little")
        length = (value.bit_length() + 7) // 8
        return bytes([(length - 4) << 2 | 3]) + value.to_bytes(length, "little")

    def read(self, data: bytes, at: int) -> tuple[int, int]:
        """Read a number; a longer form than it needs is refused, as production refuses it."""
        first = piece(data, at, 1, self.name)[0]
        if first & 3 == 3:
            start, end = at + 1, at + 5 + (first >> 2)
            value = int.from_bytes(piece(data, start, end - start, self.name), "little")
        else:
            end = at + (1, 2, 4)[first & 3]
            value = int.from_bytes(piece(data, at, end - at, self.name), "little") >> 2
        if self.encode(value) != data[at:end]:
            raise InvalidInput("", f"{self.name} {value} is not in its shortest form")
        return value, end


LENGTH = Compact(U32)
"""How a sequence states its length."""


class Bool(Codec[bool]):
    """One byte, 0 or 1."""

    name = "bool"

    @rule("ST-scale/bool", PARITY_SCALE_CODEC("src/codec.rs", "bool"))
    def encode(self, value: bool) -> bytes:
        """A truth value is one byte, 1 for true and 0 for false; any other byte is refused."""
        return b"\x01" if value else b"\x00"

    def read(self, data: bytes, at: int) -> tuple[bool, int]:
        """Read one byte."""
        byte = piece(data, at, 1, self.name)[0]
        if byte > 1:
            raise InvalidInput("", f"byte {byte} is no bool")
        return byte == 1, at + 1


BOOL = Bool()


class Unit(Codec[None]):
    """No bytes at all: an entry that only is there or not."""

    name = "()"

    def encode(self, value: None) -> bytes:
        """Return no bytes."""
        return b""

    def read(self, data: bytes, at: int) -> tuple[None, int]:
        """Read nothing."""
        return None, at


UNIT = Unit()
