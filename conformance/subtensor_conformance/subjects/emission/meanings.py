"""What stands in the lists of emission."""

_SHARES = "[netuid, share], in order of netuid"
_RAO = "[netuid, rao], in order of netuid"

MEANINGS = {
    "coinbase.get_shares*": {"result": _SHARES},
    "coinbase.get_subnet_block_emissions": {"block_emission": "rao of TAO", "result": _RAO},
    "coinbase.get_subnet_terms": {
        "subnet_emissions": "[netuid, rao of TAO]",
        "result": f"[TAO into the pool, alpha into the pool, alpha to participants, TAO that buys alpha], each {_RAO}",
    },
}
