"""Mutants of hyperparameters: who may change them, within which limits, and how often."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "rate-first-one-too",
        "HYP-rate/check",
        "last_block == 0 or ",
        "",
        "The first transaction measured from block zero.",
    ),
    Mutant(
        "rate-settings-by-owner",
        "HYP-rate/last-on-subnet",
        "shared = _shared_key(transaction, netuid)",
        "shared = None",
        "Every last block kept for each key.",
    ),
    Mutant(
        "rate-settings-in-one",
        "HYP-rate/record",
        "shared = _shared_key(transaction, netuid)",
        "shared = None if isinstance(transaction, Hyperparameter) else _shared_key(transaction, netuid)",
        "A setting's last block written where it is not read.",
    ),
    Mutant(
        "origin-root-limited",
        "HYP-origin/record",
        "    if owner is None:\n        return\n",
        "    owner = owner or AccountId(bytes(32))\n",
        "A change by root counted against the owner's limit.",
    ),
    Mutant(
        "origin-owner-unlimited",
        "HYP-origin/owner-or-root-with-limits",
        "if owner is not None:",
        "if False:",
        "An owner without limits.",
    ),
    Mutant(
        "origin-anybody",
        "HYP-origin/owner",
        "if who != SubnetOwner.get(state, netuid):",
        "if False:",
        "Settings changed by anybody.",
    ),
    Mutant(
        "window-inclusive",
        "HYP-window/frozen",
        "remaining < AdminFreezeWindow",
        "remaining <= AdminFreezeWindow",
        "The window a block longer.",
    ),
    Mutant(
        "window-pending-unseen",
        "HYP-window/frozen",
        "if PendingEpochAt.get(state, netuid) > block:",
        "if False:",
        "No freeze before an epoch that was asked for.",
    ),
]
