"""What a swap answers, and in which units; amounts are rao."""

_RESULT = (
    '{"paid_in", "paid_out", "fee", "fee_to_block_author", "tao_reserve", "alpha_reserve"}, each rao as text, the '
    'reserves afterwards; a refused order is the outcome {"err": {"code": "Swap.…"}}'
)
_WEIGHT = "weight of the TAO side in parts of 10¹⁸, from 10¹⁶ to 99 · 10¹⁶"
_ANSWER = "[tao_amount, alpha_amount, tao_fee, alpha_fee, tao_slippage, alpha_slippage], rao"
_ORDER = {
    "amount": "TAO of a buy, alpha of a sale",
    "limit": "rao of TAO for one alpha",
    "drop_fees": "as the protocol's own swaps do",
    "simulate": "leave the check of the payout out",
    "result": _RESULT,
}

MEANINGS = {
    "balancer.*": {"quote_weight": _WEIGHT},
    "swap.*": {"quote_weight": _WEIGHT, "fee_rate": "parts of 65535", "mechanism": "1 for a subnet with a pool"},
    "balancer.update_weights_for_added_liquidity": {"result": "[whether they moved, the weight afterwards]"},
    "swap.buy": _ORDER,
    "swap.sell": _ORDER,
    "swap.fee_of_amount": {
        "amount": "rao offered, TAO or alpha",
        "drop_fees": "as the protocol's own swaps do",
        "result": "rao of what is offered",
    },
    "swap.sim_swap_*": {"tao": "rao offered", "alpha": "rao offered", "result": _ANSWER},
    "swap.current_alpha_price": {"result": "rao of TAO for one alpha"},
    "swap.default_limits": {"result": "[of a buy, of a sale], rao of TAO for one alpha"},
    "swap.initial_quote_weight": {"price": "null if none is given"},
    "swap.adjusted_quote_weight": {"result": "null where the weights would leave their range"},
}
