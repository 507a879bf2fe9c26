"""Going through the shares of a hotkey, or of a pair of keys, in both kinds of share map."""

from typing import Any

from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items.staking import Alpha, AlphaV2
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.rules import SUBTENSOR, rule

_HELPERS = "pallets/subtensor/src/staking/helpers.rs"


@rule("STK-shares/of-hotkey", SUBTENSOR(_HELPERS, "alpha_iter_single_prefix"))
def alpha_iter_single_prefix(state: State, hotkey: AccountId) -> list[tuple[AccountId, NetUid, SafeFloat]]:
    """A hotkey's shares come in ascending order of coldkey and netuid; a newer share stands for an older one."""
    stored = Alpha.prefix_items(state, hotkey)
    older = ((coldkey, netuid, SafeFloat.from_u64f64(share)) for coldkey, netuid, share in stored)
    return [(*key, share) for key, share in _merged(older, AlphaV2.prefix_items(state, hotkey))]


def _merged(*maps: Any) -> list[tuple[Any, SafeFloat]]:
    shares = {entry[:-1]: entry[-1] for entries in maps for entry in entries}
    return sorted(shares.items())
