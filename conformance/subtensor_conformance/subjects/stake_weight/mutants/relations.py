"""Mutants of relations: what parents and children must look like, and how they are stored and moved."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "self-loop-allowed",
        "STW-relations/no-self-loop",
        "if pivot in others:",
        "if False:",
        "A hotkey that is its own child.",
    ),
    Mutant(
        "six-children",
        "STW-relations/count",
        "len(children) > MAX_CHILDREN",
        "len(children) > MAX_CHILDREN + 1",
        "Six children.",
    ),
    Mutant(
        "four-children",
        "STW-relations/count",
        "len(children) > MAX_CHILDREN",
        "len(children) >= MAX_CHILDREN",
        "Four children at most.",
    ),
    Mutant(
        "total-below-all",
        "STW-relations/total",
        "> U64_MAX",
        "> U64_MAX - 1",
        "A total of all refused.",
    ),
    Mutant(
        "total-wraps",
        "STW-relations/total",
        "sum(children.values()) > U64_MAX",
        "sum(children.values()) % 2**64 > U64_MAX",
        "A total that wraps.",
    ),
    Mutant(
        "child-may-be-parent",
        "STW-relations/separation",
        "any(child in parents for child in children)",
        "False",
        "A child that is a parent.",
    ),
    Mutant(
        "pending-without-parents",
        "STW-relations/pending",
        "    ensure_bipartite_separation(children, relations.parents)",
        "    pass",
        "Pending children not held against parents.",
    ),
    Mutant(
        "pending-count-last",
        "STW-relations/pending",
        "    ensure_childkey_count(children)\n    ensure_total_proportions(children)",
        "    ensure_total_proportions(children)\n    ensure_childkey_count(children)",
        "Total asked before number.",
    ),
    Mutant(
        "persist-children-only",
        "STW-relations/persist",
        "    _persist_side(state, relations.pivot, relations.parents, netuid, ParentKeys, ChildKeys)",
        "    pass",
        "Parents' side left as it was.",
    ),
    Mutant(
        "empty-list-stored",
        "STW-relations/no-empty-list",
        "    if edges:",
        "    if True:",
        "An empty list stored.",
    ),
    Mutant(
        "cut-off-removes-empty",
        "STW-relations/cut-off",
        "    ChildKeys.put(state, pivot, netuid, ())",
        "    ChildKeys.remove(state, pivot, netuid)",
        "No empty list left by a swap.",
    ),
    Mutant(
        "cut-off-keeps-parents",
        "STW-relations/cut-off",
        "    ParentKeys.remove(state, pivot, netuid)",
        "    pass",
        "Parents of the old hotkey kept.",
    ),
    Mutant(
        "swap-drops-pending",
        "STW-relations/swap",
        "PendingChildKeys.put(state, netuid, new_hotkey, (children, cool_down_block))",
        "pass",
        "Pending children lost in a swap.",
    ),
]
