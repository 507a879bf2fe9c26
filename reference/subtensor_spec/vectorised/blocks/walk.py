"""The walk through the share maps that numbers the coldkeys on root (RC-index/walk)."""

from subtensor_spec.chain.items.staking import Alpha, AlphaMapLastKey, AlphaV2, AlphaV2MapLastKey
from subtensor_spec.chain.state import State
from subtensor_spec.chapters.root_claims.index import ALPHA_MAP_BATCH_SIZE, maybe_add_coldkey_index

_OF_ROOT = bytes(2)
"""How a raw key of a share map ends where the subnet is root."""


def populate_staking_maps(state: State) -> None:
    """Look at the next entries of both share maps."""
    for shares, last_key in ((Alpha, AlphaMapLastKey), (AlphaV2, AlphaV2MapLastKey)):
        begun = last_key.get(state)
        batch = state.next_raw_keys(begun or b"", shares.prefix, ALPHA_MAP_BATCH_SIZE)
        if begun is None and not batch:
            continue
        for raw_key in batch:
            if raw_key.endswith(_OF_ROOT):
                maybe_add_coldkey_index(state, shares.keys_in(raw_key)[1])
        last_key.put(state, batch[-1] if len(batch) == ALPHA_MAP_BATCH_SIZE else None)
