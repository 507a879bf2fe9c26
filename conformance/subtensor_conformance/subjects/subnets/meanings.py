"""What stands in the lists of subnets."""

MEANINGS = {
    "subnets.network_to_prune": {
        "subnets": "[netuid, block of registration, price average]",
        "result": "the subnet to remove; none where none may be",
    },
}
