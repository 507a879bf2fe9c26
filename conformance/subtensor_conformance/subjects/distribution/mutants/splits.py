"""Mutants of the distribution of an epoch's alpha."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "portion-multiplied-first",
        "DIV-parents/portion",
        "return dividends.saturating_mul(contribution.safe_div(total))",
        "return dividends.saturating_mul(contribution).safe_div(total)",
        "Multiplying before dividing, which saturates for large stakes (abd87c667).",
    ),
    Mutant(
        "take-on-the-whole-emission",
        "DIV-parents/split",
        "charged = after_take_and_burn(portion, take_rate, burn_rate)",
        "charged = after_take_and_burn(portion, take_rate, burn_rate)\n"
        "            charged = ParentPortion(portion.saturating_sub(take_rate.saturating_mul(emission)),"
        " take_rate.saturating_mul(emission), charged.burned)",
        "The childkey take charged on the whole emission instead of the parent's portion (14102b636).",
    ),
    Mutant(
        "take-from-own-parents",
        "DIV-parents/split",
        "if Owner.get(state, parent) != Owner.get(state, hotkey):",
        "if True:",
        "A take from parents of the same owner.",
    ),
    Mutant(
        "split-without-own-contribution",
        "DIV-parents/split",
        "own = U96F32.saturating_from_num(get_self_contribution(state, hotkey, netuid))",
        "own = U96F32.ZERO",
        "A hotkey that contributes nothing to itself.",
    ),
    Mutant(
        "split-takes-lost",
        "DIV-parents/split",
        "remaining.saturating_add(takes)",
        "remaining",
        "A take charged and paid to nobody.",
    ),
    Mutant(
        "split-burn-paid-to-the-child",
        "DIV-parents/split",
        "takes.saturating_add(charged.take)",
        "takes.saturating_add(charged.take).saturating_add(charged.burned)",
        "What should be recycled paid to the child.",
    ),
    Mutant(
        "take-after-burn",
        "DIV-parents/take-and-burn",
        "take = take_rate.saturating_mul(portion)\n    burned = burn_rate.saturating_mul(portion)",
        "burned = burn_rate.saturating_mul(portion)\n"
        "    take = take_rate.saturating_mul(portion.saturating_sub(burned))",
        "A take of what burning has left, instead of the whole portion.",
    ),
    Mutant(
        "take-as-65536ths",
        "DIV-parents/take-rate",
        ".safe_div(_ALL_TAKE)",
        ".safe_div(U96F32.saturating_from_num(65536))",
        "A take in parts of 65536.",
    ),
    Mutant(
        "contributions-in-whole-rao",
        "DIV-parents/contributions",
        "weighted_contribution(state, parent, netuid, proportion_of_u64(stored))",
        "weighted_contribution(state, parent, netuid, proportion_of_u64(stored)).floor()",
        "Parents' contributions cut to whole rao, as the hotkey's own is.",
    ),
    Mutant(
        "burn-rate-ignored",
        "DIV-parents/burn-rate",
        "return proportion_of_u64(CKBurn.get(state))",
        "return U96F32.ZERO",
        "Nothing recycled of foreign parents' dividends.",
    ),
    Mutant(
        "incentive-of-last-entry",
        "DIV-epoch/dividends-and-incentives",
        "saturating_add(incentives.get(entry.hotkey, AlphaBalance(0)), entry.incentive)",
        "entry.incentive",
        "A hotkey listed twice that keeps its last incentive only.",
    ),
    Mutant(
        "incentive-wraps",
        "DIV-epoch/dividends-and-incentives",
        "saturating_add(incentives.get(entry.hotkey, AlphaBalance(0)), entry.incentive)",
        "(incentives.get(entry.hotkey, 0) + entry.incentive) % 2**64",
        "Incentives that wrap at 2**64 rao.",
    ),
    Mutant(
        "incentive-of-zero-left-out",
        "DIV-epoch/dividends-and-incentives",
        "EpochDividends(dict(sorted(incentives.items())),",
        "EpochDividends({k: v for k, v in sorted(incentives.items()) if v},",
        "An incentive of zero not recorded.",
    ),
    Mutant(
        "dividends-of-inherited-stake",
        "DIV-dividends/stakes",
        "TotalHotkeyAlpha.get(state, hotkey, ROOT))",
        "TotalHotkeyAlpha.get(state, hotkey, netuid))",
        "Stake in the subnet taken for stake on root.",
    ),
    Mutant(
        "root-part-of-plain-tao",
        "DIV-dividends/root-part",
        "U96F32.saturating_from_num(root_stake).saturating_mul(tao_weight)",
        "U96F32.saturating_from_num(root_stake)",
        "Root stake that counts as much as alpha.",
    ),
    Mutant(
        "root-part-multiplied-first",
        "DIV-dividends/root-part",
        "dividend.saturating_mul(weighted_tao.safe_div(total))",
        "dividend.saturating_mul(weighted_tao).safe_div(total)",
        "Multiplying before dividing.",
    ),
    Mutant(
        "share-out-multiplied-first",
        "DIV-dividends/share-out",
        "amount.saturating_mul(part.safe_div(total))",
        "amount.saturating_mul(part).safe_div(total)",
        "Multiplying before dividing, which saturates for large amounts.",
    ),
    Mutant(
        "share-out-remainder-paid",
        "DIV-dividends/share-out",
        "amount.saturating_mul(part.safe_div(total))",
        "amount.saturating_mul(part.safe_div(total)).ceil()",
        "Dividends rounded up to whole rao, so that more is paid than was pending.",
    ),
    Mutant(
        "root-dividends-paid-twice",
        "DIV-dividends/distribution",
        "alpha_parts[hotkey] = dividend.saturating_sub(root_parts[hotkey])",
        "alpha_parts[hotkey] = dividend",
        "Root's part paid in alpha as well (5073ade60).",
    ),
    Mutant(
        "pending-amounts-swapped",
        "DIV-dividends/distribution",
        "return PaidDividends(shared_out(pending_alpha, alpha_parts), shared_out(pending_root_alpha, root_parts))",
        "return PaidDividends(shared_out(pending_root_alpha, alpha_parts), shared_out(pending_alpha, root_parts))",
        "Root's pending alpha paid for stake in the subnet.",
    ),
    Mutant(
        "distribution-by-the-other-weight",
        "DIV-epoch/distribution",
        "pending_root_alpha, tao_weight, stakes,",
        "pending_root_alpha,"
        ' __import__("subtensor_spec.chapters.stake_weight.inherited", fromlist=["inherited"])'
        ".get_tao_weight(state), stakes,",
        "Dividends parted by the stored TAO weight instead of the one given.",
    ),
    Mutant(
        "distribution-without-recycling",
        "DIV-epoch/distribution",
        "EpochDistribution(epoch.incentives, paid, epoch.recycled)",
        "EpochDistribution(epoch.incentives, paid, ())",
        "Root alpha neither paid nor recycled.",
    ),
]
