"""Which subnets are given emission, and each one's share of the block's TAO (chapter on emission, EMI-shares)."""

from subtensor_spec.chain.types import ROOT, U128_MAX
from subtensor_spec.vectorised.blocks.limits import U64F64_ONE, as_u64f64, saturated_bits
from subtensor_spec.vectorised.blocks.network import Network

_STABLE = 0


def emitting_subnets(network: Network) -> list[int]:
    """Return the places of the subnets that are given emission (EMI-eligible/subnets)."""
    columns = network.columns
    switches = zip(
        network.netuids,
        columns.first_emission.values,
        columns.subtoken_enabled.values,
        columns.registration_allowed.values,
        strict=True,
    )
    return [
        at
        for at, (netuid, first, enabled, allowed) in enumerate(switches)
        if netuid != ROOT and first >= 0 and enabled and allowed
    ]


def moving_prices(network: Network, subnets: list[int]) -> list[int]:
    """Return the price averages as U64F64 (EMI-price/average)."""
    mechanism, stored = network.columns.mechanism.values, network.columns.moving_price.values
    return [U64F64_ONE if mechanism[at] == _STABLE else as_u64f64(stored[at]) for at in subnets]


def pays_root(prices: list[int]) -> bool:
    """Return whether price averages sum to more than one, wrapping (EMI-root/sell-flag)."""
    return sum(prices) & U128_MAX > U64F64_ONE


def tao_of_subnets(network: Network, subnets: list[int], prices: list[int], block_emission: int) -> list[int]:
    """Return each subnet's part of the block's TAO as a U96F32 (EMI-shares/block-emission).

    Sums of numbers that are not negative saturate as a whole as they do one by one.
    """
    shares = _enabled(network, subnets, _weighted(network, subnets, prices))
    emission = block_emission << 64
    return [saturated_bits(emission * share >> 64) >> 32 for share in shares]


def _weighted(network: Network, subnets: list[int], prices: list[int]) -> list[int]:
    burned = network.columns.miner_burned.values
    by_price = _parts(prices)
    weighted = [
        share * (U64F64_ONE - min(burned[at] << 32, U64F64_ONE)) >> 64
        for at, share in zip(subnets, by_price, strict=True)
    ]
    return _parts(weighted) if any(weighted) else by_price


def _enabled(network: Network, subnets: list[int], shares: list[int]) -> list[int]:
    enabled = network.columns.emission_enabled.values
    if all(enabled[at] for at in subnets):
        return shares
    return _parts([share if enabled[at] else 0 for at, share in zip(subnets, shares, strict=True)])


def _parts(values: list[int]) -> list[int]:
    """Return each value over the sum of all, as U64F64; a quotient that does not fit is zero."""
    total = saturated_bits(sum(values))
    if not total:
        return [0] * len(values)
    quotients = [(value << 64) // total for value in values]
    return [quotient if quotient <= U128_MAX else 0 for quotient in quotients]
