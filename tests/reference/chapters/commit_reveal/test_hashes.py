"""The hash of a commit, from bytes written out by hand."""

from hashlib import blake2b

from hypothesis import given
from hypothesis import strategies as st

from subtensor_spec.chain.types import AccountId, Hash, NetUidStorageIndex, Uid
from subtensor_spec.chapters.commit_reveal.hashes import blake_two_256, get_commit_hash

WHO = AccountId(bytes(range(32)))
ROW = st.lists(st.integers(0, 65535), max_size=3).map(tuple)


def test_the_bytes_that_are_hashed() -> None:
    """Hotkey, index 4097, uids 2 and 1, values 3 and 65535, a salt of one word, version key 5."""
    written = WHO + bytes.fromhex("0110 08 0200 0100 08 0300 ffff 04 1234 0500000000000000")
    hashed = get_commit_hash(WHO, NetUidStorageIndex(4097), (Uid(2), Uid(1)), (3, 65535), (0x3412,), 5)
    assert hashed == blake_two_256(written) == Hash(blake2b(written, digest_size=32).digest())


def test_the_hash_is_that_of_rfc_7693_at_32_bytes() -> None:
    assert blake_two_256(b"").hex() == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"


@given(ROW, ROW, ROW)
def test_where_uids_end_and_values_begin_matters(
    uids: tuple[Uid, ...], values: tuple[int, ...], salt: tuple[int, ...]
) -> None:
    hashes = {
        get_commit_hash(WHO, NetUidStorageIndex(1), *parts, 0) for parts in ((uids, values, salt), (uids, salt, values))
    }
    assert len(hashes) == (1 if values == salt else 2)
