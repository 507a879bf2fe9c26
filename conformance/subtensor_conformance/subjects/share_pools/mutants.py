"""Mutants of share pools."""

from subtensor_conformance.mutants.mutant import Equivalent, Mutant

MUTANTS = [
    Mutant(
        "pool-value-rounds-twice",
        "SHR-value/of-share",
        "value = SafeFloat.from_u64(pool.get_shared_value()).mul_div(share, pool.get_denominator())",
        "part = share.div(pool.get_denominator())\n"
        "    value = part and SafeFloat.from_u64(pool.get_shared_value()).mul_div(part, SafeFloat.from_u64(1))",
        "A share over the denominator first, then times the value: two roundings.",
    ),
    Mutant(
        "pool-unknown-key-worth-zero",
        "SHR-value/known-key",
        "return None if pool.find_share(key) is None else value_of(pool, key)",
        "return value_of(pool, key)",
        "A key without a share that has the value zero.",
    ),
    Mutant(
        "pool-value-wraps",
        "SHR-update/all",
        "U64.saturated(",
        "U64.wrapped(",
        "A pool's value that wraps where more is taken than it holds.",
    ),
    Mutant(
        "pool-shares-without-denominator",
        "SHR-update/shares",
        "amount.mul_div(pool.get_denominator(), SafeFloat.from_u64(pool.get_shared_value()))",
        "amount",
        "A rao that is a share, whatever a share is worth.",
    ),
    Mutant(
        "pool-simulate-empty",
        "SHR-update/simulate",
        "return pool.get_denominator().is_zero or not",
        "return not",
        "An update of an empty pool that is said not to count.",
    ),
    Mutant(
        "pool-first-update-signed",
        "SHR-update/first",
        "amount = SafeFloat.from_u64(abs(_signed(update)))",
        "amount = SafeFloat.from_u64(max(_signed(update), 0))",
        "A first update that is negative and gives no share; production stores its absolute value.",
    ),
    Mutant(
        "pool-value-unchanged-by-one",
        "SHR-update/one",
        "    update_value_for_all(pool, update)\n",
        "    if not pool.get_share(key).is_zero:\n        update_value_for_all(pool, update)\n",
        "A value that stays where the key's share is zero afterwards.",
    ),
    Mutant(
        "pool-newer-map-first",
        "SHR-storage/read-share",
        "if Alpha.contains(self.state, self.hotkey, key, self.netuid):",
        "if False:",
        "Shares in the older map not seen.",
    ),
    Mutant(
        "pool-older-entry-stays",
        "SHR-storage/write-share",
        "Alpha.remove(self.state, self.hotkey, key, self.netuid)",
        "pass",
        "A share moved over whose older entry stays and goes on counting.",
    ),
    Mutant(
        "pool-zero-share-stored",
        "SHR-storage/write-share",
        "if share.is_zero:",
        "if False:",
        "A share of zero stored; production removes it.",
    ),
    Mutant(
        "pool-older-denominator-ignored",
        "SHR-storage/read-denominator",
        "if TotalHotkeyShares.contains(self.state, self.hotkey, self.netuid):",
        "if False:",
        "A denominator in the older map not seen.",
    ),
    Mutant(
        "pool-older-denominator-stays",
        "SHR-storage/write-denominator",
        "TotalHotkeyShares.remove(self.state, self.hotkey, self.netuid)",
        "pass",
        "A denominator moved over whose older entry stays and goes on counting.",
    ),
    Mutant(
        "pool-updates-always-add",
        "SHR-update/moved",
        "number.add(shares) if update > 0 else number.sub(shares)",
        "number.add(shares)",
        "Shares that grow when stake is taken out.",
    ),
    Mutant(
        "pool-value-of-share-alone",
        "SHR-value/of-key",
        "return value_of_share(pool, pool.get_share(key))",
        "return pool.get_share(key).to_u64()",
        "A share taken for its value.",
    ),
]

EQUIVALENTS = [
    Equivalent(
        "pool-zero-update-adds",
        "SHR-update/moved",
        "an update of zero that adds no shares instead of subtracting none",
        "Adding nothing and subtracting nothing leave the same number.",
    ),
    Equivalent(
        "pool-failed-move-is-zero",
        "SHR-update/moved",
        "a share that becomes zero where it cannot be moved",
        "A share that cannot be lowered is zero already; exponents near the end of i64, where raising fails, take more "
        "than 2**50 operations to reach.",
    ),
]
"""Changes that were tried and that no input can tell from the original."""
