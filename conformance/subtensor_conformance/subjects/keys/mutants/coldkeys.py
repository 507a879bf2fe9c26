"""Mutants of coldkeys: announcing, disputing and swapping them."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "announce-delay-default",
        "KEY-coldkey/announce",
        "ColdkeySwapAnnouncementDelay.get(state)",
        "BlockNumber(36_000)",
        "The default delay.",
    ),
    Mutant(
        "announced-hash-unchecked",
        "KEY-coldkey/swap-announced",
        "if new_coldkey_hash != blake2b(new_coldkey, digest_size=32).digest():",
        "if False:",
        "Any new coldkey.",
    ),
    Mutant(
        "reset-keeps-dispute",
        "KEY-coldkey/reset",
        "forget_announcement(state, coldkey)",
        "ColdkeySwapAnnouncements.remove(state, coldkey)",
        "The dispute stays.",
    ),
    Mutant(
        "by-root-keeps-announcement",
        "KEY-coldkey/by-root",
        "    forget_announcement(state, old_coldkey)",
        "    pass",
        "The announcement stays.",
    ),
    Mutant(
        "by-root-free",
        "KEY-coldkey/by-root",
        "if swap_cost:",
        "if False:",
        "No cost.",
    ),
    Mutant(
        "cost-error-leaks",
        "KEY-coldkey/cost",
        "except CallError:",
        "except ZeroDivisionError:",
        "The error of recycling.",
    ),
    Mutant(
        "coldkey-may-stake",
        "KEY-coldkey/swap",
        "if StakingHotkeys.get(state, new_coldkey):",
        "if False:",
        "A new coldkey that stakes.",
    ),
    Mutant(
        "coldkey-may-be-hotkey",
        "KEY-coldkey/swap",
        "if hotkey_account_exists(state, new_coldkey):",
        "if False:",
        "A new coldkey that is a hotkey.",
    ),
    Mutant(
        "coldkey-unrecorded",
        "KEY-coldkey/swap",
        "    set_rate_limited_last_block(state, LastTxBlock(new_coldkey), current_block(state))",
        "    pass",
        "No record.",
    ),
    Mutant(
        "coldkey-locked-refused",
        "KEY-coldkey/swap",
        "    set_accept_locked_alpha(state, new_coldkey, True)",
        "    pass",
        "Locked alpha refused.",
    ),
    Mutant(
        "index-old-stays",
        "KEY-coldkey/stake",
        "        maybe_remove_coldkey_index(state, old_coldkey)",
        "        pass",
        "The old coldkey stays in the index.",
    ),
    Mutant(
        "index-new-anywhere",
        "KEY-coldkey/stake",
        "            if netuid == ROOT:\n",
        "            if True:\n",
        "The index for stake on any subnet.",
    ),
    Mutant(
        "claims-always",
        "KEY-coldkey/stake",
        "        if get_stake_for_hotkey_and_coldkey_on_subnet(state, hotkey, new_coldkey, netuid):",
        "        if True:",
        "Claims moved without stake.",
    ),
    Mutant(
        "staking-list-not-stored",
        "KEY-coldkey/staking-hotkeys",
        "    StakingHotkeys.put(state, new_coldkey, joined)",
        "    if joined:\n        StakingHotkeys.put(state, new_coldkey, joined)",
        "An empty list not stored.",
    ),
]
