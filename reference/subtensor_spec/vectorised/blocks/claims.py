"""Root claims of a block for the coldkeys that are drawn (RC-auto)."""

from contextlib import suppress

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.items.root_claims import NumRootClaim
from subtensor_spec.chain.items.staking import NumStakingColdkeys, StakingColdkeysByIndex, StakingHotkeys
from subtensor_spec.chain.types import Hash
from subtensor_spec.chapters.root_claims.auto_claim import block_hash_to_indices
from subtensor_spec.chapters.root_claims.claim import do_root_claim
from subtensor_spec.vectorised.blocks.network import Network


def run_auto_claim(network: Network, last_block_hash: Hash) -> None:
    """Claim everything for each coldkey whose number is drawn (RC-auto/block).

    A claim with hotkeys that have no rate but zero pays nothing and stores nothing.
    """
    state = network.state
    for number in block_hash_to_indices(last_block_hash, NumRootClaim.get(state), NumStakingColdkeys.get(state)):
        coldkey = StakingColdkeysByIndex.get(state, number)
        if coldkey is None or network.rates.earning.isdisjoint(StakingHotkeys.get(state, coldkey)):
            continue
        with network.exactly(), suppress(CallError):
            do_root_claim(state, coldkey, None)
