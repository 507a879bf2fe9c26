"""A block's emission on the chain's state: the curve's answer, the item that keeps the last one, and the minting."""

from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance, saturating_add
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.issuance.emission import TOTAL_SUPPLY, block_emission_for_issuance
from subtensor_spec.chapters.issuance.tao_supply import mint_tao
from subtensor_spec.chapters.revisions.reservoirs import WAITING_ALPHA
from subtensor_spec.chapters.revisions.stored_emission import KEEP_EMISSION
from subtensor_spec.rules import SUBTENSOR, rule

_PATH = "pallets/subtensor/src/coinbase/block_emission.rs"


def get_alpha_issuance(state: State, netuid: NetUid) -> AlphaBalance:
    """Return all alpha of a subnet, in the pool's reserve and outside it, and what is issued and waits."""
    issued = saturating_add(SubnetAlphaIn.get(state, netuid), SubnetAlphaOut.get(state, netuid))
    return saturating_add(issued, WAITING_ALPHA.at(state)(state, netuid))


@rule("ISS-emission/stored-item", SUBTENSOR(_PATH, "get_block_emission_for_issuance"))
def get_block_emission_for_issuance(state: State, issuance: int) -> int:
    """The curve's emission at an issuance is kept in ``BlockEmission``, until ``r432`` where nothing keeps it any more.

    At the total supply and above the emission is nothing, and the item stays as it was. The item is shared by TAO and
    the alpha of all subnets, so it holds whatever was asked last. Amounts are rao.
    """
    emission = block_emission_for_issuance(issuance)
    if issuance < TOTAL_SUPPLY:
        KEEP_EMISSION.at(state)(state, emission)
    return emission


@rule("ISS-supply/block", SUBTENSOR(_PATH, "get_block_emission"), SUBTENSOR(_PATH, "calculate_block_emission"))
def get_block_emission(state: State) -> Credit:
    """A block mints the curve's emission at ``TotalIssuance``, as far as the cap of 21 million allows, as a credit.

    An emission of nothing mints nothing.
    """
    emission = TaoBalance(get_block_emission_for_issuance(state, TotalIssuance.get(state)))
    return mint_tao(state, emission) if emission else Credit(0)
