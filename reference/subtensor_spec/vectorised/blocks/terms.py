"""What each subnet is given in a block: TAO and alpha for its pool, alpha for all, TAO that buys (EMI-terms)."""

from dataclasses import dataclass

from subtensor_spec.chain.items.stake_weight import TaoWeight
from subtensor_spec.chain.types import ROOT, U64_MAX, U128_MAX
from subtensor_spec.chapters.issuance.emission import TOTAL_SUPPLY
from subtensor_spec.vectorised.blocks.curve import price_at
from subtensor_spec.vectorised.blocks.limits import emission_at, proportion_of_64_bits
from subtensor_spec.vectorised.blocks.network import Network


@dataclass(frozen=True, slots=True)
class Terms:
    """A subnet's terms in whole rao."""

    at: int
    tao_in: int
    alpha_in: int
    alpha_out: int
    excess_tao: int


def weighted_root_tao(network: Network) -> int:
    """Return root's TAO times the TAO weight, as a U96F32."""
    tao = network.columns.tao.values[network.at[ROOT]] if ROOT in network.at else 0
    return tao * proportion_of_64_bits(TaoWeight.get(network.state))


def root_proportion(root: int, issuance: int) -> int:
    """Return root's proportion beside an alpha issuance, as a U96F32 (EMI-root/proportion)."""
    total = root + (issuance << 32)
    return (root << 32) // total if total else 0


def terms_of_block(network: Network, subnets: list[int], emissions: list[int], root: int) -> list[Terms]:
    """Return the terms of the subnets in their order (EMI-terms/block, EMI-terms/subnet).

    ``BlockEmission`` keeps what was asked last, in order of netuid.
    """
    netuids = network.netuids
    alpha_in, alpha_out = network.columns.alpha_in.values, network.columns.alpha_out.values
    terms = []
    asked = []
    for at, tao in zip(subnets, emissions, strict=True):
        issuance = min(alpha_in[at] + alpha_out[at], U64_MAX)
        emission = emission_at(issuance)
        if issuance < TOTAL_SUPPLY:
            asked.append((netuids[at], emission))
        terms.append(_terms(at, tao, price_at(network, at) >> 32, emission, root_proportion(root, issuance)))
    if any(emission != network.totals.block_emission for _netuid, emission in asked):
        for _netuid, emission in sorted(asked):
            network.totals.note_emission(emission)
    return terms


def _terms(at: int, tao: int, price: int, emission: int, of_root: int) -> Terms:
    cap = of_root * emission
    tao_in, alpha = tao, (tao << 32) // price if price else 0
    if alpha > U128_MAX:
        alpha = 0
    if alpha > cap:
        tao_in, alpha = min(cap * price >> 32, U128_MAX), cap
    excess = max(tao - tao_in, 0)
    return Terms(at, _rao(tao_in), _rao(alpha), emission, _rao(excess))


def _rao(bits: int) -> int:
    return min(bits >> 32, U64_MAX)
