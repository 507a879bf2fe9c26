"""Mutants of issuance: the emission curve, and what minting, recycling and burning do."""

from subtensor_conformance.mutants.mutant import Equivalent, Mutant

MUTANTS = [
    Mutant(
        "emission-at-total-supply",
        "ISS-emission/block",
        ">= I96F32.saturating_from_num(TOTAL_SUPPLY)",
        "> I96F32.saturating_from_num(TOTAL_SUPPLY)",
        "The curve asked at exactly 21 million TAO, where production emits nothing.",
    ),
    Mutant(
        "halvings-rounded",
        "ISS-emission/halvings",
        "residual.floor()",
        "residual.round()",
        "A number of halvings that is rounded to nearest.",
    ),
    Mutant(
        "halvings-ceiling",
        "ISS-emission/halvings",
        "residual.floor()",
        "residual.ceil()",
        "A number of halvings that is rounded up.",
    ),
    Mutant(
        "halving-one-rao-late",
        "ISS-emission/halvings",
        "I96F32.saturating_from_num(issuance) / supply",
        "I96F32.saturating_from_num(max(issuance - 1, 0)) / supply",
        "A halving when its threshold is exceeded instead of reached.",
    ),
    Mutant(
        "halvings-in-doubles",
        "ISS-emission/halvings",
        "return residual.floor().saturating_to_num(U64)",
        'return int(__import__("math").log2(1 / (1 - issuance / 21e15))) if issuance / 21e15 < 1 else 64',
        "The same formula in doubles, which cannot resolve the thresholds.",
    ),
    Mutant(
        "halvings-one-too-many",
        "ISS-emission/halved",
        "range(halvings)",
        "range(halvings + 1)",
        "One halving too many.",
    ),
    Mutant(
        "halved-emission-rounded",
        "ISS-emission/halved",
        ".saturating_to_num(U64)",
        ".round().saturating_to_num(U64)",
        "A halved emission rounded to the nearest rao.",
    ),
    Mutant(
        "alpha-issuance-without-reserve",
        "ISS-emission/alpha",
        "U64.saturated(alpha_in + alpha_out)",
        "alpha_out",
        "Alpha in the pool's reserve not counted as issued.",
    ),
    Mutant(
        "alpha-issuance-wraps",
        "ISS-emission/alpha",
        "U64.saturated(alpha_in + alpha_out)",
        "U64.wrapped(alpha_in + alpha_out)",
        "An issuance of alpha that wraps.",
    ),
    Mutant(
        "stored-emission-zero-at-the-end",
        "ISS-emission/stored-item",
        "if issuance < TOTAL_SUPPLY:",
        "if True:",
        "A stored emission set to zero at the total supply; production leaves it as it was.",
    ),
    Mutant(
        "threshold-rounded-down",
        "ISS-steps/threshold",
        "TOTAL_SUPPLY - (TOTAL_SUPPLY >> halvings)",
        "TOTAL_SUPPLY * (2**halvings - 1) >> halvings",
        "Thresholds rounded down where they are no whole rao.",
    ),
    Mutant(
        "mint-beyond-the-cap",
        "ISS-supply/mint",
        "min(amount, saturating_sub(TaoBalance(TOTAL_SUPPLY), BalancesTotalIssuance.get(state)))",
        "amount",
        "TAO minted beyond 21 million.",
    ),
    Mutant(
        "mint-all-or-nothing",
        "ISS-supply/mint",
        "min(amount, saturating_sub(TaoBalance(TOTAL_SUPPLY), BalancesTotalIssuance.get(state)))",
        "amount if amount <= TOTAL_SUPPLY - BalancesTotalIssuance.get(state) else TaoBalance(0)",
        "Nothing minted where only a part fits below the cap.",
    ),
    Mutant(
        "mint-capped-by-the-other-record",
        "ISS-supply/mint",
        "saturating_sub(TaoBalance(TOTAL_SUPPLY), BalancesTotalIssuance.get(state))",
        "saturating_sub(TaoBalance(TOTAL_SUPPLY), TotalIssuance.get(state))",
        "The cap read from the pallet's record instead of the balances'.",
    ),
    Mutant(
        "emission-from-the-other-record",
        "ISS-supply/block",
        "TotalIssuance.get(state)",
        "__import__('subtensor_spec.chain.items.balances', fromlist=['x']).BalancesTotalIssuance.get(state)",
        "The curve read at the balances' record instead of the pallet's.",
    ),
    Mutant(
        "recycle-all-but-one",
        "ISS-supply/recycle",
        "if amount > get_keep_alive_balance(state, coldkey):",
        "if amount >= get_keep_alive_balance(state, coldkey):",
        "An account that may not recycle all it can spend.",
    ),
    Mutant(
        "burn-lowers-issuance",
        "ISS-supply/burn",
        "transfer_tao(state, coldkey, burn_account(), amount)",
        "recycle_tao(state, coldkey, amount)",
        "Burnt TAO taken out of the supply, as recycled TAO is.",
    ),
    Mutant(
        "burn-keeps-dust",
        "BLK-coldkey/dust",
        "if after < before:",
        "if after > before:",
        "Dust missing from the record of issuance (b1e08ea86).",
    ),
    Mutant(
        "burn-dust-at-the-deposit",
        "BLK-account/changed",
        "dies = after.free < EXISTENTIAL_DEPOSIT",
        "dies = after.free <= EXISTENTIAL_DEPOSIT",
        "A remainder of exactly the existential deposit taken for dust.",
    ),
    Mutant(
        "alpha-recycle-keeps-outside",
        "ISS-alpha/recycle",
        "SubnetAlphaOut.put(state, netuid, saturating_sub(SubnetAlphaOut.get(state, netuid), amount))",
        "pass",
        "Recycled alpha that still counts as outside the pool, so that no halving moves.",
    ),
    Mutant(
        "alpha-burn-lowers-issuance",
        "ISS-alpha/burn",
        "if amount:",
        "if amount:\n"
        "        TotalAlphaIssuance.put(state, netuid, saturating_sub(TotalAlphaIssuance.get(state, netuid), amount))",
        "Burnt alpha taken out of the issuance.",
    ),
    Mutant(
        "alpha-mint-wraps",
        "ISS-alpha/mint",
        "saturating_add(TotalAlphaIssuance.get(state, netuid), amount)",
        "AlphaBalance((TotalAlphaIssuance.get(state, netuid) + amount) % 2**64)",
        "A counter of minted alpha that wraps.",
    ),
    Mutant(
        "alpha-resolved-to-the-wrong-place",
        "ISS-alpha/resolve-in",
        "SubnetAlphaIn.put(state, netuid, saturating_add(SubnetAlphaIn.get(state, netuid), amount))",
        "SubnetAlphaOut.put(state, netuid, saturating_add(SubnetAlphaOut.get(state, netuid), amount))",
        "Alpha for the pool put outside it.",
    ),
    Mutant(
        "alpha-resolved-into-the-pool",
        "ISS-alpha/resolve-out",
        "SubnetAlphaOut.put(state, netuid, saturating_add(SubnetAlphaOut.get(state, netuid), amount))",
        "SubnetAlphaIn.put(state, netuid, saturating_add(SubnetAlphaIn.get(state, netuid), amount))",
        "Alpha for its owners put into the pool.",
    ),
    Mutant(
        "unspent-credit-kept",
        "ISS-supply/recycle-credit",
        "drop_credit(state, credit)",
        "pass",
        "What a block minted and did not hand out kept in the supply.",
    ),
]

EQUIVALENTS = [
    Equivalent(
        "halvings-in-exact-fractions",
        "ISS-emission/halvings",
        "thresholds without limit of precision",
        "A threshold is a share with at most 30 bits behind the point, and the share one rao below it rounds to less; "
        "production's 32 bits give the same step for every issuance.",
    ),
]
"""Changes that were tried and that no input can tell from the original."""
