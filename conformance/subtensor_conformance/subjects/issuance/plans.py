"""Planned rows of what happens to the supply of TAO and of a subnet's alpha."""

from subtensor_conformance.authoring.plans.questions import Planned

SUPPLY = 21_000_000_000_000_000
HALF = SUPPLY // 2
U64_MAX = 2**64 - 1

_ALPHA = {
    "plain": ([1000, 2000, 3000, 40, 50], 7),
    "nothing": ([1000, 2000, 3000, 40, 50], 0),
    "from-nothing": ([0, 0, 0, 0, 0], 5),
    "all-of-it": ([1000, 2000, 3000, 40, 50], 2000),
    "more-than-outside": ([1000, 2000, 3000, 40, 50], 2001),
    "more-than-issued": ([1000, 2000, 3000, 40, 50], 3001),
    "records-differ": ([HALF, 0, SUPPLY, 0, 0], 1),
    "greatest": ([U64_MAX] * 5, 1),
    "greatest-amount": ([1, 2, 3, 4, 5], U64_MAX),
}

_TAO = {
    "plain": (HALF, HALF, 10**9),
    "records-differ": (HALF - 1, HALF, 10**9),
    "halving-undone": (HALF, HALF, 1),
    "at-the-cap": (SUPPLY, SUPPLY, 10**9),
    "up-to-the-cap": (SUPPLY - 10, SUPPLY - 10, 10),
    "one-more-than-fits": (SUPPLY - 10, SUPPLY - 10, 11),
    "balances-above-the-cap": (HALF, SUPPLY + 1, 10),
    "total-above-the-cap": (SUPPLY + 1, HALF, 10),
    "more-than-there-is": (5, 5, 10),
    "more-than-one-record-has": (5, 50, 10),
    "greatest": (U64_MAX, U64_MAX, 1),
}

_ACCOUNTS = {"exactly": 0, "leaves-a-rao": 1, "leaves-dust": 499, "leaves-a-deposit": 500, "lacks-a-rao": -1}


def rows() -> dict[str, Planned]:
    """Return the planned rows of each function by its published name."""
    of_alpha = [
        (slug, [[str(record) for record in records], str(amount)]) for slug, (records, amount) in _ALPHA.items()
    ]
    of_tao = [(slug, [str(value) for value in values]) for slug, values in _TAO.items()]
    accounts = [
        (f"{slug}-{name}", [*values[:2], str(int(values[2]) + more), values[2]])
        for slug, values in of_tao
        for name, more in _ACCOUNTS.items()
        if int(values[2]) + more <= U64_MAX
    ]
    names = ("mint_alpha", "resolve_to_alpha_in", "resolve_to_alpha_out", "recycle_subnet_alpha", "burn_subnet_alpha")
    return {
        **{f"alpha.{name}": of_alpha for name in names},
        "tao.mint_tao": of_tao,
        "tao.recycle_credit": of_tao,
        "tao.get_block_emission": [(slug, values[:2]) for slug, values in of_tao],
        "tao.recycle_tao": accounts,
        "tao.burn_tao": accounts,
    }
