"""Mutants of what a swapped hotkey takes along, and of the records of its blocks."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "owned-in-place",
        "KEY-hotkey/owned",
        "if hotkey != old_hotkey",
        "if True",
        "The old hotkey stays listed.",
    ),
    Mutant(
        "stakers-new-kept",
        "KEY-hotkey/stakers",
        "not in (old_hotkey, new_hotkey)",
        "!= old_hotkey",
        "The new hotkey twice.",
    ),
    Mutant(
        "member-false-not-stored",
        "KEY-hotkey/subnet",
        "    IsNetworkMember.put(state, new_hotkey, netuid, member)\n    if member:",
        "    if member:\n        IsNetworkMember.put(state, new_hotkey, netuid, member)",
        "No entry for what is false.",
    ),
    Mutant(
        "childkey-take-default",
        "KEY-hotkey/subnet",
        "if ChildkeyTake.contains(state, old_hotkey, netuid):",
        "if True:",
        "A take stored that never was.",
    ),
    Mutant(
        "owner-hotkey-stays",
        "KEY-hotkey/subnet",
        "        set_subnet_owner_hotkey(state, netuid, new_hotkey)",
        "        pass",
        "The owner's hotkey stays.",
    ),
    Mutant(
        "stake-kept-always",
        "KEY-hotkey/subnet",
        "    if not keep_stake:",
        "    if False:",
        "Stake kept.",
    ),
    Mutant(
        "stake-moved-always",
        "KEY-hotkey/subnet",
        "    if not keep_stake:",
        "    if True:",
        "Stake moved though it is to be kept.",
    ),
    Mutant(
        "keys-stay",
        "KEY-hotkey/neuron",
        "        Keys.put(state, netuid, uid, new_hotkey)",
        "        pass",
        "Keys stay.",
    ),
    Mutant(
        "claims-on-any-subnet",
        "KEY-hotkey/stake",
        "    if netuid == ROOT:",
        "    if True:",
        "Claims moved on every subnet.",
    ),
    Mutant(
        "auto-parent-default",
        "KEY-hotkey/stake",
        "        if AutoParentDelegationEnabled.contains(state, old_hotkey):",
        "        if True:",
        "A word that was never given.",
    ),
    Mutant(
        "staker-list-always",
        "KEY-hotkey/staker",
        "    if old_hotkey in StakingHotkeys.get(state, coldkey):\n        append",
        "    if True:\n        append",
        "The new hotkey listed for everybody.",
    ),
    Mutant(
        "root-claims-all",
        "KEY-hotkey/root-claims",
        "for netuid in sorted(RootClaimable.get(state, new_hotkey)):",
        "for netuid in [ROOT]:",
        "Claims of root only.",
    ),
    Mutant(
        "records-kept",
        "KEY-records/forget",
        "remove_rate_limited_last_block(state, kind(hotkey))",
        "pass",
        "Last blocks kept.",
    ),
    Mutant(
        "records-zero-not-stored",
        "KEY-records/copy",
        "        set_rate_limited_last_block(state, kind(new_hotkey), get_rate_limited_last_block(state, "
        "kind(old_hotkey)))",
        "        if get_rate_limited_last_block(state, kind(old_hotkey)):\n"
        "            set_rate_limited_last_block(state, kind(new_hotkey), "
        "get_rate_limited_last_block(state, kind(old_hotkey)))",
        "Zeros not stored.",
    ),
    Mutant(
        "clean-up-every-block",
        "KEY-records/clean-up",
        "if netuid % HOTKEY_SWAP_ON_SUBNET_INTERVAL == slot:",
        "if True:",
        "Every subnet in every block.",
    ),
]
