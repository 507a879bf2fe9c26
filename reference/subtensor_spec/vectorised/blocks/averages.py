"""What follows the coinbase: price averages and root's proportions (EMI-price, EMI-root)."""

from subtensor_spec.chain.items.emission import SubnetMovingAlpha
from subtensor_spec.chain.types import U64_MAX, U128_MAX
from subtensor_spec.vectorised.blocks.curve import price_at
from subtensor_spec.vectorised.blocks.limits import U64F64_ONE, as_u64f64, saturated_bits
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.shares import moving_prices
from subtensor_spec.vectorised.blocks.terms import root_proportion, weighted_root_tao


def update_moving_prices(network: Network, subnets: list[int]) -> None:
    """Each price average takes in the pool's price (EMI-price/block, EMI-price/update)."""
    columns, block = network.columns, network.block
    first, halving, average = (
        columns.first_emission.values,
        columns.halving_blocks.values,
        columns.moving_price.values,
    )
    base = as_u64f64(SubnetMovingAlpha.get(network.state).bits)
    for at, so_far in zip(subnets, moving_prices(network, subnets), strict=True):
        age = max(block - max(first[at] - 1, 0), 0) << 64
        total = saturated_bits(age + (halving[at] << 64))
        weight = saturated_bits(base * ((age << 64) // total) >> 64) if total else 0
        newest = weight * min(price_at(network, at), U64F64_ONE) >> 64
        kept = max(U64F64_ONE - weight, 0) * so_far >> 64
        average[at] = min(newest + kept, U128_MAX) >> 32


def update_root_prop(network: Network, subnets: list[int]) -> None:
    """Root's proportion beside each subnet is recorded (EMI-root/record)."""
    columns = network.columns
    alpha_in, alpha_out, recorded = columns.alpha_in.values, columns.alpha_out.values, columns.root_prop.values
    root = weighted_root_tao(network)
    for at in subnets:
        recorded[at] = root_proportion(root, min(alpha_in[at] + alpha_out[at], U64_MAX))
