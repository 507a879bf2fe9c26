"""Each block claims for a few coldkeys, drawn by the hash of the block before."""

from contextlib import suppress

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.root_claims import NumRootClaim
from subtensor_spec.chain.items.staking import NumStakingColdkeys, StakingColdkeysByIndex
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import U64_MAX, Hash
from subtensor_spec.chapters.root_claims.claim import do_root_claim
from subtensor_spec.chapters.root_claims.source import in_claims
from subtensor_spec.rules import rule

_HASH_WORDS = 4


@rule("RC-auto/draw", in_claims("block_hash_to_indices"))
def block_hash_to_indices(block_hash: Hash, k: int, n: int) -> list[int]:
    """A block's hash draws ``k`` numbers below ``n``: steps from one to the next, in turn its four words of 64 bits.

    A word is eight bytes, the first the most significant. The walk starts at the first word and its first step is
    the same word again; each sum saturates at ``2**64 - 1`` and its remainder by ``n`` is the next number, zero if
    ``n`` is. A number drawn twice counts once; the result is in ascending order.
    """
    words = [int.from_bytes(block_hash[8 * i : 8 * i + 8], "big") for i in range(_HASH_WORDS)]
    number, drawn = words[0], set()
    for i in range(k):
        total = min(number + words[i % _HASH_WORDS], U64_MAX)
        number = total % n if n else 0
        drawn.add(number)
    return sorted(drawn)


@rule("RC-auto/block", in_claims("run_auto_claim_root_divs"))
def run_auto_claim_root_divs(state: State, last_block_hash: Hash) -> None:
    """A block claims everything for each coldkey whose number is drawn, ``NumRootClaim`` draws, in ascending order.

    A number without a coldkey is passed over; a claim that fails is undone and the next one goes on.
    """
    for number in block_hash_to_indices(last_block_hash, NumRootClaim.get(state), NumStakingColdkeys.get(state)):
        coldkey = StakingColdkeysByIndex.get(state, number)
        if coldkey is not None:
            with suppress(CallError):
                do_root_claim(state, coldkey, None)
