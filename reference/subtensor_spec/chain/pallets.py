"""The names of the pallets in scope, as raw storage keys are made from them."""

SUBTENSOR_MODULE = "SubtensorModule"
ADMIN_UTILS = "AdminUtils"
BALANCES = "Balances"
SWAP = "Swap"
COMMITMENTS = "Commitments"
