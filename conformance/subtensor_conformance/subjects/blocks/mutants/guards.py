"""Mutants of dispatch, its guards, and admission."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "guard-dispute-allows",
        "BLK-guard/coldkey-swap",
        "    if ColdkeySwapDisputes.contains(state, who):",
        "    if ColdkeySwapDisputes.contains(state, who) and name not in ALLOWED_DURING_SWAP:",
        "Calls of the swap pass a dispute.",
    ),
    Mutant(
        "guard-takes-owner-first",
        "BLK-guard/delegate-take",
        '    if arguments["take"] < MinDelegateTake',
        '    do_take_checks(state, who, arguments["hotkey"])\n    if arguments["take"] < MinDelegateTake',
        "Keys asked before bounds.",
    ),
    Mutant(
        "guard-stake-first",
        "BLK-guard/weights",
        "    check_input_lengths(name, arguments)\n    check_min_stake(state, who, name, arguments)",
        "    check_min_stake(state, who, name, arguments)\n    check_input_lengths(name, arguments)",
        "Stake asked before lengths.",
    ),
    Mutant(
        "guard-no-commit-check",
        "BLK-guard/weights",
        "    check_commit_reveal(state, who, name, arguments)",
        "    pass",
        "Commits not asked.",
    ),
    Mutant(
        "guard-batch-first-only",
        "BLK-guard/stake",
        'arguments["netuids"] if',
        'arguments["netuids"][:1] if',
        "Only the first of a batch.",
    ),
    Mutant(
        "guard-round-late",
        "BLK-guard/commit-reveal",
        'arguments["reveal_round"] < LastStoredRound',
        'arguments["reveal_round"] <= LastStoredRound',
        "The last stored round refused.",
    ),
    Mutant(
        "guard-rate-open",
        "BLK-guard/rate-limits",
        ' and not CommitRevealWeightsEnabled.get(state, arguments["netuid"])',
        "",
        "Open weights held to the rate where they are committed.",
    ),
    Mutant(
        "guard-rate-unregistered",
        "BLK-guard/weights-rate",
        "uid is not None and not check_rate_limit(state, index, uid, current_block(state))",
        "uid is None or not check_rate_limit(state, index, uid, current_block(state))",
        "No uid is too fast.",
    ),
    Mutant(
        "guard-main-only",
        "BLK-guard/weights-rate",
        'arguments.get("mecid", MAIN)',
        "MAIN",
        "The main mechanism's rate.",
    ),
    Mutant(
        "guard-order",
        "BLK-guard/order",
        "for guard in GUARDS:",
        "for guard in reversed(GUARDS):",
        "Guards in reverse.",
    ),
    Mutant(
        "admission-number",
        "BLK-admission/number",
        "REFUSALS.get(error, BAD_REQUEST)",
        "BAD_REQUEST",
        "One number for all.",
    ),
]
