"""Mutants of the order of a block."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "block-averages-before-the-coinbase",
        "BLK-step/order",
        "    run_coinbase(state, block_emission)\n    update_moving_prices(state)\n",
        "    update_moving_prices(state)\n    run_coinbase(state, block_emission)\n",
        "Price averages that move before they are used.",
    ),
    Mutant(
        "block-root-proportion-left",
        "BLK-step/order",
        "    update_root_prop(state)\n",
        "",
        "Root proportions never recorded.",
    ),
    Mutant(
        "block-children-before-the-coinbase",
        "BLK-step/order",
        "    run_coinbase(state, block_emission)\n"
        "    update_moving_prices(state)\n"
        "    update_root_prop(state)\n"
        "    try_set_pending_children(state)\n",
        "    try_set_pending_children(state)\n"
        "    run_coinbase(state, block_emission)\n"
        "    update_moving_prices(state)\n"
        "    update_root_prop(state)\n",
        "Children that take effect before the epoch, a block too late to be seen at all.",
    ),
    Mutant(
        "block-reveals-after-the-coinbase",
        "BLK-step/order",
        "    reveal_crv3_commits(state)\n    run_coinbase(state, block_emission)\n",
        "    run_coinbase(state, block_emission)\n    reveal_crv3_commits(state)\n",
        "Weights revealed after the epoch that they were for.",
    ),
    Mutant(
        "block-claims-left",
        "BLK-step/order",
        "    run_auto_claim_root_divs(state, parent_hash)\n",
        "",
        "No root dividends claimed by the chain.",
    ),
    Mutant(
        "block-root-sales-kept",
        "BLK-step/coinbase",
        "    SubnetRootSellTao.clear(state)\n",
        "",
        "The last block's sales of root dividends kept in their record.",
    ),
    Mutant(
        "block-epochs-of-those-that-emit",
        "BLK-step/coinbase",
        "drain_pending(state, subnets, current_block(state))",
        "drain_pending(state, emitting, current_block(state))",
        "No epoch for subnets without emission.",
    ),
    Mutant(
        "block-children-everywhere",
        "BLK-step/pending-children",
        "if LastEpochBlock.get(state, netuid) == block:",
        "if True:",
        "Children that take effect in any block.",
    ),
]
