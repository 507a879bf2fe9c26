"""What stands in the tuples of stake weight."""

MEANINGS = {
    "coinbase.get_stake_weights_for_hotkey_on_subnet": {
        "result": "[weight, inherited alpha, inherited TAO], each the whole rao of an I64F64"
    },
}
