"""What stands in the tuples of emission by flow."""

_RECORD = "[average, [block of the update, average] or null, flow that is left]"
_SHARES = "[netuid, share], in order of netuid"

_POOL = "[TAO reserve, alpha reserve, weight of the TAO side in parts of 10¹⁸, TAO that waits, alpha that waits]"
_RECORDS = "[TAO, alpha and excess recorded, TAO of the subnet's account, total issuance, balances' issuance]"

MEANINGS = {
    "later.adjust_protocol_liquidity": {
        "pool": _POOL,
        "result": f"the pool afterwards, {_POOL}; TAO and alpha that went into the reserves",
    },
    "later.inject": {
        "pool": _POOL,
        "credit": "TAO that was minted for the block",
        "excess": "TAO that buys alpha",
        "result": f"the pool afterwards, {_POOL}; {_RECORDS}",
    },
    "later.emission_gate": {"shares": "[netuid, share]", "result": f"[the bar afterwards, {_SHARES}]"},
    "later.consensus_for_liquid_alpha": {
        "mode": "0 current, 1 previous, 2 auto",
        "bonds_penalty": "parts of 65535",
        "stored": "consensus of the epoch before by uid, parts of 65535",
        "found": "consensus of this epoch by uid",
        "result": "the consensus that liquid alpha goes by",
    },
    "coinbase.get_ema_flow": {"result": _RECORD},
    "coinbase.update_ema_protocol_flow": {"result": _RECORD},
    "coinbase.get_lower_limit": {"ema_flows": "[netuid, average]"},
    "coinbase.inplace_*": {"offset_flows": "[netuid, flow]", "result": _SHARES},
}
