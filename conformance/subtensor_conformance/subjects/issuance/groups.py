"""Groups of issuance: the emission curve, and what minting, recycling and burning do to a supply."""

from subtensor_conformance.authoring.grouping.arrangement import Group, anything

TOTAL_SUPPLY = 21_000_000_000_000_000
LAST_RAO_STEP = 20_999_999_980_442_226
"""The first issuance from which the emission is less than one rao."""

STEPS = tuple(TOTAL_SUPPLY - (TOTAL_SUPPLY >> halvings) for halvings in range(1, 31))
U64_MAX = 2**64 - 1


def _beside_step(issuance: int) -> bool:
    return any(abs(issuance - step) <= 2 for step in STEPS)


BLOCK_EMISSION = [
    Group(
        "step-points",
        lambda row: _beside_step(row.values[0]) and row.values[0] < LAST_RAO_STEP - 2,
        why="Issuances at a halving and one or two rao beside it: the emission changes at exactly that rao.",
        catches="A halving at another rao: a double cannot resolve it. Halving by block number.",
        tier="smoke",
    ),
    Group(
        "last-rao",
        lambda row: abs(row.values[0] - LAST_RAO_STEP) <= 2 or LAST_RAO_STEP <= row.values[0] < TOTAL_SUPPLY,
        why="Where the emission falls below one rao it is zero, before the supply of 21 million is reached.",
        catches="Emitting one rao a block up to the cap.",
        tier="smoke",
    ),
    Group(
        "at-or-above-cap",
        lambda row: row.values[0] >= TOTAL_SUPPLY,
        why="From 21 million on nothing is emitted.",
        catches="A logarithm of zero or of a negative number.",
        tier="smoke",
    ),
    Group(
        "before-first-halving",
        lambda row: row.values[0] < STEPS[0],
        why="Up to 10.5 million a block emits one whole TAO.",
        catches="An emission that falls continuously.",
    ),
    Group(
        "between-halvings",
        anything,
        why="Between two halvings the emission stays the same.",
        catches="An emission interpolated between steps; rounding up.",
    ),
]

STORED_ITEM = [
    Group(
        "kept",
        lambda row: row.values[1] >= TOTAL_SUPPLY,
        why="At the cap and above, the stored item is left as it was.",
        catches="Storing zero.",
        tier="smoke",
    ),
    Group(
        "overwritten",
        anything,
        why="The item takes the emission computed last, for TAO or for any subnet's alpha.",
        catches="Keeping it for TAO alone.",
    ),
]

FIRST_ISSUANCE = [
    Group(
        "whole",
        lambda row: TOTAL_SUPPLY % (1 << row.values[0]) == 0,
        why="The threshold is a whole number of rao.",
        catches="Half of what is left, computed in doubles.",
    ),
    Group("rounded", anything, why="The threshold is rounded up to a rao.", catches="Rounding it down."),
]


def _saturating_sum(first: int, second: int) -> list[Group]:
    return [
        Group(
            "saturates",
            lambda row: row.values[first] + row.values[second] > U64_MAX,
            why="The sum is beyond u64 and saturates.",
            catches="Wrapping, or failing.",
        ),
        Group("ordinary", anything, why="The sum fits.", catches="Adding to the wrong record."),
    ]


MINT = [
    Group(
        "at-the-cap",
        lambda row: row.values[1] >= TOTAL_SUPPLY,
        why="Balances hold 21 million or more: nothing is minted.",
        catches="Wrapping below zero.",
        tier="smoke",
    ),
    Group(
        "partly",
        lambda row: row.values[1] + row.values[-1] > TOTAL_SUPPLY,
        why="Only part of the amount fits below 21 million in balances: that part is minted.",
        catches="All or nothing; measuring by the pallet's own total.",
        tier="smoke",
    ),
    Group("in-full", anything, why="The whole amount is minted, on both records.", catches="One record only."),
]

BLOCK = [
    Group(
        "at-the-cap",
        lambda row: row.values[1] >= TOTAL_SUPPLY,
        why="Balances hold 21 million: nothing is minted, whatever the curve says.",
        catches="Reading the cap from the record that the curve reads.",
    ),
    Group(
        "records-differ",
        lambda row: row.values[0] != row.values[1],
        why="The two records differ: the curve reads the pallet's own, the cap the balances'.",
        catches="Using one record for both.",
    ),
    Group("ordinary", anything, why="Both records agree.", catches="Minting what was minted last."),
]


def _refused(words: str) -> list[Group]:
    return [
        Group(
            "refused",
            lambda row: row.is_none,
            why=f"The account cannot give the amount: nothing is {words}.",
            catches="Taking what is there.",
            tier="smoke",
        ),
        Group(
            "more-than-all-balances",
            lambda row: "err" in row.outcome,
            why="The amount is more than all balances add up to: the currency refuses to move it.",
            catches="Moving what the record of balances does not hold.",
        ),
        Group(
            "saturates",
            lambda row: row.values[-1] > min(row.values[:2]) and row.result != row.values[:2],
            why="A record is smaller than what leaves it: it stops at zero.",
            catches="Wrapping below zero.",
        ),
        Group(
            "supply-unchanged",
            lambda row: row.result == tuple(row.values[:2]),
            why="Nothing leaves the supply.",
            catches="Lowering it.",
        ),
        Group("ordinary", anything, why="Both records are lowered alike.", catches="Lowering one record only."),
    ]


CREDIT = [
    Group(
        "saturates",
        lambda row: row.values[2] > min(row.values[:2]),
        why="A record is smaller than what leaves it: it stops at zero.",
        catches="Wrapping below zero.",
    ),
    Group("ordinary", anything, why="Both records are lowered alike.", catches="Lowering one record only."),
]

_OF_ALPHA = {
    "mint_alpha": ("Minting raises the counter of issued alpha alone.", "Raising a reserve too, or a cap on alpha."),
    "resolve_to_alpha_in": ("Minted alpha goes into the pool's reserve alone.", "Counting it as issued once more."),
    "resolve_to_alpha_out": ("Minted alpha goes outside the pool alone.", "Counting it as issued once more."),
    "recycle_subnet_alpha": (
        "Recycling lowers what is outside the pool and the counter, and is noted.",
        "Leaving the issuance as it was, which burning does.",
    ),
    "burn_subnet_alpha": ("Burning is noted and changes nothing else.", "Lowering the issuance, as recycling does."),
}


def _alpha(name: str) -> list[Group]:
    why, catches = _OF_ALPHA[name]
    return [
        Group(
            "saturates",
            lambda row: max(row.values[0]) + row.values[1] > U64_MAX or row.values[1] > max(row.values[0][1:3]),
            why=f"{why} Each record stops at zero and at the greatest u64.",
            catches="Wrapping, or failing.",
        ),
        Group("ordinary", anything, why=why, catches=catches),
    ]


GROUPS: dict[str, list[Group]] = {
    "emission.block_emission_for_issuance": BLOCK_EMISSION,
    "emission.alpha_issuance": _saturating_sum(0, 1),
    "emission.block_emission_item": STORED_ITEM,
    "emission.first_issuance": FIRST_ISSUANCE,
    "tao.mint_tao": MINT,
    "tao.get_block_emission": BLOCK,
    "tao.recycle_tao": _refused("recycled"),
    "tao.burn_tao": _refused("burnt"),
    "tao.recycle_credit": CREDIT,
    **{f"alpha.{name}": _alpha(name) for name in _OF_ALPHA},
}
"""The groups of each function by its published name."""
