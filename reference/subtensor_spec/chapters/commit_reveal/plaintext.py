"""What a timelocked commit says once the beacon's signature of its round is known."""

from subtensor_spec.chain.scale import BYTES, U16, U64, Tuple, Vec
from subtensor_spec.chain.types import UID, AccountId, Uid
from subtensor_spec.errors import InvalidInput
from subtensor_spec.rules import SUBTENSOR, rule

REVEAL_COMMITS = "pallets/subtensor/src/coinbase/reveal_commits.rs"
"""Where production reveals timelocked commits."""

RevealedWeights = tuple[tuple[Uid, ...], tuple[int, ...], int]
"""Uids, values and version key."""

_WEIGHTS = (Vec(UID), Vec(U16), U64)
_PAYLOAD = Tuple(BYTES, *_WEIGHTS)
_LEGACY_PAYLOAD = Tuple(*_WEIGHTS)
_ACCOUNT_BYTES = 32

_NOT_A_CIPHERTEXT = b"!DESER"
_NOT_DECRYPTABLE = b"!DECRY"
_NOT_A_SIGNATURE = b"\xff"


def plaintext_of(commit: bytes, signature: bytes) -> bytes | None:
    """Return what a commit decrypts to with a round's signature, or nothing if it does not.

    Decryption is an input of this specification, not a part of it. On the chain the commit is a ciphertext of
    timelock encryption on BLS12-381 and the signature a compressed point, after ``0x`` if it begins so. In the observed
    chains, and here, a commit is its own plaintext; one that begins with ``!DESER`` is no ciphertext, one that begins
    with ``!DECRY`` does not open, and a signature that begins with the byte 255 is no point. Whoever checks real
    ciphertexts replaces this function.
    """
    if commit.startswith((_NOT_A_CIPHERTEXT, _NOT_DECRYPTABLE)):
        return None
    if signature.removeprefix(b"0x").startswith(_NOT_A_SIGNATURE):
        return None
    return commit


@rule("CR-payload/decode", SUBTENSOR(REVEAL_COMMITS, "reveal_crv3_commits_for_subnet"))
def weights_in(plaintext: bytes, hotkey: AccountId) -> RevealedWeights | None:
    """A plaintext is the SCALE of hotkey bytes, uids, values and version key, or, as before, of the last three alone.

    The newer form counts if the bytes can be read so; what follows them is not looked at. Its hotkey must be the
    committer's: the first 32 bytes are compared, and another hotkey means no weights. If the newer form cannot be read,
    or has fewer than 32 bytes for the hotkey, the older form is read; if that fails too there are no weights.
    """
    try:
        (written, *weights), _end = _PAYLOAD.read(plaintext, 0)
    except InvalidInput:
        return _legacy_weights_in(plaintext)
    if len(written) < _ACCOUNT_BYTES:
        return _legacy_weights_in(plaintext)
    return tuple(weights) if written[:_ACCOUNT_BYTES] == hotkey else None


def _legacy_weights_in(plaintext: bytes) -> RevealedWeights | None:
    try:
        (uids, values, version_key), _end = _LEGACY_PAYLOAD.read(plaintext, 0)
    except InvalidInput:
        return None
    return uids, values, version_key
