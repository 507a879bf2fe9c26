"""Mutants of stake weight and inheritance."""

from subtensor_conformance.mutants.mutant import Equivalent, Mutant

MUTANTS = [
    Mutant(
        "proportion-of-two-to-64",
        "STW-proportion/of-u64",
        "return U96F32.saturating_from_num(stored).safe_div(_ALL)",
        "return U96F32.from_bits(stored >> 32)",
        "A proportion divided by 2**64, so that the greatest is below one.",
    ),
    Mutant(
        "tao-weight-runtime-default",
        "STW-tao-weight/normalise",
        "return proportion_of_u64(TaoWeight.get(state))",
        "return proportion_of_u64(971718665099567868)",
        "The runtime's default TAO weight for the stored one.",
    ),
    Mutant(
        "inherited-without-lending",
        "STW-inheritance/balance",
        "stake.saturating_sub(lent).saturating_add(borrowed)",
        "stake.saturating_add(borrowed)",
        "Stake lent to children counted twice.",
    ),
    Mutant(
        "inherited-borrowed-first",
        "STW-inheritance/balance",
        "stake.saturating_sub(lent).saturating_add(borrowed)",
        "stake.saturating_add(borrowed).saturating_sub(lent)",
        "What parents lend added before children take theirs, so that over-lending is paid by it.",
    ),
    Mutant(
        "inherited-in-whole-rao",
        "STW-inheritance/balance",
        "lent = _sum(stake.saturating_mul(proportion_of_u64(stored)) for stored in to_children)",
        "lent = _sum(stake.saturating_mul(proportion_of_u64(stored)).floor() for stored in to_children)",
        "Each child's part rounded down to whole rao.",
    ),
    Mutant(
        "inherited-alpha-on-root",
        "STW-inheritance/alpha",
        "if netuid == ROOT:",
        "if False:",
        "Families that count on root, which has none for alpha.",
    ),
    Mutant(
        "inherited-tao-by-family-of-root",
        "STW-inheritance/tao",
        "return TaoBalance(_inherited_stake_on(state, hotkey, ROOT, family=netuid))",
        "return TotalHotkeyAlpha.get(state, hotkey, ROOT)",
        "Plain TAO stake, without what parents lend and children borrow.",
    ),
    Mutant(
        "contribution-unweighted-tao",
        "STW-contribution/weighted",
        "alpha.saturating_add(root.saturating_mul(get_tao_weight(state)))",
        "alpha.saturating_add(root)",
        "TAO that counts as much as alpha.",
    ),
    Mutant(
        "self-contribution-of-all",
        "STW-contribution/self",
        "kept = kept.saturating_sub(proportion_of_u64(stored))",
        "kept = U96F32.ONE",
        "All stake contributed, whatever children have borrowed.",
    ),
    Mutant(
        "self-contribution-wraps",
        "STW-contribution/self",
        "kept.saturating_sub(",
        "kept.wrapping_sub(",
        "Children that borrow more than all, and a remainder that wraps.",
    ),
]

EQUIVALENTS = [
    Equivalent(
        "contribution-weight-first",
        "STW-contribution/weighted",
        "the TAO weight applied before the proportion",
        "Whole rao times one of them is exact, so only the second product rounds, and it is the same product.",
    ),
]
"""Changes that were tried and that no input can tell from the original."""
