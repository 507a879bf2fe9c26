"""Mutants of the epoch's functions of vectors."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "vector-sum-saturates",
        "YC-vector/sum",
        "return I32F32.wrapping_sum(vector)",
        "return I32F32.saturated(sum(value.bits for value in vector))",
        "A sum of shares that saturates where production's wraps.",
    ),
    Mutant(
        "is-zero-by-entry",
        "YC-vector/is-zero",
        "return wrapping_sum(vector) == ZERO",
        "return not any(vector)",
        "A vector that counts as zero if every entry is; production looks at the sum, where terms may cancel.",
    ),
    Mutant(
        "normalise-to-exactly-one",
        "YC-vector/normalise-by-sum",
        "return [value.safe_div(total) for value in vector]",
        "return [value.safe_div(total).saturating_add(total.from_bits(int(index == 0)))"
        " for index, value in enumerate(vector)]",
        "Shares of which the first is given a bit that rounding has lost.",
    ),
    Mutant(
        "normalise-positive-sums-only",
        "YC-vector/normalise-by-sum",
        "if not total:",
        "if total <= total.ZERO:",
        "A negative sum that changes nothing: vectors are divided by any sum but zero.",
    ),
    Mutant(
        "normalise-by-saturated-sum",
        "YC-vector/normalise",
        "type(vector[0]).wrapping_sum(vector)",
        "type(vector[0]).saturated(sum(value.bits for value in vector))",
        "A vector divided by its saturated sum; a stake total above 2**63 wraps in production.",
    ),
    Mutant(
        "mask-empty-masks-all",
        "YC-vector/mask",
        "if not mask:",
        "if False:",
        "An empty mask that masks everything, as a short one masks what lies beyond it.",
    ),
    Mutant(
        "mask-short-keeps-the-rest",
        "YC-vector/mask",
        "get_or(mask, uid, True)",
        "get_or(mask, uid, False)",
        "Entries beyond the end of a mask that stay.",
    ),
    Mutant(
        "vector-product-saturates",
        "YC-vector/product",
        "a.checked_mul(b) or ZERO",
        "a.saturating_mul(b)",
        "A product of vectors that saturates where production gives zero.",
    ),
    Mutant(
        "clamp-upper-limit-wins",
        "YC-vector/clamp",
        "return max(min(value, high), low)",
        "return min(max(value, low), high)",
        "Crossed limits resolved in favour of the upper one.",
    ),
    Mutant(
        "top-k-lower-uid-wins",
        "YC-vector/top-k",
        "sorted(range(len(vector)), key=lambda uid: vector[uid].bits)",
        "sorted(range(len(vector)), key=lambda uid: (vector[uid].bits, -uid))",
        "The tie-break of the permits reversed: among equal stakes the lower uid.",
    ),
    Mutant(
        "top-k-takes-zeros",
        "YC-vector/top-k",
        "return [uid in chosen and bool(value) for uid, value in enumerate(vector)]",
        "return [uid in chosen for uid in range(len(vector))]",
        "Permits for stakes of zero where there are permits left.",
    ),
    Mutant(
        "max-upscale-cut-off",
        "YC-vector/max-upscale",
        "safe_div(greatest).round().saturating_to_num(U16)",
        "safe_div(greatest).saturating_to_num(U16)",
        "Weights scaled up and cut off instead of rounded.",
    ),
    Mutant(
        "max-upscale-always-multiplies-first",
        "YC-vector/max-upscale",
        "if greatest > DIVIDE_FIRST_ABOVE:",
        "if False:",
        "A product with 65535 that saturates above 32768, where production divides first.",
    ),
    Mutant(
        "max-limit-exclusive",
        "YC-vector/max-limited",
        "max(shares) <= u16_proportion_to_fixed(max_limit)",
        "max(shares) < u16_proportion_to_fixed(max_limit)",
        "A limit that a weight exactly at it misses.",
    ),
    Mutant(
        "max-upscale-of-proportions",
        "YC-vector/max-upscale-u16",
        "u16_to_fixed(value) for",
        "u16_proportion_to_fixed(value) for",
        "Integers made proportions before they are scaled up, which rounds.",
    ),
]
