"""What minting, recycling and burning do to the supply of TAO.

Two records of it exist: the pallet's own ``TotalIssuance``, which the emission curve reads, and the issuance that the
balances add up to, which the cap reads. Recycling lowers both, so that the same TAO is emitted again later; burning
moves TAO out of reach and lowers neither.
"""

from dataclasses import dataclass

from subtensor_spec.arithmetic import U64
from subtensor_spec.chapters.issuance.emission import TOTAL_SUPPLY, block_emission_for_issuance
from subtensor_spec.rules import SUBTENSOR, rule

EXISTENTIAL_DEPOSIT = 500
"""Rao that an account must hold to exist; a smaller remainder is dust and ceases to exist."""

_PATH = "pallets/subtensor/src/coinbase/tao.rs"


@dataclass(frozen=True, slots=True)
class TaoSupply:
    """The two records of all TAO, in rao (u64)."""

    total_issuance: int
    """``SubtensorModule.TotalIssuance``: what the emission curve depends on."""
    balances_issuance: int
    """``Balances.TotalIssuance``: what the cap depends on."""

    def raised(self, amount: int) -> "TaoSupply":
        """Return both records raised by ``amount``, each at most the greatest u64."""
        return self._moved(amount)

    def lowered(self, amount: int) -> "TaoSupply":
        """Return both records lowered by ``amount``, each at least zero."""
        return self._moved(-amount)

    def _moved(self, amount: int) -> "TaoSupply":
        return TaoSupply(U64.saturated(self.total_issuance + amount), U64.saturated(self.balances_issuance + amount))


@rule("ISS-supply/mint", SUBTENSOR(_PATH, "mint_tao"))
def mint_tao(supply: TaoSupply, amount: int) -> tuple[TaoSupply, int]:
    """TAO is minted up to 21 million in balances and never beyond; what was minted is returned with the new supply."""
    minted = min(amount, max(TOTAL_SUPPLY - supply.balances_issuance, 0))
    return supply.raised(minted), minted


@rule("ISS-supply/block", SUBTENSOR("pallets/subtensor/src/coinbase/block_emission.rs", "get_block_emission"))
def mint_block_emission(supply: TaoSupply) -> tuple[TaoSupply, int]:
    """A block mints the curve's emission at the pallet's total issuance, within the cap."""
    return mint_tao(supply, block_emission_for_issuance(supply.total_issuance))


@rule("ISS-supply/recycle", SUBTENSOR(_PATH, "recycle_tao"))
def recycle_tao(supply: TaoSupply, spendable: int, amount: int) -> TaoSupply | None:
    """Recycled TAO leaves the supply, so a halving comes later, and one that has happened can be undone.

    ``spendable`` is what the account can give and still exist. Nothing happens, and the error is
    ``SubtensorModule.InsufficientBalance``, if that is less than ``amount``.
    """
    return supply.lowered(amount) if amount <= spendable else None


@rule("ISS-supply/recycle-credit", SUBTENSOR(_PATH, "recycle_credit"))
def recycle_credit(supply: TaoSupply, unspent: int) -> TaoSupply:
    """What a block minted and did not hand out leaves the supply again."""
    return supply.lowered(unspent)


@rule("ISS-supply/burn", SUBTENSOR(_PATH, "burn_tao"), SUBTENSOR(_PATH, "transfer_allow_death_update_ti"))
def burn_tao(supply: TaoSupply, balance: int, amount: int) -> TaoSupply | None:
    """Burnt TAO is moved to an account without a key and stays in the supply, so no halving moves.

    ``balance`` is what the account can give at all. Nothing happens, and the error is
    ``SubtensorModule.InsufficientBalance``, if that is less than ``amount``. A remainder below the existential
    deposit is dust: it ceases to exist, and that does lower the supply.
    """
    if amount > balance:
        return None
    remainder = balance - amount
    return supply.lowered(remainder) if remainder < EXISTENTIAL_DEPOSIT else supply
