"""What stands in the tuples of chapter 6; amounts are rao."""

_RECORDS = "[total issuance, balances' issuance] afterwards"
_SUPPLY = "[alpha in the pool, alpha outside, TotalAlphaIssuance, AlphaBurned, AlphaRecycled]"

MEANINGS = {
    "tao.mint_tao": {"result": "[total issuance, balances' issuance, minted] afterwards"},
    "tao.get_block_emission": {"result": "[total issuance, balances' issuance, minted] afterwards"},
    "tao.recycle_tao": {
        "spendable": "what the coldkey may spend and yet keep its account",
        "result": f"{_RECORDS}; null where it is refused with InsufficientBalance",
    },
    "tao.recycle_credit": {"result": _RECORDS},
    "tao.burn_tao": {
        "balance": "the coldkey's whole balance",
        "result": f"{_RECORDS}; null where it is refused with InsufficientBalance",
    },
    "alpha.*": {"supply": f"{_SUPPLY} before", "result": f"{_SUPPLY} afterwards"},
}
