"""What minting, recycling and burning do to the supply of one subnet's alpha.

Alpha is counted twice: in the pool's reserve and outside it, whose sum the emission curve reads, and by a counter of
its own. Recycling lowers what is outside and the counter; burning is only noted.
"""

from dataclasses import dataclass, replace

from subtensor_spec.arithmetic import U64
from subtensor_spec.chapters.issuance.emission import alpha_issuance, block_emission_for_issuance
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/coinbase/alpha.rs"
_ASSETS = "pallets/alpha-assets/src/lib.rs"


@dataclass(frozen=True, slots=True)
class AlphaSupply:
    """The records of one subnet's alpha, in rao (u64)."""

    alpha_in: int = 0
    """``SubnetAlphaIn``: in the pool's reserve."""
    alpha_out: int = 0
    """``SubnetAlphaOut``: outside it."""
    total_issuance: int = 0
    """``AlphaAssets.TotalAlphaIssuance``: minted less recycled."""
    burned: int = 0
    """``AlphaAssets.AlphaBurned``: burnt so far."""
    recycled: int = 0
    """``AlphaAssets.AlphaRecycled``: recycled so far."""

    @property
    def block_emission(self) -> int:
        """The emission of a block at this supply, in rao."""
        return block_emission_for_issuance(alpha_issuance(self.alpha_in, self.alpha_out))


@rule("ISS-alpha/mint", SUBTENSOR(_PATH, "mint_alpha"), SUBTENSOR(_ASSETS, "mint_alpha"))
def mint_alpha(supply: AlphaSupply, amount: int) -> AlphaSupply:
    """Minting raises the counter alone; the alpha is in neither place until it is resolved. There is no cap here."""
    return replace(supply, total_issuance=U64.saturated(supply.total_issuance + amount))


@rule("ISS-alpha/resolve-in", SUBTENSOR(_PATH, "resolve_to_alpha_in"))
def resolve_to_alpha_in(supply: AlphaSupply, amount: int) -> AlphaSupply:
    """Minted alpha goes into the pool's reserve."""
    return replace(supply, alpha_in=U64.saturated(supply.alpha_in + amount))


@rule("ISS-alpha/resolve-out", SUBTENSOR(_PATH, "resolve_to_alpha_out"))
def resolve_to_alpha_out(supply: AlphaSupply, amount: int) -> AlphaSupply:
    """Minted alpha goes to its owners, outside the pool."""
    return replace(supply, alpha_out=U64.saturated(supply.alpha_out + amount))


@rule("ISS-alpha/recycle", SUBTENSOR(_PATH, "recycle_subnet_alpha"), SUBTENSOR(_ASSETS, "recycle_alpha"))
def recycle_alpha(supply: AlphaSupply, amount: int) -> AlphaSupply:
    """Recycled alpha leaves what is outside the pool and the counter, so the subnet's next halving comes later."""
    return replace(
        supply,
        alpha_out=U64.saturated(supply.alpha_out - amount),
        total_issuance=U64.saturated(supply.total_issuance - amount),
        recycled=U64.saturated(supply.recycled + amount),
    )


@rule("ISS-alpha/burn", SUBTENSOR(_PATH, "burn_subnet_alpha"), SUBTENSOR(_ASSETS, "burn_alpha"))
def burn_alpha(supply: AlphaSupply, amount: int) -> AlphaSupply:
    """Burnt alpha is only noted as such: it still counts as issued, so no halving moves."""
    return replace(supply, burned=U64.saturated(supply.burned + amount))
