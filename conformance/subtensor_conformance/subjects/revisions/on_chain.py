"""What blocks of the main network answer: read from the files beside, by published function.

A row holds only what storage or a runtime API says, but for the price in a price average's state, which is that of the
stored reserves and weights. Subnets that a call touched after the block's step are left out.
"""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.authoring.on_chain import ChainRows, Rows
from subtensor_conformance.subjects.revisions.real import chain
from subtensor_conformance.subjects.revisions.real.chain import after_block, before_block, lone_block


def _given(slug: str, provenance: str, why: str, catches: str, rows: Callable[[], Rows]) -> list[ChainRows]:
    return [ChainRows(slug, provenance, why, catches, rows)]


def _pair() -> str:
    return f"{before_block()} and {after_block()}."


def rows() -> dict[str, list[Any]]:
    """Return the rows by published name."""
    return {
        "emission.block_emission_for_issuance": _given(
            "main-network", f"{_pair()} {lone_block()}.",
            "What a block emits, as a runtime API of the main network answered it, and the alpha of subnets.",
            "A curve that has halved once too often, or not yet.", chain.emissions,
        ),
        "coinbase.root_proportion": _given(
            "main-network", f"{after_block()}.", "Root's proportion in each subnet, as the block stored it.",
            "A proportion of the reserves before the block, or rounded otherwise.", chain.root_proportions,
        ),
        "coinbase.update_moving_price": _given(
            "main-network", _pair(), "The price average of each subnet before and after a block.",
            "An average that is rounded to nearest, or takes in the price from before the block.", chain.averages,
        ),
        "balancer.update_weights_for_added_liquidity": _given(
            "main-network", _pair(), "The weights of each pool after a block's purchase and liquidity.",
            "Weights worked out before the chain's purchase.", chain.weights,
        ),
        "swap.buy": _given(
            "main-network", _pair(), "The chain's own purchases in a block, and one by a registration, with its fee.",
            "A purchase that pays a fee, or buys from reserves that hold the block's liquidity already.",
            chain.purchases,
        ),
        "later.rank_bar": _given(
            "main-network", _pair(), "The shares of 127 subnets, and the bar that the block set at rank 32.",
            "A bar at the rank before or behind, or of the enabled subnets only.", chain.bars,
        ),
        "subnets.network_to_prune": _given(
            "main-network", f"{lone_block()}.", "The subnet that the chain would prune, as its runtime API answered.",
            "Immune subnets counted in, or the latest of equal averages.", chain.prune,
        ),
        "subnets.network_lock_cost": _given(
            "main-network", f"{lone_block()}.", "The price of a new subnet, as the chain's runtime API answered.",
            "A reduction interval that ignores the halving.", chain.cost,
        ),
    }  # fmt: skip
