"""Who has shares of a hotkey's pools, by both maps of shares together."""

from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items.staking import Alpha, AlphaV2
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.rules import SUBTENSOR, rule

_HELPERS = "pallets/subtensor/src/staking/helpers.rs"


@rule("STK-shares/of-hotkey", SUBTENSOR(_HELPERS, "alpha_iter_single_prefix"))
def alpha_iter_single_prefix(state: State, hotkey: AccountId) -> list[tuple[AccountId, NetUid, SafeFloat]]:
    """The shares of a hotkey's pools are those of the older map and of the newer one, in order of coldkey and netuid.

    Where both have an entry the newer counts here, unlike where a share is read by itself.
    """
    shares = {
        (coldkey, netuid): SafeFloat.from_u64f64(share) for coldkey, netuid, share in Alpha.prefix_items(state, hotkey)
    }
    shares.update({(coldkey, netuid): share for coldkey, netuid, share in AlphaV2.prefix_items(state, hotkey)})
    return [(coldkey, netuid, shares[coldkey, netuid]) for coldkey, netuid in sorted(shares)]
