"""Mutants of swapping a hotkey: who may, how often, on one subnet or on all."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "new-hotkey-of-others",
        "KEY-hotkey/owner",
        "hotkey_account_exists(state, new_hotkey) and not coldkey_owns_hotkey(state, coldkey, new_hotkey)",
        "False",
        "Another's hotkey taken.",
    ),
    Mutant(
        "member-false-is-free",
        "KEY-hotkey/not-registered",
        "is_hotkey_registered_on_specific_network(state, new_hotkey, netuid)",
        "is_hotkey_registered_on_any_network(state, new_hotkey)",
        "Any subnet asked for one.",
    ),
    Mutant(
        "clean-ignores-stake",
        "KEY-hotkey/clean-on-root",
        " or get_stake_for_hotkey_on_subnet(state, new_hotkey, ROOT)",
        "",
        "Stake on root ignored.",
    ),
    Mutant(
        "all-children-ignored",
        "KEY-hotkey/on-all",
        " or ChildKeys.get(state, old_hotkey, netuid)",
        "",
        "Subnets with children only do not count.",
    ),
    Mutant(
        "all-first-waits",
        "KEY-hotkey/on-all",
        "last_swap and not",
        "not",
        "The first swap waits.",
    ),
    Mutant(
        "all-unrecorded",
        "KEY-hotkey/on-all",
        "        LastHotkeySwapOnNetuid.put(state, netuid, coldkey, block)",
        "        pass",
        "No record for each subnet.",
    ),
    Mutant(
        "one-first-free",
        "KEY-hotkey/on-one",
        "if not interval_has_passed(LastHotkeySwapOnNetuid.get(state, netuid, coldkey), block):",
        "if LastHotkeySwapOnNetuid.get(state, netuid, coldkey) and not "
        "interval_has_passed(LastHotkeySwapOnNetuid.get(state, netuid, coldkey), block):",
        "The first swap need not wait.",
    ),
    Mutant(
        "one-costs-as-all",
        "KEY-hotkey/on-one",
        "KEY_SWAP_ON_SUBNET_COST",
        "KEY_SWAP_COST",
        "A tenth of a TAO on one subnet.",
    ),
    Mutant(
        "one-not-owned",
        "KEY-hotkey/on-one",
        "    append_if_absent(state, OwnedHotkeys, coldkey, new_hotkey)",
        "    pass",
        "The new hotkey not listed.",
    ),
    Mutant(
        "everywhere-owner-stays",
        "KEY-hotkey/everywhere",
        "    Owner.remove(state, old_hotkey)",
        "    pass",
        "The old hotkey keeps its owner.",
    ),
    Mutant(
        "everywhere-delegates-stay",
        "KEY-hotkey/everywhere",
        "Delegates.take(state, old_hotkey)",
        "Delegates.get(state, old_hotkey)",
        "The old delegate take kept.",
    ),
    Mutant(
        "everywhere-stakers-kept",
        "KEY-hotkey/everywhere",
        "    if not keep_stake:",
        "    if False:",
        "Lists of stakers left.",
    ),
]
