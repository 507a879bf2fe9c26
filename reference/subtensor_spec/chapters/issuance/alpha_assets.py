"""The counters of each subnet's alpha: how much there is, was burned, was recycled. Amounts are rao of alpha, u64.

The pools and the stake are counted elsewhere (``SubnetAlphaIn``, ``SubnetAlphaOut``); the counters follow what is
minted and recycled through them, and no more.
"""

from dataclasses import dataclass

from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut
from subtensor_spec.chain.items.swap import AlphaBurned, AlphaRecycled, TotalAlphaIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, saturating_add, saturating_sub
from subtensor_spec.rules import SUBTENSOR, rule

_ASSETS = "pallets/alpha-assets/src/lib.rs"
_ALPHA = "pallets/subtensor/src/coinbase/alpha.rs"


@dataclass(frozen=True, slots=True)
class PositiveAlphaImbalance:
    """Alpha of a subnet that is counted as issued and is nowhere yet."""

    netuid: NetUid
    amount: AlphaBalance


@rule("ISS-alpha/mint", SUBTENSOR(_ALPHA, "mint_alpha"), SUBTENSOR(_ASSETS, "mint_alpha"))
def mint_alpha(state: State, netuid: NetUid, amount: AlphaBalance) -> PositiveAlphaImbalance:
    """Minted alpha is added to the subnet's issuance (saturating) and must then be resolved into a place."""
    if amount:
        TotalAlphaIssuance.put(state, netuid, saturating_add(TotalAlphaIssuance.get(state, netuid), amount))
    return PositiveAlphaImbalance(netuid, amount)


@rule("ISS-alpha/resolve-out", SUBTENSOR(_ALPHA, "resolve_to_alpha_out"))
def resolve_to_alpha_out(state: State, imbalance: PositiveAlphaImbalance) -> None:
    """Minted alpha may go to what is outstanding: ``SubnetAlphaOut`` grows by it, saturating; by nothing, no write."""
    netuid, amount = imbalance.netuid, imbalance.amount
    if amount:
        SubnetAlphaOut.put(state, netuid, saturating_add(SubnetAlphaOut.get(state, netuid), amount))


@rule("ISS-alpha/resolve-in", SUBTENSOR(_ALPHA, "resolve_to_alpha_in"))
def resolve_to_alpha_in(state: State, imbalance: PositiveAlphaImbalance) -> None:
    """Minted alpha may go to the pool: ``SubnetAlphaIn`` grows by it, saturating; by nothing, no write."""
    netuid, amount = imbalance.netuid, imbalance.amount
    if amount:
        SubnetAlphaIn.put(state, netuid, saturating_add(SubnetAlphaIn.get(state, netuid), amount))


@rule("ISS-alpha/recycle", SUBTENSOR(_ALPHA, "recycle_subnet_alpha"), SUBTENSOR(_ASSETS, "recycle_alpha"))
def recycle_subnet_alpha(state: State, netuid: NetUid, amount: AlphaBalance) -> None:
    """Recycled alpha leaves what is outstanding and the issuance, down to zero, and is counted as recycled."""
    if not amount:
        return
    SubnetAlphaOut.put(state, netuid, saturating_sub(SubnetAlphaOut.get(state, netuid), amount))
    AlphaRecycled.put(state, netuid, saturating_add(AlphaRecycled.get(state, netuid), amount))
    TotalAlphaIssuance.put(state, netuid, saturating_sub(TotalAlphaIssuance.get(state, netuid), amount))


@rule("ISS-alpha/burn", SUBTENSOR(_ALPHA, "burn_subnet_alpha"), SUBTENSOR(_ASSETS, "burn_alpha"))
def burn_subnet_alpha(state: State, netuid: NetUid, amount: AlphaBalance) -> None:
    """Burned alpha is counted as burned; it stays outstanding and issued."""
    if amount:
        AlphaBurned.put(state, netuid, saturating_add(AlphaBurned.get(state, netuid), amount))
