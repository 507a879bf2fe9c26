"""What stands in the tuples of stake weight."""

MEANINGS = {
    "stake_weight.of_hotkey": {"result": "[weight, inherited alpha, inherited TAO], each the whole rao of an I64F64"},
}
